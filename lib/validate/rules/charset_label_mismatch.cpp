// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cctype>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace charset_label_mismatch_rule {
namespace {

const Message kShiftJis = {
    "宣言は{0}ですが「①」などCP932だけの文字があります。`charset=windows-31j` とするかUTF-8で保存してください。",
    "Declared {0} but CP932-only bytes occur; relabel it windows-31j or save it as UTF-8."};

bool is_shift_jis(std::string_view label) {
    const std::string plain = fold(label);
    return plain.find("shift") != std::string::npos || plain.find("sjis") != std::string::npos;
}

bool is_same_letter(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

std::size_t find_in_any_case(std::string_view text, std::string_view word, std::size_t from) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size()));
    const auto found = std::search(begin, text.end(), word.begin(), word.end(), is_same_letter);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// Where the head of a page names its encoding: charset=LABEL, charset="LABEL", encoding="LABEL".
SourcedText find_label(const DocumentScope& page, std::string_view declared) {
    constexpr std::size_t kHead = 4096;
    SourcedText label;
    const auto& source = page.document.source.text;
    if (!source || declared.empty()) return label;
    const std::string_view head = std::string_view(source->text()).substr(0, kHead);
    for (const std::string_view name : {"charset", "encoding"})
        for (std::size_t at = find_in_any_case(head, name, 0); at != std::string_view::npos;
             at = find_in_any_case(head, name, at + 1)) {
            const std::size_t begin = head.find_first_not_of(" =\"'", at + name.size());
            const std::string_view written = head.substr(std::min(begin, head.size()), declared.size());
            if (find_in_any_case(written, declared, 0) != 0) continue;
            label.append(written, static_cast<std::uint32_t>(begin));
            return label;
        }
    return label;
}

void check(const DocumentScope& page, Reporter& report) {
    for_each_remark(page, remark::kCharsetMismatch, [&](const Remark& remark, const Place& place) {
        const std::string_view detail = remark.detail;
        const std::string_view declared = trim(detail.substr(0, detail.find(' ')));
        const Message* message =
            is_shift_jis(declared) && page.document.source.encoding == "windows-31j" ? &kShiftJis : nullptr;
        const SourcedText label = find_label(page, declared);
        std::vector<TextEdit> edits;
        if (!label.empty()) edits.push_back({&label, 0, label.text.size(), page.document.source.encoding});
        report.add(page, place,
                   Saying{.arguments = {same(excerpt(declared)), same(page.document.source.encoding)},
                          .message = message,
                          .edits = std::move(edits)});
    });
}

}  // namespace
}  // namespace charset_label_mismatch_rule

const RuleBody charset_label_mismatch{
    .texts = {.title = {"文字コードの宣言と中身が違う", "declared and actual encoding differ"},
              .message = {"文字コードの宣言は{0}ですが中身は{1}です。宣言を直すかUTF-8で保存してください。",
                          "Declared {0} but the content is {1}; correct the declaration or save it as UTF-8."},
              .why = {"宣言を信じる閲覧ソフトでは①や㈱が文字化けします。",
                      "Software that trusts the declaration garbles characters such as ① and ㈱."},
              .wrong = "# <meta charset=\"Shift_JIS\"> と宣言し、①（0x87 0x40）を含むファイル",
              .right = "# <meta charset=\"utf-8\"> と宣言し、UTF-8で保存したファイル"},
    .on_document = charset_label_mismatch_rule::check,
};

}  // namespace goalsheet::rules
