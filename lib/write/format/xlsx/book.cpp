// SPDX-License-Identifier: MIT
#include "write/format/xlsx/book.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <new>

#include "goalsheet/text.hpp"
#include "write/format/xlsx/cell_text.hpp"

namespace goalsheet::xlsx {
namespace {

constexpr std::int64_t kFixedDay = 946684800;  // 2000-01-01: libxlsxwriter would take the clock for 0
constexpr double kSideMargin = 0.4;            // inches
constexpr double kTopMargin = 0.65;
constexpr double kBottomMargin = 0.55;
constexpr std::size_t kMaxHeaderPart = 70;  // three of them and the font stay under Excel's 255 units

// libxlsxwriter (1.1.4) crashes where it gets no memory, so room is asked for ahead of it: for a new sheet, for the
// cells up to the next asking, for packing the file. Half of it stays for what the estimates leave out.
constexpr std::size_t kRoom = std::size_t{8} << 20U;
constexpr std::size_t kBytesOfCall = 1024;  // what a call may take, texts apart

void require_room() {
    void* volatile room = std::malloc(kRoom);  // volatile: or the compiler sees that nobody uses it
    if (!room) throw std::bad_alloc();
    std::free(room);
}

// Errors that a text or a table can bring about are kept from happening; those of the machine are not.
[[maybe_unused]] bool is_of_the_machine(int error) {
    return error == LXW_ERROR_MEMORY_MALLOC_FAILED || error == LXW_ERROR_CREATING_XLSX_FILE ||
           error == LXW_ERROR_CREATING_TMPFILE || error == LXW_ERROR_READING_TMPFILE ||
           error == LXW_ERROR_ZIP_FILE_OPERATION;
}

#ifdef __linux__
constexpr const char* kMemoryFolder = "/dev/shm";

bool has_memory_folder() {
    constexpr std::uintmax_t kEnough = std::uintmax_t{256} << 20U;  // many times what a small book takes
    std::error_code error;
    return ::access(kMemoryFolder, W_OK | X_OK) == 0 &&
           std::filesystem::space(kMemoryFolder, error).available >= kEnough && !error;
}
#endif

// Each part of a book is a file of its own until it is packed. Those of a small one stay in memory where the system has
// a folder for that, unless the environment names another.
std::string temporary_folder([[maybe_unused]] bool small) {
    constexpr const char* kUsual = "/tmp";
    std::error_code error;
    const std::filesystem::path found = std::filesystem::temp_directory_path(error);
    std::string folder = error ? kUsual : found.string();
#ifdef __linux__
    if (small && folder == kUsual && has_memory_folder()) folder = kMemoryFolder;
#endif
    return folder;
}

// libxlsxwriter writes to named files only, so the workbook passes through one.
// On Linux it has no name in its folder, so that nothing stays when the program is killed; it is reached through its
// descriptor.
Result<TemporaryFile> open_temporary_file(const std::string& folder) {
    TemporaryFile file{-1, folder + "/goalsheet-XXXXXX"};
#ifdef __linux__
    file.descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file.descriptor < 0) {
        file.descriptor = ::mkstemp(file.path.data());
        if (file.descriptor >= 0) ::unlink(file.path.c_str());
    }
    if (file.descriptor >= 0) file.path = fmt::format("/proc/self/fd/{}", file.descriptor);
#else
    file.descriptor = ::mkstemp(file.path.data());
#endif
    if (file.descriptor >= 0) return file;
    return Fault{folder,
                 {fmt::format("作業用ファイルを作れません。{} の空き容量と書き込み権限を確認してください。", folder),
                  fmt::format("Cannot make a temporary file; check free space and permissions of {}.", folder)}};
}

lxw_workbook* open_workbook(const std::string& path, const std::string& folder) {
    std::string changeable = folder;  // the library asks for one, and copies it
    lxw_workbook_options options{};
    options.tmpdir = changeable.data();
    return workbook_new_opt(path.c_str(), &options);
}

Fault writing_fault(const std::string& path, int error) {
    const std::string reason = lxw_strerror(static_cast<lxw_error>(error));
    return Fault{
        path,
        {fmt::format("Excelファイルを作れません（{}）。作業用フォルダの空き容量を確認してください。", reason),
         fmt::format("Cannot make the Excel file ({}); check the free space of the temporary folder.", reason)}};
}

std::string header_part(std::string_view text) {
    Repairs repairs;
    const std::string clean = clean_text(text, repairs);
    std::string part;
    for (const char c : std::string(split_for_cells(clean, kMaxHeaderPart).front())) {
        if (c == '&') part.push_back('&');
        part.push_back(c == '\n' ? ' ' : c);
    }
    return escape_text(part);
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint16_t column) {
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, row, column);
    return name;
}

