// SPDX-License-Identifier: MIT
#include "numbers/word_lists.hpp"

#include <array>
#include <cassert>
#include <memory>
#include <string>
#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet {

namespace embedded {
extern const std::string_view kWordLists;
}

namespace match {
namespace {

constexpr auto kListCount = static_cast<std::size_t>(WordList::kCount);

struct List {
    explicit List(std::u32string given) : words(std::move(given)), ends(words) { beginnings.add_all(words, 0); }
    List(const List&) = delete;

    std::u32string words;
    WordIndex beginnings;
    WordEndIndex ends;
};

// One list a line: its name, a tab, its words with a space between.
const List& find_list(WordList list) {
    static const auto* const lists = [] {
        auto* made = new std::vector<std::unique_ptr<List>>();  // never freed: the words are looked up until the end
        for (const std::string_view line : split_lines(embedded::kWordLists)) {
            if (line.empty() || line.front() == '#') continue;
            made->push_back(std::make_unique<List>(numbers::fold_glyphs(line.substr(line.find('\t') + 1)).text));
        }
        assert(made->size() == kListCount && "words.tsv has the lists of WordList");
        return made;
    }();
    return *(*lists)[static_cast<std::size_t>(list)];
}

}  // namespace

bool starts_with(WordList list, std::u32string_view text) { return longest_start(list, text) != 0; }

bool ends_with(WordList list, std::u32string_view text) { return longest_end(list, text) != 0; }

std::size_t longest_start(WordList list, std::u32string_view text) {
    return find_list(list).beginnings.longest_prefix(text);
}

std::size_t longest_end(WordList list, std::u32string_view text) {
    return find_list(list).ends.longest_suffix(text, [](std::u32string_view) { return true; });
}

std::u32string_view words_of(WordList list) { return find_list(list).words; }

const WordEndIndex& ends_of(WordList list) { return find_list(list).ends; }

bool holds(WordList list, std::u32string_view text) {
    const WordIndex& index = find_list(list).beginnings;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (index.find(text, i)) return true;
    return false;
}

bool is_word(WordList list, std::u32string_view text) {
    return !text.empty() && find_list(list).beginnings.longest_prefix(text) == text.size();
}

int part_kind(std::u32string_view label) {
    constexpr std::array kWhole = {WordList::part_direction, WordList::part_season, WordList::part_person,
                                   WordList::part_school,    WordList::part_new,    WordList::part_contact};
    for (const WordList list : kWhole)
        if (is_word(list, label)) return static_cast<int>(list);
    for (const WordList list : {WordList::part_trade, WordList::part_place})
        if (label.size() > 1 && label.size() < 10 && ends_with(list, label)) return static_cast<int>(list);
    return 0;
}

}  // namespace match
}  // namespace goalsheet
