// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 32> kElements = {
    "a",   "b",     "br",    "div", "em", "font",  "h1",   "h2",     "h3",     "hr",    "i",
    "img", "li",    "ol",    "p",   "s",  "small", "span", "strike", "strong", "style", "sub",
    "sup", "table", "tbody", "td",  "th", "tr",    "u",    "ul",     "center", "script"};

constexpr std::size_t kLongestTag = 512;  // bytes that the attributes of a tag may take

bool is_element(std::string_view name) {
    for (const std::string_view known : kElements)
        if (fold(name) == known) return true;
    return false;
}

// The end of a tag that starts at `at` (a <), or 0: 「A<B」 and 「<注>」 are no tags.
std::size_t tag_end(std::string_view text, std::size_t at) {
    std::size_t name = at + 1;
    if (name < text.size() && text[name] == '/') ++name;
    std::size_t end = name;
    while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
                                 (text[end] >= '0' && text[end] <= '9')))
        ++end;
    if (end == name || end - name > 8 || !is_element(text.substr(name, end - name))) return 0;
    const bool ends_name =
        end == text.size() || text[end] == '>' || text[end] == '/' || text[end] == ' ' || text[end] == '\n';
    if (!ends_name) return 0;
    const std::size_t close = text.substr(0, end + kLongestTag).find('>', end);
    return close == std::string_view::npos ? end : close + 1;
}

// b of <b class="x"> and of </b>.
std::string element_of(std::string_view tag) {
    const std::size_t begin = tag.starts_with("</") ? 2 : 1;
    const std::size_t end = tag.find_first_of(" />\n", begin);
    return fold(tag.substr(std::min(begin, tag.size()), end == std::string_view::npos ? end : end - begin));
}

using SourceRange = std::pair<std::uint32_t, std::uint32_t>;

void check(const SheetScope& sheet, Reporter& report) {
    std::set<SourceRange> told;
    std::set<std::string> opened;
    for_each_remark(sheet, remark::kResidue, [&](const Remark& remark, const Place& at) {
        Place place = at;
        if (const auto range = remark.text.source_of()) {
            place.spot = sheet.spot_at(range->first);
            told.insert(*range);
        }
        // </b> goes with the <b> that was told of.
        const bool closes = remark.text.text.starts_with("</");
        if (!closes) opened.insert(element_of(remark.text.text));
        if (closes && opened.contains(element_of(remark.text.text))) return;
        report.add(sheet, place, {same(excerpt(remark.text.text))});
    });
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::tag_start)) {
        const FieldText& field = sheet.texts()[hit.text];
        const std::size_t end = tag_end(field.text->text, hit.offset);
        // A tag that was taken out of its text is kept among what has no field.
        const auto range = field.text->source_of();
        if (end == 0 || (range && told.contains(*range))) continue;
        report.add(sheet, sheet.at(field, hit.offset, end),
                   {same(excerpt(std::string_view(field.text->text).substr(hit.offset, end - hit.offset)))});
    }
}

}  // namespace

const RuleBody html_residue{
    .texts = {.title = {"文章の中にHTMLタグ", "HTML tag inside the text"},
              .message = {"文章の中にHTMLタグ「{0}」が残っています。削除してください。",
                          "HTML tag text {0} remains; delete it."},
              .why = {"公開ページにタグの文字がそのまま表示されます。", "The published page shows the tag as text."},
              .wrong = "現況・課題: &lt;ul style=\"list-style-type: none\"&gt; ごみの排出量が増加している。",
              .right = "現況・課題: ごみの排出量が増加している。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