Result<std::unique_ptr<Book>> Book::open(const BookProperties& properties) {
    const std::string folder = temporary_folder(properties.small);
    auto file = open_temporary_file(folder);
    if (!file) return file.fault();
    require_room();
    std::unique_ptr<Book> book(new Book(std::move(*file), folder));
    book->set_properties(properties);
    return book;
}

Book::Book(TemporaryFile file, const std::string& folder)
    : file_(std::move(file)), workbook_(open_workbook(file_.path, folder)) {
    // Column widths are measured in digits of the first format's font; the public setter for it came with a later
    // version.
    lxw_format* first = STAILQ_FIRST(workbook_->formats);
    format_set_font_name(first, kFont);
    format_set_font_scheme(first, "");
    styles_ = std::make_unique<Styles>(workbook_);
}

Book::~Book() {
    if (workbook_) lxw_workbook_free(workbook_);
    ::close(file_.descriptor);
#ifndef __linux__
    ::unlink(file_.path.c_str());
#endif
}

void Book::set_properties(const BookProperties& properties) {
    Repairs repairs;
    std::string title = clean_text(properties.title, repairs);
    std::string subject = clean_text(properties.subject, repairs);
    lxw_doc_properties document{};
    document.title = title.data();
    document.subject = subject.data();
    document.created = static_cast<std::time_t>(properties.created.value_or(kFixedDay));
    if (document.created == 0) document.created = 1;
    check(workbook_set_properties(workbook_, &document));
}

Page Book::add_reserved_page(const std::string& name) {
    require_room();
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
    assert(sheet && "sheet names are made legal before");
    return {sheet, name};
}

Page Book::add_streamed_page(const std::string& name) {
    // The library reads this option when it makes a sheet, though it offers it for the whole workbook only.
    workbook_->options.constant_memory = LXW_TRUE;
    Page page = add_reserved_page(name);
    workbook_->options.constant_memory = LXW_FALSE;
    return page;
}

bool Book::may_keep(std::size_t cells) {
    constexpr std::size_t kMostCells = 2'000'000;  // of 170 bytes, on all pages
    if (cells > kMostCells - kept_cells_) return false;
    kept_cells_ += cells;
    return true;
}

lxw_chart* Book::add_chart(std::uint8_t type) {
    require_room();
    lxw_chart* chart = workbook_add_chart(workbook_, type);
    assert(chart && "only memory could be lacking");
    return chart;
}

Page Book::add_page(std::string_view wanted_name) { return add_reserved_page(names_.take(wanted_name)); }

void Book::note(const Repairs& repairs, const std::string& place) {
    if (repairs.controls) note(place, fmt::format("Excelに書けない制御文字{}字を除きました。", repairs.controls));
    if (repairs.invalid) note(place, fmt::format("UTF-8でないバイト{}個を「�」に置き換えました。", repairs.invalid));
}

void Book::write_text(const Page& page, const CellRange& range, std::string_view clean, Style style, std::size_t bold) {
    take_room(clean.size() * 4);  // a copy for the cell, one for the library's list of texts, and for each an escape
    lxw_format* format = (*styles_)[style];
    const bool rich = bold != 0 && bold < clean.size();
    const std::string text = rich ? std::string() : escape_text(clean);
    const bool merged = range.first_row != range.last_row || range.first_column != range.last_column;
    if (merged)
        check(worksheet_merge_range(page.sheet, range.first_row, range.first_column, range.last_row, range.last_column,
                                    text.c_str(), format));
    else if (!text.empty())
        check(worksheet_write_string(page.sheet, range.first_row, range.first_column, text.c_str(), format));
    else
        check(worksheet_write_blank(page.sheet, range.first_row, range.first_column, format));
    if (!rich) return;
    std::string head = escape_text(clean.substr(0, bold));
    std::string tail = escape_text(clean.substr(bold));
    lxw_rich_string_tuple first{(*styles_)[Style::bold_part], head.data()};
    lxw_rich_string_tuple second{(*styles_)[Style::plain_part], tail.data()};
    lxw_rich_string_tuple* parts[] = {&first, &second, nullptr};
    check(worksheet_write_rich_string(page.sheet, range.first_row, range.first_column, parts, format));
}

