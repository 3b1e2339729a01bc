// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/in_order.hpp"
#include "cmd/cities.hpp"
#include "cmd/run_progress.hpp"
#include "cmd/session.hpp"
#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"

namespace goalsheet::cmd {

/// INPUT...: files, folders (searched for pages), patterns that the shell left alone, - for standard input.
struct Inputs {
    std::vector<std::string> given;
    std::string files_from;  ///< a file that lists more of them, - for standard input
    bool nul = false;        ///< its paths end with NUL and not with the line
    bool digest = false;     ///< documents carry their input's SHA-256
    CityOptions cities;      ///< of commands that ask for it
};

Inputs inputs_of(std::vector<std::string> given);
inline Inputs inputs_of(const std::string& given) { return inputs_of(std::vector{given}); }

/// INPUT..., --files-from and -0: one of the first two is needed.
void add_inputs(CLI::App& command, Inputs& inputs);

/// One file to read, and what an output for it is called in a folder.
struct InputFile {
    std::string path;
    std::string relative;     ///< below `folder`; below the folders' names where inputs come from several
    std::string folder = {};  ///< the folder given, or the one that the file given lies in; "" for the working folder
    City city = {};
};

/// The files the inputs name, in the order given and by name within a folder, each once. What cannot be found is
/// reported; false then.
bool list_files(const Session& session, const Inputs& inputs, std::vector<InputFile>& files);

/// The forms that --form names, else the standard one; a fault when one cannot be read.
Result<std::vector<Form>> load_forms(const Session& session);

/// One run over all inputs: lists them, then reads them on --jobs threads. What is said about an input comes at its
/// place in the order of inputs, whatever the number of threads; what failed is listed again at the end.
class InputRun {
public:
    /// Nothing when the forms or the cities' manifest cannot be read or no city is known for an input, which is
    /// reported.
    static std::optional<InputRun> start(const Session& session, const Inputs& inputs);

    const std::vector<InputFile>& files() const { return files_; }
    /// What documents may point to.
    const std::shared_ptr<const std::vector<Form>>& forms() const { return forms_; }

    /// `make(file, documents)` runs on any thread, `take(file, product)` on this one in input order; neither is called
    /// for an input that could not be read. `take` gives false to end the run. Memory holds a few inputs at a time.
    template <class Make, class Take>
    void each(Make make, Take take) {
        using Product = decltype(make(files_[0], std::vector<Document>{}));
        struct Made {
            Read read;
            std::optional<Product> product;
        };
        RunProgress progress(*session_, files_.size());
        run_in_order(
            files_.size(), session_->threads(),
            [&](std::size_t i) {
                try {
                    Made made{read(files_[i]), std::nullopt};
                    if (!made.read.fault) made.product = make(files_[i], std::move(made.read.documents));
                    return made;
                } catch (const std::bad_alloc&) {  // what it held is free again: the others may fit
                    return Made{no_memory_for(files_[i]), std::nullopt};
                }
            },
            [&](std::size_t i, Made made) {
                say(std::move(made.read));
                const bool go_on = !made.product || take(files_[i], std::move(*made.product));
                progress.show(i + 1, files_[i].path);
                return go_on;
            });
        list_failures();
    }

    bool failed() const { return failed_; }                       ///< something was reported: exit code 2
    const std::vector<Fault>& faults() const { return faults_; }  ///< of files that were found but could not be read

private:
    struct Read {
        std::vector<Document> documents;
        std::optional<Fault> fault;
        std::vector<Fault> cut;  ///< read as far as it goes
        std::vector<Message> notes;
    };

    InputRun(const Session& session, std::vector<Form> forms)
        : session_(&session), forms_(std::make_shared<const std::vector<Form>>(std::move(forms))) {}
    Read read(const InputFile& file) const;
    static Read no_memory_for(const InputFile& file);
    void say(Read read);
    void report(const Fault& fault);
    void list_failures() const;

    const Session* session_;
    std::shared_ptr<const std::vector<Form>> forms_;  ///< documents point to theirs, wherever this moves
    std::string encoding_;
    bool strict_ = false;
    bool digest_ = false;
    std::vector<InputFile> files_;
    bool failed_ = false;
    std::vector<Fault> faults_;
    std::vector<Fault> reported_;
};

/// All documents of the inputs in input order.
struct Loaded {
    std::shared_ptr<const std::vector<Form>> forms = {};
    std::vector<Document> documents;
    std::vector<std::string> relative;  ///< one for each document: its file's path below the folder given
    std::vector<Fault> faults;          ///< of files that were found but could not be read
    bool failed = false;                ///< something could not be read and was reported: exit code 2
};
Loaded load_documents(const Session& session, const Inputs& inputs);

}  // namespace goalsheet::cmd
