// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "goalsheet/indicator.hpp"
#include "goalsheet/quantity.hpp"

namespace goalsheet {

namespace match {
class ReportReading;
}

/// The figures of texts that several readers look at: a target is held against two reports, rules read it again, and
/// both editions of a year have the same targets. Each text is read once. For one thread.
class FigureMemo {
public:
    FigureMemo();
    FigureMemo(const FigureMemo&) = delete;
    FigureMemo& operator=(const FigureMemo&) = delete;
    ~FigureMemo();

    /// find_quantities().
    const std::vector<Quantity>& quantities(std::string_view text);
    /// find_indicators().
    const std::vector<Indicator>& indicators(std::string_view target, int fiscal_year);
    /// What a report says, for holding it against targets.
    const match::ReportReading& report(std::string_view report, int fiscal_year);
    /// It grows with the texts it is asked for, and forgets all where they are more bytes than that. Nothing that it
    /// gave may be used then.
    void forget_beyond(std::size_t bytes);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    struct OfYear {
        ByText<std::vector<Indicator>> indicators;
        ByText<std::unique_ptr<match::ReportReading>> reports;
    };

    std::size_t bytes_ = 0;  ///< of the texts
    ByText<std::vector<Quantity>> quantities_;
    std::map<int, OfYear> of_year_;  ///< by fiscal year
};

}  // namespace goalsheet
