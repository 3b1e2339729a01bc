// SPDX-License-Identifier: MIT
#include "validate/scope/bullets.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::string_view kBullet = "・";

// At the start of a line; in copied text, where lines of a cell are joined, between spaces.
std::size_t count_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(kBullet); at != std::string_view::npos; at = text.find(kBullet, at + 1)) {
        const CodePoint before = decode_before(text, at);
        const CodePoint after = decode_at(text, at + kBullet.size());
        const bool heads_line = before.length == 0 || before.value == '\n';
        count += heads_line || (is_space(before.value) && after.length != 0 && is_space(after.value));
    }
    return count;
}

}  // namespace

BulletCounts count_bullets(const Measure& measure, FieldId report) {
    return {count_in(Unstruck(measure.target.text).text()), count_in(Unstruck(text_of(measure, report).text).text())};
}

}  // namespace goalsheet::rules
