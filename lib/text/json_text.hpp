// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goalsheet {

/// JSON written straight into a string, for documents: building a tree of values first took a third of the time of
/// reading a page. Layout: two spaces a level and `[]` for nothing, or all in one line.
class JsonText {
public:
    /// `depth`: levels that enclose what is written; -1 for one line.
    explicit JsonText(int depth) : pretty_(depth >= 0), depth_(depth) {}

    void open_object() { open('{'); }
    void close_object() { close('}'); }
    void open_list() { open('['); }
    void close_list() { close(']'); }
    void key(std::string_view name);
    /// What `fill` writes, as an object or a list; `name`: its key.
    template <class Fill>
    void object(Fill fill) {
        open_object();
        fill();
        close_object();
    }
    template <class Fill>
    void object(std::string_view name, Fill fill) {
        key(name);
        object(fill);
    }
    template <class Fill>
    void list(std::string_view name, Fill fill) {
        key(name);
        open_list();
        fill();
        close_list();
    }
    /// UTF-8; bytes that are none become U+FFFD.
    void text(std::string_view value);
    void number(std::int64_t value);
    /// In the fewest digits that read back as the same number, and as no whole one.
    void real(double value);
    /// A number in its digits: 12.5.
    void digits(std::string_view decimal);
    void truth(bool value);
    void null();
    void field(std::string_view name, std::string_view value) { key(name), text(value); }
    void field(std::string_view name, std::int64_t value) { key(name), number(value); }

    std::string take() &&;

private:
    void open(char bracket);
    void close(char bracket);
    void begin_value();
    void break_line();
    void quote(std::string_view value);

    std::string json_;
    bool pretty_;
    int depth_;
    bool first_ = true;  ///< nothing stands in the innermost list or object yet
    bool after_key_ = false;
};

/// A text as a JSON string, quotes and all.
std::string quote_json(std::string_view text);

}  // namespace goalsheet
