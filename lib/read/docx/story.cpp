// SPDX-License-Identifier: MIT
#include "read/docx/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/docx/field_code.hpp"
#include "read/numerals.hpp"
#include "read/package/drawing_words.hpp"
#include "read/symbol_fonts.hpp"
#include "text/raised_text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kNestedFields = 50;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What a program that knows Word 2010's drawings understands of an AlternateContent.
bool understands(std::string_view needed) {
    constexpr std::array<std::string_view, 18> kKnown = {"wps",  "wpg",  "wpc",   "wpi",    "wp14",   "w14",
                                                         "w15",  "w16",  "w16se", "w16cid", "w16cex", "a14",
                                                         "am3d", "aink", "cx",    "cx1",    "c14",    "pic14"};
    while (!(needed = trim(needed)).empty()) {
        const std::string_view prefix = needed.substr(0, needed.find(' '));
        if (!is_one_of(prefix, kKnown)) return false;
        needed.remove_prefix(prefix.size());
    }
    return true;
}

// nvPicPr and its like hold a picture's name and alternative text.
bool is_property(std::string_view name) { return name.ends_with("Pr") && !name.starts_with("nv"); }

// Word writes what it believes to see in a picture as its alternative text, and says so in the last line.
bool is_guess_of_word(std::string_view alt) {
    return alt.ends_with("自動的に生成された説明") || alt.ends_with("Description automatically generated");
}

std::string_view position_of(pugi::xml_node run) { return docx_value(child_of(run, "rPr"), "position"); }

// Whether a run may be a note and stands beside others of another height: words and whole lines may be set higher.
bool is_beside_other_height(pugi::xml_node run) {
    constexpr int kNear = 4;
    const std::string_view position = position_of(run);
    if (position.empty() || !is_short_note(characters_of(child_of(run, "t")))) return false;
    const auto differs = [&](pugi::xml_node other) {
        return is_element(other, "r") && child_of(other, "t") && position_of(other) != position;
    };
    pugi::xml_node before = run.previous_sibling();
    pugi::xml_node behind = run.next_sibling();
    for (int i = 0; i < kNear; ++i) {
        if (differs(before) || differs(behind)) return true;
        before = before.previous_sibling();
        behind = behind.next_sibling();
    }
    return false;
}

}  // namespace

void DocxStory::read() {
    read_page_parts("headerReference", "ヘッダー");
    read_body(file_.body());
    read_page_parts("footerReference", "フッター");
}

void DocxStory::read_page_parts(std::string_view reference, const char* name) {
    page_.name_region(name);
    for (const std::string& part : file_.page_parts(reference)) {
        PartXml xml;
        file_.load(part, xml);
        page_.open(kRunningElement);
        read_body(xml.root());
        page_.close();
    }
    page_.name_region({});
}

// Everything that was put off points into the part that is read.
void DocxStory::read_body(pugi::xml_node body) {
    walk_children(body);
    finish_paragraph();
    read_pending_notes(false);
}

void DocxStory::walk_children(pugi::xml_node node) {
    for (const pugi::xml_node child : node) walk(child);
}

void DocxStory::walk(pugi::xml_node node) {
    if (node.type() != pugi::node_element || page_.is_cut()) return;
    if (depth_ >= limit::kDocumentDepth) {
        if (!std::exchange(depth_said_, true))
            page_.add_remark(remark::kLimit, {}, fmt::format("document-depth {}", limit::kDocumentDepth),
                             page_.offset());
        return;
    }
    ++depth_;
    const std::string_view name = local_name(node);
    if (!walk_block(node, name) && !walk_wrapper(node, name) && !walk_mark(node, name) && !walk_inline(node, name) &&
        !walk_picture(node, name) && !is_property(name))
        walk_children(node);
    --depth_;
}

bool DocxStory::walk_block(pugi::xml_node node, std::string_view name) {
    if (name == "r")
        read_run(node);
    else if (name == "p")
        read_paragraph(node);
    else if (name == "tbl")
        read_table(node);
    else if (name == "txbxContent")
        boxes_.push_back(node);
    else if (name == "altChunk")
        read_chunk(node);
    else
        return false;
    return true;
}

