// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

/// The figures of texts that several readers look at: a target is held against two reports, and rules read it again.
/// Each text is read once. For one thread; it grows with the texts, so it is made for one document and dropped with it.
class FigureMemo {
public:
    /// find_quantities().
    const std::vector<Quantity>& quantities(std::string_view text);
    /// find_indicators().
    const std::vector<Indicator>& indicators(std::string_view target, int fiscal_year);
    void clear();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    ByText<std::vector<Quantity>> quantities_;
    std::map<int, ByText<std::vector<Indicator>>> indicators_;  ///< by fiscal year
};

}  // namespace goalsheet
