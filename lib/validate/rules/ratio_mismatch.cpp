// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/digit_slips.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace ratio_mismatch_rule {
namespace {

constexpr double kHundred = 100;
constexpr double kSlack = 1e-9;
constexpr std::array<std::string_view, 6> kAchieved = {"達成率", "目標達成率", "進捗率",
                                                       "目標比", "対目標比",   "目標の"};
constexpr std::array<std::string_view, 4> kToTarget = {"目標を", "目標に", "目標値を", "目標より"};

const Message kChange = {
    "「{0}」は、{1}と{2}の差（{3}）と合いません。数字か小数点、前年同期の値を確認してください。",
    "“{0}” does not agree with {1} and {2}, which differ by {3}; check the figures and the decimal "
    "point."};
const Message kFromTarget = {"「{0}」とありますが、目標{1}と実績{2}の差は{3}です。数字を確認してください。",
                             "It says “{0}”, but the target {1} and the result {2} differ by {3}; check the figures."};

// Rounding and cutting off are both met: one unit of the last digit is allowed.
bool agrees(double computed, const Decimal& written) {
    return std::abs(computed - std::abs(written.to_double())) <= last_place(written) + kSlack;
}

std::string printed(double value, int scale, std::string_view unit) {
    return fmt::format("{:.{}f}{}", value, std::max(scale, 1), unit);
}

void check_shares(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                  Reporter& report) {
    const std::string_view text = place.text->text;
    for (const Share& share : find_shares(text, quantities)) {
        const double whole = canonical_value(*share.whole);
        if (whole <= 0) continue;
        const double computed = canonical_value(*share.part) / whole * kHundred;
        if (agrees(computed, share.share->value)) continue;
        report.add(sheet, place.part(share.share->begin, share.share->end),
                   {same(as_written(text, *share.share)),
                    same(as_written(text, *share.whole) + "中" + as_written(text, *share.part)),
                    same(printed(computed, share.share->value.scale, "%"))});
    }
}

// The whole that a share is of, by its name.
constexpr std::array<std::string_view, 16> kWholes = {"調定", "対象", "登録", "発送", "送付", "配布",   "経費", "費用",
                                                      "定員", "総数", "全体", "予算", "面積", "有権者", "該当", "母数"};

// 99.6％（調定額 412,500千円、収入済額 410,850千円）: nothing but two figures of a unit in the bracket, and the larger
// has the name of a whole. A share that is far from both may be of something else.
void check_pairs(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                 Reporter& report) {
    const std::string_view text = place.text->text;
    for (std::size_t i = 0; i + 2 < quantities.size(); ++i) {
        const Quantity& share = quantities[i];
        const std::string_view rest = text.substr(share.end);
        if (share.unit != "%" || (!rest.starts_with("（") && !rest.starts_with("("))) continue;
        const std::size_t close = std::min(text.find("）", share.end), text.find(")", share.end));
        const Quantity& first = quantities[i + 1];
        const Quantity& second = quantities[i + 2];
        if (close == std::string_view::npos || second.end > close || !has_same_unit(first.unit, second.unit)) continue;
        if (i + 3 < quantities.size() && quantities[i + 3].begin < close) continue;
        const bool first_is_whole = canonical_value(first) >= canonical_value(second);
        const std::string_view name =
            first_is_whole ? text.substr(share.end, first.begin - share.end) : between(text, first, second);
        const double whole = std::max(canonical_value(first), canonical_value(second));
        if (whole <= 0 || !find_phrase<kWholes>(name)) continue;
        const double computed = std::min(canonical_value(first), canonical_value(second)) / whole * kHundred;
        constexpr double kFar = 15;
        if (agrees(computed, share.value) || std::abs(computed - share.value.to_double()) > kFar) continue;
        const Quantity& part = first_is_whole ? second : first;
        report.add(sheet, place.part(share.begin, share.end),
                   {same(as_written(text, share)),
                    same(as_written(text, first_is_whole ? first : second) + "中" + as_written(text, part)),
                    same(printed(computed, share.value.scale, "%"))});
    }
}

// What the change is in its own unit; both readings of a per cent are allowed where the words leave it open.
bool change_agrees(const FigureChange& one) {
    const double now = canonical_value(*one.now);
    const double before = canonical_value(*one.before);
    if (one.is_ratio) return before == 0 || agrees(now / before * kHundred, one.change->value);
    const double difference = std::abs(now - before);
    if (one.now->unit == "%" || one.change->unit != "%") {
        const double factor = one.now->unit == "%" ? 1 : find_unit(one.change->unit).factor;
        if (agrees(difference / factor, one.change->value)) return true;
    }
    if (one.change->unit != "%" || before == 0) return false;
    return agrees(difference / std::abs(before) * kHundred, one.change->value) ||
           agrees(std::abs(now / before) * kHundred, one.change->value);
}

std::string difference_word(const FigureChange& one) {
    const double now = one.now->value.to_double();
    const double before = one.before->value.to_double();
    const int scale = std::max(one.now->value.scale, one.before->value.scale);
    if (one.now->unit == "%") return fmt::format("{:.{}f}ポイント", std::abs(now - before), scale);
    return fmt::format("{:.{}f}{}", std::abs(now - before), scale, one.now->unit);
}

void check_changes(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                   Reporter& report) {
    const std::string_view text = place.text->text;
    for (const FigureChange& one : find_figure_changes(text, quantities)) {
        if (one.now->unit != one.before->unit || change_agrees(one)) continue;
        report.add(sheet, place.part(one.change->begin, one.change->end),
                   Saying{.arguments = {same(as_written(text, *one.change)), same(as_written(text, *one.now)),
                                        same(as_written(text, *one.before)), same(difference_word(one))},
                          .message = &kChange});
    }
}

std::string_view words_before(std::string_view text, std::size_t at) {
    constexpr std::size_t kNear = 24;
    const std::size_t from = at < kNear ? 0 : at - kNear;
    return text.substr(from, at - from);
}

// 累計20,430点。進捗率 68.1％, 事業全体の進捗率: the rate belongs to what stands in front of it.
bool is_of_other_figure(const SheetScope& sheet, const Place& place, const ProgressRow& row, const Quantity& rate) {
    const std::string_view text = place.text->text;
    const Quantity* last = nullptr;
    for (const Quantity& one : sheet.page.quantities(*place.text))
        if (one.end <= rate.begin) last = &one;
    if (last && (last->value.to_text() != row.result->to_text() || last->unit != row.result_unit)) return true;
    const std::string_view gap = last ? between(text, *last, rate) : text.substr(0, rate.begin);
    for (const std::string_view one : {"進捗率", "達成率"})
        if (const std::size_t at = gap.find(one); at != std::string_view::npos) {
            const std::string_view words = gap.substr(0, at);
            return !words.ends_with("目標の") &&
                   (words.ends_with("の") || is_kanji(decode_before(words, words.size()).value)) &&
                   !words.ends_with("目標");
        }
    return false;
}

// 達成率 92.0％, 目標の113.7％ against the result and the target of the row.
void check_achievement(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured,
                       const ProgressRow& row, const Quantity& quantity, Reporter& report) {
    const std::string_view text = place.text->text;
    const double target = row.target->to_double() * find_unit(row.unit).factor;
    if (quantity.unit != "%" || row.unit == "%" || target <= 0 || wants_less(measured, row)) return;
    const std::string_view before = words_before(text, quantity.begin);
    if (is_of_other_figure(sheet, place, row, quantity)) return;
    const bool said = std::any_of(kAchieved.begin(), kAchieved.end(), [&](std::string_view one) {
        return before.ends_with(one) || before.ends_with(std::string(one) + "は") ||
               before.ends_with(std::string(one) + " ") || before.ends_with(std::string(one) + "：") ||
               before.ends_with(std::string(one) + ":");
    });
    const double result = row.result->to_double() * find_unit(row.result_unit).factor;
    const double computed = result / target * kHundred;
    if (!said || agrees(computed, quantity.value)) return;
    report.add(sheet, place.part(quantity.begin, quantity.end),
               {same(as_written(text, quantity)),
                same("目標" + as_written(sheet.page, measured.measure.target, *row.target, row.unit) + "・実績" +
                     as_written(sheet.page, *place.text, *row.result, row.result_unit)),
                same(printed(computed, quantity.value.scale, "%"))});
}

// 目標を1.5ポイント下回った, 目標に1人届かなかった.
void check_from_target(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured,
                       const ProgressRow& row, const Quantity& quantity, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::string_view before = words_before(text, quantity.begin);
    const bool said =
        std::any_of(kToTarget.begin(), kToTarget.end(), [&](std::string_view one) { return before.ends_with(one); });
    const bool points = row.unit == "%" && (quantity.unit == "ポイント" || quantity.unit == "%");
    if (!said || (!points && (row.unit == "%" || !has_same_unit(quantity.unit, row.unit)))) return;
    const double difference = std::abs(row.target->to_double() * find_unit(row.unit).factor -
                                       row.result->to_double() * find_unit(row.result_unit).factor);
    const double factor = points ? 1 : find_unit(quantity.unit).factor;
    if (agrees(difference / (points ? find_unit(row.unit).factor : factor), quantity.value)) return;
    const int scale = std::max(row.target->scale, row.result->scale);
    report.add(sheet, place.part(quantity.begin, quantity.end),
               Saying{.arguments = {same(as_written(text, quantity)),
                                    same(as_written(sheet.page, measured.measure.target, *row.target, row.unit)),
                                    same(as_written(sheet.page, *place.text, *row.result, row.result_unit)),
                                    same(fmt::format("{:.{}f}{}", difference / factor, scale,
                                                     points ? "ポイント" : quantity.unit))},
                      .message = &kFromTarget});
}

// 進捗率 may be that of a work of several years; ten times what the figure comes to it cannot be.
bool stated_of_target(const ProgressRow& row, const Quantity& rate, std::string_view text) {
    if (text.find("達成率") != std::string_view::npos) return true;
    const double computed = row.result->to_double() * find_unit(row.result_unit).factor /
                            (row.target->to_double() * find_unit(row.unit).factor) * kHundred;
    constexpr double kTen = 10;
    return agrees(computed / kTen, rate.value) || agrees(computed * kTen, rate.value);
}

void check_stated_rate(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    const SourcedText& text = text_of(measured.measure, field);
    const bool stated = text.text.find("達成率") != std::string::npos || text.text.find("進捗率") != std::string::npos;
    if (measured.rows.size() != 1 || !stated) return;
    const auto answered = answer_by_only_figure(sheet, measured, measured.rows.front());
    // GS513 asks about the figure.
    if (!answered || is_told_as_slip(sheet, measured, measured.rows.front())) return;
    for (const Quantity& quantity : sheet.page.quantities(text))
        if (stated_of_target(*answered, quantity, text.text))
            check_achievement(sheet, sheet.at(measured.item, measured.measure, field), measured, *answered, quantity,
                              report);
}

// R5 of （R5比 221人増）, 前年度 of 前年度比; empty where the change is from nothing that has a name.
std::string_view name_of_earlier(std::string_view text, const Quantity& change) {
    std::string_view before = trim(text.substr(0, change.begin));
    for (const std::string_view sign : {"＋", "+", "▲", "△"})
        if (before.ends_with(sign)) before.remove_suffix(sign.size());
    before = trim(before);
    constexpr std::string_view kThan = "比";
    if (!before.ends_with(kThan)) return {};
    before.remove_suffix(kThan.size());
    for (const std::string_view mark : {"（", "(", "、", "。", "\n", " "})
        if (const std::size_t at = before.rfind(mark); at != std::string_view::npos)
            before.remove_prefix(at + mark.size());
    return before;
}

// The target gives the figure of that name: 2,500人（R5 2,410人）.
bool names_baseline(const SheetScope& sheet, const SourcedText& target, const ProgressRow& row, std::string_view name) {
    for (const Quantity& one : sheet.page.quantities(target)) {
        if (one.value.to_text() != row.baseline->to_text() || one.unit != row.unit) continue;
        std::string_view before = trim(std::string_view(target.text).substr(0, one.begin));
        for (const std::string_view word : {"実績", "末"})
            if (before.ends_with(word)) before.remove_suffix(word.size());
        return before.ends_with(name);
    }
    return false;
}

bool agrees_with_baseline(const ProgressRow& row, const Quantity& change, int sign) {
    const double before = row.baseline->to_double();
    const double difference = row.result->to_double() - before;
    if (difference != 0 && (difference > 0) != (sign > 0)) return false;
    const bool share = change.unit == "%" && row.unit != "%";
    if (share && before == 0) return true;
    const double computed = share ? difference / before * kHundred : difference * find_unit(row.unit).factor;
    return agrees(std::abs(computed) / (share || row.unit == "%" ? 1 : find_unit(change.unit).factor), change.value);
}

// 2,361人（R5比 221人増） where the target gives R5's 2,410人.
void check_since_baseline(const SheetScope& sheet, const Place& place, const MeasuredMeasure& measured,
                          const ProgressRow& row, Reporter& report) {
    const std::string_view text = place.text->text;
    if (!row.baseline || !row.result || row.unit != row.result_unit) return;
    for (const Quantity& one : sheet.page.quantities(*place.text)) {
        const ChangeSign sign = sign_of_change(text, one);
        const int told = sign.front ? sign.front : sign.behind;
        const bool points = row.unit == "%" && one.unit == "ポイント";
        if (told == 0 || (!points && one.unit != "%" && !has_same_unit(one.unit, row.unit))) continue;
        const std::string_view name = name_of_earlier(text, one);
        if (name.empty() || !names_baseline(sheet, measured.measure.target, row, name)) continue;
        if (agrees_with_baseline(row, one, told)) continue;
        const double difference = std::abs(row.result->to_double() - row.baseline->to_double());
        const int scale = std::max(row.result->scale, row.baseline->scale);
        report.add(
            sheet, place.part(one.begin, one.end),
            Saying{.arguments = {same(excerpt(with_change_words(text, one))),
                                 same(as_written(sheet.page, *place.text, *row.result, row.result_unit)),
                                 same(as_written(sheet.page, measured.measure.target, *row.baseline, row.unit)),
                                 same(fmt::format("{:.{}f}{}", difference, scale, points ? "ポイント" : row.unit))},
                   .message = &kChange});
    }
}

void check_rows(const SheetScope& sheet, const MeasuredMeasure& measured, FieldId field, Reporter& report) {
    check_stated_rate(sheet, measured, field, report);
    if (measured.rows.size() != 1 || !is_sure(sheet, measured, measured.rows.front())) return;
    const SourcedText& text = text_of(measured.measure, field);
    if (text.text.find("目標") == std::string::npos && text.text.find("率") == std::string::npos &&
        text.text.find("比") == std::string::npos)
        return;
    const Place place = sheet.at(measured.item, measured.measure, field);
    check_since_baseline(sheet, place, measured, measured.rows.front(), report);
    for (const Quantity& quantity : sheet.page.quantities(text)) {
        check_achievement(sheet, place, measured, measured.rows.front(), quantity, report);
        check_from_target(sheet, place, measured, measured.rows.front(), quantity, report);
    }
}

// 現況, notes and effects compare too.
void check_prose(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        if (field.address.item != 0 || !field.address.field) continue;
        const std::string& text = field.text->text;
        if (text.find('%') == std::string::npos && text.find("％") == std::string::npos &&
            text.find("差") == std::string::npos)
            continue;
        const std::vector<Quantity>& quantities = sheet.page.quantities(*field.text);
        if (quantities.size() < 3) continue;
        const Place place = sheet.at(field, 0, text.size());
        check_shares(sheet, place, quantities, report);
        check_pairs(sheet, place, quantities, report);
        check_changes(sheet, place, quantities, report);
    }
}

