// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace change_sign_rule {
namespace {

const Message kAgainstFigures = {"「{0}」の増減の向きが、{2}から{1}への変化と逆です。符号か数字を確認してください。",
                                 "“{0}” has the wrong sign: {2} became {1}. Check the sign and the figures."};

const Message kTwice = {"「{0}」は「▲」と減少の言葉が二重です。どちらか一方だけにしてください。",
                        "“{0}” says the decrease twice, with ▲ and with a word; keep one of them."};

// ▲3.4％減: nobody doubts what is meant, but it is said twice.
bool is_said_twice(std::string_view written, const ChangeSign& sign) {
    const bool marked = written.starts_with("▲") || written.starts_with("△") || written.starts_with("マイナス");
    return marked && sign.front < 0 && sign.behind < 0 && (written.ends_with("減") || written.ends_with("減少"));
}

const Message kFromTo = {"「{0}」は{1}ではなく{2}です。数字の順か言葉を直してください。",
                         "“{0}” is no {1} but a {2}; correct the order of the figures or the word."};

struct ChangeVerb {
    std::string_view words;
    int sign;
};
constexpr std::array<ChangeVerb, 14> kChangeVerbs = {{{"増加", 1},
                                                      {"増え", 1},
                                                      {"増や", 1},
                                                      {"上昇", 1},
                                                      {"向上", 1},
                                                      {"伸び", 1},
                                                      {"拡大", 1},
                                                      {"減少", -1},
                                                      {"減っ", -1},
                                                      {"減り", -1},
                                                      {"減ら", -1},
                                                      {"低下", -1},
                                                      {"縮小", -1},
                                                      {"短縮", -1}}};

// What 13件から22件に減少 says lies between two figures: 1 a rise, -1 a fall, 0 nothing.
int sign_of_verb(std::string_view text, const Quantity& from, const Quantity& to) {
    const std::string_view middle = between(text, from, to);
    if (from.end > to.begin || (middle != "から" && middle != "より")) return 0;
    std::string_view rest = text.substr(to.end);
    for (const std::string_view particle : {"に", "へと", "へ", "まで"})
        if (rest.starts_with(particle)) {
            rest.remove_prefix(particle.size());
            break;
        }
    const auto verb = std::find_if(kChangeVerbs.begin(), kChangeVerbs.end(),
                                   [&](const ChangeVerb& one) { return rest.starts_with(one.words); });
    return verb == kChangeVerbs.end() || rest.size() == text.size() - to.end ? 0 : verb->sign;
}

void check_from_to(const SheetScope& sheet, const Place& place, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::vector<Quantity>& quantities = sheet.page.quantities(*place.text);
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        const Quantity& from = quantities[i - 1];
        const Quantity& to = quantities[i];
        const int sign = sign_of_verb(text, from, to);
        const double difference = canonical_value(to) - canonical_value(from);
        const bool rank = to.unit == "位" || to.unit == "番";  // 5位から3位に上昇
        if (sign == 0 || rank || !has_same_unit(from.unit, to.unit) || difference * sign >= 0) continue;
        const Message rise{"増加", "rise"};
        const Message fall{"減少", "fall"};
        report.add(sheet, place.part(from.begin, to.end),
                   Saying{.arguments = {same(excerpt(text.substr(from.begin, to.end - from.begin))),
                                        sign > 0 ? rise : fall, sign > 0 ? fall : rise},
                          .message = &kFromTo});
    }
}

void check_text(const SheetScope& sheet, const Place& place, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::vector<Quantity>& quantities = sheet.page.quantities(*place.text);
    for (const Quantity& one : quantities) {
        const ChangeSign sign = sign_of_change(text, one);
        const std::string_view written = with_change_words(text, one);
        if (is_said_twice(written, sign))
            report.add(sheet, place.part(one.begin, one.end),
                       Saying{.arguments = {same(excerpt(written))}, .message = &kTwice});
        if (sign.front * sign.behind >= 0) continue;
        report.add(sheet, place.part(one.begin, one.end), {same(excerpt(written))});
    }
    for (const FigureChange& one : find_figure_changes(text, quantities)) {
        const double difference = canonical_value(*one.now) - canonical_value(*one.before);
        if (one.is_ratio || one.sign == 0 || difference * one.sign >= 0) continue;
        report.add(sheet, place.part(one.change->begin, one.change->end),
                   Saying{.arguments = {same(excerpt(with_change_words(text, *one.change))),
                                        same(as_written(text, *one.now)), same(as_written(text, *one.before))},
                          .message = &kAgainstFigures});
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            if (!is_blank(text_of(measure, field).text)) check_text(sheet, sheet.at(item, measure, field), report);
    });
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        if (text.find("から") != std::string::npos && field.address.field)
            check_from_to(sheet, sheet.at(field, 0, text.size()), report);
        if (field.address.item != 0 || !field.address.field) continue;
        if (text.find("％") == std::string::npos && text.find("ポイント") == std::string::npos) continue;
        check_text(sheet, sheet.at(field, 0, text.size()), report);
    }
}

}  // namespace
}  // namespace change_sign_rule

const RuleBody change_sign{
    .texts = {.title = {"増減の符号と言葉が逆", "sign and words of a change disagree"},
              .message = {"「{0}」は符号と増減の言葉が逆です。どちらかを直してください。",
                          "“{0}”: the sign says the opposite of the word; correct one of them."},
              .why = {"増えたのか減ったのか分かりません。", "Nobody can tell whether it rose or fell."},
              .wrong = "②中間報告: (1) 啓発イベント 2回（参加者は前年比▲5％増）",
              .right = "②中間報告: (1) 啓発イベント 2回（参加者は前年比5％増）"},
    .on_sheet = change_sign_rule::check,
};

}  // namespace goalsheet::rules
