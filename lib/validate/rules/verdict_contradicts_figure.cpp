// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace {

enum class Claim { reached, missed, above, below };

struct ClaimWord {
    std::string_view words;
    Claim claim;
};
// The first that fits at a place counts, so the longer come first.
constexpr std::array<ClaimWord, 38> kClaims = {{{"達成できな", Claim::missed},
                                                {"達成できず", Claim::missed},
                                                {"達成することができな", Claim::missed},
                                                {"達成には至ら", Claim::missed},
                                                {"達成に至ら", Claim::missed},
                                                {"達成していな", Claim::missed},
                                                {"達成しなかった", Claim::missed},
                                                {"達成ならず", Claim::missed},
                                                {"未達成", Claim::missed},
                                                {"未達", Claim::missed},
                                                {"目標に届かな", Claim::missed},
                                                {"目標には届かな", Claim::missed},
                                                {"目標値に届かな", Claim::missed},
                                                {"目標に及ばな", Claim::missed},
                                                {"目標には及ばな", Claim::missed},
                                                {"目標に満たな", Claim::missed},
                                                {"目標を下回", Claim::below},
                                                {"目標値を下回", Claim::below},
                                                {"目標より少な", Claim::below},
                                                {"目標を割", Claim::below},
                                                {"目標を大きく下回", Claim::below},
                                                {"目標をやや下回", Claim::below},
                                                {"目標を上回", Claim::above},
                                                {"目標値を上回", Claim::above},
                                                {"目標を大きく上回", Claim::above},
                                                {"目標をやや上回", Claim::above},
                                                {"目標を超え", Claim::above},
                                                {"目標値を超え", Claim::above},
                                                {"目標を大きく超え", Claim::above},
                                                {"目標を達成した", Claim::reached},
                                                {"目標を達成し", Claim::reached},
                                                {"目標値を達成し", Claim::reached},
                                                {"目標は達成し", Claim::reached},
                                                {"目標達成。", Claim::reached},
                                                {"目標達成）", Claim::reached},
                                                {"達成した", Claim::reached},
                                                {"達成済", Claim::reached},
                                                {"達成しました", Claim::reached}}};
constexpr std::array<std::string_view, 3> kAnyClaim = {"達成", "目標", "未達"};
constexpr std::array<std::string_view, 6> kOther = {"率", "に向け", "する", "見込", "予定", "でき"};

struct Verdict {
    Claim claim;
    Phrase phrase;
};

std::optional<Verdict> verdict_at(std::string_view text, std::size_t at) {
    for (const ClaimWord& one : kClaims) {
        if (!text.substr(at).starts_with(one.words)) continue;
        const std::string_view rest = text.substr(at + one.words.size());
        if (std::any_of(kOther.begin(), kOther.end(), [&](std::string_view word) { return rest.starts_with(word); }) &&
            one.claim == Claim::reached)
            return std::nullopt;
        return Verdict{one.claim, {at, at + one.words.size()}};
    }
    return std::nullopt;
}

// 過去最高を達成した is no verdict on the target.
bool has_other_object(std::string_view text, const Verdict& verdict) {
    const std::string_view before = text.substr(0, verdict.phrase.begin);
    return verdict.claim == Claim::reached && before.ends_with("を") && !before.ends_with("目標を") &&
           !before.ends_with("目標値を") && !before.ends_with("目標数を") && !before.ends_with("目標額を");
}

std::vector<Verdict> find_verdicts(std::string_view text) {
    std::vector<Verdict> verdicts;
    for (auto found = find_phrase<kAnyClaim>(text); found;) {
        std::size_t next = found->end;
        if (const auto verdict = verdict_at(text, found->begin)) {
            if (!has_other_object(text, *verdict)) verdicts.push_back(*verdict);
            next = verdict->phrase.end;
        }
        found = find_phrase<kAnyClaim>(text, next);
    }
    // （達成）and a report that says nothing else.
    for (const std::string_view word : {"（達成）", "(達成)", "、達成", "。達成", "【達成】"})
        if (const std::size_t at = text.find(word); at != std::string_view::npos) {
            const std::string_view rest = text.substr(at + word.size());
            if (rest.empty() || rest.starts_with("。") || rest.starts_with("\n") || word.ends_with("）") ||
                word.ends_with(")"))
                verdicts.push_back({Claim::reached, {at, at + word.size()}});
        }
    return verdicts;
}

