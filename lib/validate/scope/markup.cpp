// SPDX-License-Identifier: MIT
#include "validate/scope/markup.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace goalsheet::rules {
namespace {

using Kind = MarkupPiece::Kind;

constexpr std::size_t kLongestHidden = 2000;  // bytes of an element that is looked through

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank_char(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_word(std::string_view text, std::string_view word) {
    return text.size() == word.size() &&
           std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

// The place of a word in a text of any case, or npos.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
    const auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
                                   word.begin(), word.end(), [](char a, char b) { return lower(a) == b; });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

struct Attribute {
    std::string_view name;
    std::size_t begin = 0;  // of its value
    std::size_t end = 0;
};

struct Tag {
    std::string_view name;
    std::vector<Attribute> attributes;
    std::size_t begin = 0;
    std::size_t end = 0;

    const Attribute* find(std::string_view wanted) const {
        const auto found = std::find_if(attributes.begin(), attributes.end(),
                                        [&](const Attribute& one) { return is_word(one.name, wanted); });
        return found == attributes.end() ? nullptr : &*found;
    }
};

class Scanner {
public:
    explicit Scanner(std::string_view source) : source_(source) {}

    std::vector<MarkupPiece> take() {
        for (std::size_t at = source_.find('<'); at < source_.size(); at = source_.find('<', at)) at = read_at(at);
        return std::move(pieces_);
    }

private:
    std::size_t read_at(std::size_t at) {
        if (source_.substr(at).starts_with("<!--")) return read_comment(at);
        if (at + 1 >= source_.size() || !is_letter(source_[at + 1])) return at + 1;
        const Tag tag = read_tag(at);
        if (is_word(tag.name, "script") || is_word(tag.name, "style")) return end_of_element(tag);
        look_at(tag);
        return tag.end;
    }

    std::size_t read_comment(std::size_t at) {
        constexpr std::size_t kOpen = 4;
        constexpr std::size_t kClose = 3;
        const std::size_t close = std::min(source_.find("-->", at + kOpen), source_.size());
        if (source_.substr(at + kOpen, 1) != "[") add(Kind::comment, at + kOpen, close);
        return std::min(close + kClose, source_.size());
    }

    Tag read_tag(std::size_t at) const {
        Tag tag;
        tag.begin = at++;
        const std::size_t name = at;
        while (at < source_.size() && !is_blank_char(source_[at]) && source_[at] != '>' && source_[at] != '/') ++at;
        tag.name = source_.substr(name, at - name);
        while (at < source_.size() && source_[at] != '>') {
            if (is_blank_char(source_[at]) || source_[at] == '/')
                ++at;
            else
                at = read_attribute(at, tag);
        }
        tag.end = std::min(at + 1, source_.size());
        return tag;
    }

    std::size_t read_attribute(std::size_t at, Tag& tag) const {
        Attribute attribute;
        const std::size_t name = at;
        while (at < source_.size() && !is_blank_char(source_[at]) && source_[at] != '=' && source_[at] != '>') ++at;
        attribute.name = source_.substr(name, at - name);
        std::size_t sign = at;
        while (sign < source_.size() && is_blank_char(source_[sign])) ++sign;
        if (sign >= source_.size() || source_[sign] != '=') {
            attribute.begin = attribute.end = at;
            tag.attributes.push_back(attribute);
            return std::max(at, name + 1);
        }
        at = sign + 1;
        while (at < source_.size() && is_blank_char(source_[at])) ++at;
        const bool quoted = at < source_.size() && (source_[at] == '"' || source_[at] == '\'');
        attribute.begin = quoted ? at + 1 : at;
        attribute.end = quoted ? std::min(source_.find(source_[at], at + 1), source_.size())
                               : std::min(source_.find_first_of(" \t\r\n>", at), source_.size());
        tag.attributes.push_back(attribute);
        return quoted ? std::min(attribute.end + 1, source_.size()) : attribute.end;
    }

    std::string_view value(const Attribute* attribute) const {
        return attribute ? source_.substr(attribute->begin, attribute->end - attribute->begin) : std::string_view();
    }

    void look_at(const Tag& tag) {
        if (is_word(tag.name, "ins") || is_word(tag.name, "del")) add(Kind::tracked, tag.begin, tag.end);
        if (is_word(tag.name, "img") && value(tag.find("alt")).find_first_not_of(" \t") == std::string_view::npos)
            add(Kind::bare_image, tag.begin, tag.end);
        if (is_word(tag.name, "meta") && is_word(value(tag.find("name")), "author"))
            add_value(Kind::author, tag.find("content"));
        add_value(Kind::attribute, tag.find("title"));
        add_value(Kind::attribute, tag.find("alt"));
        const std::string_view link = value(tag.find("href"));
        if (find_word(link, "mailto:") == 0 || find_word(link, "file:") == 0)
            add_value(Kind::attribute, tag.find("href"));
        if (is_word_comment(tag)) add(Kind::word_comment, tag.begin, tag.end);
        if (is_hidden(value(tag.find("style")))) add_hidden(tag);
    }

    bool is_word_comment(const Tag& tag) const {
        constexpr std::array<std::string_view, 3> kClasses = {"msocommentreference", "msocomanchor", "msocomtxt"};
        const std::string_view words = value(tag.find("class"));
        const bool named =
            std::any_of(kClasses.begin(), kClasses.end(), [&](std::string_view one) { return is_word(words, one); });
        const std::string_view style = value(tag.find("style"));
        return named || find_word(style, "mso-element:comment") != std::string_view::npos ||
               find_word(style, "mso-comment-reference") != std::string_view::npos;
    }

    static bool is_hidden(std::string_view style) {
        if (style.empty()) return false;
        for (const std::string_view words :
             {"display:none", "display: none", "visibility:hidden", "visibility: hidden", "mso-hide:all"})
            if (find_word(style, words) != std::string_view::npos) return true;
        return false;
    }

    // Up to the next end tag of the same name; what lies deeper is hidden as well.
    std::size_t end_of_element(const Tag& tag) const {
        std::string close = "</";
        for (const char c : tag.name) close += lower(c);
        return std::min(find_word(source_, close, tag.end), source_.size());
    }

    void add_hidden(const Tag& tag) {
        const std::size_t end = std::min(end_of_element(tag), tag.end + kLongestHidden);
        if (end < source_.size() && end > tag.end) add(Kind::hidden, tag.end, end);
    }

    void add_value(Kind kind, const Attribute* attribute) {
        if (attribute && attribute->end > attribute->begin) add(kind, attribute->begin, attribute->end);
    }
    void add(Kind kind, std::size_t begin, std::size_t end) { pieces_.push_back({kind, begin, end}); }

    std::string_view source_;
    std::vector<MarkupPiece> pieces_;
};

}  // namespace

std::vector<MarkupPiece> find_markup_pieces(std::string_view source) { return Scanner(source).take(); }

}  // namespace goalsheet::rules
