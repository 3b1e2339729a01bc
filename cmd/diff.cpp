// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/parse_double.hpp"
#include "cmd/commands.hpp"
#include "cmd/formats.hpp"
#include "cmd/inputs.hpp"
#include "cmd/outputs.hpp"
#include "cmd/terminal.hpp"
#include "goalsheet/progress_collection.hpp"
#include "goalsheet/write_progress.hpp"
#include "text/nearest.hpp"

namespace goalsheet::cmd {
namespace {

struct DiffArguments {
    Inputs inputs;
    std::string against = "auto";
    std::string format;
    std::string output;
    std::string as_of;
    std::string fail_under;
    std::vector<std::string> status;
    bool explain = false;
};

// 50%, 50 and 33.3 are per cent; the share of one, or nothing for anything else.
std::optional<double> read_percent(std::string_view text) {
    if (text.ends_with('%')) text.remove_suffix(1);
    const std::optional<double> value = parse_double(text);
    return value && *value >= 0 && *value <= 1000 ? std::optional(*value / 100) : std::nullopt;
}

std::string check_percent(const std::string& text) {
    if (read_percent(text)) return {};
    return fmt::format("「{0}」は割合ではありません。50% のように書いてください / “{0}” is no percentage; write 50%",
                       text);
}
std::string check_date(const std::string& text) {
    if (parse_date(text)) return {};
    return fmt::format(
        "「{0}」は日付ではありません。2025-09-30 のように書いてください / “{0}” is no date; write 2025-09-30", text);
}
std::string check_status(const std::string& text) {
    if (find_status(text)) return {};
    std::vector<std::string> names;
    for (std::size_t s = 0; s < kProgressStatusCount; ++s)
        names.emplace_back(status_name(static_cast<ProgressStatus>(s)));
    const std::string nearest = nearest_word(text, names);
    return fmt::format(
        "「{0}」という区分はありません。{1}使えるのは {3} です / there is no status “{0}”;{2} one of {3}", text,
        nearest.empty() ? "" : nearest + " の誤りではありませんか。",
        nearest.empty() ? "" : " did you mean " + nearest + "?", fmt::join(names, ", "));
}

class Diff {
public:
    Diff(const Session& session, const DiffArguments& options) : session_(session), options_(options) {}

    ExitCode run() {
        format_ = choose_format(session_, options_.format, options_.output, progress_formats());
        if (!format_) return kFailed;
        auto inputs = InputRun::start(session_, options_.inputs);
        if (!inputs) return kFailed;
        Outputs outputs(session_, inputs->files());
        if (!to_stdout() && !outputs.claim(options_.output)) return kFailed;
        TextOutput out(session_, outputs, options_.output);
        const bool written = (format_->pieces ? stream(*inputs, out) : write_whole(*inputs, out)) && out.finish();
        if (!any_ || !written || inputs->failed()) return kFailed;
        return below_ ? kFindings : kDone;
    }

private:
    bool to_stdout() const { return options_.output.empty() || options_.output == "-"; }

    ProgressOptions progress_options() const { return {against_of(options_.against), parse_date(options_.as_of)}; }

    // Rows go out input by input, however many there are.
    bool stream(InputRun& inputs, TextOutput& out) {
        const auto pieces = format_->pieces(text_options());
        ProgressRun run;
        bool written = true;
        measure(inputs, [&](std::vector<Page> pages) {
            std::vector<ProgressRow> rows;
            for (Page& page : pages) {
                run.settle(page.document, page.rows);
                take_rows(page.rows);
                std::move(page.rows.begin(), page.rows.end(), std::back_inserter(rows));
            }
            written = out.append(pieces->add(rows));
            return written;
        });
        return written && (!any_ || out.append(pieces->finish()));
    }

