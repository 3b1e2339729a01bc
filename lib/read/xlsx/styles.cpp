// SPDX-License-Identifier: MIT
#include "read/xlsx/styles.hpp"

#include "base/limits.hpp"
#include "read/package/xml.hpp"
#include "read/xlsx/number_format.hpp"
#include "read/xlsx/shared_strings.hpp"

namespace goalsheet {
namespace {

// One that is too long stays so, and is none that show_number() reads; but every cell may quote it.
std::string cut_format(std::string format) {
    std::size_t end = limit::kXlsxFormatBytes;
    if (format.size() <= end) return format;
    while ((static_cast<unsigned char>(format[end]) & 0xC0U) == 0x80U) --end;
    return format.substr(0, end) + "……";
}

std::unordered_map<std::uint32_t, std::string> formats_of(pugi::xml_node sheet) {
    std::unordered_map<std::uint32_t, std::string> formats;
    for (const pugi::xml_node format : child_of(sheet, "numFmts"))
        if (is_element(format, "numFmt"))
            formats[format.attribute("numFmtId").as_uint()] =
                cut_format(decode_xstring(format.attribute("formatCode").value()));
    return formats;
}

std::vector<bool> struck_fonts_of(pugi::xml_node sheet) {
    std::vector<bool> struck;
    for (const pugi::xml_node font : child_of(sheet, "fonts"))
        if (is_element(font, "font")) struck.push_back(is_struck_font(font));
    return struck;
}

}  // namespace

XlsxStyles::XlsxStyles(pugi::xml_node style_sheet) {
    const auto formats = formats_of(style_sheet);
    const std::vector<bool> struck = struck_fonts_of(style_sheet);
    for (const pugi::xml_node xf : child_of(style_sheet, "cellXfs")) {
        if (!is_element(xf, "xf")) continue;
        const std::uint32_t format = xf.attribute("numFmtId").as_uint();
        const std::uint32_t font = xf.attribute("fontId").as_uint();
        const auto own = formats.find(format);
        XlsxStyle style{own == formats.end() ? std::string(builtin_format(format)) : own->second,
                        font < struck.size() && struck[font]};
        if (style.format == "General" || style.format == "G/標準" || style.format == "@") style.format.clear();
        styles_.push_back(std::move(style));
    }
}

const XlsxStyle& XlsxStyles::at(std::uint32_t index) const {
    static const XlsxStyle kPlain;
    return index < styles_.size() ? styles_[index] : kPlain;
}

}  // namespace goalsheet
