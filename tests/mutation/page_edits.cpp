// SPDX-License-Identifier: MIT
#include "mutation/page_edits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

using Range = std::pair<std::size_t, std::size_t>;

std::vector<Range> find_tags(std::string_view page, std::size_t begin, std::size_t end) {
    std::vector<Range> tags;
    for (std::size_t at = page.find('<', begin); at < end; at = page.find('<', at + 1)) {
        const std::size_t close = page.find('>', at);
        if (close >= end) break;
        tags.push_back({at, close + 1});
    }
    return tags;
}

// Rows of tagged pages and lines of copied text.
std::vector<Range> find_rows(std::string_view page, std::size_t begin, std::size_t end) {
    std::vector<Range> rows;
    const std::string_view sheet = page.substr(begin, end - begin);
    const std::string_view mark = sheet.find("<tr") != std::string_view::npos   ? "<tr"
                                  : sheet.find("<TR") != std::string_view::npos ? "<TR"
                                                                                : "\n";
    for (std::size_t at = page.find(mark, begin); at < end;) {
        const std::size_t next = page.find(mark, at + 1);
        if (next >= end) break;
        rows.push_back({at, next});
        at = next;
    }
    return rows;
}

std::size_t sign_at(std::string_view page, std::size_t begin, std::size_t end, Dice& dice) {
    std::size_t at = begin + dice.roll(end - begin);
    while (at > begin && (static_cast<unsigned char>(page[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

void replace(std::string& page, Range range, std::string_view with, std::size_t& end) {
    page.replace(range.first, range.second - range.first, with);
    end += with.size();
    end -= range.second - range.first;
}

template <typename List>
std::optional<Range> pick(const List& list, Dice& dice) {
    if (list.empty()) return std::nullopt;
    return list[dice.roll(list.size())];
}

std::string edit_tag(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    const auto tag = pick(find_tags(page, begin, end), dice);
    if (!tag) return {};
    const std::string words = page.substr(tag->first, tag->second - tag->first);
    switch (dice.roll(3)) {
        case 0:
            replace(page, *tag, "", end);
            return "drop " + words;
        case 1:
            replace(page, {tag->first, tag->first}, words, end);
            return "double " + words;
        default: {
            replace(page, *tag, "", end);
            const std::size_t to = sign_at(page, begin, end, dice);
            replace(page, {to, to}, words, end);
            return "move " + words;
        }
    }
}

constexpr std::string_view kLabels[] = {"重点目標", "部局名",   "優先順位", "取組項目", "数値目標",
                                        "中間報告", "期末報告", "期限",     "特記事項", "現況"};

std::string misspell_label(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    std::vector<Range> found;
    for (const std::string_view label : kLabels)
        for (std::size_t at = page.find(label, begin); at < end; at = page.find(label, at + 1))
            found.push_back({at, at + label.size()});
    const auto label = pick(found, dice);
    if (!label || label->second > end) return {};
    const std::size_t at = sign_at(page, label->first, label->second, dice);
    replace(page, {at, at + decode_at(page, at).length}, dice.roll(2) == 0 ? "" : "票", end);
    return "misspell a label";
}

std::string change_number(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    std::vector<Range> found;
    bool in_tag = false;
    for (std::size_t i = begin; i < end; ++i) {
        if (page[i] == '<') in_tag = true;
        if (page[i] == '>') in_tag = false;
        if (!in_tag && page[i] >= '0' && page[i] <= '9') found.push_back({i, i + 1});
    }
    const auto digit = pick(found, dice);
    if (!digit) return {};
    constexpr std::string_view kOthers[] = {"0", "9", "12", "１", "", ",", "1/2", "-3"};
    replace(page, *digit, kOthers[dice.roll(std::size(kOthers))], end);
    return "change a number";
}

std::string swap_rows(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    const std::vector<Range> rows = find_rows(page, begin, end);
    if (rows.size() < 2) return {};
    const std::size_t first = dice.roll(rows.size() - 1);
    const Range a = rows[first];
    const Range b = rows[first + 1];
    const std::string swapped = page.substr(b.first, b.second - b.first) + page.substr(a.first, a.second - a.first);
    replace(page, {a.first, b.second}, swapped, end);
    return "swap two rows";
}

std::string repeat_row(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    const auto row = pick(find_rows(page, begin, end), dice);
    if (!row) return {};
    const bool drop = dice.roll(2) == 0;
    const std::string words = drop ? "" : page.substr(row->first, row->second - row->first);
    replace(page, drop ? *row : Range{row->first, row->first}, words, end);
    return drop ? "drop a row" : "double a row";
}

std::string cut_words(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    const std::size_t from = sign_at(page, begin, end, dice);
    std::size_t to = from;
    for (std::size_t signs = 1 + dice.roll(8); signs > 0 && to < end && page[to] != '<' && page[to] != '>'; --signs)
        to += decode_at(page, to).length;
    replace(page, {from, std::min(to, end)}, "", end);
    return "cut words";
}

std::string put_in(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    constexpr std::string_view kSigns[] = {"①",        "(2)",      "○",           "\n",        "　", "&nbsp;",
                                           "<br>",     "・",       "<b>",         "</td><td>", "（", "\u200b",
                                           "<!--x-->", "重点目標", "②\n(1) 追加", "</div>",    "\t"};
    const std::string_view sign = kSigns[dice.roll(std::size(kSigns))];
    const std::size_t at = sign_at(page, begin, end, dice);
    replace(page, {at, at}, sign, end);
    return fmt::format("put in {}", sign);
}

}  // namespace

std::string edit_page(std::string& page, std::size_t begin, std::size_t& end, Dice& dice) {
    using Edit = std::string (*)(std::string&, std::size_t, std::size_t&, Dice&);
    constexpr Edit kEdits[] = {edit_tag,  edit_tag,   misspell_label, change_number,
                               swap_rows, repeat_row, cut_words,      put_in};
    return kEdits[dice.roll(std::size(kEdits))](page, begin, end, dice);
}

std::string break_bytes(std::string& bytes, Dice& dice) {
    const std::size_t at = dice.roll(bytes.size());
    switch (dice.roll(4)) {
        case 0:
            bytes.resize(at);
            return "cut off";
        case 1:
            bytes[at] = static_cast<char>(dice.roll(256));
            return "overwrite a byte";
        case 2:
            bytes.erase(at, 1 + dice.roll(3));
            return "drop bytes";
        default:
            bytes.insert(at, bytes.substr(at, 1 + dice.roll(40)));
            return "double bytes";
    }
}

}  // namespace goalsheet
