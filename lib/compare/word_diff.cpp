// SPDX-License-Identifier: MIT
#include "compare/word_diff.hpp"

#include <algorithm>
#include <cstdint>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Op = WordPiece::Op;
using Tokens = std::vector<std::string_view>;

// Edits that are looked for, and steps that may be spent on it: two pages of text with nothing in common would take
// seconds, and nobody reads a thousand marks in one cell.
constexpr std::ptrdiff_t kMostEdits = 1000;
constexpr std::size_t kMostSteps = 10'000'000;

enum class Script { number, latin, katakana, other };

Script script_of(char32_t c) {
    if (digit_value(c)) return Script::number;
    const char32_t half = c >= 0xFF21 && c <= 0xFF5A ? c - 0xFEE0 : c;
    if ((half >= 'a' && half <= 'z') || (half >= 'A' && half <= 'Z')) return Script::latin;
    return is_katakana(c) || c == U'ー' ? Script::katakana : Script::other;
}

// 1,200 and 12.5 are one figure.
bool goes_on(Script script, std::string_view text, const CodePoint& next, std::size_t at) {
    if (script == Script::other) return false;
    if (script_of(next.value) == script) return true;
    constexpr std::u32string_view kInFigures = U",.，．";
    return script == Script::number && kInFigures.find(next.value) != std::u32string_view::npos &&
           digit_value(decode_at(text, at + next.length).value);
}

Tokens split_tokens(std::string_view text) {
    Tokens tokens;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint first = decode_at(text, at);
        const Script script = script_of(first.value);
        std::size_t end = at + first.length;
        while (end < text.size()) {
            const CodePoint next = decode_at(text, end);
            if (!goes_on(script, text, next, end)) break;
            end += next.length;
        }
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

class Pieces {
public:
    void add(Op op, std::string_view text) {
        if (text.empty()) return;
        if (!pieces_.empty() && pieces_.back().op == op)
            pieces_.back().text += text;
        else
            pieces_.push_back({op, std::string(text)});
    }
    void add(Op op, std::span<const std::string_view> tokens) {
        for (const std::string_view token : tokens) add(op, token);
    }
    std::vector<WordPiece> take() { return std::move(pieces_); }

private:
    std::vector<WordPiece> pieces_;
};

/// The shortest edit script of E. W. Myers (1986), with the furthest point of every diagonal kept for each number of
/// edits to find the way back.
class EditScript {
public:
    EditScript(std::span<const std::string_view> a, std::span<const std::string_view> b) : a_(a), b_(b) {}

    // The tokens' ops in order, or nothing when it takes too many edits or steps.
    std::vector<Op> find() {
        const auto most = std::min<std::ptrdiff_t>(kMostEdits, size(a_) + size(b_));
        std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
        const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
            return furthest[static_cast<std::size_t>(k + most + 1)];
        };
        for (std::ptrdiff_t d = 0; d <= most; ++d) {
            const auto begin = furthest.begin() + (most + 1 - d - 1);
            history_.emplace_back(begin, begin + 2 * d + 3);
            for (std::ptrdiff_t k = -d; k <= d; k += 2) {
                std::ptrdiff_t x = k == -d || (k != d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
                const std::ptrdiff_t start = x;
                while (x < size(a_) && x - k < size(b_) && a_[index(x)] == b_[index(x - k)]) ++x;
                steps_ += static_cast<std::size_t>(x - start) + 1;
                at(k) = x;
                if (x >= size(a_) && x - k >= size(b_)) return trace_back(d);
            }
            if (steps_ > kMostSteps) return {};
        }
        return {};
    }

private:
    static std::ptrdiff_t size(std::span<const std::string_view> tokens) {
        return static_cast<std::ptrdiff_t>(tokens.size());
    }
    static std::size_t index(std::ptrdiff_t at) { return static_cast<std::size_t>(at); }

    std::vector<Op> trace_back(std::ptrdiff_t d) const {
        std::vector<Op> ops;
        std::ptrdiff_t x = size(a_);
        std::ptrdiff_t y = size(b_);
        for (; d > 0; --d) {
            const auto& before = history_[index(d)];
            const auto at = [&](std::ptrdiff_t k) { return before[index(k + d + 1)]; };
            const std::ptrdiff_t k = x - y;
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const std::ptrdiff_t from_x = down ? at(k + 1) : at(k - 1);
            const std::ptrdiff_t from_y = from_x - (down ? k + 1 : k - 1);
            for (; x > from_x && y > from_y; --x, --y) ops.push_back(Op::same);
            ops.push_back(down ? Op::added : Op::removed);
            x = from_x;
            y = from_y;
        }
        for (; x > 0; --x) ops.push_back(Op::same);
        std::reverse(ops.begin(), ops.end());
        return ops;
    }

    std::span<const std::string_view> a_;
    std::span<const std::string_view> b_;
    std::vector<std::vector<std::ptrdiff_t>> history_;
    std::size_t steps_ = 0;
};

// A letter or two that happen to be the same between two changes only scatter the marks.
bool scatters(const std::vector<WordPiece>& pieces, std::size_t i) {
    constexpr std::size_t kFewLetters = 2;
    if (pieces[i].op != Op::same || i == 0 || i + 1 >= pieces.size()) return false;
    const std::string& text = pieces[i].text;
    return count_code_points(text) <= kFewLetters && text.find('\n') == std::string::npos &&
           script_of(decode_at(text, 0).value) == Script::other && pieces[i - 1].text.size() > text.size() &&
           pieces[i + 1].text.size() > text.size();
}

// Removed before added, and scattered letters with them.
std::vector<WordPiece> tidy(const std::vector<WordPiece>& pieces) {
    Pieces out;
    std::string removed;
    std::string added;
    const auto flush = [&] {
        out.add(Op::removed, removed);
        out.add(Op::added, added);
        removed.clear();
        added.clear();
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const WordPiece& piece = pieces[i];
        const bool both = scatters(pieces, i);
        if (piece.op == Op::same && !both) {
            flush();
            out.add(Op::same, piece.text);
            continue;
        }
        if (piece.op != Op::added) removed += piece.text;
        if (piece.op != Op::removed) added += piece.text;
    }
    flush();
    return out.take();
}

// With less in common than this, two texts side by side read better than one full of marks.
bool have_little_in_common(const std::vector<WordPiece>& pieces, std::size_t longer) {
    constexpr std::size_t kShare = 4;
    std::size_t same = 0;
    for (const WordPiece& piece : pieces)
        if (piece.op == Op::same) same += piece.text.size();
    return same * kShare < longer;
}

}  // namespace

