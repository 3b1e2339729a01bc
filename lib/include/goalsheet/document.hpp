// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/field.hpp"
#include "goalsheet/remark.hpp"
#include "goalsheet/source.hpp"
#include "goalsheet/sourced_text.hpp"

namespace goalsheet {

/// April of `gregorian` to March of the next year. `label` is as written: 令和7年度, R7, 平成31年度（令和元年度）,
/// 2025年度.
struct FiscalYear {
    std::string label;
    int gregorian = 0;

    bool operator==(const FiscalYear&) const = default;
};

/// …における位置付け: where the goal stands in one of the city's plans. `plan` is the whole label.
struct Alignment {
    SourcedText plan;
    SourcedText text;

    bool operator==(const Alignment&) const = default;
};

/// 該当するSDGsの目標: number 1–17 and the name as the sheet has it (perhaps empty).
struct SdgGoal {
    int number = 0;
    SourcedText name;

    bool operator==(const SdgGoal&) const = default;
};

/// A text under a label that the form knows but the model has no field for: 評価 順調, 担当課 保育課, 予算額（千円）
/// 1,200. The label is kept as written, with its unit, year and guide.
struct Extra {
    SourcedText label;
    ExtraRole role = ExtraRole::other;
    SourcedText text;

    bool operator==(const Extra&) const = default;
};

enum class SeriesKind { target, result, baseline, plan };
std::string_view series_kind_name(SeriesKind kind);  ///< target, result, baseline, plan
std::optional<SeriesKind> find_series_kind(std::string_view name);

/// One year's cell of a thing whose years are columns: 2024年度 | 2025年度 | 2026年度. `label` is as written, `year`
/// the fiscal year it stands for (0: the label names none).
struct SeriesValue {
    SourcedText label;
    int year = 0;
    SeriesKind kind = SeriesKind::target;
    SourcedText text;

    bool operator==(const SeriesValue&) const = default;
};

/// An indicator that has columns of its own (指標名 | 単位 | 基準値 | 目標値 | 実績値), as written in its cells.
struct IndicatorCells {
    SourcedText name;
    SourcedText unit;
    SourcedText baseline;
    SourcedText target;
    SourcedText midterm;
    SourcedText final;

    bool operator==(const IndicatorCells&) const = default;
};

/// (1) 方法・手段 and what stands beside it in every column. Lines end in \n, list items start with ・.
struct Measure {
    int number = 1;
    SourcedText action;
    SourcedText deadline;
    SourcedText target;
    SourcedText midterm;
    SourcedText final;
    /// Where the sheet has columns for them. target, midterm and final then read as the sentence a sheet without such
    /// columns has: name and value with its unit in the target (相談件数 900件), the value with its unit in the reports
    /// (455件), a line for each indicator, behind what the column of the field itself says. A cell that says its unit
    /// gets no second one, and one without a figure (－, 未定) stands as it is.
    std::vector<IndicatorCells> indicators = {};
    std::vector<Extra> extras = {};
    std::vector<SeriesValue> series = {};

    bool operator==(const Measure&) const = default;
};

/// The cells of an item as the sheet has them, numbers and all, for the print sheet.
struct ItemCells {
    SourcedText item;
    SourcedText deadline;
    SourcedText target;
    SourcedText midterm;
    SourcedText final;
};

/// ① 取組項目. The title is without its number and without ○.
struct Item {
    int number = 0;
    SourcedText title;
    std::vector<Measure> measures;
    SourcedText number_text;              ///< the number as written (①, 1, No.1); not compared
    std::optional<ItemCells> as_written;  ///< only where one row held the whole item; not compared
    std::vector<Extra> extras = {};       ///< of all measures together
    std::vector<SeriesValue> series = {};

    bool operator==(const Item& o) const {
        return number == o.number && title == o.title && measures == o.measures && extras == o.extras &&
               series == o.series;
    }
};

/// 特記事項.
struct Notes {
    SourcedText participation;          ///< 市民参加・協働の推進、市民満足度の向上を考慮した点
    SourcedText outcomes;               ///< 取組による効果・残された課題
    SourcedText participation_heading;  ///< the heading as written; not compared
    SourcedText outcomes_heading;       ///< likewise

    bool operator==(const Notes& o) const { return participation == o.participation && outcomes == o.outcomes; }
};

/// Text that has no field: under a label no form knows, in a row that fits no column, or unreadable where it stands.
struct Unplaced {
    SourcedText text;
    std::string label;    ///< the label it stood under, known or not (備考, 優先順位), or empty
    std::string address;  ///< in words: ③(2) 中間報告, 表の5行目3列目

    bool operator==(const Unplaced&) const = default;
};

/// A label cell of the sheet, as written.
struct LabelCell {
    FieldId field;
    SourcedText text;
};

/// One goal sheet. Absent texts are empty; priority and fiscal_year are nullopt when the sheet does not say.
struct Sheet {
    SourcedText goal;
    SourcedText department;
    std::optional<int> priority;
    SourcedText priority_text;  ///< as written ("1位"); not compared
    std::optional<FiscalYear> fiscal_year;
    SourcedText fiscal_year_text;  ///< the words the year was read from; not compared
    std::vector<Alignment> alignments;
    SourcedText situation;
    SourcedText purpose;
    std::vector<SdgGoal> sdgs;
    SourcedText sdgs_text;  ///< the cells as written, joined by \n; not compared
    std::vector<Item> items;
    Notes notes;
    std::vector<Extra> extras = {};
    std::vector<SeriesValue> series = {};
    std::vector<Unplaced> unplaced;
    std::vector<Remark> remarks;
    std::vector<LabelCell> labels;  ///< every label cell in reading order; not compared
    SourcedText place;              ///< first characters of the table: where a finding about the whole sheet points

    bool operator==(const Sheet& o) const {
        return goal == o.goal && department == o.department && priority == o.priority && fiscal_year == o.fiscal_year &&
               alignments == o.alignments && situation == o.situation && purpose == o.purpose && sdgs == o.sdgs &&
               items == o.items && notes == o.notes && extras == o.extras && series == o.series &&
               unplaced == o.unplaced;
    }
};

/// Where a document came from. `text` is the decoded input that all places point into.
struct DocumentSource {
    std::string path;
    std::string format;    ///< html, text, json, xlsx
    std::string encoding;  ///< utf-8, windows-31j, euc-jp, utf-16le, utf-16be, iso-2022-jp
    std::string sha256;    ///< of the bytes as they came, lower-case hex; empty unless asked for
    std::shared_ptr<const SourceText> text;
    std::string below = {};  ///< the path below the folder it was found in, or empty
};

/// Whose document it is, as the one who runs the program says; no page says it for sure.
struct City {
    std::string code;  ///< 全国地方公共団体コード, six digits, or empty
    std::string name;  ///< 地方公共団体名, or empty
};

/// One input: a department's page with its sheets.
struct Document {
    DocumentSource source;
    SourcedText department;  ///< of the page; else of its first sheet
    std::optional<FiscalYear> fiscal_year;
    SourcedText fiscal_year_text;
    std::vector<SourcedText> goals;  ///< the list of 重点目標 above the sheets, without its numbers
    std::vector<Sheet> sheets;
    std::vector<Remark> remarks;
    City city = {};  ///< not compared

    bool operator==(const Document& o) const {
        return department == o.department && fiscal_year == o.fiscal_year && goals == o.goals && sheets == o.sheets;
    }
};

}  // namespace goalsheet
