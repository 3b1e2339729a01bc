// SPDX-License-Identifier: MIT
#include "summary/packed_sheet.hpp"

#include <cassert>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace goalsheet {
namespace {

template <class T>
concept Number = std::is_integral_v<T> || std::is_enum_v<T>;

class Packer {
public:
    template <class T>
    using Of = const T;

    template <Number T>
    void carry(const T& number) {
        const auto value = static_cast<std::int64_t>(number);
        const std::uint64_t sign = value < 0 ? ~std::uint64_t{0} : 0;
        carry_bits((static_cast<std::uint64_t>(value) << 1U) ^ sign);
    }
    void carry(const double& number) { bytes_.append(reinterpret_cast<const char*>(&number), sizeof number); }
    void carry(const std::string& text) {
        carry_bits(text.size());
        bytes_ += text;
    }
    template <class T>
    void carry_size(const std::vector<T>& list) {
        carry_bits(list.size());
    }
    template <class T>
    void carry_presence(const std::optional<T>& value) {
        bytes_.push_back(value ? '\1' : '\0');
    }
    std::string take() {
        bytes_.shrink_to_fit();
        return std::move(bytes_);
    }

private:
    void carry_bits(std::uint64_t bits) {
        for (; bits >= 0x80; bits >>= 7U) bytes_.push_back(static_cast<char>(bits | 0x80U));
        bytes_.push_back(static_cast<char>(bits));
    }

    std::string bytes_;
};

class Unpacker {
public:
    template <class T>
    using Of = T;

    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    template <Number T>
    void carry(T& number) {
        const std::uint64_t bits = next_bits();
        number = static_cast<T>(static_cast<std::int64_t>(bits >> 1U) ^ -static_cast<std::int64_t>(bits & 1U));
    }
    void carry(double& number) { std::memcpy(&number, next(sizeof number).data(), sizeof number); }
    void carry(std::string& text) { text = next(next_bits()); }
    template <class T>
    void carry_size(std::vector<T>& list) {
        list.resize(next_bits());
    }
    template <class T>
    void carry_presence(std::optional<T>& value) {
        if (next(1).front() == '\1') value.emplace();
    }

private:
    std::uint64_t next_bits() {
        std::uint64_t bits = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(next(1).front());
            bits |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) return bits;
        }
    }
    std::string_view next(std::size_t size) {
        assert(size <= bytes_.size());
        const std::string_view part = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return part;
    }

    std::string_view bytes_;
};

// What is carried of each type, in this order, both ways: into a pack and out of it.
template <class Box, class... Values>
void carry_all(Box& box, Values&... values) {
    (carry(box, values), ...);
}

template <class Box, Number T>
void carry(Box& box, T& number) {
    box.carry(number);
}
template <class Box>
void carry(Box& box, typename Box::template Of<double>& number) {
    box.carry(number);
}
template <class Box>
void carry(Box& box, typename Box::template Of<std::string>& text) {
    box.carry(text);
}
template <class Box>
void carry(Box& box, typename Box::template Of<SourcedText>& text) {
    box.carry(text.text);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Message>& message) {
    carry_all(box, message.ja, message.en);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Decimal>& number) {
    carry_all(box, number.mantissa, number.scale);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Date>& date) {
    carry_all(box, date.year, date.month, date.day);
}
template <class T>
inline constexpr bool kIsList = false;
template <class T>
inline constexpr bool kIsList<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

template <class Box, class T>
requires kIsList<std::remove_const_t<T>>
void carry(Box& box, T& list) {
    box.carry_size(list);
    for (auto& one : list) carry(box, one);
}
template <class Box, class T>
requires kIsOptional<std::remove_const_t<T>>
void carry(Box& box, T& value) {
    box.carry_presence(value);
    if (value) carry(box, *value);
}

template <class Box>
void carry(Box& box, typename Box::template Of<IndicatorReport>& one) {
    carry_all(box, one.result, one.unit, one.state, one.projected, one.rate, one.improvement, one.pace, one.as_of,
              one.status, one.kind, one.note);
}
template <class Box>
void carry(Box& box, typename Box::template Of<SummaryIndicator>& one) {
    carry_all(box, one.item, one.measure, one.order, one.label, one.baseline, one.target, one.unit, one.comparator,
              one.direction, one.line, one.midterm, one.final);
}

template <class Box>
void carry(Box& box, typename Box::template Of<Measure>& one) {
    carry_all(box, one.number, one.action, one.deadline, one.target, one.midterm, one.final);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Item>& one) {
    carry_all(box, one.number, one.title, one.measures);
}
template <class Box>
void carry(Box& box, typename Box::template Of<SdgGoal>& one) {
    carry_all(box, one.number, one.name);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Alignment>& one) {
    carry_all(box, one.plan, one.text);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Notes>& one) {
    carry_all(box, one.participation, one.outcomes, one.participation_heading, one.outcomes_heading);
}
template <class Box>
void carry(Box& box, typename Box::template Of<Unplaced>& one) {
    carry_all(box, one.text, one.label, one.address);
}

// The SDGs stand in front: they are asked for alone.
template <class Box>
void carry_sheet(Box& box, typename Box::template Of<Sheet>& sheet, bool all) {
    carry_all(box, all, sheet.sdgs, sheet.goal, sheet.items);
    if (all) carry_all(box, sheet.alignments, sheet.situation, sheet.purpose, sheet.notes, sheet.unplaced);
}

}  // namespace

std::string pack_texts(const Sheet& sheet, SummaryTexts texts) {
    Packer pack;
    carry_sheet(pack, sheet, texts == SummaryTexts::all);
    return pack.take();
}

std::string pack_figures(std::span<const SummaryIndicator> indicators) {
    Packer pack;
    for (const SummaryIndicator& one : indicators) carry(pack, one);
    return pack.take();
}

Sheet SummarySheet::texts() const {
    Sheet sheet;
    Unpacker pack(packed_texts);
    carry_sheet(pack, sheet, true);
    return sheet;
}

std::vector<SdgGoal> SummarySheet::named_sdgs() const {
    bool all = false;
    std::vector<SdgGoal> named;
    Unpacker pack(packed_texts);
    carry_all(pack, all, named);
    return named;
}

std::vector<SummaryIndicator> SummarySheet::indicators() const {
    std::vector<SummaryIndicator> indicators(indicator_count);
    Unpacker pack(packed_figures);
    for (SummaryIndicator& one : indicators) {
        carry(pack, one);
        one.judge(against);
    }
    return indicators;
}

}  // namespace goalsheet
