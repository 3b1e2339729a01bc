// SPDX-License-Identifier: MIT
#include "read/xlsx/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <iterator>
#include <vector>

#include "base/limits.hpp"
#include "base/parse_double.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// ---- the format, cut into tokens

struct Token {
    enum class Kind { literal, digit, point, comma, percent, exponent, date, elapsed, half_day, general, at };
    Kind kind;
    std::string text;  ///< of literals; of dates the letter, as often as it was written; of exponents the sign
};

/// [<=100]: the values that a section is for.
struct Condition {
    std::string sign;
    double limit = 0;

    bool holds(double value) const {
        if (sign == "<") return value < limit;
        if (sign == "<=") return value <= limit;
        if (sign == ">") return value > limit;
        if (sign == ">=") return value >= limit;
        return sign == "=" ? value == limit : value != limit;
    }
};

struct Section {
    std::vector<Token> tokens;
    bool sure = true;
    bool is_date = false;
    bool first_year = false;  ///< the first year of an era is 元
    std::optional<Condition> condition;

    bool has(Token::Kind kind) const {
        return std::any_of(tokens.begin(), tokens.end(), [kind](const Token& t) { return t.kind == kind; });
    }
};

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

// ---- numbers

/// A number as spreadsheets reckon with it: fifteen digits, 0.d1d2d3… × 10^exponent.
struct Decimal {
    std::string digits;
    int exponent = 0;

    explicit Decimal(double value) {
        const std::string text = fmt::format("{:.14e}", std::fabs(value));
        for (const char c : text.substr(0, text.find('e')))
            if (c != '.') digits.push_back(c);
        exponent = std::stoi(text.substr(text.find('e') + 1)) + 1;
    }

    // Half up, as figures are rounded in school.
    void round_to(int decimals) {
        const int kept = exponent + decimals;
        if (kept >= static_cast<int>(digits.size())) return;
        const bool up = kept >= 0 && digits[static_cast<std::size_t>(kept)] >= '5';
        digits.resize(static_cast<std::size_t>(std::max(kept, 0)));
        if (!up) return;
        std::size_t at = digits.size();
        while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
        if (at > 0) {
            ++digits[at - 1];
        } else {
            digits.insert(digits.begin(), '1');
            ++exponent;
        }
    }

    char digit_at(int place) const {  // 1: units, 2: tens, 0: tenths, -1: hundredths
        const int index = exponent - place;
        return index >= 0 && index < static_cast<int>(digits.size()) ? digits[static_cast<std::size_t>(index)] : '0';
    }
    bool is_zero() const { return digits.find_first_not_of('0') == std::string::npos; }
};

std::string show_general(double value) {
    if (value == 0) return "0";  // -0, too
    std::string text = fmt::format("{:.15g}", value);
    constexpr double kWhole = 1e21;
    if (text.find('e') != std::string::npos && std::fabs(value) < kWhole && std::fabs(value) >= 1)
        text = fmt::format("{:.0f}", value);
    std::replace(text.begin(), text.end(), 'e', 'E');
    return text;
}

/// 0, #,##0.00, 0%: the digits of a section and what stands around them.
struct DigitPlan {
    int whole = 0;             ///< zeros in front of the point: so many digits at least
    int decimals = 0;          ///< digits behind it at most
    int certain_decimals = 0;  ///< and at least
    int shift = 0;             ///< powers of ten: two for each %, minus three for each comma at the end
    bool point = false;
    bool grouped = false;
    bool simple = true;  ///< all digits stand together
    std::size_t first = 0;
    std::size_t last = 0;
};

bool is_digit_sign(const Token& token) {
    return token.kind == Token::Kind::digit || token.kind == Token::Kind::point || token.kind == Token::Kind::comma;
}

