// SPDX-License-Identifier: MIT
#include "numbers/indicator_part.hpp"

#include <optional>
#include <string_view>

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

class PartFinder : FigureNeighbours {
public:
    PartFinder(const FigureText& text, int fiscal_year)
        : FigureNeighbours(text, text.figures.size()), fiscal_year_(fiscal_year) {}

    Part find_part(std::size_t k) const {
        const Figure& f = at(k);
        const auto next = next_in_clause(k);
        if (is_rank(f.quantity.unit)) return Part::aside;
        if (next && at(*next).link == Link::arrow) return Part::baseline;
        if (is_factor(k)) return Part::aside;
        if (has_target_in_bracket(k) && !ends_with_target_word(words(f.head))) return Part::baseline;
        const auto behind = words(f.tail);
        if (next && same_unit(k, *next) && starts_with_any(behind, U"のうち の内 のなか")) return Part::aside;
        if (next && same_unit(k, *next) && behind == U"中") return Part::aside;  // 22地区中20地区
        if (starts_with_any(behind, U"の差 差で を上回る を下回る の柱 の視点 の方針 の施策 の重点 の分野 の基本"))
            return Part::aside;
        if (is_specification(f) && behind.starts_with(U"の")) return Part::aside;  // 4ページの冊子
        const bool past = f.quantity.role == QuantityRole::baseline || speaks_of_past(k);
        if (f.host && f.bracketed) return part_in_bracket(k, past);
        if (past) return Part::baseline;
        if (f.quantity.role == QuantityRole::aside) return Part::aside;
        if (f.bracketed && (qualifies_name(k) || is_specification(f))) return Part::aside;
        if (next && qualifies(f, at(*next))) return Part::aside;
        if (f.link == Link::slash && f.previous && same_unit(k, *f.previous)) return Part::aside;
        if (is_duration(f.quantity.unit) && !is_duration_target(f)) return Part::aside;
        if (is_rate_of_aid(f)) return Part::aside;
        return Part::target;
    }

    bool is_factor(std::size_t k) const {
        const auto next = next_in_clause(k);
        if (!next) return false;
        if (at(*next).link == Link::times) return is_factor(*next);
        const auto between = trim_spaces(words({at(k).span.end, at(*next).span.begin}));
        return at(k).link == Link::times && between.starts_with(U"=");
    }

private:
    bool speaks_of_past(std::size_t k) const {
        const auto head = words(at(k).head);
        if (is_past(text_, k, fiscal_year_) || ends_with_present(head) || ends_with_start(head)) return true;
        // 普及率は、53.6%であるので、71.1%を目指す
        const auto next = next_in_clause(k);
        return next && same_unit(k, *next) &&
               starts_with_any(words(at(k).tail),
                               U"である であり ですが だが であった でした となって しかな にとどま");
    }

    // 来園者数 15,243人（R9目標 20,000人）: the bracket promises, what it explains is how things stand.
    bool has_target_in_bracket(std::size_t k) const {
        for (std::size_t n = k + 1; n < size_ && n < k + 4; ++n)
            if (at(n).host == k && same_unit(n, k) && ends_with_target_word(words(at(n).head))) return true;
        return false;
    }

    // 観光パンフレット（4ヶ国語）作成: how the thing is made.
    static bool is_specification(const Figure& f) {
        return is_word(WordList::specification, fold_glyphs(f.quantity.unit).text);
    }

