// SPDX-License-Identifier: MIT
#include "read/docx/edit_text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "read/docx/story.hpp"
#include "read/package/rewrite_package.hpp"
#include "text/escape.hpp"

namespace goalsheet {
namespace {

/// What is to stand in place of a stretch of one element's text.
struct PieceEdit {
    std::size_t begin;  ///< in the element's text
    std::size_t end;
    std::string before;
    std::string after;
};

/// The text of an element, and for each byte of it (and for its end) where in the XML it is written.
struct WrittenText {
    std::string text;
    std::vector<std::size_t> xml_at;

    void add(std::string_view character, std::size_t at) {
        text += character;
        xml_at.resize(text.size(), at);
    }
};

std::string character_of_entity(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
    for (const auto& [known, text] : kNamed)
        if (name == known) return std::string(text);
    if (!name.starts_with('#')) return {};
    const bool hexadecimal = name.substr(1).starts_with('x');
    name.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != name.data() + name.size()) return {};
    std::string text;
    append_utf8(text, value == '\r' ? U' ' : static_cast<char32_t>(value));
    return text;
}

// Nothing for what is no plain text: CDATA, comments, entities that XML does not know.
std::optional<WrittenText> read_written(std::string_view xml) {
    WrittenText written;
    for (std::size_t at = 0; at < xml.size();) {
        std::size_t length = decode_at(xml, at).length;
        std::string text(xml.substr(at, length));
        if (xml[at] == '<') return std::nullopt;
        if (xml[at] == '&') {
            const std::size_t end = xml.find(';', at);
            if (end == std::string_view::npos) return std::nullopt;
            length = end + 1 - at;
            text = character_of_entity(xml.substr(at + 1, length - 2));
            if (text.empty()) return std::nullopt;
        } else if (xml[at] == '\r') {
            length = xml.substr(at).starts_with("\r\n") ? 2 : 1;
            text = "\n";
        }
        written.add(text, at);
        at += length;
    }
    written.xml_at.push_back(xml.size());
    return written;
}

// The XML of an element's text with the edits made, in order; nothing where it does not read what they replace.
std::optional<std::string> edit_xml_text(std::string_view xml, std::size_t text_size,
                                         std::span<const PieceEdit> edits) {
    const auto written = read_written(xml);
    if (!written || written->text.size() != text_size) return std::nullopt;
    std::string out;
    std::size_t done = 0;
    for (const PieceEdit& edit : edits) {
        if (written->text.compare(edit.begin, edit.end - edit.begin, edit.before) != 0) return std::nullopt;
        out.append(xml.substr(done, written->xml_at[edit.begin] - done)).append(escape_xml(edit.after));
        done = written->xml_at[edit.end];
    }
    return out.append(xml.substr(done));
}

std::string_view take_characters(std::string_view& text, std::size_t count) {
    std::size_t size = 0;
    for (; count > 0 && size < text.size(); --count) size += decode_at(text, size).length;
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(size);
    return taken;
}

/// Shares the edits out to the elements that write the text, and writes those again.
class Editor {
public:
    Editor(Package& package, std::vector<DocxTextPlace> places)
        : package_(package), places_(std::move(places)), pieces_(places_.size()) {}

    bool share_out(const DocxTextEdit& edit) {
        std::size_t first = 0;
        while (first < places_.size() && places_[first].end < edit.begin + (edit.begin == edit.end ? 0 : 1)) ++first;
        const bool each = count_code_points(edit.before) == count_code_points(edit.after);
        std::string_view after = edit.after;
        std::string_view before = edit.before;
        std::size_t at = edit.begin;
        for (std::size_t i = first; at < edit.end || i == first; ++i) {
            if (i == places_.size() || at < places_[i].begin) return false;
            const std::size_t end = std::min<std::size_t>(edit.end, places_[i].end);
            const std::string_view gone = before.substr(0, end - at);
            before.remove_prefix(gone.size());
            const std::string_view come = take_characters(after, each ? count_code_points(gone) : after.size());
            const std::size_t shift = places_[i].begin;
            pieces_[i].push_back({at - shift, end - shift, std::string(gone), std::string(come)});
            at = end;
        }
        return true;
    }

    /// The parts that change; nothing where one of them is not what it was read as.
    std::optional<std::map<std::string, std::string>> write() {
        std::map<std::string, std::string> parts;
        for (const std::size_t i : from_behind()) {
            std::string* xml = part(parts, places_[i].part);
            if (!xml || !write_element(*xml, i)) return std::nullopt;
        }
        return parts;
    }

private:
    // So that what is written moves no element that is still to come.
    std::vector<std::size_t> from_behind() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (!pieces_[i].empty()) order.push_back(i);
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return places_[a].name > places_[b].name; });
        return order;
    }

    std::string* part(std::map<std::string, std::string>& parts, const std::string& name) {
        if (const auto known = parts.find(name); known != parts.end()) return &known->second;
        const auto xml = package_.read(name);
        if (!xml || find_invalid_utf8(*xml)) return nullptr;
        return &parts.emplace(name, *xml).first->second;
    }

    bool write_element(std::string& xml, std::size_t i) const {
        const std::size_t name = places_[i].name;
        const std::size_t close = xml.find('>', name);
        if (name == 0 || close == std::string::npos || xml[name - 1] != '<' || xml[close - 1] == '/') return false;
        const std::string tag = xml.substr(name, close - name);
        const std::string closing = "</" + tag.substr(0, tag.find_first_of(" \t\r\n"));
        const std::size_t end = xml.find(closing, close);
        if (end == std::string::npos) return false;
        const std::string_view inner = std::string_view(xml).substr(close + 1, end - close - 1);
        const auto text = edit_xml_text(inner, places_[i].end - places_[i].begin, pieces_[i]);
        if (!text) return false;
        // Word leaves out the spaces at the ends unless it is told that they count.
        const bool says_spaces = tag.find("xml:space") == std::string::npos && trim(*text) != *text;
        xml.replace(close, end - close, (says_spaces ? " xml:space=\"preserve\">" : ">") + *text);
        return true;
    }

    Package& package_;
    std::vector<DocxTextPlace> places_;
    std::vector<std::vector<PieceEdit>> pieces_;  ///< of each place
};

std::optional<std::vector<DocxTextPlace>> find_places(Package& package, const std::string& path) {
    std::vector<DocxTextPlace> places;
    try {
        DocxFile file(package, path);
        if (file.is_guarded()) return std::nullopt;
        PageTree page;
        DocxStory story(file, page);
        story.note_places(places);
        story.read();
    } catch (const UnreadableDocx&) {
        return std::nullopt;
    }
    return places;
}

}  // namespace

std::optional<std::string> edit_docx_text(std::string_view bytes, const std::string& path,
                                          std::span<const DocxTextEdit> edits) {
    auto package = Package::open(bytes, path);
    if (!package || package->has("_xmlsignatures/origin.sigs")) return std::nullopt;
    auto places = find_places(*package, path);
    if (!places) return std::nullopt;
    Editor editor(*package, std::move(*places));
    for (const DocxTextEdit& edit : edits)
        if (!editor.share_out(edit)) return std::nullopt;
    const auto parts = editor.write();
    return parts ? rewrite_package(bytes, *parts) : std::nullopt;
}

}  // namespace goalsheet
