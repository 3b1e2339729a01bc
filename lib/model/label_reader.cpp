// SPDX-License-Identifier: MIT
#include "model/label_reader.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <unordered_set>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/label.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kLabelWords;
}

namespace {

using Period = LabelReading::Period;
using Strength = LabelReading::Strength;

// The columns of label_words.tsv: what the words mean and where in a label they have to stand.
struct Lexicon {
    std::unordered_map<std::string, FieldId> whole;
    std::map<std::string, FieldId, std::less<>> endings;
    std::unordered_set<std::string> generic, plan, units;
    std::vector<std::string> middle, end, foreign, title, contact, guide;
    std::size_t longest_ending = 0;
};

void add_word(Lexicon& lexicon, std::string_view means, std::string_view place, const std::string& word) {
    if (means == "generic") lexicon.generic.insert(word);
    if (means == "plan") lexicon.plan.insert(word);
    if (means == "unit-word") lexicon.units.insert(word);
    if (means == "middle") lexicon.middle.push_back(word);
    if (means == "end") lexicon.end.push_back(word);
    if (means == "foreign") lexicon.foreign.push_back(word);
    if (means == "title") lexicon.title.push_back(word);
    if (means == "contact") lexicon.contact.push_back(word);
    if (means == "guide") lexicon.guide.push_back(word);
    const auto field = field_from_name(means);
    if (!field || means == "title") return;
    if (place == "end") {
        lexicon.endings.emplace(word, *field);
        lexicon.longest_ending = std::max(lexicon.longest_ending, word.size());
    } else {
        lexicon.whole.emplace(word, *field);
    }
}

std::string_view take_until(std::string_view& line, char separator) {
    const std::size_t at = line.find(separator);
    const std::string_view cell = line.substr(0, at);
    line = at == std::string_view::npos ? std::string_view{} : line.substr(at + 1);
    return cell;
}

Lexicon load_lexicon() {
    Lexicon lexicon;
    for (std::string_view line : split_lines(embedded::kLabelWords)) {
        const std::string_view means = take_until(line, '\t');
        const std::string_view place = take_until(line, '\t');
        while (!line.empty()) {
            const std::string_view word = take_until(line, ' ');
            if (!word.empty()) add_word(lexicon, means, place, without_joiners(fold(word)));
        }
    }
    return lexicon;
}

const Lexicon& lexicon() {
    static const Lexicon loaded = load_lexicon();
    return loaded;
}

bool has_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

// Takes the longest of the words that the key has out of it.
bool take_out(std::string& key, const std::vector<std::string>& words) {
    const std::string* longest = nullptr;
    for (const std::string& word : words)
        if (key.find(word) != std::string::npos && (!longest || word.size() > longest->size())) longest = &word;
    if (longest) key.erase(key.find(*longest), longest->size());
    return longest != nullptr;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
    const Lexicon& words = lexicon();
    if (const auto found = words.whole.find(std::string(key)); found != words.whole.end())
        return {{found->second, Strength::whole}};
    for (std::size_t at = 0; at < key.size(); at += decode_at(key, at).length) {
        if (key.size() - at > words.longest_ending) continue;
        const auto found = words.endings.find(key.substr(at));
        if (found != words.endings.end()) return {{found->second, at == 0 ? Strength::whole : Strength::ending}};
    }
    return std::nullopt;
}

// A report with the time it tells of; 年度末目標 stays a target.
void apply_period(LabelReading& reading) {
    if (!reading.is_report() || reading.period == Period::none) return;
    reading.field = reading.period == Period::middle ? FieldId::midterm : FieldId::final;
}

void read_words(LabelReading& reading, std::string key, bool bare) {
    key = without_joiners(key);
    if (const int year = take_year(key); year != 0 && reading.year == 0) reading.year = year;
    if (key.empty()) {
        reading.only_year = reading.year != 0;
        return;
    }
    Period period = Period::none;
    if (auto found = look_up(key); found && found->second == Strength::whole && !bare) {
        reading.field = found->first;
        reading.strength = found->second;
    }
    take_month(key, period);
    if (period == Period::none && take_out(key, lexicon().middle)) period = Period::middle;
    if (period == Period::none && take_out(key, lexicon().end)) period = Period::end;
    if (period != Period::none) reading.period = period;
    while (key.starts_with("の") || key.starts_with("に")) key.erase(0, std::string_view("の").size());
    for (const std::string_view tail : {"欄", "等", "書", "など"})
        if (key.size() > tail.size() && key.ends_with(tail)) key.erase(key.size() - tail.size());
    // 9月30日現在, 年度末: a time alone is when a result was counted.
    if (key.empty() && period != Period::none) {
        reading.field = period == Period::middle ? FieldId::midterm : FieldId::final;
        reading.strength = Strength::ending;
        return;
    }
    reading.generic = lexicon().generic.contains(key);
    reading.plan = lexicon().plan.contains(key);
    if (reading.field) return;
    if (const auto found = look_up(key)) {
        reading.field = found->first;
        reading.strength = found->second;
    }
}

}  // namespace

ExtraRole extra_role_of(FieldId field) { return find_extra_role(field_name(field)).value_or(ExtraRole::other); }

bool is_guide(std::string_view text) { return has_any(fold(text), lexicon().guide); }

bool is_unit_word(std::string_view text) { return lexicon().units.contains(fold(text)); }
bool has_foreign_word(std::string_view folded) { return has_any(folded, lexicon().foreign); }
bool has_title_word(std::string_view folded) { return has_any(folded, lexicon().title); }
bool has_contact_word(std::string_view folded) { return has_any(folded, lexicon().contact); }

const LabelReading& LabelReader::read(const std::string& label, std::optional<FieldId> under) {
    std::string key = label;
    if (under) key.append("\x1f").append(field_name(*under));
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(std::move(key), work_out(label, under)).first->second;
}

LabelReading LabelReader::work_out(const std::string& label, std::optional<FieldId> under) const {
    LabelReading reading;
    constexpr std::size_t kLongest = 240;
    if (trim(label).empty() || label.size() > kLongestLabel) return reading;
    const LabelParts parts = split_label(label);
    if (parts.bare.size() <= kLongest && !strict_) {
        read_words(reading, parts.bare, false);
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
        if (reading.period == Period::none && !strict_) {
            if (period == Period::none && has_any(folded, lexicon().middle)) period = Period::middle;
            if (period == Period::none && has_any(folded, lexicon().end)) period = Period::end;
            reading.period = period;
        }
        if (reading.year == 0) reading.year = take_year(key);
    }
    apply_period(reading);
    if (const FormField* own = form_->match_field(label, under)) {
        if (reading.field != own->field) reading.other = reading.field;
        reading.field = own->field;
        reading.strength = Strength::form;
        reading.role = own->field == FieldId::extra ? own->role : extra_role_of(own->field);
        reading.generic = reading.plan = reading.only_year = false;
        return reading;
    }
    if (reading.field) reading.role = extra_role_of(*reading.field);
    return reading;
}

}  // namespace goalsheet
