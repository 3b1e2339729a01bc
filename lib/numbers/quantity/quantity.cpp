// SPDX-License-Identifier: MIT
#include "goalsheet/quantity.hpp"

#include <utility>

#include "goalsheet/text.hpp"
#include "numbers/quantity/broken_figure.hpp"
#include "numbers/quantity/context.hpp"
#include "numbers/quantity/non_quantities.hpp"
#include "numbers/quantity/numeral.hpp"
#include "numbers/quantity/quantity_candidate.hpp"
#include "numbers/quantity/unit_lexicon.hpp"
#include "numbers/quantity/unit_parser.hpp"
#include "numbers/quantity/unreadable.hpp"

namespace goalsheet {
namespace numbers {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kPerReach = 15;  // glyphs between 1人あたり and the figure it speaks of

// 10～20, 10-20, 10から20; and 2、3 and 2・3 when the second follows the first.
std::size_t range_mark(const Glyphs& g, const Numeral& low) {
    const std::size_t at = skip_spaces(g, low.end, 1);
    if (g.at(at) == U'~') return at + 1;
    const bool dash = g.at(at) != 0 && std::u32string_view(U"-ー─━").find(g.at(at)) != std::u32string_view::npos;
    if (dash && at == low.end && !low.kanji) return at + 1;
    if (g.starts_with(at, U"から")) return at + 2;
    if (at != low.end || low.kanji) return 0;
    if (g.at(at) == U'、' || g.at(at) == U'・') return is_list_step(g, low.begin, at) ? at + 1 : 0;
    const bool list = g.at(at) == U',' && low.end - low.begin == 1;
    return list && g.at(at + 1) == g.text[low.begin] + 1 && !is_digit(g.at(at + 2)) ? at + 1 : 0;
}

// 300～700万円: the scale word belongs to both ends, where the lower would not be above the upper then.
void share_scale(Numeral& low, const Numeral& high) {
    if (high.scale > 0 && low.scale == 0 && !less_than(high.plain, low.value))
        low.value = scale_up(low.value, high.scale);
}

NumberToken read_number(const Glyphs& g, std::size_t i) {
    NumberToken token;
    token.low = read_numeral(g, i);
    token.begin = i;
    token.end = token.low.end;
    const std::size_t mark = token.low.end > i ? range_mark(g, token.low) : 0;
    if (mark == 0) return token;
    const std::size_t at = skip_spaces(g, mark, 1);
    if (!is_digit(g.at(at)) || skip_marked_number(g, at, false) != at) return token;
    const Numeral high = read_numeral(g, at);
    Numeral low = token.low;
    share_scale(low, high);
    if (!high.readable || !less_than(low.value, high.value)) return token;
    token.low = low;
    token.high = high;
    token.end = high.end;
    return token;
}

// 数10件: several tens.
bool is_several(const Glyphs& g, const NumberToken& number) {
    if (g.before(number.begin) != U'数' && g.before(number.begin) != U'何') return false;
    const bool label = is_noun_glyph(g.before(number.begin - 1));
    const bool power = std::u32string_view(U"十百千万億").find(g.text[number.begin]) != std::u32string_view::npos ||
                       g.starts_with(number.begin, U"10");
    return power && !(label && !number.low.kanji);
}

// 待機児童ゼロ, ゼロを目指す, 皆減: none. ゼロカーボン and ゼロの日 are names. The end of the word, or i.
std::size_t zero_word_end(const Glyphs& g, std::size_t i) {
    if (g.starts_with(i, U"皆減")) return i + 2;
    if (!g.starts_with(i, U"ゼロ")) return i;
    const std::size_t end = i + 2;
    if (match_any(g, end, U"から より に近 に等 の日 のまち の街 の町 のうち")) return i;
    const std::size_t unit = match_any(g, end, U"件 人 名 社 回 % か所 箇所 世帯 日");
    const std::size_t goes_on = unit ? end + unit : end;
    const char32_t next = g.at(goes_on);
    const bool word = is_noun_glyph(next) || is_latin(next) || is_digit(next);
    return !word || match_any(g, goes_on, U"達成 維持 継続 実現 目標") ? end : i;
}

// 1.200人: a third of thousands is no part of a person. It may have meant 1,200.
bool is_part_of_whole_thing(const Decimal& value, std::string_view unit) {
    if (value.scale != 3 || value.mantissa < 1000) return false;
    const std::string family = find_unit(unit).family;
    return family == "people" || family == "case" || family == "times" || family == "household" || family == "place";
}

bool follows_yen(const Glyphs& g, std::size_t begin) { return g.before(begin) == U'¥'; }

class Reader {
public:
    explicit Reader(std::string_view utf8) : text_(utf8), g_(fold_glyphs(utf8)) {}

    std::vector<std::string_view> find_unreadable() {
        for (std::size_t i = 0; i < g_.size();) i = step(i);
        return std::move(unreadable_);
    }

