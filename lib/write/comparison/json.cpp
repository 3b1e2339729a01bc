// SPDX-License-Identifier: MIT
#include "goalsheet/write_comparison.hpp"
#include "text/json_text.hpp"

namespace goalsheet {
namespace {

void add_number(JsonText& json, std::string_view name, const std::optional<int>& number) {
    json.key(name);
    number ? json.number(*number) : json.null();
}

void add_figure(JsonText& json, std::string_view name, const std::optional<Decimal>& value) {
    json.key(name);
    value ? json.digits(value->to_text()) : json.null();
}

void add_place(JsonText& json, std::string_view name, const std::optional<DifferencePlace>& place) {
    json.key(name);
    if (!place) return json.null();
    json.open_object();
    json.field("path", place->path);
    if (place->line != 0) {
        json.field("line", place->line);
        json.field("column", place->column);
    }
    if (!place->cell.empty()) json.field("cell", place->cell);
    json.close_object();
}

std::string_view op_name(WordPiece::Op op) {
    return op == WordPiece::Op::same ? "same" : op == WordPiece::Op::added ? "added" : "removed";
}

void add_words(JsonText& json, const std::vector<WordPiece>& words) {
    json.key("words");
    json.open_list();
    for (const WordPiece& word : words) {
        json.open_object();
        json.field("op", op_name(word.op));
        json.field("text", word.text);
        json.close_object();
    }
    json.close_list();
}

void add_figures(JsonText& json, const std::vector<FigureDifference>& figures) {
    json.key("figures");
    json.open_list();
    for (const FigureDifference& figure : figures) {
        json.open_object();
        json.field("label", figure.label);
        json.field("unit", figure.unit);
        add_figure(json, "before", figure.before);
        add_figure(json, "after", figure.after);
        json.field("before_words", figure.before_words);
        json.field("after_words", figure.after_words);
        json.close_object();
    }
    json.close_list();
}

void add_difference(JsonText& json, const SheetComparison* sheet, const Difference& difference) {
    json.open_object();
    json.field("kind", difference_kind_name(difference.kind));
    json.field("part", difference_part_name(difference.part));
    json.field("department", sheet ? std::string_view(sheet->sheet().department.text) : std::string_view{});
    json.field("goal", sheet ? std::string_view(sheet->sheet().goal.text) : std::string_view{});
    json.key("field");
    difference.field ? json.text(field_name(*difference.field)) : json.null();
    json.field("label", difference.label);
    add_number(json, "item_before", difference.item_before);
    add_number(json, "measure_before", difference.measure_before);
    add_number(json, "item_after", difference.item_after);
    add_number(json, "measure_after", difference.measure_after);
    json.field("before", difference.before);
    json.field("after", difference.after);
    add_words(json, difference.words);
    add_figures(json, difference.figures);
    add_place(json, "old_place", difference.old_place);
    add_place(json, "new_place", difference.new_place);
    json.close_object();
}

std::size_t count_sheets(const Comparison& comparison, bool before, bool after) {
    std::size_t count = 0;
    for (const SheetComparison& sheet : comparison.sheets)
        count += (sheet.before != nullptr) == before && (sheet.after != nullptr) == after;
    return count;
}

void add_summary(JsonText& json, const Comparison& comparison) {
    json.key("summary");
    json.open_object();
    json.field("sheets_matched", static_cast<std::int64_t>(count_sheets(comparison, true, true)));
    json.field("sheets_added", static_cast<std::int64_t>(count_sheets(comparison, false, true)));
    json.field("sheets_removed", static_cast<std::int64_t>(count_sheets(comparison, true, false)));
    for (const DifferenceKind kind :
         {DifferenceKind::added, DifferenceKind::removed, DifferenceKind::changed, DifferenceKind::moved})
        json.field(difference_kind_name(kind), static_cast<std::int64_t>(comparison.count(kind)));
    json.close_object();
}

}  // namespace

std::string write_comparison_json(const Comparison& comparison, const ComparisonNames& names) {
    JsonText json(0);
    json.open_object();
    json.field("schema_version", 1);
    json.field("old", names.before);
    json.field("new", names.after);
    json.key("equal");
    json.truth(comparison.equal());
    add_summary(json, comparison);
    json.key("differences");
    json.open_list();
    for (const Difference& one : comparison.pages) add_difference(json, nullptr, one);
    for (const SheetComparison& sheet : comparison.sheets)
        for (const Difference& one : sheet.differences) add_difference(json, &sheet, one);
    json.close_list();
    json.close_object();
    return std::move(json).take() + "\n";
}

}  // namespace goalsheet
