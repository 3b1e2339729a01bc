// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/partial_look.hpp"

namespace goalsheet {

/// What is written of a run (w:rPr).
PartialLook read_run_look(pugi::xml_node properties);

/// What is written of a paragraph (w:pPr).
struct DocxParagraphLook {
    std::optional<std::uint32_t> outline;  ///< level 0–8; 9: none
    std::optional<std::uint32_t> list;     ///< w:numId; 0: none
    std::optional<std::uint32_t> list_level;
    PartialLook run;

    static DocxParagraphLook read(pugi::xml_node properties);
    void lay_over(const DocxParagraphLook& upper);
    /// 1–6, or 0 for what is no heading.
    std::uint32_t heading() const;
};

/// The styles of a document by their id, with everything they are based on (ECMA-376 part 1 §17.7).
class DocxStyles {
public:
    DocxStyles() = default;
    explicit DocxStyles(pugi::xml_node styles);

    /// An id that is not there, or "", is the default paragraph style.
    const DocxParagraphLook& paragraph(const std::string& id) const;
    /// Of a character style; nothing where there is none.
    const PartialLook& run(const std::string& id) const;

private:
    struct Style {
        std::string based_on;
        DocxParagraphLook own;
    };

    void add_style(pugi::xml_node style);
    DocxParagraphLook resolve(const std::string& id) const;

    std::map<std::string, Style> written_;
    std::map<std::string, DocxParagraphLook> resolved_;
    std::string default_paragraph_;
    DocxParagraphLook defaults_;
};

/// w:strike and its like: there without a value means yes.
std::optional<bool> docx_switch(pugi::xml_node properties, std::string_view name);
/// The w:val of a child; empty where there is none.
std::string_view docx_value(pugi::xml_node parent, std::string_view child);
/// An attribute by its local name (w:id).
std::string_view docx_attribute(pugi::xml_node node, std::string_view name);

}  // namespace goalsheet
