// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace verdict_contradicts_figure_rule {
namespace {

enum class Claim { reached, missed, above, below };

struct ClaimWord {
    std::string_view words;
    Claim claim;
};
// Of claims that begin alike the longer come first; these come before the others of both lists.
constexpr std::array<ClaimWord, 8> kDenied = {{{"達成できな", Claim::missed},
                                               {"達成できず", Claim::missed},
                                               {"達成することができな", Claim::missed},
                                               {"達成には至ら", Claim::missed},
                                               {"達成に至ら", Claim::missed},
                                               {"達成していな", Claim::missed},
                                               {"達成しな", Claim::missed},
                                               {"達成ならず", Claim::missed}}};
// What is said of 目標, 目標値, 目標額.
constexpr std::array<ClaimWord, 11> kOfTarget = {{{"届か", Claim::missed},
                                                  {"及ば", Claim::missed},
                                                  {"満たな", Claim::missed},
                                                  {"達しな", Claim::missed},
                                                  {"達せず", Claim::missed},
                                                  {"達していな", Claim::missed},
                                                  {"不足", Claim::missed},
                                                  {"下回", Claim::below},
                                                  {"割り込", Claim::below},
                                                  {"上回", Claim::above},
                                                  {"超え", Claim::above}}};
constexpr std::array<ClaimWord, 10> kAlone = {{{"未達成", Claim::missed},
                                               {"未達", Claim::missed},
                                               {"達成した", Claim::reached},
                                               {"達成し、", Claim::reached},
                                               {"達成している", Claim::reached},
                                               {"達成できた", Claim::reached},
                                               {"達成できま", Claim::reached},
                                               {"達成済", Claim::reached},
                                               {"達成しました", Claim::reached},
                                               {"達成しており", Claim::reached}}};
constexpr std::array<std::string_view, 2> kAnyClaim = {"達成", "未達"};
constexpr std::array<std::string_view, 5> kOther = {"率", "に向け", "する", "見込", "予定"};

struct Verdict {
    Claim claim;
    Phrase phrase;
};

const ClaimWord* claim_at(std::string_view text, std::span<const ClaimWord> claims) {
    const auto found =
        std::find_if(claims.begin(), claims.end(), [&](const ClaimWord& one) { return text.starts_with(one.words); });
    return found == claims.end() ? nullptr : &*found;
}

std::optional<Verdict> verdict_at(std::string_view text, std::size_t at, std::span<const ClaimWord> claims) {
    const ClaimWord* one = claim_at(text.substr(at), kDenied);
    if (!one) one = claim_at(text.substr(at), claims);
    if (!one) return std::nullopt;
    const std::size_t end = at + one->words.size();
    const std::string_view rest = text.substr(end);
    if (one->claim == Claim::reached && starts_with_any(rest, kOther)) return std::nullopt;
    return Verdict{one->claim, {at, end}};
}

// Behind 目標: what kind of figure it is, and the particle. 0 where another word follows.
std::size_t end_of_target_words(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"値", "額", "数", "率", "件数", "人数", "回数", "量"})
        if (text.substr(at).starts_with(word)) {
            at += word.size();
            break;
        }
    std::size_t end = at;
    for (const std::string_view particle : {"には", "に対し", "を", "に", "より", "は"})
        if (text.substr(at).starts_with(particle)) {
            end = at + particle.size();
            break;
        }
    return end == at ? 0 : end;
}

// 目標を大きく下回った, 目標に1人届かなかった: figures and words of degree may stand between.
std::optional<Verdict> verdict_on_target(std::string_view text, std::size_t at) {
    const std::size_t begin = end_of_target_words(text, at + std::string_view("目標").size());
    constexpr std::size_t kReach = 36;
    if (begin == 0) return std::nullopt;
    for (std::size_t i = begin; i < text.size() && i - begin <= kReach; i += decode_at(text, i).length) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("、") || rest.starts_with("。") || rest.starts_with("\n") || rest.starts_with("）"))
            return std::nullopt;
        if (auto verdict = verdict_at(text, i, kOfTarget)) {
            verdict->phrase.begin = at;
            return verdict;
        }
        if (auto verdict = verdict_at(text, i, kAlone)) {
            verdict->phrase.begin = at;
            return verdict;
        }
        if (rest.starts_with("達成")) return std::nullopt;
    }
    return std::nullopt;
}

