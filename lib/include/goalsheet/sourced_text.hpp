// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalsheet {

/// UTF-8 text that remembers which bytes of the source it came from.
/// A run says: these bytes of the text stand at that offset of the decoded source, byte for byte.
/// Text that no run covers (a bullet we wrote, a folded space) has no place of its own.
struct SourcedText {
    struct Run {
        std::uint32_t at;      ///< offset in `text`
        std::uint32_t source;  ///< offset in the decoded source
        std::uint32_t length;
    };

    std::string text;
    std::vector<Run> runs;

    SourcedText() = default;
    SourcedText(std::string plain) : text(std::move(plain)) {}
    SourcedText(const char* plain) : text(plain) {}

    /// No text, but a place where it is missing: an empty cell.
    static SourcedText missing_at(std::uint32_t source);

    bool empty() const { return text.empty(); }
    /// Appends bytes that stand at `source` in the decoded source.
    void append(std::string_view bytes, std::uint32_t source);
    /// Appends bytes that stand nowhere in the source.
    void append(std::string_view bytes) { text.append(bytes); }
    void append(const char* bytes) { text.append(bytes); }
    void append(const SourcedText& other);
    /// The bytes [begin, end) with their places.
    SourcedText slice(std::size_t begin, std::size_t end) const;
    /// The text without white space (ASCII and U+3000) at both ends.
    SourcedText trimmed() const&;
    SourcedText trimmed() &&;
    /// Source bytes [first, last) that the text bytes [begin, end) came from; nothing if none of them has a place. Of a
    /// missing text, where it is missing.
    std::optional<std::pair<std::uint32_t, std::uint32_t>> source_of(std::size_t begin, std::size_t end) const;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> source_of() const { return source_of(0, text.size()); }

    /// Two texts are the same when they read the same, wherever they stood.
    bool operator==(const SourcedText& other) const { return text == other.text; }
};

}  // namespace goalsheet
