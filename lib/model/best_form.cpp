// SPDX-License-Identifier: MIT
#include "goalsheet/best_form.hpp"

#include <cstdint>
#include <optional>
#include <utility>

#include "goalsheet/form_check.hpp"

namespace goalsheet {
namespace {

// An unplaced text weighs more than one in a field: a form that finds less but loses nothing knows the page.
std::int64_t worth(const std::vector<Document>& documents, const PageCheck& count) {
    constexpr std::int64_t kUnplaced = 3;
    std::int64_t reasoned = 0;
    for (const Document& document : documents)
        for (const Sheet& sheet : document.sheets)
            for (const Remark& remark : sheet.remarks)
                reasoned += remark.kind == remark::kLabelReasoned || remark.kind == remark::kColumnInferred;
    const auto placed = static_cast<std::int64_t>(count.in_fields + count.in_extras);
    return 2 * (placed - kUnplaced * static_cast<std::int64_t>(count.unplaced)) - reasoned;
}

}  // namespace

Result<std::vector<Document>> read_with_best_form(const std::string& bytes, const std::string& path,
                                                  std::span<const Form> forms, ReadOptions options) {
    std::optional<Result<std::vector<Document>>> best;
    std::int64_t most = 0;
    for (const Form& form : forms) {
        options.form = &form;
        auto read = read_documents(bytes, path, options);
        const std::int64_t value = read ? worth(*read, count_texts(path, *read)) : INT64_MIN;
        if (best && value <= most) continue;
        most = value;
        if (read && forms.size() > 1)
            for (Document& document : *read) document.remarks.push_back({remark::kReadWithForm, {}, form.name()});
        best = std::move(read);
    }
    return best ? std::move(*best) : read_documents(bytes, path, options);
}

const Form& form_of(const Document& document, std::span<const Form> forms) {
    for (const Remark& remark : document.remarks)
        for (const Form& form : forms)
            if (remark.kind == remark::kReadWithForm && remark.detail == form.name()) return form;
    return forms.front();
}

}  // namespace goalsheet
