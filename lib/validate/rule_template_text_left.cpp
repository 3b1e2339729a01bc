// SPDX-License-Identifier: MIT
#include <array>
#include <map>
#include <unordered_map>

#include "goalsheet/text.hpp"
#include "validate/measures.hpp"
#include "validate/phrases.hpp"
#include "validate/rule_body.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 20> kPlaceholders = {"○○",
                                                            "〇〇",
                                                            "◯◯",
                                                            "●●",
                                                            "△△",
                                                            "□□",
                                                            "××",
                                                            "＊＊",
                                                            "記入例",
                                                            "（例）",
                                                            "(例)",
                                                            "【例】",
                                                            "記入してください",
                                                            "記載してください",
                                                            "入力してください",
                                                            "ご記入ください",
                                                            "ここに記入",
                                                            "ここに入力",
                                                            "を記入すること",
                                                            "を記載すること"};
// Shorter repetitions happen between years: 「実施済」「順調に進捗している」 are no sign of a copy.
constexpr std::size_t kLeastCopied = 16;

const Message kLastYear = {"{0}の文章が前年度のシートと同じです。今年度の内容に書き換えてください。",
                           "The text of {0} is the same as in last year's sheet; write this year's."};

// What a form prints in brackets behind its labels: （何をどのように） without the brackets.
std::vector<std::string_view> split_guide(std::string_view guide) {
    std::vector<std::string_view> parts;
    std::size_t open = guide.find("（");
    while (open != std::string_view::npos) {
        const std::size_t begin = open + std::string_view("（").size();
        const std::size_t close = guide.find("）", begin);
        if (close == std::string_view::npos) break;
        parts.push_back(guide.substr(begin, close - begin));
        open = guide.find("（", close);
    }
    return parts;
}

// A guide counts when it stands in brackets or is all there is: its words may well occur in a sentence.
std::optional<Phrase> find_guide(std::string_view text, std::string_view guide) {
    const std::size_t at = text.find(guide);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t end = at + guide.size();
    const char32_t before = decode_before(text, at).value;
    const char32_t after = decode_at(text, end).value;
    if (before == U'（' || before == '(')
        return Phrase{at - decode_before(text, at).length, end + decode_at(text, end).length};
    if (after == U'）' || after == ')' || trim(text) == guide) return Phrase{at, end};
    return std::nullopt;
}

void check_guides(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    const std::string& text = field.text->text;
    for (const FormField& known : sheet.page.form().fields()) {
        for (const std::string_view guide : split_guide(known.guide)) {
            const auto found = find_guide(text, guide);
            if (!found) continue;
            report.add(sheet, sheet.at(field, found->begin, found->end),
                       {same(excerpt(text.substr(found->begin, found->end - found->begin)))});
            return;
        }
    }
    if (const auto found = find_phrase(text, kPlaceholders))
        report.add(sheet, sheet.at(field, found->begin, found->end),
                   {same(excerpt(text.substr(found->begin, found->end - found->begin)))});
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) check_guides(sheet, field, report);
}

using YearAndDepartment = std::pair<int, std::string>;

bool is_report(const FieldText& field) {
    return field.spot.field == FieldId::midterm || field.spot.field == FieldId::final ||
           field.spot.field == FieldId::outcomes;
}

// The reports of every department and year, folded.
std::map<YearAndDepartment, std::unordered_map<std::string, int>> collect_reports(const RunScope& run) {
    std::map<YearAndDepartment, std::unordered_map<std::string, int>> reports;
    for (const auto& page : run.pages)
        for (const auto& sheet : page->sheets)
            if (const auto year = fiscal_year_of(*sheet))
                for (const FieldText& field : sheet->texts())
                    if (is_report(field))
                        ++reports[{*year, fold(sheet->sheet.department.text)}][fold(field.text->text)];
    return reports;
}

bool has_two_years(const RunScope& run) {
    std::optional<int> first;
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (year && first && *first != *year) return true;
            if (year) first = year;
        }
    }
    return false;
}

void check_last_year(const RunScope& run, Reporter& report) {
    if (!has_two_years(run)) return;
    const auto reports = collect_reports(run);
    for (const auto& page : run.pages) {
        for (const auto& sheet : page->sheets) {
            const auto year = fiscal_year_of(*sheet);
            if (!year) continue;
            const auto last_year = reports.find({*year - 1, fold(sheet->sheet.department.text)});
            if (last_year == reports.end()) continue;
            for (const FieldText& field : sheet->texts()) {
                const std::string folded = is_report(field) ? fold(field.text->text) : std::string();
                if (count_code_points(folded) < kLeastCopied || !last_year->second.contains(folded)) continue;
                const Message where = field_word(*field.spot.field);
                report.add(*sheet, sheet->at(field, 0, field.text->text.size()),
                           Saying{.arguments = {where}, .message = &kLastYear});
            }
        }
    }
}

}  // namespace

const RuleBody template_text_left{
    .texts = {.title = {"記入例や前年度の文章が残っている", "template text was left"},
              .message = {"「{0}」は記入例のままです。自部局の目標に書き換えてください。",
                          "Template text {0} was left; replace it by your own."},
              .why = {"記入例がそのまま公開されると、部局の目標として読まれます。",
                      "Published as it is, the example reads as the department's goal."},
              .wrong = "②数値目標: (1) （どの水準まで）",
              .right = "②数値目標: (1) 啓発イベント 4回"},
    .on_sheet = check,
    .on_run = check_last_year,
};

}  // namespace goalsheet::rules
