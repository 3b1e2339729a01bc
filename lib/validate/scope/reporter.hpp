// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/finding.hpp"
#include "goalsheet/rule.hpp"
#include "validate/scope/run_facts.hpp"
#include "validate/scope/scope.hpp"

namespace goalsheet {

/// A part of a text and what would stand there instead.
struct TextEdit {
    const SourcedText* text;
    std::size_t begin;
    std::size_t end;
    std::string after;
};

/// A finding before its place is looked up.
struct RawFinding {
    std::size_t document = 0;  ///< index in the run, of what the rules of the run say
    std::size_t rule = 0;      ///< index in all_rules()
    Severity severity = Severity::off;
    Message message;
    SheetAddress address;
    std::size_t begin = 0;  ///< byte offsets in the source
    std::size_t end = 0;
    std::string about;  ///< the text it is about, for the fingerprint
    std::vector<Edit> edits = {};
    Region region = {};     ///< where it has been looked up already, because the source is gone
    std::string cell = {};  ///< likewise
};

using SourceRange = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

/// The source bytes of a place, of its whole text, or of the nearest text that has any.
SourceRange find_range(const Place& place);
/// The part of the text that a place means.
std::string_view text_at(const Place& place);

/// What a rule wants to say beside its standard sentence.
struct Saying {
    std::vector<Message> arguments = {};
    const Message* message = nullptr;                ///< instead of the rule's standard sentence
    std::optional<Severity> at_most = std::nullopt;  ///< a milder case of the rule
    std::vector<TextEdit> edits = {};                ///< what would repair it, for rules that can be fixed
};

/// Takes what the rules say. It knows which rule speaks, for how much that counts and whether it counts at all.
class Reporter {
public:
    /// The rule that speaks next.
    void start(std::size_t rule) { rule_ = rule; }

    void add(const SheetScope& sheet, const Place& place, const Saying& saying) { add(sheet.page, place, saying); }
    void add(const DocumentScope& page, const Place& place, const Saying& saying);
    void add(const SheetScope& sheet, const Place& place, std::initializer_list<Message> arguments) {
        add(sheet.page, place, Saying{arguments});
    }
    void add(const DocumentScope& page, const Place& place, std::initializer_list<Message> arguments) {
        add(page, place, Saying{arguments});
    }

    void add(const SheetFacts& sheet, const KnownPlace& known, const Saying& saying);
    void add(const SheetFacts& sheet, const KnownPlace& known, std::initializer_list<Message> arguments) {
        add(sheet, known, Saying{arguments});
    }

    std::vector<RawFinding> take() { return std::move(findings_); }

private:
    /// `where` lacks what it is about to be told: the rule, its severity and its words.
    void push(RawFinding where, const Policy& policy, Stage stage, const Saying& saying);

    std::size_t rule_ = 0;
    std::vector<RawFinding> findings_;
};

}  // namespace goalsheet
