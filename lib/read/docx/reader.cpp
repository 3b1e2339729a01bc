// SPDX-License-Identifier: MIT
#include "read/docx/reader.hpp"

#include "read/docx/story.hpp"

namespace goalsheet {

Result<bool> read_docx(Package& package, const std::string& path, Page& page) {
    PageTree tree;
    try {
        DocxFile file(package, path);
        DocxStory(file, tree).read();
    } catch (const UnreadableDocx& unreadable) {
        return unreadable.fault;
    }
    tree.finish(page);
    return true;
}

}  // namespace goalsheet
