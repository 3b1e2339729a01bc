// SPDX-License-Identifier: MIT
#include "goalsheet/baseline.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>
#include <vector>

#include "text/json_text.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::json;

constexpr int kBaselineVersion = 1;

std::string text_at(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<Baseline> parse_baseline(std::string_view json, const std::string& path) {
    const Fault fault{path,
                      {"点検済み記録（baseline）のファイルではありません。`--write-baseline` で作り直してください。",
                       "Not a baseline file; write it again with `--write-baseline`."}};
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object() || root.value("schema_version", Json()) != Json(kBaselineVersion)) return fault;
    const auto findings = root.find("findings");
    if (findings == root.end() || !findings->is_array()) return fault;
    Baseline baseline;
    baseline.path = path;
    for (const Json& one : *findings) {
        const std::string fingerprint = one.is_object() ? text_at(one, "fingerprint") : std::string();
        if (fingerprint.empty()) return fault;
        baseline.entries[fingerprint] = {text_at(one, "code"), text_at(one, "path"), text_at(one, "message")};
    }
    return baseline;
}

std::string write_baseline(const Baseline& baseline) {
    using Row = std::tuple<std::string, std::string, std::string, std::string>;
    std::vector<Row> rows;
    for (const auto& [fingerprint, entry] : baseline.entries)
        rows.emplace_back(entry.path, entry.code, fingerprint, entry.message);
    std::sort(rows.begin(), rows.end());
    JsonText json(0);
    json.object([&] {
        json.field("schema_version", kBaselineVersion);
        json.list("findings", [&] {
            for (const auto& row : rows)
                json.object([&] {
                    json.field("fingerprint", std::get<2>(row));
                    json.field("code", std::get<1>(row));
                    json.field("path", std::get<0>(row));
                    json.field("message", std::get<3>(row));
                });
        });
    });
    return std::move(json).take() + "\n";
}

Baseline make_baseline(std::span<const Finding> findings, const std::string& path) {
    Baseline baseline;
    baseline.path = path;
    for (const Finding& finding : findings)
        if (!finding.code.starts_with("GS9"))
            baseline.entries[finding.fingerprint] = {finding.code, finding.path, finding.message.ja};
    return baseline;
}

}  // namespace goalsheet
