// SPDX-License-Identifier: MIT
// Who made a workbook or a document is said, and never written into what is exported.
#include <doctest/doctest.h>

#include "goalsheet/read.hpp"
#include "goalsheet/write.hpp"
#include "support/xlsx_parts.hpp"
#include "unit/validate/example_sheet.hpp"

using namespace goalsheet;

namespace {

std::string book_by(const std::string& creator, const std::string& saved_by) {
    const std::string text = test::ExamplePage().tab_separated();
    test::Parts parts = test::parts_of({.sheets = {{"様式", test::worksheet(test::rows_of(text))}}});
    parts.emplace_back("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>" + creator +
                                                "</dc:creator><cp:lastModifiedBy>" + saved_by +
                                                "</cp:lastModifiedBy></cp:coreProperties>");
    return test::zip(parts);
}

std::string messages(const std::string& book) {
    std::string found;
    for (const Finding& finding : test::check_page(book, "page.xlsx").findings)
        if (finding.code == "GS712") found += finding.message.ja + "\n";
    return found;
}

}  // namespace

TEST_CASE("a person in the properties of a workbook is asked about; an office, a program and nobody are not") {
    CHECK(
        messages(book_by("川野 あおい", "")) ==
        "ファイルのプロパティの作成者に「川野 あおい」とあります。公開するファイルで個人名なら、「ファイル」→「情報」→"
        "「問題のチェック」→「ドキュメント検査」で削除してください。\n");
    CHECK(messages(book_by("環境部", "kawano-a")).find("前回保存者に「kawano-a」") != std::string::npos);
    CHECK(messages(book_by("環境部", "みどり市")).empty());
    CHECK(messages(book_by("openpyxl", "Microsoft Office User")).empty());
    CHECK(messages(book_by("", "")).empty());
}

TEST_CASE("who made a workbook does not come into what is published") {
    const auto documents = read_documents(book_by("川野 あおい", "kawano-a"), "page.xlsx");
    REQUIRE(documents);
    const std::string json = write_json(*documents);
    CHECK(json.find("川野") == std::string::npos);
    CHECK(json.find("kawano") == std::string::npos);
}