DigitPlan plan_digits(const Section& section) {
    DigitPlan plan;
    const auto& tokens = section.tokens;
    const auto first = std::find_if(tokens.begin(), tokens.end(), is_digit_sign);
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), is_digit_sign).base();
    plan.first = static_cast<std::size_t>(first - tokens.begin());
    plan.last = first == tokens.end() ? plan.first : static_cast<std::size_t>(last - tokens.begin());
    int commas = 0;
    for (auto at = first; at < last; ++at) {
        plan.simple = plan.simple && is_digit_sign(*at);
        if (at->kind == Token::Kind::point) {
            plan.simple = plan.simple && !plan.point;
            plan.point = true;
        } else if (at->kind == Token::Kind::comma) {
            ++commas;
            continue;
        } else if (plan.point) {
            ++plan.decimals;
            if (at->text == "0") plan.certain_decimals = plan.decimals;
        } else if (at->text == "0") {
            ++plan.whole;
        }
        plan.grouped = plan.grouped || commas > 0;
        commas = 0;
    }
    plan.shift = -3 * commas;
    for (const Token& token : tokens)
        if (token.kind == Token::Kind::percent) plan.shift += 2;
    return plan;
}

std::string show_digits(double value, const DigitPlan& plan, bool& zero) {
    Decimal decimal(value);
    decimal.exponent += plan.shift;
    decimal.round_to(plan.decimals);
    zero = decimal.is_zero();
    std::string text;
    for (int place = std::max(zero ? 0 : decimal.exponent, plan.whole); place > 0; --place) {
        text.push_back(decimal.digit_at(place));
        if (plan.grouped && place % 3 == 1 && place > 1) text.push_back(',');
    }
    if (!plan.point) return text;
    text.push_back('.');
    int decimals = plan.decimals;
    while (decimals > plan.certain_decimals && decimal.digit_at(1 - decimals) == '0') --decimals;
    for (int place = 0; place > -decimals; --place) text.push_back(decimal.digit_at(place));
    return text;
}

// What tokens show around the digits of a plan.
std::string show_around(const Section& section, const DigitPlan& plan, const std::string& digits) {
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (i == plan.first) text += digits;
        if (i >= plan.first && i < plan.last) continue;
        text += token.kind == Token::Kind::percent ? "%" : token.text;
    }
    return text;
}

// 0.00E+00 and ##0.0E+0, whose exponent goes in threes.
std::optional<std::string> show_scientific(double value, const Section& section, bool signed_value) {
    const auto sign = std::find_if(section.tokens.begin(), section.tokens.end(),
                                   [](const Token& token) { return token.kind == Token::Kind::exponent; });
    Section mantissa;
    mantissa.tokens.assign(section.tokens.begin(), sign);
    DigitPlan plan = plan_digits(mantissa);
    if (!plan.simple || plan.first == plan.last) return std::nullopt;
    int step = 0;
    for (std::size_t i = plan.first; i < plan.last && mantissa.tokens[i].kind != Token::Kind::point; ++i) ++step;
    step = std::max(step, 1);
    int width = 0;
    auto after = sign + 1;
    for (; after != section.tokens.end() && after->kind == Token::Kind::digit; ++after) ++width;
    const Decimal decimal(value);
    const int above = decimal.is_zero() ? 0 : decimal.exponent - 1;
    int exponent = (above >= 0 ? above / step : -((step - 1 - above) / step)) * step;
    Decimal rounded = decimal;
    rounded.exponent -= exponent;
    rounded.round_to(plan.decimals);
    if (rounded.exponent > step) exponent += step;
    plan.shift -= exponent;
    bool zero = false;
    std::string text = show_around(mantissa, plan, show_digits(value, plan, zero));
    text += fmt::format("E{}{:0{}}", exponent < 0 ? "-" : sign->text == "+" ? "+" : "", std::abs(exponent), width);
    for (; after != section.tokens.end(); ++after) text += after->text;
    return value < 0 && signed_value ? "-" + text : text;
}

/// # ??/??: where the digits of a fraction stand among the tokens.
struct FractionPlan {
    std::size_t numerator = 0;  ///< its first token
    std::size_t slash = 0;
    std::size_t end = 0;    ///< behind the denominator
    std::size_t begin = 0;  ///< of the whole number, or the numerator
    int denominator = 0;    ///< as written, or 0
    int most = 0;           ///< the largest one that fits
};

