// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "dates/day_mentions.hpp"
#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/indicators.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace report_too_early_rule {
namespace {

Message stage_word(Stage stage) { return stage == Stage::plan ? Message{"計画", "plan"} : Message{"中間", "mid-term"}; }

const Message kLaterDay = {
    "中間報告に「{0}"
    "」とありますが、中間報告の時点より後の日です。日付か、期末報告に書くことではないか確認してください。",
    "The mid-term report tells of “{0}” as done, but that day is later; check the date and the column."};

constexpr std::array<std::string_view, 11> kAhead = {"予定", "見込", "に向け", "まで", "から", "以降",
                                                     "する", "前年", "昨年",   "行う", "なる"};

// 12月6日に開催し、1,486人が来場した。 The rest of its sentence where that tells of something done on the day itself:
// 12月6日に締結した協定 may be of another year.
std::string_view done_on_day(std::string_view text, const DayMention& day) {
    const std::size_t end = std::min(std::min(text.find("。", day.end), text.find('\n', day.end)), text.size());
    const std::string_view sentence = trim(text.substr(day.end, end - day.end));
    if (!sentence.starts_with("に") || !sentence.ends_with("た") || find_phrase<kAhead>(sentence)) return {};
    const std::string_view clause = sentence.substr(0, std::min(sentence.find("、"), sentence.size()));
    for (std::size_t at = clause.find("た"); at != std::string_view::npos; at = clause.find("た", at + 1)) {
        const char32_t next = decode_at(clause, at + std::string_view("た").size()).value;
        if (is_kanji(next) || is_katakana(next)) return {};
    }
    return text.substr(day.begin, day.end + std::min(clause.size(), sentence.size()) - day.begin);
}

// 184,730人（令和8年3月末）: a figure of that month, or nothing.
std::string_view figure_of_month(std::string_view text, const DayMention& month) {
    std::string_view before = text.substr(0, month.begin);
    if (!before.ends_with("（") || !month.year) return {};
    std::size_t end = month.end;
    for (const std::string_view word : {"末", "現在", "時点"})
        if (text.substr(end).starts_with(word)) end += word.size();
    if (!text.substr(end).starts_with("）")) return {};
    const std::size_t line = std::max(before.rfind('\n') + 1, before.rfind("。") + 1);
    const std::string_view sentence = before.substr(std::min(line, before.size()));
    const bool figure = std::any_of(sentence.begin(), sentence.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!figure || find_phrase<kAhead>(sentence) || find_phrase<kAhead>(text.substr(end))) return {};
    return text.substr(month.begin, end - month.begin);
}

// Reports are gathered in autumn: what a day from December on brought is not known yet.
bool is_later(const DayMention& day, const SheetScope& sheet) {
    constexpr int kDecember = 12;
    constexpr int kMarch = 3;
    const auto fiscal = fiscal_year_of(sheet);
    if (!fiscal || (day.month < kDecember && day.month > kMarch)) return false;
    return year_of(day, fiscal) == (day.month == kDecember ? *fiscal : *fiscal + 1);
}

// Most figures that say of which day they are, are of winter: the report was gathered late.
bool is_report_of_winter(const SheetScope& sheet) {
    std::size_t winter = 0;
    std::size_t others = 0;
    for_each_measured(sheet, Against::midterm, [&](const MeasuredMeasure& measured) {
        const auto day = measured.rows.front().as_of;
        if (day) ++(*day > Date{fiscal_year_of(sheet).value_or(0), 11, 30} ? winter : others);
    });
    return winter > others;
}

void check_days(const SheetScope& sheet, Reporter& report) {
    if (is_report_of_winter(sheet)) return;
    for (const DayInText& one : sheet.days()) {
        const FieldText& field = sheet.texts()[one.text];
        if (field.address.field != FieldId::midterm || !is_later(one.day, sheet)) continue;
        const std::string_view done =
            one.day.day == 0 ? figure_of_month(field.text->text, one.day) : done_on_day(field.text->text, one.day);
        if (done.empty()) continue;
        report.add(sheet, sheet.at(field, one.day.begin, one.day.begin + done.size()),
                   Saying{.arguments = {same(excerpt(done))}, .message = &kLaterDay});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    const Stage stage = sheet.page.stage;
    if (stage == Stage::midterm) check_days(sheet, report);
    for (const Item& item : sheet.sheet.items) {
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            const bool due = field == FieldId::midterm && stage == Stage::midterm;
            if (due || !has_any(item, field)) continue;
            report.add(sheet, sheet.at(item, field), {field_word(field), stage_word(stage)});
        }
    }
}

}  // namespace
}  // namespace report_too_early_rule

const RuleBody report_too_early{
    .texts = {.title = {"報告が段階より早い", "report of a later stage"},
              .message = {"{1}の段階ですが{0}に記入があります。隣の欄に書いていないか確かめてください（段階は "
                          "`--stage` で選べます）。",
                          "The {0} is filled at the {1} stage; see whether it belongs into the next column "
                          "(`--stage` sets the stage)."},
              .why = {"隣の列に書いた報告は、まだ来ていない段階の実績として集計されます。",
                      "A report in the next column is counted for a stage that has not come."},
              .wrong = "②中間報告: (1) 啓発イベント 2回\n②期末報告: (1) 啓発イベント 2回",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = report_too_early_rule::check,
};

}  // namespace goalsheet::rules
