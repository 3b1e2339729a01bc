// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace goalsheet::match {

/// What a phrase is about, for comparing: pairs of kanji, katakana and Latin words, and the kinds of activity it names.
struct Topic {
    std::vector<std::uint64_t> words;  ///< sorted, each once
    std::vector<std::uint64_t> head;  ///< those of its last noun, what it is about before all: 相談 of 出店希望者の相談
    std::uint64_t activities = 0;  ///< of its last noun that names one: 相談, 参加, 補助 …, one bit each
    bool open = false;             ///< 下刈、間伐等: a list that goes on
};

/// `phrase`: folded glyphs. Words that every target has (件数, 実施, 年度) are not among them.
Topic find_topic(std::u32string_view phrase);
/// Adds the words of another phrase of the same figure, without its head.
void add_words(Topic& topic, std::u32string_view phrase);

/// Number of words both have; those of both heads count double.
int count_shared(const Topic& a, const Topic& b);

/// The kinds of activity in a phrase, the last one named before others; 0: none.
std::uint64_t last_activities(std::u32string_view phrase);
std::uint64_t first_activities(std::u32string_view phrase);
/// Persons at an event took part in it: 講座 brings 参加 with it. In a report, who finished a course attended it; a
/// target of graduates is not met by who attended.
std::uint64_t activities_of_persons(std::uint64_t activities, bool in_report);

/// What is done with people or by letter (相談, 参加, 申請), not works on things.
bool is_of_dealings(std::uint64_t activities);
/// 設計, 発注 and their like: behind a figure they are stages of the work, not what is counted.
std::uint64_t stages_of_works();
/// 作成, 制作: said of anything that is written.
std::uint64_t activities_of_making();
bool is_attendance(std::uint64_t activities);
/// A grant for works (耐震改修補助 7戸) counts the works, where its words name them.
bool is_aid_for_works(std::uint64_t figure, std::uint64_t goal);
/// 除却, 解体, 売却: what it was done to is there no longer.
bool is_of_removal(std::uint64_t activities);
/// A grant is a kind of support.
bool is_kind_of_support(std::uint64_t figure, std::uint64_t goal);
/// Whether the part has words of the goal that its whole has not.
bool has_more_of(const Topic& part, const Topic& whole, const Topic& goal);
/// Whether every word of the goal's last noun stands in the phrase.
bool contains_head(const Topic& phrase, const Topic& goal);

}  // namespace goalsheet::match