std::optional<FractionPlan> plan_fraction(const std::vector<Token>& tokens) {
    FractionPlan plan;
    const auto slash = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.kind == Token::Kind::literal && token.text == "/";
    });
    if (slash == tokens.end()) return std::nullopt;
    plan.slash = plan.numerator = static_cast<std::size_t>(slash - tokens.begin());
    while (plan.numerator > 0 && tokens[plan.numerator - 1].kind == Token::Kind::digit) --plan.numerator;
    plan.begin = plan.numerator;
    for (std::size_t i = plan.numerator; i-- > 0;)
        if (tokens[i].kind == Token::Kind::digit) plan.begin = i;
    constexpr int kMostDigits = 4;
    int digits = 0;
    for (plan.end = plan.slash + 1; plan.end < tokens.size() && digits < kMostDigits; ++plan.end, ++digits) {
        const Token& token = tokens[plan.end];
        const bool figure = token.text.size() == 1 && token.text[0] >= '0' && token.text[0] <= '9';
        if (token.kind != Token::Kind::digit && !figure) break;
        plan.most = plan.most * 10 + 9;
        if (figure && (plan.denominator > 0 || token.text[0] != '0'))
            plan.denominator = plan.denominator * 10 + (token.text[0] - '0');
    }
    const bool complete = plan.numerator < plan.slash && plan.most > 0;
    return complete ? std::optional(plan) : std::nullopt;
}

std::optional<std::string> show_fraction(double value, const Section& section, bool signed_value) {
    const auto plan = plan_fraction(section.tokens);
    constexpr double kLargest = 1e9;
    if (!plan || std::fabs(value) > kLargest) return std::nullopt;
    const bool mixed = plan->begin < plan->numerator;
    double whole = mixed ? std::floor(std::fabs(value)) : 0;
    const double part = std::fabs(value) - whole;
    long best = plan->denominator > 0 ? plan->denominator : 1;
    if (plan->denominator == 0) {
        double least = 1;
        for (long below = 1; below <= plan->most; ++below) {
            const double miss =
                std::fabs(part - std::round(part * static_cast<double>(below)) / static_cast<double>(below));
            if (miss >= least - 1e-12) continue;
            least = miss;
            best = below;
        }
    }
    long above = std::lround(part * static_cast<double>(best));
    if (mixed && above == best) {
        whole += 1;
        above = 0;
    }
    std::string text;
    for (std::size_t i = 0; i < plan->begin; ++i) text += section.tokens[i].text;
    if (mixed && (whole > 0 || above == 0)) text += fmt::format("{:.0f}", whole);
    if (mixed && whole > 0 && above > 0) text += ' ';
    if (!mixed || above > 0) text += fmt::format("{}/{}", above, best);
    for (std::size_t i = plan->end; i < section.tokens.size(); ++i) text += section.tokens[i].text;
    return value < 0 && signed_value && (whole > 0 || above > 0) ? "-" + text : text;
}

std::optional<std::string> show_in_section(double value, const Section& section, bool signed_value) {
    if (section.has(Token::Kind::exponent)) return show_scientific(value, section, signed_value);
    if (section.has(Token::Kind::digit) && plan_fraction(section.tokens))
        return show_fraction(value, section, signed_value);
    const DigitPlan plan = plan_digits(section);
    if (!plan.simple) return std::nullopt;
    std::string text;
    bool zero = value == 0;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (i >= plan.first && i < plan.last) {
            if (i == plan.first) text += show_digits(value, plan, zero);
            continue;
        }
        if (token.kind == Token::Kind::general || token.kind == Token::Kind::at)
            text += show_general(std::fabs(value));
        else if (token.kind == Token::Kind::percent)
            text += '%';
        else
            text += token.text;
        // 1/2, 12/31: a fraction, which has rules of its own.
        if (token.kind == Token::Kind::literal && token.text == "/") return std::nullopt;
    }
    return value < 0 && signed_value && !zero ? "-" + text : text;
}

// ---- dates

