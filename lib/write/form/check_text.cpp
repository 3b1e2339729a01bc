// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>

#include "goalsheet/form_check.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kShownLabel = 60;
constexpr std::size_t kShownText = 40;

std::string on_one_line(std::string_view text, std::size_t columns) {
    std::string line;
    for (const std::string_view part : split_lines(text)) line.append(line.empty() ? "" : " ").append(trim(part));
    return cut_to_width(line, columns);
}

std::string share(std::size_t part, std::size_t all) {
    return fmt::format("{}（{}%）", part, all == 0 ? 0 : (100 * part + all / 2) / all);
}

Message fault_of(const PageCheck& page) {
    if (page.sheets == 0)
        return {"シートがありません。`goalsheet form learn` が様式の下書きを作ります。",
                "no sheet; `goalsheet form learn` drafts a form for it."};
    if (page.sheets_without_items > 0)
        return {fmt::format("取組項目のないシートが{}件あります。", page.sheets_without_items),
                fmt::format("{} sheets have no item.", page.sheets_without_items)};
    return {"どの欄にも入らない記載が1割を超えています。", "more than a tenth of the texts is in no field."};
}

void add_page(std::string& out, const PageCheck& page, Lang lang) {
    const std::size_t all = page.texts();
    out +=
        Message{fmt::format("{}：シート{}件、欄 {}、その他の欄 {}、未配置 {}\n", page.path, page.sheets,
                            share(page.in_fields, all), share(page.in_extras, all), share(page.unplaced, all)),
                fmt::format("{}: {} sheets, in fields {}, in other columns {}, unplaced {}\n", page.path, page.sheets,
                            share(page.in_fields, all), share(page.in_extras, all), share(page.unplaced, all))}
            .in(lang);
    if (!page.passes()) out += fmt::format("  → {}\n", fault_of(page).in(lang));
}

void add_unknown(std::string& out, const UnknownLabel& unknown, Lang lang) {
    const std::string label = on_one_line(unknown.label, kShownLabel);
    const std::string example = on_one_line(unknown.example, kShownText);
    const Message with = example.empty()
                             ? Message{"", ""}
                             : Message{fmt::format("、例：{}", example), fmt::format(", for example {}", example)};
    const Message read = unknown.reasoned_as.empty()
                             ? Message{"", ""}
                             : Message{fmt::format("、{} として読みました", unknown.reasoned_as),
                                       fmt::format(", read as {}", unknown.reasoned_as)};
    out += Message{fmt::format("  「{}」（{}ページ{}{}）\n", label, unknown.pages, with.ja, read.ja),
                   fmt::format("  “{}” ({} pages{}{})\n", label, unknown.pages, with.en, read.en)}
               .in(lang);
}

}  // namespace

std::string describe_form_check(const FormCheck& check, Lang lang) {
    std::string out;
    for (const PageCheck& page : check.pages) add_page(out, page, lang);
    if (!check.never_met.empty())
        out += Message{"どのページにもない、様式の見出し：\n", "Labels of the form that no page has:\n"}.in(lang);
    for (const FormField* field : check.never_met)
        out += fmt::format("  {} 「{}」\n", field_name(field->field), on_one_line(field->label, kShownLabel));
    if (!check.unknown.empty())
        out += Message{"様式にない、ページの見出し：\n", "Labels of the pages that the form does not name:\n"}.in(lang);
    for (const UnknownLabel& unknown : check.unknown) add_unknown(out, unknown, lang);
    return out;
}

}  // namespace goalsheet
