// SPDX-License-Identifier: MIT
#include "cmd/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <vector>

#include "text/nearest.hpp"
#include "write/format/extensions.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

std::string list(std::span<const std::string> formats, std::string_view between) {
    std::string joined;
    for (const std::string& format : formats)
        if (format != "text") joined += (joined.empty() ? "." : std::string(between) + ".") + format;
    return joined;
}

Fault refusal_of(const OutputChoice& choice, const std::string& extension) {
    std::vector<std::string> known(choice.formats.begin(), choice.formats.end());
    const std::string nearest = nearest_word(extension, known);
    const std::string ja = nearest.empty() ? "" : fmt::format("「.{}」の誤りではありませんか。", nearest);
    const std::string en = nearest.empty() ? "" : fmt::format(" Did you mean .{}?", nearest);
    return {std::string(choice.output),
            {fmt::format("「.{}」の形式では書き出せません。{}書き出せるのは {} です。", extension, ja,
                         list(choice.formats, "、")),
             fmt::format("Cannot write “.{}”.{} What can be written: {}.", extension, en, list(choice.formats, ", "))}};
}

}  // namespace

std::string extension_of(std::string_view output) {
    std::error_code error;
    if (output.empty() || output == "-" || output.ends_with('/') || fs::is_directory(output, error)) return {};
    std::string extension = fs::path(output).extension().string();
    if (!extension.empty()) extension.erase(0, 1);
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

Fault name_says_other_format(std::string_view output, std::string_view format) {
    const std::string extension = extension_of(output);
    return {
        std::string(output),
        {fmt::format("形式は {} ですが、名前は「.{}」です。名前か形式のどちらかを直してください。", format, extension),
         fmt::format("The format is {} but the name ends in “.{}”; change one of them.", format, extension)}};
}

const Message kNoWorkbookOnStdout = {"Excelブックは標準出力に書けません。-o で出力先のファイルを指定してください。",
                                     "A workbook does not go to standard output; name a file with -o."};

bool is_workbook_for_stdout(const Session& session, bool binary, std::string_view output) {
    if (!binary || (!output.empty() && output != "-")) return false;
    session.refuse(kNoWorkbookOnStdout);
    return true;
}

Result<std::string> choose_format(const OutputChoice& choice) {
    const std::string extension = extension_of(choice.output);
    if (!choice.asked.empty()) {
        if (may_end_in(choice.asked, extension)) return std::string(choice.asked);
        return name_says_other_format(choice.output, choice.asked);
    }
    if (extension.empty()) return choice.formats.front();
    std::string said = format_said_by(extension, choice.formats);
    return said.empty() ? Result<std::string>(refusal_of(choice, extension)) : std::move(said);
}

Against against_of(std::string_view name) {
    if (name == "midterm") return Against::midterm;
    return name == "final" ? Against::final : Against::automatic;
}

}  // namespace goalsheet::cmd
