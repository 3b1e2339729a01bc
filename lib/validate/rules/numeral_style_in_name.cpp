// SPDX-License-Identifier: MIT
#include <array>
#include <map>

#include "goalsheet/text.hpp"
#include "text/small_numeral.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace numeral_style_in_name_rule {
namespace {

constexpr std::string_view kOrdinal = "第";
constexpr std::array<std::string_view, 6> kCounters = {"期", "次", "回", "号", "版", "弾"};
constexpr std::size_t kNamePoints = 4;  // so many characters behind 第2期 make it the same name

struct Mention {
    std::string key;      ///< 2期上田地域
    std::string written;  ///< 第2期
    bool kanji = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The first characters of the name behind the counter; empty when a sentence goes on instead.
std::string name_after(std::string_view text, std::size_t at) {
    std::string name;
    std::size_t points = 0;
    while (points < kNamePoints) {
        const CodePoint point = decode_at(text, at);
        const bool part_of_name = is_kanji(point.value) || is_katakana(point.value) || point.value == U'ー';
        if (point.length == 0 || (!part_of_name && !is_space(point.value))) return {};
        if (part_of_name) {
            append_utf8(name, point.value);
            ++points;
        } else if (points > 0) {
            return {};
        }
        at += point.length;
    }
    return name;
}

std::optional<Mention> read_mention(std::string_view text, std::size_t at) {
    const auto number = read_small_numeral(text, at + kOrdinal.size());
    if (!number) return std::nullopt;
    for (const std::string_view counter : kCounters) {
        if (!text.substr(number->end).starts_with(counter)) continue;
        const std::size_t end = number->end + counter.size();
        const std::string name = name_after(text, end);
        if (name.empty()) return std::nullopt;
        return Mention{std::to_string(number->value) + std::string(counter) + name,
                       std::string(text.substr(at, end - at)), number->kanji, at, end};
    }
    return std::nullopt;
}

struct Site {
    const SheetScope* sheet;
    const FieldText* field;
    Mention mention;
};

void check(const DocumentScope& page, Reporter& report) {
    std::map<std::string, Site> first;
    std::map<std::string, bool> said;
    for (const auto& sheet : page.sheets) {
        for (const FieldText& field : sheet->texts()) {
            const std::string& text = field.text->text;
            for (std::size_t at = text.find(kOrdinal); at != std::string::npos;
                 at = text.find(kOrdinal, at + kOrdinal.size())) {
                const auto mention = read_mention(text, at);
                if (!mention) continue;
                const auto [entry, added] = first.try_emplace(mention->key, Site{sheet.get(), &field, *mention});
                if (added || entry->second.mention.kanji == mention->kanji || said[mention->key]) continue;
                said[mention->key] = true;
                report.add(
                    *sheet, sheet->at(field, mention->begin, mention->end),
                    Saying{.arguments = {same(entry->second.mention.written), same(mention->written)},
                           .edits = {{field.text, mention->begin, mention->end, entry->second.mention.written}}});
            }
        }
    }
}

}  // namespace
}  // namespace numeral_style_in_name_rule

const RuleBody numeral_style_in_name{
    .texts = {.title = {"同じ名称の数字の書き方が違う", "one name in two numeral styles"},
              .message = {"同じ名称に「{0}」と「{1}」が混ざっています。正式名称にそろえてください。",
                          "Same name with {0} and {1}; use the official one."},
              .why = {"同じ計画が別の計画に見え、検索でも片方しか見つかりません。",
                      "One plan looks like two, and a search finds only one of them."},
              .wrong = "現況・課題: 第2期環境基本計画を進めている。\n目的・効果: 第二期環境基本計画の目標を達成する。",
              .right = "現況・課題: 第2期環境基本計画を進めている。\n目的・効果: 第2期環境基本計画の目標を達成する。"},
    .on_document = numeral_style_in_name_rule::check,
};

}  // namespace goalsheet::rules
