// SPDX-License-Identifier: MIT
#include "validate/scope/personal_data.hpp"

#include <doctest/doctest.h>

#include <string>

using goalsheet::rules::find_personal_data;
using goalsheet::rules::PersonalData;

namespace {

std::string found_in(std::string_view text) {
    std::string out;
    for (const PersonalData& one : find_personal_data(text))
        out += std::string(text.substr(one.begin, one.end - one.begin)) + ";";
    return out;
}

}  // namespace

TEST_CASE("mobile numbers, addresses, extensions and paths are found in every shape") {
    CHECK(found_in("連絡は090-1234-5678まで") == "090-1234-5678;");
    CHECK(found_in("０８０－１２３４－５６７８") == "０８０－１２３４－５６７８;");
    CHECK(found_in("070 1234 5678") == "070 1234 5678;");
    CHECK(found_in("07012345678です") == "07012345678;");
    CHECK(found_in("080（1234）5678") == "080（1234）5678;");
    CHECK(found_in("+81-90-1234-5678") == "+81-90-1234-5678;");
    CHECK(found_in("sato@city.example.lg.jp に") == "sato@city.example.lg.jp;");
    CHECK(found_in("内線 2345") == "内線 2345;");
    CHECK(found_in("内線：２３４") == "内線：２３４;");
    CHECK(found_in("C:\\Users\\a\\r7.xlsx を") == "C:\\Users\\a\\r7.xlsx;");
    CHECK(found_in("\\\\fs01\\kikaku\\r7.xlsx") == "\\\\fs01\\kikaku\\r7.xlsx;");
    CHECK(found_in("file:///C:/a.docx") == "file:///C:/a.docx;");
    CHECK(found_in("個人番号 1234 5678 9012") == "個人番号 1234 5678 9012;");
    CHECK(found_in("担当者：佐藤") == "担当者：佐藤;");
    CHECK(found_in("パスワード：abc123") == "パスワード：abc123;");
}

TEST_CASE("offices, sums, accounts and plain sentences are nobody's data") {
    for (const char* text :
         {"電話 0268-22-4100", "1,090人、2,080人、3,070人", "公式アカウント @midori_city", "担当者に確認する",
          "担当者：福祉課", "個人番号カードの交付 120枚", "マイナンバーカード申請 5,000件", "内線電話の更新 12台",
          "パスワードの変更を促した", "比率は3:7とする", "10:30～12:00", "https://www.example.lg.jp/koho/",
          "生年月日の確認を省く", "延べ090人", "連絡先の変更 3件"}) {
        CAPTURE(text);
        CHECK(found_in(text).empty());
    }
}
