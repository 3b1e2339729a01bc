// SPDX-License-Identifier: MIT
#include "write/format/extensions.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace goalsheet {
namespace {

using Names = std::array<std::string_view, 4>;

/// What the ending of a file's name says.
struct Extension {
    std::string_view name;
    Names says = {};  ///< of a command's formats the first that is here
    Names may = {};   ///< formats that may be called so when they are asked for
};

constexpr std::array<Extension, 22> kExtensions = {{
    {"txt", {"txt", "text"}, {"md", "csv", "github"}},
    {"json", {"json"}, {"ndjson", "sarif", "gitlab", "rdjson"}},
    {"sarif", {"sarif"}},
    {"xml", {"junit"}},
    {"html", {"html"}},
    {"htm", {"html"}},
    {"xlsx", {"xlsx"}},
    {"jsonl", {"ndjson", "rdjson"}},
    {"ndjson", {"ndjson"}},
    {"csv", {"csv"}},
    {"tsv", {"txt"}, {"text", "md", "csv"}},
    {"md", {"md"}},
    {"markdown", {"md"}},
    // Programs refuse to open what is not in them: a workbook without macros is no .xlsm.
    {"xlsm"},
    {"xls"},
    {"ods"},
    {"odt"},
    {"doc"},
    {"docx"},
    {"pdf"},
    {"png"},
    {"zip"},
}};

const Extension* find(std::string_view name) {
    const auto* const found = std::find_if(kExtensions.begin(), kExtensions.end(),
                                           [name](const Extension& extension) { return extension.name == name; });
    return found == kExtensions.end() ? nullptr : found;
}

bool has(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool may_end_in(std::string_view format, std::string_view extension) {
    const Extension* known = find(extension);
    return !known || has(known->says, format) || has(known->may, format);
}

std::string format_said_by(std::string_view extension, std::span<const std::string> formats) {
    const Extension* known = find(extension);
    if (!known) return {};
    for (const std::string_view said : known->says)
        if (std::find(formats.begin(), formats.end(), said) != formats.end()) return std::string(said);
    return {};
}

std::vector<std::string_view> extensions_of(std::span<const std::string> formats) {
    std::vector<std::string_view> names;
    std::set<std::string> said;
    for (const Extension& extension : kExtensions) {
        const std::string format = format_said_by(extension.name, formats);
        if (!format.empty() && said.insert(format).second) names.push_back(extension.name);
    }
    return names;
}

}  // namespace goalsheet
