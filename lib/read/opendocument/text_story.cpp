// SPDX-License-Identifier: MIT
#include "read/opendocument/text_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/numerals.hpp"
#include "read/package/xml.hpp"
#include "read/symbol_fonts.hpp"

namespace goalsheet {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void add_plain_text(pugi::xml_node node, std::string& text, std::size_t depth) {
    if (depth > limit::kDocumentDepth || text.size() > limit::kMarkerBytes) return;
    for (const pugi::xml_node child : node) {
        const std::string_view name = local_name(child);
        if (child.type() == pugi::node_pcdata) text += child.value();
        if (name == "creator" || name == "date" || name == "date-string" || name == "change-info") continue;
        if (name == "p" && !text.empty()) text += ' ';
        add_plain_text(child, text, depth + 1);
    }
}

constexpr std::array<std::string_view, 9> kShapes = {"frame",   "custom-shape", "rect",      "ellipse", "circle",
                                                     "polygon", "path",         "connector", "g"};
// What no page shows, or what is read elsewhere.
constexpr std::array<std::string_view, 7> kSilent = {
    "forms", "sequence-decls", "user-field-decls", "variable-decls", "script", "creator", "date"};

void count(OdfCounts& counts, const OdfListStyle& style, std::size_t level, pugi::xml_node item) {
    counts[level] = odf_number(item, "start-value", counts[level] ? *counts[level] + 1 : style[level].start);
    for (std::size_t below = level + 1; below < kOdfListLevels; ++below) counts[below].reset();
}

std::string number_text(const OdfListStyle& style, std::size_t level, const OdfCounts& counts) {
    const OdfListLevel& own = style[level];
    if (own.numerals.empty()) return own.prefix + own.suffix;
    std::string numbers;
    const std::size_t first = level + 1 - std::min<std::size_t>(std::max(own.shown, 1U), level + 1);
    for (std::size_t at = first; at <= level; ++at) {
        if (style[at].numerals.empty()) continue;
        if (!numbers.empty()) numbers += '.';
        numbers += show_numeral(style[at].numerals, counts[at].value_or(style[at].start));
    }
    return own.prefix + numbers + own.suffix;
}

// Its own, else that of its first paragraph.
std::string style_of_list(pugi::xml_node list, const OdfStyles& styles) {
    std::string own(odf_attribute(list, "style-name"));
    if (!own.empty()) return own;
    const pugi::xml_node item = child_of(list, "list-item");
    return styles.list_of_paragraph(odf_attribute(child_of(item, "p"), "style-name"));
}

}  // namespace

std::string odf_plain_text(pugi::xml_node node) {
    std::string text;
    add_plain_text(node, text, 0);
    return cut_marker(std::move(text));
}

bool OdfTextStory::too_deep() {
    if (depth_ < limit::kDocumentDepth && !page_.is_cut()) return false;
    if (!page_.is_cut() && !std::exchange(depth_said_, true))
        page_.add_remark(remark::kLimit, {}, fmt::format("document-depth {}", limit::kDocumentDepth), page_.offset());
    return true;
}

void OdfTextStory::read(pugi::xml_node parent) {
    walk_blocks(parent);
    read_pending_notes(false);
    for (auto& [name, comment] : std::exchange(comments_, {}))  // whose end is missing
        page_.add_remark(remark::kComment, SourcedText::missing_at(comment.begin), comment.detail, comment.begin);
}

void OdfTextStory::walk_blocks(pugi::xml_node parent) {
    for (const pugi::xml_node child : parent)
        if (child.type() == pugi::node_element) walk_block(child);
}

void OdfTextStory::walk_block(pugi::xml_node node) {
    if (too_deep()) return;
    ++depth_;
    const std::string_view name = local_name(node);
    if (name == "p" || name == "h") {
        read_paragraph(node);
    } else if (name == "list") {
        read_list(node);
    } else if (name == "table") {
        read_table(node);
    } else if (name == "tracked-changes") {
        read_tracked_changes(node);
    } else if (name == "section") {
        page_.open("div", odf_attribute(node, "display") == "none");
        walk_blocks(node);
        page_.close();
    } else if (is_one_of(name, kShapes)) {
        read_shape(node);
        read_boxes();
    } else if (!walk_mark(node, name) && !is_one_of(name, kSilent)) {
        walk_blocks(node);
    }
    --depth_;
}

