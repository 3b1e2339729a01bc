// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/field.hpp"
#include "goalsheet/message.hpp"
#include "goalsheet/source.hpp"

namespace goalsheet {

/// error: the sheet cannot be accepted. warning: someone must look. info: a hint. off: the rule is silent.
enum class Severity { off, info, warning, error };

std::string_view severity_name(Severity severity);
std::optional<Severity> severity_from_name(std::string_view name);
/// エラー・警告・情報 / error, warning, info.
Message severity_word(Severity severity);

/// A repair: the bytes [begin, end) of the decoded source, which read `before`, become `after`.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string before;
    std::string after;
    bool safe = true;  ///< it does not change what the sheet says

    bool operator==(const Edit&) const = default;
};

/// What a finding is about: each format makes its words of it.
struct SheetAddress {
    std::size_t sheet = 0;  ///< of the document, from 1; 0: not about one sheet
    int item = 0;           ///< number of the 取組項目; 0: none, or one without a number
    int measure = 0;        ///< likewise of the 方法・手段
    std::optional<FieldId> field = std::nullopt;
    Message words = {};  ///< in place of the field's name, where not empty: 見出し「…」

    /// シート2「誇れる…」 ③(2) 中間報告; `goal`: the first words of the sheet's goal.
    std::string in(Lang lang, std::string_view goal = {}) const;
};

/// One thing a rule objects to, with the place where it stands.
struct Finding {
    std::string code;  ///< GS301
    std::string name;  ///< target-missing
    Severity severity = Severity::info;
    Message message;
    std::string path;              ///< as the report shows it
    Region region;                 ///< always known: a finding about a whole file stands at 1:1
    std::uint32_t begin_byte = 1;  ///< 1-based UTF-8 byte column of region.begin
    std::uint32_t end_byte = 1;    ///< likewise of region.end
    std::size_t document = 0;      ///< index in the run; only where it is about one sheet
    SheetAddress address;
    std::string goal;                          ///< the first words of its sheet's goal
    std::string cell;                          ///< the workbook's own name for the place (シート名!C12), or empty
    std::string fingerprint;                   ///< SHA-256 in hex of everything but line numbers
    std::vector<Edit> edits;                   ///< what would repair it; all of them or none
    bool fails = false;                        ///< at or above what the policy lets through
    std::shared_ptr<const SourceText> source;  ///< the text `region` points into; may be null

    std::string address_in(Lang lang) const { return address.in(lang, goal); }

    /// Where an edit stands, in lines and columns; nothing where the source's lines are cells of a workbook.
    std::optional<Region> region_of(const Edit& edit) const {
        if (!source || !cell.empty()) return std::nullopt;
        return source->region(edit.begin, edit.end);
    }

    /// The message for reports that know lines only: in a workbook it begins with the cell, whose line says nothing.
    std::string message_with_cell(Lang lang) const {
        return cell.empty() ? message.in(lang) : cell + ": " + message.in(lang);
    }
};

}  // namespace goalsheet