struct Moment {
    std::chrono::year_month_day date;
    unsigned weekday = 0;
    int hour = 0, minute = 0, second = 0;
};

constexpr double kLastSerial = 2958466;  // 10000-01-01
constexpr int kSecondsOfDay = 86400;
constexpr int kDays1904 = 1462;
// Excel takes 1900 for a leap year: up to its 29 February every serial is one day off, and nobody means those days.
constexpr double kFirstSureSerial = 61;

std::optional<Moment> moment_of(double serial, bool from_1904, bool time_only) {
    if (from_1904) serial += kDays1904;
    if (serial < 0 || serial >= kLastSerial || (serial < kFirstSureSerial && !time_only)) return std::nullopt;
    auto days = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<int>(std::lround((serial - std::floor(serial)) * kSecondsOfDay));
    if (seconds == kSecondsOfDay) {
        seconds = 0;
        ++days;
    }
    const std::chrono::sys_days day =
        std::chrono::sys_days{std::chrono::year{1899} / 12 / 30} + std::chrono::days{days};
    return Moment{day, std::chrono::weekday{day}.c_encoding(), seconds / 3600, seconds / 60 % 60, seconds % 60};
}

struct Era {
    std::chrono::year_month_day first;
    const char* names[3];  ///< g gg ggg
};
constexpr std::chrono::year_month_day date(int y, unsigned m, unsigned d) {
    return std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d};
}
constexpr std::array<Era, 5> kEras = {{{date(2019, 5, 1), {"R", "令", "令和"}},
                                       {date(1989, 1, 8), {"H", "平", "平成"}},
                                       {date(1926, 12, 25), {"S", "昭", "昭和"}},
                                       {date(1912, 7, 30), {"T", "大", "大正"}},
                                       {date(1868, 1, 25), {"M", "明", "明治"}}}};

// No serial number is as early as the first of them.
const Era& era_of(const Moment& moment) {
    return *std::find_if(kEras.begin(), kEras.end() - 1, [&](const Era& era) { return moment.date >= era.first; });
}

std::string padded(int value, std::size_t width) { return fmt::format("{:0{}}", value, width >= 2 ? 2 : 1); }

std::string show_month(unsigned month, std::size_t letters) {
    constexpr const char* kNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    const std::string name = kNames[month - 1];
    if (letters == 5) return name.substr(0, 1);
    if (letters == 3) return name.substr(0, 3);
    return letters == 4 ? name : padded(static_cast<int>(month), letters);
}

