// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cmd/session.hpp"
#include "goalsheet/document.hpp"
#include "goalsheet/form.hpp"

namespace goalsheet::cmd {

/// INPUT...: files, folders (searched for pages), patterns that the shell left alone, - for standard input.
struct Inputs {
    std::vector<std::string> given;
    bool digest = false;  ///< documents carry their input's SHA-256
};

void add_inputs(CLI::App& command, Inputs& inputs);

/// One file to read, and the part of its path below the folder it was found in.
struct InputFile {
    std::string path;
    std::string relative;
};

/// The files the inputs name, in the order given and by name within a folder, each once. What cannot be found is
/// reported; false then.
bool list_files(const Session& session, const Inputs& inputs, std::vector<InputFile>& files);

/// The form that --form names, else the standard one; a fault when it cannot be read.
Result<Form> load_form(const Session& session);

/// All documents of the inputs in input order.
struct Loaded {
    std::vector<Document> documents;
    std::vector<std::string> relative;  ///< one for each document: its file's path below the folder given
    std::vector<Fault> faults;          ///< of files that were found but could not be read
    bool failed = false;                ///< something could not be read and was reported: exit code 2
};
Loaded load_documents(const Session& session, const Inputs& inputs);

}  // namespace goalsheet::cmd
