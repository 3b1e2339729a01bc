# SPDX-License-Identifier: MIT
"""usage: document_bombs.py GOALSHEET SOURCE_DIR     hostile documents and saved pages: each ends with words, within a second of the processor's and 200 MB"""
import random, sys
from bombs import hold, pack

goalsheet = sys.argv[1]
SECONDS = 1
MEGABYTES = 200
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="r"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
ODF = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "text", "table", "style"))
FORM = [["重点目標", "緑を守る", "部局名", "環境部", "優先順位", "1位"], ["", "取組項目", "期限", "数値目標", "中間報告", "期末報告"], ["①", "○ 植樹", "3月", "5本", "2本", ""]]


def p(text): return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
def table(rows): return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{p(c)}</w:tc>" for c in row) + "</w:tr>" for row in rows) + "</w:tbl>"


def docx(body="", more=None, **parts):
    made = {"_rels/.rels": RELS.format(f'<Relationship Id="r" Type="{TYPE}/officeDocument" Target="word/document.xml"/>'),
            "word/document.xml": f"<w:document {W}><w:body>{body}{table(FORM)}</w:body></w:document>",
            "word/_rels/document.xml.rels": RELS.format("".join(f'<Relationship Id="{n}" Type="{TYPE}/{n}" Target="{n}.xml"/>' for n in parts) +
                                                        f'<Relationship Id="self" Type="{TYPE}/aFChunk" Target="document.xml"/>'
                                                        f'<Relationship Id="head" Type="{TYPE}/header" Target="document.xml"/>')}
    for name, inner in parts.items(): made[f"word/{name}.xml"] = f"<w:{name} {W}>{inner}</w:{name}>"
    return pack({**made, **(more or {})})


