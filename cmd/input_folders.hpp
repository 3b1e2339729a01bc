// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cmd/inputs.hpp"

namespace goalsheet::cmd {

/// The files of a folder and of the folders in it that may hold sheets, by name. What lies there and is not read is
/// named once; a folder that cannot be read, or one without any such file, is reported: false then.
bool list_folder(const Session& session, const std::string& folder, std::vector<InputFile>& files);

/// Where inputs come from several folders, puts the folders' names in front of `relative`: R6/a.html and R7/a.html do
/// not meet. Folders within one that is an input itself keep their places below it.
void tell_folders_apart(std::vector<InputFile>& files);

}  // namespace goalsheet::cmd
