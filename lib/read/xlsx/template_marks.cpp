// SPDX-License-Identifier: MIT
#include "read/xlsx/template_marks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "goalsheet/text.hpp"
#include "read/xlsx/objects.hpp"

namespace goalsheet {
namespace {

using namespace xlsx_form;

using Slot = std::pair<std::uint32_t, std::uint32_t>;

/// A row of the sheet of records.
struct Record {
    std::string_view kind;
    std::string_view digest;
};

class FormReader {
public:
    explicit FormReader(XlsxWorkbook& book) : book_(book) {
        for (std::size_t i = 0; i < book.sheets.size(); ++i) by_name_.emplace(book.sheets[i].name, i);
    }

    void drop_own_texts() {
        const XlsxWorksheet* records = sheet_of(kRecordName);
        const bool named = records != nullptr;
        if (!named) records = find_records();
        if (!records) return;
        book_.is_own = true;
        read_records(*records);
        if (named)
            sort_names();
        else
            sort_records(*records);
        drop_blank_sheets();
        for (auto& [index, form] : forms_) drop_texts(book_.sheets[index], form);
        drop_sheet_of(kCodesName);
        drop_sheet_of(kRecordName);
        std::size_t index = 0;
        std::erase_if(book_.sheets, [&](const XlsxWorksheet&) { return dropped_.contains(index++); });
    }

private:
    /// What the names say of one worksheet.
    struct Form {
        std::vector<Slot> own;      ///< whose text is still the form's
        std::vector<Slot> numbers;  ///< of rows, likewise
        std::set<Slot> inputs;
        std::set<Slot> departments;
        std::optional<std::string_view> blank;  ///< the digest of the sheet as it was made
        bool nameless = false;                  ///< the names are gone: inputs and departments are not known
    };

    std::optional<std::size_t> index_of(const char* name) const {
        for (const XlsxName& one : book_.names)
            if (one.name == name)
                if (const auto found = by_name_.find(one.sheet); found != by_name_.end()) return found->second;
        return std::nullopt;
    }

    const XlsxWorksheet* sheet_of(const char* name) const {
        const auto index = index_of(name);
        return index ? &book_.sheets[*index] : nullptr;
    }

    void drop_sheet_of(const char* name) {
        if (const auto index = index_of(name)) dropped_.insert(*index);
    }

    static std::string_view text_at(const XlsxWorksheet& sheet, const Slot& slot) {
        const auto found =
            std::lower_bound(sheet.cells.begin(), sheet.cells.end(), slot, [](const XlsxCell& cell, const Slot& place) {
                return Slot{cell.row, cell.column} < place;
            });
        const bool there = found != sheet.cells.end() && Slot{found->row, found->column} == slot;
        return there ? trim(found->text) : std::string_view();
    }

    // Some programs drop all names when they save: the sheet of records tells the form, and where its texts are.
    const XlsxWorksheet* find_records() {
        for (std::size_t i = 0; i < book_.sheets.size(); ++i) {
            const XlsxWorksheet& sheet = book_.sheets[i];
            std::set<std::string_view> headers;
            for (const XlsxCell& cell : sheet.cells)
                if (cell.row == 0) headers.insert(trim(cell.text));
            if (!headers.contains(kKind) || !headers.contains(kItem) || !headers.contains(kDigest)) continue;
            dropped_by_header_.insert(i);
            return &sheet;
        }
        return nullptr;
    }

    void sort_records(const XlsxWorksheet& sheet) {
        std::map<std::string_view, std::uint32_t> columns;
        for (const XlsxCell& cell : sheet.cells)
            if (cell.row == 0) columns.emplace(trim(cell.text), cell.column);
        if (!columns.contains(kPlace)) return;
        std::map<std::string_view, std::string_view> blanks;  // by the goal of the name: 様式_目標1
        std::map<std::string_view, std::size_t> sheet_of_goal;
        for (const XlsxCell& cell : sheet.cells) {
            if (cell.row == 0 || !columns.contains(kItem) || cell.column != columns.at(kItem)) continue;
            const std::string_view name = trim(cell.text);
            const Record& record = records_[name];
            const std::string_view goal = goal_of(name);
            if (record.kind == kBlankSheet) blanks[goal] = record.digest;
            if (record.kind != kOwnText && record.kind != kRowNumber) continue;
            const auto [index, slot] = place_of(text_at(sheet, {cell.row, columns.at(kPlace)}));
            if (index == book_.sheets.size()) continue;
            sheet_of_goal[goal] = index;
            if (digest_at(index, slot) != record.digest) continue;
            (record.kind == kRowNumber ? forms_[index].numbers : forms_[index].own).push_back(slot);
        }
        for (const auto& [goal, index] : sheet_of_goal) {
            Form& form = forms_[index];
            form.nameless = true;
            if (const auto blank = blanks.find(goal); blank != blanks.end()) form.blank = blank->second;
        }
        for (std::size_t i = 0; i < book_.sheets.size(); ++i)
            if (book_.sheets[i].name == kCodesSheet) dropped_by_header_.insert(i);
    }

    // 様式_目標2_取組1_番号 → 様式_目標2
    static std::string_view goal_of(std::string_view name) {
        return name.substr(0, name.find('_', name.find('_') + 1));
    }

    // "2 重点目標!C3"
    std::pair<std::size_t, Slot> place_of(std::string_view place) const {
        const std::size_t mark = place.rfind('!');
        const auto found = mark == std::string_view::npos ? by_name_.end() : by_name_.find(place.substr(0, mark));
        if (found == by_name_.end()) return {book_.sheets.size(), {}};
        const XlsxRange cell = first_cell_of(place.substr(mark + 1));
        return {found->second, {cell.first_row, cell.first_column}};
    }

