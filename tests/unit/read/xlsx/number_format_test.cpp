// SPDX-License-Identifier: MIT
#include "read/xlsx/number_format.hpp"

#include <doctest/doctest.h>

#include <string>

#include "read/xlsx/format_dates.hpp"

using namespace goalsheet;

TEST_CASE("numbers read as their cells show them") {
    struct Example {
        const char* raw;
        const char* format;
        const char* shown;
    };
    constexpr Example kExamples[] = {
        {"1200", "", "1200"},
        {"0.30000000000000004", "", "0.3"},
        {"123456789012345", "", "123456789012345"},
        {"1200", "#,##0", "1,200"},
        {"1234567.5", "#,##0.00", "1,234,567.50"},
        {"0.85", "0%", "85%"},
        {"0.285", "0%", "29%"},
        {"0.625", "0.0%", "62.5%"},
        {"-3", "#,##0;▲#,##0", "▲3"},
        {"-3", "0", "-3"},
        {"-0.2", "0", "0"},
        {"0", "0;-0;\"なし\"", "なし"},
        {"300", "0\"件\"", "300件"},
        {"1", "\"第\"0\"位\"", "第1位"},
        {"1", "0位", "1位"},
        {"12000", "[$¥-411]#,##0", "¥12,000"},
        {"12000", "#,##0_);[Red]\\(#,##0\\)", "12,000"},
        {"-12000", "#,##0_);[Red]\\(#,##0\\)", "(12,000)"},
        {"1234567", "#,##0,\"千円\"", "1,235千円"},
        {"5", "0.##", "5."},
        {"5.25", "0.##", "5.25"},
        {"7", "000", "007"},
        {"45961", "yyyy/m/d", "2025/10/31"},
        {"45961", "yyyy\"年\"m\"月\"d\"日\"", "2025年10月31日"},
        {"45961", "[$-411]ggge\"年\"m\"月\"d\"日\"", "令和7年10月31日"},
        {"45961", "[$-411]ge.m.d;@", "R7.10.31"},
        {"45961", "yyyy-mm-dd", "2025-10-31"},
        {"45961", "m\"月\"d\"日\"", "10月31日"},
        {"45961", "m/d(aaa)", "10/31(金)"},
        {"45961.75", "yyyy/m/d h:mm", "2025/10/31 18:00"},
        {"0.4375", "h:mm", "10:30"},
        {"0.4375", "h:mm AM/PM", "10:30 AM"},
        {"61", "yyyy/m/d", "1900/3/1"},
        {"32516", "ge.m.d", "H1.1.8"},
        {"9.96", "0.0", "10.0"},
        {"99.5", "#,##0", "100"},
        {"300", "General\"件\"", "300件"},
        {"-300", "G/標準", "-300"},
        {"12345678901234567000", "", "12345678901234567168"},
        {"45961.999999", "yyyy/m/d h:mm", "2025/11/1 0:00"},
        {"45961", "d mmm yyyy, dddd", "31 Oct 2025, Friday"},
        {"45961", "ddd", "Fri"},
        {"45961", "aaaa", "金曜日"},
        {"0.5", "h:mm:ss", "12:00:00"},
        {"400", "ggge", "明治34"},
        {"text", "0", "text"},
        {"-45", "#,##0_);(#,##0)", "(45)"},
        {"1.5", "[h]:mm", "36:00"},
        {"0.0625", "[h]:mm:ss", "1:30:00"},
        {"0.0625", "[mm]\"分\"", "90分"},
        {"0.25", "# ?/?", "1/4"},
        {"1.5", "# ?/?", "1 1/2"},
        {"2", "# ?/?", "2"},
        {"0", "# ?/?", "0"},
        {"-2.75", "# ?/?", "-2 3/4"},
        {"0.3125", "# ?\?/?\?", "5/16"},
        {"0.99", "# ?/?", "1"},
        {"1.5", "?/?", "3/2"},
        {"0.5", "# ?/4", "2/4"},
        {"0.25", "0/100\"点\"", "25/100点"},
        {"123456", "0.00E+00", "1.23E+05"},
        {"0.000123", "0.00E+00", "1.23E-04"},
        {"-9.999", "0.0E+0", "-1.0E+1"},
        {"0", "0.00E+00", "0.00E+00"},
        {"123456", "##0.0E+0", "123.5E+3"},
        {"100", "[>=100]0;0.0", "100"},
        {"99.5", "[>=100]0;0.0", "99.5"},
        {"43600", "[$-ja-JP-x-gannen]ggge年m月d日", "令和元年5月15日"},
        {"45961", "[$-ja-JP-x-gannen]ggge年m月d日", "令和7年10月31日"},
        {"43700", "[<43831]ggg\"元年\"m月d日;ggge年m月d日", "令和元年8月23日"},
        {"45961", "[<43831]ggg\"元年\"m月d日;ggge年m月d日", "令和7年10月31日"},
    };
    for (const Example& example : kExamples) {
        CAPTURE(example.raw);
        CAPTURE(example.format);
        const ShownNumber shown = show_number(example.raw, example.format, false);
        CHECK(shown.text == example.shown);
        CHECK(shown.sure);
    }
}

TEST_CASE("a number whose format is not known to the letter comes bare and says so") {
    for (const char* format : {"000-0000", "[DBNum1]0", "mm:ss.0", "[h]:mm yyyy", "[<0]0"}) {
        CAPTURE(format);
        const ShownNumber shown = show_number("1234567.5", format, false);
        CHECK_FALSE(shown.sure);
        CHECK(shown.text == "1234567.5");
    }
    CHECK_FALSE(show_number("59", "yyyy/m/d", false).sure);  // Excel's 1900 has a 29 February
    CHECK_FALSE(show_number("-1", "yyyy/m/d", false).sure);
    CHECK_FALSE(show_number("1e300", "yyyy/m/d", false).sure);
    CHECK(show_number("1e21", "", false).text == "1E+21");
    CHECK(show_number("0.0000001", "General", false).text == "1E-07");
    CHECK(show_number("-0.0", "", false).text == "0");
}

TEST_CASE("dates of a workbook from 1904 are four years and a day later") {
    CHECK(show_number("44499", "yyyy/m/d", true).text == "2025/10/31");
}

TEST_CASE("dates that are written out become serial numbers") {
    CHECK(serial_of_iso_date("2025-10-31") == 45961.0);
    CHECK(serial_of_iso_date("2025-10-31T18:00:00") == 45961.75);
    CHECK_FALSE(serial_of_iso_date("2025-02-30"));
    CHECK_FALSE(serial_of_iso_date("31.10.2025"));
}
