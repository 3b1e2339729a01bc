// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/result.hpp"
#include "goalsheet/text_sink.hpp"
#include "tables/table.hpp"
#include "write/format/marked_text.hpp"
#include "write/format/xlsx/cell_text.hpp"
#include "write/format/xlsx/sheet_names.hpp"
#include "write/format/xlsx/styles.hpp"

struct lxw_chart;
struct lxw_worksheet;

namespace goalsheet::xlsx {

/// A4 landscape less our margins, in points: what set_up_print leaves for cells at full size.
inline constexpr double kPrintWidth = (11.69 - 2 * 0.4) * 72;
inline constexpr double kPrintHeight = (8.27 - 0.65 - 0.55) * 72;

struct BookProperties {
    std::string title;
    std::string subject;
    std::optional<std::int64_t> created;  ///< seconds since 1970; nothing: always the same day
    bool small = false;                   ///< a few megabytes before it is packed
};

/// A worksheet and the name it got.
struct Page {
    lxw_worksheet* sheet = nullptr;
    std::string name;
};

/// From the first cell to the last, rows and columns from 0.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint16_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
};

/// Where libxlsxwriter writes: an open descriptor and the path that leads to it.
struct TemporaryFile {
    int descriptor = -1;
    std::string path;
};

/// One workbook while it is written: its temporary file, its styles, the names given out and the notes taken on the
/// way. Every text that reaches a cell goes through write_text, which keeps the file readable whatever the text holds.
class Book {
public:
    static Result<std::unique_ptr<Book>> open(const BookProperties& properties);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    /// Keeps a name for a sheet that comes later.
    void reserve_name(const std::string& name) { names_.take(name); }
    /// Keeps the legal and free name that comes nearest to the wanted one, and gives it.
    std::string choose_name(std::string_view wanted) { return names_.take(wanted); }
    /// Adds the sheet that was kept a name.
    Page add_reserved_page(const std::string& name);
    /// Likewise; its cells go to the file row by row, in order, and nothing of them is kept. It can have no tables and
    /// no charts of its cells.
    Page add_streamed_page(const std::string& name);
    Page add_page(std::string_view wanted_name);
    /// Whether so many cells may be held in memory until the book is finished; else they need a streamed page.
    bool may_keep(std::size_t cells);
    lxw_chart* add_chart(std::uint8_t type);

    const Styles& styles() const { return *styles_; }
    const std::vector<ConversionNote>& notes() const { return notes_; }
    void note(std::string place, std::string text) { notes_.push_back({std::move(place), std::move(text)}); }

    /// Valid and free of what XML forbids; says what it took out, and `place_of()` where.
    template <class PlaceOf>
    std::string clean(std::string_view text, PlaceOf place_of) {
        Repairs repairs;
        std::string clean = clean_text(text, repairs);
        if (repairs.controls + repairs.invalid != 0) note(repairs, place_of());
        return clean;
    }
    /// Writes a clean text of at most kMaxCellUnits over the range (merged when it is more than one cell), as text.
    /// The first `bold` bytes are bold.
    void write_text(const Page& page, const CellRange& range, std::string_view clean, Style style,
                    std::size_t bold = 0);

    /// The cell leads to another place of the workbook: 'sheet'!A1. What is written into it afterwards stands there.
    void add_link(const Page& page, std::uint32_t row, std::uint16_t column, const std::string& place);

    /// Writes clean texts one behind another into a cell, of which those that changed are underlined.
    void write_marked(const Page& page, std::uint32_t row, std::uint16_t column, const std::vector<MarkedText>& texts);

    /// A name for a cell that the whole workbook knows. It must be legal and new: a letter in front, no blanks, nothing
    /// that reads as a cell (AB12, R6).
    void define_name(const std::string& name, const Page& page, std::uint32_t row, std::uint16_t column);

    /// A4 landscape, one page wide, page numbers; the texts may hold anything.
    void set_up_print(const Page& page, std::string_view header_left, std::string_view header_right,
                      std::string_view footer_left);
    /// Remembers the first failure of libxlsxwriter; finish() then gives a fault and no half-written file. Throws
    /// std::bad_alloc where little memory is left.
    void check(int lxw_error);

    /// The file's bytes. The book can do nothing more afterwards.
    Result<std::string> finish();
    /// The same piece by piece; false when one was not taken.
    Result<bool> finish(const TextSink& sink);

private:
    Book(TemporaryFile file, const std::string& folder);
    void note(const Repairs& repairs, const std::string& place);
    void take_room(std::size_t bytes);
    void set_properties(const BookProperties& properties);
    void write_names();

    TemporaryFile file_;
    lxw_workbook* workbook_ = nullptr;
    std::unique_ptr<Styles> styles_;
    SheetNames names_;
    std::vector<ConversionNote> notes_;
    std::vector<std::pair<std::string, std::string>> defined_;  ///< names and what they stand for
    std::size_t kept_cells_ = 0;
    int first_error_ = 0;
    std::size_t room_ = 0;  ///< bytes that libxlsxwriter may still ask for before it is looked whether they are there
};

/// A1, AB12.
std::string cell_name(std::uint32_t row, std::uint16_t column);

}  // namespace goalsheet::xlsx