void OdfTextStory::read_paragraph(pugi::xml_node node, const std::optional<ListPlace>& list) {
    const std::string_view style = odf_attribute(node, "style-name");
    std::uint32_t heading = is_element(node, "h") ? std::clamp(odf_number(node, "outline-level", 1), 1U, 6U) : 0;
    if (heading == 0) heading = styles_->heading(style);
    page_.open_paragraph(heading, heading == 0 ? list : std::nullopt);
    if (heading != 0 && list) page_.add_text(list->marker.value_or("・"));
    if (lists_.empty() && is_element(node, "h")) page_.add_text(next_heading_number(node).value_or(""));
    const PartialLook around = std::exchange(look_, styles_->look("paragraph", style));
    walk_inline(node);
    look_ = around;
    page_.close_paragraph();
    read_boxes();
}

// A list goes on with the numbers of the last one of its style, of one that it names, or begins anew.
void OdfTextStory::read_list(pugi::xml_node node) {
    const std::string style = style_of_list(node, *styles_);
    const std::string id(odf_attribute(node, "id"));
    const bool outermost = lists_.empty();
    const bool goes_on = odf_attribute(node, "continue-numbering") == "true";
    if (outermost) {
        lists_.push_back({style, {}});
        const std::string other(odf_attribute(node, "continue-list"));
        if (const auto found = counts_of_list_.find(other); found != counts_of_list_.end())
            lists_.back().counts = found->second;
        else if (goes_on)
            lists_.back().counts = counts_of_style_[style];
        list_level_ = 0;
    } else {
        ++list_level_;
        if (!goes_on && list_level_ < kOdfListLevels) lists_.back().counts[list_level_].reset();
    }
    const std::string around = lists_.back().style;
    if (!style.empty()) lists_.back().style = style;
    for (const pugi::xml_node child : node)
        if (is_element(child, "list-item") || is_element(child, "list-header"))
            read_item(child, is_element(child, "list-item"));
    lists_.back().style = around;
    if (!outermost) {
        --list_level_;
        return;
    }
    counts_of_style_[lists_.back().style] = lists_.back().counts;
    if (!id.empty()) counts_of_list_[id] = lists_.back().counts;
    lists_.pop_back();
}

void OdfTextStory::read_item(pugi::xml_node node, bool numbered) {
    bool first = numbered;
    for (const pugi::xml_node child : node) {
        if (!is_element(child, "p") && !is_element(child, "h")) {
            if (child.type() == pugi::node_element) walk_block(child);
            continue;
        }
        if (too_deep()) return;
        ++depth_;
        read_paragraph(child, first ? next_item(node) : std::nullopt);
        --depth_;
        first = false;
    }
}

std::optional<ListPlace> OdfTextStory::next_item(pugi::xml_node item) {
    const OdfListStyle* style = styles_->list(lists_.back().style);
    if (!style || list_level_ >= kOdfListLevels) return std::nullopt;
    const OdfListLevel& level = (*style)[list_level_];
    count(lists_.back().counts, *style, list_level_, item);
    std::string text = level.bullet.empty() ? number_text(*style, list_level_, lists_.back().counts) : level.bullet;
    if (trim(text).empty()) return std::nullopt;
    return ListPlace{static_cast<std::uint32_t>(list_level_),
                     list_marker_text(cut_marker(std::move(text)), level.tight)};
}

// One without words counts and shows nothing.
std::optional<std::string> OdfTextStory::next_heading_number(pugi::xml_node heading) {
    const std::size_t level = std::max(odf_number(heading, "outline-level", 1), 1U) - 1;
    if (level >= kOdfListLevels || odf_attribute(heading, "is-list-header") == "true") return std::nullopt;
    const OdfListLevel& own = styles_->outline()[level];
    if (own.numerals.empty()) return std::nullopt;
    if (odf_attribute(heading, "restart-numbering") == "true") headings_[level].reset();
    count(headings_, styles_->outline(), level, heading);
    if (odf_plain_text(heading).empty()) return std::nullopt;
    return list_marker_text(cut_marker(number_text(styles_->outline(), level, headings_)), own.tight);
}

void OdfTextStory::read_table(pugi::xml_node node) {
    const std::vector<OpenList> lists = std::exchange(lists_, {});
    const std::size_t level = std::exchange(list_level_, 0);
    const bool hidden = styles_->hides_table(odf_attribute(node, "style-name"));
    if (hidden) page_.open("div", true);
    page_.open_table();
    read_rows(node);
    page_.close_table();
    if (hidden) page_.close();
    lists_ = lists;
    list_level_ = level;
    if (!page_.in_table()) read_pending_notes(true);
}