constexpr std::array<std::string_view, 4> kLastYear = {"前年度", "昨年度", "前年", "昨年"};

// The figure that the present situation gives for a name: 接続率は令和5年度に91.8％.
const Quantity* find_in_situation(const SheetScope& sheet, std::string_view name, std::string_view unit) {
    constexpr std::size_t kNear = 45;
    const std::string_view text = sheet.sheet.situation.text;
    const std::size_t at = text.find(name);
    if (name.empty() || at == std::string_view::npos) return nullptr;
    for (const Quantity& one : sheet.page.quantities(sheet.sheet.situation)) {
        if (one.begin < at + name.size() || one.unit != unit) continue;
        const std::string_view gap = text.substr(at + name.size(), one.begin - at - name.size());
        const bool near =
            gap.size() <= kNear && gap.find("、") == std::string_view::npos && gap.find("。") == std::string_view::npos;
        return near ? &one : nullptr;
    }
    return nullptr;
}

const Message kEffect = {
    "「{0}」とありますが、前年度の{1}と実績{2}の差は{3}（{4}）です。数字か増減の言葉を確認してください。",
    "It says “{0}”, but last year's {1} and the result {2} differ by {3} ({4}); check the figures and the words."};

// 接続率は前年度末から0.8ポイント上昇した in the effects, against the result and the year before as the sheet has them.
void check_effect(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                  const Quantity& change, Reporter& report) {
    const SourcedText& text = sheet.sheet.notes.outcomes;
    const Phrase clause = clause_around(text.text, {change.begin, change.end});
    const std::string_view words = std::string_view(text.text).substr(clause.begin, clause.end - clause.begin);
    const std::string_view name = name_in(words, row.indicator.empty() ? std::string_view(measured.measure.action.text)
                                                                       : std::string_view(row.indicator));
    if (name.empty() || !find_phrase<kLastYear>(words)) return;
    const ChangeSign sign = sign_of_change(text.text, change);
    const Quantity* before = find_in_situation(sheet, name, row.unit);
    if (!before || (sign.front == 0 && sign.behind == 0)) return;
    const double difference = row.result->to_double() - before->value.to_double();
    const int said = sign.front ? sign.front : sign.behind;
    const bool same_way = difference == 0 || (difference > 0) == (said > 0);
    if (same_way && agrees(std::abs(difference), change.value)) return;
    const int scale = std::max(row.result->scale, before->value.scale);
    const Message way = difference >= 0 ? Message{"増", "more"} : Message{"減", "less"};
    report.add(sheet, sheet.at(FieldId::outcomes).part(change.begin, change.end),
               Saying{.arguments = {same(excerpt(words)), same(as_written(sheet.sheet.situation.text, *before)),
                                    same(as_written(sheet.page, measured.measure.final, *row.result, row.result_unit)),
                                    same(fmt::format("{:.{}f}{}", std::abs(difference), scale,
                                                     row.unit == "%" ? "ポイント" : row.unit)),
                                    way},
                      .message = &kEffect});
}

