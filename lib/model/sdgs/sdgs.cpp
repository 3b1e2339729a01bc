// SPDX-License-Identifier: MIT
#include "model/sdgs/sdgs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "goalsheet/text.hpp"
#include "model/sdgs/sdg_numbers.hpp"
#include "text/struck.hpp"

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

bool is_unchecked(char32_t c) { return c == U'□' || c == U'☐'; }
bool is_checked(char32_t c) { return c == U'☑' || c == U'☒' || c == U'■' || c == U'✓' || c == U'✔' || c == U'✅'; }

bool is_joint(char32_t c) {
    constexpr std::u32string_view kJoints = U".．:：、,，・-－_/／|｜()（）[]【】「」『』番";
    return is_space(c) || kJoints.find(c) != std::u32string_view::npos || is_unchecked(c) || is_sdg_mark(c);
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
bool leaves_boxes_empty(std::string_view text, const std::vector<SdgNumber>& numbers) {
    std::size_t empty = 0;
    for (const SdgNumber& number : numbers) {
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
            is_sdg_mark(point.value) || (strip_words && is_joint(point.value) && !is_closing(point.value))) {
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

// What is struck out is no goal of the sheet; it is kept whole.
struct Piece {
    SourcedText text;
    bool struck = false;
};

std::vector<Piece> pieces_of(const SourcedText& cell) {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (const auto& [from, to] : struck_ranges(cell.text)) {
        pieces.push_back({cell.slice(begin, from)});
        pieces.push_back({cell.slice(from, to), true});
        begin = to;
    }
    pieces.push_back({cell.slice(begin, cell.text.size())});
    return pieces;
}

class PieceReader {
public:
    PieceReader(const SourcedText& text, SdgReading& reading)
        : text_(text), reading_(reading), numbers_(find_sdg_numbers(text.text)) {}

    void read() {
        drop_counters();
        read_names(text_.slice(0, numbers_.empty() ? text_.text.size() : numbers_.front().begin), reading_);
        boxes_ = leaves_boxes_empty(text_.text, numbers_);
        const bool choice = !boxes_ && is_choice();
        if (choice && !is_clear_choice()) {
            reading_.rest.push_back(text_.trimmed());
            return;
        }
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            if (!leave_empty_box(i)) add(i, choice && !is_chosen(numbers_[i]));
    }

private:
    static bool is_chosen(const SdgNumber& number) { return number.circled || number.mark != SdgNumber::Mark::none; }

    std::size_t end_of(std::size_t i) const {
        return i + 1 == numbers_.size() ? text_.text.size() : numbers_[i + 1].begin;
    }

    SourcedText name_of(std::size_t i) const {
        return without_joints(text_.slice(numbers_[i].end, end_of(i)), i + 1 != numbers_.size());
    }

    // ①8 ②11: the circled ones count the entries, and belong to what stands in front of the numbers.
    void drop_counters() {
        std::vector<SdgNumber> counted;
        for (std::size_t i = 0; i + 1 < numbers_.size(); i += 2) {
            const bool counter = numbers_[i].circled && numbers_[i].number == static_cast<int>(i / 2) + 1;
            if (!counter || numbers_[i + 1].circled || !name_of(i).empty()) return;
            counted.push_back(numbers_[i + 1]);
            counted.back().begin = numbers_[i].begin;
        }
        if (numbers_.size() % 2 == 0 && counted.size() > 1) numbers_ = std::move(counted);
    }

    // Numbers of which some are marked: 1○ 2 3 4●. With their names they are a choice when all goals are there; else
    // the marks head the entries.
    bool is_choice() const {
        constexpr std::size_t kLeast = 3;
        if (numbers_.size() < kLeast && count_marks() == 0) return false;  // ③、11
        const auto chosen = std::count_if(numbers_.begin(), numbers_.end(), is_chosen);
        if (chosen == static_cast<std::ptrdiff_t>(numbers_.size()) || (chosen == 0 && !has_loose_marks())) return false;
        if (numbers_.size() >= kNames.size()) return true;
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            if (!name_of(i).empty()) return false;
        return true;
    }

    // Every mark is on the same side of its number and touches no other one.
    bool is_clear_choice() const {
        bool before = false;
        bool behind = false;
        std::size_t marks = 0;
        for (const SdgNumber& number : numbers_) {
            if (number.mark == SdgNumber::Mark::both) return false;
            before = before || number.mark == SdgNumber::Mark::before;
            behind = behind || number.mark == SdgNumber::Mark::behind;
            marks += number.mark == SdgNumber::Mark::none ? 0 : 1;
        }
        return !(before && behind) && marks == count_marks();
    }

    // A mark between the numbers that touches none.
    bool has_loose_marks() const {
        for (std::size_t at = 0; at < text_.text.size(); at += decode_at(text_.text, at).length)
            if (is_sdg_mark(decode_at(text_.text, at).value) && !begins_line(at)) return true;
        return false;
    }

    bool begins_line(std::size_t at) const {
        const std::string_view before = std::string_view(text_.text).substr(0, at);
        return trim(before.substr(before.rfind('\n') + 1)).empty();
    }

    std::size_t count_marks() const {
        std::size_t marks = 0;
        for (std::size_t at = 0; at < text_.text.size(); at += decode_at(text_.text, at).length)
            marks += is_sdg_mark(decode_at(text_.text, at).value) ? 1 : 0;
        return marks;
    }

    bool leave_empty_box(std::size_t i) {
        const auto box = boxes_ ? box_before(text_.text, numbers_[i].begin) : std::nullopt;
        if (!box || !is_unchecked(decode_at(text_.text, *box).value)) return false;
        std::size_t end = end_of(i);
        if (i + 1 != numbers_.size()) end = box_before(text_.text, end).value_or(end);
        reading_.rest.push_back(text_.slice(*box, end).trimmed());
        return true;
    }

    void add(std::size_t i, bool left_out) {
        const SdgNumber& number = numbers_[i];
        const bool goal = number.number >= 1 && number.number <= static_cast<int>(kNames.size());
        if (left_out || !goal || number.kind == SdgNumber::Kind::unsure) {
            reading_.rest.push_back(without_joints(text_.slice(number.begin, end_of(i)), i + 1 != numbers_.size()));
            return;
        }
        const bool target = number.kind == SdgNumber::Kind::target;
        SourcedText name =
            target ? without_joints(text_.slice(number.begin, end_of(i)), i + 1 != numbers_.size()) : name_of(i);
        for (int one = number.number; one < number.last; ++one) reading_.goals.push_back({one, {}});
        reading_.goals.push_back({number.last, std::move(name)});
    }

    const SourcedText& text_;
    SdgReading& reading_;
    std::vector<SdgNumber> numbers_;
    bool boxes_ = false;
};

}  // namespace

std::string_view sdg_name(int number) {
    return number >= 1 && number <= 17 ? kNames[static_cast<std::size_t>(number - 1)] : std::string_view{};
}

SdgReading read_sdgs(const SourcedText& cell) {
    SdgReading reading;
    for (const Piece& piece : pieces_of(cell)) {
        if (piece.struck)
            reading.rest.push_back(piece.text);
        else
            PieceReader(piece.text, reading).read();
    }
    return reading;
}

}  // namespace goalsheet
