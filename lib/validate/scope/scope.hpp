// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dates/day_mentions.hpp"
#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/quantity.hpp"
#include "goalsheet/validate.hpp"
#include "model/measure_fields.hpp"
#include "validate/scope/character_survey.hpp"
#include "validate/scope/markup.hpp"
#include "validate/scope/message_words.hpp"
#include "validate/scope/numbering_fault.hpp"

namespace goalsheet {

/// Texts beside a place, the nearest first. A rule makes a place for every cell it looks at, so they are kept in line.
class NearTexts {
public:
    NearTexts() = default;
    NearTexts(std::initializer_list<const SourcedText*> texts) { push_front(texts); }

    /// Those that no longer fit are the farthest.
    void push_front(std::initializer_list<const SourcedText*> texts) {
        std::rotate(texts_.begin(), texts_.end() - static_cast<std::ptrdiff_t>(texts.size()), texts_.end());
        std::copy(texts.begin(), texts.end(), texts_.begin());
        size_ = std::min(size_ + texts.size(), texts_.size());
    }
    const SourcedText* const* begin() const { return texts_.data(); }
    const SourcedText* const* end() const { return texts_.data() + size_; }

private:
    std::array<const SourcedText*, 8> texts_{};
    std::size_t size_ = 0;
};

/// Where a finding stands: a part of a text, or near another one when that text is empty.
struct Place {
    SheetAddress address;
    const SourcedText* text = nullptr;
    std::size_t begin = 0;
    std::size_t end = std::string::npos;
    NearTexts near;

    Place part(std::size_t from, std::size_t to) const;
    Place named(Message words) const;
};

/// A text of a sheet and what it is.
struct FieldText {
    const SourcedText* text;
    SheetAddress address;
};

namespace rules {

/// A measure and what its indicators come to; one row without a target where it has none.
struct MeasuredMeasure {
    const Item& item;
    const Measure& measure;
    std::span<const ProgressRow> rows;
};

}  // namespace rules

class DocumentScope;

/// A month or day in one of the texts of a sheet.
struct DayInText {
    std::size_t text;  ///< index in SheetScope::texts()
    DayMention day;
};

/// What a rule sees of one sheet.
class SheetScope {
public:
    SheetScope(const DocumentScope& page, const Sheet& sheet, std::size_t number);

    const DocumentScope& page;
    const Sheet& sheet;
    std::size_t number;  ///< 1-based

    Place whole() const;
    Place at(FieldId field) const;
    Place at(const SourcedText& text, FieldId field) const;
    Place at(const Alignment& alignment) const;
    Place at(const Item& item) const;
    Place at(const Item& item,
             FieldId field) const;  ///< the item's cell in a column
    Place at(const Item& item, const Measure& measure, FieldId field) const;
    Place at(const FieldText& text, std::size_t begin, std::size_t end) const;
    const LabelCell* label(FieldId field) const;
    /// The form asks for this column of the items and the sheet's heading row does not have it. A model read from JSON
    /// has no labels: then only what the interpreter remarked counts.
    bool lacks_column(FieldId field) const;
    /// Half a table ends before the notes. A model read from JSON has no labels to go by.
    bool lacks_notes() const;
    /// A column lost its heading but not its cells: what stands in the others is not what their headings say.
    bool has_shifted_columns() const;
    /// What stands at an offset of the source, right in front of it or next behind it; the sheet alone where nothing
    /// does.
    SheetAddress address_at(std::uint32_t offset) const;

    /// Every text of the sheet that its authors wrote, in reading order; empty ones are left out.
    const std::vector<FieldText>& texts() const { return texts_; }
    const CharacterSurvey& characters() const { return characters_; }
    /// Every month and day in texts(), read once; struck-out ones are none. One thread at a time.
    const std::vector<DayInText>& days() const;
    /// Whether an offset of the source lies between the sheet's first text and its last.
    bool covers(std::uint32_t offset) const;
    /// Drops both.
    void forget();

private:
    void collect_texts();

    /// The source bytes of a text that has a field, in the order of the source.
    struct Extent {
        std::uint32_t begin;
        std::uint32_t end;
        std::size_t text;
    };
    const std::vector<Extent>& extents() const;

    std::vector<FieldText> texts_;
    CharacterSurvey characters_;
    std::size_t placed_ = 0;  ///< so many of the texts have a field
    mutable std::vector<Extent> extents_;
    mutable std::optional<std::vector<DayInText>> days_;
};

/// What a rule sees of one document.
class DocumentScope {
public:
    /// `measured`: the document held against its reports, where that is done already; there until forget().
    DocumentScope(const Document& document, const Policy& policy, const ValidateOptions& options,
                  const MeasuredDocument* measured = nullptr);

    const Document& document;
    std::size_t index = 0;  ///< in the run, once it is known
    const Policy& policy;
    const ValidateOptions& options;
    Stage stage;
    std::vector<std::unique_ptr<SheetScope>> sheets;

    Place top() const;
    /// Every measure held against its report, read once. One thread at a time.
    const std::vector<rules::MeasuredMeasure>& progress(Against against) const;
    /// The measure of a row held against another report.
    std::span<const ProgressRow> progress_of(const ProgressRow& row, Against against) const;
    /// The figures of a text of this document, read once; struck-out words are none. One thread at a time.
    const std::vector<Quantity>& quantities(const SourcedText& text) const;
    const Form& form() const;
    /// What an HTML source says beside its text, read once; nothing for other inputs. One thread at a time.
    const std::vector<rules::MarkupPiece>& markup() const;
    /// Where a part of the source stands that is no text of a sheet. `text` has to outlive the place.
    Place at_source(std::size_t begin, std::size_t end, SourcedText& text) const;
    /// Drops what was read for the rules of the document.
    void forget();

    /// How the numbers of an item's cell differ from the measures', found once. One thread at a time.
    const rules::NumberingFault& numbering(const Item& item, FieldId field) const;

private:
    const MeasuredDocument& measured() const;

    const MeasuredDocument* given_;
    mutable std::optional<MeasuredDocument> own_;  ///< where none was given
    mutable std::map<std::pair<const Item*, FieldId>, rules::NumberingFault> numbering_;
    mutable std::optional<std::vector<rules::MarkupPiece>> markup_;
    mutable std::map<Against, std::vector<rules::MeasuredMeasure>> progress_;
    mutable QuantitiesOfTexts quantities_;  ///< of texts that measuring does not read
};

/// 取組③, 取組③(2), 取組「…」 where there is no number.
Message item_word(const Item& item);
Message measure_word(const Item& item, const Measure& measure);
/// The column as the form and the JSON call it: 数値目標 / target.
/// 見出し「…」.
Message label_word(std::string_view label);

}  // namespace goalsheet
