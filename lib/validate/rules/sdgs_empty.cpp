// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace sdgs_empty_rule {
namespace {

bool has_unplaced(const SheetScope& sheet) {
    const auto& unplaced = sheet.sheet.unplaced;
    return std::any_of(unplaced.begin(), unplaced.end(), [&](const Unplaced& one) {
        return sheet.page.form().match(one.label) == FieldId::sdgs && !is_blank(one.text.text);
    });
}

const Message kOneImage = {
    "SDGsの画像{0}枚のうち{1}枚に代替テキスト（alt）がありません。alt に「8 "
    "働きがいも経済成長も」のように入れてください。",
    "{1} of {0} SDG images without alt text; give it alt text like “8 働きがいも経済成長も”."};

// Cells and plain text have no images whose alternative text would be read.
const Message kInCells = {
    "「該当するSDGsの目標」が空です。「8 働きがいも経済成長も」のように、番号と名前を文字で書いてください。",
    "The SDG cell is empty; write number and name, like “8 働きがいも経済成長も”."};
const Message kInWord = {
    "「該当するSDGsの目標」が空です。「8 "
    "働きがいも経済成長も」のように文字で書くか、画像の「代替テキスト」に入れてください。",
    "The SDG cell is empty; write “8 働きがいも経済成長も” or the like, or give it to the image as its alt text."};

const Message* message_for(const std::string& format) {
    if (format == "html" || format == "mhtml") return nullptr;
    return format == "docx" || format == "opendocument" ? &kInWord : &kInCells;
}

// From the label to the end of its row.
std::pair<std::size_t, std::size_t> row_of_label(const SheetScope& sheet) {
    const LabelCell* label = sheet.label(FieldId::sdgs);
    const auto range = label ? label->text.source_of() : std::nullopt;
    const auto& source = sheet.page.document.source;
    if (!range || !source.text || source.format != "html") return {0, 0};
    const std::string_view text = source.text->text();
    std::size_t end = text.size();
    for (const std::string_view tag : {"<tr", "<TR", "</tr", "</TR", "</table", "</TABLE"})
        end = std::min(end, text.find(tag, range->second));
    return {range->second, end};
}

std::size_t count_images(std::string_view text) {
    std::size_t count = 0;
    for (const std::string_view tag : {"<img", "<IMG"})
        for (std::size_t at = text.find(tag); at != std::string_view::npos; at = text.find(tag, at + 1)) ++count;
    return count;
}

// One of several icons without its name.
void check_images(const SheetScope& sheet, Reporter& report) {
    const auto [begin, end] = row_of_label(sheet);
    const MarkupPiece* first = nullptr;
    std::size_t bare = 0;
    for (const MarkupPiece& piece : sheet.page.markup()) {
        if (piece.kind != MarkupPiece::Kind::bare_image || piece.begin < begin || piece.begin >= end) continue;
        if (!first) first = &piece;
        ++bare;
    }
    if (!first) return;
    const std::string_view source = sheet.page.document.source.text->text();
    SourcedText text;
    Place place = sheet.at(FieldId::sdgs);
    const SheetAddress address = place.address;
    place = sheet.page.at_source(first->begin, first->end, text);
    place.address = address;
    report.add(sheet, place,
               Saying{.arguments = {count_word(count_images(source.substr(begin, end - begin))), count_word(bare)},
                      .message = &kOneImage});
}

void check(const SheetScope& sheet, Reporter& report) {
    if (!sheet.sheet.sdgs.empty()) return check_images(sheet, report);
    if (has_unplaced(sheet)) return;
    // A form without the label asks for nothing; a model read from JSON has no labels at all.
    if (!sheet.label(FieldId::sdgs) && !sheet.sheet.labels.empty()) return;
    report.add(sheet, sheet.at(FieldId::sdgs), Saying{.message = message_for(sheet.page.document.source.format)});
}

}  // namespace
}  // namespace sdgs_empty_rule

const RuleBody sdgs_empty{
    .texts =
        {.title = {"SDGsの目標が空", "no SDG is given"},
         .message = {"「該当するSDGsの目標」が空です。画像だけの場合は alt に「8 "
                     "働きがいも経済成長も」のように入れてください。",
                     "The SDG cell is empty; if it holds images, give them alt text like “8 働きがいも経済成長も”."},
         .why = {"画像だけでは読み上げにも集計にも伝わりません。",
                 "An image alone tells neither screen readers nor programs anything."},
         .wrong = "該当するSDGsの目標:",
         .right = "該当するSDGsの目標: 8 働きがいも経済成長も"},
    .on_sheet = sdgs_empty_rule::check,
};

}  // namespace goalsheet::rules
