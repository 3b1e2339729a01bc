// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/text.hpp"
#include "model/sdgs/sdg_numbers.hpp"
#include "model/sdgs/sdgs.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace sdgs_name_mismatch_rule {
namespace {

// Wordings that official documents themselves use beside the official ones.
struct Alias {
    int number;
    std::string_view name;
};
constexpr std::array<Alias, 7> kAliases = {{{1, "貧困を無くそう"},
                                            {3, "全ての人に健康と福祉を"},
                                            {6, "安全な水とトイレをみんなに"},
                                            {10, "人や国の不平等を無くそう"},
                                            {11, "住み続けられる街づくりを"},
                                            {12, "作る責任使う責任"},
                                            {16, "平和と公正を全ての人に"}}};

const Message kAlias = {"目標{0}の名称は正式には「{1}」です。", "The official name of SDG {0} is {1}."};

// Spaces, 、 and ・ between the halves of a name vary between the official documents.
std::string plain(std::string_view name) {
    std::string out;
    std::string folded = fold(name);
    // ゴール8（働きがいも経済成長も）: the name in brackets behind the number.
    if (folded.starts_with('(') && folded.ends_with(')')) folded = folded.substr(1, folded.size() - 2);
    if (folded.starts_with(':')) folded.erase(0, 1);
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint point = decode_at(folded, at);
        constexpr std::u32string_view kMarks = U"、，,・.。";
        if (kMarks.find(point.value) == std::u32string_view::npos) append_utf8(out, point.value);
        at += point.length;
    }
    return out;
}

// A remark in brackets behind the name is no part of it.
bool says(const std::string& written, const std::string& name) {
    return written == name || written.starts_with(name + "(");
}

bool is_alias(int number, const std::string& written) {
    for (const Alias& alias : kAliases)
        if (alias.number == number && says(written, plain(alias.name))) return true;
    return false;
}

// 8.9 持続可能な観光: a target has a text of its own.
bool is_target(int number, std::string_view name) {
    const std::vector<SdgNumber> found = find_sdg_numbers(name);
    return !found.empty() && found.front().begin == 0 && found.front().number == number &&
           found.front().kind == SdgNumber::Kind::target;
}

// The name alone, without the brackets or the colon that a sheet sets it in.
std::vector<TextEdit> edits_of(const SourcedText& name, std::string_view official) {
    const std::string_view text = name.text;
    const std::string_view plain_name = trim(text);
    for (const std::string_view mark : {"（", "(", "：", ":", "［", "\n"})
        if (plain_name.find(mark) != std::string_view::npos) return {};
    const std::size_t begin = text.find(plain_name);
    return {{&name, begin, begin + plain_name.size(), std::string(official)}};
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const SdgGoal& goal : sheet.sheet.sdgs) {
        const std::string_view official = sdg_name(goal.number);
        if (official.empty() || is_blank(goal.name.text) || is_target(goal.number, goal.name.text)) continue;
        const std::string written = plain(goal.name.text);
        if (says(written, plain(official))) continue;
        const std::vector<Message> arguments = {same(std::to_string(goal.number)), same(official),
                                                same(excerpt(goal.name.text))};
        const Place place = sheet.at(goal.name, FieldId::sdgs);
        if (is_alias(goal.number, written))
            report.add(sheet, place,
                       Saying{.arguments = arguments,
                              .message = &kAlias,
                              .at_most = Severity::info,
                              .edits = edits_of(goal.name, official)});
        else
            report.add(sheet, place, Saying{.arguments = arguments, .edits = edits_of(goal.name, official)});
    }
}

}  // namespace
}  // namespace sdgs_name_mismatch_rule

const RuleBody sdgs_name_mismatch{
    .texts = {.title = {"SDGsの番号と名称が合わない", "number and name of an SDG differ"},
              .message = {"目標{0}は「{1}」ですが、「{2}」と書かれています。番号か名称のどちらかを直してください。",
                          "SDG {0} is “{1}”, but the sheet says “{2}”; correct the number or the name."},
              .why = {"番号の書き誤りか名称の書き誤りか、読む側には分かりません。",
                      "A reader cannot tell whether the number or the name is wrong."},
              .wrong = "該当するSDGsの目標: 17 パートナリシップで目標を達成しよう",
              .right = "該当するSDGsの目標: 17 パートナーシップで目標を達成しよう"},
    .on_sheet = sdgs_name_mismatch_rule::check,
};

}  // namespace goalsheet::rules