def odf(kind, inner, styles=""):
    content = f"<office:document-content{ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{inner}</office:{kind}></office:body></office:document-content>"
    return pack({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def cell(text, more=""): return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"
def odf_table(rows): return f'<table:table table:name="緑">{rows}</table:table>'
def nested(open_tag, close_tag, times, inner=""): return open_tag * times + inner + close_tag * times


NUMBERS = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:start w:val="4000000000"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
ITEM = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
GOOD = docx(p("前"))
GOOD_ODT = odf("text", odf_table("".join("<table:table-row>" + "".join(cell(c) for c in row) + "</table:table-row>" for row in FORM)))
MHT = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
FILES = {
    "a part of 100 MB of spaces": docx(more={"word/document.xml": b" " * 100_000_000}),
    "40 MB in three parts": docx(styles=" " * 15_000_000, numbering=" " * 15_000_000, footnotes=" " * 15_000_000),
    "100,000 cells of a million columns": docx("<w:tbl><w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr></w:tc>' * 100_000 + "</w:tr></w:tbl>"),
    "rows of a million columns": docx("<w:tbl>" + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/><w:vMerge/></w:tcPr></w:tc></w:tr>' * 60_000 + "</w:tbl>"),
    "one cell that goes on for 60,000 rows": docx('<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr></w:tc></w:tr>' + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr>" * 60_000 + "</w:tbl>"),
    "tables in each other": docx(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 40_000)),
    "text boxes in each other": docx(nested("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 40_000)),
    "content controls in each other": docx(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100_000)),
    "100,000 fields that never end": docx("<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + "</w:p>"),
    "a note that refers to itself": docx("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000 + "</w:p>", footnotes='<w:footnote w:id="1">' + p("x" * 1_000_000) + '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>'),
    "a comment said 50,000 times": docx("<w:p>" + '<w:r><w:commentReference w:id="1"/></w:r>' * 50_000 + "</w:p>", comments=f'<w:comment w:id="1">{p("x" * 1_000_000)}</w:comment>'),
    "30,000 changes": docx("".join(f'<w:p><w:ins w:author="{i}"><w:r><w:t>x</w:t></w:r></w:ins></w:p>' for i in range(30_000))),
    "styles based on each other": docx('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>', styles='<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'),
    "a chain of 50,000 styles": docx(styles="".join(f'<w:style w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(50_000))),
    "a number of a megabyte": docx(ITEM * 20_000, numbering=NUMBERS.format("%1" * 500_000)),
    "a number of four billion": docx(ITEM * 20_000, numbering=NUMBERS.format("%1")),
    "a document that is put into itself": docx('<w:altChunk r:id="self"/>' * 3 + '<w:sectPr><w:headerReference r:id="head"/></w:sectPr>'),
    "entities that multiply": docx(more={"word/document.xml": '<!DOCTYPE d [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "&a;&a;&a;&a;">]><w:document ' + W + "><w:body>&b;</w:body></w:document>"}),
    "an entity from a file": docx(more={"word/document.xml": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ' + W + "><w:body>&a;</w:body></w:document>"}),
    "a document without a body": docx(more={"word/document.xml": f"<w:document {W}/>"}),
    "parts that lead outside": docx(more={"../word/document.xml": "x"}),
    "5,500 parts": docx(more={f"word/media/{i}.png": b"" for i in range(5_500)}),
    "a row a million times": odf("spreadsheet", odf_table('<table:table-row table:number-rows-repeated="1048576">' + cell("x") * 14 + "</table:table-row>")),
    "a cell four billion times": odf("text", odf_table("<table:table-row>" + cell("x", 'table:number-columns-repeated="4294967295"') * 10_000 + "</table:table-row>")),
    "blank cells without end": odf("spreadsheet", odf_table(('<table:table-row table:number-rows-repeated="4294967295">' + '<table:table-cell table:number-columns-repeated="4294967295"/>' * 100 + "</table:table-row>") * 1_000)),
    "a million blanks": odf("text", "<text:p>" + '<text:s text:c="4294967295"/>' * 100_000 + "</text:p>"),
    "blanks in 30,000 cells": odf("spreadsheet", odf_table(("<table:table-row>" + cell('x<text:s text:c="4294967295"/>y') + "</table:table-row>") * 30_000)),
    "lists in each other": odf("text", nested("<text:list><text:list-item>", "</text:list-item></text:list>", 60_000)),
    "shapes in each other": odf("text", nested("<text:p><draw:g>", "</draw:g></text:p>", 60_000)),
    "spans in each other": odf("text", nested("<text:span>", "</text:span>", 100_000)),
    "50,000 comments in a line": odf("text", "<text:p>" + "".join(f'<office:annotation office:name="{i}"><text:p>x</text:p></office:annotation>' for i in range(50_000)) + "</text:p>"),
    "merges of everything": odf("spreadsheet", odf_table("<table:table-row>" + cell("x", 'table:number-columns-spanned="4294967295" table:number-rows-spanned="4294967295"') * 5_000 + "</table:table-row>")),
    "100,000 parts of a saved page": MHT + b"--b\nContent-Type: text/html\n\n<p>x\n" * 100_000,
    "boundaries in each other": b"".join(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(20_000)),
    "a boundary of a megabyte": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=" + b"b" * 1_000_000 + b"\n\n" + b"--b\n" * 1_000_000,
    "headers without end": b"MIME-Version: 1.0\nContent-Type: multipart/related;\n" + b" x;" * 5_000_000,
    "20 MB of =": MHT + b"--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=" * 20_000_000,
}
random.seed(7)
for name, good in (("docx", GOOD), ("odt", GOOD_ODT)):
    for number in range(30):  # any byte of any part of the file
        damaged = bytearray(good)
        for _ in range(1 + number % 4): damaged[random.randrange(len(damaged))] = random.randrange(256)
        FILES[f"{name}, damage {number}"] = bytes(damaged)
    for kept in range(0, len(good), len(good) // 12): FILES[f"{name}, cut at {kept}"] = good[:kept]


sys.exit(hold('files', FILES, goalsheet, 'file', SECONDS, MEGABYTES, 120, (b"internal error", b"Not enough memory")))