void OdfTextStory::read_rows(pugi::xml_node parent) {
    if (too_deep()) return;
    ++depth_;
    for (const pugi::xml_node child : parent) {
        const std::string_view name = local_name(child);
        if (name == "table-row")
            read_row(child);
        else if (name == "table-header-rows" || name == "table-rows" || name == "table-row-group")
            read_rows(child);
    }
    --depth_;
}

// What is repeated more often than anybody would type is written once.
std::uint32_t OdfTextStory::take_repeats(std::uint32_t times, std::size_t cells) {
    const std::size_t more = (std::max(times, 1U) - 1) * std::max<std::size_t>(cells, 1);
    if (more <= limit::kRepeatedCells - written_repeats_) {
        written_repeats_ += more;
        return std::max(times, 1U);
    }
    page_.add_remark(remark::kLimit, {}, fmt::format("repeated-cells {}", limit::kRepeatedCells), page_.offset());
    written_repeats_ = limit::kRepeatedCells;
    return 1;
}

void OdfTextStory::read_row(pugi::xml_node node) {
    const auto cells = static_cast<std::size_t>(std::distance(node.begin(), node.end()));
    const std::uint32_t times = take_repeats(odf_number(node, "number-rows-repeated", 1), cells);
    for (std::uint32_t time = 0; time < times; ++time) {
        page_.open_row(odf_attribute(node, "visibility") == "collapse");
        pugi::xml_node last;
        for (const pugi::xml_node child : node) read_cell(child, last);
        page_.close_row();
    }
}

void OdfTextStory::read_cell(pugi::xml_node node, pugi::xml_node& last) {
    const bool covered = is_element(node, "covered-table-cell");
    if (!covered && !is_element(node, "table-cell")) return;
    const std::uint32_t times = take_repeats(odf_number(node, "number-columns-repeated", 1), 1);
    for (std::uint32_t time = 0; time < times; ++time) {
        if (covered && last) {
            page_.open_covered(last);
            walk_blocks(node);
            page_.close_covered();
        } else if (covered) {
            page_.pass_column();
        } else {
            const std::uint32_t columns = odf_number(node, "number-columns-spanned", 1);
            const std::uint32_t rows = odf_number(node, "number-rows-spanned", 1);
            last = page_.open_cell(std::min(columns, limit::kColspan), std::min(rows, limit::kRowspan));
            walk_blocks(node);
            page_.close_cell();
        }
    }
}

void OdfTextStory::walk_inline(pugi::xml_node parent) {
    if (too_deep()) return;
    ++depth_;
    for (const pugi::xml_node child : parent) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            add_text(child.value());
        else if (child.type() == pugi::node_element)
            walk_inline_element(child);
    }
    --depth_;
}

void OdfTextStory::walk_inline_element(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "s" || name == "tab")
        add_text(" ");
    else if (name == "line-break")
        page_.add_break(look_.look());
    else if (name == "span")
        walk_span(node, odf_attribute(node, "style-name"));
    else if (name == "a") {
        page_.open_inline("a");
        walk_span(node, odf_attribute(node, "style-name"));
        page_.close_inline();
    } else if (name == "ruby")
        read_ruby(node);
    else if (name == "note")
        read_note(node);
    else if (is_one_of(name, kShapes))
        read_shape(node);
    else if (name == "hidden-text" || name == "hidden-paragraph")
        return;
    else if (!walk_mark(node, name) && !is_one_of(name, kSilent))
        walk_inline(node);
}

bool OdfTextStory::walk_mark(pugi::xml_node node, std::string_view name) {
    if (name == "change-start" || name == "change-end" || name == "change")
        read_change(node, name);
    else if (name == "annotation")
        read_comment(node);
    else if (name == "annotation-end") {
        const auto found = comments_.find(std::string(odf_attribute(node, "name")));
        if (found == comments_.end()) return true;
        page_.add_remark(remark::kComment, page_.text_between(found->second.begin, page_.offset()),
                         found->second.detail, found->second.begin);
        comments_.erase(found);
    } else
        return false;
    return true;
}

void OdfTextStory::walk_span(pugi::xml_node node, std::string_view style) {
    const PartialLook around = look_;
    look_.lay_over(styles_->look("text", style));
    walk_inline(node);
    look_ = around;
}

