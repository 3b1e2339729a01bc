// SPDX-License-Identifier: MIT
#include "cmd/rule_names.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "goalsheet/rule.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {

std::string rule_selector(std::string_view word) {
    const bool is_code = word.size() >= 2 && (word[0] == 'g' || word[0] == 'G') && (word[1] == 's' || word[1] == 'S') &&
                         word.find_first_not_of("0123456789", 2) == std::string_view::npos;
    return is_code ? "GS" + std::string(word.substr(2)) : std::string(word);
}

Message no_such_rule(std::string_view word) {
    std::vector<std::string> names;
    for (const RuleInfo& rule : all_rules()) {
        names.emplace_back(rule.code);
        names.emplace_back(rule.name);
    }
    const std::string nearest = nearest_word(word, names);
    if (nearest.empty())
        return {fmt::format("「{}」という規則はありません。`goalsheet rules` で一覧が出ます。", word),
                fmt::format("There is no rule “{}”; `goalsheet rules` lists them all.", word)};
    return {fmt::format("「{}」という規則はありません。{} の誤りではありませんか。", word, nearest),
            fmt::format("There is no rule “{}”. Did you mean {}?", word, nearest)};
}

}  // namespace goalsheet::cmd
