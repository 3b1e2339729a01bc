// SPDX-License-Identifier: MIT
#include "goalsheet/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "goalsheet/report.hpp"
#include "text/escape.hpp"
#include "text/log_safe.hpp"

namespace goalsheet {
namespace {

// A line of a sheet can be a whole table row: only the neighbourhood of the finding is shown.
constexpr std::size_t kColumns = 100;
constexpr std::size_t kLeastColumns = 20;

constexpr std::string_view kReset = "\x1B[0m";

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1B[1;31m";
        case Severity::warning:
            return "\x1B[1;33m";
        default:
            return "\x1B[1;36m";
    }
}

/// The part of a source line that is shown, and where the caret goes under it.
struct Window {
    std::string text;
    std::size_t caret = 0;
    std::size_t length = 0;
};

// The offset from which at most so many columns lie in front of `at`.
std::size_t find_start(std::string_view line, std::size_t at, std::size_t most) {
    std::size_t width = 0;
    while (at > 0) {
        const CodePoint point = decode_before(line, at);
        width += visible_width(line, at - point.length);
        if (width > most) break;
        at -= point.length;
    }
    return at;
}

Window cut_window(std::string_view line, std::size_t begin, std::size_t end, std::size_t room) {
    Window window;
    std::size_t at = find_start(line, begin, room * 36 / kColumns);
    std::size_t width = at > 0 ? display_width("…") : 0;
    if (at > 0) window.text = "…";
    const std::size_t limit = width + room;
    for (; at < line.size() && width < limit; at += decode_at(line, at).length) {
        const std::size_t columns = visible_width(line, at);
        if (at < begin) window.caret = width + columns;
        if (at >= begin && at < end) window.length += columns;
        if (at == begin) window.caret = width;
        window.text += visible_at(line, at);
        width += columns;
    }
    if (at < line.size()) window.text += "…";
    window.length = std::max<std::size_t>(window.length, 1);
    return window;
}

// What a line of the terminal has beside the number, the bar, a mark at either end and the half of a wide character
// that may stand over.
std::size_t room_for(const std::string& number, std::size_t columns) {
    const std::size_t frame = display_width(number) + std::string_view("   | ").size() + 2 * display_width("…") + 1;
    if (columns == 0) return kColumns;
    return std::min(kColumns, std::max(columns, frame + kLeastColumns) - frame);
}

std::string show_source(const Finding& finding, std::size_t columns) {
    if (!finding.source) return {};
    const std::string_view line = finding.source->line(finding.region.begin.line);
    if (trim(line).empty()) return {};
    const std::size_t begin = std::min<std::size_t>(finding.begin_byte - 1, line.size());
    const bool one_line = finding.region.begin.line == finding.region.end.line;
    const std::size_t end = one_line ? std::min<std::size_t>(finding.end_byte - 1, line.size()) : line.size();
    const std::string number = finding.cell.empty()
                                   ? std::to_string(finding.region.begin.line)
                                   : log_safe(std::string_view(finding.cell).substr(finding.cell.rfind('!') + 1));
    const Window window = cut_window(line, begin, end, room_for(number, columns));
    return fmt::format("  {} | {}\n  {} | {}{}\n", number, window.text, std::string(display_width(number), ' '),
                       std::string(window.caret, ' '), std::string(window.length, '^'));
}

std::string show_place(const Finding& finding) {
    // A path that starts like a workflow command must not stand at the start of a line; so it still is one.
    const std::string path = (find_command(finding.path) ? "./" : "") + log_safe(finding.path);
    if (!finding.cell.empty()) return path + ":" + log_safe(finding.cell);
    return fmt::format("{}:{}:{}", path, finding.region.begin.line, finding.region.begin.column);
}

std::string show_finding(const Finding& finding, const ReportOptions& options) {
    std::string word = severity_word(finding.severity).in(options.lang);
    if (options.color) word = fmt::format("{}{}{}", color_of(finding.severity), word, kReset);
    return fmt::format("{}: {} {} {} [{}]\n  {}\n{}", show_place(finding), word, finding.code,
                       log_safe(finding.message.in(options.lang)), finding.name,
                       log_safe(finding.address_in(options.lang)), show_source(finding, options.columns));
}

Message stage_words(Stage stage) {
    switch (stage) {
        case Stage::plan:
            return {"計画", "plan"};
        case Stage::midterm:
            return {"中間報告", "mid-term"};
        case Stage::final:
            return {"期末報告", "year-end"};
    }
    return {};
}

// （中間報告の段階）; where files differ, each stage with its files.
Message stage_note(const Report& report) {
    if (const auto stage = report.stage()) {
        const Message words = stage_words(*stage);
        return {"（" + words.ja + "の段階）", " (" + words.en + " stage)"};
    }
    Message list;
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final}) {
        const auto files = std::count_if(report.files.begin(), report.files.end(), [stage](const CheckedFile& one) {
            return one.readable && one.stage == stage;
        });
        if (files == 0) continue;
        const Message words = stage_words(stage);
        list.ja += fmt::format("{}{}の段階{}ファイル", list.ja.empty() ? "" : "・", words.ja, files);
        list.en += fmt::format("{}{} at {} stage", list.en.empty() ? "" : ", ", files, words.en);
    }
    if (list.ja.empty()) return {};
    return {"（" + list.ja + "）", " (" + list.en + ")"};
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

