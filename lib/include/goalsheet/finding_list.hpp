// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "goalsheet/finding.hpp"

namespace goalsheet {

/// The findings of a run of very many documents, in a third of the memory: without sources, edits, fingerprints and
/// byte columns.
class FindingList {
public:
    FindingList() = default;
    FindingList(const std::vector<Finding>& findings) {
        for (const Finding& one : findings) add(one);
    }

    void add(const Finding& finding);
    std::size_t size() const { return packed_.size(); }
    Finding at(std::size_t index) const;
    Severity severity(std::size_t index) const { return packed_[index].severity; }

private:
    using Word = std::uint32_t;  ///< index in words_
    struct Packed {
        std::string texts;  ///< one behind the other
        std::array<std::uint32_t, 5> sizes;
        Word code;
        Word name;
        Word path;
        Word goal;
        Severity severity;
        Region region;
        std::uint32_t document;
        std::uint32_t sheet;
        int item;
        int measure;
        std::optional<FieldId> field;
        bool fails;
    };
    Word word(const std::string& text);

    std::deque<Packed> packed_;
    std::deque<std::string> words_;  ///< what many findings share
    std::map<std::string, Word, std::less<>> word_of_;
};

}  // namespace goalsheet
