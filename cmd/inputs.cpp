// SPDX-License-Identifier: MIT
#include "cmd/inputs.hpp"

#include <fmt/format.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "cmd/canonical_paths.hpp"
#include "cmd/input_folders.hpp"
#include "cmd/missing_input.hpp"
#include "goalsheet/best_form.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/reading_note.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

bool list_pattern(const std::string& pattern, std::vector<std::string>& paths) {
    if (pattern.find_first_of("*?[") == std::string::npos) return false;
    glob_t matches{};
    const bool any = glob(pattern.c_str(), 0, nullptr, &matches) == 0;
    for (std::size_t i = 0; any && i < matches.gl_pathc; ++i) paths.emplace_back(matches.gl_pathv[i]);
    globfree(&matches);
    return any;
}

bool list_one(const Session& session, const std::string& path, std::vector<InputFile>& files) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return list_folder(session, path, files);
    if (path == "-")
        files.push_back({path, "stdin", {}});
    else
        files.push_back({path, fs::path(path).filename().string(), fs::path(path).parent_path().string()});
    return true;
}

std::vector<std::string> split_paths(std::string_view text, bool nul) {
    std::vector<std::string> paths;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(nul ? '\0' : '\n'), text.size());
        std::string_view path = text.substr(0, end);
        if (!nul && path.ends_with('\r')) path.remove_suffix(1);
        if (!path.empty()) paths.emplace_back(path);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return paths;
}

// Standard input cannot be both the list and an input.
bool reads_itself(const Inputs& inputs, const std::vector<std::string>& paths) {
    const auto is_stdin = [](const std::string& path) { return path == "-"; };
    return inputs.files_from == "-" && (std::any_of(inputs.given.begin(), inputs.given.end(), is_stdin) ||
                                        std::any_of(paths.begin(), paths.end(), is_stdin));
}

bool list_from_file(const Session& session, const Inputs& inputs, std::vector<InputFile>& files) {
    if (inputs.files_from.empty()) return true;
    const auto refuse = [&](const Fault& fault) {
        session.report(fault);
        return false;
    };
    const auto text = read_input(inputs.files_from);
    if (!text) return refuse(text.fault());
    const std::vector<std::string> paths = split_paths(*text, inputs.nul);
    if (paths.empty()) return refuse({inputs.files_from, {"入力が1つも書かれていません。", "It names no input."}});
    if (!inputs.nul && text->find('\0') != std::string::npos)
        return refuse({inputs.files_from,
                       {"NULで区切られています。-0 を付けてください。", "Its paths end with NUL; say so with -0."}});
    if (reads_itself(inputs, paths))
        return refuse({"-",
                       {"標準入力は --files-from の一覧と入力の両方にはできません。",
                        "Standard input cannot be the list of --files-from and an input."}});
    bool all = true;
    for (const std::string& path : paths) all = list_one(session, path, files) && all;
    return all;
}

// Each input's city; false, and reported, where the manifest cannot be read or has none for an input.
bool find_cities(const Session& session, const CityOptions& options, std::vector<InputFile>& files) {
    constexpr std::size_t kMostSpoken = 5;
    const auto cities = Cities::load(options);
    if (!cities) {
        session.report(cities.fault());
        return false;
    }
    std::size_t unknown = 0;
    for (InputFile& file : files) {
        const std::optional<City> city = cities->find(file.path);
        if (city) {
            file.city = *city;
        } else if (++unknown <= kMostSpoken) {
            session.report(
                {file.path,
                 {fmt::format("{} にこの入力の団体がありません。行を足すか、--city-code を付けてください。",
                              options.manifest),
                  fmt::format("{} has no city for this input; add a line, or give --city-code.", options.manifest)}});
        }
    }
    if (unknown > kMostSpoken)
        session.warn({fmt::format("ほか{}件の入力も同じです。", unknown - kMostSpoken),
                      fmt::format("So it is with {} more inputs.", unknown - kMostSpoken)});
    return unknown == 0;
}

void keep_first_of_each(std::vector<InputFile>& files) {
    CanonicalPaths paths;
    std::set<std::string> seen;
    std::erase_if(files, [&](const InputFile& file) { return !seen.insert(paths.file(file.path)).second; });
}