// 過去最高を達成した is no verdict on the target.
bool has_other_object(std::string_view text, const Verdict& verdict) {
    const std::string_view before = text.substr(0, verdict.phrase.begin);
    return verdict.claim == Claim::reached && before.ends_with("を") && before.rfind("目標") == std::string_view::npos;
}

bool may_hold_verdict(std::string_view text) {
    return text.find("目標") != std::string_view::npos || find_phrase<kAnyClaim>(text);
}

std::vector<Verdict> find_verdicts(std::string_view text) {
    std::vector<Verdict> verdicts;
    constexpr std::string_view kTarget = "目標";
    for (std::size_t at = text.find(kTarget); at != std::string_view::npos; at = text.find(kTarget, at + 1))
        if (const auto verdict = verdict_on_target(text, at)) verdicts.push_back(*verdict);
    for (auto found = find_phrase<kAnyClaim>(text); found; found = find_phrase<kAnyClaim>(text, found->end)) {
        const auto verdict = verdict_at(text, found->begin, kAlone);
        const bool told = std::any_of(verdicts.begin(), verdicts.end(), [&](const Verdict& one) {
            return one.phrase.begin <= found->begin && found->begin < one.phrase.end;
        });
        if (verdict && !told && !has_other_object(text, *verdict)) verdicts.push_back(*verdict);
    }
    // （達成）and a report that says nothing else.
    for (const std::string_view word :
         {"（達成）", "(達成)", "、達成", "。達成", "【達成】", "○達成）", "目標達成）", "目標達成。"})
        if (const std::size_t at = text.find(word); at != std::string_view::npos) {
            const std::string_view rest = text.substr(at + word.size());
            if (rest.empty() || rest.starts_with("。") || rest.starts_with("\n") || word.ends_with("）") ||
                word.ends_with(")"))
                verdicts.push_back({Claim::reached, {at, at + word.size()}});
        }
    return verdicts;
}

bool contradicts(const SheetScope& sheet, Claim claim, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (const auto reached = is_change_reached(sheet, measured, row); reached && claim == Claim::reached)
        return !*reached;
    const double target = row.target->to_double() * find_unit(row.unit).factor;
    const double result = row.result->to_double() * find_unit(row.result_unit).factor;
    const bool less = wants_less(measured, row);
    if (target < 0 || result < 0) return false;
    const bool told = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than;
    switch (claim) {
        case Claim::above:
            return result <= target;
        case Claim::below:
            return result >= target;
        case Claim::reached:
            return (!less || told) && !is_reached(sheet, measured, row);
        case Claim::missed:
            return (!less || told) && is_reached(sheet, measured, row);
    }
    return false;
}

std::string_view sentence(std::string_view text, const Phrase& phrase) {
    std::size_t end = std::min(text.find("。", phrase.begin), text.find('\n', phrase.begin));
    end = std::min(end, text.size());
    const std::size_t begin = clause_around(text, phrase).begin;
    return text.substr(begin, end - begin);
}

void speak(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row, FieldId field,
           const Place& place, const Verdict& verdict, Reporter& report) {
    report.add(sheet, place.part(verdict.phrase.begin, verdict.phrase.end),
               {same(excerpt(sentence(place.text->text, verdict.phrase))),
                same(as_told(sheet.page, measured.measure.target, *row.target, row.unit)),
                same(as_told(sheet.page, text_of(measured.measure, field), *row.result, row.result_unit))});
}

// Compared with another year, it is no verdict on the target.
bool speaks_of_other_year(std::string_view text, const Verdict& verdict) {
    const Phrase clause = clause_around(text, verdict.phrase);
    const std::string_view words = text.substr(clause.begin, verdict.phrase.begin - clause.begin);
    return words.find("前年") != std::string_view::npos || words.find("昨年") != std::string_view::npos ||
           words.find("県") != std::string_view::npos || words.find("全国") != std::string_view::npos;
}

