// SPDX-License-Identifier: MIT
#include "read/css/text_style.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

template <class T>
void lay(std::optional<T>& lower, const std::optional<T>& upper) {
    if (upper) lower = upper;
}

// In lower case, without comments and white space at the ends.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = skip_css_token(text, at);
        if (!text.substr(at).starts_with("/*")) out.append(text.substr(at, next - at));
        at = next;
    }
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return std::string(trim(out));
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), value) != words.end();
}

// The sign of a length or percentage: 3pt, -0.4em, 30%; 0 for any other word.
int sign_of_length(std::string_view value) {
    const bool minus = value.starts_with('-');
    if (minus || value.starts_with('+')) value.remove_prefix(1);
    const std::size_t end = std::min(value.find_first_not_of("0123456789."), value.size());
    const bool zero = value.substr(0, end).find_first_of("123456789") == std::string_view::npos;
    return zero ? 0 : minus ? -1 : 1;
}

// -9999px, and all that is far off every screen.
bool is_far_off(std::string_view value) {
    constexpr std::size_t kDigits = 3;
    if (!value.starts_with('-')) return false;
    const std::size_t end = std::min(value.find_first_not_of("0123456789", 1), value.size());
    return end - 1 >= kDigits && value.substr(end).find_first_of("%") == std::string_view::npos;
}

// font: 7.0pt "Times New Roman", serif and font-family: Wingdings: the first family.
std::string first_font(std::string_view value, bool shorthand) {
    value = trim(value.substr(0, value.find(',')));
    if (shorthand) value = value.substr(std::min(value.find_first_of("\"'"), value.rfind(' ') + 1));
    return std::string(value);
}

// list-style: square inside url(x), list-style-type: katakana, "→ ": what is no place and no picture.
std::optional<std::string> list_style(std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        std::size_t end = at;
        while (end < value.size() && value[end] != ' ') end = skip_css_token(value, end);
        const std::string_view word = value.substr(at, end - at);
        if (!word.empty() && !is_one_of(word, {"inside", "outside"}) && !word.starts_with("url("))
            return std::string(word);
        at = end + 1;
    }
    return std::nullopt;
}

void read_shift(TextStyle& style, std::string_view name, const std::string& value) {
    const int sign = sign_of_length(value);
    if (sign != 0) style.shifted = name == "top" ? -sign : sign;
}

bool read_visibility(TextStyle& style, std::string_view name, const std::string& value) {
    if (name == "display")
        style.gone = value == "none";
    else if (name == "mso-hide")
        style.gone = value == "all";
    else if (name == "visibility")
        style.invisible = is_one_of(value, {"hidden", "collapse"});
    else if (name == "opacity" || name == "font-size")
        style.unseen =
            !value.empty() && std::isdigit(static_cast<unsigned char>(value[0])) != 0 && sign_of_length(value) == 0;
    else if ((name == "left" || name == "top" || name == "right") && is_far_off(value))
        style.offscreen = true;
    else if (name == "clip")
        style.clipped = value.starts_with("rect(0") || value.starts_with("rect(1px");
    else
        return false;
    return true;
}

void read_look(TextStyle& style, std::string_view name, const std::string& value) {
    if (name == "text-decoration" || name == "text-decoration-line")
        style.struck = value.find("line-through") != std::string::npos;
    else if (name == "white-space")
        style.keeps_lines = value.starts_with("pre") || value == "break-spaces";
    else if (name == "vertical-align" || name == "font-variant-position")
        style.raised = value == "super" ? 2 : value == "sub" ? -2 : sign_of_length(value);
    else if (name == "mso-text-raise")
        style.raised = sign_of_length(value);
    else if (name == "list-style" || name == "list-style-type")
        style.list_style = list_style(value);
    else if (name == "top" || name == "bottom")
        read_shift(style, name, value);
    else if (name == "position")
        style.position = value == "relative"                       ? TextStyle::Position::relative
                         : is_one_of(value, {"absolute", "fixed"}) ? TextStyle::Position::absolute
                                                                   : TextStyle::Position::in_flow;
}

void read_declaration(std::string_view declaration, WeightedStyle& style) {
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = plain(declaration.substr(0, colon));
    std::string value = plain(declaration.substr(colon + 1));
    const std::size_t mark = value.rfind('!');
    const bool important = mark != std::string::npos && trim(std::string_view(value).substr(mark + 1)) == "important";
    if (important) value = trim(std::string_view(value).substr(0, mark));
    TextStyle& layer = important ? style.important : style.normal;
    if (name == "font-family" || name == "font")
        layer.font = first_font(trim(declaration.substr(colon + 1)), name == "font");
    else if (!read_visibility(layer, name, value))
        read_look(layer, name, value);
}

}  // namespace

std::size_t skip_css_token(std::string_view css, std::size_t at) {
    const char c = css[at];
    if (css.substr(at).starts_with("/*")) {
        const std::size_t end = css.find("*/", at + 2);
        return end == std::string_view::npos ? css.size() : end + 2;
    }
    if (c == '\\') return std::min(at + 2, css.size());
    if (c == '"' || c == '\'') {
        for (++at; at < css.size() && css[at] != c && css[at] != '\n'; ++at)
            if (css[at] == '\\') ++at;
        return std::min(at + 1, css.size());
    }
    if (c == '(' || c == '[') {
        std::size_t depth = 0;
        for (; at < css.size(); ++at) {
            if (css[at] == '\\')
                ++at;
            else if (css[at] == '(' || css[at] == '[')
                ++depth;
            else if ((css[at] == ')' || css[at] == ']') && --depth == 0)
                return at + 1;
            else if (css[at] == '{' || css[at] == '}')
                return at;
        }
        return css.size();
    }
    return at + 1;
}

WeightedStyle read_declarations(std::string_view css) {
    WeightedStyle style;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < css.size();) {
        if (css[at] != ';') {
            at = skip_css_token(css, at);
            continue;
        }
        read_declaration(css.substr(begin, at - begin), style);
        begin = ++at;
    }
    read_declaration(css.substr(std::min(begin, css.size())), style);
    return style;
}

void TextStyle::lay_over(const TextStyle& upper) {
    lay(gone, upper.gone);
    lay(invisible, upper.invisible);
    lay(clipped, upper.clipped);
    lay(unseen, upper.unseen);
    lay(offscreen, upper.offscreen);
    lay(struck, upper.struck);
    lay(keeps_lines, upper.keeps_lines);
    lay(raised, upper.raised);
    lay(shifted, upper.shifted);
    lay(position, upper.position);
    lay(font, upper.font);
    lay(list_style, upper.list_style);
}

bool TextStyle::says_anything() const {
    return gone || invisible || clipped || unseen || offscreen || struck || keeps_lines || raised || shifted ||
           position || font || list_style;
}

}  // namespace goalsheet