std::string show_day(const Moment& moment, std::size_t letters) {
    constexpr const char* kNames[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    if (letters <= 2) return padded(static_cast<int>(static_cast<unsigned>(moment.date.day())), letters);
    const std::string name = kNames[moment.weekday];
    return letters == 3 ? name.substr(0, 3) : name;
}

std::string show_japanese_weekday(const Moment& moment, std::size_t letters) {
    constexpr const char* kNames[] = {"日", "月", "火", "水", "木", "金", "土"};
    return letters >= 4 ? fmt::format("{}曜日", kNames[moment.weekday]) : kNames[moment.weekday];
}

// m behind hours or in front of seconds is minutes.
bool is_minutes(const Section& section, std::size_t at) {
    for (std::size_t i = at; i-- > 0;)
        if (section.tokens[i].kind == Token::Kind::date || section.tokens[i].kind == Token::Kind::elapsed) {
            if (section.tokens[i].text[0] == 'h') return true;
            break;
        }
    for (std::size_t i = at + 1; i < section.tokens.size(); ++i)
        if (section.tokens[i].kind == Token::Kind::date) return section.tokens[i].text[0] == 's';
    return false;
}

std::string show_part(const Section& section, std::size_t at, const Moment& moment) {
    const std::string& letters = section.tokens[at].text;
    const std::size_t count = letters.size();
    const int year = static_cast<int>(moment.date.year());
    switch (letters[0]) {
        case 'y':
            return count <= 2 ? fmt::format("{:02}", year % 100) : fmt::format("{:04}", year);
        case 'g':
            return era_of(moment).names[std::min<std::size_t>(count, 3) - 1];
        case 'e':
            if (section.first_year && year == static_cast<int>(era_of(moment).first.year())) return "元";
            return padded(year - static_cast<int>(era_of(moment).first.year()) + 1, count);
        case 'm':
            return is_minutes(section, at) ? padded(moment.minute, count)
                                           : show_month(static_cast<unsigned>(moment.date.month()), count);
        case 'd':
            return show_day(moment, count);
        case 'a':
            return show_japanese_weekday(moment, count);
        case 'h': {
            const int hour = section.has(Token::Kind::half_day) ? (moment.hour + 11) % 12 + 1 : moment.hour;
            return padded(hour, count);
        }
        default:
            return padded(moment.second, count);
    }
}

// [h]:mm counts all hours; the parts behind are those of the clock.
std::optional<std::string> show_elapsed(double serial, const Section& section) {
    constexpr double kLongest = 1e6;  // days
    if (serial < 0 || serial > kLongest) return std::nullopt;
    const long long total = std::llround(serial * kSecondsOfDay);
    Moment moment{};
    moment.hour = static_cast<int>(total / 3600 % 24);
    moment.minute = static_cast<int>(total / 60 % 60);
    moment.second = static_cast<int>(total % 60);
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        const char letter = token.text.empty() ? '\0' : token.text[0];
        if (token.kind == Token::Kind::elapsed) {
            const long long unit = letter == 'h' ? 3600 : letter == 'm' ? 60 : 1;
            text += fmt::format("{:0{}}", total / unit, token.text.size() >= 2 ? 2 : 1);
        } else if (token.kind == Token::Kind::date) {
            const bool clock = letter == 'h' || letter == 's' || letter == 'm';
            if (!clock) return std::nullopt;
            text += padded(letter == 'h'   ? moment.hour
                           : letter == 'm' ? moment.minute
                                           : moment.second,
                           token.text.size());
        } else if (token.kind == Token::Kind::literal) {
            text += token.text;
        } else {
            return std::nullopt;
        }
    }
    return text;
}

std::optional<std::string> show_date(double serial, const Section& section, bool from_1904) {
    if (section.has(Token::Kind::elapsed)) return show_elapsed(serial, section);
    bool time_only = true;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (token.kind == Token::Kind::digit) return std::nullopt;  // fractions of a second
        if (token.kind != Token::Kind::date) continue;
        const char letter = token.text[0];
        time_only = time_only && (letter == 'h' || letter == 's' || (letter == 'm' && is_minutes(section, i)));
    }
    const auto moment = moment_of(serial, from_1904, time_only);
    if (!moment) return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < section.tokens.size(); ++i) {
        const Token& token = section.tokens[i];
        if (token.kind == Token::Kind::date)
            text += show_part(section, i, *moment);
        else if (token.kind == Token::Kind::half_day)
            text += moment->hour < 12 ? "AM" : "PM";
        else if (token.kind != Token::Kind::general && token.kind != Token::Kind::at)
            text += token.text;
    }
    return text;
}

// ---- which section

struct Choice {
    const Section* section = nullptr;
    bool signed_value = true;
};

Choice choose(const std::vector<Section>& sections, double value) {
    const auto conditional = [](const Section& section) { return section.condition.has_value(); };
    if (std::any_of(sections.begin(), sections.end(), conditional)) {
        const auto found = std::find_if(sections.begin(), sections.end(), [value](const Section& section) {
            return !section.condition || section.condition->holds(value);
        });
        return {found == sections.end() ? nullptr : &*found, true};
    }
    if (value < 0 && sections.size() >= 2) return {&sections[1], false};
    if (value == 0 && sections.size() >= 3) return {&sections[2], true};
    return {sections.data(), true};
}

}  // namespace

