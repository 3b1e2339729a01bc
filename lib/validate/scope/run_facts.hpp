// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validate/kept_texts.hpp"
#include "validate/scope/plan_headings.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet {

/// Where a finding of the whole run would stand, looked up while the document is there.
struct KnownPlace {
    int item = 0;
    int measure = 0;
    FieldId field = FieldId::goal;
    Kept words;               ///< in the field's stead, where not empty
    std::uint32_t begin = 0;  ///< byte offsets in the source
    std::uint32_t end = 0;
    Kept about;     ///< the text it would be about
    Region region;  ///< only where the source does not stay, as the workbook's cell
    Kept cell;
};

/// 第1編 …: a heading of a plan that a sheet names.
struct HeadingFact {
    std::size_t sheet = 0;  ///< index in PageFacts::sheets
    Kept plan;              ///< title_key of the plan's label
    int numbers[3] = {};    ///< of 編, 章, 節; 0 where the level is above
    PlanHeading::Level level = PlanHeading::part;
    int number = 0;
    Kept name;
    Kept name_key;  ///< its title_key
    KnownPlace place;
};

/// What a department wrote of a measure, or of the effects at the end of a sheet, where it is not short.
struct ReportFact {
    std::size_t sheet = 0;  ///< index in PageFacts::sheets
    KnownPlace place;       ///< about the whole text
    std::size_t hash = 0;   ///< of the folded text: two of a city's texts that meet by chance are not to be expected
};

struct PageFacts;

struct SheetFacts {
    const PageFacts* page = nullptr;
    std::size_t number = 0;  ///< 1-based
    std::optional<int> fiscal_year;
    std::optional<int> priority;
    Kept department;  ///< folded; the page's where the sheet has none
    Kept goal;
    Kept goal_key;    ///< its title_key
    Kept goal_words;  ///< its first words, for addresses
    KnownPlace at_goal;
    KnownPlace at_priority;
};

/// What is known of a document once its own rules have spoken and it is gone. A run keeps it for every page, so it
/// takes a few pieces of memory and not thousands.
struct PageFacts {
    explicit PageFacts(const DocumentScope& page);
    PageFacts(const PageFacts&) = delete;
    PageFacts& operator=(const PageFacts&) = delete;

    std::size_t index = 0;  ///< in the run
    std::string path;       ///< as given
    const Policy& policy;
    Stage stage;
    std::shared_ptr<const SourceText> source;  ///< until the page is checked, where only the gist is asked for
    std::vector<SheetFacts> sheets;
    std::vector<HeadingFact> headings;  ///< in the order of the sheets
    std::vector<ReportFact> reports;    ///< likewise
    KeptTexts texts;
    const DocumentScope* whole = nullptr;  ///< the document itself, where there is a plan to hold it against

    std::string_view text(Kept kept) const { return texts.of(kept); }
    /// The first words of a sheet's goal; nothing for 0, the document.
    std::string_view goal_words(std::size_t sheet) const;
    SheetAddress address(std::size_t sheet, const KnownPlace& known) const;

private:
    void add_sheet(const SheetScope& scope);
    void add_headings(const SheetScope& scope);
    void add_reports(const SheetScope& scope);
    KnownPlace look_up(const Place& place);
    void set_region(KnownPlace& known);

    bool gist_;  ///< places are looked up at once, and nothing asks what findings are about
};

/// What a rule sees of the whole run.
struct RunScope {
    std::vector<const PageFacts*> pages;
    const ValidateOptions& options;
};

}  // namespace goalsheet
