// SPDX-License-Identifier: MIT
#include "validate/packed_findings.hpp"

#include <utility>

#include "goalsheet/rule.hpp"

namespace goalsheet {

PackedFindings::PackedFindings(const PageFindings& page, const std::optional<Lang>& gist) {
    findings_.reserve(page.findings.size());
    const auto keep = [&](bool wanted, const std::string& text) { return wanted ? texts_.keep(text) : Kept(); };
    const bool english = gist != Lang::ja;
    for (std::size_t i = 0; i < page.findings.size(); ++i) {
        const Finding& finding = page.findings[i];
        findings_.push_back({page.orders[i], finding.severity, texts_.keep(finding.message.ja),
                             keep(english, finding.message.en), finding.address, texts_.keep(finding.goal),
                             texts_.keep(finding.cell), keep(!gist, finding.fingerprint), finding.region,
                             finding.begin_byte, finding.end_byte, gist ? std::vector<Edit>() : finding.edits});
    }
    texts_.shrink_to_fit();
}

PageFindings PackedFindings::unpack(const std::string& path, const std::shared_ptr<const SourceText>& source) const {
    PageFindings page;
    page.findings.reserve(findings_.size());
    page.orders.reserve(findings_.size());
    const auto text = [this](Kept kept) { return std::string(texts_.of(kept)); };
    for (const Packed& packed : findings_) {
        const RuleInfo& rule = all_rules()[packed.order.rule];
        page.orders.push_back(packed.order);
        page.findings.push_back({.code = std::string(rule.code),
                                 .name = std::string(rule.name),
                                 .severity = packed.severity,
                                 .message = {text(packed.message_ja), text(packed.message_en)},
                                 .path = path,
                                 .region = packed.region,
                                 .begin_byte = packed.begin_byte,
                                 .end_byte = packed.end_byte,
                                 .address = packed.address,
                                 .goal = text(packed.goal),
                                 .cell = text(packed.cell),
                                 .fingerprint = text(packed.fingerprint),
                                 .edits = packed.edits,
                                 .source = source});
    }
    return page;
}

}  // namespace goalsheet
