// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/finding.hpp"

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"off", "info", "warning", "error"};

}  // namespace

std::string_view severity_name(Severity severity) { return kNames[static_cast<std::size_t>(severity)]; }

std::optional<Severity> severity_from_name(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<Severity>(i);
    return std::nullopt;
}

Message severity_word(Severity severity) {
    switch (severity) {
        case Severity::off:
            return {"なし", "off"};
        case Severity::info:
            return {"情報", "info"};
        case Severity::warning:
            return {"警告", "warning"};
        case Severity::error:
            return {"エラー", "error"};
    }
    return {};
}

}  // namespace goalsheet
