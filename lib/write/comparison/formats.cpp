// SPDX-License-Identifier: MIT
#include <array>

#include "goalsheet/write_comparison.hpp"

namespace goalsheet {
namespace {

using Bytes = Result<std::string>;
using Names = ComparisonNames;
using Options = ComparisonOptions;

constexpr std::array kFormats = {
    ComparisonFormat{.name = "text",
                     .write = [](const Comparison& one, const Names& names, const Options& options) -> Bytes {
                         return write_comparison_text(one, names, options.text);
                     }},
    ComparisonFormat{.name = "json",
                     .write = [](const Comparison& one, const Names& names, const Options&) -> Bytes {
                         return write_comparison_json(one, names);
                     }},
    ComparisonFormat{.name = "md",
                     .write = [](const Comparison& one, const Names& names, const Options& options) -> Bytes {
                         return write_comparison_markdown(one, names, options.text.lang);
                     }},
    ComparisonFormat{.name = "html",
                     .write = [](const Comparison& one, const Names& names, const Options& options) -> Bytes {
                         return write_comparison_html(one, names, options.text.lang);
                     }},
    ComparisonFormat{.name = "xlsx",
                     .write =
                         [](const Comparison& one, const Names& names, const Options& options) {
                             return write_comparison_xlsx(one, names, {options.text.lang, options.created});
                         },
                     .binary = true},
};

}  // namespace

std::span<const ComparisonFormat> comparison_formats() { return kFormats; }

}  // namespace goalsheet
