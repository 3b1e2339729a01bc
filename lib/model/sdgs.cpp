// SPDX-License-Identifier: MIT
#include "model/sdgs.hpp"

#include <array>
#include <optional>
#include <string>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 17> kNames = {
    "貧困をなくそう",
    "飢餓をゼロに",
    "すべての人に健康と福祉を",
    "質の高い教育をみんなに",
    "ジェンダー平等を実現しよう",
    "安全な水とトイレを世界中に",
    "エネルギーをみんなに、そしてクリーンに",
    "働きがいも経済成長も",
    "産業と技術革新の基盤をつくろう",
    "人や国の不平等をなくそう",
    "住み続けられるまちづくりを",
    "つくる責任 つかう責任",
    "気候変動に具体的な対策を",
    "海の豊かさを守ろう",
    "陸の豊かさも守ろう",
    "平和と公正をすべての人に",
    "パートナーシップで目標を達成しよう",
};

struct NumberAt {
    std::size_t begin;
    std::size_t end;
    int number;
};

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// K12 is a word; SDGs12, Goal12 and No12 are goal 12.
bool is_part_of_word(std::string_view text, std::size_t at) {
    if (!is_ascii_letter(decode_before(text, at).value)) return false;
    const std::string before = fold(text.substr(at > 8 ? at - 8 : 0, at > 8 ? 8 : at));
    for (const std::string_view word : {"sdgs", "sdg", "goal", "no"})
        if (before.ends_with(word)) return false;
    return true;
}

// Runs of up to three digits and circled numbers; the goals' names hold none.
std::vector<NumberAt> find_numbers(std::string_view text) {
    std::vector<NumberAt> numbers;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (const auto circled = circled_number(point.value)) {
            numbers.push_back({at, at + point.length, *circled});
            at += point.length;
            continue;
        }
        if (!digit_value(point.value)) {
            at += point.length;
            continue;
        }
        NumberAt found{at, at, 0};
        while (found.end < text.size()) {
            const CodePoint next = decode_at(text, found.end);
            const auto digit = digit_value(next.value);
            if (!digit) break;
            if (found.number < 100000) found.number = found.number * 10 + *digit;
            found.end += next.length;
        }
        constexpr std::size_t kMostDigits = 3;
        const bool too_long = count_code_points(text.substr(found.begin, found.end - found.begin)) > kMostDigits;
        if (!too_long && !is_part_of_word(text, found.begin)) numbers.push_back(found);
        at = found.end;
    }
    return numbers;
}

bool is_unchecked(char32_t c) { return c == U'□' || c == U'☐'; }
bool is_checked(char32_t c) { return c == U'☑' || c == U'☒' || c == U'■' || c == U'✓' || c == U'✔' || c == U'✅'; }

bool is_joint(char32_t c) {
    constexpr std::u32string_view kJoints = U".．:：、,，・-－_/／|｜()（）[]【】「」『』番";
    return is_space(c) || kJoints.find(c) != std::u32string_view::npos || is_unchecked(c) || is_checked(c);
}

// The check box in front of a number: where it begins, or nothing.
std::optional<std::size_t> box_before(std::string_view text, std::size_t number) {
    for (std::size_t at = number; at > 0;) {
        const CodePoint before = decode_before(text, at);
        at -= before.length;
        if (is_unchecked(before.value) || is_checked(before.value)) return at;
        if (!is_joint(before.value)) return std::nullopt;
    }
    return std::nullopt;
}

// ☑8 ☑11 □17: those whose box stayed empty are not meant. A list of nothing but empty boxes is one that nobody has
// filled in when it has all goals; else the boxes are bullets.
bool leaves_boxes_empty(std::string_view text, const std::vector<NumberAt>& numbers) {
    std::size_t empty = 0;
    for (const NumberAt& number : numbers) {
        const auto box = box_before(text, number.begin);
        if (box && is_checked(decode_at(text, *box).value)) return true;
        if (box) ++empty;
    }
    return empty >= kNames.size();
}

bool is_closing(char32_t c) { return c == U')' || c == U'）' || c == U']' || c == U'】' || c == U'」' || c == U'』'; }

// 目標, ゴール, SDGs, Goal, No, アイコン in front of a number; and the joints around it.
SourcedText without_joints(const SourcedText& text, bool strip_words) {
    std::size_t begin = 0;
    while (begin < text.text.size()) {
        const CodePoint point = decode_at(text.text, begin);
        if (!is_joint(point.value)) break;
        begin += point.length;
    }
    std::size_t end = text.text.size();
    bool again = true;
    while (again && end > begin) {
        again = false;
        const CodePoint point = decode_before(text.text, end);
        const std::string_view rest = std::string_view(text.text).substr(begin, end - begin);
        if (is_space(point.value) || point.value == U'・' || point.value == U'、' || point.value == U'，' ||
            point.value == ',' || point.value == U'／' || point.value == '/' || is_unchecked(point.value) ||
            is_checked(point.value) || (strip_words && is_joint(point.value) && !is_closing(point.value))) {
            end -= point.length;
            again = true;
            continue;
        }
        if (!strip_words) continue;
        for (const std::string_view word : {"目標", "ゴール", "の目標", "SDGsの目標", "SDGs", "ＳＤＧｓ", "SDGS",
                                            "sdgs", "Goal", "GOAL", "goal", "No", "アイコン", "ロゴ", "icon", "画像"}) {
            if (!rest.ends_with(word)) continue;
            end -= word.size();
            again = true;
            break;
        }
    }
    return text.slice(begin, end);
}

// A name given without a number, among the official ones after folding.
int number_of_name(std::string_view text) {
    const std::string folded = fold(text);
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (folded == fold(kNames[i])) return static_cast<int>(i) + 1;
    return 0;
}

void read_names(const SourcedText& text, SdgReading& reading) {
    for (const std::string_view line : split_lines(text.text)) {
        const auto begin = static_cast<std::size_t>(line.data() - text.text.data());
        const SourcedText name = without_joints(text.slice(begin, begin + line.size()), true);
        if (name.empty()) continue;
        const int number = number_of_name(name.text);
        if (number != 0)
            reading.goals.push_back({number, name});
        else
            reading.rest.push_back(name);
    }
}

}  // namespace

std::string_view sdg_name(int number) {
    return number >= 1 && number <= 17 ? kNames[static_cast<std::size_t>(number - 1)] : std::string_view{};
}

SdgReading read_sdgs(const SourcedText& cell) {
    SdgReading reading;
    const auto numbers = find_numbers(cell.text);
    read_names(cell.slice(0, numbers.empty() ? cell.text.size() : numbers.front().begin), reading);
    const bool boxes = leaves_boxes_empty(cell.text, numbers);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool last = i + 1 == numbers.size();
        std::size_t end = last ? cell.text.size() : numbers[i + 1].begin;
        const auto box = boxes ? box_before(cell.text, numbers[i].begin) : std::nullopt;
        if (box && is_unchecked(decode_at(cell.text, *box).value)) {
            if (!last) end = box_before(cell.text, end).value_or(end);
            reading.rest.push_back(cell.slice(*box, end).trimmed());
            continue;
        }
        const SourcedText name = without_joints(cell.slice(numbers[i].end, end), !last);
        if (numbers[i].number >= 1 && numbers[i].number <= 17)
            reading.goals.push_back({numbers[i].number, name});
        else
            reading.rest.push_back(cell.slice(numbers[i].begin, end).trimmed());
    }
    return reading;
}

}  // namespace goalsheet
