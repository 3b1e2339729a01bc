// SPDX-License-Identifier: MIT
#include "numbers/match_figures.hpp"

#include <algorithm>

#include "numbers/figure_neighbours.hpp"
#include "numbers/indicator_label.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/match_lists.hpp"
#include "numbers/match_roles.hpp"
#include "numbers/match_states.hpp"
#include "numbers/quantity/decimal_arithmetic.hpp"
#include "numbers/quantity/unit_compatibility.hpp"
#include "numbers/word_lists.hpp"

namespace goalsheet::match {
namespace {

// を開催し, …を実施: a clause says what was done, it names nothing.
bool is_clause(std::u32string_view words) {
    words = trim_spaces(words);
    while (!words.empty() && (words.back() == U'、' || words.back() == U',')) words.remove_suffix(1);
    if (ends_with_any(words, U"ず し て した ました する います おり 済 済み 中 予定 見込 見込み")) return true;
    return words.find(U'を') != std::u32string_view::npos && ends_statement(words);
}

// 教室を4回開催し、109名: what was done there holds here; 電話12件、来所29件 only lists.
std::u32string_view clause_before(const FigureText& text, const Figure& f) {
    const Figure& previous = text.figures[*f.previous];
    return previous.tail.empty() ? std::u32string_view() : text.words(previous.around());
}

class ReportReader : FigureNeighbours {
public:
    ReportReader(const FigureText& text, int fiscal_year, std::size_t limit)
        : FigureNeighbours(text, std::min(limit, text.figures.size())), fiscal_year_(fiscal_year) {}

    std::vector<ReportFigure> read() {
        out_.resize(size_);
        for (std::size_t k = size_; k-- > 0;) out_[k].behind = words_behind(k);
        for (std::size_t k = 0; k < size_; ++k) read_words(k);
        find_lists(text_, out_);
        find_roles(text_, fiscal_year_, out_);
        for (std::size_t k = 0; k < size_; ++k) find_parts(k);
        for (std::size_t k = 0; k < size_; ++k) find_rate(k);
        find_series();
        find_standings();
        read_states(text_, fiscal_year_, out_);
        return std::move(out_);
    }

private:
    const std::u32string& tail(std::size_t k) const { return out_[k].behind; }

    // シカ30頭、サル2頭を捕獲, 生徒8人と引率2人が参加: what is said behind the last of a list is said of all.
    std::u32string words_behind(std::size_t k) const {
        std::u32string own = outside_brackets(words(at(k).tail));
        if (const std::size_t of = longest_prefix(own, U"のうち の内 うち"))
            own.resize(of);  // what follows is the part's
        if (!at(k).note.empty()) return own;
        auto next = next_in_clause(k);
        while (next && at(*next).quantity.unit != at(k).quantity.unit && tail(*next).empty())
            next = next_in_clause(*next);
        const bool joined = next && at(*next).link == Link::fastened && starts_with_any(own, U"と や 及び および");
        const bool listed = next && own.empty() && (at(*next).link == Link::pause || at(*next).link == Link::dot);
        if (!(joined || listed) || at(k).quantity.unit != at(*next).quantity.unit) return own;
        const std::u32string& behind = out_[*next].behind;
        const bool alike =
            has_noun(at(*next).head) ? has_noun(at(k).head) : is_blank(at(*next).head) && is_blank(at(k).head);
        const bool does = last_activities(words(at(k).head)) != 0;
        const ReportState state = read_state(behind);
        const bool apart = says_sum(*next) || speaks_of_part(words(at(*next).head)) || starts_with_change(behind) ||
                           starts_with_any(behind, U"のうち うち") || state == ReportState::planned ||
                           (state == ReportState::ongoing && is_blank(at(k).head));  // 136団体、3団体申請中
        return alike && !does && !apart ? behind : own;
    }
    bool is_blank(Span head) const { return words(head).find_first_not_of(U" 、,・") == std::u32string_view::npos; }
    bool has_noun(Span head) const {
        auto all = words(head);
        while (!all.empty() && !is_noun_glyph(all.front())) all.remove_prefix(1);
        return !all.empty() && (!is_noise(text_, head) || part_kind_of_head(words(head)) != 0);
    }

