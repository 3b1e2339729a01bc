// SPDX-License-Identifier: MIT
#include "cmd/report_outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cmd/formats.hpp"
#include "cmd/outputs.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {
namespace {

// What the name of a report may end in; the first format of an extension is the one it says.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kExtensions = {{{"txt", "text"},
                                                                                        {"json", "json"},
                                                                                        {"sarif", "sarif"},
                                                                                        {"xml", "junit"},
                                                                                        {"html", "html"},
                                                                                        {"htm", "html"},
                                                                                        {"xlsx", "xlsx"},
                                                                                        {"txt", "github"},
                                                                                        {"json", "sarif"},
                                                                                        {"json", "gitlab"},
                                                                                        {"json", "rdjson"},
                                                                                        {"jsonl", "rdjson"}}};
// Names that say something else than a report.
constexpr std::array<std::string_view, 13> kForeign = {"csv",  "ndjson", "pdf", "xls", "ods", "odt", "doc",
                                                       "docx", "xlsm",   "png", "zip", "tsv", "md"};

bool fits(std::string_view extension, std::string_view format) {
    const auto says = [&](const auto& one) { return one.first == extension; };
    const auto both = [&](const auto& one) { return says(one) && one.second == format; };
    if (std::any_of(kExtensions.begin(), kExtensions.end(), both)) return true;
    return std::none_of(kExtensions.begin(), kExtensions.end(), says) &&
           std::find(kForeign.begin(), kForeign.end(), extension) == kForeign.end();
}

const ReportFormat* format_said_by(std::string_view extension) {
    for (const auto& [known, format] : kExtensions)
        if (known == extension) return find_report_format(format);
    return nullptr;
}

std::string known_extensions() {
    std::string list;
    for (const auto& [extension, format] : kExtensions)
        if (const ReportFormat* said = format_said_by(extension); said && said->name == format && extension != "htm")
            list += (list.empty() ? "." : ", .") + std::string(extension);
    return list;
}

Fault no_format_said(const std::string& path) {
    const std::string extension = extension_of(path);
    const std::string list = known_extensions();
    if (!extension.empty())
        return {
            path,
            {fmt::format("「.{}」の報告は書き出せません。名前の終わりを {} のどれかにしてください。", extension, list),
             fmt::format("Reports are not written as “.{}”; let the name end in one of {}.", extension, list)}};
    const std::string named = fmt::format("{}", fmt::join(format_names(report_formats()), " "));
    return {path,
            {fmt::format("名前から形式が分かりません。名前の終わりを {} のどれかにするか、「形式={}」と書いてください"
                         "（形式は {}）。",
                         list, path, named),
             fmt::format("The name says no format; let it end in one of {}, or write FORMAT={} (FORMAT is one of {}).",
                         list, path, named)}};
}

Fault no_such_format(const std::string& given, const std::string& name) {
    const std::vector<std::string> names = format_names(report_formats());
    const std::string nearest = nearest_word(name, names);
    return {"--output " + given,
            {fmt::format("「{}」という形式はありません。{}使えるのは {} です。", name,
                         nearest.empty() ? "" : nearest + " の誤りではありませんか。", fmt::join(names, "、")),
             fmt::format("There is no format “{}”.{} It takes {}.", name,
                         nearest.empty() ? "" : " Did you mean " + nearest + "?", fmt::join(names, ", "))}};
}

Fault no_file(const std::string& given) {
    return {"--output " + given,
            {fmt::format("ファイルの名前がありません。「{}report.xml」のように書いてください。", given),
             fmt::format("The file's name is missing; write {}report.xml, for example.", given)}};
}

Fault several_instead_of_stdout(const std::string& path) {
    return {path,
            {"標準出力の代わりに書くファイルは1つだけです。2つ目からは「形式=ファイル」の形で書いてください。",
             "Only one file can take the place of standard output; write the others as FORMAT=FILE."}};
}

/// FORMAT=PATH taken apart; no name where there is a path alone.
struct Given {
    std::string name;
    std::string path;
};

Given take_apart(const std::string& given) {
    const std::size_t sign = given.find('=');
    const bool named = sign != std::string::npos && given.find_first_of("./") > sign;
    return named ? Given{given.substr(0, sign), given.substr(sign + 1)} : Given{{}, given};
}

std::optional<Fault> add_beside(const std::string& given, const Given& parts, ReportOutputs& outputs) {
    const ReportFormat* format = find_report_format(parts.name);
    if (!format) return no_such_format(given, parts.name);
    if (parts.path.empty()) return no_file(given);
    if (!fits(extension_of(parts.path), format->name)) return name_says_other_format(parts.path, format->name);
    outputs.files.push_back({format, parts.path});
    return std::nullopt;
}

// A word without a dot that is a format lacks its file: --output junit.
std::optional<Fault> add_instead(const std::string& path, ReportOutputs& outputs) {
    if (!outputs.to_stdout) return several_instead_of_stdout(path);
    if (path == "-") return std::nullopt;
    if (path.empty() || find_report_format(path)) return no_file(path + "=");
    const std::string extension = extension_of(path);
    const ReportFormat* format = outputs.stdout_format ? outputs.stdout_format : format_said_by(extension);
    if (!format) return no_format_said(path);
    if (!fits(extension, format->name)) return name_says_other_format(path, format->name);
    outputs.to_stdout = false;
    outputs.files.push_back({format, path});
    return std::nullopt;
}

}  // namespace

Result<ReportOutputs> read_report_outputs(const std::string& format, const std::vector<std::string>& given) {
    ReportOutputs outputs;
    if (!format.empty()) outputs.stdout_format = find_report_format(format);
    for (const std::string& one : given) {
        const Given parts = take_apart(one);
        auto fault = parts.name.empty() ? add_instead(parts.path, outputs) : add_beside(one, parts, outputs);
        if (fault) return std::move(*fault);
    }
    return outputs;
}

bool reports_are_free(const Session& session, const ReportOutputs& outputs, const std::vector<InputFile>& inputs,
                      const std::string& baseline) {
    Outputs claims(session, inputs);
    if (!baseline.empty() && !claims.claim(baseline)) return false;
    return std::all_of(outputs.files.begin(), outputs.files.end(),
                       [&](const ReportOutput& output) { return claims.claim(output.path); });
}

}  // namespace goalsheet::cmd
