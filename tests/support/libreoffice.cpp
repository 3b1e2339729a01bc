// SPDX-License-Identifier: MIT
#include "support/libreoffice.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <stdexcept>

namespace goalsheet::test {
namespace {

// A folder of its own, so that neither a running LibreOffice nor its settings matter.
class WorkFolder {
public:
    WorkFolder() {
        std::string path = (std::filesystem::temp_directory_path() / "goalsheet-print-XXXXXX").string();
        if (!::mkdtemp(path.data())) throw std::runtime_error("no temporary folder");
        path_ = path;
    }
    ~WorkFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    std::string file(const char* name) const { return (path_ / name).string(); }
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

bool run(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

}  // namespace

bool can_print() { return run("command -v soffice") && run("command -v pdftotext"); }

Printout print_workbook(std::string_view xlsx) {
    const WorkFolder folder;
    std::ofstream(folder.file("book.xlsx"), std::ios::binary) << xlsx;
    const bool printed =
        run(fmt::format(
            "timeout 180 soffice -env:UserInstallation=file://{0}/profile --headless --convert-to pdf --outdir {0} {1}",
            folder.path(), folder.file("book.xlsx"))) &&
        run(fmt::format("pdftotext -bbox {} {}", folder.file("book.pdf"), folder.file("book.html")));
    Printout printout;
    pugi::xml_document document;
    if (!printed || !document.load_file(folder.file("book.html").c_str())) return printout;
    for (const pugi::xml_node page : document.child("html").child("body").child("doc").children("page")) {
        printout.pages.push_back({page.attribute("width").as_double(), page.attribute("height").as_double()});
        for (const pugi::xml_node word : page.children("word"))
            printout.words.push_back({printout.pages.size(), word.attribute("xMin").as_double(),
                                      word.attribute("yMin").as_double(), word.attribute("xMax").as_double(),
                                      word.attribute("yMax").as_double(), word.text().get()});
    }
    return printout;
}

}  // namespace goalsheet::test
