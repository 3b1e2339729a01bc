// SPDX-License-Identifier: MIT
#include "read/office.hpp"

#include "goalsheet/text.hpp"
#include "read/docx/reader.hpp"
#include "read/opendocument/reader.hpp"
#include "read/package/format.hpp"
#include "read/package/package.hpp"
#include "read/package/person_properties.hpp"
#include "read/xlsx/reader.hpp"

namespace goalsheet {
namespace {

// A compound file is an .xls or .doc of before 2007, or the wrapping of a newer one with a password; the names of its
// streams tell.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string utf16;
    for (const char c : name) utf16.append({c, '\0'});
    return bytes.find(utf16) != std::string_view::npos;
}

bool ends_as_ichitaro(std::string_view path) {
    const std::string name = fold(path);
    for (const std::string_view ending : {".jtd", ".jtt", ".jtdc", ".jttc", ".jfw", ".jvw"})
        if (name.ends_with(ending)) return true;
    return false;
}

}  // namespace

Result<bool> read_office(std::string_view bytes, const std::string& path, Page& page) {
    auto package = Package::open(bytes, path);
    if (!package) return package.fault();
    const auto format = find_package_format(*package, path);
    if (!format) return format.fault();
    page.format = *format;
    remark_persons(*package, page);
    if (*format == "docx") return read_docx(*package, path, page);
    if (*format == "opendocument") return read_opendocument(*package, path, page);
    return read_xlsx(bytes, path, page);
}

Message old_office_file(std::string_view bytes, const std::string& path) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("{\\rtf"))
        return {"リッチテキスト（.rtf）は読めません。Wordで開き、「Word文書（*.docx）」として保存し直してください。",
                "An RTF file cannot be read; open it in Word and save it as .docx."};
    if (!bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return {};
    if (has_stream(bytes, "EncryptedPackage"))
        return {"パスワード付きのファイルです。ExcelやWordで開き、パスワードを外して保存し直してください。",
                "The file has a password; open it in Excel or Word, remove the password and save it again."};
    if (has_stream(bytes, "WordDocument"))
        return {"古い形式（.doc）のファイルです。Wordで開き、「Word文書（*.docx）」として保存し直してください。",
                "An old .doc; open it in Word and save it as .docx."};
    if (has_stream(bytes, "PowerPoint Document"))
        return {"PowerPointなどのスライドは読めません。表をWordかExcelに貼り付けて保存し直してください。",
                "Slides cannot be read; paste the table into Word or Excel and save that."};
    if (has_stream(bytes, "__properties_version1.0"))
        return {"Outlookのメール（.msg）です。添付のファイルを保存し、それを指定してください。",
                "An Outlook message (.msg); save its attachment and give that."};
    if (has_stream(bytes, "DocumentText") || ends_as_ichitaro(path))
        return {"一太郎のファイルは読めません。一太郎で開き、「Word文書（*.docx）」として保存し直してください。",
                "An Ichitaro document cannot be read; open it in Ichitaro and save it as .docx."};
    return {
        "古い形式（.xls）かパスワード付きのファイルです。Excelで開き、パスワードを外して「Excelブック（*.xlsx）」と"
        "して保存し直してください。",
        "An old .xls or a file with a password; open it in Excel, remove the password and save it as .xlsx."};
}

}  // namespace goalsheet