bool DocxStory::walk_wrapper(pugi::xml_node node, std::string_view name) {
    if (name == "sdt")
        read_control(node);
    else if (name == "AlternateContent")
        read_alternatives(node);
    else if (name == "ins" || name == "moveTo")
        read_insertion(node);
    else if (name == "del" || name == "moveFrom")
        read_deletion(node);
    else if (name == "ruby")
        read_ruby(node);
    else if (name == "hyperlink") {
        page_.open_inline("a");
        walk_children(node);
        page_.close_inline();
    } else
        return false;
    return true;
}

bool DocxStory::walk_mark(pugi::xml_node node, std::string_view name) {
    // Notes hold their separators, drawings what a screen does not show.
    constexpr std::array<std::string_view, 9> kSilent = {
        "delText",   "delInstrText",          "sectPr",   "tblGrid", "imagedata",
        "separator", "continuationSeparator", "sdtEndPr", "wrap"};
    if (name == "commentRangeStart")
        comment_begins_[std::string(docx_attribute(node, "id"))] = page_.offset();
    else if (name == "commentReference")
        add_comment(std::string(docx_attribute(node, "id")));
    else if (name == "footnoteReference")
        refer_to_note(node, file_.footnotes(), "脚注");
    else if (name == "endnoteReference")
        refer_to_note(node, file_.endnotes(), "文末脚注");
    else if (name == "footnoteRef" || name == "endnoteRef")
        add_text(note_label_);
    else if (!is_one_of(name, kSilent))
        return false;
    return true;
}

bool DocxStory::walk_inline(pugi::xml_node node, std::string_view name) {
    if (name == "t")
        read_text(node);
    else if (name == "tab" || name == "ptab")
        add_text("\t");
    else if (name == "br" || name == "cr") {
        if (shows_text()) page_.add_break(look());
    } else if (name == "noBreakHyphen")
        add_text("-");
    else if (name == "sym")
        read_symbol(node);
    else if (name == "fldChar")
        read_field_mark(node);
    else if (name == "instrText") {
        if (!fields_.empty() && fields_.back().code.size() < limit::kMarkerBytes)
            fields_.back().code += characters_of(node);
    } else if (name == "den") {  // of a formula's fraction
        add_text("/");
        walk_children(node);
    } else if (name == "sup" || name == "sub") {  // of a formula
        const auto around =
            std::exchange(paragraph_look_.height, name == "sup" ? TextLook::Height::raised : TextLook::Height::lowered);
        walk_children(node);
        paragraph_look_.height = around;
    } else
        return false;
    return true;
}

bool DocxStory::walk_picture(pugi::xml_node node, std::string_view name) {
    const auto add_alt = [&](std::string_view alt) {
        if (alt.empty() || alt == last_alt_ || is_guess_of_word(alt)) return;
        last_alt_ = alt;
        if (shows_text()) page_.add_image(alt, look());
    };
    if (name == "drawing" || name == "pict" || name == "object") {
        last_alt_.clear();
        walk_children(node);
    } else if (name == "docPr" || name == "cNvPr") {
        const std::string_view description = node.attribute("descr").value();
        if (!flag_of(node.attribute("hidden"), false))
            add_alt(description.empty() ? node.attribute("title").value() : description);
    } else if (name == "shape" || name == "rect" || name == "roundrect" || name == "oval" || name == "group") {
        add_alt(node.attribute("alt").value());
        walk_children(node);
    } else if (name == "chart" || name == "relIds") {
        add_drawing(file_.target(prefixed_attribute(node, name == "chart" ? "id" : "dm").value()));
    } else if (name == "textpath") {
        add_alt(node.attribute("string").value());
    } else {
        return false;
    }
    return true;
}

