// SPDX-License-Identifier: MIT
// What a DocxStory reads beside the text: tracked changes, comments, notes, files put into the document.
#include <fmt/format.h>

#include <utility>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/docx/story.hpp"
#include "read/html_parser.hpp"
#include "read/mhtml.hpp"
#include "read/numerals.hpp"
#include "text/decode.hpp"

namespace goalsheet {
namespace {

// The text of a deletion, for a remark.
void add_removed_text(pugi::xml_node node, std::string& text, std::size_t depth) {
    if (depth > limit::kDocumentDepth || text.size() > limit::kMarkerBytes) return;
    for (const pugi::xml_node child : node) {
        if (is_element(child, "delText") || is_element(child, "t")) text += characters_of(child);
        add_removed_text(child, text, depth + 1);
    }
}

std::string with_line_feeds(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (!pair) out.push_back(text[at] == '\r' ? '\n' : text[at]);
    }
    return out;
}

bool is_web_page(std::string_view bytes) {
    const std::string_view head = trim(bytes.substr(0, 4096));
    return head.starts_with("<") || head.find("<html") != std::string_view::npos;
}

}  // namespace

void DocxStory::read_insertion(pugi::xml_node node) {
    const std::uint32_t begin = page_.offset();
    walk_children(node);
    if (page_.offset() > begin) add_change(remark::kInsertion, node, begin, {});
}

void DocxStory::read_deletion(pugi::xml_node node) {
    std::string removed;
    add_removed_text(node, removed, 0);
    if (!removed.empty()) add_change(remark::kDeletion, node, page_.offset(), std::move(removed));
}

// Word writes one change as several when its runs look different.
void DocxStory::add_change(const char* kind, pugi::xml_node node, std::uint32_t begin, std::string removed) {
    std::string author(docx_attribute(node, "author"));
    if (change_ && change_->kind == kind && change_->author == author && change_->end == begin) {
        change_->end = page_.offset();
        change_->removed += removed;
        return;
    }
    say_change();
    change_ = Change{kind, std::move(author), begin, page_.offset(), std::move(removed)};
}

void DocxStory::say_change() {
    if (!change_) return;
    const Change change = *std::exchange(change_, std::nullopt);
    const bool deletion = change.kind == remark::kDeletion;
    SourcedText text = deletion ? SourcedText::missing_at(change.begin) : page_.text_between(change.begin, change.end);
    page_.add_remark(change.kind, std::move(text), deletion ? change.removed : change.author, change.begin);
}

void DocxStory::add_comment(const std::string& id) {
    const DocxComment* comment = file_.comment(id);
    if (!comment || !comments_said_.insert(id).second) return;
    const auto begun = comment_begins_.find(id);
    const std::uint32_t begin = begun == comment_begins_.end() ? page_.offset() : begun->second;
    std::string detail =
        comment->author.empty() ? comment->text : fmt::format("{}：{}", comment->author, comment->text);
    page_.add_remark(remark::kComment, page_.text_between(begin, page_.offset()), std::move(detail), begin);
}

void DocxStory::refer_to_note(pugi::xml_node node, DocxNotes& notes, const char* name) {
    const std::string id(docx_attribute(node, "id"));
    const auto found = notes.notes.find(id);
    if (found == notes.notes.end() || !shows_text()) return;
    std::string label;
    if (!flag_of(prefixed_attribute(node, "customMarkFollows"), false)) {
        label = show_numeral(notes.numerals, ++notes.count);
        TextLook raised = look();
        raised.height = TextLook::Height::raised;
        page_.add_text(label, raised);
    }
    if (notes.shown.insert(id).second) notes_.push_back({label, found->second, name});
}

// Behind a table they are about its text.
void DocxStory::read_pending_notes(bool in_element) {
    while (!notes_.empty()) {
        if (in_element) page_.open("note");
        for (const PendingNote& note : std::exchange(notes_, {})) {
            const std::string around = std::exchange(note_label_, note.label);
            page_.name_region(fmt::format("{}{}", note.name, note.label));
            walk_children(note.node);
            finish_paragraph();
            page_.name_region({});
            note_label_ = around;
        }
        if (in_element) page_.close();
    }
}

void DocxStory::read_chunk(pugi::xml_node node) {
    const std::string part = file_.target(prefixed_attribute(node, "id").value());
    if (part.empty()) return;
    if (joined_) finish_paragraph();
    auto bytes = file_.package().read(part);
    if (!bytes) throw UnreadableDocx{bytes.fault()};
    if (bytes->starts_with("PK\x03\x04") && inside_ == 0) {
        auto package = Package::open(*bytes, file_.path());
        if (!package) throw UnreadableDocx{package.fault()};
        DocxFile inner(*package, file_.path());
        DocxStory(inner, page_, inside_ + 1).read();
    } else if (is_mhtml(*bytes)) {
        read_web_page(decode_mhtml(*bytes).text);
    } else if (is_web_page(*bytes)) {
        read_web_page(decode(*bytes).text);
    } else {
        page_.add_remark(remark::kNotRead, SourcedText::missing_at(page_.offset()), part, page_.offset());
    }
}

void DocxStory::read_web_page(std::string_view page) {
    const std::string text = with_line_feeds(page);
    HtmlTree tree;
    if (auto parsed = parse_html(text, file_.path(), tree); !parsed) throw UnreadableDocx{parsed.fault()};
    page_.graft(tree, text);
}

}  // namespace goalsheet
