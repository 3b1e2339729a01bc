// SPDX-License-Identifier: MIT
#include "model/sdgs.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace goalsheet;

namespace {

std::string outline(const char* text) {
    const SdgReading reading = read_sdgs(SourcedText(text));
    std::string out;
    for (const SdgGoal& goal : reading.goals) out += fmt::format("{}:{};", goal.number, goal.name.text);
    for (const SourcedText& rest : reading.rest) out += "?" + rest.text + ";";
    return out;
}

}  // namespace

TEST_CASE("goals are read from icons' texts and from plain text") {
    CHECK(outline("2 飢餓をゼロに") == "2:飢餓をゼロに;");
    CHECK(outline("3 すべての人に健康と福祉を 10 人や国の不平等をなくそう") ==
          "3:すべての人に健康と福祉を;10:人や国の不平等をなくそう;");
    CHECK(outline("目標8：働きがいも経済成長も\n目標９：産業と技術革新の基盤をつくろう") ==
          "8:働きがいも経済成長も;9:産業と技術革新の基盤をつくろう;");
    CHECK(outline("SDGs11 住み続けられるまちづくりを") == "11:住み続けられるまちづくりを;");
    CHECK(outline("③、⑪、⑰") == "3:;11:;17:;");
    CHECK(outline("3、11、17") == "3:;11:;17:;");
    CHECK(outline("気候変動に具体的な対策を") == "13:気候変動に具体的な対策を;");
    CHECK(outline("12．つくる責任 つかう責任") == "12:つくる責任 つかう責任;");
}

TEST_CASE("what is no goal is kept beside") {
    CHECK(outline("18 宇宙を大切に") == "?18 宇宙を大切に;");
    CHECK(outline("なし") == "?なし;");
    CHECK(outline("8 働きがいも経済成長も【K0172】") == "8:働きがいも経済成長も【K0172】;");
    CHECK(outline("") == "");
}
