// SPDX-License-Identifier: MIT
#include "model/items/running_lines.hpp"

#include <doctest/doctest.h>

using namespace goalsheet;

namespace {

SourcedText line(const char* text) {
    SourcedText sourced;
    sourced.append(text);
    return sourced;
}

std::vector<std::string> kept(const std::vector<const char*>& lines) {
    Page page;
    for (const char* one : lines) page.running.push_back(line(one));
    std::vector<Document> documents(1);
    documents[0].goals.push_back(line("水をためる"));
    documents[0].sheets.resize(1);
    documents[0].sheets[0].goal = line("漏水を減らす");
    documents[0].sheets[0].unplaced.push_back({line("もう知られた行"), {}, {}});
    keep_running_lines(page, Form::standard(), documents);
    std::vector<std::string> texts;
    for (const Unplaced& one : documents[0].sheets[0].unplaced) texts.push_back(one.text.text);
    texts.erase(texts.begin());
    return texts;
}

}  // namespace

TEST_CASE("lines of margins are kept once, but for titles, goals and page numbers") {
    CHECK(kept({"取扱注意", "水道部 管理係", "もう知られた行"}) ==
          std::vector<std::string>{"取扱注意", "水道部 管理係"});
    CHECK(kept({"取扱注意", "取扱注意"}) == std::vector<std::string>{"取扱注意"});
    CHECK(kept({"令和7年度 重点目標管理シート", "1 漏水を減らす", "② 水をためる"}).empty());
    CHECK(kept({"- 3 -", "1 / 4", "２／５ページ", "Page 2 of 7", "第1頁（全3頁）"}).empty());
    CHECK(kept({"第2号様式", "2025年", "ページ数"}) == std::vector<std::string>{"第2号様式", "2025年", "ページ数"});
}