    // What a bracket behind a target's figure may be: its past, a sum over the years, another promise; else it
    // explains.
    Part part_in_bracket(std::size_t k, bool past) const {
        const Figure& f = at(k);
        const std::size_t host = *f.host;
        const bool same = same_unit(k, host);
        if (same && ends_with_target_word(words(f.head))) return Part::target;
        if (past) return same ? Part::baseline : Part::aside;
        if (same && contains_any(words(f.head), U"平均")) return Part::baseline;
        if (f.quantity.modifier == "累計" || f.quantity.role == QuantityRole::part || speaks_of_part(words(f.head)))
            return Part::target;
        if (f.quantity.role == QuantityRole::aside || is_money(f.quantity.unit) || f.link == Link::times)
            return Part::aside;
        if (const auto next = next_in_clause(k); next && at(*next).link == Link::times) return Part::aside;
        if (!f.quantity.per.empty() || f.quantity.modifier == "各") return Part::aside;
        if (same || ends_with(WordList::capacity, words(find_label(text_, f.head)))) return Part::aside;
        if (ends_with_target_word(words(f.head)) || f.quantity.comparator != Comparator::none) return Part::target;
        return counts_people(f.quantity.unit) && !counts_people(quantity(host).unit) &&
                       !is_duration(quantity(host).unit)
                   ? Part::target
                   : Part::aside;
    }

    // 研究会（企業5社）：100人: the bracket stands inside the words of a later figure.
    bool qualifies_name(std::size_t k) const {
        for (std::size_t n = k + 1; n < size_ && n < k + kNear; ++n) {
            const Span head = at(n).head;
            if (!at(n).bracketed || at(n).clause != at(k).clause) {
                if (head.begin <= at(k).span.begin && at(k).span.end <= head.end) return true;
                if (!at(n).bracketed) return false;
            }
        }
        return false;
    }

    // 25校を対象とした10回, 3地区で5回: the first only says of what the second is. 1台50万円: what one costs.
    bool qualifies(const Figure& f, const Figure& next) const {
        auto between = words({f.span.end, next.span.begin});
        while (!between.empty() && between.back() == U' ') between.remove_suffix(1);
        const bool one = f.quantity.value.mantissa == 1 && f.quantity.value.scale == 0;
        if (between.empty()) return one && is_money(next.quantity.unit) && !is_money(f.quantity.unit);
        if (contains_any(between, U"→ 、 , : ・") || between.find(U' ') != std::u32string_view::npos) return false;
        return starts_with_any(between, U"の を が で に から へ は ごと あたり 以上の 以下の 以内の 未満の 程度の") ||
               (starts_with_any(between, U"以上 以下 以内 未満 程度") && contains_any(between, U"の を が に"));
    }

    static bool is_limit_word(std::u32string_view words) {
        return ends_with_any(words, U"補助率 助成率 負担率 負担割合 補助割合 税率 利率");
    }
    bool is_rate_of_aid(const Figure& f) const {
        if (f.quantity.unit != "%" && f.quantity.unit != "割") return false;
        return is_limit_word(words(find_label(text_, f.head))) ||
               starts_with_any(words(f.tail),
                               U"の補助 を補助 補助 の助成 を助成 助成 以内の補助 以内を補助 以内の助成 を上限");
    }

    bool is_duration_target(const Figure& f) const {
        if (starts_with_any(words(f.tail), U"計画 目 前 後 間の ごと 毎 を見通 にわた を通じ の計画 の期間"))
            return false;
        if (f.quantity.comparator != Comparator::none || f.quantity.modifier == "延べ" ||
            contains_any(words(f.head), U"寿命 自立期間"))
            return true;
        const bool twin = f.previous && at(*f.previous).quantity.unit == f.quantity.unit;  // 男性18年・女性21年
        if (twin && (f.link == Link::dot || f.link == Link::pause)) return is_duration_target(at(*f.previous));
        return ends_with_any(words(find_label(text_, f.head)),
                             U"日数 時間 期間 年数 月数 所要 寿命 分数 休暇 休暇取得 有休取得 残業");
    }

    int fiscal_year_;
};

}  // namespace

Part find_part(const FigureText& text, std::size_t k, int fiscal_year) {
    return PartFinder(text, fiscal_year).find_part(k);
}

bool is_factor(const FigureText& text, std::size_t k) { return PartFinder(text, 0).is_factor(k); }

}  // namespace goalsheet::match
