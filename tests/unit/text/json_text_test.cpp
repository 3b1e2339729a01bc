// SPDX-License-Identifier: MIT
#include "text/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

using namespace goalsheet;

namespace {

std::string real(double value) {
    JsonText json(-1);
    json.real(value);
    return std::move(json).take();
}

}  // namespace

TEST_CASE("real numbers read back as they were and as no whole ones") {
    CHECK(real(0.5) == "0.5");
    CHECK(real(1) == "1.0");
    CHECK(real(-3) == "-3.0");
    for (const double value : {0.1, 39.7, 1.0 / 3, 1e20, 1e-9, 123456789012345.5, -0.0}) {
        CAPTURE(value);
        const auto read = nlohmann::json::parse(real(value));
        CHECK(read.is_number_float());
        CHECK(read.get<double>() == value);
    }
}

TEST_CASE("objects and lists nest, in lines or in one") {
    for (const int depth : {-1, 0}) {
        JsonText json(depth);
        json.object([&] {
            json.field("name", "線\"");
            json.list("none", [] {});
            json.list("all", [&] {
                json.number(1);
                json.object([&] { json.object("inner", [&] { json.field("x", 2); }); });
            });
        });
        const std::string text = std::move(json).take();
        CHECK(nlohmann::json::parse(text) == nlohmann::json{{"name", "線\""},
                                                            {"none", nlohmann::json::array()},
                                                            {"all", {1, {{"inner", {{"x", 2}}}}}}});
        CHECK((text.find('\n') == std::string::npos) == (depth < 0));
    }
}

TEST_CASE("a quoted text is one JSON string whatever bytes it has") {
    CHECK(quote_json("a\tb\"") == "\"a\\tb\\\"\"");
    CHECK(nlohmann::json::parse(quote_json("\xff\x01"
                                           "あ")) ==
          "\xEF\xBF\xBD\x01"
          "あ");
}