void OdfTextStory::read_ruby(pugi::xml_node node) {
    page_.open_inline("ruby", look_.look());
    walk_inline(child_of(node, "ruby-base"));
    page_.open_inline("rt");
    walk_inline(child_of(node, "ruby-text"));
    page_.close_inline();
    page_.close_inline();
}

void OdfTextStory::read_note(pugi::xml_node node) {
    TextLook raised = look_.look();
    raised.height = TextLook::Height::raised;
    page_.add_text(odf_plain_text(child_of(node, "note-citation")), raised);
    notes_.push_back(node);
}

// Behind a table they are about its text.
void OdfTextStory::read_pending_notes(bool in_element) {
    while (!notes_.empty()) {
        if (in_element) page_.open("note");
        for (const pugi::xml_node note : std::exchange(notes_, {})) {
            const std::string label = odf_plain_text(child_of(note, "note-citation"));
            const bool at_end = odf_attribute(note, "note-class") == "endnote";
            page_.name_region(fmt::format("{}{}", at_end ? "文末脚注" : "脚注", label));
            page_.open("div");
            page_.add_text(label + " ");
            walk_blocks(child_of(note, "note-body"));
            page_.close();
            page_.name_region({});
        }
        if (in_element) page_.close();
    }
}

void OdfTextStory::read_shape(pugi::xml_node node) {
    if (too_deep()) return;
    ++depth_;
    const std::string description = odf_plain_text(child_of(node, "desc"));
    page_.add_image(description.empty() ? odf_plain_text(child_of(node, "title")) : description, look_.look());
    bool has_blocks = false;
    for (const pugi::xml_node child : node) {
        const std::string_view name = local_name(child);
        if (name == "text-box") boxes_.push_back(child);
        has_blocks = has_blocks || name == "p" || name == "list";
        if (is_one_of(name, kShapes)) read_shape(child);
        if (name == "a") walk_inline(child);
    }
    if (has_blocks) boxes_.push_back(node);
    --depth_;
}

void OdfTextStory::read_boxes() {
    for (const pugi::xml_node box : std::exchange(boxes_, {})) {
        page_.open("div");
        for (const pugi::xml_node child : box)
            if (is_element(child, "p") || is_element(child, "h") || is_element(child, "list") ||
                is_element(child, "table") || is_element(child, "section"))
                walk_block(child);
        page_.close();
    }
}

void OdfTextStory::read_tracked_changes(pugi::xml_node node) {
    for (const pugi::xml_node region : node) {
        if (!is_element(region, "changed-region")) continue;
        Change& change = changes_[std::string(odf_attribute(region, "id"))];
        const pugi::xml_node deletion = child_of(region, "deletion");
        const pugi::xml_node kind = deletion ? deletion : child_of(region, "insertion");
        change.author = odf_plain_text(child_of(child_of(kind, "change-info"), "creator"));
        if (deletion) change.removed = odf_plain_text(deletion);
    }
}

void OdfTextStory::read_change(pugi::xml_node node, std::string_view name) {
    const auto change = changes_.find(std::string(odf_attribute(node, "change-id")));
    if (change == changes_.end()) return;
    if (name == "change-start")
        change->second.begin = page_.offset();
    else if (name == "change-end")
        page_.add_remark(remark::kInsertion, page_.text_between(change->second.begin, page_.offset()),
                         change->second.author, change->second.begin);
    else
        page_.add_remark(remark::kDeletion, SourcedText::missing_at(page_.offset()), change->second.removed,
                         page_.offset());
}

void OdfTextStory::read_comment(pugi::xml_node node) {
    const std::string author = odf_plain_text(child_of(node, "creator"));
    std::string detail = odf_plain_text(node);
    if (!author.empty()) detail = fmt::format("{}：{}", author, detail);
    if (const std::string name(odf_attribute(node, "name")); !name.empty())
        comments_[name] = {std::move(detail), page_.offset()};
    else
        page_.add_remark(remark::kComment, SourcedText::missing_at(page_.offset()), std::move(detail), page_.offset());
}

void OdfTextStory::add_text(std::string_view text) {
    if (look_.font && is_symbol_font(*look_.font))
        page_.add_text(symbols_as_text(*look_.font, text), look_.look());
    else
        page_.add_text(text, look_.look());
}

}  // namespace goalsheet
