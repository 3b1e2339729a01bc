// SPDX-License-Identifier: MIT
#include "read/xlsx/format_digits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace goalsheet::number_format {
namespace {

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

}  // namespace

std::string show_general(double value) {
    if (value == 0) return "0";  // -0, too
    std::string text = fmt::format("{:.15g}", value);
    constexpr double kWhole = 1e21;
    if (text.find('e') != std::string::npos && std::fabs(value) < kWhole && std::fabs(value) >= 1)
        text = fmt::format("{:.0f}", value);
    std::replace(text.begin(), text.end(), 'e', 'E');
    return text;
}

std::optional<std::string> show_digits_of(double value, const Section& section, bool signed_value) {
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

}  // namespace goalsheet::number_format
