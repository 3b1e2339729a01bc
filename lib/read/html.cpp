// SPDX-License-Identifier: MIT
#include "read/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstring>
#include <optional>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/cell_text.hpp"
#include "read/html_parser.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kProseLines = 8;

enum class Tag {
    other,
    block,
    line_break,
    heading,
    item,
    list,
    ordered,
    table,
    caption,
    group,
    row,
    cell,
    image,
    ruby_text,
    ruby_bracket,
    struck,
    title,
    rule,
    form_value,
    data,
};

// Names sorted, for a binary search: this runs for every element of every page.
struct TagName {
    std::string_view name;
    Tag tag;
};
constexpr std::array<TagName, 52> kTags = {{
    {"address", Tag::block},    {"article", Tag::block},    {"aside", Tag::block},   {"blockquote", Tag::block},
    {"br", Tag::line_break},    {"caption", Tag::caption},  {"center", Tag::block},  {"data", Tag::data},
    {"dd", Tag::block},         {"del", Tag::struck},       {"details", Tag::block}, {"dir", Tag::list},
    {"div", Tag::block},        {"dl", Tag::block},         {"dt", Tag::block},      {"fieldset", Tag::block},
    {"figcaption", Tag::block}, {"figure", Tag::block},     {"footer", Tag::block},  {"form", Tag::block},
    {"h1", Tag::heading},       {"h2", Tag::heading},       {"h3", Tag::heading},    {"h4", Tag::heading},
    {"h5", Tag::heading},       {"h6", Tag::heading},       {"header", Tag::block},  {"hr", Tag::rule},
    {"img", Tag::image},        {"input", Tag::form_value}, {"legend", Tag::block},  {"li", Tag::item},
    {"main", Tag::block},       {"menu", Tag::list},        {"nav", Tag::block},     {"ol", Tag::ordered},
    {"option", Tag::block},     {"p", Tag::block},          {"pre", Tag::block},     {"rp", Tag::ruby_bracket},
    {"rt", Tag::ruby_text},     {"s", Tag::struck},         {"section", Tag::block}, {"strike", Tag::struck},
    {"summary", Tag::block},    {"table", Tag::table},      {"tbody", Tag::group},   {"td", Tag::cell},
    {"tfoot", Tag::group},      {"th", Tag::cell},          {"thead", Tag::group},   {"title", Tag::title},
}};

Tag tag_of(std::string_view name) {
    const auto found = std::lower_bound(kTags.begin(), kTags.end(), name,
                                        [](const TagName& entry, std::string_view n) { return entry.name < n; });
    if (found != kTags.end() && found->name == name) return found->tag;
    if (name == "tr") return Tag::row;
    if (name == "ul") return Tag::list;
    return Tag::other;
}

std::string without_spaces(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)))
            out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return out;
}

bool is_hidden(pugi::xml_node node) {
    if (node.attribute("hidden")) return true;
    const pugi::xml_attribute style = node.attribute("style");
    if (!style) return false;
    const std::string css = without_spaces(style.value());
    return css.find("display:none") != std::string::npos || css.find("visibility:hidden") != std::string::npos;
}

bool is_struck(pugi::xml_node node) {
    const pugi::xml_attribute style = node.attribute("style");
    return style && std::strstr(style.value(), "line-through") != nullptr;
}

// HTML §2.3.4.2, rules for parsing non-negative integers as browsers apply them to spans: "2x" is 2, " 3" is 3, "-3"
// and "abc" are no number.
std::optional<std::uint32_t> parse_span(const char* text) {
    while (*text == ' ' || (*text >= '\t' && *text <= '\r')) ++text;
    if (*text == '+') ++text;
    if (!std::isdigit(static_cast<unsigned char>(*text))) return std::nullopt;
    std::uint32_t value = 0;
    while (std::isdigit(static_cast<unsigned char>(*text)) && value < 1'000'000)
        value = value * 10 + static_cast<std::uint32_t>(*text++ - '0');
    return value;
}

std::uint32_t colspan_of(pugi::xml_node cell) {
    const std::uint32_t span = parse_span(cell.attribute("colspan").value()).value_or(1);
    return span == 0 ? 1 : std::min(span, limit::kColspan);
}