    // Forms that say in front what all rows share.
    bool write_whole(InputRun& inputs, TextOutput& out) {
        ProgressCollection all(progress_options());
        measure(inputs, [&](std::vector<Page> pages) {
            for (Page& page : pages) {
                for (ProgressRow& row : page.rows) row.evidence = std::vector<Evidence>();  // of the text alone
                all.add(page.document, std::move(page.rows));
            }
            return true;
        });
        if (!any_) return false;
        Progress progress = all.take();
        take_rows(progress.rows);
        const Result<std::string> bytes = format_->write(progress, text_options());
        if (!bytes) session_.report(bytes.fault());
        return bytes && out.append(*bytes);
    }

    struct Page {
        Document document;
        std::vector<ProgressRow> rows;
    };

    // On all threads; `take(pages)` gets those of an input, in the order of inputs.
    template <class Take>
    void measure(InputRun& inputs, Take take) {
        inputs.each(
            [this](const InputFile&, std::vector<Document> documents) {
                std::vector<Page> pages;
                for (Document& document : documents) {
                    std::vector<ProgressRow> rows = measure_progress(document, progress_options());
                    pages.push_back({std::move(document), std::move(rows)});
                }
                return pages;
            },
            [&](const InputFile&, std::vector<Page> pages) {
                if (pages.empty()) return true;
                const bool go_on = take(std::move(pages));
                any_ = true;
                return go_on;
            });
    }

    // All indicators count, whatever --status shows.
    void take_rows(std::vector<ProgressRow>& rows) {
        const auto limit = read_percent(options_.fail_under);
        below_ = below_ || (limit && std::any_of(rows.begin(), rows.end(), [&](const ProgressRow& row) {
                                return row.rate && *row.rate < *limit;
                            }));
        if (options_.status.empty()) return;
        std::erase_if(rows, [&](const ProgressRow& row) {
            return std::find(options_.status.begin(), options_.status.end(), status_name(row.status)) ==
                   options_.status.end();
        });
    }

    ProgressTextOptions text_options() const {
        ProgressTextOptions text;
        text.lang = session_.lang();
        text.color = to_stdout() && session_.color_on(STDOUT_FILENO);
        text.explain = options_.explain;
        text.columns = to_stdout() ? terminal_columns() : 0;
        return text;
    }

    const Session& session_;
    const DiffArguments& options_;
    const ProgressFormat* format_ = nullptr;
    bool any_ = false;    ///< something was read
    bool below_ = false;  ///< a rate is under --fail-under
};

}  // namespace

void add_diff(CLI::App& app, Session& session) {
    CLI::App* command = app.add_subcommand("diff", "目標と報告を比べる / hold targets against reports");
    const auto options = std::make_shared<DiffArguments>();
    add_inputs(*command, options->inputs);
    add_city_options(*command, options->inputs.cities);
    command
        ->add_option("--against", options->against,
                     "比べる報告。なければ最新のもの / the report to hold against (default: the latest there is)")
        ->check(CLI::IsMember({"midterm", "final", "auto"}));
    command
        ->add_option(
            "--format", options->format,
            "形式。なければ -o の名前から。それもなければ text / format (default: by the output's name, else text)")
        ->check(CLI::IsMember(format_names(progress_formats())));
    command->add_option("-o,--output", options->output,
                        "出力先のファイル。なければ標準出力 / file to write (default: standard output)");
    command
        ->add_option("--as-of", options->as_of,
                     "報告に時点がないときの基準日 / day of reports that name none (YYYY-MM-DD)")
        ->check(check_date);
    command
        ->add_option("--fail-under", options->fail_under,
                     "これを下回る達成率があれば終了コード1 / exit 1 when a rate is below this percentage")
        ->check(check_percent);
    command->add_option("--status", options->status, "表示する区分（,区切り） / statuses to show, comma-separated")
        ->delimiter(',')
        ->check(check_status);
    command->add_flag("--explain", options->explain,
                      "採用した数値とその理由も示す（text） / show the words taken and why others were left (text)");
    command->callback(
        [&session, options] { session.run = [&session, options] { return Diff(session, *options).run(); }; });
}

}  // namespace goalsheet::cmd
