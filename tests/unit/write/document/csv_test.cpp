// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "goalsheet/text.hpp"
#include "goalsheet/write_csv.hpp"
#include "model/ids.hpp"
#include "tables/open_data_tables.hpp"
#include "text/encode_cp932.hpp"
#include "unit/write/model_sample.hpp"

using namespace goalsheet;

namespace {

// RFC 4180 with every field quoted; gives up (an empty list) on anything else.
std::vector<std::vector<std::string>> parse_csv(std::string_view bytes) {
    std::vector<std::vector<std::string>> records(1);
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes[at] != '"') return {};
        std::string field;
        for (++at; at < bytes.size(); ++at) {
            if (bytes[at] != '"') {
                field += bytes[at];
            } else if (bytes.substr(at, 2) == "\"\"") {
                field += '"';
                ++at;
            } else {
                break;
            }
        }
        records.back().push_back(field);
        ++at;
        if (bytes.substr(at, 1) == ",") {
            ++at;
        } else if (bytes.substr(at, 2) == "\r\n") {
            at += 2;
            records.emplace_back();
        } else {
            return {};
        }
    }
    records.pop_back();
    return records;
}

std::vector<CsvRecord> all_records(const std::vector<Document>& documents, CsvTable table) {
    std::vector<CsvRecord> records;
    const auto ids = sheet_ids(documents);
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (CsvSheetRecord& record : csv_records_of(TableSource(documents[i]), ids[i], table))
            records.push_back(std::move(record.fields));
    return records;
}

// With a label in each sheet that no form has.
Document labelled_document() {
    Document document = marked_document();
    for (Sheet& sheet : document.sheets)
        sheet.remarks.push_back({std::string(remark::kLabelReasoned), SourcedText("達成指標"), "target: 指標"});
    return document;
}

}  // namespace

TEST_CASE("tables of entries are in a set only where a document has some") {
    const std::vector<Document> plain = {sample_document()};
    for (const CsvFile& file : write_csv_set(plain))
        for (const char* name : {"indicators", "extras", "series", "labels"}) {
            CHECK(file.name != std::string(name) + ".csv");
            CHECK(file.bytes.find(std::string(name) + ".csv") == std::string::npos);
        }
    const std::vector<Document> labelled = {labelled_document()};
    CHECK(write_csv_set(labelled).size() == write_csv_set(plain).size() + 4);
}

TEST_CASE("the measures table has one row per measure and says whose it is") {
    std::vector<Document> documents = {sample_document()};
    documents[0].city = {"209996", "白樺市"};
    const CsvFile file = write_csv(documents, CsvTable::measures);
    CHECK(file.name == "measures.csv");
    REQUIRE(file.bytes.starts_with("\xEF\xBB\xBF\"全国地方公共団体コード\",\"ID\",\"地方公共団体名\","));
    const auto records = parse_csv(std::string_view(file.bytes).substr(3));
    REQUIRE(records.size() == 4);
    const std::vector<std::string>& first = records[1];
    CHECK(std::vector<std::string>(first.begin(), first.begin() + 13) ==
          std::vector<std::string>{"209996", "209996-2025-市民部-01-01-1", "白樺市", "2025", "令和7年度", "市民部",
                                   "209996-2025-市民部-01", "待たない窓口をつくる", "209996-2025-市民部-01-01", "(1)",
                                   "窓口の予約制", "1", "転入と転出の予約"});
    CHECK(std::vector<std::string>(first.end() - 3, first.end()) ==
          std::vector<std::string>{"予約件数 600件", "予約件数 412件（9月末現在） / '-ではない", ""});
    CHECK(records[2][1] == "209996-2025-市民部-01-01-2");
    CHECK(*(records[2].end() - 4) == "209996-2025-市民部-01-01-2");  // measure_id
}

TEST_CASE("the targets table has a row per indicator with figures as numbers") {
    const std::vector<Document> documents = {sample_document()};
    CsvOptions options;
    options.encoding = CsvEncoding::utf8;
    options.header = CsvHeader::physical;
    const auto records = parse_csv(write_csv(documents, CsvTable::targets, options).bytes);
    const auto value = [&](std::size_t row, std::string_view column) {
        const auto found = std::find(records[0].begin(), records[0].end(), column);
        return records[row].at(static_cast<std::size_t>(found - records[0].begin()));
    };
    REQUIRE(records.size() == 4);
    CHECK(value(1, "indicator") == "予約件数");
    CHECK(value(1, "target_value") == "600");
    CHECK(value(1, "midterm_value") == "412");
    CHECK(value(1, "midterm_rate") == "68.67");
    CHECK(value(1, "final_value") == "");
    CHECK(value(2, "figure_kind") == "定性");
}

TEST_CASE("an improvement below nothing is left empty, and a figure below nothing is no formula made harmless") {
    Document document = sample_document();
    document.sheets[0].items[0].measures[0].target = "収支比率 ▲5%→3%";
    document.sheets[0].items[0].measures[0].midterm = "収支比率 ▲6%";
    const std::vector<Document> documents = {document};
    const std::string bytes = write_csv(documents, CsvTable::targets).bytes;
    CHECK(bytes.find(",\"-6\",") != std::string::npos);
    CHECK(bytes.find("\"判定保留\"") != std::string::npos);
    CHECK(bytes.find("'-") == std::string::npos);
}