DocxParagraphLook DocxStory::look_of(pugi::xml_node properties) const {
    DocxParagraphLook look = file_.styles().paragraph(std::string(docx_value(properties, "pStyle")));
    look.lay_over(DocxParagraphLook::read(properties));
    return look;
}

void DocxStory::open_paragraph(const DocxParagraphLook& look) {
    std::optional<ListPlace> list;
    if (look.list.value_or(0) != 0) list = file_.numbering().next(*look.list, look.list_level.value_or(0));
    const std::uint32_t heading = look.heading();
    page_.open_paragraph(heading, heading == 0 ? list : std::nullopt);
    in_paragraph_ = true;
    if (heading != 0 && list) page_.add_text(list->marker.value_or("・"));
}

void DocxStory::read_paragraph(pugi::xml_node node) {
    const bool inner = in_paragraph_ && !joined_;  // of a drawing in a paragraph
    const pugi::xml_node properties = child_of(node, "pPr");
    const pugi::xml_node mark = child_of(properties, "rPr");
    const DocxParagraphLook look = look_of(properties);
    const PartialLook around = std::exchange(paragraph_look_, look.run);
    if (!std::exchange(joined_, false)) open_paragraph(look);
    walk_children(node);
    for (Field& field : fields_) field.in_code = false;  // one that never ends hides nothing more
    paragraph_look_ = around;
    if (!inner && (child_of(mark, "del") || child_of(mark, "moveFrom"))) {
        add_change(remark::kDeletion, child_of(mark, "del"), page_.offset(), "¶");
        joined_ = true;
        return;
    }
    in_paragraph_ = true;
    finish_paragraph();
    in_paragraph_ = inner;
}

void DocxStory::finish_paragraph() {
    joined_ = false;
    if (!std::exchange(in_paragraph_, false)) return;
    say_change();
    page_.close_paragraph();
    read_boxes();
}

// A chart or a SmartArt, whose words are in a part of their own; one that cannot be read has none.
void DocxStory::add_drawing(const std::string& part) {
    PartXml xml;
    if (part.empty() || !shows_text() || !file_.package().has(part)) return;
    if (read_xml(file_.package(), part, file_.path(), xml)) drawings_.push_back(words_of_drawing(xml.root()));
}

void DocxStory::read_boxes() {
    for (const std::string& words : std::exchange(drawings_, {})) {
        page_.open("div");
        for (const std::string_view line : split_lines(words)) {
            page_.open_paragraph(0);
            page_.add_text(line);
            page_.close_paragraph();
        }
        page_.close();
    }
    for (const pugi::xml_node box : std::exchange(boxes_, {})) {
        page_.open("div");
        walk_children(box);
        finish_paragraph();
        page_.close();
    }
}

void DocxStory::read_run(pugi::xml_node node) {
    const pugi::xml_node properties = child_of(node, "rPr");
    PartialLook look = paragraph_look_;
    look.lay_over(file_.styles().run(std::string(docx_value(properties, "rStyle"))));
    PartialLook own = read_run_look(properties);
    if (!child_of(properties, "vertAlign") && !is_beside_other_height(node)) own.height.reset();
    look.lay_over(own);
    const PartialLook around = std::exchange(run_look_, look);
    walk_children(node);
    run_look_ = around;
}

void DocxStory::read_text(pugi::xml_node node) {
    const std::uint32_t begin = page_.offset();
    add_text(characters_of(node));
    if (!places_ || page_.offset() == begin || !may_change(node)) return;
    places_->push_back({begin, page_.offset(), file_.part_of(node), static_cast<std::size_t>(node.offset_debug())});
}

// What a field writes, another's tracked change, a control that is locked or filled from data, and a text that older
// programs find a second time are not ours to change.
bool DocxStory::may_change(pugi::xml_node text) const {
    constexpr std::array<std::string_view, 4> kOthers = {"ins", "moveTo", "fldSimple", "AlternateContent"};
    if (!fields_.empty() || (run_look_.font && is_symbol_font(*run_look_.font))) return false;
    for (pugi::xml_node node = text.parent(); node; node = node.parent()) {
        const pugi::xml_node control = child_of(node, "sdtPr");
        const bool locked = docx_value(control, "lock").ends_with("ontentLocked");
        if (is_one_of(local_name(node), kOthers) || locked || child_of(control, "dataBinding")) return false;
    }
    return text.offset_debug() >= 0;
}