    // The noun before the last は of its sentence, outside of brackets.
    Span find_about(std::size_t k) {
        constexpr std::size_t kReach = 120;
        const Glyphs& g = text_.glyphs;
        const std::size_t end = at(k).span.begin;
        int depth = 0;
        std::size_t topic = 0;
        std::size_t begin = end;
        for (; begin > 0 && end - begin < kReach && !is_stop(g.text[begin - 1]); --begin) {
            const char32_t c = g.text[begin - 1];
            depth += c == U')' ? 1 : c == U'(' ? -1 : 0;
            const bool noun = begin > 1 && (is_noun_glyph(g.text[begin - 2]) || g.text[begin - 2] == U')');
            if (topic != 0 && c == U'、') break;
            if (topic == 0 && depth == 0 && c == U'は' && noun) topic = begin - 1;
        }
        out_[k].about_mark = topic;
        if (topic == 0) return {};
        const bool known = k > 0 && out_[k - 1].about_mark == topic;  // most figures of a sentence have the same
        return known ? out_[k - 1].about : find_label(text_, {begin, topic});
    }
    static bool is_stop(char32_t c) { return c == U'。' || c == U'\n'; }

    // 企画展28人、常設展3人、計31人; of rates the 全体 or 平均 lies between.
    void find_parts(std::size_t t) {
        const bool gross = at(t).quantity.modifier == "延べ" && !out_[t].labelled;  // 宿泊26回、通所41回、延べ67回
        if (!out_[t].total && !gross) return;
        Decimal sum;
        bool above = false;
        bool below = false;
        for (std::size_t p = t; p-- > 0 && t - p < kNear && at(p).clause == at(t).clause;) {
            if (at(p).quantity.unit != at(t).quantity.unit || out_[p].total || at(p).bracketed != at(t).bracketed)
                continue;
            sum = add_exact(sum, at(p).quantity.value).value_or(sum);
            const int order = compare_exact(at(p).quantity.value, at(t).quantity.value);
            above = above || order > 0;
            below = below || order < 0;
            const bool mean = at(t).quantity.unit == "%" && above && below;
            if (!mean && compare_exact(sum, at(t).quantity.value) != 0) continue;
            out_[t].total = out_[t].total || t - p > 1;
            for (std::size_t n = p; n < t && out_[t].total; ++n)
                if (at(n).quantity.unit == at(t).quantity.unit) out_[n].total_of = t;
        }
    }

    bool says_sum(std::size_t k) const {
        return at(k).quantity.role == QuantityRole::total || ends_with_total(words(at(k).head));
    }

