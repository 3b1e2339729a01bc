// SPDX-License-Identifier: MIT
#include "goalsheet/indicator.hpp"

#include <algorithm>
#include <utility>

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_figures.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_part.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_likeness.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet {
namespace match {
namespace {

bool is_zero(const Decimal& value) { return value.mantissa == 0; }

// 以上, を上回る, 並み behind a past year's figure make it the target: 前年度実績45件以上.
Comparator comparator_behind(std::u32string_view words) {
    while (!words.empty() && (words.front() == U' ' || words.front() == U')')) words.remove_prefix(1);
    if (starts_with_any(words, U"以上 を下回らな と同等以上")) return Comparator::at_least;
    if (starts_with_any(words, U"を上回 を超 超 より増 よりも増 から増 を上まわ")) return Comparator::more_than;
    if (starts_with_any(words, U"以下 以内 を上回らな を超えな")) return Comparator::at_most;
    if (starts_with_any(words, U"未満 を下回 より減 よりも減 から減")) return Comparator::less_than;
    if (starts_with_any(words, U"並み 並 と同程度 と同等 程度 を維持 の維持 維持 水準")) return Comparator::about;
    return Comparator::none;
}

// Enough for kMaxIndicators with their baselines and asides.
constexpr std::size_t kMaxFigures = 4 * kMaxIndicators;

class TargetReader : FigureNeighbours {
public:
    TargetReader(FigureText& text, int fiscal_year)
        : FigureNeighbours(text, text.figures.size()),
          own_(text),
          fiscal_year_(fiscal_year),
          parts_(size_, Part::target),
          baseline_of_(size_) {}

    std::vector<Indicator> read() {
        for (std::size_t k = 0; k < size_; ++k) parts_[k] = find_part(text_, k, fiscal_year_);
        set_series_aside();
        set_sums_aside();
        set_costs_aside();
        if (!has_targets()) take_durations();
        for (std::size_t k = 0; k < size_; ++k)
            if (parts_[k] == Part::baseline) place_baseline(k);
        set_later_years_aside();
        std::vector<Indicator> indicators;
        for (std::size_t k = 0; k < size_ && indicators.size() < kMaxIndicators; ++k)
            if (parts_[k] == Part::target) add(indicators, k);
        if (indicators.size() > kMaxIndicators) indicators.resize(kMaxIndicators);
        return indicators;
    }

private:
    bool has_targets() const { return std::find(parts_.begin(), parts_.end(), Part::target) != parts_.end(); }

    // 当初 1,007人 448人 196人 1,400人: one thing's figures over the years, the last of them is what is promised.
    void set_series_aside() {
        series_of_.assign(size_, std::nullopt);
        for (std::size_t k = 1; k < size_; ++k) {
            if (at(k).previous != k - 1 || (at(k).link != Link::pause && at(k).link != Link::slash) ||
                !same_unit(k, k - 1))
                continue;
            if (!is_gap({at(k - 1).span.end, at(k).span.begin}) || at(k - 1).bracketed) continue;
            const std::size_t first = series_of_[k - 1].value_or(k - 1);
            series_of_[k] = first;
            const bool only_two = first == k - 1 && !(k + 1 < size_ && at(k + 1).previous == k &&
                                                      is_gap({at(k).span.end, at(k + 1).span.begin}));
            parts_[k - 1] = only_two ? Part::baseline : Part::aside;
            if (parts_[k] == Part::aside) parts_[k] = Part::target;
        }
    }

    // Spaces, /年 and the なし of years without a figure.
    bool is_gap(Span between) const {
        auto left = words(between);
        if (left.empty() || between.empty()) return false;
        bool space = false;
        while (!left.empty()) {
            const std::size_t n = left.front() == U' ' ? 1 : longest_prefix(left, U"/年 /月 なし 無し -");
            if (n == 0) return false;
            space = space || left.front() == U' ';
            left.remove_prefix(n);
        }
        return space;
    }

    // 8地区×3回 is three in each of them; 51項目×4回 only says what is done four times.
    bool is_each_of_places(std::size_t k) const {
        if (at(k).link != Link::times || !at(k).previous) return false;
        const std::string& unit = quantity(*at(k).previous).unit;
        return counts_places(unit) || unit == "校" || unit == "園" || unit == "会場" || unit == "クラス";
    }

    // A lone 3日間 is what is promised, where it is no 3年計画.
    void take_durations() {
        for (std::size_t k = 0; k < size_; ++k) {
            const bool plan =
                starts_with_any(words(at(k).tail), U"計画 目 前 後 ごと 毎 を見通 にわた の計画 の期間 の間") ||
                quantity(k).unit.find("年") != std::string::npos;
            if (parts_[k] == Part::aside && is_duration(quantity(k).unit) && !plan && !at(k).bracketed)
                parts_[k] = Part::target;
        }
    }

    // 3回、2回 計5回: the sum repeats what stands before it.
    void set_sums_aside() {
        for (std::size_t k = 1; k < size_; ++k) {
            if (parts_[k] != Part::target ||
                !(quantity(k).role == QuantityRole::total || ends_with_total(words(at(k).head))))
                continue;
            double sum = 0;
            std::size_t parts = 0;
            for (std::size_t p = k; p-- > 0 && k - p < kNear;) {
                if (parts_[p] != Part::target || !same_unit(p, k)) continue;
                sum += quantity(p).value.to_double();
                ++parts;
            }
            if (parts > 1 && sum == quantity(k).value.to_double()) parts_[k] = Part::aside;
        }
    }

    // Money beside another target is what it costs.
    void set_costs_aside() {
        const auto is_other = [&](std::size_t k) { return parts_[k] == Part::target && !is_money(quantity(k).unit); };
        bool others = false;
        for (std::size_t k = 0; k < size_; ++k) others = others || is_other(k);
        for (std::size_t k = 0; k < size_; ++k) {
            if (parts_[k] != Part::target || !is_money(quantity(k).unit)) continue;
            const auto label = words(at(k).head);
            const bool grant = contains_any(label, U"補助額 助成額") &&
                               (at(k).bracketed || quantity(k).comparator == Comparator::at_most);
            const bool cost = contains_any(label, U"上限 限度 事業費 予算 単価 費用 工事費 委託料") || grant ||
                              !quantity(k).per.empty();
            if (cost && others) parts_[k] = Part::aside;
        }
    }

    // Targets of later years, where this year has one: R7 46%、R8 48%.
    void set_later_years_aside() {
        for (std::size_t k = 0; k < size_; ++k) {
            if (parts_[k] != Part::target || baseline_of_[k] || !ends_with_later_year(text_, at(k).head, fiscal_year_))
                continue;
            const bool other = std::any_of(parts_.begin(), parts_.end(), [&](const Part& part) {
                const auto n = static_cast<std::size_t>(&part - parts_.data());
                return n != k && part == Part::target && same_unit(n, k) &&
                       !ends_with_later_year(text_, at(n).head, fiscal_year_);
            });
            if (other) parts_[k] = Part::aside;
        }
    }

    bool takes_baseline(std::size_t target, std::size_t baseline) const {
        return parts_[target] == Part::target && !baseline_of_[target] && same_unit(target, baseline);
    }

    std::optional<std::size_t> find_mate(std::size_t k) const {
        const Figure& f = at(k);
        if (f.host && takes_baseline(*f.host, k)) return f.host;
        for (std::size_t n = k + 1; n < size_ && n <= k + 4; ++n)
            if (takes_baseline(n, k) && (!at(n).host || at(n).host == k) &&
                (at(n).host || at(n).clause == f.clause || at(n).link == Link::none))
                return n;
        for (std::size_t n = k; n-- > 0 && k - n <= 4;)
            if (takes_baseline(n, k) && !at(n).bracketed) return n;
        return std::nullopt;
    }

    void place_baseline(std::size_t k) {
        if (const auto mate = find_mate(k)) {
            baseline_of_[*mate] = k;
            return;
        }
        Comparator comparator = quantity(k).comparator;
        if (comparator == Comparator::none)
            comparator = comparator_behind(words({at(k).span.end, std::min(text_.glyphs.size(), at(k).span.end + 12)}));
        parts_[k] = comparator == Comparator::none ? Part::aside : Part::target;
        own_.figures[k].quantity.comparator = comparator;
    }

    // 10冊以上読んだ生徒の割合: a bound before the noun says of whom.
    Span label_of(std::size_t k) const {
        const Span label = plain_label_of(k);
        const auto& previous = at(k).previous;
        if (label.empty() || !previous || parts_[*previous] != Part::aside) return label;
        const Span bound = at(*previous).span;
        const bool behind = label.begin >= bound.end && label.begin <= bound.end + 4 && label.end <= at(k).span.begin;
        const auto after = text_.glyphs.slice(bound.end, text_.glyphs.size());
        const bool month = is_duration(quantity(*previous).unit) && starts_with_any(after, U"の");
        if (!behind || !(month || starts_with_any(after, U"以上 以下 未満 以内"))) return label;
        const Span before = month ? find_label(text_, at(*previous).head) : Span{};  // 小学生の1か月の読書冊数
        return {before.empty() ? bound.begin : before.begin, label.end};
    }

    // Its own words, else those of what it stands beside, else the heading above it.
    Span plain_label_of(std::size_t k) const {
        if (series_of_[k]) return label_of(*series_of_[k]);
        Span label = find_label(text_, at(k).head);
        if (label.empty() && baseline_of_[k]) label = find_label(text_, at(*baseline_of_[k]).head);
        if (label.empty()) label = find_label_behind(text_, at(k).tail);
        if (label.empty() && at(k).host) label = label_of(*at(k).host);
        const bool twin = at(k).previous && same_unit(k, *at(k).previous);
        if (label.empty() && twin) label = find_verb_behind(text_, at(k).tail);
        if (label.empty() && at(k).previous &&
            (parts_[*at(k).previous] != Part::aside || is_factor(text_, *at(k).previous)))
            label = label_of(*at(k).previous);
        // タブレットを8校に40台導入: what is brought stands before the figure that only qualifies.
        if (label.empty() && at(k).previous) label = find_label(text_, at(*at(k).previous).head);
        if (label.empty()) label = find_label(text_, at(k).heading);
        if (label.empty() && at(k).previous) label = find_label_behind(text_, at(*at(k).previous).tail);
        if (label.empty()) label = find_verb_behind(text_, at(k).tail);
        return label;
    }

    // 累計登録者数 3,500人, 延べ利用者数 900人: the label says what stands before the figure elsewhere.
    const char* modifier_of(std::size_t k, std::u32string_view label) const {
        const auto note = words(at(k).note);
        if (contains_any(label, U"累計 累積 通算") || is_word_of(note, U"累計 累積 通算")) return "累計";
        return starts_with_any(label, U"延べ のべ") || is_word_of(note, U"延べ のべ") ? "延べ" : "";
    }
    static bool is_word_of(std::u32string_view words, const Words& list) {
        return !words.empty() && longest_prefix(words, list) == words.size();
    }

    // 参加者 under the heading 出前講座 says only with it what is counted.
    std::string label_text(std::size_t k, Span label) const {
        std::string out(text_.written(label));
        if (at(k).previous && label.end - label.begin <= 8 && last_activities(words(label)) == 0) {
            // 収納率 現年分98%、滞納分15%
            const auto first = text_.words(find_label(text_, at(*at(k).previous).head));
            const std::size_t space = first.find_last_of(U" ");
            if (space != std::u32string_view::npos && is_bare_part(first.substr(space + 1)))
                return to_utf8(first.substr(0, space + 1)) + out;
        }
        const Span heading = find_label(text_, at(k).heading);
        if (!is_generic_label(text_.words(label)) || heading.empty() || heading.begin == label.begin) return out;
        return std::string(text_.written(heading)) + " " + out;
    }

    static bool is_bare_part(std::u32string_view label) {
        return part_kind(label) != 0 || is_word(WordList::bare_label, label);
    }

    // 国、県への要望活動 各2回: what follows the last is said of each.
    std::vector<std::string> label_texts(std::size_t k, const std::vector<Span>& parts) const {
        std::vector<std::string> labels;
        const Span last = parts.back();
        std::size_t particle = last.begin;
        while (particle < last.end && !starts_with_any(words({particle, last.end}), U"への の に対する 向けの での"))
            ++particle;
        for (const Span part : parts) {
            labels.push_back(label_text(k, part));
            const bool bare = parts.size() > 1 && part.end <= last.begin && part.end - part.begin <= 4;
            if (bare && particle > last.begin && particle < last.end)
                labels.back() += text_.written({particle, last.end});
        }
        return labels;
    }

    void add(std::vector<Indicator>& out, std::size_t k) {
        Indicator indicator;
        indicator.target = quantity(k);
        if (baseline_of_[k]) indicator.baseline = quantity(*baseline_of_[k]);
        constexpr std::size_t kDeedGlyphs = 24;
        indicator.deed = text_.written({at(k).tail.begin, std::min(at(k).tail.end, at(k).tail.begin + kDeedGlyphs)});
        indicator.average = contains_any(words(at(k).head), U"平均");
        indicator.multiplied = is_each_of_places(k);
        set_direction(indicator, k);
        std::vector<std::string> names = list_names(text_, at(k).note);
        const bool all = !names.empty() && indicator.target.value.scale == 0 &&
                         static_cast<std::int64_t>(names.size()) == indicator.target.value.mantissa;
        if (all) indicator.places = std::move(names);
        Span label = label_of(k);
        const std::string unit = "(" + quantity(k).unit + ")";  // 来館者数（千人） 2,900
        if (to_utf8(words(label)).ends_with(unit)) label.end -= fold_glyphs(unit).size();
        std::vector<Span> labels{label};
        if (indicator.target.modifier == "各") labels = split_label(text_, label);
        if (labels.empty()) labels.push_back(label);
        const bool unmodified = indicator.target.modifier.empty();
        const std::vector<std::string> written = label_texts(k, labels);
        const bool amount = ends_with_any(
            words(label), U"増 増加数 削減量 削減額 削減時間 削減数 縮減額 減少数 の削減 の縮減 の圧縮 増加額 増収額");
        if (amount && indicator.change == Change::none && indicator.direction == Direction::up && !indicator.baseline)
            indicator.change = change_in_label(words(label));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (unmodified) indicator.target.modifier = modifier_of(k, words(labels[i]));
            indicator.label = written[i];
            out.push_back(indicator);
        }
    }

    // 3％以上削減: a change of at least so much.
    static std::u32string_view behind_bound(std::u32string_view tail) {
        for (const std::u32string_view bound : {U"以上の", U"以上", U"程度の", U"程度"})
            if (tail.starts_with(bound)) return tail.substr(bound.size());
        return tail;
    }

    void set_direction(Indicator& indicator, std::size_t k) const {
        const Comparator written = indicator.target.comparator;
        const std::u32string outside = outside_brackets(words(at(k).tail));
        const std::u32string_view tail = outside;  // 74人（2％）の減少
        const bool capped = starts_with_cap(tail);
        const auto change = behind_bound(tail);
        if (!capped && starts_with_change(change))
            indicator.change = starts_with_rise(change) ? Change::rise : Change::fall;
        const bool at_most = written == Comparator::at_most || written == Comparator::less_than;
        const bool falls = indicator.baseline && compare_falls(indicator, k);
        const bool zero = is_zero(indicator.target.value) && written == Comparator::none;
        const bool restrained = contains_any(words(at(k).head), U"抑制 抑える");
        const bool down = indicator.change == Change::none && (at_most || capped || falls || zero || restrained);
        if (down && written != Comparator::at_least && written != Comparator::more_than) {
            indicator.direction = Direction::down;
            indicator.comparator = written == Comparator::less_than ? Comparator::less_than : Comparator::at_most;
            return;
        }
        indicator.comparator = written == Comparator::none ? Comparator::at_least : written;
        // 前年度比 ▲3％ may be a cut that is wanted, 収支 ▲5千円 a loss that is allowed.
        const bool below_zero = indicator.target.value.mantissa < 0 && written == Comparator::none;
        if (below_zero && indicator.change == Change::none) indicator.direction = Direction::unknown;
    }

    // 24件→20件 falls; a past year's higher figure in a bracket does so only beside words that want less.
    bool compare_falls(const Indicator& indicator, std::size_t k) const {
        if (indicator.baseline->value.to_double() <= indicator.target.value.to_double()) return false;
        if (!at(*baseline_of_[k]).host && at(*baseline_of_[k]).clause == at(k).clause) return true;
        const auto around = words(at(k).head);
        return contains_any(around,
                            U"減 削 抑 火災 事故 待機 滞納 未収 苦情 死 被害 不登校 漏水 離職 違反 廃棄 排出 ごみ") ||
               starts_with_any(words(at(k).tail), U"に減 に削 に抑 減");
    }

    FigureText& own_;
    int fiscal_year_;
    std::vector<Part> parts_;
    std::vector<std::optional<std::size_t>> baseline_of_;
    std::vector<std::optional<std::size_t>> series_of_;  ///< the first figure of the row of years it ends
};

}  // namespace

std::vector<Indicator> find_indicators_among(std::string_view target, std::vector<Quantity> quantities,
                                             int fiscal_year) {
    FigureText text = read_figures(target, std::move(quantities));
    if (text.figures.size() > kMaxFigures) text.figures.resize(kMaxFigures);
    return TargetReader(text, fiscal_year).read();
}

}  // namespace match

std::vector<Indicator> find_indicators(std::string_view target, int fiscal_year) {
    return match::find_indicators_among(target, find_quantities(target), fiscal_year);
}

}  // namespace goalsheet
