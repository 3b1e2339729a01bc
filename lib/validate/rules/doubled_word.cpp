// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"

namespace goalsheet::rules {
namespace doubled_word_rule {
namespace {

// Particles that no sentence has twice; the others (とと, もも, はは) begin words.
constexpr std::array<std::string_view, 9> kParticles = {"をを", "のの", "にに", "がが", "でで",
                                                        "とと", "をが", "がを", "はは"};
constexpr std::array<std::string_view, 22> kEndings = {"についてについて",
                                                       "に対してに対して",
                                                       "するする",
                                                       "しましたしました",
                                                       "することすること",
                                                       "としてとして",
                                                       "によりにより",
                                                       "などなど",
                                                       "ためため",
                                                       "ですです",
                                                       "したした",
                                                       "ているている",
                                                       "及び及び",
                                                       "またはまたは",
                                                       "及びまたは",
                                                       "からから",
                                                       "約約",
                                                       "延べ延べ",
                                                       "させるさせる",
                                                       "されたされた",
                                                       "行う行う",
                                                       "図る図る"};
constexpr std::size_t kLongestWord = 8;  // characters

bool is_content(char32_t c) { return is_kanji(c) || is_katakana(c) || c == U'ー'; }

// 市民のの参加: between two words. 人とともに goes on with も.
bool joins_words(std::string_view text, const Phrase& phrase) {
    return is_content(decode_before(text, phrase.begin).value) && is_content(decode_at(text, phrase.end).value);
}

// 提案ががあった, 報告をを行い: no word of kana begins so behind one of kanji, but 市ががんばる.
bool is_never_right(std::string_view text, const Phrase& phrase) {
    const std::string_view twice = text.substr(phrase.begin, phrase.end - phrase.begin);
    if ((twice != "がが" && twice != "をを") || !is_content(decode_before(text, phrase.begin).value)) return false;
    constexpr std::u32string_view kBeginWords = U"んらいけっさたつ";
    return twice == "をを" || kBeginWords.find(decode_at(text, phrase.end).value) == std::u32string_view::npos;
}

std::optional<Phrase> find_particle(std::string_view text) {
    for (auto found = find_phrase<kParticles>(text); found; found = find_phrase<kParticles>(text, found->end))
        if (joins_words(text, *found) || is_never_right(text, *found)) return found;
    return std::nullopt;
}

std::optional<Phrase> find_ending(std::string_view text) {
    for (auto found = find_phrase<kEndings>(text); found; found = find_phrase<kEndings>(text, found->end))
        if (is_content(decode_before(text, found->begin).value) || is_kanji(decode_at(text, found->begin).value))
            return found;
    return std::nullopt;
}

// 令和7年年10月, 12件件: a counter twice behind its figure. 3月月末 and 2年年間 go on as a word.
std::optional<Phrase> find_counter(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kCounters = {"年年", "月月", "日日", "件件", "人人", "回回",
                                                                   "社社", "校校", "名名", "台台", "円円", "％％"};
    for (auto found = find_phrase<kCounters>(text); found; found = find_phrase<kCounters>(text, found->end)) {
        const CodePoint next = decode_at(text, found->end);
        if (digit_value(decode_before(text, found->begin).value) && !is_kanji(next.value)) return found;
    }
    return std::nullopt;
}

// A sentence of some length that stands there twice on end.
std::optional<Phrase> find_sentence_twice(std::string_view text) {
    constexpr std::size_t kLeast = 10;  // characters
    constexpr std::string_view kStop = "。";
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t stop = text.find(kStop, at);
        if (stop == std::string_view::npos) break;
        const std::string_view sentence = trim(text.substr(at, stop + kStop.size() - at));
        if (sentence == before && count_code_points(sentence) >= kLeast) {
            const auto begin = static_cast<std::size_t>(sentence.data() - text.data());
            return Phrase{begin, begin + sentence.size()};
        }
        before = sentence;
        at = stop + kStop.size();
    }
    return std::nullopt;
}

// 実施実施, センターセンター: a run of kanji or of katakana that says itself again and ends there.
std::optional<Phrase> repeat_in(std::string_view text, const std::vector<std::size_t>& starts, std::size_t least) {
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        for (std::size_t length = least; length <= kLongestWord && i + 2 * length < starts.size(); ++length) {
            const std::string_view first = text.substr(starts[i], starts[i + length] - starts[i]);
            const std::string_view second =
                text.substr(starts[i + length], starts[i + 2 * length] - starts[i + length]);
            // 大学大学院 and 東京東京都 go on; what ends the run does not.
            if (first == second && i + 2 * length + 1 == starts.size())
                return Phrase{starts[i], starts[i + 2 * length]};
        }
    return std::nullopt;
}

template <class Belongs>
std::optional<Phrase> find_repeat(std::string_view text, std::size_t least, Belongs belongs) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at <= text.size();) {
        const CodePoint point = decode_at(text, at);
        if (point.length && belongs(point.value)) {
            starts.push_back(at);
            at += point.length;
            continue;
        }
        if (starts.size() >= 2 * least) {
            starts.push_back(at);
            if (const auto found = repeat_in(text, starts, least)) return found;
        }
        starts.clear();
        if (!point.length) break;
        at += point.length;
    }
    return std::nullopt;
}

