// SPDX-License-Identifier: MIT
#include "read/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/html_open_parts.hpp"
#include "read/html_parser.hpp"
#include "read/html_parts.hpp"
#include "read/html_tags.hpp"
#include "read/list_marker.hpp"
#include "read/page_tree.hpp"
#include "read/symbol_fonts.hpp"
#include "text/list_indent.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kLinesBefore = 300;
constexpr std::size_t kLinesBehind = 1000;

using Tag = HtmlTag;
using Context = HtmlContext;
using Following = HtmlFollowing;
using OpenList = HtmlOpenList;
using OpenTable = HtmlOpenTable;
using OutsideMark = HtmlOutsideMark;

/// Walks the tree once and collects everything a page has. Recursion is bounded by limit::kHtmlDepth.
class Reader {
public:
    Reader(const HtmlTree& tree, Page& page) : tree_(tree), page_(page) {
        open_context();
        // Wingdings, Webdings: fonts are looked at on the few pages that name one.
        has_pictures_ = page.source->text().find("ngdings") != std::string_view::npos ||
                        page.source->text().find("ebdings") != std::string_view::npos;
    }

    void read() {
        walk_children(tree_.document);
        page_.after = lines_outside(kLinesBehind);
    }

private:
    Context& context() { return contexts_.back(); }
    void open_context() {
        contexts_.emplace_back();
        text().set_struck(struck_depth_ > 0);
    }
    CellText& text() { return contexts_.back().text; }

    void walk_children(pugi::xml_node parent) {
        const auto outside = std::exchange(following_, std::nullopt);
        for (const pugi::xml_node child : parent) walk(child);
        end_following();
        following_ = outside;
    }

    // What stands behind a table in the same parent (a note, cells that lost their table) belongs to it.
    void end_following() {
        if (!following_) return;
        page_.tables[following_->table].following = lines_since(following_->begin);
        following_.reset();
    }

