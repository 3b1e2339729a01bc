// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "goalsheet/field.hpp"
#include "text/phrase_search.hpp"

namespace goalsheet {

/// The words that may end a label, kept by their last byte, which few of them share.
class LabelEndings {
public:
    struct Ending {
        std::string word;
        FieldId field;
    };

    void add(const std::string& word, FieldId field);
    /// The longest that ends the text; of two alike, the one added first. None: nullptr.
    const Ending* find(std::string_view text) const;

private:
    std::array<std::vector<Ending>, 256> lists_;  ///< in each the longest first
};

/// The words of label_words.tsv, folded and without joiners, by what they mean and where in a label they have to stand.
struct LabelLexicon {
    std::unordered_map<std::string, FieldId> whole;
    LabelEndings endings;
    std::unordered_set<std::string> generic, plan, units;
    std::vector<std::string> middle, end, quarter, start, later, earlier, foreign, title, contact, guide, goal_heading,
        item_heading;
    std::vector<std::string> first_half, second_half;  ///< only where the label says nothing else
};
const LabelLexicon& label_lexicon();

/// Words of the lexicon of which a text may have one.
class WordSearch {
public:
    explicit WordSearch(std::initializer_list<const std::vector<std::string>*> lists)
        : words_(join(lists)), phrases_(words_) {}
    WordSearch(const WordSearch&) = delete;
    WordSearch& operator=(const WordSearch&) = delete;

    bool finds_any(std::string_view text) const { return phrases_.find(text).has_value(); }

private:
    static std::vector<std::string_view> join(std::initializer_list<const std::vector<std::string>*> lists);

    std::vector<std::string_view> words_;
    rules::Phrases phrases_;
};

}  // namespace goalsheet
