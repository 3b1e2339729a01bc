// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "goalsheet/read.hpp"
#include "read/frameset.hpp"

using namespace goalsheet;

namespace {

constexpr std::string_view kFrames =
    "<html><FRAMESET rows=\"*,39\" border=0><FRAME src=\"R7.files/sheet001.htm\" name=frSheet><frame "
    "src=R7.files/tabstrip.htm></frameset></html>";

std::string page(std::string_view goal) {
    return fmt::format(
        "<table><tr><td>重点目標<td>{}<td>部局名<td>水道部<td>優先順位<td>1位<tr><td>取組項目<td>期限<td>数値目標<td>"
        "中間報告"
        "<td>期末報告<tr><td>①点検<td>3月<td>10件<td>3件<td></table>",
        goal);
}

std::string part(std::string_view html) {
    return fmt::format("--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n{}\r\n", html);
}

}  // namespace

TEST_CASE("a workbook saved as one file is the pages in its frames") {
    const auto read =
        read_documents("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n" + part(kFrames) +
                           part(page("漏水を減らす")) + part(page("水をためる")) + "--b--\r\n",
                       "book.mht");
    REQUIRE(read);
    REQUIRE(read->front().sheets.size() == 2);
    CHECK(read->front().sheets[1].goal.text == "水をためる");
}

TEST_CASE("what is too much of a saved page is left out and said") {
    const auto limit_of = [](const std::string& more) {
        const auto read =
            read_documents("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n" +
                               part(page("漏水を減らす")) + more + part(page("水をためる")) + "--b--\r\n",
                           "book.mht");
        REQUIRE(read);
        for (const Remark& remark : read->front().remarks)
            if (remark.kind == remark::kLimit) return remark.detail;
        return std::to_string(read->front().sheets.size()) + " sheets";
    };
    CHECK(limit_of("") == "2 sheets");
    std::string parts;
    for (int i = 0; i < 5000; ++i) parts += "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
    CHECK(limit_of(parts) == "mhtml-parts 5000");
    CHECK(limit_of(part("<p>" + std::string(9'000'000, 'x'))) == "mhtml-bytes 8388608");
}

TEST_CASE("a frameset names the page it shows; a page that only speaks of one is none") {
    CHECK(framed_page(kFrames) == "R7.files/sheet001.htm");
    CHECK(framed_page("<frameset><frame name=a><frame src='b c.htm'></frameset>") == "b c.htm");
    CHECK(framed_page("<table><tr><td>frameset</table>").empty());
    CHECK(framed_page("<table></table><frameset><frame src=a.htm></frameset>").empty());
    CHECK(framed_page("<frameset><frame src").empty());
}
