// SPDX-License-Identifier: MIT
#include "numbers/match_lists.hpp"

#include <algorithm>

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_likeness.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

class ListFinder : FigureNeighbours {
public:
    ListFinder(const FigureText& text, std::vector<ReportFigure>& figures)
        : FigureNeighbours(text, figures.size()), out_(figures) {}

    void find() {
        for (std::size_t k = 1; k < size_; ++k) name_alike(k - 1, k);
        for (std::size_t k = 1; k < size_; ++k) close_list(k);
        for (std::size_t k = 1; k < size_; ++k) close_plain_list(k);
    }

private:
    const std::u32string& tail(std::size_t k) const { return out_[k].behind; }

    // 県内2件、県外3件: the one is no more the whole than the other, though 県内 alone says nothing.
    void name_alike(std::size_t a, std::size_t b) {
        const bool listed = at(b).previous == a && at(a).clause == at(b).clause && same_unit(a, b);
        if (!listed || out_[a].total || out_[b].total) return;
        const int same_noun = !adds_up(at(a).quantity.unit) ? 0
                              : is_for_whom(at(a)) && is_for_whom(at(b))
                                  ? kWholeList
                                  : kind_of_end(words(out_[a].own), words(out_[b].own));
        const int kind = kind_of_head(a) == 0 ? same_noun : kind_of_head(a);
        const int other = kind_of_head(b) == 0 ? same_noun : kind_of_head(b);
        if (kind == 0 || kind != other || words(at(a).head) == words(at(b).head)) return;
        for (const std::size_t n : {a, b}) {
            out_[n].kind = kind;
            out_[n].activities = first_activities(tail(n)) & ~stages_of_works();
        }
        out_[a].labelled = out_[b].labelled = out_[a].labelled || out_[b].labelled;
    }
    // 高齢者向けに4回、若者向けに3回
    bool is_for_whom(const Figure& f) const {
        return ends_with_any(strip_colon(trim_spaces(words(f.head))), U"向けに 向け を対象に");
    }
    // 集合研修7回、オンライン研修4回; 宿泊型18回、通所型33回
    static int kind_of_end(std::u32string_view a, std::u32string_view b) {
        for (std::u32string_view* word : {&a, &b})
            word->remove_suffix(longest_suffix(*word, U"者数 者 人数 件数 回数 数 額 率 量 面積 延長"));
        const std::size_t same = count_same_end(a, b);
        constexpr std::u32string_view kSorts = U"型系側用分類種科班級便人";
        const bool denied = (a.size() == same || b.size() == same) && same + 1 == std::max(a.size(), b.size());
        if (a == b || same == 0 || denied) return 0;  // 不交付2件、交付29件
        if (same > 1) return last_activities(a.substr(a.size() - same)) == 0 ? kWholeList : kSameNoun;
        return kSorts.find(a.back()) != std::u32string_view::npos ? kWholeList : 0;
    }

    // 新聞212t、雑誌145t、その他31t: what ends so has named all there is.
    void close_list(std::size_t k) {
        if (out_[k].own.empty() || !starts_with_any(words(out_[k].own), U"その他 ほか 他")) return;
        std::size_t first = k;
        while (at(first).previous && same_unit(first, *at(first).previous) && out_[*at(first).previous].labelled)
            first = *at(first).previous;
        for (std::size_t n = first; n <= k && first < k; ++n) out_[n].kind = kWholeList;
    }

    // 絵画102点、書道88点、写真61点: all there is of the unit, each by a name of its own, and nothing said to be done.
    void close_plain_list(std::size_t last) {
        std::size_t first = last;
        while (first > 0 && at(first).previous == first - 1 && is_plain_item(first) && is_plain_item(first - 1) &&
               at(first).quantity.unit == at(first - 1).quantity.unit &&
               (at(first).link == Link::pause || at(first).link == Link::dot) &&
               words(out_[first].own) != words(out_[first - 1].own))
            --first;
        const std::string& unit = at(last).quantity.unit;
        const std::size_t count = last - first + 1;
        if (count < 3 || !adds_up(unit)) return;
        for (std::size_t n = 0; n < size_; ++n)
            if ((n < first || n > last) && same_unit(n, last)) return;
        for (std::size_t n = first; n <= last; ++n) out_[n].kind = kPlainList, out_[n].activities = 0;
    }
    bool is_plain_item(std::size_t k) const {
        constexpr std::size_t kLongest = 8;
        const ReportFigure& r = out_[k];
        const auto own = words(r.own);
        const bool noun = r.labelled && own.size() <= kLongest && r.own.begin == r.label.begin &&
                          std::none_of(own.begin(), own.end(), is_digit) && !names_activity(own);
        const bool apart = says_completed(own) || read_state(own) != ReportState::none ||
                           starts_with(WordList::undone, own) || r.flow || at(k).bracketed || r.kind != 0;
        return noun && !apart && r.stages == 0 && first_activities(tail(k)) == 0 &&
               at(k).quantity.comparator == Comparator::none;
    }
    // 補助申請, but 広報紙 is a paper.
    static bool names_activity(std::u32string_view noun) {
        return last_activities(noun) != 0 && last_activities(noun.substr(noun.size() > 2 ? noun.size() - 2 : 0)) != 0;
    }

    int kind_of_head(std::size_t k) const {
        return out_[k].kind != 0 ? out_[k].kind : part_kind_of_head(words(at(k).head));
    }
    std::vector<ReportFigure>& out_;
};

}  // namespace

void find_lists(const FigureText& text, std::vector<ReportFigure>& figures) { ListFinder(text, figures).find(); }

int part_kind_of_head(std::u32string_view head) {
    head = trim_spaces(head);
    while (!head.empty() && (head.front() == U'、' || head.front() == U'・')) head.remove_prefix(1);
    head.remove_suffix(longest_suffix(head, U"には では に で は が :"));
    return part_kind(trim_spaces(head));
}

}  // namespace goalsheet::match
