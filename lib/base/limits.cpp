// SPDX-License-Identifier: MIT
#include "base/limits.hpp"

#include "goalsheet/files.hpp"
#include "goalsheet/indicator.hpp"
#include "goalsheet/limits.hpp"
#include "goalsheet/progress.hpp"

namespace goalsheet {
namespace {

template <typename Value>
Limit make(std::string_view name, Value value, const char* ja, const char* en) {
    return {name, static_cast<std::uint64_t>(value), {ja, en}};
}

}  // namespace

std::span<const Limit> all_limits() {
    static const Limit limits[] = {
        make("input-bytes", kMaxInputBytes, "1つの入力のバイト数", "bytes of one input"),
        make("colspan", limit::kColspan, "結合する列（ブラウザーと同じ）", "columns of a span, as browsers have it"),
        make("rowspan", limit::kRowspan, "結合する行（ブラウザーと同じ）", "rows of a span, as browsers have it"),
        make("grid-slots", limit::kGridSlots, "1つの表のマス目", "slots of one table"),
        make("html-depth", limit::kHtmlDepth, "HTML要素の入れ子", "nested elements of a page"),
        make("html-seconds", limit::kHtmlParseTime.count(), "HTMLを解析する秒数", "seconds for parsing a page"),
        make("html-bytes", limit::kHtmlParseBytes, "HTMLの解析に使うメモリー", "bytes of memory for parsing a page"),
        make("html-bytes-per-byte", limit::kHtmlParseBytesPerByte, "それに加え入力1バイト当たり",
             "and so many more for each byte of it"),
        make("html-bytes-most", limit::kHtmlParseBytesMost, "それらを合わせた上限", "both together"),
        make("style-rules", limit::kStyleRules, "ページのスタイル規則", "rules of a page's style sheets"),
        make("style-steps", limit::kStyleSteps, "スタイルのために調べる要素", "elements looked at for styles"),
        make("html-tag-bytes", limit::kResidueBytes, "本文に残ったタグの長さ", "bytes of a tag left in a text"),
        make("package-parts", limit::kPackageParts, "ExcelやWordのファイルの部品", "parts of a workbook or document"),
        make("package-part-bytes", limit::kPackagePartBytes, "部品1つのバイト数（展開後）",
             "bytes of one part, unpacked"),
        make("package-bytes", limit::kPackageBytes, "部品の合計バイト数（展開後）", "bytes of all parts, unpacked"),
        make("xml-tags", limit::kXmlTags, "部品1つのタグ", "tags of one part"),
        make("xml-attributes", limit::kXmlAttributes, "部品1つの属性", "attributes of one part"),
        make("xlsx-merges", limit::kXlsxMerges, "Excelシート1枚の結合セル", "merged ranges of one worksheet"),
        make("xlsx-text-bytes", limit::kXlsxTextBytes, "Excelのセルの文字の合計", "bytes of all cells' texts"),
        make("xlsx-all-slots", limit::kXlsxAllSlots, "Excelシート全部のマス目", "slots of all worksheets"),
        make("text-cells", limit::kTextCells, "コピーしたテキストのセル", "cells of a copied text"),
        make("xlsx-cell-bytes", limit::kXlsxCellBytes, "Excelのセル1つの文字", "bytes of one cell's text"),
        make("xlsx-format-bytes", limit::kXlsxFormatBytes, "Excelの表示形式の長さ", "bytes of one number format"),
        make("xlsx-slots", limit::kXlsxSlots, "Excelシート1枚のマス目", "slots of one worksheet"),
        make("xlsx-blank-columns", limit::kXlsxBlankColumns, "Excelで空のまま残す列", "columns kept although empty"),
        make("document-text-bytes", limit::kDocumentTextBytes, "Word・OpenDocument文書の文字の合計",
             "bytes of a document's text"),
        make("document-depth", limit::kDocumentDepth, "Word・OpenDocument文書の要素の入れ子",
             "nested elements of a document"),
        make("marker-bytes", limit::kMarkerBytes, "箇条書きの番号・記号の長さ", "bytes of a list item's number"),
        make("repeated-cells", limit::kRepeatedCells, "OpenDocumentの繰り返しで書き出すセル",
             "cells written out for repeats"),
        make("mhtml-parts", limit::kMhtmlParts, "保存したページ（MHTML）の部品", "parts of a saved page (MHTML)"),
        make("mhtml-bytes", limit::kMhtmlTextBytes, "保存したページ（MHTML）の本文のバイト数",
             "bytes of text in a saved page (MHTML)"),
        make("measure-text-bytes", kMaxMeasureText, "数値を探す目標・報告1つのバイト数",
             "bytes of one target or report that are read for figures"),
        make("indicators", kMaxIndicators, "目標1つの指標", "indicators of one target"),
    };
    return limits;
}

}  // namespace goalsheet
