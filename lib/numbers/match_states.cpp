// SPDX-License-Identifier: MIT
#include "numbers/match_states.hpp"

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"

namespace goalsheet::match {
namespace {

class StateReader : FigureNeighbours {
public:
    StateReader(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures)
        : FigureNeighbours(text, figures.size()), fiscal_year_(fiscal_year), out_(figures) {}

    void read() {
        for (std::size_t k = 0; k < out_.size(); ++k) own_states_.push_back(find_state(k));
        for (std::size_t k = out_.size(); k-- > 0;) out_[k].state = spread_state(k);
        for (std::size_t k = 0; k < out_.size(); ++k) follow_host(k);
        for (std::size_t k = 0; k < out_.size(); ++k) settle_total(k);
    }

private:
    const std::u32string& tail(std::size_t k) const { return out_[k].behind; }

    // What the words beside the figure say; none where they say nothing.
    ReportState find_state(std::size_t k) const {
        const Figure& f = at(k);
        if (f.quantity.value.mantissa == 0) return ReportState::done;
        const std::u32string_view behind = tail(k);
        const auto head = trim_spaces(words(f.head));
        const bool remainder = ends_with_remainder(head);
        ReportState state = state_behind(k, behind);
        if (state == ReportState::done && remainder) return ReportState::planned;
        const bool ahead = contains_any(head, U"今後 これから 年度内に") ||
                           (contains_any(head, U"下半期に 下期に 後期に") && !is_second_half(k)) ||
                           ends_with_later_year(text_, f.head, fiscal_year_);
        if (ahead && !says_completed(behind) && !says_it_was(behind)) return ReportState::planned;
        // 2社と交渉中: they have been spoken to, nothing is agreed. 1地区 用地交渉中 is a stage of the work.
        if (state == ReportState::ongoing && starts_with_any(behind, U"と") &&
            contains_any(behind, U"交渉中 協議中 商談中 折衝中 検討中 相談中"))
            return ReportState::planned;
        if (state != ReportState::none) return state;
        state = state_in_note(k);
        if (state != ReportState::none) return state;
        if (ends_with_any(strip_colon(head),
                          U"予定 見込 見込み 予定数 予定件数 予定者数 見込数 見込み数 見込者数 中 未実施"))
            return read_state(head.substr(head.size() - std::min<std::size_t>(head.size(), 8)));
        if (remainder) return ReportState::planned;
        return state_after_gap(k);
    }

    // 上半期に8件、下半期に13件を訪問: both are told of alike.
    bool is_second_half(std::size_t k) const {
        const auto& first = at(k).previous;
        return first && trim_spaces(words(at(*first).tail)).empty() &&
               contains_any(words(at(*first).head), U"上半期 上期 前期");
    }

    // 自治会に説明済、意向調査準備中: a step is done, the thing itself is under way.
    ReportState state_behind(std::size_t k, std::u32string_view behind) const {
        const ReportState state = read_state(behind);
        if (state != ReportState::done || starts_with_done(behind)) return state;
        const auto rest = first_piece(words(at(k).rest));
        const bool more = !starts_with_any(rest, U"次 今後 また さらに 引き続き 継続 他 その他 残");
        const ReportState later = more ? read_state(rest) : ReportState::none;
        return later == ReportState::planned || later == ReportState::ongoing ? ReportState::ongoing : state;
    }
    static std::u32string_view first_piece(std::u32string_view rest) {
        while (!rest.empty() && (rest.front() == U'、' || rest.front() == U',')) rest.remove_prefix(1);
        return rest.substr(0, rest.find(U' '));
    }

    ReportState state_in_note(std::size_t k) const {
        const Figure& f = at(k);
        for (std::size_t n = k + 1; n < out_.size() && n < k + kNear; ++n)
            if (at(n).host == k) return ReportState::none;  // the bracket's figures speak for themselves
        const auto note = trim_spaces(words(f.note));
        if (contains_any(note, U"残 次回 追加 さらに 引き続き 今後も 継続 別途 他に")) return ReportState::none;
        const ReportState state = read_state(note);
        if (state == ReportState::planned && says_completed(note)) return ReportState::ongoing;
        const bool says = ends_statement(note) || ends_with_any(note, U"含む 見込値 を含む");
        return says && (state == ReportState::planned || state == ReportState::ongoing) ? state : ReportState::none;
    }

    // 2箇所 地元協議中: a few words behind a space, with nothing else behind them.
    ReportState state_after_gap(std::size_t k) const {
        const auto rest = words(at(k).rest);
        if (!tail(k).empty() || rest.empty() || rest.front() != U' ') return ReportState::none;
        const auto words_behind = trim_spaces(rest);
        const bool plain = words_behind.size() <= 8 && !contains_any(words_behind, U"の は を その他 次回 、") &&
                           words_behind.find(U' ') == std::u32string_view::npos;
        const ReportState state =
            plain && ends_with_any(words_behind, U"中 予定 見込 見込み") ? read_state(words_behind) : ReportState::none;
        return state;
    }

    // 間伐 4.51ha、主伐 3.60ha 実施中: what is said behind the second is said of both.
    ReportState spread_state(std::size_t k) const {
        if (own_states_[k] != ReportState::none) return own_states_[k];
        const auto next = next_in_clause(k);
        if (!next || out_[*next].role != FigureRole::level) return ReportState::done;
        const ReportState later = out_[*next].state;
        if (later != ReportState::planned && later != ReportState::ongoing) return ReportState::done;
        const auto behind = trim_spaces(tail(k));
        const auto head = trim_spaces(words(at(k).head));
        const auto state_tail = words(at(*next).tail);
        const bool fastened = at(*next).link == Link::fastened || at(*next).link == Link::dot;
        const bool verb_later = behind.empty() && ends_with_any(head, U"を は が");
        const bool apart = behind.empty() && state_tail.starts_with(U" ");
        const bool one_thing = behind.empty() && !same_unit(k, *next) && !state_tail.empty();
        const bool own = ends_with_any(strip_colon(trim_spaces(words(at(*next).head))), U"予定 見込 見込み 中 今後") ||
                         out_[*next].total;
        return !own && (fastened || verb_later || apart || one_thing) ? later : ReportState::done;
    }

    // 工事4件発注（1,900m）: a measure in the bracket is as far as what it measures.
    void follow_host(std::size_t k) {
        if (!out_[k].host || own_states_[k] != ReportState::none || same_unit(k, *out_[k].host)) return;
        out_[k].state = out_[*out_[k].host].state;
        out_[k].only_started = out_[*out_[k].host].only_started;
    }

    // A sum of what is done and what is to come is to come.
    void settle_total(std::size_t k) {
        ReportFigure& total = out_[k];
        if (!total.total || own_states_[k] != ReportState::none) return;
        Decimal sum;
        bool open = false;
        for (std::size_t p = k; p-- > 0 && k - p < kNear;) {
            if (!same_unit(p, k) || out_[p].role != FigureRole::level || out_[p].total) continue;
            sum = add_exact(sum, at(p).quantity.value).value_or(sum);
            open = open || out_[p].state != ReportState::done;
            if (open && compare_exact(sum, at(k).quantity.value) == 0) total.state = ReportState::planned;
        }
    }

    int fiscal_year_;
    std::vector<ReportFigure>& out_;
    std::vector<ReportState> own_states_;
};

}  // namespace

void read_states(const FigureText& text, int fiscal_year, std::vector<ReportFigure>& figures) {
    StateReader(text, fiscal_year, figures).read();
}

}  // namespace goalsheet::match