std::uint32_t rowspan_of(pugi::xml_node cell) {
    const pugi::xml_attribute attribute = cell.attribute("rowspan");
    return attribute ? std::min(parse_span(attribute.value()).value_or(1), limit::kRowspan) : 1;
}

// "U+0009 U+0020" as the characters; empty when it is anything else.
std::string read_code_points(std::string_view names) {
    std::string characters;
    while (names.starts_with("U+")) {
        unsigned value = 0;
        const char* const begin = names.data() + 2;
        const auto [end, error] = std::from_chars(begin, names.data() + names.size(), value, 16);
        if (error != std::errc() || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
        append_utf8(characters, value);
        names.remove_prefix(static_cast<std::size_t>(end - names.data()));
        if (names.empty()) return characters;
        if (!names.starts_with(" ")) return {};
        names.remove_prefix(1);
    }
    return {};
}

bool starts_with_marker(std::string_view line) {
    const CodePoint first = decode_at(line, 0);
    constexpr std::u32string_view kMarks = U"・○●◎■□◆◇※(（-－*⚫•";
    return kMarks.find(first.value) != std::u32string_view::npos || circled_number(first.value) ||
           digit_value(first.value);
}

/// Walks the tree once and collects everything a page has. Recursion is bounded by limit::kHtmlDepth.
class Reader {
public:
    Reader(const HtmlTree& tree, Page& page) : tree_(tree), page_(page) { contexts_.emplace_back(); }

    void read() { walk_children(tree_.document); }

private:
    // Text goes to the innermost context: the page itself, a cell, something hidden.
    struct Context {
        CellText text;
        std::size_t prose_begin = 0;
        std::vector<std::size_t> tables;
        std::vector<SourcedText> hidden;
        bool is_hidden = false;
    };

    struct OpenTable {
        std::size_t index;
        std::uint32_t group = 0;
        std::vector<Row> head, body, foot;
        bool head_done = false, foot_done = false;
    };

    struct OpenList {
        bool ordered;
        int next;
        std::string type;
        std::size_t list_index;
    };

    struct Following {
        std::size_t table;
        std::size_t begin;  ///< in the text of the context that holds the table
    };

    Context& context() { return contexts_.back(); }
    CellText& text() { return contexts_.back().text; }

    void walk_children(pugi::xml_node parent) {
        const std::optional<Following> outside = following_;
        following_.reset();
        for (const pugi::xml_node child : parent) walk(child);
        end_following();
        following_ = outside;
    }

    // Bare text and notes (※, 注) do; paragraphs, lists and links (back to the top, contact) are the page's.
    static bool may_follow_table(pugi::xml_node node, Tag tag) {
        if (std::strcmp(node.name(), "a") == 0) return false;
        if (tag == Tag::other || tag == Tag::line_break || tag == Tag::image || tag == Tag::struck) return true;
        const std::string begin = first_text(node);
        const std::string_view text = trim(begin);
        const bool note =
            text.starts_with("※") || text.starts_with("注") || text.starts_with("（注") || text.starts_with("＊");
        const bool link = text.empty() && node.select_node(".//a");  // an arrow back to the top
        return tag == Tag::block && ((text.empty() && !link) || note);
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
        const Tag tag = tag_of(node.name());
        if (following_ && !may_follow_table(node, tag)) end_following();
        if (tag != Tag::cell && tag != Tag::row && is_hidden(node)) {
            walk_hidden(node, tag);
            return;
        }
        walk_shown(node, tag);
    }

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
                walk_title(node);
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
                walk_between(node, "［取消線：", "］");
                break;
            case Tag::form_value:
                add_form_value(node);
                break;
            case Tag::data:
                walk_data(node);
                break;
            case Tag::other:
                if (is_struck(node))
                    walk_between(node, "［取消線：", "］");
                else
                    walk_children(node);
                break;
        }
    }

    void walk_hidden(pugi::xml_node node, Tag tag) {
        if (tag == Tag::table || node.select_node(".//table")) {
            ++hidden_depth_;
            walk_shown(node, tag);
            --hidden_depth_;
            return;
        }
        contexts_.emplace_back();
        context().is_hidden = true;
        walk_children(node);
        SourcedText hidden = text().take();
        contexts_.pop_back();
        if (!hidden.empty()) context().hidden.push_back(std::move(hidden));
    }

    void add_text(pugi::xml_node node) {
        const NodePlace place = tree_.place(node);
        const std::string_view raw = page_.source->text().substr(place.source, place.length);
        text().add(node.value(), raw, place.source);
    }

    void walk_block(pugi::xml_node node) {
        text().end_block();
        walk_children(node);
        text().end_block();
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

    // <data value="U+0009 U+0020">: characters that markup cannot hold or would fold away, behind what stands for them.
    void walk_data(pugi::xml_node node) {
        const std::string characters = read_code_points(node.attribute("value").value());
        if (characters.empty())
            walk_children(node);
        else
            text().add_exact(characters);
    }

    // A form field shows its value; its place is not worth keeping.
    void add_form_value(pugi::xml_node node) {
        const std::string_view type = node.attribute("type").value();
        if (type.empty() || type == "text" || type == "button" || type == "submit")
            text().add(node.attribute("value").value(), {}, 0);
    }

    void walk_title(pugi::xml_node node) {
        contexts_.emplace_back();
        walk_children(node);
        if (page_.title.empty()) page_.title = text().take();
        contexts_.pop_back();
    }

    void walk_heading(pugi::xml_node node) {
        end_following();
        text().end_block();
        const std::size_t before = text().size();
        walk_children(node);
        heading_ = text().slice_from(before);
        text().end_block();
        context().prose_begin = text().size();
        if (tables_.empty() && !heading_.empty()) page_.headings.push_back(heading_);
    }

    void walk_list(pugi::xml_node node, bool ordered) {
        text().end_block();
        const int start = node.attribute("start").as_int(1);
        const bool outermost = lists_.empty();
        const std::size_t index = page_.lists.size();
        if (outermost) page_.lists.push_back({heading_, {}, 0});
        lists_.push_back(
            {ordered, start, node.attribute("type").value(), outermost ? index : lists_.front().list_index});
        walk_children(node);
        lists_.pop_back();
        text().end_block();
    }

    void walk_item(pugi::xml_node node) {
        text().end_block();
        const std::string own = first_text(node);
        const pugi::xml_attribute shown = node.attribute("marker");
        std::string marker = shown ? shown.value() : lists_.empty() ? "・" : next_marker(lists_.back(), node);
        if (!shown && starts_with_marker(trim(own))) marker.clear();
        if (!marker.empty()) text().add_literal(marker);
        const std::size_t before = text().size();
        walk_children(node);
        SourcedText entry = text().slice_from(std::min(before, text().size()));
        // An empty item is no line.
        if (entry.empty() && !marker.empty() && text().size() == before) text().remove_end(marker.size());
        if (lists_.size() == 1 && tables_.empty() && !entry.empty())
            page_.lists[lists_.back().list_index].entries.push_back(std::move(entry));
        text().end_block();
    }

    static std::string first_text(pugi::xml_node node) {
        for (pugi::xml_node child = node.first_child(); child; child = child.first_child()) {
            while (child && child.type() == pugi::node_pcdata && trim(child.value()).empty())
                child = child.next_sibling();
            if (!child) return {};
            if (child.type() == pugi::node_pcdata) return child.value();
        }
        return {};
    }

    static std::string next_marker(OpenList& list, pugi::xml_node item) {
        if (!list.ordered) return "・";
        const int number = item.attribute("value").as_int(list.next);
        list.next = number + 1;
        if ((list.type == "a" || list.type == "A") && number >= 1 && number <= 26)
            return fmt::format("{}. ", static_cast<char>(list.type[0] + number - 1));
        return fmt::format("{}. ", number);
    }

    void walk_caption(pugi::xml_node node) {
        contexts_.emplace_back();
        walk_children(node);
        SourcedText caption = text().take();
        contexts_.pop_back();
        if (!tables_.empty()) page_.tables[tables_.back().index].caption = std::move(caption);
    }

    void walk_table(pugi::xml_node node) {
        end_following();
        text().end_block();
        const std::size_t index = page_.tables.size();
        Table table;
        table.source = tree_.place(node).source;
        table.heading = heading_;
        table.prose = recent_prose();
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
        context().prose_begin = text().size();
        following_ = Following{index, text().size()};
    }

    // Parts of a table that are hidden are no rows; parts that are not table parts (form, script left-overs) are walked
    // for theirs.
    void walk_table_part(pugi::xml_node node) {
        if (node.type() == pugi::node_pcdata) {
            add_text(node);
            return;
        }
        const Tag tag = tag_of(node.name());
        if (tag == Tag::group && is_hidden(node))
            hide_in_table(node);
        else
            walk_shown(node, tag);
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
        if (is_hidden(node)) {
            hide_in_table(node);
            return;
        }
        Row row;
        row.group = tables_.back().group;
        for (const pugi::xml_node child : node) {
            if (child.type() == pugi::node_element && tag_of(child.name()) == Tag::cell)
                add_cell(child, row);
            else
                walk(child);
        }
        const int target = rows_target_.empty() ? 1 : rows_target_.back();
        OpenTable& table = tables_.back();
        (target == 0 ? table.head : target == 2 ? table.foot : table.body).push_back(std::move(row));
    }

    void hide_in_table(pugi::xml_node node) {
        contexts_.emplace_back();
        walk_cells_as_text(node);
        SourcedText hidden = text().take();
        contexts_.pop_back();
        if (!hidden.empty()) page_.tables[tables_.back().index].hidden_texts.push_back(std::move(hidden));
    }

    void walk_cells_as_text(pugi::xml_node node) {
        for (const pugi::xml_node child : node) {
            const Tag tag = child.type() == pugi::node_element ? tag_of(child.name()) : Tag::other;
            if (tag == Tag::cell || tag == Tag::row || tag == Tag::group || tag == Tag::table) {
                text().separate();
                walk_cells_as_text(child);
            } else {
                walk(child);
            }
        }
    }

    void walk_stray_cell(pugi::xml_node node) { walk_block(node); }

    void add_cell(pugi::xml_node node, Row& row) {
        if (is_hidden(node)) {
            hide_in_table(node);
            return;
        }
        Cell cell;
        cell.colspan = colspan_of(node);
        cell.rowspan = rowspan_of(node);
        cell.header = std::strcmp(node.name(), "th") == 0;
        cell.source = tree_.place(node).source;
        contexts_.emplace_back();
        std::vector<OpenList> lists_outside;
        lists_outside.swap(lists_);
        std::vector<int> target_outside;
        target_outside.swap(rows_target_);
        walk_children(node);
        rows_target_.swap(target_outside);
        lists_.swap(lists_outside);
        cell.text = text().take();
        take_residue(cell);
        cell.tables = std::move(context().tables);
        cell.hidden = std::move(context().hidden);
        contexts_.pop_back();
        row.cells.push_back(std::move(cell));
    }

    std::vector<SourcedText> recent_prose() {
        std::vector<SourcedText> lines = lines_since(context().prose_begin);
        if (lines.size() > kProseLines) lines.erase(lines.begin(), lines.end() - kProseLines);
        return lines;
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
    std::vector<Context> contexts_;
    std::vector<OpenTable> tables_;
    std::vector<int> rows_target_;
    std::vector<OpenList> lists_;
    SourcedText heading_;
    std::optional<Following> following_;
    int hidden_depth_ = 0;
};

}  // namespace

void read_tree(const HtmlTree& tree, Page& page) { Reader(tree, page).read(); }

Result<bool> read_html(const std::string& path, Page& page) {
    HtmlTree tree;
    const std::string_view text = page.source->text();
    if (auto parsed = parse_html(text, path, tree); !parsed) return parsed;
    Reader(tree, page).read();
    if (tree.depth_cut) page.remarks.push_back({remark::kLimit, {}, fmt::format("html-depth {}", limit::kHtmlDepth)});
    if (tree.table_left_open) page.remarks.push_back({remark::kTruncated, {}, "table"});
    return true;
}

}  // namespace goalsheet
