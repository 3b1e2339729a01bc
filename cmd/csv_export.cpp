// SPDX-License-Identifier: MIT
#include "cmd/csv_export.hpp"

#include <iterator>
#include <set>
#include <utility>

#include "cmd/csv_folders.hpp"

namespace goalsheet::cmd {
namespace {

std::vector<CsvTable> all_tables() { return {std::begin(kCsvTables), std::end(kCsvTables)}; }

// Every document's rows in input order, with the IDs of the run; false when `take` gave up.
template <class Take>
bool stream_rows(InputRun& run, CsvRun csv, Take take) {
    struct Page {
        Document document;
        std::vector<CsvRows> rows;
    };
    bool written = true;
    run.each(
        [&](const InputFile&, std::vector<Document> documents) {
            std::vector<Page> pages;
            for (Document& document : documents) {
                std::vector<CsvRows> rows = csv.rows_of(document);
                pages.push_back({std::move(document), std::move(rows)});
            }
            return pages;
        },
        [&](const InputFile&, std::vector<Page> pages) {
            for (Page& page : pages)
                written = written && take(page.document.city, csv.settle(page.document, std::move(page.rows)));
            return written;
        });
    return written;
}

/// The text of one table while documents come.
class TableExport {
public:
    TableExport(const Session& session, const CsvExport& wanted, Outputs& outputs)
        : session_(session), wanted_(wanted), text_(wanted.table, wanted.csv), out_(session, outputs, wanted.output) {}

    CsvExported run(InputRun& inputs) {
        std::vector<CsvTable> tables = {wanted_.table};
        if (wanted_.table == CsvTable::definitions) tables = all_tables();  // it is of those that have rows
        const bool written = stream_rows(inputs, CsvRun(std::move(tables)),
                                         [&](const City&, const std::vector<CsvRows>& rows) { return take(rows); });
        if (!any_) return {false, !written};
        const bool whole = written && append_fixed_rows() && out_.finish();
        for (const Message& note : text_.notes()) session_.note(note);
        return {true, !whole};
    }

private:
    bool is_fixed() const { return wanted_.table == CsvTable::definitions || wanted_.table == CsvTable::codes; }

    bool take(const std::vector<CsvRows>& rows) {
        std::string bytes = std::exchange(any_, true) ? "" : text_.opening();
        for (const CsvRows& one : rows) {
            seen_.insert(one.table);
            if (!is_fixed()) bytes += text_.encode(one.text);
        }
        return out_.append(bytes);
    }

    bool append_fixed_rows() {
        std::vector<CsvTable> set;
        for (const CsvTable table : kCsvTables)
            if (!is_optional_csv_table(table) || seen_.contains(table)) set.push_back(table);
        return !is_fixed() || out_.append(text_.encode(write_csv_fixed_rows(wanted_.table, set, wanted_.csv)));
    }

    const Session& session_;
    const CsvExport& wanted_;
    CsvTableText text_;
    TextOutput out_;
    std::set<CsvTable> seen_;
    bool any_ = false;
};

}  // namespace

CsvExported export_csv_table(const Session& session, const CsvExport& wanted, InputRun& run, Outputs& outputs) {
    return TableExport(session, wanted, outputs).run(run);
}

CsvExported export_csv_folders(const Session& session, const CsvExport& wanted, InputRun& run, Outputs& outputs) {
    CsvFolders folders(session, outputs, {wanted.output, wanted.partitions, wanted.csv});
    CsvExported exported;
    const bool by_year = wanted.partitions.has(Partitions::Key::year);
    bool written =
        stream_rows(run, CsvRun(all_tables(), by_year), [&](const City& city, const std::vector<CsvRows>& rows) {
            exported.any = true;
            return folders.add(city, rows);
        });
    if (exported.any) written = written && folders.finish();
    exported.failed = !written;
    exported.written = folders.written();
    return exported;
}

}  // namespace goalsheet::cmd