// Half a page is read as far as it goes, but nobody should take it for the whole.
std::optional<Fault> fault_of_half_a_page(const Document& document) {
    const auto cut = [](const Remark& remark) { return remark.kind == remark::kTruncated; };
    if (std::none_of(document.remarks.begin(), document.remarks.end(), cut)) return std::nullopt;
    return Fault{document.source.path,
                 {"ページが途中で切れています。読めたところまでを使いました。元のページを保存し直してください。",
                  "The page is cut off; what could be read was used. Save the page again from its source."}};
}

// What a limit cut is not all that the input has.
std::optional<Fault> fault_of_limit(const Document& document) {
    const auto limit = std::find_if(document.remarks.begin(), document.remarks.end(),
                                    [](const Remark& remark) { return remark.kind == remark::kLimit; });
    if (limit == document.remarks.end() || limit->detail.starts_with("undecodable")) return std::nullopt;
    return Fault{
        document.source.path,
        {fmt::format(
             "上限（{}）を超える部分は読みませんでした。読めたところまでを使いました。ファイルを分けてください。",
             limit->detail),
         fmt::format("What exceeds a limit ({}) was not read; the rest was used. Split the file.", limit->detail)}};
}

std::optional<Message> note_of_hidden_sheets(const Document& document) {
    std::string names;
    for (const Remark& remark : document.remarks)
        if (remark.kind == remark::kHiddenTable)
            names += (names.empty() ? "" : ", ") + (remark.text.empty() ? std::string("…") : remark.text.text);
    if (names.empty()) return std::nullopt;
    const std::string& path = document.source.path;
    return Message{fmt::format("{}: 表示されていないシートは読みませんでした: {}", path, names),
                   fmt::format("{}: sheets that are not shown were left out: {}", path, names)};
}

std::optional<Message> note_of_undecodable(const Document& document) {
    const auto undecodable = [](const Remark& remark) { return remark.kind == remark::kUndecodable; };
    const auto first = std::find_if(document.remarks.begin(), document.remarks.end(), undecodable);
    if (first == document.remarks.end()) return std::nullopt;
    const std::string& path = document.source.path;
    return Message{
        fmt::format("{}: {}バイト目から文字として読めないバイトがあり、「�」としました。文字コードは --encoding "
                    "で指定できます。",
                    path, first->detail),
        fmt::format("{}: bytes from offset {} on are no characters and became U+FFFD; --encoding names the encoding.",
                    path, first->detail)};
}

// A form file itself, or those in a folder by name.
std::vector<std::string> form_files(const std::string& given) {
    std::error_code error;
    if (!fs::is_directory(given, error)) return {given};
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(given, error))
        if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

Fault no_form_in(const std::string& folder) {
    return {folder, {"フォルダーに様式ファイル（.json）がありません。", "No form file (.json) is in the folder."}};
}

}  // namespace

Inputs inputs_of(std::vector<std::string> given) {
    Inputs inputs;
    inputs.given = std::move(given);
    return inputs;
}

void add_inputs(CLI::App& command, Inputs& inputs) {
    command.add_option("INPUT", inputs.given,
                       "ファイル、フォルダー、-（標準入力） / files, folders, - for standard input");
    command.add_option("--files-from", inputs.files_from,
                       "入力を1行に1つずつ書いたファイル（- は標準入力） / file with more inputs, one a line (-: "
                       "standard input)");
    command.add_flag("-0,--null", inputs.nul,
                     "--files-from の区切りを改行でなくNULとする / the paths of --files-from end with NUL");
    command.parse_complete_callback([&inputs] {
        if (inputs.given.empty() && inputs.files_from.empty()) throw CLI::RequiredError("INPUT");
    });
}

bool list_files(const Session& session, const Inputs& inputs, std::vector<InputFile>& files) {
    bool all = true;
    for (const std::string& given : inputs.given) {
        std::vector<std::string> paths;
        std::error_code error;
        if (fs::exists(given, error) || !list_pattern(given, paths)) paths = {given};
        for (const std::string& path : paths) all = list_one(session, path, files) && all;
    }
    all = list_from_file(session, inputs, files) && all;
    keep_first_of_each(files);
    tell_folders_apart(files);
    const auto from_stdin = [](const InputFile& file) { return file.path == "-"; };
    if (std::any_of(files.begin(), files.end(), from_stdin)) session.say_input_is_awaited();
    return all;
}

