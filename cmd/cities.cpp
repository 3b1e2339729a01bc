// SPDX-License-Identifier: MIT
#include "cmd/cities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "goalsheet/text.hpp"
#include "goalsheet/write_csv.hpp"
#include "text/csv_records.hpp"
#include "text/decode.hpp"

namespace goalsheet::cmd {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kPathNames = {"path", "folder", "フォルダー", "パス"};
constexpr std::array<std::string_view, 4> kCodeNames = {"city_code", "code", "全国地方公共団体コード", "団体コード"};
constexpr std::array<std::string_view, 4> kCityNames = {"city_name", "name", "地方公共団体名", "団体名"};

/// Where the manifest has what; nothing for a column that is not there.
struct Header {
    std::optional<std::size_t> path;
    std::optional<std::size_t> code;
    std::optional<std::size_t> name;
};

std::optional<std::size_t> find_column(const CsvInputRecord& header, const std::array<std::string_view, 4>& names) {
    for (std::size_t i = 0; i < header.fields.size(); ++i)
        if (std::find(names.begin(), names.end(), trim(header.fields[i])) != names.end()) return i;
    return std::nullopt;
}

std::string field_of(const CsvInputRecord& record, const std::optional<std::size_t>& column) {
    return column && *column < record.fields.size() ? std::string(trim(record.fields[*column])) : std::string();
}

std::vector<fs::path> names_of(const fs::path& path) {
    std::vector<fs::path> names;
    for (const fs::path& name : path.lexically_normal())
        if (!name.empty() && name != ".") names.push_back(name);
    return names;
}

// A spreadsheet drops the zero that a code begins with.
Message wrong_code(const std::string& code) {
    const std::string with_zero = "0" + code;
    const bool lost_zero = is_city_code(with_zero);
    return {fmt::format("「{}」は全国地方公共団体コード（検査数字を含む6桁）ではありません。{}", code,
                        lost_zero ? fmt::format("先頭の0が落ちています（{}）。", with_zero) : ""),
            fmt::format("“{}” is no local government code (six digits, the last checks the others).{}", code,
                        lost_zero ? fmt::format(" It has lost its first 0: {}.", with_zero) : "")};
}

Fault no_columns(const std::string& path) {
    return {path,
            {"1行目に city_code（全国地方公共団体コード）と、path（フォルダー）か city_name（地方公共団体名）の見出しが"
             "必要です。",
             "Its first line must name the columns: city_code, and path (a folder) or city_name."}};
}

}  // namespace

void add_city_options(CLI::App& command, CityOptions& options) {
    command
        .add_option("--city-code", options.city.code,
                    "全国地方公共団体コード。IDの先頭に付く / local government code, six digits; IDs begin with it")
        ->check([](const std::string& code) {
            if (is_city_code(code)) return std::string();
            const Message message = wrong_code(code);
            return message.ja + " / " + message.en;
        });
    command.add_option("--city-name", options.city.name, "地方公共団体名 / name of the local government");
    command.add_option("--cities", options.manifest,
                       "フォルダーごとの団体のCSV（path,city_code,city_name） / CSV file that names the city of each "
                       "folder (path,city_code,city_name)");
}

Result<Cities> Cities::load(const CityOptions& options) {
    Cities cities;
    cities.city_ = options.city;
    cities.has_manifest_ = !options.manifest.empty();
    if (!cities.has_manifest_) return cities;
    if (auto read = cities.read_manifest(options.manifest); !read) return read.fault();
    return cities;
}

Result<Written> Cities::read_manifest(const std::string& path) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.fault();
    const auto records = read_csv_records(decode(std::move(*bytes), {}).text);
    if (!records) return Fault{path, {"閉じていない引用符（\"）があります。", "A quote (\") is never closed."}};
    if (records->empty()) return no_columns(path);
    const Header header = {find_column(records->front(), kPathNames), find_column(records->front(), kCodeNames),
                           find_column(records->front(), kCityNames)};
    if (!header.code || !(header.path || header.name)) return no_columns(path);
    for (auto record = records->begin() + 1; record != records->end(); ++record) {
        const std::string where = fmt::format("{}:{}", path, record->line);
        City city = {field_of(*record, header.code), field_of(*record, header.name)};
        if (!is_city_code(city.code)) return Fault{where, wrong_code(city.code)};
        std::string folder = field_of(*record, header.path);
        if (folder.empty()) folder = city.name;
        if (auto added = add({names_of(folder), std::move(city)}, where); !added) return added;
    }
    return Written{};
}

Result<Written> Cities::add(Entry entry, const std::string& where) {
    if (entry.folder.empty())
        return Fault{where,
                     {"path（フォルダー）と city_name（地方公共団体名）がどちらも空です。",
                      "Both path and city_name are empty."}};
    const auto same = std::find_if(entries_.begin(), entries_.end(),
                                   [&](const Entry& other) { return other.folder == entry.folder; });
    if (same != entries_.end() && same->city.code != entry.city.code)
        return Fault{where,
                     {fmt::format("同じフォルダーが別の団体（{}）の行にもあります。", same->city.code),
                      fmt::format("The same folder is already that of another city ({}).", same->city.code)}};
    if (same == entries_.end()) entries_.push_back(std::move(entry));
    return Written{};
}

std::optional<City> Cities::find(const std::string& path) const {
    const std::vector<fs::path> names = names_of(path);
    const Entry* best = nullptr;
    std::pair<std::size_t, std::ptrdiff_t> best_rank;  // more names, then deeper
    for (const Entry& entry : entries_) {
        const auto last = std::find_end(names.begin(), names.end(), entry.folder.begin(), entry.folder.end());
        if (last == names.end()) continue;
        const std::pair rank = {entry.folder.size(), last - names.begin()};
        if (best && rank <= best_rank) continue;
        best = &entry;
        best_rank = rank;
    }
    if (best) return best->city;
    if (has_manifest_ && city_.code.empty()) return std::nullopt;
    return city_;
}

}  // namespace goalsheet::cmd
