// SPDX-License-Identifier: MIT
#include "cmd/report_outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "cmd/formats.hpp"
#include "cmd/outputs.hpp"
#include "text/nearest.hpp"
#include "write/format/extensions.hpp"

namespace goalsheet::cmd {
namespace {

std::vector<std::string> names() { return format_names(report_formats()); }

Fault no_format_said(const std::string& path) {
    const std::string extension = extension_of(path);
    const std::string list = fmt::format(".{}", fmt::join(extensions_of(names()), ", ."));
    if (!extension.empty())
        return {
            path,
            {fmt::format("「.{}」の報告は書き出せません。名前の終わりを {} のどれかにしてください。", extension, list),
             fmt::format("Reports are not written as “.{}”; let the name end in one of {}.", extension, list)}};
    const std::string named = fmt::format("{}", fmt::join(names(), " "));
    return {path,
            {fmt::format("名前から形式が分かりません。名前の終わりを {} のどれかにするか、「形式={}」と書いてください"
                         "（形式は {}）。",
                         list, path, named),
             fmt::format("The name says no format; let it end in one of {}, or write FORMAT={} (FORMAT is one of {}).",
                         list, path, named)}};
}

Fault no_such_format(const std::string& given, const std::string& name) {
    const std::vector<std::string> known = names();
    const std::string nearest = nearest_word(name, known);
    return {"--output " + given,
            {fmt::format("「{}」という形式はありません。{}使えるのは {} です。", name,
                         nearest.empty() ? "" : nearest + " の誤りではありませんか。", fmt::join(known, "、")),
             fmt::format("There is no format “{}”.{} It takes {}.", name,
                         nearest.empty() ? "" : " Did you mean " + nearest + "?", fmt::join(known, ", "))}};
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
    if (!may_end_in(format->name, extension_of(parts.path))) return name_says_other_format(parts.path, format->name);
    outputs.files.push_back({format, parts.path});
    return std::nullopt;
}

// A word without a dot that is a format lacks its file: --output junit.
std::optional<Fault> add_instead(const std::string& path, ReportOutputs& outputs) {
    if (!outputs.to_stdout) return several_instead_of_stdout(path);
    if (path == "-") return std::nullopt;
    if (path.empty() || find_report_format(path)) return no_file(path + "=");
    const std::string extension = extension_of(path);
    const ReportFormat* format =
        outputs.stdout_format ? outputs.stdout_format : find_report_format(format_said_by(extension, names()));
    if (!format) return no_format_said(path);
    if (!may_end_in(format->name, extension)) return name_says_other_format(path, format->name);
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