void DocxStory::read_ruby(pugi::xml_node node) {
    if (!shows_text()) return;
    page_.open_inline("ruby", look());
    walk_children(child_of(node, "rubyBase"));
    page_.open_inline("rt");
    walk_children(child_of(node, "rt"));
    page_.close_inline();
    page_.close_inline();
}

// The words that ask to be replaced are the form's, not somebody's.
void DocxStory::read_control(pugi::xml_node node) {
    const bool unfilled = docx_switch(child_of(node, "sdtPr"), "showingPlcHdr").value_or(false);
    placeholders_ += unfilled ? 1 : 0;
    walk_children(child_of(node, "sdtContent"));
    placeholders_ -= unfilled ? 1 : 0;
}

void DocxStory::read_alternatives(pugi::xml_node node) {
    for (const pugi::xml_node choice : node)
        if (is_element(choice, "Choice") && understands(docx_attribute(choice, "Requires")))
            return walk_children(choice);
    walk_children(child_of(node, "Fallback"));
}

void DocxStory::read_field_mark(pugi::xml_node node) {
    const std::string_view type = docx_attribute(node, "fldCharType");
    if (type == "begin") {
        read_form_field(child_of(node, "ffData"));
        if (fields_.size() < kNestedFields) fields_.emplace_back();
    } else if (type == "separate" && !fields_.empty()) {
        fields_.back().in_code = false;
    } else if (type == "end" && !fields_.empty()) {
        end_field();
    }
}

void DocxStory::end_field() {
    const Field field = std::move(fields_.back());
    fields_.pop_back();
    if (!field.in_code) return;
    const DocxFieldText shown = show_docx_field(field.code);
    if (shown.base.empty() || !shows_text()) return;
    if (shown.ruby.empty()) return add_text(shown.base);
    page_.open_inline("ruby", look());
    page_.add_text(shown.base);
    page_.open_inline("rt");
    page_.add_text(shown.ruby);
    page_.close_inline();
    page_.close_inline();
}

// Fields of forms of before Word 2007 hold what was chosen in their data.
void DocxStory::read_form_field(pugi::xml_node data) {
    if (const pugi::xml_node box = child_of(data, "checkBox")) {
        const auto checked = docx_switch(box, "checked");
        add_text(checked.value_or(docx_switch(box, "default").value_or(false)) ? "☑" : "☐");
    }
    const pugi::xml_node choices = child_of(data, "ddList");
    std::uint32_t left = number_of(docx_value(choices, "result")).value_or(0);
    for (const pugi::xml_node choice : choices)
        if (is_element(choice, "listEntry") && left-- == 0) return add_text(docx_attribute(choice, "val"));
}

void DocxStory::read_symbol(pugi::xml_node node) {
    const std::string_view code = docx_attribute(node, "char");
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
    if (error != std::errc() || value == 0 || value > 0xFFFF || (value >= 0xD800 && value < 0xE000)) return;
    std::string text;
    append_utf8(text, value);
    if (shows_text()) page_.add_text(symbols_as_text(docx_attribute(node, "font"), text), look());
}

bool DocxStory::shows_text() const {
    return std::none_of(fields_.begin(), fields_.end(), [](const Field& field) { return field.in_code; });
}

TextLook DocxStory::look() const {
    TextLook look = run_look_.look();
    look.hidden = look.hidden || placeholders_ > 0;
    return look;
}

void DocxStory::add_text(std::string_view text) {
    if (!shows_text() || text.empty()) return;
    if (run_look_.font && is_symbol_font(*run_look_.font))
        page_.add_text(symbols_as_text(*run_look_.font, text), look());
    else
        page_.add_text(text, look());
}

}  // namespace goalsheet
