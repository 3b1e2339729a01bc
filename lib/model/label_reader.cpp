// SPDX-License-Identifier: MIT
#include "model/label_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/label.hpp"
#include "model/labels/label_lexicon.hpp"
#include "model/text_kind.hpp"

namespace goalsheet {

namespace {

using Period = LabelReading::Period;
using Strength = LabelReading::Strength;

constexpr std::size_t kLongestWords = 150;  ///< bytes, without explanations

const WordSearch& start_words() {
    static const WordSearch words{&label_lexicon().start};
    return words;
}

// Takes the longest of the words for a part of the year that the key has out of it.
Period take_time(std::string& key) {
    static const WordSearch times{&label_lexicon().middle, &label_lexicon().end, &label_lexicon().quarter};
    if (!times.finds_any(key)) return Period::none;
    const std::string* longest = nullptr;
    Period period = Period::none;
    const auto look = [&](const std::vector<std::string>& words, Period means) {
        for (const std::string& word : words) {
            if (key.find(word) == std::string::npos || (longest && word.size() <= longest->size())) continue;
            longest = &word;
            period = means;
        }
    };
    look(label_lexicon().middle, Period::middle);
    look(label_lexicon().end, Period::end);
    look(label_lexicon().quarter, Period::other);
    if (longest) key.erase(key.find(*longest), longest->size());
    return period;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 4～ of 4～6月, 4月から of 4月から9月.
std::size_t begin_of_range(std::string_view key, std::size_t month) {
    for (const std::string_view word : {"~", "〜", "から"}) {
        if (!key.substr(0, month).ends_with(word)) continue;
        std::size_t at = month - word.size();
        if (key.substr(0, at).ends_with("月")) at -= std::string_view("月").size();
        const std::size_t end = at;
        while (at > 0 && is_digit(key[at - 1])) --at;
        return at < end ? at : month;
    }
    return month;
}

// 9月末現在, 9月30日時点, 4月9月: the month a result was counted in.
void take_month(std::string& key, Period& period) {
    const std::size_t month = key.rfind("月");
    if (month == std::string::npos || month == 0 || !is_digit(key[month - 1])) return;
    std::size_t begin = month;
    while (begin > 0 && is_digit(key[begin - 1])) --begin;
    const int number = std::stoi(key.substr(begin, std::min<std::size_t>(month - begin, 4)));
    if (number < 1 || number > 12) return;
    std::size_t end = month + std::string_view("月").size();
    while (end < key.size() && is_digit(key[end])) ++end;
    for (const std::string_view word : {"日", "末日", "末", "現在", "時点"})
        if (std::string_view(key).substr(end).starts_with(word)) end += word.size();
    begin = begin_of_range(key, begin);
    const std::size_t from = key.find("年") < begin ? 0 : begin;
    key.erase(from, end - from);
    if (period == Period::none) period = number >= 5 && number <= 12 ? Period::middle : Period::end;
}

// 令和7年度, R7, 2025年, 2025.
int take_year(std::string& key) {
    std::string upper = key;
    if (upper.size() > 1 && (upper[0] == 'r' || upper[0] == 'h' || upper[0] == 's') && is_digit(upper[1]))
        upper[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(upper[0])));
    if (const auto year = find_fiscal_year(upper)) {
        key.erase(year->begin, year->end - year->begin);
        return year->gregorian;
    }
    for (std::size_t at = 0; at + 4 <= key.size(); ++at) {
        const bool four = std::all_of(key.begin() + static_cast<std::ptrdiff_t>(at),
                                      key.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit);
        const bool longer = (at > 0 && is_digit(key[at - 1])) || (at + 4 < key.size() && is_digit(key[at + 4]));
        if (!four || longer) continue;
        const int year = std::stoi(key.substr(at, 4));
        const bool month_follows = key.find("月") != std::string::npos;
        if (year < 1989 || year > 2100 || month_follows) continue;
        key.erase(at, 4);
        if (key.compare(at, 3, "年") == 0) key.erase(at, 3);
        return year;
    }
    return 0;
}

std::optional<std::pair<FieldId, Strength>> look_up(std::string_view key) {
    const LabelLexicon& words = label_lexicon();
    if (const auto found = words.whole.find(std::string(key)); found != words.whole.end())
        return {{found->second, Strength::whole}};
    const LabelEndings::Ending* ending = words.endings.find(key);
    if (!ending) return std::nullopt;
    return {{ending->field, ending->word.size() == key.size() ? Strength::whole : Strength::ending}};
}

bool tells_of_a_time(FieldId field) {
    return field == FieldId::target || field == FieldId::final || field == FieldId::progress || field == FieldId::grade;
}

// 前期, 後期の実績, and not 後期高齢者の健診.
Period take_half(std::string& key) {
    const auto begins_with_half = [&](const std::vector<std::string>& words) {
        for (const std::string& word : words) {
            if (!key.starts_with(word)) continue;
            std::string rest = key.substr(word.size());
            if (rest.starts_with("の")) rest.erase(0, std::string_view("の").size());
            const auto told = look_up(rest);
            const bool tells = told && told->second == Strength::whole && tells_of_a_time(told->first);
            if (key != word && !tells) continue;
            key = rest;
            return true;
        }
        return false;
    };
    if (begins_with_half(label_lexicon().first_half)) return Period::middle;
    return begins_with_half(label_lexicon().second_half) ? Period::end : Period::none;
}

FieldId report_of(Period period) {
    if (period == Period::other) return FieldId::extra;
    return period == Period::middle ? FieldId::midterm : FieldId::final;
}

bool tells_time(const LabelReading& reading) { return reading.is_report() && reading.period != Period::none; }

// A report with the time it tells of; 年度末目標 stays a target.
void apply_period(LabelReading& reading) {
    if (!tells_time(reading)) return;
    reading.field = report_of(reading.period);
    if (reading.period == Period::other) reading.role = ExtraRole::period;
}

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

std::string without_particles(std::string key) {
    constexpr std::string_view kOf = "の";
    for (std::size_t at = key.find(kOf); at != std::string::npos; at = key.find(kOf)) key.erase(at, kOf.size());
    return key;
}

// 部・区名, 局区室名: nothing but words for offices.
bool names_office(std::string_view key) {
    constexpr std::u32string_view kOffices = U"部局課室区係所署";
    for (const std::string_view word : {"担当", "所管", "主管", "主"})
        if (key.starts_with(word)) key.remove_prefix(word.size());
    if (key.ends_with("名")) key.remove_suffix(std::string_view("名").size());
    std::size_t offices = 0;
    for (std::size_t at = 0; at < key.size(); at += decode_at(key, at).length, ++offices)
        if (kOffices.find(decode_at(key, at).value) == std::u32string_view::npos) return false;
    return offices >= 1;
}

// 組織の目標 is 組織目標.
std::optional<std::pair<FieldId, Strength>> look_up_words(const std::string& key) {
    if (names_office(key)) return {{FieldId::section, Strength::whole}};
    if (const std::string bare(without_number_behind(key)); !bare.empty() && bare != key) return look_up_words(bare);
    auto found = look_up(key);
    if (found && found->second == Strength::whole) return found;
    const std::string joined = without_particles(key);
    if (joined == key) return found;
    const auto closer = look_up(joined);
    return closer && (!found || closer->second == Strength::whole) ? closer : found;
}

// What is said of another year than the sheet's: 今後の取組, これまでの実績.
void move_in_time(LabelReading& reading, std::string_view key) {
    reading.later = starts_with_any(key, label_lexicon().later);
    const bool earlier = starts_with_any(key, label_lexicon().earlier);
    if (!reading.field || (!reading.later && !earlier)) return;
    const bool of_items = reading.field == FieldId::item || reading.field == FieldId::action ||
                          reading.field == FieldId::target || reading.field == FieldId::deadline;
    if (of_items || (reading.later && reading.is_report()))
        reading.field = FieldId::extra;
    else if (earlier && reading.is_report())
        reading.field = FieldId::baseline;
}

// 取組項目・手段: one cell for both, which begins with the item.
bool names_item_and_way(std::string_view key) {
    const auto is_whole = [](std::string_view word, FieldId field) {
        const auto found = look_up(word);
        return found && found->first == field && found->second == Strength::whole;
    };
    for (const std::string_view joiner : {"・", "/", "、", ",", "及び", "および", "と"})
        for (std::size_t at = key.find(joiner); at != std::string_view::npos; at = key.find(joiner, at + 1))
            if (is_whole(key.substr(0, at), FieldId::item) && is_whole(key.substr(at + joiner.size()), FieldId::action))
                return true;
    return false;
}

void read_words(LabelReading& reading, std::string key) {
    if (names_item_and_way(key)) {
        reading.field = FieldId::item;
        reading.strength = Strength::whole;
        return;
    }
    key = without_joiners(key);
    for (const std::string_view now : {"当該年度", "当年度", "本年度", "今年度"})
        if (key.size() > now.size() && key.starts_with(now) && key.compare(now.size(), 3, "末") != 0 &&
            key.compare(now.size(), 3, "終") != 0)
            key.erase(0, now.size());
    if (key.starts_with("の")) key.erase(0, std::string_view("の").size());
    if (const int year = take_year(key); year != 0 && reading.year == 0) reading.year = year;
    if (key.empty()) {
        reading.only_year = reading.year != 0;
        return;
    }
    Period period = Period::none;
    const std::string whole = key;
    reading.start = starts_with_any(key, label_lexicon().start);
    if (auto found = look_up_words(key); found && found->second == Strength::whole) {
        reading.field = found->first;
        reading.strength = found->second;
    }
    take_month(key, period);
    if (period == Period::none) period = take_time(key);
    if (period == Period::none) period = take_half(key);
    if (period != Period::none) reading.period = period;
    while (key.starts_with("の") || key.starts_with("に")) key.erase(0, std::string_view("の").size());
    for (const std::string_view tail : {"欄", "等", "書", "など"})
        if (key.size() > tail.size() && key.ends_with(tail)) key.erase(key.size() - tail.size());
    // 9月30日現在, 年度末: a time alone is when a result was counted.
    reading.generic = label_lexicon().generic.contains(key);
    reading.plan = label_lexicon().plan.contains(key);
    // So is 中間値.
    if ((key.empty() || reading.generic) && period != Period::none && !reading.field) {
        reading.timed = true;
        reading.interim = reading.generic && period == Period::middle;
        reading.field = report_of(period);
        reading.role = period == Period::other ? ExtraRole::period : ExtraRole::other;
        reading.strength = Strength::ending;
        return;
    }
    if (!reading.field)
        if (const auto found = look_up_words(key)) {
            reading.field = found->first;
            reading.strength = found->second;
        }
    move_in_time(reading, whole);
}

// A label is no sentence, and its words between explanations in brackets are few.
bool may_be_label(std::string_view text) {
    constexpr std::u32string_view kOpen = U"(（［[〔＜【";
    constexpr std::u32string_view kClose = U")）］]〕＞】";
    const auto find = [&](std::u32string_view marks, std::size_t at, std::size_t end) {
        for (; at < std::min(end, text.size()); at += decode_at(text, at).length) {
            const char32_t c = decode_at(text, at).value;
            if (!is_kana_or_kanji(c) && marks.find(c) != std::u32string_view::npos) break;
        }
        return at;
    };
    std::size_t begin = 0;
    if (kOpen.find(decode_at(text, 0).value) != std::u32string_view::npos) begin = find(kClose, 0, text.size());
    const std::string_view words = text.substr(begin, find(kOpen, begin, begin + kLongestWords + 1) - begin);
    return words.size() <= kLongestWords && words.find("。") == std::string_view::npos;
}

// The form has these words as they are, explanation and all.
bool is_written_in(const FormField& field, const std::string& label) {
    const std::vector<std::string> keys = label_keys(label);
    const auto is_same = [&](const std::string& own) {
        const std::vector<std::string> own_keys = label_keys(own);
        return !keys.empty() && !own_keys.empty() && own_keys.front() == keys.front();
    };
    return is_same(field.label) || is_same(field.label + field.guide) ||
           std::any_of(field.synonyms.begin(), field.synonyms.end(), is_same);
}

}  // namespace

bool says_goal(const LabelReading& reading, std::string_view label, std::string_view text) {
    const std::string folded = fold(label);
    if (reading.field != FieldId::target || !folded.ends_with("目標") || folded.find("数値") != std::string::npos)
        return false;
    const TextKind kind = text_kind(text);
    return kind == TextKind::words || kind == TextKind::sentence;
}

ExtraRole extra_role_of(FieldId field) { return find_extra_role(field_name(field)).value_or(ExtraRole::other); }

bool is_guide(std::string_view text) {
    static const WordSearch words{&label_lexicon().guide};
    return words.finds_any(fold(text));
}

HeadingWords::Kind heading_kind(std::string_view label) {
    const std::string key = without_joiners(fold(label));
    const auto ends = [&](const std::vector<std::string>& words) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return key.ends_with(word); });
    };
    if (ends(label_lexicon().item_heading)) return HeadingWords::Kind::item;
    return ends(label_lexicon().goal_heading) ? HeadingWords::Kind::goal : HeadingWords::Kind::none;
}