std::vector<WordPiece> diff_words(std::string_view before, std::string_view after) {
    const Tokens a = split_tokens(before);
    const Tokens b = split_tokens(after);
    const auto [a_end, b_end] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const auto begin = static_cast<std::size_t>(a_end - a.begin());
    std::size_t tail = 0;
    while (tail < std::min(a.size(), b.size()) - begin && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;

    const std::span<const std::string_view> a_middle = std::span(a).subspan(begin, a.size() - begin - tail);
    const std::span<const std::string_view> b_middle = std::span(b).subspan(begin, b.size() - begin - tail);
    Pieces pieces;
    pieces.add(Op::same, std::span(a).first(begin));
    const std::vector<Op> ops = EditScript(a_middle, b_middle).find();
    if (ops.empty()) {
        pieces.add(Op::removed, a_middle);
        pieces.add(Op::added, b_middle);
    }
    std::size_t x = 0;
    std::size_t y = 0;
    for (const Op op : ops) {
        pieces.add(op, op == Op::added ? b_middle[y] : a_middle[x]);
        x += op != Op::added;
        y += op != Op::removed;
    }
    pieces.add(Op::same, std::span(a).last(tail));
    std::vector<WordPiece> tidied = tidy(pieces.take());
    if (!have_little_in_common(tidied, std::max(before.size(), after.size()))) return tidied;
    Pieces whole;
    whole.add(Op::removed, before);
    whole.add(Op::added, after);
    return whole.take();
}

}  // namespace goalsheet
