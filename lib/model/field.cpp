// SPDX-License-Identifier: MIT
#include "goalsheet/field.hpp"

#include <utility>

namespace goalsheet {
namespace {

constexpr std::array<std::pair<FieldId, std::string_view>, 19> kNames = {{
    {FieldId::title, "title"},         {FieldId::fiscal_year, "fiscal_year"},
    {FieldId::goal, "goal"},           {FieldId::department, "department"},
    {FieldId::priority, "priority"},   {FieldId::alignment, "alignment"},
    {FieldId::situation, "situation"}, {FieldId::purpose, "purpose"},
    {FieldId::sdgs, "sdgs"},           {FieldId::item_number, "item_number"},
    {FieldId::item, "item"},           {FieldId::action, "action"},
    {FieldId::deadline, "deadline"},   {FieldId::target, "target"},
    {FieldId::midterm, "midterm"},     {FieldId::final, "final"},
    {FieldId::notes, "notes"},         {FieldId::participation, "participation"},
    {FieldId::outcomes, "outcomes"},
}};

}  // namespace

std::string_view field_name(FieldId field) { return kNames[static_cast<std::size_t>(field)].second; }

std::optional<FieldId> field_from_name(std::string_view name) {
    for (const auto& [field, known] : kNames)
        if (known == name) return field;
    return std::nullopt;
}

std::string_view stage_name(Stage stage) {
    switch (stage) {
        case Stage::plan:
            return "plan";
        case Stage::midterm:
            return "midterm";
        case Stage::final:
            return "final";
    }
    return {};
}

}  // namespace goalsheet
