// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <span>

#include "goalsheet/date.hpp"
#include "goalsheet/policy.hpp"
#include "goalsheet/text.hpp"
#include "model/json_values.hpp"
#include "text/nearest.hpp"
#include "validate/engine/ignore_match.hpp"
#include "validate/scope/message_words.hpp"

namespace goalsheet {
namespace {

using Kind = JsonNode::Kind;

constexpr std::array<std::string_view, 12> kKeys = {"$schema",      "stage",        "select",
                                                    "ignore_rules", "severity",     "fail_on",
                                                    "max_warnings", "low_progress", "allowed_characters",
                                                    "terms",        "digits",       "ignore"};
constexpr std::array<std::string_view, 6> kIgnoreKeys = {"rule", "path", "goal", "item", "reason", "until"};
constexpr std::array<std::string_view, 3> kTermKeys = {"wrong", "right", "reason"};

// All of these throw JsonFault at the first thing that is wrong; later ones are not looked for.

[[noreturn]] void refuse_value(int line, std::string_view key, std::string_view ja, std::string_view en) {
    const std::string shown = excerpt(std::string(key));
    refuse(line, fmt::format("「{}」の値が違います。{}", shown, ja),
           fmt::format("The value of “{}” is wrong: {}.", shown, en));
}

void refuse_other_keys(const JsonNode& object, std::span<const std::string_view> known) {
    const std::vector<std::string> names(known.begin(), known.end());
    for (const JsonMember& member : object.members) {
        if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
        const std::string shown = excerpt(member.key);
        const std::string nearest = nearest_word(member.key, names);
        if (!nearest.empty())
            refuse(member.line,
                   fmt::format("「{}」という項目はありません。「{}」の誤りではありませんか。", shown, nearest),
                   fmt::format("There is no key “{}”. Did you mean “{}”?", shown, nearest));
        refuse(member.line, fmt::format("「{}」という項目はありません。使えるのは {} です。", shown, listed(known)),
               fmt::format("There is no key “{}”; known ones: {}.", shown, listed(known)));
    }
}

std::string read_selector(const std::string& text, int line) {
    if (!names_rules(text))
        refuse(line, fmt::format("規則「{}」はありません。`goalsheet rules` で確かめてください。", excerpt(text)),
               fmt::format("There is no rule “{}”; see `goalsheet rules`.", excerpt(text)));
    return text;
}

std::vector<std::string> read_selectors(const JsonMember& member) {
    if (member.value.kind != Kind::list)
        refuse_value(member.line, member.key, "規則の一覧を [ ] で書いてください。", "write a list of rules in [ ]");
    std::vector<std::string> selectors;
    for (const JsonNode& one : member.value.list) {
        if (one.kind != Kind::text)
            refuse_value(one.line, member.key, "規則の番号か名前の文字列を書いてください。",
                         "write codes or names of rules as strings");
        selectors.push_back(read_selector(one.text, one.line));
    }
    return selectors;
}

void read_severity(const JsonMember& member, Policy& policy) {
    if (member.value.kind != Kind::object)
        refuse_value(member.line, member.key, "{\"GS503\": \"off\"} の形で書いてください。",
                     "write it like {\"GS503\": \"off\"}");
    for (const JsonMember& one : member.value.members) {
        const std::string rule = read_selector(one.key, one.line);
        const auto severity = severity_from_name(one.value.text);
        if (!severity)
            refuse_value(one.line, rule, "off・info・warning・error のどれかです。",
                         "it is one of off, info, warning, error");
        policy.severity.emplace_back(rule, *severity);
    }
}

void read_stage(const JsonMember& member, Policy& policy) {
    if (member.value.text == "auto") return;
    for (const Stage stage : {Stage::plan, Stage::midterm, Stage::final})
        if (member.value.text == stage_name(stage)) policy.stage = stage;
    if (!policy.stage)
        refuse_value(member.line, member.key, "auto・plan・midterm・final のどれかです。",
                     "it is one of auto, plan, midterm, final");
}

void read_fail_on(const JsonMember& member, Policy& policy) {
    const std::string& word = member.value.text;
    policy.fail_on = word == "never" ? Severity::off : severity_from_name(word);
    if (!policy.fail_on || word == "off")
        refuse_value(member.line, member.key, "error・warning・info・never のどれかです。",
                     "it is one of error, warning, info, never");
}

std::string read_text(const JsonMember& member) {
    if (member.value.kind != Kind::text)
        refuse_value(member.line, member.key, "文字列を書いてください。", "write a string");
    return member.value.text;
}

const std::vector<JsonNode>& read_list(const JsonMember& member) {
    if (member.value.kind != Kind::list)
        refuse_value(member.line, member.key, "{ } の一覧を [ ] で書いてください。", "write a list of objects");
    return member.value.list;
}

void check_ignore(const Ignore& ignore, const JsonNode& value) {
    const auto line_of = [&](std::string_view key) {
        for (const JsonMember& member : value.members)
            if (member.key == key) return member.line;
        return value.line;
    };
    if (ignore.rule.empty()) refuse(value.line, "ignore には rule が要ります。", "Every entry of ignore needs a rule.");
    if (is_blank(ignore.reason))
        refuse(value.line, "ignore には reason（理由）が要ります。", "Every entry of ignore needs a reason.");
    if (!ignore.until.empty() && !parse_date(ignore.until))
        refuse_value(line_of("until"), "until", "2026-03-31 の形で書いてください。", "write a date like 2026-03-31");
    if (!ignore.item.empty() && !parse_item_address(ignore.item))
        refuse_value(line_of("item"), "item", "③ か ③(2) の形で書いてください。", "write ③ or ③(2)");
}

Ignore read_ignore(const JsonNode& value) {
    if (value.kind != Kind::object)
        refuse_value(value.line, "ignore", "{ } の一覧を書いてください。", "write a list of objects");
    refuse_other_keys(value, kIgnoreKeys);
    Ignore ignore;
    ignore.offset = value.offset;
    const std::array<std::string*, kIgnoreKeys.size()> places = {&ignore.rule, &ignore.path,   &ignore.goal,
                                                                 &ignore.item, &ignore.reason, &ignore.until};
    for (const JsonMember& member : value.members) {
        const auto at = std::find(kIgnoreKeys.begin(), kIgnoreKeys.end(), member.key) - kIgnoreKeys.begin();
        *places.at(static_cast<std::size_t>(at)) = read_text(member);
        if (member.key == "rule") read_selector(member.value.text, member.line);
    }
    check_ignore(ignore, value);
    return ignore;
}

void read_max_warnings(const JsonMember& member, Policy& policy) {
    constexpr double kMost = 1'000'000'000;
    const double number = member.value.number;
    if (member.value.kind != Kind::number || number < 0 || number > kMost || number != std::floor(number))
        refuse_value(member.line, member.key, "0以上の整数を書いてください。", "write a whole number from 0");
    policy.max_warnings = static_cast<unsigned>(number);
}

void read_low_progress(const JsonMember& member, Policy& policy) {
    if (member.value.kind != Kind::number || member.value.number < 0 || member.value.number > 1)
        refuse_value(member.line, member.key, "0から1までの数を書いてください。", "write a number from 0 to 1");
    policy.low_progress = member.value.number;
}

HouseTerm read_term(const JsonNode& value) {
    if (value.kind != Kind::object)
        refuse_value(value.line, "terms", "{\"wrong\": \"子供\", \"right\": \"こども\"} の一覧を書いてください。",
                     "write a list like {\"wrong\": \"子供\", \"right\": \"こども\"}");
    refuse_other_keys(value, kTermKeys);
    HouseTerm term;
    for (const JsonMember& member : value.members)
        (member.key == "wrong" ? term.wrong : member.key == "right" ? term.right : term.reason) = read_text(member);
    if (term.wrong.empty() || term.right.empty())
        refuse(value.line, "terms には wrong と right が要ります。", "Every entry of terms needs wrong and right.");
    return term;
}

void read_digits(const JsonMember& member, Policy& policy) {
    const std::string& word = member.value.text;
    if (word == "half")
        policy.digits = DigitStyle::half;
    else if (word == "full")
        policy.digits = DigitStyle::full;
    else if (word == "single-full")
        policy.digits = DigitStyle::single_full;
    else
        refuse_value(member.line, member.key, "half・full・single-full のどれかです。",
                     "it is one of half, full, single-full");
}

void read_entry(const JsonMember& member, Policy& policy) {
    const std::string& key = member.key;
    if (key == "stage") {
        read_stage(member, policy);
    } else if (key == "select") {
        policy.select = read_selectors(member);
    } else if (key == "ignore_rules") {
        policy.ignore_rules = read_selectors(member);
    } else if (key == "severity") {
        read_severity(member, policy);
    } else if (key == "fail_on") {
        read_fail_on(member, policy);
    } else if (key == "max_warnings") {
        read_max_warnings(member, policy);
    } else if (key == "low_progress") {
        read_low_progress(member, policy);
    } else if (key == "allowed_characters") {
        policy.allowed_characters = read_text(member);
    } else if (key == "terms") {
        for (const JsonNode& one : read_list(member)) policy.terms.push_back(read_term(one));
    } else if (key == "digits") {
        read_digits(member, policy);
    } else if (key == "ignore") {
        for (const JsonNode& one : read_list(member)) policy.ignores.push_back(read_ignore(one));
    }
}

void read_policy(std::string_view json, Policy& policy) {
    const JsonNode root = read_json_lines(json);
    if (root.kind != Kind::object)
        refuse(root.line, "設定ファイルは { } で書いてください。", "A configuration file is an object: { … }.");
    refuse_other_keys(root, kKeys);
    for (const JsonMember& member : root.members) read_entry(member, policy);
}

}  // namespace

Result<Policy> parse_policy(std::string_view json, const std::string& path) {
    Policy policy;
    policy.path = path;
    policy.folder = std::filesystem::path(path).parent_path().string();
    policy.source = std::make_shared<const SourceText>(std::string(json));
    try {
        read_policy(json, policy);
    } catch (const JsonFault& fault) {
        return Fault{path,
                     {fmt::format("{}行目：{}", fault.line, fault.message.ja),
                      fmt::format("line {}: {}", fault.line, fault.message.en)}};
    }
    return policy;
}

}  // namespace goalsheet