    void walk(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata) {
            add_text(node);
            return;
        }
        const Tag tag = html_tag_of(node.name());
        if (following_ && !may_follow_table(node, tag)) end_following();
        if (tag == Tag::inert || tag == Tag::options)
            walk_inert(node);
        else if (tag != Tag::cell && tag != Tag::row && (tree_.styles.is_hidden(node) || is_unseen(node)))
            walk_hidden(node, tag);
        else
            walk_seen(node, tag);
    }

    // In the middle of a text. Whole parts of a page are so until a script shows them, and what lies in them may be
    // larger again.
    bool is_unseen(pugi::xml_node node) const {
        return tree_.styles.of(node).unseen.value_or(false) && is_in_table() && !has_elements(node);
    }

    void walk_seen(pugi::xml_node node, Tag tag) {
        if (tag != Tag::struck && !tree_.styles.of(node).struck.value_or(false)) return walk_shown(node, tag);
        ++struck_depth_;
        text().set_struck(true);
        walk_shown(node, tag);
        text().set_struck(--struck_depth_ > 0);
    }

    bool is_in_table() const { return !tables_.empty(); }

    void walk_shown(pugi::xml_node node, Tag tag) {
        switch (tag) {
            case Tag::table:
                walk_table(node);
                break;
            case Tag::group:
                walk_group(node);
                break;
            case Tag::row:
                walk_row(node);
                break;
            case Tag::cell:
                walk_stray_cell(node);
                break;
            case Tag::caption:
                walk_caption(node);
                break;
            case Tag::title:
                if (!is_in_drawing(node)) walk_title(node);
                break;
            case Tag::heading:
                walk_heading(node);
                break;
            case Tag::list:
            case Tag::ordered:
                walk_list(node, tag == Tag::ordered);
                break;
            case Tag::item:
                walk_item(node);
                break;
            case Tag::image:
                add_image(node);
                break;
            case Tag::line_break:
                text().break_line();
                break;
            case Tag::rule:
                text().end_block();
                break;
            case Tag::block:
                walk_block(node);
                break;
            case Tag::ruby_text:
                walk_between(node, "（", "）");
                break;
            case Tag::ruby_bracket:
                break;
            case Tag::struck:
                walk_children(node);
                break;
            case Tag::raised:
            case Tag::lowered:
                walk_small(node, tag == Tag::raised);
                break;
            case Tag::form_value:
                add_form_value(node);
                break;
            case Tag::choice:
                walk_choice(node);
                break;
            case Tag::preserved:
                text().end_block();
                walk_preserved(node);
                text().end_block();
                break;
            case Tag::data:
                walk_data(node);
                break;
            case Tag::inert:
            case Tag::options:
                walk_inert(node);
                break;
            case Tag::formula:
                walk_formula(node);
                break;
            case Tag::other:
                if (const int height = height_of(tree_.styles.of(node), node); height != 0)
                    walk_small(node, height > 0);
                else
                    walk_drawn(node);
                break;
        }
        add_hint(node, "title");
    }

    // MathML: a power and an index as such, a fraction with its line. Notes on a formula are not shown.
    void walk_formula(pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name == "annotation" || name == "annotation-xml" || name == "mphantom")
            return add_hidden(text_apart([&] { walk_children(node); }));
        std::size_t part = 0;
        for (const pugi::xml_node child : node) {
            if (child.type() != pugi::node_element) {
                if (!trim(child.value()).empty()) walk(child);
                continue;
            }
            const bool base = part++ == 0;
            if (name == "mfrac" && !base) text().add_literal("/");
            if (base || name == "mfrac")
                walk(child);
            else
                walk_small(child, name == "msup" || (name != "msub" && part > 2));
        }
    }

    void walk_hidden(pugi::xml_node node, Tag tag) {
        if (tag == Tag::table || node.select_node(".//table")) {
            ++hidden_depth_;
            walk_shown(node, tag);
            --hidden_depth_;
            return;
        }
        add_hidden(text_apart([&] { walk_children(node); }));
    }

    // What `walk` adds, kept out of the text around it; tables and hidden texts in it stay with that.
    template <class Walk>
    SourcedText text_apart(Walk walk) {
        open_context();
        walk();
        Context apart = std::move(contexts_.back());
        contexts_.pop_back();
        context().tables.insert(context().tables.end(), apart.tables.begin(), apart.tables.end());
        std::move(apart.hidden.begin(), apart.hidden.end(), std::back_inserter(context().hidden));
        return apart.text.take();
    }

    void add_hidden(SourcedText hidden) {
        if (!hidden.empty()) context().hidden.push_back(std::move(hidden));
    }

    // Of a sheet it is kept as what is hidden is; elsewhere it is none of our business, unless a sheet is in it.
    void walk_inert(pugi::xml_node node) {
        if (is_in_table()) return add_hidden(text_apart([&] { walk_cells_as_text(node); }));
        if (!node.select_node(".//table")) return;
        ++hidden_depth_;
        walk_children(node);
        --hidden_depth_;
    }

    // title and placeholder.
    void add_hint(pugi::xml_node node, const char* attribute) {
        if (contexts_.size() < 2 || !is_in_table()) return;
        const std::string_view words = trim(node.attribute(attribute).value());
        if (!words.empty()) context().hints.emplace_back(words);
    }

    void add_text(pugi::xml_node node) {
        const NodePlace place = tree_.place(node);
        const std::string_view raw = page_.source->text().substr(place.source, place.length);
        const std::string font = has_pictures_ ? tree_.styles.font_of(node.parent()) : std::string();
        if (!font.empty() && is_symbol_font(font))
            text().add(symbols_as_text(font, node.value()), raw, place.source, preserved_depth_ > 0);
        else
            text().add(node.value(), raw, place.source, preserved_depth_ > 0);
    }

    void walk_block(pugi::xml_node node) {
        text().end_block();
        const std::size_t before = text().size();
        walk_keeping_lines(node);
        const bool term = std::strcmp(node.name(), "dt") == 0;
        if (term || std::strcmp(node.name(), "dd") == 0)
            context().marks.push_back(
                {before, text().size(), term ? OutsideLine::Kind::term : OutsideLine::Kind::definition, 0});
        if (std::strcmp(node.name(), kRunningElement) == 0)
            for (SourcedText& line : lines_since(before)) page_.running.push_back(std::move(line));
        text().end_block();
    }

    void walk_keeping_lines(pugi::xml_node node) {
        if (tree_.styles.of(node).keeps_lines.value_or(false))
            walk_preserved(node);
        else
            walk_drawn(node);
    }

    void walk_preserved(pugi::xml_node node) {
        ++preserved_depth_;
        walk_children(node);
        --preserved_depth_;
        if (std::strcmp(node.name(), "textarea") == 0) add_hint(node, "placeholder");
    }

    // A raised 1 behind 1,200 is a note, not a digit.
    void walk_small(pugi::xml_node node, bool raised) {
        const int struck_outside = std::exchange(struck_depth_, 0);
        const std::string inner = text_apart([&] { walk_children(node); }).text;
        struck_depth_ = struck_outside;
        if (!inner.empty()) text().add_literal(raised ? mark_raised(inner) : mark_lowered(inner, text().so_far()));
    }

    void walk_choice(pugi::xml_node node) {
        for (const pugi::xml_node option : shown_options(node))
            shows_several(node) ? add_chosen(option) : add_option(option);
    }

    // Its label is shown in the place of its text.
    void add_option(pugi::xml_node option) {
        const std::string_view label = trim(option.attribute("label").value());
        if (label.empty()) return walk_children(option);
        text().add(label, {}, 0);
        SourcedText own = text_apart([&] { walk_children(option); });
        if (own.text != label) add_hidden(std::move(own));
    }

    void walk_between(pugi::xml_node node, std::string_view open, std::string_view close) {
        if (!*node.text().get() && !node.first_child()) return;
        text().add_literal(open);
        const std::size_t before = text().size();
        walk_children(node);
        if (text().size() == before)
            text().remove_end(open.size());
        else
            text().add_literal(close);
    }

    void add_image(pugi::xml_node node) {
        const pugi::xml_attribute alt = node.attribute("alt");
        if (!*alt.value()) return;
        const NodePlace place = tree_.place(node);
        const bool beside_image = node.previous_sibling() && std::strcmp(node.previous_sibling().name(), "img") == 0;
        if (beside_image) text().separate();
        text().add(alt.value(), page_.source->text().substr(place.source, place.length), place.source);
    }

    // The label of a drawing stands where an image's words would; beside words of its own it is a hint.
    void walk_drawn(pugi::xml_node node) {
        const std::string label = label_of_drawing(node);
        const std::size_t before = text().size();
        walk_children(node);
        if (label.empty()) return;
        if (text().size() > before) return context().hints.push_back(label);
        text().separate();
        text().add(label, {}, 0);
    }

    // <data value="U+0009 U+0020">: characters that markup cannot hold or would fold away, behind what stands for them.
    void walk_data(pugi::xml_node node) {
        const std::string characters = read_code_points(node.attribute("value").value());
        if (characters.empty())
            walk_children(node);
        else
            text().add_exact(characters);
    }

    // A form field shows its value, or whether it is ticked; its place is not worth keeping.
    void add_form_value(pugi::xml_node node) {
        const std::string type = in_lower_case(node.attribute("type").value());
        if (type == "hidden" || type == "password" || type == "file" || type == "range" || type == "color") return;
        if (type == "checkbox" || type == "radio") return text().add_literal(node.attribute("checked") ? "☑" : "☐");
        const char* const value = node.attribute(type == "image" ? "alt" : "value").value();
        text().add(value, {}, 0);
        if (!*value) add_hint(node, "placeholder");
    }

    void add_chosen(pugi::xml_node option) {
        text().end_block();
        add_option(option);
        text().end_block();
    }

    void walk_title(pugi::xml_node node) {
        SourcedText title = text_apart([&] { walk_children(node); });
        if (page_.title.empty()) page_.title = std::move(title);
    }

    void walk_heading(pugi::xml_node node) {
        end_following();
        text().end_block();
        const std::size_t before = text().size();
        walk_children(node);
        heading_ = text().slice_from(before);
        context().marks.push_back({before, text().size(), OutsideLine::Kind::heading, heading_level(node)});
        text().end_block();
        context().prose_begin = text().size();
        if (tables_.empty() && !heading_.empty()) page_.headings.push_back(heading_);
    }

    void walk_list(pugi::xml_node node, bool ordered) {
        text().end_block();
        const int step = node.attribute("reversed") ? -1 : 1;
        const int start = node.attribute("start").as_int(step > 0 ? 1 : count_items(node));
        const bool outermost = lists_.empty();
        if (outermost) page_.lists.push_back({heading_, {}, 0});
        const std::string style = list_style(node, tree_.styles).value_or(ordered ? "decimal" : "disc");
        lists_.push_back({style, start, step, outermost ? page_.lists.size() - 1 : lists_.front().list_index});
        walk_children(node);
        lists_.pop_back();
        text().end_block();
    }

    void walk_item(pugi::xml_node node) {
        text().end_block();
        const std::string own = first_text(node);
        const pugi::xml_attribute shown = node.attribute("marker");
        std::string marker = shown            ? shown.value()
                             : lists_.empty() ? "・"
                                              : next_marker(lists_.back(), node, tree_.styles);
        if (!shown && (begins_with_list_marker(trim(own)) || (!has_own_words(node) && !own.empty()))) marker.clear();
        if (is_in_table())
            for (int level = 0; level < entries_around_; ++level) marker.insert(0, kListIndent);
        text().set_struck(false);  // a line goes through the words, not the marker
        if (!marker.empty()) text().add_marker(marker);
        text().set_struck(struck_depth_ > 0);
        const std::size_t before = text().size();
        const int words = has_own_words(node) ? 1 : 0;
        entries_around_ += words;
        walk_children(node);
        entries_around_ -= words;
        SourcedText entry = text().slice_from(std::min(before, text().size()));
        // An empty item is no line.
        if (entry.empty() && !marker.empty() && text().size() == before) text().remove_end(marker.size());
        if (lists_.size() == 1 && tables_.empty() && !entry.empty())
            page_.lists[lists_.back().list_index].entries.push_back(std::move(entry));
        text().end_block();
    }

    // Tables in it are words of it.
    void walk_caption(pugi::xml_node node) {
        open_context();
        ++caption_depth_;
        walk_children(node);
        --caption_depth_;
        Context caption = std::move(contexts_.back());
        contexts_.pop_back();
        if (tables_.empty()) return;
        Table& table = page_.tables[tables_.back().index];
        table.caption = caption.text.take();
        std::move(caption.hidden.begin(), caption.hidden.end(), std::back_inserter(table.hidden_texts));
    }

    void walk_table_in_caption(pugi::xml_node node) {
        text().end_block();
        for (const pugi::xpath_node& row : node.select_nodes("tr|*/tr")) {
            walk_cells_as_text(row.node());
            text().end_block();
        }
    }

    void walk_table(pugi::xml_node node) {
        if (caption_depth_ > 0) return walk_table_in_caption(node);
        end_following();
        text().end_block();
        const std::size_t index = page_.tables.size();
        Table table;
        table.source = tree_.place(node).source;
        table.heading = heading_;
        table.prose = recent_prose();
        table.before = lines_outside(kLinesBefore);
        table.hidden = hidden_depth_ > 0;
        table.nested = !tables_.empty();
        const pugi::xml_attribute summary = node.attribute("summary");
        table.summary = summary.value();
        page_.tables.push_back(std::move(table));
        if (!tables_.empty()) context().tables.push_back(index);
        const SourcedText heading_outside = heading_;
        tables_.push_back({index, 0, {}, {}, {}, false, false});
        std::vector<OpenList> lists_outside;
        lists_outside.swap(lists_);
        for (const pugi::xml_node child : node) walk_table_part(child);
        lists_.swap(lists_outside);
        close_table();
        heading_ = heading_outside;
        context().prose_begin = context().outside_begin = text().size();
        context().marks.clear();
        following_ = Following{index, text().size()};
    }

    // Parts of a table that are hidden are no rows; parts that are not table parts (form, script left-overs) are walked
    // for theirs.
    void walk_table_part(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata) {
            add_text(node);
            return;
        }
        const Tag tag = html_tag_of(node.name());
        const bool can_hide = tag == Tag::group || tag == Tag::caption;
        if (tag == Tag::inert || (can_hide && tree_.styles.is_hidden(node)))
            hide_in_table(node);
        else
            walk_seen(node, tag);
    }

    void close_table() {
        OpenTable open = std::move(tables_.back());
        tables_.pop_back();
        Table& table = page_.tables[open.index];
        for (auto* part : {&open.head, &open.body, &open.foot})
            for (Row& row : *part) table.rows.push_back(std::move(row));
    }

    void walk_group(pugi::xml_node node) {
        if (tables_.empty()) {
            walk_children(node);
            return;
        }
        ++tables_.back().group;
        const std::string_view name = node.name();
        OpenTable& table = tables_.back();
        const bool head = name == "thead" && !table.head_done;
        const bool foot = name == "tfoot" && !table.foot_done;
        if (head) table.head_done = true;
        if (foot) table.foot_done = true;
        rows_target_.push_back(head ? 0 : foot ? 2 : 1);
        walk_children(node);
        rows_target_.pop_back();
        ++tables_.back().group;
    }

    void walk_row(pugi::xml_node node) {
        if (tables_.empty()) {
            walk_block(node);
            return;
        }
        if (tree_.styles.is_hidden(node)) {
            hide_in_table(node);
            return;
        }
        Row row;
        row.group = tables_.back().group;
        for (const pugi::xml_node child : node) {
            const Tag tag = child.type() == pugi::node_element ? html_tag_of(child.name()) : Tag::other;
            if (tag == Tag::cell)
                add_struck_cell(child, row);
            else if (tag == Tag::inert)
                hide_in_table(child);
            else
                walk(child);
        }
        const int target = rows_target_.empty() ? 1 : rows_target_.back();
        OpenTable& table = tables_.back();
        (target == 0 ? table.head : target == 2 ? table.foot : table.body).push_back(std::move(row));
    }

    // Whatever lies in it, hidden or not, is hidden.
    void hide_in_table(pugi::xml_node node) {
        open_context();
        walk_cells_as_text(node);
        Context apart = std::move(contexts_.back());
        contexts_.pop_back();
        auto& hidden = page_.tables[tables_.back().index].hidden_texts;
        if (SourcedText text = apart.text.take(); !text.empty()) hidden.push_back(std::move(text));
        std::move(apart.hidden.begin(), apart.hidden.end(), std::back_inserter(hidden));
    }

    void walk_cells_as_text(pugi::xml_node node) {
        for (const pugi::xml_node child : node) {
            const Tag tag = child.type() == pugi::node_element ? html_tag_of(child.name()) : Tag::other;
            if (tag == Tag::cell || tag == Tag::row || tag == Tag::group || tag == Tag::table) {
                text().separate();
                walk_cells_as_text(child);
            } else {
                walk(child);
            }
        }
    }

    void walk_stray_cell(pugi::xml_node node) { walk_block(node); }

    void add_struck_cell(pugi::xml_node node, Row& row) {
        const int struck = tree_.styles.of(node).struck.value_or(false) ? 1 : 0;
        struck_depth_ += struck;
        add_cell(node, row);
        struck_depth_ -= struck;
    }

    void add_cell(pugi::xml_node node, Row& row) {
        if (tree_.styles.is_hidden(node)) {
            hide_in_table(node);
            return;
        }
        Cell cell;
        cell.colspan = colspan_of(node);
        cell.rowspan = rowspan_of(node);
        cell.header = std::strcmp(node.name(), "th") == 0;
        cell.source = tree_.place(node).source;
        open_context();
        std::vector<OpenList> lists_outside;
        lists_outside.swap(lists_);
        const int entries_outside = std::exchange(entries_around_, 0);
        std::vector<int> target_outside;
        target_outside.swap(rows_target_);
        walk_keeping_lines(node);
        add_hint(node, "title");
        rows_target_.swap(target_outside);
        lists_.swap(lists_outside);
        entries_around_ = entries_outside;
        cell.text = text().take();
        take_residue(cell);
        cell.tables = std::move(context().tables);
        cell.hidden = std::move(context().hidden);
        take_hints(cell, context().hints);
        contexts_.pop_back();
        row.cells.push_back(std::move(cell));
    }

    std::vector<SourcedText> recent_prose() {
        std::vector<SourcedText> lines = lines_since(context().prose_begin);
        if (lines.size() > kProseLines) lines.erase(lines.begin(), lines.end() - kProseLines);
        return lines;
    }

    std::vector<OutsideLine> lines_outside(std::size_t most) {
        const std::size_t begin_of_lines = std::min(context().outside_begin, text().size());
        const SourcedText since = text().slice_from(begin_of_lines);
        std::vector<std::string_view> written;
        for (const std::string_view line : split_lines(since.text))
            if (!trim(line).empty()) written.push_back(line);
        if (written.size() > most) written.erase(written.begin(), written.end() - static_cast<std::ptrdiff_t>(most));
        std::vector<OutsideLine> lines;
        auto mark = context().marks.cbegin();  // by their ends
        for (const std::string_view line : written) {
            const auto begin = static_cast<std::size_t>(line.data() - since.text.data());
            OutsideLine outside{since.slice(begin, begin + line.size()).trimmed(), OutsideLine::Kind::line, 0};
            while (mark != context().marks.cend() && mark->end <= begin_of_lines + begin) ++mark;
            set_kind(outside, mark, begin_of_lines + begin + line.size());
            lines.push_back(std::move(outside));
        }
        return lines;
    }

    // A heading in a definition ends before that does.
    void set_kind(OutsideLine& line, std::vector<OutsideMark>::const_iterator mark, std::size_t end) {
        constexpr int kDeepest = 8;
        for (int i = 0; i < kDeepest && mark != context().marks.cend(); ++i, ++mark)
            if (mark->begin < end) {
                line.kind = mark->kind;
                line.level = mark->level;
            }
    }

    std::vector<SourcedText> lines_since(std::size_t begin_of_lines) {
        const SourcedText since = text().slice_from(std::min(begin_of_lines, text().size()));
        std::vector<SourcedText> lines;
        for (const std::string_view line : split_lines(since.text)) {
            const auto begin = static_cast<std::size_t>(line.data() - since.text.data());
            if (!trim(line).empty()) lines.push_back(since.slice(begin, begin + line.size()).trimmed());
        }
        return lines;
    }

    const HtmlTree& tree_;
    Page& page_;
    bool has_pictures_ = false;  ///< letters of some font on it may be pictures
    std::vector<Context> contexts_;
    std::vector<OpenTable> tables_;
    std::vector<int> rows_target_;
    std::vector<OpenList> lists_;
    SourcedText heading_;
    std::optional<Following> following_;
    int hidden_depth_ = 0;
    int caption_depth_ = 0;
    int preserved_depth_ = 0;
    int struck_depth_ = 0;
    int entries_around_ = 0;  ///< list items around us, in this cell, that have words of their own
};

}  // namespace

void read_tree(const HtmlTree& tree, Page& page) { Reader(tree, page).read(); }

Result<bool> read_html(const std::string& path, Page& page) {
    HtmlTree tree;
    const std::string_view text = page.source->text();
    if (auto parsed = parse_html(text, path, tree); !parsed) return parsed;
    Reader(tree, page).read();
    if (tree.styles.is_cut())
        page.remarks.push_back({remark::kLimit, {}, fmt::format("style-steps {}", limit::kStyleSteps)});
    if (tree.depth_cut) page.remarks.push_back({remark::kLimit, {}, fmt::format("html-depth {}", limit::kHtmlDepth)});
    if (tree.table_left_open) page.remarks.push_back({remark::kTruncated, {}, "table"});
    return true;
}

}  // namespace goalsheet