TEST_CASE("every table parses again, with as many fields as its header, no line end and no formula in a field") {
    Document document = sample_document();
    document.sheets[0].situation = "=HYPERLINK(\"http://x\")\n・@SUM(A1)\n・「引用\"符」、カンマ,";
    document.sheets[0].goal = "+1\r\n-2";
    const std::vector<Document> documents = {document, sample_document()};
    for (const CsvFile& file : write_csv_set(documents)) {
        CAPTURE(file.name);
        if (!file.name.ends_with(".csv")) continue;
        const auto records = parse_csv(std::string_view(file.bytes).substr(3));
        REQUIRE(records.size() > 1);
        for (const auto& record : records) {
            CHECK(record.size() == records[0].size());
            for (const std::string& field : record) {
                CHECK(field.find_first_of("\r\n") == std::string::npos);
                CHECK((field.empty() || std::string_view("=+-@\t").find(field[0]) == std::string_view::npos));
            }
        }
        CHECK(std::set<std::string>(records[0].begin(), records[0].end()).size() == records[0].size());
    }
}

TEST_CASE("IDs are unique in every table that has them, whatever else is exported with it") {
    const std::vector<Document> documents = {labelled_document(), labelled_document()};
    for (const CsvTable table : kCsvTables) {
        if (table == CsvTable::definitions || table == CsvTable::codes) continue;
        CAPTURE(csv_table_name(table));
        std::set<std::string> ids;
        const auto records = all_records(documents, table);
        for (const auto& record : records) ids.insert(record[1].text);
        CHECK(ids.size() == records.size());
        const std::vector<Column> columns = csv_columns(table);
        const auto sheet_id = std::find_if(columns.begin(), columns.end(), [](const Column& column) {
            return column.physical == std::string_view("sheet_id");
        });
        REQUIRE(sheet_id != columns.end());
        CHECK(records.back()[static_cast<std::size_t>(sheet_id - columns.begin())].text == "2025-市民部-01-2");
    }
}

TEST_CASE("texts come a paragraph a row, with the section and kind of each") {
    const std::vector<Document> documents = {sample_document()};
    const auto records = all_records(documents, CsvTable::texts);
    const auto is_situation = [](const CsvRecord& record) { return record[9].text == "現況・課題"; };
    const auto found = std::find_if(records.begin(), records.end(), is_situation);
    REQUIRE(found != records.end());
    const auto text_of = [](const CsvRecord& record) { return record[record.size() - 2].text; };
    CHECK(text_of(*found) == "窓口の待ち時間が長い。");
    CHECK((*found)[13].text == "箇条書き");
    CHECK(text_of(found[1]) == "手続きの半分は電子申請でできる。");
}

TEST_CASE("headers come in Japanese or as physical names, which are letters, digits and _") {
    CsvOptions options;
    options.header = CsvHeader::physical;
    options.encoding = CsvEncoding::utf8;
    const std::vector<Document> documents = {sample_document()};
    CHECK(write_csv(documents, CsvTable::sdgs, options)
              .bytes.starts_with("\"city_code\",\"id\",\"city_name\",\"fiscal_year\","));
    for (const CsvTable table : kCsvTables)
        for (const Column& column : csv_columns(table))
            CHECK(std::string_view(column.physical).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                  std::string_view::npos);
}

TEST_CASE("CP932 keeps what it has and names what it has not") {
    const Encoded encoded = encode_cp932("①～〜−㈱𠮷𠮷é");
    CHECK(
        encoded.bytes ==
        "\x87\x40\x81\x60\x81\x60\x81\x7C\x87\x8A\x81\x6BU+20BB7\x81\x6C\x81\x6BU+20BB7\x81\x6C\x81\x6BU+00E9\x81\x6C");
    CHECK(encoded.lost == std::vector<Unencodable>{{0x20BB7, 2}, {0xE9, 1}});

    Document document = sample_document();
    document.sheets[0].goal = "𠮷野の里";
    CsvOptions options;
    options.encoding = CsvEncoding::cp932;
    const std::vector<Document> documents = {document};
    const CsvFile file = write_csv(documents, CsvTable::sheets, options);
    REQUIRE(file.notes.size() == 1);
    CHECK(file.notes[0].ja.starts_with("sheets.csv: 「𠮷」（U+20BB7）はCP932にありません。"));
    CHECK(find_invalid_utf8(file.bytes));
}

TEST_CASE("a local government code has six digits and the right check digit") {
    for (const char* code : {"011002", "131016", "271004", "209996"}) CHECK(is_city_code(code));
    for (const char* code : {"", "13101", "131017", "1310166", "13101X", "１３１０１６"})
        CHECK_FALSE(is_city_code(code));
}

TEST_CASE("rows written document by document are those of all together") {
    Document other = marked_document();
    other.sheets[0].fiscal_year = FiscalYear{"令和6年度", 2024};
    const std::vector<Document> documents = {marked_document(), other, marked_document()};
    CsvRun run({CsvTable::texts});
    CsvTableText text(CsvTable::texts, {});
    std::string bytes = text.opening();
    for (const Document& document : documents)
        for (const CsvRows& rows : run.settle(document, run.rows_of(document))) bytes += text.encode(rows.text);
    CHECK(bytes == write_csv(documents, CsvTable::texts).bytes);
}

TEST_CASE("rows by year are those of the sheets of that year") {
    Document document = sample_document();
    document.sheets.push_back(document.sheets[0]);
    document.sheets[1].fiscal_year = FiscalYear{"令和6年度", 2024};
    CsvRun run({CsvTable::sheets}, true);
    const auto rows = run.rows_of(document);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].year == 2025);
    CHECK(rows[1].year == 2024);
    CHECK(rows[1].text.starts_with("\"\",\"2024-市民部-01\","));
}