void Book::add_link(const Page& page, std::uint32_t row, std::uint16_t column, const std::string& place) {
    take_room(place.size() * 4);
    check(worksheet_write_url(page.sheet, row, column, ("internal:" + place).c_str(), nullptr));
}

void Book::write_marked(const Page& page, std::uint32_t row, std::uint16_t column,
                        const std::vector<MarkedText>& texts) {
    if (texts.size() < 2) {
        const bool changed = !texts.empty() && texts.front().changed;
        return write_text(page, {row, column, row, column}, texts.empty() ? "" : texts.front().text,
                          changed ? Style::input_changed : Style::input);
    }
    std::vector<std::string> escaped;
    for (const MarkedText& one : texts) escaped.push_back(escape_text(one.text));
    std::vector<lxw_rich_string_tuple> parts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        parts.push_back({(*styles_)[texts[i].changed ? Style::changed_part : Style::plain_part], escaped[i].data()});
    std::vector<lxw_rich_string_tuple*> pointers;
    for (lxw_rich_string_tuple& part : parts) pointers.push_back(&part);
    pointers.push_back(nullptr);
    check(worksheet_write_rich_string(page.sheet, row, column, pointers.data(), (*styles_)[Style::input]));
}

void Book::define_name(const std::string& name, const Page& page, std::uint32_t row, std::uint16_t column) {
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell_abs(cell, row, column, 1, 1);
    defined_.emplace_back(name, fmt::format("='{}'!{}", page.name, cell));
}

// The library keeps them in a sorted list that it walks from its start: from last to first, each is in place at once.
void Book::write_names() {
    const auto lower = [](std::string text) {
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return text;
    };
    std::sort(defined_.begin(), defined_.end(),
              [&](const auto& a, const auto& b) { return lower(a.first) > lower(b.first); });
    for (const auto& [name, formula] : defined_) check(workbook_define_name(workbook_, name.c_str(), formula.c_str()));
}

void Book::set_up_print(const Page& page, std::string_view header_left, std::string_view header_right,
                        std::string_view footer_left) {
    constexpr std::uint8_t kA4 = 9;
    worksheet_set_paper(page.sheet, kA4);
    worksheet_set_landscape(page.sheet);
    worksheet_fit_to_pages(page.sheet, 1, 0);
    worksheet_set_margins(page.sheet, kSideMargin, kSideMargin, kTopMargin, kBottomMargin);
    worksheet_center_horizontally(page.sheet);
    // The size stands before the font, so that a text starting with a digit does not become part of it.
    const std::string font = fmt::format("&9&\"{},Regular\"", kFont);
    const std::string header =
        fmt::format("&L{0}{1}&R{0}{2}", font, header_part(header_left), header_part(header_right));
    const std::string footer = fmt::format("&L{0}{1}&R{0}&P / &N", font, header_part(footer_left));
    check(worksheet_set_header(page.sheet, header.c_str()));
    check(worksheet_set_footer(page.sheet, footer.c_str()));
}

void Book::check(int lxw_error) {
    take_room(kBytesOfCall);
    assert((lxw_error == LXW_NO_ERROR || is_of_the_machine(lxw_error)) &&
           "every limit of the format is kept before libxlsxwriter is called");
    if (first_error_ == 0) first_error_ = lxw_error;
}

void Book::take_room(std::size_t bytes) {
    if (room_ < bytes) {
        require_room();
        room_ = kRoom / 2;
    }
    room_ -= std::min(room_, bytes);
}

Result<std::string> Book::finish() {
    std::string bytes;
    const auto finished = finish([&](std::string_view piece) {
        bytes += piece;
        return true;
    });
    if (!finished) return finished.fault();
    return bytes;
}

Result<bool> Book::finish(const TextSink& sink) {
    require_room();
    write_names();
    const lxw_error closed = workbook_close(workbook_);
    workbook_ = nullptr;
    const int error = first_error_ != 0 ? first_error_ : static_cast<int>(closed);
    if (error != LXW_NO_ERROR) return writing_fault(file_.path, error);
    std::ifstream file(file_.path, std::ios::binary);
    std::string piece(std::size_t{1} << 18U, '\0');
    bool any = false;
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        any = true;
        if (!sink(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())))) return false;
    }
    if (!any || file.bad()) return writing_fault(file_.path, LXW_ERROR_CREATING_XLSX_FILE);
    return true;
}

}  // namespace goalsheet::xlsx
