// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include "goalsheet/text.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace html_residue_rule {
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

constexpr std::array<std::string_view, 18> kEntities = {"nbsp",   "amp",  "lt",     "gt",    "quot",  "apos",
                                                        "ensp",   "emsp", "copy",   "yen",   "times", "middot",
                                                        "hellip", "deg",  "thinsp", "ndash", "mdash", "laquo"};

const Message kEntity = {
    "文章の中にHTMLの文字参照「{0}」が文字のまま残っています。空白や記号に直すか削除してください。",
    "An HTML character reference ({0}) was left as text; write the character or delete it."};

// The end of &nbsp; or &#160; that starts at `at` (a &), or 0.
std::size_t entity_end(std::string_view text, std::size_t at) {
    constexpr std::size_t kMostDigits = 7;
    std::size_t end = at + 1;
    if (end < text.size() && text[end] == '#') {
        const std::size_t digits = ++end;
        if (end < text.size() && (text[end] == 'x' || text[end] == 'X')) ++end;
        while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) && end - digits < kMostDigits)
            ++end;
        return end > digits && end < text.size() && text[end] == ';' ? end + 1 : 0;
    }
    for (const std::string_view name : kEntities) {
        if (!text.substr(end).starts_with(name)) continue;
        const std::size_t behind = end + name.size();
        if (behind < text.size() && text[behind] == ';') return behind + 1;
        if (name == "nbsp") return behind;
    }
    return 0;
}

void check_entities(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
            const std::size_t end = entity_end(text, at);
            if (end == 0) continue;
            report.add(sheet, sheet.at(field, at, end),
                       Saying{.arguments = {same(text.substr(at, end - at))}, .message = &kEntity});
            break;  // one finding for a text: its others came the same way
        }
    }
}

const Message kMarkup = {"文章の中に書式の記号「{0}」が文字のまま残っています。削除してください。",
                         "A mark of formatting ({0}) was left as text; delete it."};

// A line break of a program (\n) or **bold** of Markdown between Japanese words.
std::optional<std::pair<std::size_t, std::size_t>> find_markup_sign(std::string_view text) {
    for (const std::string_view sign : {"\\n", "\\r", "\\t"})
        for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1))
            if (decode_before(text, at).value > 0x7F && decode_at(text, at + sign.size()).value > 0x7F)
                return std::pair(at, at + sign.size());
    constexpr std::string_view kBold = "**";
    const std::size_t open = text.find(kBold);
    const std::size_t close = open == std::string_view::npos ? open : text.find(kBold, open + kBold.size());
    if (close == std::string_view::npos || close - open < 2 * kBold.size()) return std::nullopt;
    return std::pair(open, close + kBold.size());
}

void check_markup_signs(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts())
        if (const auto found = find_markup_sign(field.text->text))
            report.add(
                sheet, sheet.at(field, found->first, found->second),
                Saying{.arguments = {same(excerpt(
                           std::string_view(field.text->text).substr(found->first, found->second - found->first)))},
                       .message = &kMarkup,
                       .at_most = Severity::warning});
}

bool is_ascii_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// a<b>c compares letters: a tag of one letter between letters that nothing closes.
bool is_comparison(const SheetScope& sheet, const SourcedText& tag) {
    const std::string& words = tag.text;
    const auto range = tag.source_of();
    const auto& source = sheet.page.document.source.text;
    if (words.size() != 3 || words[0] != '<' || !range || !source) return false;
    const std::string_view text = source->text();
    std::string_view before = text.substr(0, range->first);
    std::string_view after = text.substr(std::min<std::size_t>(range->second, text.size()));
    if (before.ends_with("&lt;")) before.remove_suffix(4);
    if (after.starts_with("&gt;")) after.remove_prefix(4);
    return !before.empty() && !after.empty() && is_ascii_word(before.back()) && is_ascii_word(after.front());
}

using SourceRange = std::pair<std::uint32_t, std::uint32_t>;

void check_tags(const SheetScope& sheet, Reporter& report) {
    std::set<SourceRange> told;
    std::set<std::string> opened;
    for_each_remark(sheet, remark::kResidue, [&](const Remark& remark, const Place& at) {
        Place place = at;
        if (is_comparison(sheet, remark.text)) return;
        if (const auto range = remark.text.source_of()) {
            place.address = sheet.address_at(range->first);
            told.insert(*range);
        }
        // </b> goes with the <b> that was told of.
        const bool closes = remark.text.text.starts_with("</");
        if (!closes) opened.insert(element_of(remark.text.text));
        if (closes && opened.contains(element_of(remark.text.text))) return;
        report.add(sheet, place,
                   Saying{.arguments = {same(excerpt(remark.text.text))},
                          .edits = {{&remark.text, 0, remark.text.text.size(), std::string()}}});
    });
    for (const CharacterHit& hit : sheet.characters().of(CharacterClass::tag_start)) {
        const FieldText& field = sheet.texts()[hit.text];
        const std::size_t end = tag_end(field.text->text, hit.offset);
        // A tag that was taken out of its text is kept among what has no field.
        const auto range = field.text->source_of();
        if (end == 0 || (range && told.contains(*range))) continue;
        report.add(
            sheet, sheet.at(field, hit.offset, end),
            Saying{
                .arguments = {same(excerpt(std::string_view(field.text->text).substr(hit.offset, end - hit.offset)))},
                .edits = {{field.text, hit.offset, end, std::string()}}});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    check_tags(sheet, report);
    check_entities(sheet, report);
    check_markup_signs(sheet, report);
}

}  // namespace
}  // namespace html_residue_rule

const RuleBody html_residue{
    .texts = {.title = {"文章の中にHTMLタグ", "HTML tag inside the text"},
              .message = {"文章の中にHTMLタグ「{0}」が残っています。削除してください。",
                          "HTML tag text {0} remains; delete it."},
              .why = {"公開ページにタグの文字がそのまま表示されます。", "The published page shows the tag as text."},
              .wrong = "現況・課題: &lt;ul style=\"list-style-type: none\"&gt; ごみの排出量が増加している。",
              .right = "現況・課題: ごみの排出量が増加している。"},
    .on_sheet = html_residue_rule::check,
};

}  // namespace goalsheet::rules
