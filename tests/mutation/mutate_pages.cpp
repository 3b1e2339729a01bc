// SPDX-License-Identifier: MIT
// usage: mutate_pages GOALSHEET SAMPLES COUNT [ONLY]     seeded random edits of the samples; ONLY: one of them, its
// page on stdout For every one: nothing of the page is lost, its other sheets are as before, it goes through JSON
// unchanged, and the program (for one in fifty) ends with an exit code of the contract and a word where it could not
// read the page.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "goalsheet/files.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write.hpp"
#include "model/interpret.hpp"
#include "mutation/page_edits.hpp"
#include "read/html.hpp"
#include "read/text_table.hpp"
#include "support/lossless.hpp"
#include "text/decode.hpp"

namespace goalsheet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRunEvery = 50;  // starting the program takes a hundred times as long as reading a page

// A sample, decoded, and where its sheets begin and end in it.
struct Sample {
    std::string name;
    std::string text;
    bool html = true;
    std::vector<Sheet> sheets;
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
};

std::vector<Sheet> sheets_of(const std::vector<Document>& documents) {
    std::vector<Sheet> sheets;
    for (const Document& document : documents)
        sheets.insert(sheets.end(), document.sheets.begin(), document.sheets.end());
    return sheets;
}

bool read_page(Page& page, std::string text, bool html) {
    page.source = std::make_shared<const SourceText>(std::move(text));
    if (html) return static_cast<bool>(read_html("page.html", page));
    read_text(page);
    return true;
}

std::size_t first_byte(const Sheet& sheet) {
    std::size_t first = static_cast<std::size_t>(-1);
    for (const LabelCell& label : sheet.labels)
        if (const auto range = label.text.source_of()) first = std::min<std::size_t>(first, range->first);
    return first;
}

Sample load(const fs::path& path) {
    Sample sample;
    sample.name = path.filename().string();
    sample.html = path.extension() != ".txt";
    const auto bytes = read_file(path);
    if (!bytes) std::exit(2);
    sample.text = decode(*bytes).text;
    Page page;
    if (!read_page(page, sample.text, sample.html)) std::exit(2);
    sample.sheets = sheets_of(interpret(page, Form::standard()));
    for (std::size_t i = 0; i < sample.sheets.size(); ++i) {
        const bool last = i + 1 == sample.sheets.size();
        sample.ranges.push_back(
            {first_byte(sample.sheets[i]), last ? sample.text.size() : first_byte(sample.sheets[i + 1])});
    }
    return sample;
}

// Edits stay inside one sheet: from its first label to the end of its last table.
std::size_t end_of_sheet(const Sample& sample, std::size_t sheet) {
    const auto [begin, end] = sample.ranges[sheet];
    std::size_t close = std::string::npos;
    for (const char* mark : {"</table", "</TABLE", "\n\n"})
        if (close == std::string::npos && sample.html == (*mark == '<')) close = sample.text.rfind(mark, end);
    return close != std::string::npos && close > begin ? close : end;
}

class Mutation {
public:
    Mutation(const std::vector<Sample>& samples, std::size_t index)
        : dice_(index), sample_(samples[dice_.roll(samples.size())]), page_(sample_.text) {
        if (dice_.roll(8) == 0) {
            whole_ = true;
            for (std::size_t edits = 1 + dice_.roll(3); edits > 0; --edits) note(break_bytes(page_, dice_));
            return;
        }
        sheet_ = dice_.roll(sample_.sheets.size());
        std::size_t end = end_of_sheet(sample_, sheet_);
        for (std::size_t edits = 1 + dice_.roll(3); edits > 0; --edits)
            note(edit_page(page_, sample_.ranges[sheet_].first, end, dice_));
    }

    const std::string& page() const { return page_; }
    std::string name() const { return whole_ ? sample_.name : fmt::format("{} sheet {}", sample_.name, sheet_ + 1); }
    const std::string& edits() const { return edits_; }
    std::string extension() const { return sample_.html ? ".html" : ".txt"; }

