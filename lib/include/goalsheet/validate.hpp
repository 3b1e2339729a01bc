// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "goalsheet/baseline.hpp"
#include "goalsheet/document.hpp"
#include "goalsheet/finding.hpp"
#include "goalsheet/finding_list.hpp"
#include "goalsheet/form.hpp"
#include "goalsheet/policy.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/result.hpp"

namespace goalsheet {

/// An input that could not be read at all. Where its fault names a rule, that rule is a finding.
struct Unreadable {
    Fault fault;
    const Policy* policy = nullptr;
};

struct ValidateOptions {
    const Form* form = &Form::standard();
    std::span<const Form> forms;          ///< several instead: each document remarks the one it was read with
    std::vector<const Policy*> policies;  ///< one for each document, or empty: the default for all
    std::vector<Unreadable> unreadable;
    std::span<const Document> against;  ///< the plan edition, for rules about what has changed since
    const Baseline* baseline = nullptr;
    bool report_stale = true;  ///< entries of the baseline that no longer occur are a finding
    std::string root;          ///< folder that shown paths start from, or empty: as given
    std::string today;         ///< YYYY-MM-DD for exceptions that expire; empty: none does
    unsigned jobs = 1;
    /// Keep of a page only what take_findings() gives: codes, places, and words in this language.
    std::optional<Lang> gist;
};

/// What a run knows of one input, findings apart.
struct CheckedFile {
    std::string path;
    std::string name;  ///< the department, for headings
    std::size_t sheets = 0;
    std::size_t bad_sheets = 0;  ///< sheets with an error or a warning
    Stage stage = Stage::plan;
    bool readable = true;
    Message problem;                      ///< why it is not
    std::vector<std::string_view> rules;  ///< codes of the rules that looked at it
};

/// The outcome of a run; every report format shows all of it.
struct Report {
    std::vector<CheckedFile> files;
    std::vector<Finding> findings;   ///< in the order of files, then places, then codes
    std::size_t hidden = 0;          ///< by the baseline
    std::size_t ignored = 0;         ///< by goalsheet.json
    std::vector<std::string> stale;  ///< fingerprints in the baseline that no longer occur
    bool too_many_warnings = false;

    std::size_t count(Severity severity) const;
    bool fails() const;  ///< exit code 1
    /// The stage of all files; nothing when they differ or there are none.
    std::optional<Stage> stage() const;
};

/// Runs every selected rule over the documents. Whatever the documents hold, it ends and reports.
Report validate(std::span<const Document> documents, const ValidateOptions& options = {});

/// What the rules say of a document, and what those of the whole run ask of it.
class CheckedPage {
public:
    CheckedPage(CheckedPage&& other) noexcept;
    CheckedPage& operator=(CheckedPage&& other) noexcept;
    ~CheckedPage();

private:
    friend class Validation;
    struct Parts;
    explicit CheckedPage(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// validate() for documents that come one after another and need not be there together.
class Validation {
public:
    /// The options must outlive it; their `policies` and `jobs` are not asked.
    explicit Validation(const ValidateOptions& options);
    Validation(const Validation&) = delete;
    Validation& operator=(const Validation&) = delete;
    ~Validation();

    /// The rules of one document, under a policy or the default one. Any thread may call it.
    CheckedPage check(Document document, const Policy* policy) const;
    /// The same for a document that has been measured. Neither is asked for again after the call unless the options
    /// hold the run against a plan.
    CheckedPage check(const MeasuredDocument& measured, const Policy* policy) const;
    /// In the order of the report.
    void add(CheckedPage page);
    std::size_t size() const;  ///< documents added
    /// The rules of the whole run, and all findings; under the options' baseline as it is now.
    Report report() const;
    /// The same findings for a run of very many documents, whose options ask for no more than their gist. Each page is
    /// let go of when its findings are there; nothing can be asked of the run afterwards.
    FindingList take_findings();

private:
    friend Report validate(std::span<const Document>, const ValidateOptions&);
    CheckedPage check_in_place(const Document& document, const Policy& policy,
                               const MeasuredDocument* measured = nullptr) const;

    struct State;
    std::unique_ptr<State> state_;
};

/// The stage a document is in, from what is filled in: most of the year-end reports, else most of the mid-term ones,
/// else the plan.
Stage find_stage(const Document& document);

}  // namespace goalsheet
