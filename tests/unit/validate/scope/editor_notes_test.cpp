// SPDX-License-Identifier: MIT
#include "validate/scope/editor_notes.hpp"

#include <doctest/doctest.h>

using goalsheet::rules::find_editor_note;

TEST_CASE("what authors write to one another is a note") {
    for (const char* text : {"9者【要確認】", "9者【財政課に確認中】", "数字は後で記入", "9月末の数字に差し替え",
                             "※TODO", "9者？？", "TBD", "［メモ］部長説明済み", "田中さんに確認", "【仮】9者",
                             "《照会中》", "前年度のまま", "9者〔未確定・確認〕"}) {
        CAPTURE(text);
        const auto note = find_editor_note(text);
        CHECK((note && note->sure));
    }
    for (const char* text : {"★9者", "9者←昨年度の数"}) {
        CAPTURE(text);
        const auto note = find_editor_note(text);
        CHECK((note && !note->sure));
    }
}

TEST_CASE("the words of everyday work are none") {
    for (const char* text :
         {"関係課と調整中（11月に実施予定）", "内容を確認し、修正した。", "要修正箇所 12件を是正", "仮置場を確保した",
          "【新規】【拡充】", "【再掲】講座 3回", "会議は非公開", "測定器の校正 2回", "★★★☆☆", "ツイート",
          "危険箇所を確認", "利用者の要望を検討中", "担当課長に報告した", "看板を交換した"}) {
        CAPTURE(text);
        CHECK_FALSE(find_editor_note(text).has_value());
    }
}
