// SPDX-License-Identifier: MIT
#include <array>

#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace style_mix_rule {
namespace {

constexpr std::array<std::string_view, 5> kPolite = {"ます。", "です。", "ません。", "ました。", "でした。"};
constexpr std::array<std::string_view, 7> kPlain = {"である。", "いる。", "ある。", "する。",
                                                    "れる。",   "った。", "いく。"};

struct Endings {
    std::size_t count = 0;
    const FieldText* field = nullptr;
    Phrase first{0, 0};
};

constexpr std::string_view kStop = "。";

// The endings of one style that the text up to `end` has.
template <std::size_t N>
void count(const FieldText& field, std::size_t end, const std::array<std::string_view, N>& endings, Endings& found) {
    const std::string_view text = std::string_view(field.text->text).substr(0, end);
    for (const std::string_view ending : endings) {
        if (!text.ends_with(ending) || found.count++ > 0) continue;
        found.field = &field;
        found.first = {end - ending.size(), end};
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    Endings polite;
    Endings plain;
    for (const FieldText& field : sheet.texts()) {
        const std::string& text = field.text->text;
        for (std::size_t at = text.find(kStop); at != std::string::npos; at = text.find(kStop, at + kStop.size())) {
            count(field, at + kStop.size(), kPolite, polite);
            count(field, at + kStop.size(), kPlain, plain);
        }
    }
    if (polite.count == 0 || plain.count == 0) return;
    const Endings& rarer = plain.count <= polite.count ? plain : polite;
    report.add(sheet, sheet.at(*rarer.field, rarer.first.begin, rarer.first.end),
               {count_word(polite.count), count_word(plain.count)});
}

}  // namespace
}  // namespace style_mix_rule

const RuleBody style_mix{
    .texts = {.title = {"文末の混在", "two styles of sentence endings"},
              .message = {"文末が混ざっています（です・ます {0}、である {1}）。どちらかにそろえてください。",
                          "Sentence endings are mixed (polite {0}, plain {1}); use one."},
              .why = {"1枚のシートの中で語り手が変わったように読めます。",
                      "The sheet reads as if two people had written it."},
              .wrong = "現況・課題: ごみの排出量が増加している。\n目的・効果: ごみを減らします。",
              .right = "現況・課題: ごみの排出量が増加している。\n目的・効果: ごみを減らし、資源を循環させる。"},
    .on_sheet = style_mix_rule::check,
};

}  // namespace goalsheet::rules
