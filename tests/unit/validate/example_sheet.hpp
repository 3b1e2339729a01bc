// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/validate.hpp"

namespace goalsheet::test {

/// The clean page of a made-up city that the examples of the rules change: two sheets at mid-term, nothing to object
/// to.
class ExamplePage {
public:
    ExamplePage();

    /// Lines "label: text" as schemas/rules.md explains them. A line that fits nothing throws: the example is wrong.
    void apply(std::string_view example);

    std::string html() const;
    std::string tab_separated() const;

private:
    struct Item {
        std::string number;
        std::map<std::string, std::string> cells;  ///< 取組, 期間・期限, 数値目標, 中間報告, 期末報告
    };
    struct Sheet {
        std::string year = "令和7年度";
        std::map<std::string, std::string> fields;
        std::map<std::string, std::string> headings;  ///< labels that stand there under another name
        std::set<std::string> removed;
        std::vector<Item> items;
    };
    using Row = std::vector<std::pair<std::string, std::string>>;  ///< attributes and text of each cell

    void apply_line(const std::string& key, const std::string& value);
    std::string heading(const Sheet& sheet, const std::string& label) const;
    std::vector<Row> rows(const Sheet& sheet) const;

    std::string list_;
    std::vector<Sheet> sheets_;
};

/// Reads a page and runs the rules over it.
Report check_page(const std::string& bytes, const std::string& path = "sheets/example.html",
                  ValidateOptions options = {});
/// The clean page with an example applied, read from HTML.
Report check_example(std::string_view example, const ValidateOptions& options = {});

/// The codes of the findings, each as often as it was found.
std::multiset<std::string> codes(const Report& report);
/// The first finding with this code; fails the test when there is none.
const Finding& find(const Report& report, std::string_view code);

}  // namespace goalsheet::test
