// SPDX-License-Identifier: MIT
#include "write/document/published_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "goalsheet/form.hpp"
#include "goalsheet/text.hpp"
#include "model/appendix.hpp"
#include "model/published_layout.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

using namespace published;
using Kind = PublishedCell::Kind;

// Cells reach down over no more rows than this: browsers clamp spans, and so do we.
constexpr std::size_t kMostRows = 1000;

// The columns of 欄 | 区分 | 内容 on a table of this width.
struct FieldColumns {
    std::uint32_t qualifier;
    std::uint32_t text;
    std::uint32_t width;
};
constexpr FieldColumns kSheetColumns{2, 4, kPublishedColumns};
constexpr FieldColumns kPageColumns{1, 2, kPublishedPageColumns};

std::string label(FieldId field) { return std::string(Form::standard().label(field)); }

/// Rows below 欄 | 区分 | 内容.
class FieldBlock {
public:
    explicit FieldBlock(FieldColumns columns) : at_(columns) {}

    void begin(std::string_view field, std::string_view qualifier) {
        PublishedRow row;
        row.push_back({Kind::column_heading, std::string(field), 0, qualifier.empty() ? at_.text : at_.qualifier, 1});
        if (!qualifier.empty())
            row.push_back({Kind::column_heading, std::string(qualifier), at_.qualifier, at_.text - at_.qualifier, 1});
        row.push_back({Kind::column_heading, std::string(kText), at_.text, at_.width - at_.text, 1});
        rows_.push_back(std::move(row));
    }

    void add(std::string name, std::string text) {
        rows_.push_back({{Kind::row_heading, std::move(name), 0, at_.text, 1}, text_cell(std::move(text))});
    }

    void add_divided(std::string name, std::string qualifier, std::string text) {
        rows_.push_back({{Kind::row_heading, std::move(name), 0, at_.qualifier, 1},
                         {Kind::row_heading, std::move(qualifier), at_.qualifier, at_.text - at_.qualifier, 1},
                         text_cell(std::move(text))});
    }

    PublishedBlock take() { return std::move(rows_); }

private:
    PublishedCell text_cell(std::string text) const {
        return {Kind::text, std::move(text), at_.text, at_.width - at_.text, 1};
    }

    FieldColumns at_;
    PublishedBlock rows_;
};

void add_year(FieldBlock& block, const std::optional<FiscalYear>& year) {
    if (year)
        block.add_divided(label(FieldId::fiscal_year), fmt::format("{}", year->gregorian), year->label);
    else
        block.add(label(FieldId::fiscal_year), {});
}

PublishedBlock field_block(const Sheet& sheet) {
    FieldBlock block(kSheetColumns);
    block.begin(kField, kQualifier);
    block.add(label(FieldId::goal), sheet.goal.text);
    block.add(label(FieldId::department), sheet.department.text);
    block.add(label(FieldId::priority), sheet.priority ? fmt::format("{}位", *sheet.priority) : std::string{});
    add_year(block, sheet.fiscal_year);
    for (const Alignment& alignment : sheet.alignments)
        block.add_divided(std::string(kAlignments), alignment.plan.text, alignment.text.text);
    block.add(label(FieldId::situation), sheet.situation.text);
    block.add(label(FieldId::purpose), sheet.purpose.text);
    for (const SdgGoal& sdg : sheet.sdgs)
        block.add_divided(label(FieldId::sdgs), fmt::format("{}", sdg.number), sdg.name.text);
    return block.take();
}

// The number and title of an item stand in front of its first measure and reach down over the others.
void add_item(PublishedBlock& block, const Item& item) {
    for (std::size_t i = 0; i < item.measures.size(); ++i) {
        const Measure& measure = item.measures[i];
        PublishedRow row;
        if (i % kMostRows == 0) {
            const auto rows = static_cast<std::uint32_t>(std::min(kMostRows, item.measures.size() - i));
            const std::string title = item.title.empty() ? std::string{} : std::string(kTitleMark) + item.title.text;
            row.push_back({Kind::row_heading, i == 0 ? circled(item.number) : std::string{}, 0, 1, rows});
            row.push_back({Kind::row_heading, i == 0 ? title : std::string{}, 1, 1, rows});
        }
        row.push_back({Kind::row_heading, fmt::format("({})", measure.number), 2, 1, 1});
        std::uint32_t column = 3;
        for (const SourcedText* text :
             {&measure.action, &measure.deadline, &measure.target, &measure.midterm, &measure.final})
            row.push_back({Kind::text, text->text, column++, 1, 1});
        block.push_back(std::move(row));
    }
}

PublishedBlock item_block(const Sheet& sheet) {
    PublishedBlock block(1);
    for (std::uint32_t column = 0; column < kItemColumns.size(); ++column)
        block[0].push_back({Kind::column_heading, std::string(kItemColumns[column]), column, 1, 1});
    for (const Item& item : sheet.items) add_item(block, item);
    return block;
}