// 目標を1基下回った speaks of what is counted in 基, whatever else the target names.
const ProgressRow* row_of_unit(const SheetScope& sheet, const MeasuredMeasure& measured, const SourcedText& text,
                               const Verdict& verdict) {
    const Phrase clause = clause_around(text.text, verdict.phrase);
    const ProgressRow* found = nullptr;
    for (const Quantity& one : sheet.page.quantities(text)) {
        if (one.begin < clause.begin || one.end > clause.end || one.unit.empty() || one.unit == "%") continue;
        for (const ProgressRow& row : measured.rows) {
            if (!has_same_unit(row.unit, one.unit)) continue;
            if (found && found != &row) return nullptr;
            found = &row;
        }
    }
    if (found) return found;
    // 参加者数は目標に達しなかった: people.
    const std::string_view words = std::string_view(text.text).substr(clause.begin, clause.end - clause.begin);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kCounted = {
        {{"者数", "人"}, {"人数", "人"}, {"参加者", "人"}, {"利用者", "人"}, {"回数", "回"}, {"件数", "件"}}};
    for (const auto& [word, unit] : kCounted)
        for (const ProgressRow& row : measured.rows)
            if (words.find(word) != std::string_view::npos && has_same_unit(row.unit, unit)) return &row;
    return nullptr;
}

void check_report(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    const Place place = sheet.at(measured.item, measured.measure, field);
    const std::vector<Verdict> verdicts = find_verdicts(text_of(measured.measure, field).text);
    if (verdicts.size() != 1 || speaks_of_other_year(text_of(measured.measure, field).text, verdicts.front())) return;
    if (measured.rows.size() > 1) {
        const ProgressRow* meant = row_of_unit(sheet, measured, text_of(measured.measure, field), verdicts.front());
        if (meant && is_sure(sheet, measured, *meant) && contradicts(sheet, verdicts.front().claim, measured, *meant))
            return speak(sheet, measured, *meant, field, place, verdicts.front(), report);
    }
    const auto answered = answer_by_change(sheet, measured, measured.rows.front());
    if (answered && measured.rows.size() == 1) {
        if (is_change_reached(sheet, measured, *answered) &&
            contradicts(sheet, verdicts.front().claim, measured, *answered))
            speak(sheet, measured, *answered, field, place, verdicts.front(), report);
        return;
    }
    // Of several indicators the verdict may mean any one.
    for (const ProgressRow& row : measured.rows)
        if (!is_sure(sheet, measured, row) || !contradicts(sheet, verdicts.front().claim, measured, row)) return;
    if (!measured.rows.empty()) speak(sheet, measured, measured.rows.front(), field, place, verdicts.front(), report);
}

// 受講者数は目標を達成した in the effects: of the measure that the clause names.
void check_outcomes(const SheetScope& sheet, Against against, Reporter& report) {
    const std::string& text = sheet.sheet.notes.outcomes.text;
    if (against != Against::final || !may_hold_verdict(text)) return;
    for (const Verdict& verdict : find_verdicts(text)) {
        const Phrase clause = clause_around(text, verdict.phrase);
        const std::string_view words = std::string_view(text).substr(clause.begin, clause.end - clause.begin);
        for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
            const ProgressRow& row = measured.rows.front();
            if (name_in(words, row.indicator).empty() && name_in(words, measured.measure.action.text).empty()) return;
            // Of several indicators the verdict may mean any one.
            if (std::all_of(measured.rows.begin(), measured.rows.end(), [&](const ProgressRow& one) {
                    return is_sure(sheet, measured, one) && contradicts(sheet, verdict.claim, measured, one);
                }))
                speak(sheet, measured, row, FieldId::final, sheet.at(FieldId::outcomes), verdict, report);
        });
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        if (may_hold_verdict(text_of(measured.measure, report_field(against)).text))
            check_report(sheet, measured, report_field(against), report);
    });
    check_outcomes(sheet, against, report);
}

}  // namespace
}  // namespace verdict_contradicts_figure_rule

const RuleBody verdict_contradicts_figure{
    .texts = {.title = {"達成・未達成の言葉が数字と合わない", "verdict and figure contradict each other"},
              .message = {"「{0}」とありますが、目標{1}に対し実績は{2}です。言葉か数字のどちらかを直してください。",
                          "It says “{0}”, but the result is {2} against a target of {1}; correct the words or the "
                          "figure."},
              .why = {"言葉だけを読む人と数字だけを読む人が、反対の結果を受け取ります。",
                      "Who reads the words and who reads the figures learn the opposite."},
              .wrong = "②中間報告: (1) 啓発イベント 3回を開催し、目標を達成した。",
              .right = "②中間報告: (1) 啓発イベント 3回を開催した。"},
    .on_sheet = verdict_contradicts_figure_rule::check,
};

}  // namespace goalsheet::rules