bool contradicts(Claim claim, const MeasuredMeasure& measured, const ProgressRow& row) {
    const double target = row.target->to_double() * find_unit(row.unit).factor;
    const double result = row.result->to_double() * find_unit(row.result_unit).factor;
    const bool less = wants_less(measured, row);
    if (target < 0 || result < 0) return false;
    const bool told = row.comparator == Comparator::at_most || row.comparator == Comparator::less_than;
    switch (claim) {
        case Claim::above:
            return result < target;
        case Claim::below:
            return result > target;
        case Claim::reached:
            return (!less || told) && !is_reached(measured, row);
        case Claim::missed:
            return (!less || told) && is_reached(measured, row);
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
                same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                same(as_written(sheet.page, text_of(measured.measure, field), *row.result, row.result_unit))});
}

// Compared with another year, it is no verdict on the target.
bool speaks_of_other_year(std::string_view text, const Verdict& verdict) {
    const Phrase clause = clause_around(text, verdict.phrase);
    const std::string_view words = text.substr(clause.begin, verdict.phrase.begin - clause.begin);
    return words.find("前年") != std::string_view::npos || words.find("昨年") != std::string_view::npos ||
           words.find("県") != std::string_view::npos || words.find("全国") != std::string_view::npos;
}

void check_report(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    const Place place = sheet.at(measured.item, measured.measure, field);
    const std::vector<Verdict> verdicts = find_verdicts(text_of(measured.measure, field).text);
    if (verdicts.size() != 1 || speaks_of_other_year(text_of(measured.measure, field).text, verdicts.front())) return;
    // Of several indicators the verdict may mean any one.
    for (const ProgressRow& row : measured.rows)
        if (!is_sure(measured, row) || !contradicts(verdicts.front().claim, measured, row)) return;
    if (!measured.rows.empty()) speak(sheet, measured, measured.rows.front(), field, place, verdicts.front(), report);
}

bool names(std::string_view clause, std::string_view name) {
    constexpr std::size_t kLeast = 4;
    return count_code_points(name) >= kLeast && clause.find(name) != std::string_view::npos;
}

// 受講者数は目標を達成した in the effects: of the measure that the clause names.
void check_outcomes(const SheetScope& sheet, Against against, Reporter& report) {
    const std::string& text = sheet.sheet.notes.outcomes.text;
    if (against != Against::final || !find_phrase<kAnyClaim>(text)) return;
    for (const Verdict& verdict : find_verdicts(text)) {
        const Phrase clause = clause_around(text, verdict.phrase);
        const std::string_view words = std::string_view(text).substr(clause.begin, clause.end - clause.begin);
        for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
            if (measured.rows.size() != 1 || !is_sure(measured, measured.rows.front())) return;
            const ProgressRow& row = measured.rows.front();
            if (!names(words, row.indicator) && !names(words, measured.measure.action.text)) return;
            if (contradicts(verdict.claim, measured, row))
                speak(sheet, measured, row, FieldId::final, sheet.at(FieldId::outcomes), verdict, report);
        });
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    const Against against = against_of(sheet.page.stage);
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        if (find_phrase<kAnyClaim>(text_of(measured.measure, report_field(against)).text))
            check_report(sheet, measured, report_field(against), report);
    });
    check_outcomes(sheet, against, report);
}

}  // namespace

const RuleBody verdict_contradicts_figure{
    .texts = {.title = {"達成・未達成の言葉が数字と合わない", "verdict and figure contradict each other"},
              .message = {"「{0}」とありますが、目標{1}に対し実績は{2}です。言葉か数字のどちらかを直してください。",
                          "It says “{0}”, but the result is {2} against a target of {1}; correct the words or the "
                          "figure."},
              .why = {"言葉だけを読む人と数字だけを読む人が、反対の結果を受け取ります。",
                      "Who reads the words and who reads the figures learn the opposite."},
              .wrong = "②中間報告: (1) 啓発イベント 3回を開催し、目標を達成した。",
              .right = "②中間報告: (1) 啓発イベント 3回を開催した。"},
    .on_sheet = check,
};

}  // namespace goalsheet::rules