std::string_view builtin_format(std::uint32_t id) {
    struct Builtin {
        std::uint32_t id;
        std::string_view code;
    };
    // ECMA-376 §18.8.30 with the Japanese codes, 14 and 22 as a Japanese Windows shows them.
    static constexpr std::array<Builtin, 46> kBuiltins = {{
        {1, "0"},
        {2, "0.00"},
        {3, "#,##0"},
        {4, "#,##0.00"},
        {5, "¥#,##0;-¥#,##0"},
        {6, "¥#,##0;-¥#,##0"},
        {7, "¥#,##0.00;-¥#,##0.00"},
        {8, "¥#,##0.00;-¥#,##0.00"},
        {9, "0%"},
        {10, "0.00%"},
        {11, "0.00E+00"},
        {12, "# ?/?"},
        {13, "# ?/?"},
        {14, "yyyy/m/d"},
        {15, "d-mmm-yy"},
        {16, "d-mmm"},
        {17, "mmm-yy"},
        {18, "h:mm AM/PM"},
        {19, "h:mm:ss AM/PM"},
        {20, "h:mm"},
        {21, "h:mm:ss"},
        {22, "yyyy/m/d h:mm"},
        {27, "ge.m.d"},
        {28, "ggge年m月d日"},
        {29, "ggge年m月d日"},
        {30, "m/d/yy"},
        {31, "yyyy年m月d日"},
        {32, "h時mm分"},
        {33, "h時mm分ss秒"},
        {34, "yyyy年m月"},
        {35, "m月d日"},
        {36, "ge.m.d"},
        {37, "#,##0_);(#,##0)"},
        {38, "#,##0_);(#,##0)"},
        {39, "#,##0.00_);(#,##0.00)"},
        {40, "#,##0.00_);(#,##0.00)"},
        {45, "mm:ss"},
        {46, "[h]:mm:ss"},
        {47, "mm:ss.0"},
        {48, "##0.0E+0"},
        {50, "ge.m.d"},
        {51, "ggge年m月d日"},
        {52, "yyyy年m月"},
        {53, "m月d日"},
        {54, "ggge年m月d日"},
        {55, "yyyy年m月"},
    }};
    if (id == 56) return "m月d日";
    if (id == 57) return "ge.m.d";
    if (id == 58) return "ggge年m月d日";
    if (id >= 41 && id <= 44) return id <= 42 ? "#,##0;-#,##0" : "#,##0.00;-#,##0.00";
    const auto found = std::find_if(kBuiltins.begin(), kBuiltins.end(), [id](const Builtin& b) { return b.id == id; });
    return found == kBuiltins.end() ? std::string_view() : found->code;
}

ShownNumber show_number(std::string_view raw, std::string_view format, bool dates_from_1904) {
    const std::string_view digits = trim(raw);
    const std::optional<double> number = parse_double(digits);
    if (!number) return {std::string(raw), true};
    const double value = *number;
    const std::string bare = show_general(value);
    if (format.empty()) return {bare, true};
    if (format.size() > limit::kXlsxFormatBytes) return {bare, false};
    const std::vector<Section> sections = FormatReader(format).read();
    const Choice choice = choose(sections, value);
    const bool sure = std::all_of(sections.begin(), sections.end(), [](const Section& s) { return s.sure; });
    if (!sure || !choice.section) return {bare, false};
    const auto shown = choice.section->is_date ? show_date(value, *choice.section, dates_from_1904)
                                               : show_in_section(value, *choice.section, choice.signed_value);
    return shown ? ShownNumber{*shown, true} : ShownNumber{bare, false};
}

std::optional<double> serial_of_iso_date(std::string_view text) {
    int y = 0, m = 0, d = 0, h = 0, min = 0, s = 0;
    const int parts = std::sscanf(std::string(text).c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &y, &m, &d, &h, &min, &s);
    const std::chrono::year_month_day day = date(y, static_cast<unsigned>(m), static_cast<unsigned>(d));
    if (parts < 3 || !day.ok()) return std::nullopt;
    const auto days = (std::chrono::sys_days{day} - std::chrono::sys_days{date(1899, 12, 30)}).count();
    return static_cast<double>(days) + (h * 3600 + min * 60 + s) / static_cast<double>(kSecondsOfDay);
}

}  // namespace goalsheet
