// SPDX-License-Identifier: MIT
#include "numbers/match_likeness.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>

#include "goalsheet/text.hpp"
#include "numbers/indicator_word_index.hpp"
#include "numbers/indicator_words.hpp"
#include "numbers/word_lists.hpp"
#include "text/normalized_text.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kActivities;
}

namespace match {
namespace {

using numbers::for_each_word;
using numbers::is_digit;
using numbers::is_latin;

// activities.tsv: a bit for each name, words looked up by what they begin with.
struct Activities {
    Activities() {
        for (const std::string_view line : split_lines(embedded::kActivities)) {
            if (line.empty() || line.front() == '#') continue;
            const std::size_t tab = line.find('\t');
            const std::uint64_t bits = bits_of(line.substr(0, tab));
            words.push_back(std::make_unique<std::u32string>(numbers::fold_glyphs(line.substr(tab + 1)).text));
            index.add_all(*words.back(), bits);
        }
    }

    // Names with a space between; one that is new gets the next bit.
    std::uint64_t bits_of(std::string_view names) {
        std::uint64_t bits = 0;
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(' '), names.size());
            bits |= kinds.try_emplace(names.substr(0, end), std::uint64_t{1} << kinds.size()).first->second;
            names.remove_prefix(std::min(end + 1, names.size()));
        }
        return bits;
    }

    std::unordered_map<std::string_view, std::uint64_t> kinds;
    std::vector<std::unique_ptr<std::u32string>> words;
    WordIndex index;
};

Activities& activities() {
    static auto* const all = new Activities;  // never freed: the words are looked up until the end
    return *all;
}

/// Kinds that the code knows by name. Made once, and read alone from then on.
struct Known {
    std::uint64_t attend = bits("attend");
    std::uint64_t use = bits("use");
    std::uint64_t event = bits("event");
    std::uint64_t grant = bits("grant");
    std::uint64_t graduate = bits("graduate");
    std::uint64_t support = bits("support");
    std::uint64_t gatherings = bits("course event meeting drill");
    std::uint64_t removal = bits("demolish");
    std::uint64_t making = bits("make");
    std::uint64_t stages = bits("design order contract build make");
    std::uint64_t works = bits("build install inspect demolish");
    std::uint64_t dealings =
        bits("consult visit attend apply course meeting event publish distribute call answer approach");

    static std::uint64_t bits(std::string_view names) { return activities().bits_of(names); }
};
const Known& known() {
    static const Known kinds;
    return kinds;
}

// Words that stand in any target and tell nothing apart.
bool is_common(std::u32string_view word) { return is_word(WordList::common_word, word); }

enum class Script { none, kanji, katakana, latin, hiragana };
Script script_of(char32_t c) {
    if (is_kanji(c)) return Script::kanji;
    if (is_katakana(c)) return Script::katakana;
    if (is_latin(c)) return Script::latin;
    if (is_hiragana(c)) return Script::hiragana;
    return Script::none;
}

std::uint64_t hash_word(std::u32string_view word) {
    std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a
    for (char32_t c : word) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        hash = (hash ^ c) * 1099511628211ULL;
    }
    return hash;
}

// A run of one script as words: kanji in pairs, katakana and Latin whole, hiragana only where it is long enough for a
// noun.
void add_run(std::vector<std::uint64_t>& words, std::u32string_view run, Script script) {
    if (script == Script::kanji && run.size() > 2) {
        for (std::size_t i = 0; i + 2 <= run.size(); ++i)
            if (!is_common(run.substr(i, 2))) words.push_back(hash_word(run.substr(i, 2)));
        return;
    }
    if (script == Script::hiragana && run.size() < 3) return;
    // ニホンジカ is a シカ, ニホンザル a サル.
    if (script == Script::katakana && run.size() > 4 && run.starts_with(U"ニホン")) {
        std::u32string kind(run.substr(3));
        if (std::u32string_view(U"ガギグゲゴザジズゼゾ").find(kind.front()) != std::u32string_view::npos)
            --kind.front();
        words.push_back(hash_word(kind));
    }
    constexpr std::u32string_view kSingle = U"等 各 他 計 及 並 数 者 年 月 日 回 件 人 中 済 会 新 市 内 外 約 全 第";
    const bool single = run.size() == 1 && kSingle.find(run) != std::u32string_view::npos;
    if (!single && !is_common(run)) words.push_back(hash_word(run));
}

// Calls take(run, script) for every run of one script, in reading order.
template <typename Take>
void for_each_run(std::u32string_view phrase, Take take) {
    Script script = phrase.empty() ? Script::none : script_of(phrase.front());
    for (std::size_t begin = 0, end = 1; begin < phrase.size(); ++end) {
        const Script next = end < phrase.size() ? script_of(phrase[end]) : Script::none;
        if (next == script && end < phrase.size()) continue;
        if (script != Script::none) take(phrase.substr(begin, end - begin), script);
        begin = end;
        script = next;
    }
}

void sort_once(std::vector<std::uint64_t>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

int count_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    int count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) ++count;
        if (*i < *j)
            ++i;
        else if (*j < *i)
            ++j;
        else
            ++i, ++j;
    }
    return count;
}

