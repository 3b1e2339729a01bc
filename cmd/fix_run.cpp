// SPDX-License-Identifier: MIT
#include "cmd/fix_run.hpp"

#include <fmt/format.h>

#include "goalsheet/best_form.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/fix.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/validate.hpp"

namespace goalsheet::cmd {
namespace {

std::vector<Finding> findings_of(std::span<const Document> documents, const std::vector<Form>& forms,
                                 const Policy& policy) {
    ValidateOptions options;
    options.form = &forms.front();
    if (forms.size() > 1) options.forms = forms;
    options.policies.assign(documents.size(), &policy);
    std::vector<Finding> findings = validate(documents, options).findings;
    // What is wrong with the settings stands in another file.
    std::erase_if(findings, [](const Finding& one) { return one.code.starts_with("GS9"); });
    return findings;
}

}  // namespace

bool FixRun::fix(const InputFile& input, const Policy& policy) {
    const auto bytes = read_file(input.path);
    if (!bytes) return true;
    ReadOptions reading;
    reading.form = &forms_.front();
    reading.encoding = session_.encoding;
    reading.strict = session_.strict;
    const auto read = [&](const std::string& file) {
        return forms_.size() == 1 ? read_documents(file, input.path, reading)
                                  : read_with_best_form(file, input.path, forms_, reading);
    };
    const auto documents = read(*bytes);
    if (!documents || documents->empty() || !documents->front().source.text) return true;
    const DocumentSource& source = documents->front().source;
    const std::vector<Finding> findings = findings_of(*documents, forms_, policy);
    const Recheck recheck = [&](const std::string& fixed) -> std::optional<std::vector<Finding>> {
        const auto again = read(fixed);
        if (!again || again->size() != documents->size()) return std::nullopt;
        return findings_of(*again, forms_, policy);
    };
    const FixOutcome outcome = apply_fixes(
        {*bytes, source.text->text(), source.format, source.encoding, findings, source.text.get(), options_.unsafe},
        recheck);
    say(input, outcome.fixed.size(), outcome.left.size(), outcome.reason);
    if (options_.patch)
        patch_ += source.text->line_names.size() > 0 ? write_patch(*source.text, outcome.applied, input.path)
                                                     : write_patch(source.text->text(), outcome.applied, input.path);
    return !options_.write || outcome.applied.empty() || save(input, outcome.bytes);
}

bool FixRun::save(const InputFile& input, const std::string& bytes) const {
    const auto written = write_file(input.path, bytes);
    if (!written) session_.report(written.fault());
    return static_cast<bool>(written);
}

void FixRun::say(const InputFile& input, std::size_t fixed, std::size_t left, const Message& reason) const {
    if (fixed > 0)
        session_.note(
            options_.write
                ? Message{fmt::format("{}: {}件の指摘を直しました。", input.path, fixed),
                          fmt::format("{}: fixed {} {}", input.path, fixed, fixed == 1 ? "finding" : "findings")}
                : Message{fmt::format("{}: {}件の指摘を直せます。", input.path, fixed),
                          fmt::format("{}: can fix {} {}", input.path, fixed, fixed == 1 ? "finding" : "findings")});
    if (left > 0)
        session_.note({fmt::format("{}: {}件は直していません。{}", input.path, left, reason.ja),
                       fmt::format("{}: {} left. {}", input.path, left, reason.en)});
}

}  // namespace goalsheet::cmd