    /// What does not hold, or nothing.
    std::string check() const {
        const Decoded decoded = decode(page_);
        Page page;
        if (!read_page(page, decoded.text, sample_.html)) return {};
        const std::vector<Document> documents = interpret(page, Form::standard());
        if (const auto lost = find_lost_text(page, documents); !lost.empty()) return "lost: " + lost.front();
        if (!whole_)
            if (const std::string harmed = find_harmed(sheets_of(documents)); !harmed.empty()) return harmed;
        return check_outputs(documents);
    }

private:
    void note(const std::string& edit) {
        if (!edit.empty()) edits_ += (edits_.empty() ? "" : ", ") + edit;
    }

    // Text that a broken table lets go comes out below the sheet before it.
    static bool is_unharmed(Sheet now, const Sheet& before) {
        std::erase_if(now.unplaced, [&](const Unplaced& one) {
            return one.address == "表の下" &&
                   std::find(before.unplaced.begin(), before.unplaced.end(), one) == before.unplaced.end();
        });
        return now == before;
    }

    // Another sheet of the sample that is no longer among the page's.
    std::string find_harmed(const std::vector<Sheet>& sheets) const {
        for (std::size_t i = 0; i < sample_.sheets.size(); ++i) {
            const Sheet& before = sample_.sheets[i];
            const bool there =
                std::any_of(sheets.begin(), sheets.end(), [&](const Sheet& now) { return is_unharmed(now, before); });
            if (i != sheet_ && !there) return fmt::format("sheet {} is no longer as it was", i + 1);
        }
        return {};
    }

    static std::string check_outputs(const std::vector<Document>& documents) {
        const auto again = read_documents(write_json(documents), "page.json");
        if (!documents.empty() && (!again || *again != documents)) return "JSON gives another document";
        validate(documents);
        measure_all(documents);
        return {};
    }

    Dice dice_;
    const Sample& sample_;
    std::string page_;
    std::string edits_;
    std::size_t sheet_ = 0;
    bool whole_ = false;  // bytes were broken anywhere
};

// The exit code of `goalsheet validate PAGE`, and whether it said something on standard error.
struct Ending {
    int code = -1;
    bool spoke = false;
};
Ending run_program(const std::string& program, const fs::path& page, const fs::path& said) {
    const pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
        dup2(open(said.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        execl(program.c_str(), program.c_str(), "validate", page.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128, fs::file_size(said) > 0};
}

std::string check_program(const std::string& program, const Mutation& mutation, const fs::path& folder) {
    const fs::path page = folder / ("page" + mutation.extension());
    if (!write_file(page, mutation.page())) return "the page could not be written";
    const Ending ending = run_program(program, page, folder / "said");
    if (ending.code > 2) return fmt::format("the program ended with {}", ending.code);
    return ending.code == 2 && !ending.spoke ? "exit 2 without a word" : "";
}

std::vector<Sample> load_all(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path extension = entry.path().extension();
        if (extension == ".html" || extension == ".htm" || extension == ".txt") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Sample> samples;
    for (const fs::path& path : paths) samples.push_back(load(path));
    return samples;
}

int run(const std::string& program, const fs::path& folder, std::size_t count, const char* only) {
    const std::vector<Sample> samples = load_all(folder);
    if (only) {
        const Mutation mutation(samples, std::strtoull(only, nullptr, 10));
        fmt::print(stderr, "{}: {}\n{}\n", mutation.name(), mutation.edits(), mutation.check());
        fmt::print("{}", mutation.page());
        return 0;
    }
    std::string name = (fs::temp_directory_path() / "goalsheet-mutation-XXXXXX").string();
    const fs::path work = mkdtemp(name.data());
    std::size_t failed = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Mutation mutation(samples, i);
        std::string what = mutation.check();
        if (what.empty() && i % kRunEvery == 0) what = check_program(program, mutation, work);
        if (what.empty()) continue;
        if (++failed <= 20) fmt::print("FAILED: {} ({}: {}): {}\n", i, mutation.name(), mutation.edits(), what);
    }
    fs::remove_all(work);
    fmt::print("{} edited pages of {} samples, {} failed\n", count, samples.size(), failed);
    return failed > 0;
}

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    if (argc < 4) return 2;
    return goalsheet::run(argv[1], argv[2], std::strtoull(argv[3], nullptr, 10), argc > 4 ? argv[4] : nullptr);
}
