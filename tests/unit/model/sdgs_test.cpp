// SPDX-License-Identifier: MIT
#include "model/sdgs/sdgs.hpp"

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

TEST_CASE("targets belong to their goal, ranges hold all between") {
    CHECK(outline("7.2 再生可能エネルギー、13.a") == "7:7.2 再生可能エネルギー;13:13.a;");
    CHECK(outline("目標8（ターゲット8.10.1）") == "8:ターゲット;8:8.10.1）;");
    CHECK(outline("ターゲット３．４") == "3:３．４;?ターゲット;");
    CHECK(outline("8.11") == "8:;11:;");
    CHECK(outline("3.4.11") == "3:;4:;11:;");
    CHECK(outline("17-3") == "17:17-3;");
    CHECK(outline("3-8") == "?3-8;");
    CHECK(outline("1-9、11") == "1:;2:;3:;4:;5:;6:;7:;8:;9:;11:;");
    CHECK(outline("1.2.3") == "1:;2:;3:;");
    CHECK(outline("3-4-11") == "3:;4:;11:;");
    CHECK(outline("6〜8、12") == "6:;7:;8:;12:;");
    CHECK(outline("目標4 から 目標6") == "4:;5:;6:;");
    CHECK(outline("④～⑥") == "4:;5:;6:;");
    CHECK(outline("9～20") == "?9～20;");
    CHECK(outline("9～7") == "?9～7;");
    CHECK(outline("8の目標") == "8:の目標;");
    CHECK(outline("2030年までに17の目標のうち 13 気候変動に具体的な対策を") ==
          "13:気候変動に具体的な対策を;?2030年までに17の目標のうち;");
}

TEST_CASE("marks choose among numbers, or head the entries of a list") {
    CHECK(outline("1 2○ 3 4 5○") == "2:;5:;?1;?3;?4;");
    CHECK(outline("●1 2 3 ●4") == "1:;4:;?2;?3;");
    CHECK(outline("1 ② 3 ④") == "2:;4:;?1;?3;");
    CHECK(outline("1 ○ 2 3") == "?1 ○ 2 3;");
    CHECK(outline("1○2 3") == "?1○2 3;");
    CHECK(outline("○1 2 3○") == "?○1 2 3○;");
    CHECK(outline("○7 エネルギーをみんなに、そしてクリーンに\n○13 気候変動に具体的な対策を") ==
          "7:エネルギーをみんなに、そしてクリーンに;13:気候変動に具体的な対策を;");
    CHECK(outline("○ 7、13") == "7:;13:;");
    CHECK(outline("③、11") == "3:;11:;");
    CHECK(outline("①7 ②13") == "7:;13:;");
}

TEST_CASE("a goal that is struck out is kept, and is none") {
    CHECK(outline("［取消線：6 安全な水とトイレを世界中に］ 7") == "7:;?［取消線：6 安全な水とトイレを世界中に］;");
    CHECK(outline("1、［取消線：2、］3") == "1:;3:;?［取消線：2、］;");
}
