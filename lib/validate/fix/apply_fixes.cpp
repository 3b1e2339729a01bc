// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "goalsheet/fix.hpp"
#include "read/docx/edit_text.hpp"
#include "read/xlsx/edit_cells.hpp"
#include "text/escape.hpp"
#include "validate/fix/cell_changes.hpp"
#include "validate/fix/raw_text.hpp"

namespace goalsheet {
namespace {

const Message kOtherEncoding = {
    "この文字コードのファイルは自動では直せません。UTF-8かシフトJISで保存してから実行してください。",
    "A file in this encoding cannot be fixed by itself; save it as UTF-8 or Shift_JIS first."};
const Message kNotHere = {"重なっているか、直すと別の指摘が出るため、そのままにしました。手で直してください。",
                          "They overlap or would bring another finding, and were left; correct them by hand."};

const Message kOtherFormat = {"この形式のファイルは自動では直せません。元のソフトで直してください。",
                              "A file of this format cannot be fixed by itself; correct it where it was written."};
const Message kWorkbook = {
    "数式や書式の混ざったセル、保護されたセル、署名付きのブックは書き換えません。Excelで直してください。",
    "Formulas, cells with several fonts, protected cells and signed books are left; correct them in Excel."};
const Message kWordDocument = {
    "番号や更新される欄、変更履歴、保護された部分、署名付きの文書は書き換えません。Wordで直してください。",
    "List numbers, fields, tracked changes, protected parts and signed documents are left; correct them in Word."};

/// The input's bytes with edits made; nothing where one of them cannot be made.
using Splice = std::function<std::optional<std::string>(std::span<const Edit>)>;

/// How many findings there are of each rule. Their addresses change with the titles and numbers that are mended.
using Counts = std::map<std::string, std::size_t>;

Counts count(std::span<const Finding> findings) {
    Counts counts;
    for (const Finding& finding : findings) ++counts[finding.code];
    return counts;
}

bool may_apply(const Finding& finding, bool unsafe) {
    return !finding.edits.empty() && (unsafe || std::all_of(finding.edits.begin(), finding.edits.end(),
                                                            [](const Edit& edit) { return edit.safe; }));
}

/// Chooses edits, splices them and asks the rules whether they did what they should.
class Fixer {
public:
    Fixer(const FixInput& input, const Splice& splice, const Recheck& recheck)
        : input_(input), splice_(splice), recheck_(recheck), before_(count(input.findings)) {}

    FixOutcome run() {
        std::vector<std::size_t> candidates;
        for (std::size_t i = 0; i < input_.findings.size(); ++i)
            if (may_apply(input_.findings[i], input_.unsafe)) add_unless_overlapping(candidates, i);
        kept_.clear();
        keep(candidates);
        FixOutcome outcome;
        outcome.bytes = splice(kept_).value_or(std::string(input_.bytes));
        outcome.fixed = kept_;
        outcome.applied = edits_of(kept_);
        for (std::size_t i = 0; i < input_.findings.size(); ++i)
            if (may_apply(input_.findings[i], input_.unsafe) && std::find(kept_.begin(), kept_.end(), i) == kept_.end())
                outcome.left.push_back(i);
        if (!outcome.left.empty()) outcome.reason = reason_to_leave();
        return outcome;
    }

private:
    const Message& reason_to_leave() const {
        return input_.format == "xlsx" ? kWorkbook : input_.format == "docx" ? kWordDocument : kNotHere;
    }

    // The same edit may be wanted by two findings; it is made once.
    void add_unless_overlapping(std::vector<std::size_t>& chosen, std::size_t finding) {
        for (const Edit& edit : input_.findings[finding].edits) {
            const auto next = taken_.lower_bound(edit.begin);
            const bool hits_next = next != taken_.end() && next->first < edit.end;
            const bool hits_before = next != taken_.begin() && std::prev(next)->second > edit.begin;
            if (hits_next || hits_before) return;
        }
        for (const Edit& edit : input_.findings[finding].edits) taken_[edit.begin] = edit.end;
        chosen.push_back(finding);
    }

    // Those of the list that do what they should, beside the ones kept already; halves where they do not together.
    void keep(const std::vector<std::size_t>& list) {
        if (list.empty()) return;
        std::vector<std::size_t> together = kept_;
        together.insert(together.end(), list.begin(), list.end());
        if (works(together)) {
            kept_ = std::move(together);
            return;
        }
        if (list.size() == 1) return;
        const auto middle = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
        keep({list.begin(), middle});
        keep({middle, list.end()});
    }

