// SPDX-License-Identifier: MIT
#include "read/xlsx/format_code.hpp"

#include <array>

#include "base/parse_double.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet::number_format {
namespace {

class FormatReader {
public:
    explicit FormatReader(std::string_view code) : code_(code) {}

    std::vector<Section> read() {
        sections_.emplace_back();
        while (at_ < code_.size()) read_token();
        return std::move(sections_);
    }

private:
    Section& section() { return sections_.back(); }

    void add(Token::Kind kind, std::string_view text) { section().tokens.push_back({kind, std::string(text)}); }

    bool take(std::string_view word) {
        if (!code_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }

    void read_token() {
        const char c = code_[at_];
        if (take(";")) {
            sections_.emplace_back();
        } else if (c == '"') {
            read_quoted();
        } else if (c == '[') {
            read_bracket();
        } else if (c == '\\' || c == '_' || c == '*') {
            read_escaped(c);
        } else if (take("General") || take("G/標準")) {
            add(Token::Kind::general, {});
        } else if (take("AM/PM") || take("am/pm")) {
            add(Token::Kind::half_day, {});
            section().is_date = true;
        } else if (!read_date_letters(c)) {
            read_sign(c);
        }
    }

    void read_quoted() {
        const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
        add(Token::Kind::literal, code_.substr(at_ + 1, end - at_ - 1));
        at_ = std::min(end + 1, code_.size());
    }

    // [赤], [$¥-411] with the sign to be shown, [$-411] with a language, [<100], [h]; spelt-out figures are left to
    // Excel.
    void read_bracket() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inner = code_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, code_.size());
        constexpr std::array<std::string_view, 16> kColours = {"Black", "Blue",   "Cyan", "Green", "Magenta", "Red",
                                                               "White", "Yellow", "黒",   "青",    "水",      "緑",
                                                               "紫",    "赤",     "白",   "黄"};
        if (inner.starts_with("$"))
            read_locale(inner);
        else if (read_condition(inner) || read_elapsed(inner))
            return;
        else if (std::find(kColours.begin(), kColours.end(), inner) == kColours.end() && !inner.starts_with("Color") &&
                 !inner.starts_with("色"))
            section().sure = false;
    }

    void read_locale(std::string_view inner) {
        add(Token::Kind::literal, inner.substr(1, inner.find('-') - 1));
        if (inner.ends_with("gannen")) section().first_year = true;
    }

    bool read_condition(std::string_view inner) {
        const std::size_t digits = inner.find_first_not_of("<>=");
        if (digits == 0 || digits == std::string_view::npos) return false;
        const auto limit = parse_double(inner.substr(digits));
        if (!limit) return false;
        section().condition = {std::string(inner.substr(0, digits)), *limit};
        return true;
    }

    // [h]: all hours, over a day's too.
    bool read_elapsed(std::string_view inner) {
        std::string letters;
        for (const char c : inner) letters.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        if (letters.empty() || letters.find_first_not_of(letters[0]) != std::string::npos) return false;
        if (letters[0] != 'h' && letters[0] != 'm' && letters[0] != 's') return false;
        add(Token::Kind::elapsed, letters);
        section().is_date = true;
        return true;
    }

    // \x shows x; _x is a gap as wide as x, *x fills the cell with x: neither is anything to read.
    void read_escaped(char c) {
        ++at_;
        if (at_ >= code_.size()) return;
        const std::uint32_t length = decode_at(code_, at_).length;
        if (c == '\\') add(Token::Kind::literal, code_.substr(at_, length));
        at_ += length;
    }

    bool read_date_letters(char c) {
        constexpr std::string_view kLetters = "yYmMdDhHsSgGeEaAbB";
        if (kLetters.find(c) == std::string_view::npos) return false;
        const char lower = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        const bool exponent =
            lower == 'e' && at_ + 1 < code_.size() && (code_[at_ + 1] == '+' || code_[at_ + 1] == '-');
        if (exponent) {
            add(Token::Kind::exponent, code_.substr(at_ + 1, 1));
            at_ += 2;
            return true;
        }
        std::size_t end = at_;
        while (end < code_.size() && std::tolower(static_cast<unsigned char>(code_[end])) == lower) ++end;
        add(Token::Kind::date, std::string(end - at_, lower));
        section().is_date = true;
        if (lower == 'b') section().sure = false;
        at_ = end;
        return true;
    }

    void read_sign(char c) {
        const std::uint32_t length = decode_at(code_, at_).length;
        const std::string_view sign = code_.substr(at_, length);
        at_ += length;
        switch (c) {
            case '0':
            case '#':
            case '?':
                return add(Token::Kind::digit, sign);
            case '.':
                return add(Token::Kind::point, sign);
            case ',':
                return add(Token::Kind::comma, sign);
            case '%':
                return add(Token::Kind::percent, sign);
            case '@':
                return add(Token::Kind::at, sign);
            default:
                return add(Token::Kind::literal, sign);
        }
    }

    std::string_view code_;
    std::size_t at_ = 0;
    std::vector<Section> sections_;
};

}  // namespace

std::vector<Section> read_format_code(std::string_view code) { return FormatReader(code).read(); }

}  // namespace goalsheet::number_format