bool is_unit_word(std::string_view text) { return label_lexicon().units.contains(fold(text)); }
bool has_foreign_word(std::string_view folded) {
    static const WordSearch words{&label_lexicon().foreign};
    return words.finds_any(folded);
}
bool has_title_word(std::string_view folded) {
    static const WordSearch words{&label_lexicon().title};
    return words.finds_any(folded);
}
bool has_contact_word(std::string_view folded) {
    static const WordSearch words{&label_lexicon().contact};
    return words.finds_any(folded);
}

const LabelReading& LabelReader::read(const std::string& label, std::optional<FieldId> under) {
    const auto read_as = [&](const std::string& key) -> const LabelReading& {
        const auto known = known_.find(key);
        return known != known_.end() ? known->second : known_.emplace(key, work_out(label, under)).first->second;
    };
    return under ? read_as(fmt::format("{}\x1f{}", label, field_name(*under))) : read_as(label);
}

LabelReading LabelReader::read_bare_words(const std::string& label) const {
    LabelReading reading;
    const LabelParts parts = split_label(label);
    if (parts.bare.size() <= kLongestWords && !strict_) {
        read_words(reading, parts.bare);
        reading.foreign = has_foreign_word(parts.bare);
    }
    for (const std::string& inner : parts.explanations) {
        std::string_view unit = inner;
        const std::string folded = fold(inner);
        for (const std::string_view word : {"単位：", "単位:", "単位"})
            if (unit.starts_with(word)) unit.remove_prefix(word.size());
        if (reading.unit.empty() && is_unit_word(unit)) reading.unit = trim(unit);
        Period period = Period::none;
        std::string key = folded;
        take_month(key, period);
        reading.start = reading.start || start_words().finds_any(folded);
        if (reading.period == Period::none && !strict_) {
            std::string time = key;
            reading.period = period == Period::none ? take_time(time) : period;
        }
        if (reading.year == 0) reading.year = take_year(key);
    }
    apply_period(reading);
    return reading;
}

LabelReading LabelReader::work_out(const std::string& label, std::optional<FieldId> under) const {
    LabelReading reading;
    if (trim(label).empty() || label.size() > kLongestLabel) return reading;
    // Most cells are no labels, which a look tells.
    if (may_be_label(label)) reading = read_bare_words(label);
    const FormField* own = form_->match_field(label, under);
    if (!own) own = form_->match_numbered(label);
    if (own) {
        if (reading.field != own->field) reading.other = reading.field;
        reading.field = own->field;
        reading.strength = Strength::form;
        reading.role = own->field == FieldId::extra ? own->role : extra_role_of(own->field);
        reading.generic = reading.plan = reading.only_year = reading.timed = false;
        // 実績（9月末） is the form's 実績, told in the middle of the year.
        if (!strict_ && tells_time(reading) && !is_written_in(*own, label)) apply_period(reading);
        return reading;
    }
    if (reading.field && *reading.field != FieldId::extra) reading.role = extra_role_of(*reading.field);
    return reading;
}

}  // namespace goalsheet