    void read_words(std::size_t k) {
        ReportFigure& r = out_[k];
        const Figure& f = at(k);
        r.figure = k;
        if (f.host && *f.host < size_) r.host = f.host;
        const Span head = own_head(k);
        const bool relates = is_aside_of_previous(f) || ends_with(WordList::relation, trim_spaces(words(head)));
        r.label = relates ? Span{} : find_label(text_, head);
        if (is_word(WordList::own_region, words(r.label)) && follows_others(k)) r.label = {};
        if (words(r.label).ends_with(U"後") && holds(WordList::event, words(r.label))) r.label = {};  // 改修後は2万人
        if (const Span doing = find_doing(f); !doing.empty()) r.label = doing;
        if (r.label.empty() && part_kind(trim_spaces(words(f.note))) != 0) r.label = f.note;  // 9.4冊（小学生）
        const Span label = r.label;
        const std::u32string_view behind = tail(k);
        r.rest = starts_with_any(behind, U"は") && has_figure_before(k);
        const bool named = r.named = !label.empty() && !is_clause(words(label));
        r.own = last_word(label);
        r.about = find_about(k);
        r.worded = !label.empty();
        r.labelled = named && !is_generic_label(words(label));
        // 電話4件、メール6件を受付: how it came is not what was done.
        r.kind = part_kind(words(r.own));
        r.listed = !label.empty() && is_listed(k);
        const Quantity& q = f.quantity;
        r.topic = ends_with_any(trim_spaces(words(f.head)), U"は も") ||
                  (label.empty() && f.previous && ends_with_any(trim_spaces(words(at(*f.previous).head)), U"は"));
        r.share = q.unit == "%" &&
                  ends_with_any(trim_spaces(words(f.head)), U"全体の 全体に占める割合は 割合は のうち 占める割合");
        r.stages = first_activities(behind);
        r.cumulative = (q.modifier == "累計" || ends_with_any(strip_particle(words(f.head)), U"累計 累積 通算") ||
                        (named && contains_any(words(label), U"累計 累積 通算"))) &&
                       !contains_any(words(f.head), U"月 今年度 本年度 年度末まで 年度内");
        r.fresh = q.modifier == "新規" || contains_any(words(label), U"新規 新たな") ||
                  ends_with_any(trim_spaces(words(f.head)), U"新たに 新規に 新規");
        r.flow = r.fresh || ends_with(WordList::flow, words(label)) || starts_with(WordList::flow, verb_of(behind));
        r.dated = ends_with_any(strip_particle(words(f.head)), U"末 現在 時点");
        r.reached =
            starts_with_any(behind, U"となった となり となって となる になった になり に達 に増え に増加 に至") ||
            r.dated;
        r.total = says_sum(k) || is_mean_of_rates(k);
        r.labelled = r.labelled && !r.total;
        r.activities = r.kind != 0 ? first_activities(behind) & ~stages_of_works()
                                   : find_activities_of(k, named ? label : Span{}, behind);
        r.only_started = is_only_started(f, behind);
        r.places = list_names(text_, f.note);
        const auto count =
            q.value.scale == 0 ? static_cast<std::size_t>(std::max<std::int64_t>(q.value.mantissa, 0)) : 0;
        if (r.places.size() != count) r.places.clear();
        // 大沢池・中原池の2箇所: the names of both.
        if (count > 1 && words(f.head).ends_with(U"の") && list_names(text_, label).size() == count) r.labelled = false;
    }

    // 中女性 of 210人中女性79人, なのに対し本市は: the noun is what stands behind.
    Span own_head(std::size_t k) const {
        Span head = at(k).head;
        if (is_out_of_previous(k)) return {head.begin + 1, head.end};
        if (!at(k).previous || at(k).link != Link::fastened) return head;
        for (const std::u32string_view than : {U"に対して", U"に対し", U"に比べて", U"に比べ"})
            if (const std::size_t at = words(head).find(than); at != std::u32string_view::npos)
                return {head.begin + at + than.size(), head.end};
        return head;
    }

    // 県の平均は3.4件、町は2.6件
    bool follows_others(std::size_t k) const {
        const auto& before = at(k).previous;
        return before && (holds(WordList::others, words(at(*before).head)) ||
                          is_word(WordList::larger_region, strip_particle(words(at(*before).head))));
    }

    // が脱退し → 脱退し
    static std::u32string_view verb_of(std::u32string_view behind) {
        behind.remove_prefix(longest_prefix(behind, U"が を の は も"));
        return behind;
    }

    bool is_listed(std::size_t k) const {
        const Figure& f = at(k);
        if (!f.previous || f.link != Link::pause || !same_unit(k, *f.previous) || is_clause(words(f.head)))
            return false;
        const ReportFigure& before = out_[*f.previous];
        return before.listed || (before.own.begin != before.label.begin && !before.about.empty());
    }

    bool has_figure_before(std::size_t k) const {
        for (std::size_t n = k; n-- > 0 && k - n < kNear;)
            if (same_unit(n, k)) return true;
        return false;
    }

    // 実際に活動しているのは57人: what is done names those who are counted. 不法投棄と確認したもの: so do the words
    // before it.
    Span find_doing(const Figure& f) const {
        auto head = trim_spaces(words(f.head));
        const std::size_t thing = longest_suffix(head, U"もの ものは ものが");
        const std::size_t doer = longest_suffix(head, U"のは のが のも");
        head.remove_suffix(std::max(thing, doer));
        const std::size_t verb = longest_suffix(head, U"している した する していた できた");
        if (verb == 0 || std::max(thing, doer) == 0) return {};
        const auto before = static_cast<std::size_t>(head.data() - text_.glyphs.text.data());
        const std::size_t end = before + head.size() - verb;
        const auto is_word = [&](char32_t c) {
            return thing != 0 ? std::u32string_view(U"、, ()。\n").find(c) == std::u32string_view::npos
                              : is_noun_glyph(c);
        };
        std::size_t begin = end;
        while (begin > before && is_word(text_.glyphs.text[begin - 1])) --begin;
        return {begin + longest_prefix(words({begin, end}), U"うち"), end};
    }

