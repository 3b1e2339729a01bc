// SPDX-License-Identifier: MIT
// Phrases as goal sheets write them, each with every quantity in it marked by hand (tests/data/quantities).
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "goalsheet/quantity.hpp"
#include "goalsheet/text.hpp"

using goalsheet::Quantity;
using nlohmann::json;

namespace {

std::vector<json> read_lines(const std::filesystem::path& path) {
    std::vector<json> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
    return lines;
}

struct Place {
    std::size_t begin;
    std::size_t end;
    bool meets(const json& span) const {
        return begin < span[1].get<std::size_t>() && span[0].get<std::size_t>() < end;
    }
};

Place place_of(const std::string& text, const Quantity& q) {
    return {goalsheet::count_code_points(text.substr(0, q.begin)), goalsheet::count_code_points(text.substr(0, q.end))};
}

bool says_same(const Quantity& q, const json& want) {
    if (q.value.to_double() != want["value"].get<double>() || q.unit != want["unit"].get<std::string>()) return false;
    if (q.value_hi.has_value() != want.contains("value_hi")) return false;
    if (q.value_hi && q.value_hi->to_double() != want["value_hi"].get<double>()) return false;
    const std::string mod = want["mod"];
    return mod.empty() || mod == "range" || goalsheet::comparator_sign(q.comparator) == mod;
}

// Every marked quantity is read, and nothing else but what may as well be left out (ages, subsidy rates, 1人あたり).
bool is_wholly_right(const json& line) {
    const std::string text = line["text"];
    std::size_t right = 0;
    for (const Quantity& q : goalsheet::find_quantities(text)) {
        const Place place = place_of(text, q);
        bool wanted = false;
        bool free = false;
        for (const json& want : line["quantities"])
            wanted = wanted || (place.meets(want["span"]) && says_same(q, want));
        for (const json& other : line["nonq"]) free = free || place.meets(other["span"]);
        if (!wanted && !free) return false;
        right += wanted;
    }
    return right == line["quantities"].size();
}

}  // namespace

TEST_CASE("the marked phrases are read as marked") {
    std::size_t lines = 0;
    std::size_t right = 0;
    for (const auto& entry : std::filesystem::directory_iterator(GOALSHEET_SOURCE_DIR "/tests/data/quantities")) {
        for (const json& line : read_lines(entry.path())) {
            ++lines;
            const bool ok = is_wholly_right(line);
            right += ok;
            if (!ok)
                MESSAGE(line["id"].get<std::string>() << " is read otherwise: " << line["text"].get<std::string>());
        }
    }
    CHECK(lines >= 200);
    CHECK(static_cast<double>(right) >= 0.98 * static_cast<double>(lines));
}
