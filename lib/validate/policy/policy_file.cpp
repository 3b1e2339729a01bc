// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "dates/date_mentions.hpp"
#include "goalsheet/policy.hpp"
#include "goalsheet/text.hpp"
#include "validate/engine/ignore_match.hpp"
#include "validate/scope/message_words.hpp"

namespace goalsheet {
namespace {

using Json = nlohmann::json;

// The first thing that is wrong; later ones are not looked for.
struct Reading {
    std::string path;
    std::optional<Message> wrong;

    void reject(std::string ja, std::string en) {
        if (!wrong) wrong = Message{std::move(ja), std::move(en)};
    }
    void reject_key(const std::string& key, std::string_view expected_ja, std::string_view expected_en) {
        const std::string shown = excerpt(key);
        reject("「" + shown + "」の値が違います。" + std::string(expected_ja),
               "The value of “" + shown + "” is wrong: " + std::string(expected_en));
    }
};

std::string read_selector(const Json& value, const std::string& key, Reading& reading) {
    if (!value.is_string()) {
        reading.reject_key(key, "規則の番号か名前の文字列を書いてください。", "expected the code or name of a rule");
        return {};
    }
    const auto text = value.get<std::string>();
    if (!names_rules(text))
        reading.reject("規則「" + excerpt(text) + "」はありません。`goalsheet rules` で確かめてください。",
                       "There is no rule “" + excerpt(text) + "”; see `goalsheet rules`.");
    return text;
}

std::vector<std::string> read_selectors(const Json& value, const std::string& key, Reading& reading) {
    std::vector<std::string> selectors;
    if (!value.is_array()) {
        reading.reject_key(key, "規則の一覧を [ ] で書いてください。", "expected a list of rules");
        return selectors;
    }
    for (const Json& one : value) selectors.push_back(read_selector(one, key, reading));
    return selectors;
}

void read_severity(const Json& value, Policy& policy, Reading& reading) {
    if (!value.is_object()) {
        reading.reject_key("severity", "{\"GS503\": \"off\"} の形で書いてください。", "expected {\"GS503\": \"off\"}");
        return;
    }
    for (const auto& [selector, word] : value.items()) {
        read_selector(Json(selector), "severity", reading);
        const auto severity = word.is_string() ? severity_from_name(word.get<std::string>()) : std::nullopt;
        if (severity)
            policy.severity.emplace_back(selector, *severity);
        else
            reading.reject_key(selector, "off・info・warning・error のどれかです。",
                               "expected off, info, warning or error");
    }
}

void read_stage(const Json& value, Policy& policy, Reading& reading) {
    const std::string word = value.is_string() ? value.get<std::string>() : std::string();
    if (word == "auto") return;
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final})
        if (word == stage_name(stage)) policy.stage = stage;
    if (!policy.stage)
        reading.reject_key("stage", "auto・plan・midterm・final のどれかです。",
                           "expected auto, plan, midterm or final");
}

void read_fail_on(const Json& value, Policy& policy, Reading& reading) {
    const std::string word = value.is_string() ? value.get<std::string>() : std::string();
    policy.fail_on = word == "never" ? Severity::off : severity_from_name(word);
    if (!policy.fail_on || word == "off")
        reading.reject_key("fail_on", "error・warning・info・never のどれかです。",
                           "expected error, warning, info or never");
}

// The text of a string entry; anything else is rejected.
std::string read_text(const Json& value, const std::string& key, Reading& reading) {
    if (value.is_string()) return value.get<std::string>();
    reading.reject_key(key, "文字列を書いてください。", "expected a string");
    return {};
}

void check_ignore(const Ignore& ignore, Reading& reading) {
    if (ignore.rule.empty()) reading.reject("ignore には rule が要ります。", "Every entry of ignore needs a rule.");
    if (is_blank(ignore.reason))
        reading.reject("ignore には reason（理由）が要ります。", "Every entry of ignore needs a reason.");
    if (!ignore.until.empty() && !is_iso_date(ignore.until))
        reading.reject_key("until", "2026-03-31 の形で書いてください。", "expected a date like 2026-03-31");
    if (!ignore.item.empty() && !parse_item_address(ignore.item))
        reading.reject_key("item", "③ か ③(2) の形で書いてください。", "expected ③ or ③(2)");
}

Ignore read_ignore(const Json& value, Reading& reading) {
    Ignore ignore;
    if (!value.is_object()) {
        reading.reject_key("ignore", "{ } の一覧を書いてください。", "expected a list of objects");
        return ignore;
    }
    const std::array<std::pair<const char*, std::string*>, 6> parts = {{{"rule", &ignore.rule},
                                                                        {"path", &ignore.path},
                                                                        {"goal", &ignore.goal},
                                                                        {"item", &ignore.item},
                                                                        {"reason", &ignore.reason},
                                                                        {"until", &ignore.until}}};
    for (const auto& [key, part] : value.items()) {
        const auto known =
            std::find_if(parts.begin(), parts.end(), [&key = key](const auto& one) { return key == one.first; });
        if (known == parts.end())
            reading.reject("ignore に「" + excerpt(key) + "」という項目はありません。",
                           "Unknown key “" + excerpt(key) + "” in ignore.");
        else
            *known->second = key == "rule" ? read_selector(part, key, reading) : read_text(part, key, reading);
    }
    check_ignore(ignore, reading);
    return ignore;
}

