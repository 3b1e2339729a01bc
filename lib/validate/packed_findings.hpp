// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "validate/kept_texts.hpp"
#include "validate/scope/locate_findings.hpp"

namespace goalsheet {

/// The findings of one page in two pieces of memory, while the run goes on.
class PackedFindings {
public:
    PackedFindings() = default;
    /// `gist`: without edits and fingerprints; words in this language and in Japanese, by which findings are sorted.
    explicit PackedFindings(const PageFindings& page, const std::optional<Lang>& gist = std::nullopt);
    /// `path` and `source`: those of all findings of the page.
    PageFindings unpack(const std::string& path, const std::shared_ptr<const SourceText>& source) const;

private:
    struct Packed {
        PageFindings::Order order;
        Severity severity = Severity::info;
        Kept message_ja;
        Kept message_en;
        SheetAddress address;
        Kept goal;
        Kept cell;
        Kept fingerprint;
        Region region;
        std::uint32_t begin_byte = 1;
        std::uint32_t end_byte = 1;
        std::vector<Edit> edits;
    };
    std::vector<Packed> findings_;
    KeptTexts texts_;
};

}  // namespace goalsheet