    // 参加者は東3人、西5人: what stands before は is said of both.
    Span last_word(Span label) const {
        const auto all = words(label);
        for (std::size_t i = all.size(); i-- > 1;) {
            const bool mark = std::u32string_view(U"は: をがて").find(all[i - 1]) != std::u32string_view::npos;
            if (mark && !is_hiragana_glyph(all[i])) return {label.begin + i, label.end};  // 乳がん検診 has no が
        }
        return label;
    }

    // 8校を対象に24回: what stands between says of the first figure, it names nothing.
    bool is_aside_of_previous(const Figure& f) const {
        const auto head = trim_spaces(words(f.head));
        if (!f.previous) return false;
        // 60件に届かず47件, 8千万円圧縮し11億円
        const bool told =
            f.link == Link::fastened && (holds(WordList::unreached_behind, head) || starts_with_change(head));
        return told ||
               (starts_with_any(head, U"を に で と へ が") && ends_with_any(head, U"に で し して として へ から"));
    }

    // 6月38.2%、11月33.4%、平均35.8%: of rates the mean is what a sum is of amounts.
    bool is_mean_of_rates(std::size_t k) const {
        const Figure& f = at(k);
        return f.quantity.unit == "%" && f.previous && same_unit(k, *f.previous) &&
               ends_with_any(strip_particle(words(f.head)), U"平均");
    }
    // 3件発注, 発注済み 10.2ha, 12施設（設計）完了: a stage of the work is done, not the work.
    bool is_only_started(const Figure& f, std::u32string_view behind) const {
        if (contains_any(behind, U"発注 契約 着手 着工 入札 設計済 設計完了 説明済 測量 用地 協議済")) return true;
        const auto note = trim_spaces(words(f.note));
        if (note == U"設計" || note == U"測量" || note == U"実施設計" || note == U"発注" || note == U"契約")
            return true;
        return ends_with_any(
            strip_colon(trim_spaces(words(f.head))),
            U"公告済 公告済み 入札済 発注済 発注済み 契約済 契約済み 着手済 着手済み 着工済 着工済み 設計済 設計済み");
    }

    // What was done to the figure: the words behind it say it (109名参加), else its label, else the clause before.
    std::uint64_t find_activities_of(std::size_t k, Span label, std::u32string_view behind) const {
        const Figure& f = at(k);
        std::uint64_t found = first_activities(behind) & ~stages_of_works();
        if (found == 0 && !label.empty()) found = last_activities(words(label)) & ~activities_of_making();
        if (found == 0 && f.host && *f.host < size_) found = out_[*f.host].activities;
        if (found == 0 && label.empty()) found = last_activities(words(f.head)) & ~stages_of_works();
        const bool after_start = f.previous && ends_with_start(words(at(*f.previous).head));  // 計画策定時38% 実績34%
        const bool of_whole =
            speaks_of_part(words(f.head)) ||
            (f.previous && contains_any(tail(*f.previous), U"の中から のなかから のうちから")) ||
            (f.previous && *f.previous < size_ && starts_with_any(tail(*f.previous), U"のうち うち の内"));
        const bool anew = out_[k].stages != 0 || out_[k].total || out_[k].cumulative || out_[k].reached;
        if (found == 0 && label.empty() && f.previous && !after_start && !of_whole && !anew)
            found = last_activities(clause_before(text_, f)) & ~stages_of_works();
        return counts_people(f.quantity.unit) ? activities_of_persons(found, true) : found;
    }