Message count_note(const Report& report) {
    const std::size_t errors = report.count(Severity::error);
    const std::size_t warnings = report.count(Severity::warning);
    const std::size_t infos = report.count(Severity::info);
    if (errors + warnings + infos == 0) return {"指摘なし", "nothing to object to"};
    Message note = {fmt::format("エラー{}件・警告{}件", errors, warnings),
                    counted(errors, "error", "errors") + ", " + counted(warnings, "warning", "warnings")};
    if (infos > 0) {
        note.ja += fmt::format("・情報{}件", infos);
        note.en += ", " + counted(infos, "hint", "hints");
    }
    return note;
}

Message skipped_note(const Report& report) {
    Message note;
    const auto unreadable =
        std::count_if(report.files.begin(), report.files.end(), [](const CheckedFile& one) { return !one.readable; });
    if (unreadable > 0) {
        note.ja += fmt::format("、読めない入力{}件", unreadable);
        note.en += fmt::format(", {} unreadable", counted(static_cast<std::size_t>(unreadable), "input", "inputs"));
    }
    if (report.hidden > 0) {
        note.ja += fmt::format("、記録済み{}件は省略", report.hidden);
        note.en += fmt::format(", {} known and not shown", report.hidden);
    }
    if (report.ignored > 0) {
        note.ja += fmt::format("、例外{}件は省略", report.ignored);
        note.en += fmt::format(", {} excepted", report.ignored);
    }
    return note;
}

Message result_word(const Report& report, std::size_t sheets) {
    if (sheets == 0) return {"点検できません", "nothing checked"};
    const bool whole =
        std::all_of(report.files.begin(), report.files.end(), [](const CheckedFile& one) { return one.readable; });
    if (report.fails()) return {"不合格", "not accepted"};
    return whole ? Message{"合格", "accepted"} : Message{"一部未点検", "incomplete"};
}

}  // namespace

std::string verdict(const Report& report, Lang lang) {
    std::size_t sheets = 0;
    std::size_t bad = 0;
    for (const CheckedFile& file : report.files) {
        sheets += file.sheets;
        bad += file.bad_sheets;
    }
    const Message word = result_word(report, sheets);
    const Message counts = count_note(report);
    const Message skipped = skipped_note(report);
    if (sheets == 0 && report.findings.empty() && !skipped.ja.empty())
        return lang == Lang::ja
                   ? fmt::format("結果: {} — {}", word.ja, skipped.ja.substr(std::string_view("、").size()))
                   : fmt::format("Result: {} — {}", word.en, skipped.en.substr(std::string_view(", ").size()));
    const Message stage = stage_note(report);
    const Message of = bad > 0 ? Message{fmt::format("{}シート中{}シートに", sheets, bad),
                                         fmt::format("{} of {}: ", bad, counted(sheets, "sheet", "sheets"))}
                               : Message{fmt::format("{}シートに", sheets), counted(sheets, "sheet", "sheets") + ": "};
    return lang == Lang::ja ? fmt::format("結果: {} — {}{}{}{}", word.ja, of.ja, counts.ja, skipped.ja, stage.ja)
                            : fmt::format("Result: {} — {}{}{}{}", word.en, of.en, counts.en, skipped.en, stage.en);
}

std::string write_findings_text(const Report& report, const ReportOptions& options) {
    std::string out;
    for (const Finding& finding : report.findings) out += show_finding(finding, options) + "\n";
    if (report.too_many_warnings)
        out += options.lang == Lang::ja ? "警告の数が --max-warnings を超えています。\n\n"
                                        : "There are more warnings than --max-warnings allows.\n\n";
    return guard_commands(out + verdict(report, options.lang) + "\n");
}

}  // namespace goalsheet
