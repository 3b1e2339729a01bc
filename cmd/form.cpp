// SPDX-License-Identifier: MIT
#include "goalsheet/form.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cmd/commands.hpp"
#include "cmd/inputs.hpp"
#include "cmd/missing_input.hpp"
#include "cmd/outputs.hpp"
#include "cmd/terminal.hpp"
#include "goalsheet/files.hpp"
#include "goalsheet/form_check.hpp"
#include "goalsheet/form_draft.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/text.hpp"
#include "text/wrap.hpp"

namespace goalsheet::cmd {
namespace {

struct FormArguments {
    std::string form;
    std::string output;
    Inputs pages;
};

// A page of a city whose form is not known yet may hold no sheet: that is an answer here, no fault.
Result<std::vector<Document>> read_page_with(const std::string& bytes, const std::string& path, const Form& form,
                                             const Session& session) {
    ReadOptions options;
    options.form = &form;
    options.encoding = session.encoding;
    options.strict = session.strict;
    auto documents = read_documents(bytes, path, options);
    if (!documents && documents.fault().rule == "no-sheet-found") return std::vector<Document>{};
    return documents;
}

ExitCode run_check(const Session& session, const FormArguments& options) {
    const auto json = read_input(options.form);
    const auto form = json ? Form::parse(*json, options.form) : Result<Form>(json.fault());
    if (!form) {
        session.report(form.fault());
        return kFailed;
    }
    std::vector<InputFile> files;
    bool failed = !list_files(session, options.pages, files);
    const std::vector<FormField> own = own_form_fields(*json);
    FormChecker checker(*form, own);
    for (const InputFile& file : files) {
        const auto bytes = read_input(file.path);
        const auto documents =
            bytes ? read_page_with(*bytes, file.path, *form, session) : Result<std::vector<Document>>(bytes.fault());
        if (documents) {
            checker.add_page(file.path, *documents);
            continue;
        }
        session.report(documents.fault());
        failed = true;
    }
    const FormCheck check = std::move(checker).finish();
    if (!session.print(fit_lines(describe_form_check(check, session.lang()), terminal_columns())) || failed)
        return kFailed;
    return check.passes() ? kDone : kFindings;
}

class Learn {
public:
    Learn(const Session& session, const FormArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        std::vector<InputFile> files;
        bool failed = !list_files(session_, options_.pages, files);
        for (const InputFile& file : files) failed = !add(file) || failed;
        if (failed) return kFailed;
        const FormDraft draft = learn_form(pages_);
        if (draft.fields.empty() && !draft.first_item) {
            session_.report({options_.pages.given.front(), kNothingToLearn});
            return kFailed;
        }
        Outputs outputs(session_, files);
        const bool to_stdout = options_.output.empty() || options_.output == "-";
        if (!to_stdout && !outputs.claim(options_.output)) return kFailed;
        TextOutput out(session_, outputs, options_.output);
        if (!out.append(write_form_draft(draft)) || !out.finish()) return kFailed;
        const Message words = describe_form_draft(draft);
        for (const std::string_view line : split_lines(words.in(session_.lang())))
            session_.note({std::string(line), std::string(line)});
        return kDone;
    }

private:
    inline static const Message kNothingToLearn{
        "目標の表らしいものがありません。見出しの行と取組の行がある表のページを指定してください。",
        "No table looks like goals; give a page with a table of headings and items."};

    bool add(const InputFile& file) {
        const auto bytes = read_input(file.path);
        if (!bytes) {
            session_.report(bytes.fault());
            return false;
        }
        Page page;
        ReadOptions options;
        options.encoding = session_.encoding;
        options.page = &page;
        const auto documents = read_documents(*bytes, file.path, options);
        if (!documents && page.tables.empty()) {
            session_.report(documents.fault());
            return false;
        }
        pages_.push_back(std::move(page));
        return true;
    }

    const Session& session_;
    const FormArguments& options_;
    std::vector<Page> pages_;
};

}  // namespace

void add_form(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("form", "様式ファイルを確かめる・下書きする / check or draft a form file");
    command->require_subcommand(1);
    const auto options = std::make_shared<FormArguments>();
    CLI::App* check = command->add_subcommand(
        "check", "様式とページを照らし合わせる / how pages are read with a form, and which labels are unknown");
    check->add_option("FORM", options->form, "様式ファイル / form file (JSON)")->required();
    check->add_option("PAGE", options->pages.given, "ページのファイルやフォルダー / files and folders of pages")
        ->required();
    check->callback(
        [&session, options] { session.run = [&session, options] { return run_check(session, *options); }; });
    CLI::App* learn = command->add_subcommand(
        "learn", "ページの例から様式を下書きする / draft a form from example pages, for a person to confirm");
    learn->add_option("PAGE", options->pages.given, "ページのファイルやフォルダー / files and folders of pages")
        ->required();
    learn->add_option("-o,--output", options->output,
                      "書き出す様式ファイル / form file to write (default: standard output)");
    learn->callback(
        [&session, options] { session.run = [&session, options] { return Learn(session, *options).run(); }; });
}

}  // namespace goalsheet::cmd