    // 27件 67.5%, 18人（達成率90%）: a rate that could be held against the target.
    void find_rate(std::size_t k) {
        if (at(k).quantity.unit == "%") return;
        for (std::size_t n = k + 1; n < std::min(size_, k + 3); ++n) {
            const bool beside =
                at(n).host == k || at(n).previous == k ||
                (at(n).previous && at(*at(n).previous).previous == k && out_[n].role == FigureRole::achievement);
            const bool plain =
                out_[n].role == FigureRole::achievement || (out_[n].role == FigureRole::level && out_[n].label.empty());
            if (beside && plain && at(n).quantity.unit == "%") out_[k].rate = n;
        }
    }

    // R3からR5の累計 19人 41人 70人: a figure a year, the last of them is what is reached.
    void find_series() {
        for (std::size_t k = 0; k < size_; ++k) {
            std::size_t last = k;
            while (last + 1 < size_ && at(last + 1).previous == last && same_unit(last, last + 1) &&
                   trim_spaces(words(at(last + 1).head)).empty() && at(last + 1).link == Link::pause &&
                   tail(last).empty())
                ++last;
            const std::size_t count = last - k + 1;
            if (count > 1 && names_years(words(at(k).head), count))
                for (std::size_t n = k; n <= last; ++n) out_[n].series_end = last;
            k = last;
        }
    }

    // 4月1日現在247人、3月31日現在244人: the same stock again, the last is what it came to.
    void find_standings() {
        std::optional<std::size_t> last;
        for (std::size_t k = size_; k-- > 0;) {
            const ReportFigure& r = out_[k];
            if (!r.dated || at(k).bracketed || r.role != FigureRole::level) continue;
            if (last && same_unit(k, *last) && words(r.label) == words(out_[*last].label))
                out_[k].series_end = last;
            else
                last = k;
        }
    }

    static bool names_years(std::u32string_view head, std::size_t count) {
        if (contains_any(head, U"推移 年度別 経年")) return true;
        std::vector<int> years;
        for (std::size_t i = 0; i < head.size(); ++i) {
            if (!is_digit(head[i]) || (i > 0 && is_digit(head[i - 1]))) continue;
            int year = 0;
            std::size_t end = i;
            while (end < head.size() && end < i + 4 && is_digit(head[end]))
                year = year * 10 + static_cast<int>(head[end++] - U'0');
            const bool era = i > 0 && std::u32string_view(U"RH和成").find(head[i - 1]) != std::u32string_view::npos;
            if (era || (end < head.size() && head[end] == U'年')) years.push_back(year);
        }
        if (years.size() == count) return true;
        return years.size() == 2 && years[1] - years[0] + 1 == static_cast<int>(count);
    }

    int fiscal_year_;
    std::vector<ReportFigure> out_;
};

}  // namespace

Topic find_near_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k) {
    Topic near;
    const auto& previous = text.figures[k].previous;
    if (all[k].named && !all[k].share && !all[k].total)
        near = find_topic(text.words(all[k].label));
    else if (all[k].share && previous && *previous < all.size())
        near = find_topic(text.words(all[*previous].label));  // 生徒は26名で、全体の25.2%
    else if (all[k].label.empty())
        near = find_topic(text.words(all[k].about));
    if (all[k].listed) add_words(near, text.words(all[k].about));
    add_words(near, all[k].behind);
    return near;
}

Topic find_lead_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k) {
    if (!all[k].about.empty()) return find_topic(text.words(all[k].about));
    std::size_t first = k;
    while (first > 0 && text.figures[first - 1].clause == text.figures[k].clause) --first;
    return find_topic(outside_brackets(text.words(text.figures[first].head)));
}

Topic find_far_words(const FigureText& text, const std::vector<ReportFigure>& all, std::size_t k) {
    Topic far;
    const Figure& f = text.figures[k];
    add_words(far, text.words(f.head));
    add_words(far, text.words(f.heading));
    const auto note = text.words(f.note);  // 1.4ha（解消面積）
    if (all[k].label.empty() && std::none_of(note.begin(), note.end(), is_digit)) add_words(far, note);
    if (f.host && *f.host < all.size()) add_words(far, text.words(text.figures[*f.host].head));
    if (all[k].label.empty() && f.previous) add_words(far, clause_before(text, f));
    return far;
}

std::vector<ReportFigure> read_report_figures(const FigureText& text, int fiscal_year, std::size_t limit) {
    return ReportReader(text, fiscal_year, limit).read();
}

}  // namespace goalsheet::match