    void read_records(const XlsxWorksheet& sheet) {
        std::map<std::string_view, std::uint32_t> columns;
        for (const XlsxCell& cell : sheet.cells)
            if (cell.row == 0) columns.emplace(trim(cell.text), cell.column);
        for (const char* header : {kKind, kItem, kDigest})
            if (!columns.contains(header)) return;
        for (const XlsxCell& cell : sheet.cells)
            if (cell.row > 0 && cell.column == columns.at(kItem))
                records_.insert_or_assign(trim(cell.text), Record{text_at(sheet, {cell.row, columns.at(kKind)}),
                                                                  text_at(sheet, {cell.row, columns.at(kDigest)})});
    }

    // A name that was copied with its sheet stands for a cell of the copy, too.
    void sort_names() {
        for (const XlsxName& name : book_.names) {
            const auto index = by_name_.find(name.sheet);
            if (index == by_name_.end()) continue;
            Form& form = forms_[index->second];
            const Slot slot{name.row, name.column};
            const auto record = records_.find(name.name);
            if (name.name.starts_with(kInputNames)) {
                form.inputs.insert(slot);
                if (name.name.ends_with(kDepartmentEnding)) form.departments.insert(slot);
            } else if (record == records_.end()) {
                continue;
            } else if (record->second.kind == kBlankSheet) {
                form.blank = record->second.digest;
            } else if (digest_at(index->second, slot) == record->second.digest) {
                (record->second.kind == kRowNumber ? form.numbers : form.own).push_back(slot);
            }
        }
    }

    // Any number of names may stand for one long text.
    const std::string& digest_at(std::size_t sheet, const Slot& slot) {
        std::string& digest = digests_[{sheet, slot}];
        if (digest.empty()) digest = sha256(text_at(book_.sheets[sheet], slot));
        return digest;
    }

    bool is_as_made(const XlsxWorksheet& sheet, const Form& form) const {
        if (!form.blank) return false;
        if (form.nameless) return is_as_made_but_for_one(sheet, *form.blank);
        std::string texts;
        for (const XlsxCell& cell : sheet.cells) {
            const std::string_view text = trim(cell.text);
            if (!text.empty() && !form.departments.contains({cell.row, cell.column}))
                texts.append(text).push_back('\n');
        }
        return sha256(texts) == *form.blank;
    }

    // The one is the department, wherever that stands.
    static bool is_as_made_but_for_one(const XlsxWorksheet& sheet, std::string_view digest) {
        constexpr std::size_t kMostCells = 500;
        std::vector<std::string_view> texts;
        for (const XlsxCell& cell : sheet.cells)
            if (const std::string_view text = trim(cell.text); !text.empty()) texts.push_back(text);
        if (texts.size() > kMostCells) return false;
        for (std::size_t left_out = 0; left_out <= texts.size(); ++left_out) {
            std::string all;
            for (std::size_t i = 0; i < texts.size(); ++i)
                if (i != left_out) all.append(texts[i]).push_back('\n');
            if (sha256(all) == digest) return true;
        }
        return false;
    }

    void drop_blank_sheets() {
        std::set<std::size_t> blank;
        std::size_t sheets = 0;
        for (const auto& [index, form] : forms_) {
            if (form.inputs.empty() && !form.nameless) continue;
            ++sheets;
            if (is_as_made(book_.sheets[index], form)) blank.insert(index);
        }
        if (blank.size() < sheets) dropped_ = std::move(blank);
        dropped_.insert(dropped_by_header_.begin(), dropped_by_header_.end());
    }

    static void drop_texts(XlsxWorksheet& sheet, Form& form) {
        std::sort(form.numbers.begin(), form.numbers.end());
        while (form.numbers.size() > 1 && is_empty_row(sheet, form, form.numbers.back().first)) {
            form.own.push_back(form.numbers.back());
            form.numbers.pop_back();
        }
        const std::set<Slot> own(form.own.begin(), form.own.end());
        std::erase_if(sheet.cells, [&](const XlsxCell& cell) { return own.contains({cell.row, cell.column}); });
    }

    static bool is_empty_row(const XlsxWorksheet& sheet, const Form& form, std::uint32_t row) {
        if (form.nameless) {
            const std::set<Slot> own(form.own.begin(), form.own.end());
            return std::all_of(sheet.cells.begin(), sheet.cells.end(), [&](const XlsxCell& cell) {
                const Slot slot{cell.row, cell.column};
                return cell.row != row || slot == form.numbers.back() || own.contains(slot) || trim(cell.text).empty();
            });
        }
        return std::all_of(form.inputs.lower_bound({row, 0}), form.inputs.lower_bound({row + 1, 0}),
                           [&](const Slot& slot) { return text_at(sheet, slot).empty(); });
    }

    XlsxWorkbook& book_;
    std::map<std::string_view, std::size_t> by_name_;
    std::map<std::string_view, Record> records_;
    std::map<std::size_t, Form> forms_;
    std::map<std::pair<std::size_t, Slot>, std::string> digests_;
    std::set<std::size_t> dropped_;
    std::set<std::size_t> dropped_by_header_;  ///< the sheets of records and choices whose names are gone
};

}  // namespace

void drop_form_texts(XlsxWorkbook& book) { FormReader(book).drop_own_texts(); }

}  // namespace goalsheet
