// SPDX-License-Identifier: MIT
#include "model/labels/label_lexicon.hpp"

#include <algorithm>

#include "goalsheet/text.hpp"
#include "model/label.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kLabelWords;
}

namespace {

void add_word(LabelLexicon& lexicon, std::string_view means, std::string_view place, const std::string& word) {
    if (means == "generic") lexicon.generic.insert(word);
    if (means == "plan") lexicon.plan.insert(word);
    if (means == "unit-word") lexicon.units.insert(word);
    if (means == "middle") (place == "part" ? lexicon.middle : lexicon.first_half).push_back(word);
    if (means == "end") (place == "part" ? lexicon.end : lexicon.second_half).push_back(word);
    if (means == "quarter") lexicon.quarter.push_back(word);
    if (means == "start") lexicon.start.push_back(word);
    if (means == "later") lexicon.later.push_back(word);
    if (means == "earlier") lexicon.earlier.push_back(word);
    if (means == "foreign") lexicon.foreign.push_back(word);
    if (means == "title") lexicon.title.push_back(word);
    if (means == "contact") lexicon.contact.push_back(word);
    if (means == "guide") lexicon.guide.push_back(word);
    if (means == "heading-goal") lexicon.goal_heading.push_back(word);
    if (means == "heading-item") lexicon.item_heading.push_back(word);
    const auto field = field_from_name(means);
    if (!field || means == "title") return;
    if (place == "end")
        lexicon.endings.add(word, *field);
    else
        lexicon.whole.emplace(word, *field);
}

std::string_view take_until(std::string_view& line, char separator) {
    const std::size_t at = line.find(separator);
    const std::string_view cell = line.substr(0, at);
    line = at == std::string_view::npos ? std::string_view{} : line.substr(at + 1);
    return cell;
}

LabelLexicon load_lexicon() {
    LabelLexicon lexicon;
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

std::size_t last_byte(std::string_view text) { return static_cast<unsigned char>(text.back()); }

}  // namespace

void LabelEndings::add(const std::string& word, FieldId field) {
    std::vector<Ending>& list = lists_[last_byte(word)];
    const auto is_shorter = [&](const Ending& one) { return one.word.size() < word.size(); };
    list.insert(std::find_if(list.begin(), list.end(), is_shorter), {word, field});
}

const LabelEndings::Ending* LabelEndings::find(std::string_view text) const {
    if (text.empty()) return nullptr;
    const std::vector<Ending>& list = lists_[last_byte(text)];
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Ending& one) { return text.ends_with(one.word); });
    return found == list.end() ? nullptr : &*found;
}

const LabelLexicon& label_lexicon() {
    static const LabelLexicon loaded = load_lexicon();
    return loaded;
}

std::vector<std::string_view> WordSearch::join(std::initializer_list<const std::vector<std::string>*> lists) {
    std::vector<std::string_view> words;
    for (const auto* list : lists) words.insert(words.end(), list->begin(), list->end());
    return words;
}

}  // namespace goalsheet
