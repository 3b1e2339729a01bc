// SPDX-License-Identifier: MIT
// usage: mark_texts SAMPLES COUNT [ONLY]     random pages with a mark in every text of the tables that are read as
// sheets or parts of them; ONLY: one of them, on stdout. Each is read as a page, as a worksheet and as copied text;
// every mark must come out in JSON, Markdown, HTML, text, CSV and workbook. Labels get no marks: a table whose labels
// nobody knows is no sheet. Nor do a page's other tables (whom to call): they are no text of a sheet.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "goalsheet/files.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_xlsx.hpp"
#include "mutation/page_edits.hpp"
#include "read/html.hpp"
#include "support/pasted_tables.hpp"
#include "support/xlsx_file.hpp"
#include "text/decode.hpp"

namespace goalsheet {
namespace {

namespace fs = std::filesystem;

/// Makes marks that are one word wherever they stand: Qaaab, Qaaac, …
class Marks {
public:
    std::string next() {
        std::string mark = "Q";
        for (std::size_t left = count_++, i = 0; i < 4; ++i, left /= 26) mark += static_cast<char>('a' + left % 26);
        all_.push_back(mark);
        return mark;
    }
    const std::vector<std::string>& all() const { return all_; }

private:
    std::size_t count_ = 0;
    std::vector<std::string> all_;
};

// Numbers alone, marks of a matrix and words that the form knows stay as they are.
bool is_word(char32_t c) { return is_kanji(c) || is_hiragana(c) || is_katakana(c); }

// Behind numbers and marks, which a field may have without.
std::string_view from_first_word(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); at += decode_at(line, at).length)
        if (is_word(decode_at(line, at).value)) return trim(line.substr(at));
    return {};
}

bool takes_mark(std::string_view text) {
    text = trim(text);
    const Form& form = Form::standard();
    if (text.empty() || form.match(text) || form.match_notes_heading(text)) return false;
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size(); at += decode_at(text, at).length)
        words += is_word(decode_at(text, at).value) ? 1 : 0;
    return words > 1;
}

constexpr std::array kSnippets = {"<br>@",
                                  "<p>@</p>@",
                                  "<ul><li>@<li>10@<li>（@）</ul>",
                                  "<ol reversed><li>@<li>3@</ol>",
                                  "<table><tr><td>@</td><td>@</td></tr><tr><td colspan=2>@</td></tr></table>",
                                  "<sup>@</sup>",
                                  "<sub>@</sub>",
                                  "<s>@</s>",
                                  "<ruby>@<rt>@</rt></ruby>",
                                  "<img alt='@'>",
                                  "<select><option>x<option selected>@</select>",
                                  "<textarea>@\n@</textarea>",
                                  "<input value='@'>",
                                  "<pre>@\n@</pre>",
                                  "<details><summary>@</summary>@</details>",
                                  "<dl><dt>@<dd>@</dl>",
                                  "<b title='@'>@</b>",
                                  "<noscript>@</noscript>",
                                  "<span hidden>@</span>",
                                  "<button>@</button>",
                                  "<table><caption>@</caption><tr><td>@</td></tr></table>",
                                  "<label><input type=checkbox>@</label>",
                                  "<div style='display:none'>@</div>",
                                  "<template>@</template>",
                                  "<iframe>@</iframe>",
                                  "<data value=x>@</data>"};
constexpr std::array kRows = {"<tr><td>@</td><td colspan=9>@</td></tr>", "<tr><td colspan=9>@</td></tr>",
                              "<tr hidden><td>@</td></tr>", "<tr><td hidden>@</td><td>@</td></tr>"};

std::string fill_in(std::string_view snippet, Marks& marks) {
    std::string out;
    for (const char c : snippet) out += c == '@' ? marks.next() : std::string(1, c);
    return out;
}