bool is_katakana_or_bar(char32_t c) { return is_katakana(c) || c == U'ー'; }

bool is_kana_or_content(char32_t c) { return is_content(c) || (c >= 0x3041 && c <= 0x3096); }

struct Letter {
    char32_t value;
    std::size_t at;
};

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    letters.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        letters.push_back({point.value, at});
        at += point.length;
    }
    letters.push_back({0, text.size()});
    return letters;
}

constexpr std::size_t kLongestPhrase = 12;  // characters

// Whether so many characters on end stood there just before, as they do where anything is said twice. Nearly all texts
// are left after this look.
bool may_repeat(std::span<const Letter> letters, std::size_t count) {
    std::array<std::size_t, 256> behind_last{};  // of the characters with the same low byte
    std::size_t run = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::size_t& last = behind_last[letters[i].value % behind_last.size()];
        run = last != 0 && i + 1 - last <= kLongestPhrase ? run + 1 : 0;
        if (run >= count) return true;
        last = i + 1;
    }
    return false;
}

// Kana and nothing but kana and words, beginning with a word.
bool is_word_with_kana(std::span<const Letter> letters) {
    const auto is_kana = [](const Letter& one) { return is_hiragana(one.value); };
    return is_content(letters.front().value) && std::any_of(letters.begin(), letters.end(), is_kana) &&
           std::all_of(letters.begin(), letters.end(), [](const Letter& one) { return is_kana_or_content(one.value); });
}

// 反映した反映した: three characters and more with both kanji and kana, twice on end.
std::optional<Phrase> find_phrase_twice(std::span<const Letter> letters) {
    constexpr std::size_t kLeast = 3;
    if (!may_repeat(letters, kLeast)) return std::nullopt;
    for (std::size_t length = kLeast; length <= kLongestPhrase; ++length) {
        std::size_t alike = 0;
        for (std::size_t i = 0; i + length + 1 < letters.size(); ++i) {
            alike = letters[i].value == letters[i + length].value ? alike + 1 : 0;
            if (alike < length) continue;
            const std::size_t first = i + 1 - length;
            if (is_word_with_kana(letters.subspan(first, length)))
                return Phrase{letters[first].at, letters[first + 2 * length].at};
        }
    }
    return std::nullopt;
}

std::optional<Phrase> find_doubled(std::string_view text) {
    if (const auto found = find_particle(text)) return found;
    if (const auto found = find_ending(text)) return found;
    if (const auto found = find_counter(text)) return found;
    if (const auto found = find_sentence_twice(text)) return found;
    const std::vector<Letter> letters = letters_of(text);
    if (!may_repeat(letters, 2)) return std::nullopt;
    if (const auto found = find_repeat(text, 2, [](char32_t c) { return is_kanji(c) && c != 0x3005; })) return found;
    if (const auto found = find_repeat(text, 3, is_katakana_or_bar)) return found;
    return find_phrase_twice(letters);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        const auto found = find_doubled(text);
        if (!found) continue;
        report.add(sheet, sheet.at(field, found->begin, found->end),
                   {same(excerpt(text.substr(found->begin, found->end - found->begin)))});
    }
}

}  // namespace
}  // namespace doubled_word_rule

const RuleBody doubled_word{
    .texts = {.title = {"同じ言葉の重なり", "a word written twice"},
              .message = {"「{0}」は同じ言葉が重なっています。片方を削除してください。",
                          "“{0}” says the same word twice; delete one."},
              .why = {"書き直したときの消し残りです。", "It is what was left when the sentence was rewritten."},
              .wrong = "目的・効果: 資源のの循環を進め、排出を減らし、資源を循環させる。",
              .right = "目的・効果: 資源の循環を進め、排出を減らし、資源を循環させる。"},
    .on_sheet = doubled_word_rule::check,
};

}  // namespace goalsheet::rules
