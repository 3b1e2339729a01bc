// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "goalsheet/write_markdown.hpp"
#include "unit/write/model_sample.hpp"

using namespace goalsheet;

TEST_CASE("a sheet becomes headings, small tables and lists") {
    CHECK(write_markdown(sample_document()) == R"(# 令和7年度（2025年度）重点目標：市民部

- 待たない窓口をつくる

# 令和7年度（2025年度）重点目標管理シート：待たない窓口をつくる

## 基本情報

| 項目 | 内容 |
| --- | --- |
| 年度 | 令和7年度（2025年度） |
| 部局名 | 市民部 |
| 優先順位 | 1位 |
| 重点目標 | 待たない窓口をつくる |

### 総合計画における位置付け

第2編 安心して暮らす

第4章 身近な市役所

### 現況・課題

- 窓口の待ち時間が長い。
- 手続きの半分は電子申請でできる。

### 目的・効果

待ち時間を15分以内にする。

## 取組項目

### 取組1 窓口の予約制

\(1\) 転入と転出の予約

\(2\) 予約画面の改良

| 番号 | 期間・期限 | 数値目標 |
| --- | --- | --- |
| (1) | 9月末まで | 予約件数 600件 |
| (2) | 年度末まで | 改良の完了 |

#### 中間の数値

| 番号 | 指標 | 目標 | 実績 | 達成率 | 区分 |
| --- | --- | --- | --- | --- | --- |
| (1) | 予約件数 | 600件 | 412件 | 68.7% | 遅れ |

#### 中間報告

\(1\) 予約件数 412件（9月末現在）

'-ではない

\(2\)

- 画面を試作中
- 職員30人が試用

#### 期末報告

（未記入）

### 取組2 電子申請 4月\~6月 \| 10月\~12月

| 期間・期限 | 数値目標 |
| --- | --- |
| 年度末まで | \*\*20手続\*\*を追加 |

#### 中間報告

（未記入）

#### 期末報告

（未記入）

## 特記事項

### 市民参加・協働の推進、市民満足度の向上を考慮した点

利用者の声を四半期ごとに聞く。

### 取組による効果・残された課題

- 職員の案内が減った。
- 高齢の方への支援が要る。

## SDGs

- 16 平和と公正をすべての人に
- 17

## どの欄にも入らなかった記載

- 備考、表の5行目3列目

担当：窓口係
)");
}

TEST_CASE("a long target leaves the table and gets a heading of its own") {
    Document document = sample_document();
    std::string target;
    for (int i = 0; i < 5; ++i) target += "関係する課と連携して手続の案内を見直し";
    document.sheets[0].items[1].measures[0].target = target;
    const std::string text = write_markdown(document);
    CHECK(text.find("| 期間・期限 |\n| --- |\n| 年度末まで |\n\n#### 数値目標\n\n" + target + "\n") !=
          std::string::npos);
}

TEST_CASE("several documents come one after the other, the front matter only on top") {
    const std::vector<Document> documents = {sample_document(), sample_document()};
    MarkdownOptions options;
    options.front_matter = true;
    const std::string text = write_markdown(documents, options);
    const std::string front =
        "---\ntitle: \"令和7年度（2025年度）重点目標管理シート\"\ndepartment: \"市民部\"\nfiscal_year: 2025\n"
        "source: \"shimin.html\"\n---\n\n";
    const std::string one = write_markdown(documents[0]);
    CHECK(text == front + one + "\n" + one);
}

TEST_CASE("the index links to each document's file") {
    const std::vector<std::string> entries = {write_markdown_index_entry(sample_document(), "市民部 R7.md")};
    CHECK(write_markdown_index(entries) ==
          "# 重点目標管理シート\n\n## 市民部 令和7年度（2025年度）\n\n"
          "[市民部 R7.md](%E5%B8%82%E6%B0%91%E9%83%A8%20R7.md)\n\n"
          "| 優先順位 | 重点目標 | 指標 | 達成・順調 | 遅れ・超過 | 未報告 |\n| --- | --- | --- | --- | --- | --- |\n"
          "| 1位 | 待たない窓口をつくる | 2 | 0 | 1 | 1 |\n");
}

TEST_CASE("an empty sheet says what is not filled in") {
    Document document;
    document.sheets.resize(1);
    CHECK(write_markdown(document) ==
          "# 重点目標管理シート\n\n## 基本情報\n\n| 項目 | 内容 |\n| --- | --- |\n| 年度 |  |\n| 部局名 |  |\n"
          "| 優先順位 |  |\n| 重点目標 |  |\n\n## 取組項目\n\n（未記入）\n");
}