/// Where the tables of a page begin that its sheets are read from: most of their lines come out.
std::set<std::size_t> tables_of_sheets(const std::string& text) {
    Page page;
    ReadOptions options;
    options.page = &page;
    const auto documents = read_documents(text, "page.html", options);
    std::set<std::size_t> begins;
    if (!documents) return begins;
    const std::string json = write_json(*documents);
    for (const Table& table : page.tables) {
        std::size_t lines = 0;
        std::size_t found = 0;
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells)
                for (const std::string_view line : split_lines(cell.text.text))
                    if (takes_mark(line))
                        ++lines, found += json.find(from_first_word(line)) != std::string::npos ? 1 : 0;
        // One line, a department's name say, may be found for another's sake.
        if (found > 1 && found * 2 >= lines) begins.insert(table.source);
    }
    return begins;
}

/// A sample's text with marks put into it.
class MarkedPage {
public:
    /// `tables`: where those begin that take marks.
    MarkedPage(std::string_view page, const std::set<std::size_t>& tables, Dice& dice)
        : page_(page), tables_(tables), dice_(dice) {
        while (at_ < page_.size()) page_[at_] == '<' ? copy_tag() : copy_text();
    }

    std::string text;
    Marks marks;

private:
    void copy_tag() {
        const std::size_t end = std::min(page_.find('>', at_), page_.size() - 1) + 1;
        const std::string_view tag = page_.substr(at_, end - at_);
        text += tag;
        const std::string name = name_of(tag);
        if (name == "table" && depth_ == 0) of_sheet_ = tables_.contains(at_);
        at_ = end;
        if (name == "table") ++depth_;
        if (name == "/table" && depth_ > 0) --depth_;
        if (name == "script" || name == "style" || name == "title" || name == "option") skip_element(name);
        if (!of_sheet_) return;
        if (name == "table" && depth_ == 1 && dice_.roll(6) == 0 && !has_caption())
            text += fill_in("<caption>@<span hidden>@</span></caption>", marks);
        if (name == "/tr" && depth_ == 1 && dice_.roll(40) == 0)
            text += fill_in(kRows[dice_.roll(kRows.size())], marks);
    }

    static std::string name_of(std::string_view tag) {
        std::string name;
        for (const char c : tag.substr(1)) {
            if (!std::isalnum(static_cast<unsigned char>(c)) && c != '/') break;
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        return name;
    }

    bool has_caption() const {
        const std::string_view next = page_.substr(at_, 40);
        return next.find("caption") != std::string_view::npos || next.find("CAPTION") != std::string_view::npos;
    }

    void skip_element(const std::string& name) {
        const std::size_t end = page_.find("</" + name, at_);
        const std::size_t stop = end == std::string_view::npos ? page_.size() : end;
        text += page_.substr(at_, stop - at_);
        at_ = stop;
    }

    void copy_text() {
        const std::size_t end = std::min(page_.find('<', at_), page_.size());
        const std::string_view words = page_.substr(at_, end - at_);
        at_ = end;
        text += words;
        if (depth_ == 0 || !of_sheet_ || !takes_mark(words)) return;
        if (dice_.roll(10) > 0) text += marks.next();
        if (dice_.roll(12) == 0) text += fill_in(kSnippets[dice_.roll(kSnippets.size())], marks);
    }

    std::string_view page_;
    const std::set<std::size_t>& tables_;
    bool of_sheet_ = false;
    Dice& dice_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

// The same tables as another program hands them over, a mark in every cell.
std::vector<test::PastedTable> marked_tables(const std::string& page_text, const std::set<std::size_t>& wanted,
                                             Marks& marks) {
    Page page;
    page.source = std::make_shared<const SourceText>(page_text);
    std::vector<test::PastedTable> tables;
    if (!read_html("page.html", page)) return tables;
    for (const Table& table : page.tables) {
        if (table.nested || !wanted.contains(table.source)) continue;
        tables.push_back(test::paste_table(table));
        for (auto& row : tables.back().rows)
            for (std::string& cell : row)
                if (takes_mark(cell)) cell += marks.next();
    }
    return tables;
}

std::map<std::string, std::string> write_all(const std::vector<Document>& documents) {
    std::map<std::string, std::string> outputs = {{"json", write_json(documents)},
                                                  {"md", write_markdown(documents)},
                                                  {"html", write_html(documents)},
                                                  {"txt", write_text_form(documents)}};
    for (const CsvFile& file : write_csv_set(documents)) outputs["csv"] += file.bytes;
    for (const Document& document : documents)
        if (const auto book = write_workbook(document))
            for (const auto& [name, part] : test::XlsxFile::read(*book).parts) outputs["xlsx"] += part;
    return outputs;
}

struct Tally {
    std::size_t read = 0;
    std::size_t refused = 0;
    std::size_t marks = 0;
    std::map<std::string, std::size_t> lost;  ///< by output
};

void say_lost(const std::string& what, const std::string& output, const std::string& mark, const std::string& source) {
    const std::size_t at = source.find(mark);
    const std::size_t begin = at > 60 && at != std::string::npos ? at - 60 : 0;
    std::string around = source.substr(begin, 120);
    std::replace(around.begin(), around.end(), '\n', ' ');
    fmt::print("{}: {} lost in {}: …{}…\n", what, mark, output, around);
}

void check(const std::string& what, const std::string& bytes, const std::string& path, const Marks& marks,
           const std::string& source, Tally& tally) {
    constexpr std::size_t kSaid = 30;
    const auto documents = read_documents(bytes, path);
    if (!documents) {
        ++tally.refused;
        fmt::print("{} refused: {}\n", what, documents.fault().message.en);
        return;
    }
    ++tally.read;
    tally.marks += marks.all().size();
    for (const auto& [output, text] : write_all(*documents))
        for (const std::string& mark : marks.all())
            if (text.find(mark) == std::string::npos && ++tally.lost[path + " → " + output] <= kSaid)
                say_lost(what, output, mark, source);
}

std::vector<std::pair<std::string, std::string>> load_samples(const fs::path& folder) {
    std::vector<std::pair<std::string, std::string>> samples;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".html" && extension != ".htm") continue;
        if (const auto bytes = read_file(entry.path().string()))
            samples.emplace_back(entry.path().filename().string(), decode(*bytes).text);
    }
    std::sort(samples.begin(), samples.end());
    return samples;
}