    bool works(const std::vector<std::size_t>& findings) const {
        const auto bytes = splice(findings);
        const auto after = bytes ? recheck_(*bytes) : std::nullopt;
        if (!after) return false;
        const Counts left = count(*after);
        for (const auto& [code, number] : left) {
            const auto known = before_.find(code);
            if (known == before_.end() || known->second < number) return false;
        }
        Counts mended;
        for (const std::size_t i : findings) ++mended[input_.findings[i].code];
        return std::all_of(mended.begin(), mended.end(), [&](const auto& one) {
            const auto still = left.find(one.first);
            return (still == left.end() ? 0 : still->second) + one.second <= before_.at(one.first);
        });
    }

    std::vector<Edit> edits_of(const std::vector<std::size_t>& findings) const {
        std::vector<Edit> edits;
        for (const std::size_t i : findings)
            edits.insert(edits.end(), input_.findings[i].edits.begin(), input_.findings[i].edits.end());
        std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
        return edits;
    }

    std::optional<std::string> splice(const std::vector<std::size_t>& findings) const {
        if (findings.empty()) return std::string(input_.bytes);
        return splice_(edits_of(findings));
    }

    const FixInput& input_;
    const Splice& splice_;
    const Recheck& recheck_;
    Counts before_;
    std::map<std::size_t, std::size_t> taken_;  ///< source ranges, end by begin
    std::vector<std::size_t> kept_;
};

std::optional<std::string> splice_text(const FixInput& input, const RawText& raw, std::span<const Edit> edits) {
    std::string out;
    std::size_t done = 0;
    for (const Edit& edit : edits) {
        const auto begin = raw.raw_offset(edit.begin);
        const auto end = raw.raw_offset(edit.end);
        const auto after = raw.encode(input.format == "html" ? escape_xml(edit.after) : edit.after);
        if (!begin || !end || !after || *begin < done) return std::nullopt;
        out.append(input.bytes.substr(done, *begin - done)).append(*after);
        done = *end;
    }
    return out.append(input.bytes.substr(done));
}

std::optional<std::string> splice_workbook(const FixInput& input, std::span<const Edit> edits) {
    std::vector<XlsxCellEdit> cells;
    for (const CellChange& change : find_cell_changes(*input.source, edits)) {
        const std::size_t mark = change.cell.rfind('!');
        if (mark == std::string::npos) return std::nullopt;
        cells.push_back({change.cell.substr(0, mark), change.cell.substr(mark + 1), change.before, change.after});
    }
    return edit_cells(input.bytes, "workbook", cells);
}

std::optional<std::string> splice_document(const FixInput& input, std::span<const Edit> edits) {
    std::vector<DocxTextEdit> texts;
    for (const Edit& edit : edits) texts.push_back({edit.begin, edit.end, edit.before, edit.after});
    return edit_docx_text(input.bytes, "document", texts);
}

FixOutcome leave_all(const FixInput& input, const Message& reason) {
    FixOutcome untouched;
    untouched.bytes = input.bytes;
    for (std::size_t i = 0; i < input.findings.size(); ++i)
        if (may_apply(input.findings[i], input.unsafe)) untouched.left.push_back(i);
    if (!untouched.left.empty()) untouched.reason = reason;
    return untouched;
}

}  // namespace

FixOutcome apply_fixes(const FixInput& input, const Recheck& recheck) {
    const bool any = std::any_of(input.findings.begin(), input.findings.end(),
                                 [&](const Finding& finding) { return may_apply(finding, input.unsafe); });
    if (!any) return leave_all(input, {});
    if (input.format == "xlsx" && input.source) {
        const Splice splice = [&](std::span<const Edit> edits) { return splice_workbook(input, edits); };
        return Fixer(input, splice, recheck).run();
    }
    if (input.format == "docx") {
        const Splice splice = [&](std::span<const Edit> edits) { return splice_document(input, edits); };
        return Fixer(input, splice, recheck).run();
    }
    if (input.format != "html" && input.format != "text") return leave_all(input, kOtherFormat);
    const auto raw = RawText::pair(input.bytes, input.text, input.encoding);
    if (!raw) return leave_all(input, kOtherEncoding);
    const Splice splice = [&](std::span<const Edit> edits) { return splice_text(input, *raw, edits); };
    return Fixer(input, splice, recheck).run();
}

}  // namespace goalsheet
