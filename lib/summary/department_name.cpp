// SPDX-License-Identifier: MIT
#include "summary/department_name.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::array<std::string_view, 5> kSectionEnds = {"課", "室", "係", "センター", "担当"};
constexpr std::array<std::string_view, 4> kDepartmentEnds = {"部", "局", "委員会", "本部"};

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& ends) {
    return std::any_of(ends.begin(), ends.end(),
                       [text](std::string_view end) { return text.size() > end.size() && text.ends_with(end); });
}

std::string one_line(std::string_view text) {
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (!is_space(point.value))
            line += text.substr(at, point.length);
        else if (!line.ends_with(' '))
            line += ' ';
        at += point.length;
    }
    return std::string(trim(line));
}

// Where 課 begins: behind a space, else behind the last 部 or 局.
std::size_t section_begin(std::string_view name) {
    const std::size_t space = name.find(' ');
    if (space != std::string_view::npos) return space;
    const std::size_t department = std::max(name.rfind("部") + 1, name.rfind("局") + 1);
    return department == 0 ? name.size() : department - 1 + std::string_view("部").size();
}

}  // namespace

DepartmentName split_department(std::string_view name) {
    const std::string line = one_line(name);
    const std::size_t at = section_begin(line);
    const std::string_view department = std::string_view(line).substr(0, at);
    const std::string_view section = trim(std::string_view(line).substr(at));
    if (ends_with_any(department, kDepartmentEnds) && ends_with_any(section, kSectionEnds))
        return {std::string(department), std::string(section)};
    return {line, ""};
}

}  // namespace goalsheet
