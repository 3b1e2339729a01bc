// SPDX-License-Identifier: MIT
#include "tables/table.hpp"

#include "goalsheet/text.hpp"

namespace goalsheet {

std::string_view column_type_name(ColumnType type) {
    switch (type) {
        case ColumnType::text:
            return "文字列";
        case ColumnType::code:
        case ColumnType::status:
            return "コード";
        case ColumnType::integer:
        case ColumnType::year:
        case ColumnType::flag:
            return "整数";
        case ColumnType::number:
            return "数値";
        case ColumnType::percent:
            return "数値";
        case ColumnType::date:
            return "日付";
    }
    return "";
}

std::string tidy_text(std::string_view text) {
    std::string tidy;
    tidy.reserve(text.size());
    for (const std::string_view line : split_lines(text)) {
        const std::string_view inner = trim(line);
        if (inner.empty()) continue;
        if (!tidy.empty()) tidy += " / ";
        std::size_t kept = 0;  // up to here `tidy` has what it needs
        for (std::size_t at = 0; at < inner.size();) {
            const CodePoint point = decode_at(inner, at);
            const std::size_t next = at + point.length;
            const bool space = is_space(point.value);
            const bool broken = point.value == 0xFFFD && point.length == 1;
            if (space || broken) {
                tidy.append(inner, kept, at - kept);
                kept = next;
                if (broken) append_utf8(tidy, point.value);
                if (space && !tidy.ends_with(' ')) tidy.push_back(' ');
            }
            at = next;
        }
        tidy.append(inner, kept);
    }
    return tidy;
}

void DataTable::for_each_row(const RowSink& sink) const {
    if (feed) return feed(sink);
    for (const DataRow& row : rows) sink(row);
}

}  // namespace goalsheet