// The part that says what is counted: behind the last particle (就業を希望する方への相談 → 相談), or all of it.
std::u32string_view last_noun(std::u32string_view phrase) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
        const bool particle = phrase[i] == U'の' || phrase[i] == U'を' || phrase[i] == U'た' || phrase[i] == U'る' ||
                              phrase[i] == U'で' || phrase[i] == U'し';
        if (particle && !is_hiragana(phrase[i + 1])) begin = i + 1;
    }
    return phrase.substr(begin);
}

// PRイベントの実施、支援: what is held or done is the noun before it.
std::u32string_view drop_doing(std::u32string_view phrase) {
    for (std::size_t at = phrase.rfind(U"の"); at != std::u32string_view::npos && at > 0;
         at = phrase.rfind(U"の", at - 1)) {
        const auto behind = phrase.substr(at + 1);
        if (!behind.starts_with(U"実施") && !behind.starts_with(U"開催")) break;
        phrase = phrase.substr(0, at);
    }
    return phrase;
}

struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t activities = 0;
};

std::vector<Place> find_activities(std::u32string_view phrase) {
    std::vector<Place> places;
    for (std::size_t i = 0; i < phrase.size();) {
        const WordIndex::Entry* entry = activities().index.find(phrase, i);
        const bool of_thing = entry && i + entry->word.size() < phrase.size() &&
                              is_katakana(phrase[i + entry->word.size()]) && phrase[i + entry->word.size()] != U'ー';
        if (entry && !of_thing) places.push_back({i, i + entry->word.size(), entry->value});
        i += entry ? entry->word.size() : 1;
    }
    return places;
}

// 相談・支援, イベント開催支援: two that are only listed count as one, and so does what is supported. 創業相談 is 相談
// alone.
bool is_joined(std::u32string_view between, std::uint64_t later) {
    if (between.empty()) return (later & known().support) != 0;
    return between == U"・" || between == U"、" || between == U"及び" || between == U"や" || between == U"創出" ||
           between == U"開催" || between == U"開催・";
}

}  // namespace

Topic find_topic(std::u32string_view phrase) {
    Topic topic;
    const auto noun = last_noun(drop_doing(phrase));
    for_each_run(phrase, [&](std::u32string_view run, Script script) {
        add_run(topic.words, run, script);
        if (run.data() >= noun.data() && run.data() < noun.data() + noun.size()) add_run(topic.head, run, script);
    });
    sort_once(topic.words);
    sort_once(topic.head);
    topic.activities = last_activities(noun);
    if (topic.activities == 0 && topic.head.empty()) topic.activities = last_activities(phrase);
    topic.open = contains_any(noun, U"等 など ほか");
    return topic;
}

void add_words(Topic& topic, std::u32string_view phrase) {
    for_each_run(phrase, [&](std::u32string_view run, Script script) { add_run(topic.words, run, script); });
    sort_once(topic.words);
}

int count_shared(const Topic& a, const Topic& b) {
    return count_common(a.words, b.words) + count_common(a.head, b.head);
}

std::uint64_t last_activities(std::u32string_view phrase) {
    const std::vector<Place> places = find_activities(phrase);
    std::uint64_t activities = 0;
    for (std::size_t k = places.size(); k-- > 0;) {
        activities |= places[k].activities;
        if (k == 0 ||
            !is_joined(phrase.substr(places[k - 1].end, places[k].begin - places[k - 1].end), places[k].activities))
            break;
    }
    return activities;
}

std::uint64_t first_activities(std::u32string_view phrase) {
    const std::vector<Place> places = find_activities(phrase);
    std::uint64_t activities = 0;
    for (std::size_t k = 0; k < places.size() && (k == 0 || places[k].begin == places[k - 1].end); ++k)
        activities |= places[k].activities;  // 体験利用 is both
    return activities;
}

std::uint64_t activities_of_persons(std::uint64_t activities, bool in_report) {
    if (in_report && (activities & known().graduate) != 0) activities |= known().attend;
    if ((activities & known().event) != 0) activities |= known().use;
    return (activities & known().gatherings) != 0 ? activities | known().attend : activities;
}

bool is_aid_for_works(std::uint64_t figure, std::uint64_t goal) {
    return (figure & known().grant) != 0 && (goal & known().works) != 0;
}

bool is_kind_of_support(std::uint64_t figure, std::uint64_t goal) {
    return (goal & known().support) != 0 && (figure & known().grant) != 0;
}

bool is_of_dealings(std::uint64_t activities) { return activities != 0 && (activities & ~known().dealings) == 0; }

bool is_of_removal(std::uint64_t activities) { return (activities & known().removal) != 0; }

std::uint64_t stages_of_works() { return known().stages; }

std::uint64_t activities_of_making() { return known().making; }

bool is_attendance(std::uint64_t activities) {
    return (activities & known().attend) != 0 && (activities & known().graduate) == 0;
}

bool has_more_of(const Topic& part, const Topic& whole, const Topic& goal) {
    return std::any_of(part.words.begin(), part.words.end(), [&](std::uint64_t word) {
        return std::binary_search(goal.words.begin(), goal.words.end(), word) &&
               !std::binary_search(whole.words.begin(), whole.words.end(), word);
    });
}

bool contains_head(const Topic& phrase, const Topic& goal) {
    return !goal.head.empty() &&
           std::includes(phrase.words.begin(), phrase.words.end(), goal.head.begin(), goal.head.end());
}

}  // namespace match
}  // namespace goalsheet