int run(const fs::path& folder, std::size_t count, std::optional<std::size_t> only) {
    auto samples = load_samples(folder);
    std::map<std::string, std::set<std::size_t>> of_sheets;
    for (const auto& [name, text] : samples) of_sheets[name] = tables_of_sheets(text);
    // Some are read with a form of their own alone.
    std::erase_if(samples, [&](const auto& sample) { return of_sheets[sample.first].empty(); });
    if (samples.empty()) return 2;
    Tally tally;
    for (std::size_t i = only.value_or(0); i < (only ? *only + 1 : count); ++i) {
        Dice dice(i);
        const auto& [name, text] = samples[i % samples.size()];
        const MarkedPage page(text, of_sheets[name], dice);
        if (only) fmt::print("{}\n", page.text);
        check(fmt::format("page {} of {}", i, name), page.text, "page.html", page.marks, page.text, tally);
        if (i % 5 != 0) continue;
        Marks marks;
        const std::vector<test::PastedTable> tables = marked_tables(text, of_sheets[name], marks);
        const std::string copied = test::copy_as_text(tables);
        check(fmt::format("text {} of {}", i, name), copied, "page.txt", marks, copied, tally);
        check(fmt::format("book {} of {}", i, name), test::worksheets_of(tables), "page.xlsx", marks, copied, tally);
    }
    std::size_t lost = 0;
    for (const auto& [output, number] : tally.lost) {
        fmt::print("{}: {} marks lost\n", output, number);
        lost += number;
    }
    fmt::print("{} inputs read, {} refused, {} marks, {} lost\n", tally.read, tally.refused, tally.marks, lost);
    return lost == 0 && tally.refused * 20 <= tally.read ? 0 : 1;
}

}  // namespace
}  // namespace goalsheet

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const auto only = argc > 3 ? std::optional(std::strtoull(argv[3], nullptr, 10)) : std::nullopt;
    return goalsheet::run(argv[1], std::strtoull(argv[2], nullptr, 10), only);
}