    std::vector<Quantity> read() {
        for (std::size_t i = 0; i < g_.size();) i = step(i);
        join_ranges(g_, figures_);
        assign_roles(g_, figures_);
        drop_bare(g_, figures_);
        assign_states(g_, figures_);
        std::vector<Quantity> quantities;
        quantities.reserve(figures_.size());
        for (Figure& figure : figures_) quantities.push_back(std::move(figure.quantity));
        return quantities;
    }

private:
    // Reads what starts at i and says where to go on; always past i.
    std::size_t step(std::size_t i) {
        const char32_t c = g_.text[i];
        if (c == U'[') return std::max(skip_struck(g_, i), i + 1);
        if (c == U'☐' || c == U'□') return std::max(skip_unticked(g_, i), i + 1);
        if (c == U'h' || c == U'w') return std::max(skip_address(g_, i), i + 1);
        if (c == U'ゼ' || c == U'皆') return add_zero(i);
        if (!starts_numeral(c)) return i + 1;
        if (const std::size_t end = skip_marked_number(g_, i, i == unit_end_); end != i) return end;
        return read_at(i);
    }

    std::size_t read_at(std::size_t i) {
        const NumberToken number = read_number(g_, i);
        if (number.end == i) return i + 1;
        if (is_several(g_, number)) return number.end;
        const Suffix suffix = number.low.readable || !number.low.kanji ? read_suffix(g_, number) : Suffix();
        if (!number.low.readable) return leave_unread(number, suffix);
        if (is_unit_in_bracket(number, suffix)) return suffix.unit_end;
        switch (suffix.kind) {
            case Suffix::Kind::unit:
                return add(number, suffix);
            case Suffix::Kind::none:
                return add_bare(number);
            case Suffix::Kind::per:
                per_ = per_text(number, suffix);
                per_end_ = suffix.end;
                return suffix.end;
            case Suffix::Kind::masked:
                break;
        }
        return suffix.end;
    }

    // 来館者数（千人） 2,900: no thousand persons, but what is counted in.
    bool is_unit_in_bracket(const NumberToken& number, const Suffix& suffix) const {
        const bool alone =
            g_.before(number.begin) == U'(' && suffix.kind == Suffix::Kind::unit && g_.at(suffix.unit_end) == U')';
        return alone && find_known_unit(bytes(number.begin, suffix.unit_end)) != nullptr;
    }

    // The unit in a bracket before its number; empty where none stands there.
    std::string unit_before(std::size_t begin) const {
        constexpr std::size_t kLongest = 8;
        std::size_t close = skip_spaces_back(g_, begin);
        if (g_.before(close) == U':') close = skip_spaces_back(g_, close - 1);
        const std::size_t open = g_.before(close) == U')' ? g_.text.rfind(U'(', close) : kNowhere;
        if (open == kNowhere || close - open > kLongest) return {};
        std::string unit = unit_spelling(bytes(g_.starts_with(open + 1, U"単位:") ? open + 4 : open + 1, close - 1));
        return find_known_unit(unit) ? unit : std::string();
    }

    std::size_t leave_unread(const NumberToken& number, const Suffix& suffix) {
        if (suffix.kind == Suffix::Kind::masked) return suffix.end;
        if (suffix.kind != Suffix::Kind::unit) return number.end;
        unreadable_.push_back(bytes(number.begin, suffix.unit_end));
        return suffix.unit_end;
    }

    std::size_t add_zero(std::size_t i) {
        NumberToken zero;
        zero.begin = zero.low.begin = zero.low.end = i;
        zero.end = zero_word_end(g_, i);
        if (zero.end == i) return i + 1;
        const std::size_t unit = match_any(g_, zero.end, U"件 人 名 社 回 % か所 箇所 世帯 日");
        Figure figure = start(zero, zero.end + unit);
        figure.quantity.unit = unit_spelling(bytes(zero.end, zero.end + unit));
        figures_.push_back(std::move(figure));
        return unit_end_ = zero.end + unit;
    }

    std::string per_text(const NumberToken& number, const Suffix& suffix) const {
        const bool one = number.low.value.mantissa == 1 && number.low.value.scale == 0;
        return unit_spelling(bytes(one ? suffix.unit_begin : number.begin, suffix.unit_end));
    }

    std::string_view bytes(std::size_t begin, std::size_t end) const {
        return text_.substr(g_.offsets[begin], g_.offsets[end] - g_.offsets[begin]);
    }

