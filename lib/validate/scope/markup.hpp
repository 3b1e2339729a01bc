// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace goalsheet::rules {

/// What a page's source says beside the text that a reader sees. Offsets are bytes of the source.
struct MarkupPiece {
    enum class Kind {
        comment,       ///< inside of <!-- … -->; Office's own conditional ones are not among them
        attribute,     ///< value of title, alt, or of an href that is a mail address or a file
        author,        ///< content of <meta name="author">
        hidden,        ///< text of an element that style hides
        tracked,       ///< <ins …> or <del …>: the tag
        word_comment,  ///< a tag of a comment that Word wrote
        bare_image,    ///< <img …> without alt text: the tag
    };
    Kind kind;
    std::size_t begin;
    std::size_t end;

    std::string_view in(std::string_view source) const { return source.substr(begin, end - begin); }
};

/// Every such piece of an HTML source, in its order. Never fails: what is broken off ends where the source does.
std::vector<MarkupPiece> find_markup_pieces(std::string_view source);

}  // namespace goalsheet::rules