// Where the objects of the list "ignore" start: the n-th { that is two levels deep inside that key.
std::vector<std::size_t> find_ignore_offsets(std::string_view json) {
    std::vector<std::size_t> offsets;
    std::size_t depth = 0;
    std::string_view key;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (c == '"') {
            const std::size_t start = at + 1;
            for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\';
            const std::size_t colon = json.find_first_not_of(" \t\r\n", at + 1);
            const bool is_key = depth == 1 && colon != std::string_view::npos && json[colon] == ':';
            if (is_key) key = json.substr(start, at - start);
        } else if (c == '{' || c == '[') {
            if (c == '{' && depth == 2 && key == "ignore") offsets.push_back(at);
            ++depth;
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return offsets;
}

void read_ignores(const Json& value, std::string_view json, Policy& policy, Reading& reading) {
    if (!value.is_array()) {
        reading.reject_key("ignore", "{ } の一覧を書いてください。", "expected a list of objects");
        return;
    }
    const std::vector<std::size_t> offsets = find_ignore_offsets(json);
    for (const Json& one : value) {
        Ignore ignore = read_ignore(one, reading);
        if (policy.ignores.size() < offsets.size()) ignore.offset = offsets[policy.ignores.size()];
        policy.ignores.push_back(std::move(ignore));
    }
}

void read_number(const Json& value, const std::string& key, Policy& policy, Reading& reading) {
    if (key == "max_warnings") {
        if (value.is_number_unsigned() && value.get<std::uint64_t>() <= 1'000'000'000)
            policy.max_warnings = value.get<unsigned>();
        else
            reading.reject_key(key, "0以上の整数を書いてください。", "expected a whole number from 0");
        return;
    }
    if (value.is_number() && value.get<double>() >= 0 && value.get<double>() <= 1)
        policy.low_progress = value.get<double>();
    else
        reading.reject_key(key, "0から1までの数を書いてください。", "expected a number from 0 to 1");
}

HouseTerm read_term(const Json& value, Reading& reading) {
    HouseTerm term;
    if (!value.is_object()) {
        reading.reject_key("terms", "{\"wrong\": \"子供\", \"right\": \"こども\"} の一覧を書いてください。",
                           "expected a list like {\"wrong\": \"子供\", \"right\": \"こども\"}");
        return term;
    }
    for (const auto& [key, part] : value.items()) {
        std::string* const place = key == "wrong"    ? &term.wrong
                                   : key == "right"  ? &term.right
                                   : key == "reason" ? &term.reason
                                                     : nullptr;
        if (place)
            *place = read_text(part, key, reading);
        else
            reading.reject("terms に「" + excerpt(key) + "」という項目はありません。",
                           "Unknown key “" + excerpt(key) + "” in terms.");
    }
    if (term.wrong.empty() || term.right.empty())
        reading.reject("terms には wrong と right が要ります。", "Every entry of terms needs wrong and right.");
    return term;
}

void read_terms(const Json& value, Policy& policy, Reading& reading) {
    if (!value.is_array())
        return reading.reject_key("terms", "{ } の一覧を書いてください。", "expected a list of objects");
    for (const Json& one : value) policy.terms.push_back(read_term(one, reading));
}

void read_digits(const Json& value, Policy& policy, Reading& reading) {
    const std::string word = value.is_string() ? value.get<std::string>() : std::string();
    if (word == "half")
        policy.digits = DigitStyle::half;
    else if (word == "full")
        policy.digits = DigitStyle::full;
    else if (word == "single-full")
        policy.digits = DigitStyle::single_full;
    else
        reading.reject_key("digits", "half・full・single-full のどれかです。", "expected half, full or single-full");
}

void read_entry(const std::string& key, const Json& value, std::string_view json, Policy& policy, Reading& reading) {
    if (key == "$schema") return;
    if (key == "stage") return read_stage(value, policy, reading);
    if (key == "select") {
        policy.select = read_selectors(value, key, reading);
    } else if (key == "ignore_rules") {
        policy.ignore_rules = read_selectors(value, key, reading);
    } else if (key == "severity") {
        read_severity(value, policy, reading);
    } else if (key == "fail_on") {
        read_fail_on(value, policy, reading);
    } else if (key == "max_warnings" || key == "low_progress") {
        read_number(value, key, policy, reading);
    } else if (key == "allowed_characters") {
        policy.allowed_characters = read_text(value, key, reading);
    } else if (key == "terms") {
        read_terms(value, policy, reading);
    } else if (key == "digits") {
        read_digits(value, policy, reading);
    } else if (key == "ignore") {
        read_ignores(value, json, policy, reading);
    } else {
        reading.reject("「" + excerpt(key) + "」という項目はありません。schemas/config.schema.json を見てください。",
                       "Unknown key “" + excerpt(key) + "”; see schemas/config.schema.json.");
    }
}

}  // namespace

Result<Policy> parse_policy(std::string_view json, const std::string& path) {
    const Json root = Json::parse(json, nullptr, false);
    if (!root.is_object())
        return Fault{path, {"設定ファイルをJSONとして読めません。", "The configuration file is not a JSON object."}};
    Policy policy;
    policy.path = path;
    policy.folder = std::filesystem::path(path).parent_path().string();
    policy.source = std::make_shared<const SourceText>(std::string(json));
    Reading reading{path, std::nullopt};
    for (const auto& [key, value] : root.items()) read_entry(key, value, json, policy, reading);
    if (reading.wrong) return Fault{path, *reading.wrong};
    return policy;
}

}  // namespace goalsheet
