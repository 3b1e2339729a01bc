// SPDX-License-Identifier: MIT
#include "read/package/format.hpp"

#include "goalsheet/text.hpp"
#include "read/package/relations.hpp"
#include "read/package/xml.hpp"

namespace goalsheet {
namespace {

Fault slides_fault(const std::string& path) {
    return {path,
            {"PowerPointなどのスライドは読めません。表をWordかExcelに貼り付けて保存し直してください。",
             "Slides cannot be read; paste the table into Word or Excel and save that."},
            "no-sheet-found"};
}

Fault archive_fault(const std::string& path) {
    return {path,
            {"ZIPの中のファイルは読みません。展開してから、中のファイルかフォルダーを指定してください。",
             "Files in a zip are not read; unpack it and give the files or the folder in it."},
            "no-sheet-found"};
}

// The content type of the main part decides; without one, its folder.
std::string content_type_of(pugi::xml_node types, std::string_view part) {
    for (const pugi::xml_node entry : types) {
        std::string_view name = entry.attribute("PartName").value();
        if (name.starts_with('/')) name.remove_prefix(1);
        if (name == part) return entry.attribute("ContentType").value();
    }
    return {};
}

}  // namespace

Result<std::string> find_package_format(Package& package, const std::string& path) {
    if (package.has("mimetype")) {
        const auto type = package.read("mimetype");
        if (!type) return type.fault();
        if (trim(*type).starts_with("application/vnd.oasis.opendocument.presentation")) return slides_fault(path);
    }
    if (package.has("content.xml")) return std::string("opendocument");
    const auto relations = read_relations(package, "", path);
    if (!relations) return relations.fault();
    const std::string part = target_of_type(*relations, "officeDocument");
    PartXml types;
    if (const auto read = read_xml(package, "[Content_Types].xml", path, types); !read) return read.fault();
    const std::string type = content_type_of(types.root(), part);
    const auto is = [&](std::string_view kind, std::string_view folder) {
        return type.find(kind) != std::string::npos || (type.empty() && part.starts_with(folder));
    };
    if (is("wordprocessingml", "word/") || is("ms-word", "word/") || package.has("word/document.xml"))
        return std::string("docx");
    if (is("presentationml", "ppt/")) return slides_fault(path);
    if (part.empty() && !package.has("xl/workbook.xml")) return archive_fault(path);
    return std::string("xlsx");
}

}  // namespace goalsheet