Result<std::vector<Form>> load_forms(const Session& session) {
    std::vector<Form> forms;
    if (session.forms.empty()) forms.push_back(Form::standard());
    for (const std::string& given : session.forms) {
        const std::vector<std::string> files = form_files(given);
        if (files.empty()) return no_form_in(given);
        for (const std::string& file : files) {
            const auto json = read_input(file);
            if (!json) return json.fault();
            auto form = Form::parse(*json, file);
            if (!form) return form.fault();
            forms.push_back(std::move(*form));
        }
    }
    return forms;
}

std::optional<InputRun> InputRun::start(const Session& session, const Inputs& inputs) {
    auto forms = load_forms(session);
    if (!forms) {
        session.report(forms.fault());
        return std::nullopt;
    }
    InputRun run(session, std::move(*forms));
    run.encoding_ = session.encoding;
    run.strict_ = session.strict;
    run.digest_ = inputs.digest;
    run.failed_ = !list_files(session, inputs, run.files_);
    if (!find_cities(session, inputs.cities, run.files_)) return std::nullopt;
    return run;
}

InputRun::Read InputRun::read(const InputFile& file) const {
    ReadOptions options;
    options.form = &forms_->front();
    options.encoding = encoding_;
    options.strict = strict_;
    options.digest = digest_;
    auto bytes = read_input(file.path);
    auto documents = !bytes                ? Result<std::vector<Document>>(bytes.fault())
                     : forms_->size() == 1 ? read_documents(std::move(*bytes), file.path, options)
                                           : read_with_best_form(*bytes, file.path, *forms_, options);
    Read read;
    if (!documents) {
        read.fault = documents.fault();
        return read;
    }
    read.documents = std::move(*documents);
    for (Document& document : read.documents) {
        document.source.below = file.relative;
        if (!file.city.code.empty() || !file.city.name.empty()) document.city = file.city;
        if (auto cut = fault_of_half_a_page(document)) read.cut.push_back(std::move(*cut));
        if (auto cut = fault_of_limit(document)) read.cut.push_back(std::move(*cut));
        if (auto note = note_of_undecodable(document)) read.notes.push_back(std::move(*note));
        if (auto note = note_of_hidden_sheets(document)) read.notes.push_back(std::move(*note));
        if (auto note = note_of_reading(document)) read.notes.push_back(std::move(*note));
    }
    return read;
}

InputRun::Read InputRun::no_memory_for(const InputFile& file) {
    Read read;
    read.fault = Fault{file.path,
                       {"メモリーが足りず、処理できませんでした。--jobs 1 で試すか、入力を減らしてください。",
                        "Not enough memory for this input; try --jobs 1 or fewer inputs."}};
    return read;
}

void InputRun::say(Read read) {
    if (read.fault) {
        report(*read.fault);
        faults_.push_back(std::move(*read.fault));
    }
    for (const Fault& cut : read.cut) report(cut);
    for (const Message& note : read.notes) session_->note(note);
}

void InputRun::report(const Fault& fault) {
    session_->report(fault);
    reported_.push_back(fault);
    failed_ = true;
}

// In a long run the lines above have scrolled away.
void InputRun::list_failures() const {
    constexpr std::size_t kStillInSight = 20;
    if (reported_.empty() || files_.size() <= kStillInSight) return;
    session_->warn(
        {fmt::format("{}件の入力のうち、次の{}件は読めないか、途中までしか読めませんでした。", files_.size(),
                     reported_.size()),
         fmt::format("{} of {} inputs could not be read, or not to their end:", reported_.size(), files_.size())});
    for (const Fault& fault : reported_) session_->report(fault);
}

Loaded load_documents(const Session& session, const Inputs& inputs) {
    Loaded loaded;
    auto run = InputRun::start(session, inputs);
    if (!run) {
        loaded.failed = true;
        return loaded;
    }
    run->each([](const InputFile&, std::vector<Document> documents) { return documents; },
              [&](const InputFile& file, std::vector<Document> documents) {
                  for (Document& document : documents) {
                      loaded.documents.push_back(std::move(document));
                      loaded.relative.push_back(file.relative);
                  }
                  return true;
              });
    loaded.forms = run->forms();
    loaded.faults = run->faults();
    loaded.failed = run->failed();
    return loaded;
}

}  // namespace goalsheet::cmd
