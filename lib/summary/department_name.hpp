// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace goalsheet {

/// 部 and 課 of a 部局名.
struct DepartmentName {
    std::string department;
    std::string section;  ///< empty unless the words clearly name one

    bool operator==(const DepartmentName&) const = default;
};

/// 健康福祉部　健康推進課, 健康福祉部健康推進課 → 健康福祉部 and 健康推進課. A name that cannot be told apart stays
/// whole; line ends and blanks become one space.
DepartmentName split_department(std::string_view name);

}  // namespace goalsheet
