// SPDX-License-Identifier: MIT
#include "goalsheet/field.hpp"

#include <array>

namespace goalsheet {
namespace {

struct FieldEntry {
    std::string_view name;
    Message words;
};

// In the order of FieldId.
const std::array<FieldEntry, 30>& fields() {
    static const std::array<FieldEntry, 30> entries = {{
        {"title", {"表題", "title"}},
        {"fiscal_year", {"年度", "fiscal year"}},
        {"goal", {"重点目標", "goal"}},
        {"department", {"部局名", "department"}},
        {"priority", {"優先順位", "priority"}},
        {"alignment", {"位置付け", "alignment"}},
        {"situation", {"現況・課題", "situation"}},
        {"purpose", {"目的・効果", "purpose"}},
        {"sdgs", {"該当するSDGsの目標", "SDGs"}},
        {"item_number", {"番号", "item number"}},
        {"item", {"取組項目", "item"}},
        {"action", {"方法・手段", "action"}},
        {"deadline", {"期間・期限", "deadline"}},
        {"target", {"数値目標", "target"}},
        {"midterm", {"中間報告", "mid-term report"}},
        {"final", {"期末報告", "year-end report"}},
        {"notes", {"特記事項", "notes"}},
        {"participation", {"市民参加・協働の推進", "participation"}},
        {"outcomes", {"取組による効果・残された課題", "outcomes"}},
        {"indicator", {"指標", "indicator"}},
        {"unit", {"単位", "unit"}},
        {"baseline", {"基準値", "baseline"}},
        {"grade", {"評価", "grade"}},
        {"progress", {"進捗度", "progress"}},
        {"section", {"担当課", "section"}},
        {"budget", {"予算", "budget"}},
        {"code", {"コード", "code"}},
        {"period", {"事業期間", "period"}},
        {"note", {"備考", "note"}},
        {"extra", {"その他の欄", "other column"}},
    }};
    return entries;
}

const FieldEntry& entry(FieldId field) { return fields()[static_cast<std::size_t>(field)]; }

}  // namespace

std::string_view field_name(FieldId field) { return entry(field).name; }

const Message& field_word(FieldId field) { return entry(field).words; }

std::optional<FieldId> field_from_name(std::string_view name) {
    for (std::size_t i = 0; i < fields().size(); ++i)
        if (fields()[i].name == name) return static_cast<FieldId>(i);
    return std::nullopt;
}

std::string_view stage_name(Stage stage) {
    switch (stage) {
        case Stage::plan:
            return "plan";
        case Stage::midterm:
            return "midterm";
        case Stage::final:
            break;
    }
    return "final";
}

}  // namespace goalsheet