// Where the cells of an appendix begin; the last one reaches to the end of the table.
std::span<const std::uint32_t> appendix_columns(AppendixKind kind) {
    static constexpr std::uint32_t kIndicators[] = {0, 1, 2, 3, 4, 5, 6, 7};
    static constexpr std::uint32_t kExtras[] = {0, 1, 2, 4, 5};
    static constexpr std::uint32_t kSeries[] = {0, 1, 2, 4, 5, 6};
    if (kind == AppendixKind::indicators) return kIndicators;
    if (kind == AppendixKind::extras) return kExtras;
    return kSeries;
}

PublishedBlock appendix_block(const AppendixBlock& appendix) {
    constexpr std::size_t kRowHeadings = 3;  // the two numbers, and what the row is called
    const std::span<const std::uint32_t> columns = appendix_columns(appendix.kind);
    const auto cell = [&](Kind kind, std::size_t i, std::string text) -> PublishedCell {
        const std::uint32_t end = i + 1 < columns.size() ? columns[i + 1] : kPublishedColumns;
        return {kind, std::move(text), columns[i], end - columns[i], 1};
    };
    PublishedBlock block(1);
    const auto headings = appendix_headings(appendix.kind);
    for (std::size_t i = 0; i < headings.size(); ++i)
        block[0].push_back(cell(Kind::column_heading, i, std::string(headings[i])));
    for (const std::vector<std::string>& texts : appendix.rows) {
        PublishedRow& row = block.emplace_back();
        for (std::size_t i = 0; i < texts.size(); ++i)
            row.push_back(cell(i < kRowHeadings ? Kind::row_heading : Kind::text, i, texts[i]));
    }
    return block;
}

PublishedBlock notes_block(const Sheet& sheet) {
    FieldBlock block(kSheetColumns);
    block.begin(kNotes, {});
    block.add(label(FieldId::participation), sheet.notes.participation.text);
    block.add(label(FieldId::outcomes), sheet.notes.outcomes.text);
    return block.take();
}

PublishedBlock unplaced_block(const Sheet& sheet) {
    FieldBlock block(kSheetColumns);
    block.begin(kUnplaced, kAddress);
    for (const Unplaced& unplaced : sheet.unplaced)
        block.add_divided(unplaced.label, unplaced.address, unplaced.text.text);
    return block.take();
}

// "<td" and the like make a file HTML, whatever else is in it.
bool begins_tag(std::string_view text, std::size_t at) {
    if (text[at] != '<' || at + 1 >= text.size()) return false;
    const char next = text[at + 1];
    return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

// Control characters: encodings and line ends are found by them.
// In copied text, where a runner of CI would take a line for a command.
bool begins_command(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    if (text[at] == '[') return ends_as_command(before);
    if (!text.substr(at).starts_with("::")) return false;
    return trim(before.substr(std::min(before.rfind('\n') + 1, before.size()))).empty();
}

bool must_be_named(std::string_view text, std::size_t at, char32_t c, bool tags) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    return control || c == 0xFFFE || c == 0xFFFF || (tags && (begins_tag(text, at) || begins_command(text, at))) ||
           text.substr(at).starts_with(kEscapeOpen);
}

void add_name(std::string& out, char32_t c) {
    fmt::format_to(std::back_inserter(out), "{}U+{:04X}{}", kEscapeOpen, static_cast<unsigned>(c), kEscapeClose);
}

void add_character(std::string& out, std::string_view bytes, char32_t c) {
    if (c == 0xFFFD)
        out += "\xEF\xBF\xBD";  // also for bytes that are no UTF-8
    else
        out += bytes;
}

}  // namespace

// White space at the ends of a cell is nobody's intention in copied text; here it is.
std::string name_characters(std::string_view text, bool tags) {
    const std::string_view core = trim(text);
    const std::size_t begin = core.empty() ? text.size() : static_cast<std::size_t>(core.data() - text.data());
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (at < begin || at >= begin + core.size() || must_be_named(text, at, point.value, tags))
            add_name(out, point.value);
        else
            add_character(out, text.substr(at, point.length), point.value);
        at += point.length;
    }
    return out;
}

std::vector<PublishedBlock> published_sheet(const Sheet& sheet) {
    std::vector<PublishedBlock> blocks = {field_block(sheet), item_block(sheet)};
    for (const AppendixBlock& appendix : appendix_of(sheet)) blocks.push_back(appendix_block(appendix));
    blocks.push_back(notes_block(sheet));
    if (!sheet.unplaced.empty()) blocks.push_back(unplaced_block(sheet));
    return blocks;
}

PublishedBlock published_page(const Document& document) {
    FieldBlock block(kPageColumns);
    block.begin(kPageField, kQualifier);
    block.add(label(FieldId::department), document.department.text);
    add_year(block, document.fiscal_year);
    for (std::size_t i = 0; i < document.goals.size(); ++i)
        block.add_divided(label(FieldId::goal), fmt::format("{}", i + 1), document.goals[i].text);
    return block.take();
}

std::string published_title(const Document& document) {
    std::string title = document.fiscal_year ? document.fiscal_year->label + " " : std::string{};
    if (!document.department.empty()) title += document.department.text + " ";
    title += Form::standard().label(FieldId::title);
    std::replace(title.begin(), title.end(), '\n', ' ');
    return title;
}

}  // namespace goalsheet