void check_effects(const SheetScope& sheet, Reporter& report) {
    const SourcedText& text = sheet.sheet.notes.outcomes;
    if (!find_phrase<kLastYear>(text.text) || is_blank(sheet.sheet.situation.text)) return;
    for_each_measured(sheet, Against::final, [&](const MeasuredMeasure& measured) {
        if (measured.rows.size() != 1 || !is_sure(sheet, measured, measured.rows.front())) return;
        const ProgressRow& row = measured.rows.front();
        for (const Quantity& one : sheet.page.quantities(text))
            if (row.unit == "%" ? one.unit == "ポイント" : has_same_unit(one.unit, row.unit))
                check_effect(sheet, measured, row, one, report);
    });
}

void check(const SheetScope& sheet, Reporter& report) {
    check_prose(sheet, report);
    if (sheet.page.stage == Stage::final) check_effects(sheet, report);
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final}) {
            const SourcedText& text = text_of(measure, field);
            const std::vector<Quantity>& quantities = sheet.page.quantities(text);
            if (quantities.size() < 3) continue;
            check_shares(sheet, sheet.at(item, measure, field), quantities, report);
            check_pairs(sheet, sheet.at(item, measure, field), quantities, report);
            check_changes(sheet, sheet.at(item, measure, field), quantities, report);
        }
    });
    const Against against = against_of(sheet.page.stage);
    if (sheet.page.stage == Stage::plan) return;
    for_each_measured(sheet, against, [&](const MeasuredMeasure& measured) {
        check_rows(sheet, measured, report_field(against), report);
    });
}

}  // namespace
}  // namespace ratio_mismatch_rule

const RuleBody ratio_mismatch{
    .texts = {.title = {"割合や差の計算が合わない", "a share or difference that does not add up"},
              .message = {"割合「{0}」が{1}から計算した{2}と合いません。計算し直してください。",
                          "{0} does not agree with {1}, which comes to {2}; compute it again."},
              .why = {"割合・差と元の数のどちらかが誤りで、どちらを公表したのか分かりません。",
                      "Either the share or the numbers behind it are wrong, and nobody can tell which was meant."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（満足度 51.8％（182人中76人））",
              .right = "②中間報告: (1) 啓発イベント 2回（満足度 41.8％（182人中76人））"},
    .on_sheet = ratio_mismatch_rule::check,
};

}  // namespace goalsheet::rules
