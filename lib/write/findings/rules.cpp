// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "goalsheet/report.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

char letter_of(Severity severity) {
    switch (severity) {
        case Severity::off:
            return '-';
        case Severity::info:
            return 'I';
        case Severity::warning:
            return 'W';
        case Severity::error:
            return 'E';
    }
    return '-';
}

std::string severities_of(const RuleInfo& rule) {
    return fmt::format("{}/{}/{}", letter_of(rule.plan), letter_of(rule.midterm), letter_of(rule.final));
}

std::string indented(std::string_view text) {
    std::string out;
    for (const std::string_view line : split_lines(text)) out += "    " + std::string(line) + "\n";
    return out;
}

Message fix_words(Fix fix) {
    switch (fix) {
        case Fix::none:
            return {"人が直す", "by hand"};
        case Fix::safe:
            return {"意味を変えずに直せる", "safe"};
        case Fix::unsafe:
            return {"直せるが確認が要る", "possible, to be reviewed"};
    }
    return {};
}

Message severity_row(const RuleInfo& rule) {
    if (rule.opt_in())
        return {"既定では出さない（--select " + std::string(rule.code) + " で出す）", "off; speaks when selected"};
    Message row;
    const Stage stages[] = {Stage::plan, Stage::midterm, Stage::final};
    const Message names[] = {{"計画", "plan"}, {"中間", "mid-term"}, {"期末", "year end"}};
    for (std::size_t i = 0; i < 3; ++i) {
        const Message word = severity_word(rule.at(stages[i]));
        row.ja += fmt::format("{}{}={}", i ? " " : "", names[i].ja, word.ja);
        row.en += fmt::format("{}{}={}", i ? ", " : "", names[i].en, word.en);
    }
    return row;
}

// A template shown by itself: what was found is not known here.
std::string with_dots(std::string_view message) {
    std::string out;
    for (std::size_t at = 0; at < message.size(); ++at) {
        const bool slot = message[at] == '{' && at + 2 < message.size() && message[at + 2] == '}';
        if (slot) {
            out += "…";
            at += 2;
        } else {
            out.push_back(message[at]);
        }
    }
    return out;
}

std::string explain_in_markdown(const RuleInfo& rule) {
    const RuleTexts& texts = *rule.texts;
    const Message fix = fix_words(rule.fix);
    const Message severities = severity_row(rule);
    std::string out = fmt::format("### {} {}\n\n{} / {}\n\n", rule.code, rule.name, texts.title.ja, texts.title.en);
    out += fmt::format("- {} / {}\n- 修正 / fix: {} / {}\n\n", severities.ja, severities.en, fix.ja, fix.en);
    out += fmt::format("> {}\n>\n> {}\n\n", with_dots(texts.message.ja), with_dots(texts.message.en));
    out += fmt::format("{} {}\n\n", texts.why.ja, texts.why.en);
    out += fmt::format("誤り / wrong:\n\n```text\n{}\n```\n\n正しい / right:\n\n```text\n{}\n```\n\n", texts.wrong,
                       texts.right);
    return out;
}

std::string list_line(const RuleInfo& rule, Lang lang, std::size_t columns) {
    constexpr std::string_view kBelow = "\n         ";
    const std::string& title = rule.texts->title.in(lang);
    const std::string line = fmt::format("  {}  {:<5}  {:<26} {}", rule.code, severities_of(rule), rule.name, title);
    if (columns == 0 || display_width(line) <= columns) return line + "\n";
    return fmt::format("  {}  {:<5}  {}{}{}\n", rule.code, severities_of(rule), rule.name, kBelow, title);
}

}  // namespace

std::string list_rules(Lang lang, std::size_t columns) {
    std::string out;
    for (const RuleGroup& group : rule_groups()) {
        out += fmt::format("{}GS{}xx {}\n", out.empty() ? "" : "\n", group.digit, group.title.in(lang));
        for (const RuleInfo& rule : all_rules())
            if (rule.code[2] == group.digit) out += list_line(rule, lang, columns);
    }
    out += lang == Lang::ja ? "\n重大度は 計画/中間/期末 の順: E エラー、W 警告、I 情報、- なし。`goalsheet rules "
                              "GS301` で1つを説明します。\n"
                            : "\nSeverities at plan/mid-term/year end: E error, W warning, I info, - off. `goalsheet "
                              "rules GS301` explains one.\n";
    return out;
}

std::string explain_rule(const RuleInfo& rule, Lang lang) {
    const bool ja = lang == Lang::ja;
    const RuleTexts& texts = *rule.texts;
    std::string out = fmt::format("{} {} — {}\n\n{}\n\n", rule.code, rule.name, texts.title.in(lang),
                                  with_dots(texts.message.in(lang)));
    out += fmt::format("{}: {}\n", ja ? "なぜ" : "Why", texts.why.in(lang));
    out += fmt::format("{}: {}\n", ja ? "重大度" : "Severity", severity_row(rule).in(lang));
    out += fmt::format("{}: {}\n", ja ? "自動修正" : "Fix", fix_words(rule.fix).in(lang));
    out += fmt::format("\n{}:\n{}", ja ? "誤り" : "Wrong", indented(texts.wrong));
    out += fmt::format("\n{}:\n{}", ja ? "正しい" : "Right", indented(texts.right));
    return out;
}

std::string write_rules_markdown() {
    std::string out =
        "# 規則 / Rules\n\n"
        "`goalsheet rules --markdown > schemas/rules.md` が作ります。手で直さないでください。\n"
        "Generated by `goalsheet rules --markdown > schemas/rules.md`; not to be edited by hand.\n\n"
        "例は、指摘のない見本シートのどの欄をどう変えるかを「欄: 文章」で示します（字下げした行は続き、②は取組②、`- "
        "欄` は欄を除くこと、`見出し 欄: 名` は見出しを変えること）。\n"
        "An example says how to change the clean example sheet: `label: text`; indented lines go on, ② means item ②, "
        "`- label` takes the field away, "
        "`見出し label: name` renames the label. Lines with `#` describe what a line cannot show.\n\n";
    for (const RuleGroup& group : rule_groups()) {
        out += fmt::format("## GS{}xx {} / {}\n\n", group.digit, group.title.ja, group.title.en);
        for (const RuleInfo& rule : all_rules())
            if (rule.code[2] == group.digit) out += explain_in_markdown(rule);
    }
    out.pop_back();
    return out;
}

}  // namespace goalsheet
