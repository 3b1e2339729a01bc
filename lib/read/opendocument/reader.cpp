// SPDX-License-Identifier: MIT
#include "read/opendocument/reader.hpp"

#include "read/opendocument/spreadsheet.hpp"
#include "read/opendocument/styles.hpp"
#include "read/opendocument/text_story.hpp"
#include "read/package/xml.hpp"
#include "read/xlsx/reader.hpp"

namespace goalsheet {
namespace {

Fault password_fault(const std::string& path) {
    return {path,
            {"パスワード付きのファイルです。LibreOfficeで開き、パスワードを外して保存し直してください。",
             "The file has a password; open it in LibreOffice, remove the password and save it again."},
            "no-sheet-found"};
}

Fault other_kind_fault(const std::string& path) {
    return {
        path,
        {"文書（.odt）でも表計算（.ods）でもないOpenDocumentのファイルです。表を文書か表計算に貼り付けて保存し直してく"
         "ださい。",
         "An OpenDocument file that is neither a text (.odt) nor a spreadsheet (.ods); paste the table into one of "
         "these and save that."},
        "no-sheet-found"};
}

bool is_encrypted(pugi::xml_node manifest) {
    for (const pugi::xml_node entry : manifest)
        if (child_of(entry, "encryption-data")) return true;
    return false;
}

// Headers and footers of the first page style that has any, as most files have one.
void read_page_parts(pugi::xml_node styles, const OdfStyles& looks, std::string_view part, const char* name,
                     PageTree& tree) {
    for (const pugi::xml_node page : child_of(styles, "master-styles")) {
        const pugi::xml_node node = child_of(page, part);
        if (!node || odf_attribute(node, "display") == "false") continue;
        tree.name_region(name);
        tree.open(kRunningElement);
        OdfTextStory(looks, tree).read(node);
        tree.close();
        tree.name_region({});
        return;
    }
}

void read_text(pugi::xml_node text, pugi::xml_node content, pugi::xml_node styles, Page& page) {
    OdfStyles of_text;
    OdfStyles of_pages;
    for (OdfStyles* each : {&of_text, &of_pages}) each->add(child_of(styles, "styles"));
    of_text.add(child_of(content, "automatic-styles"));
    of_pages.add(child_of(styles, "automatic-styles"));
    PageTree tree;
    read_page_parts(styles, of_pages, "header", "ヘッダー", tree);
    OdfTextStory(of_text, tree).read(text);
    read_page_parts(styles, of_pages, "footer", "フッター", tree);
    page.format = "odt";
    tree.finish(page);
}

}  // namespace

Result<bool> read_opendocument(Package& package, const std::string& path, Page& page) {
    PartXml manifest;
    if (const auto read = read_xml(package, "META-INF/manifest.xml", path, manifest); !read) return read.fault();
    if (is_encrypted(manifest.root())) return password_fault(path);
    PartXml content;
    PartXml styles;
    if (const auto read = read_xml(package, "content.xml", path, content); !read) return read.fault();
    if (const auto read = read_xml(package, "styles.xml", path, styles); !read) return read.fault();
    const pugi::xml_node body = child_of(content.root(), "body");
    if (const pugi::xml_node text = child_of(body, "text")) {
        read_text(text, content.root(), styles.root(), page);
        return true;
    }
    const pugi::xml_node spreadsheet = child_of(body, "spreadsheet");
    if (!spreadsheet) return other_kind_fault(path);
    OdfStyles looks;
    looks.add(child_of(styles.root(), "styles"));
    looks.add(child_of(content.root(), "automatic-styles"));
    auto book = read_odf_worksheets(spreadsheet, looks, path);
    if (!book) return book.fault();
    page.format = "ods";
    read_worksheets(*book, page);
    return true;
}

}  // namespace goalsheet