    Figure start(const NumberToken& number, std::size_t end) {
        Figure figure;
        Lead lead = read_lead(g_, number.begin, counts_below_zero(number.end, end));
        const Tail tail = read_tail(g_, end);
        const bool within = lead.minus && lead.triangle && tail.comparator == Comparator::at_most;  // △10%以内
        figure.begin = within ? number.begin : lead.begin;
        if (unit_end_ != kNowhere && figure.begin < unit_end_) figure.begin = number.begin;
        figure.end = end;
        figure.tail_end = tail.end;
        figure.past = lead.past;
        figure.ahead = lead.ahead;
        Quantity& q = figure.quantity;
        q.value = number.low.value;
        if (number.is_range()) q.value_hi = number.high.value;
        if (lead.minus && !within) negate(q);
        q.comparator = tail.comparator != Comparator::none ? tail.comparator : lead.comparator;
        q.modifier = std::move(lead.modifier);
        q.per = tail.per.empty() ? std::move(lead.per) : tail.per;
        if (lead.total) q.role = QuantityRole::total;
        if (lead.part) q.role = QuantityRole::part;
        if (lead.span_of_years) q.role = QuantityRole::aside;
        q.begin = g_.offsets[figure.begin];
        q.end = g_.offsets[end];
        return figure;
    }

    // Money, rates and points.
    bool counts_below_zero(std::size_t begin, std::size_t end) const {
        const std::u32string_view unit = g_.slice(begin, end);
        for (const std::u32string_view word : {U"円", U"%", U"ポイント", U"‰"})
            if (unit.find(word) != std::u32string_view::npos) return true;
        return false;
    }

    static void negate(Quantity& q) {
        q.value.mantissa = -q.value.mantissa;
        if (q.value_hi) q.value_hi->mantissa = -q.value_hi->mantissa;
    }

    std::size_t add(const NumberToken& number, const Suffix& suffix) {
        Figure figure = start(number, suffix.unit_end);
        const bool per_behind = g_.at(skip_spaces(g_, suffix.unit_end, 1)) == U'/' && !figure.quantity.per.empty();
        figure.quantity.unit = unit_spelling(bytes(suffix.unit_begin, suffix.unit_end));
        if (is_part_of_whole_thing(figure.quantity.value, figure.quantity.unit)) return leave_unread(number, suffix);
        if (figure.ahead && find_unit(figure.quantity.unit).family == "time")
            figure.quantity.role = QuantityRole::aside;
        const bool rounded = g_.before(suffix.unit_begin) == U'余';  // 20余名
        if (rounded && figure.quantity.comparator == Comparator::none) figure.quantity.comparator = Comparator::about;
        if (figure.quantity.per.empty() && !per_.empty() && figure.begin >= per_end_ &&
            figure.begin - per_end_ <= kPerReach) {
            figure.quantity.per = std::exchange(per_, {});
        }
        if (suffix.half && figure.quantity.value.scale == 0 && !figure.quantity.value_hi) {
            figure.quantity.value = {figure.quantity.value.mantissa * 10 + 5, 1};
            figure.quantity.end = g_.offsets[suffix.end];
        }
        const std::size_t tenths = figure.quantity.unit == "割" ? take_tenths(figure, suffix.end) : suffix.end;
        figures_.push_back(std::move(figure));
        unit_end_ = tenths;
        if (tenths != suffix.end) return tenths;
        return per_behind ? figures_.back().tail_end : suffix.end;  // /10a is no figure of its own
    }

    // 8割5分: five tenths of a 割 more.
    std::size_t take_tenths(Figure& figure, std::size_t end) const {
        const Numeral tenths = read_numeral(g_, end);
        Decimal& value = figure.quantity.value;
        const bool one = tenths.end > end && tenths.value.scale == 0 && tenths.value.mantissa < 10;
        if (!one || value.scale != 0 || !g_.starts_with(tenths.end, U"分")) return end;
        value = {value.mantissa * 10 + tenths.value.mantissa, 1};
        figure.end = tenths.end + 1;
        const Tail tail = read_tail(g_, figure.end);
        figure.tail_end = tail.end;
        if (tail.comparator != Comparator::none) figure.quantity.comparator = tail.comparator;
        figure.quantity.end = g_.offsets[figure.end];
        return figure.end;
    }

    std::size_t add_bare(const NumberToken& number) {
        const bool yen = follows_yen(g_, number.begin);
        const std::string unit = yen ? "円" : unit_before(number.begin);
        if (unit.empty() && (number.low.kanji || !may_count_bare(g_, number.begin, number.end))) return number.end;
        Figure figure = start(number, number.end);
        figure.bare = unit.empty();
        figure.quantity.unit = unit;
        figures_.push_back(std::move(figure));
        return number.end;
    }

    std::string_view text_;
    Glyphs g_;
    std::vector<Figure> figures_;
    std::size_t unit_end_ = kNowhere;  // of the figure just read
    std::string per_;                  // of a 1人あたり that no figure has taken yet
    std::size_t per_end_ = 0;          // where it ended
    std::vector<std::string_view> unreadable_;
};

}  // namespace
}  // namespace numbers

std::vector<Quantity> find_quantities(std::string_view text) { return numbers::Reader(text).read(); }

std::vector<std::string_view> find_unreadable_figures(std::string_view text) {
    return numbers::Reader(text).find_unreadable();
}

}  // namespace goalsheet
