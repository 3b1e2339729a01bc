# SPDX-License-Identifier: MIT
"""usage: workbook_bombs.py GOALSHEET SOURCE_DIR     odd and hostile workbooks: each ends with words, within a second of the processor's and 200 MB"""
import os, random, struct, sys, zlib
from bombs import hold, pack

goalsheet, source = sys.argv[1:3]
SECONDS = 1.0
MEGABYTES = 200
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def text(value): return f'<is><t xml:space="preserve">{value}</t></is>'


def form(target="5本", more=""):
    rows = [["重点目標", "緑を守る", "部局名", "環境部", "優先順位", "1位"], ["", "取組項目", "期限", "数値目標", "中間報告", "期末報告"],
            ["①", "○ 植樹", "3月", target, "2本", ""]]
    cells = "".join(f'<row r="{r}">' + "".join(f'<c r="{"ABCDEF"[c]}{r}" t="inlineStr">{text(v)}</c>' for c, v in enumerate(row) if v) + "</row>"
                    for r, row in enumerate(rows, 1))
    return f"<sheetData>{cells}{more}</sheetData>"


def worksheet(inner): return f"<worksheet {MAIN}>{inner}</worksheet>"


def parts(sheet=None, strings="", styles="", more=None):
    made = {"_rels/.rels": RELS.format(f'<Relationship Id="r" Type="{TYPE}/officeDocument" Target="xl/workbook.xml"/>'),
            "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets><sheet name="緑" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": RELS.format("".join(
                f'<Relationship Id="r{i}" Type="{TYPE}/{t}" Target="{p}"/>'
                for i, (t, p) in enumerate((("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")), 1))),
            "xl/worksheets/sheet1.xml": sheet or worksheet(form()), "xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>",
            "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>"}
    return {**made, **(more or {})}


def book(**options): return pack(parts(**options))


def declare_sizes(data, size):
    """the zip says of every part that it is so large"""
    data = bytearray(data)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        found = data.find(mark)
        while found >= 0:
            struct.pack_into("<I", data, found + at, size)
            found = data.find(mark, found + 4)
    return bytes(data)


def overlapping(count):
    """a thousand entries of the directory that all point at one packed part"""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(b" " * 15_000_000) + packed.flush()
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, zlib.crc32(b" " * 15_000_000), len(body), 15_000_000, 1, 0) + b"a" + body
    directory = b"".join(struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, zlib.crc32(b" " * 15_000_000), len(body), 15_000_000, len(n), 0, 0, 0, 0, 0, 0) + n
                         for n in (f"xl/part{i}.xml".encode() for i in range(count)))
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(local), 0)
    return local + directory + end


GOOD = book()
MERGES = worksheet(form() + "<mergeCells>{}</mergeCells>")
BOOKS = {
    "a part of 4 GB of spaces": pack({**parts(), "xl/worksheets/sheet1.xml": b" " * 100_000_000}),
    "40 MB in three parts": book(strings=" " * 15_000_000, styles=" " * 15_000_000, sheet=worksheet(" " * 15_000_000)),
    "sizes of 4 GB declared": declare_sizes(GOOD, 0xFFFFFFFE),
    "sizes of 0 declared": declare_sizes(GOOD, 0),
    "a million merged ranges": book(sheet=MERGES.format('<mergeCell ref="A9:B9"/>' * 1_000_000)),
    "20,000 ranges over everything": book(sheet=MERGES.format('<mergeCell ref="A1:XFD1048576"/>' * 20_000)),
    "20,000 ranges that differ in their last cell": book(sheet=MERGES.format("".join(f'<mergeCell ref="A1:F{9 + i}"/>' for i in range(20_000)))),
    "entities that multiply": pack({**parts(), "xl/sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a "' + "x" * 1000 + '">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{"&" + chr(97 + i) + ";"}{"&" + chr(97 + i) + ";"}">' for i in range(20)) + "]><sst><si><t>&u;</t></si></sst>"}),
    "an entity from a file": pack({**parts(), "xl/sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>'}),
    "10,000 parts": book(more={f"xl/media/{i}.png": b"" for i in range(10_000)}),
    "4,900 parts in one place": overlapping(4_900),
    "600,000 elements in each other": book(sheet=worksheet("<a>" * 290_000 + "</a>" * 290_000)),
    "a million cells": book(sheet=worksheet("<sheetData><row>" + "<c><v>1</v></c>" * 1_000_000 + "</row></sheetData>")),
    "140,000 cells": book(sheet=worksheet("<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 14 + "</row>") * 10_000 + "</sheetData>")),
    "a diagonal of 10,000 cells": book(sheet=worksheet("<sheetData>" + "".join(f'<row r="{i}"><c r="{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i % 26]}{i}"><v>1</v></c></row>' for i in range(1, 10_001)) + "</sheetData>")),
    "a cell in the last row and column": book(sheet=worksheet(form(more='<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))),
    "styles down to the last row": book(sheet=worksheet(form(more="".join(f'<row r="{i}" s="1" customFormat="1"/>' for i in range(4, 150_000))))),
    "one long string in 100,000 cells": book(strings=f"<si><t>{'あ' * 10_000}</t></si>", sheet=worksheet("<sheetData>" + '<row><c t="s"><v>0</v></c></row>' * 80_000 + "</sheetData>")),
    "a cell of 5 MB": book(sheet=worksheet(form(target="あ" * 1_700_000))),
    "150,000 attributes of one element": book(sheet=f"<worksheet {' '.join(f'a{i}=' + chr(34) * 2 for i in range(800_000))}>{form()}</worksheet>"),
    "200,000 shared strings of runs": book(strings="<si><r><t>あ</t></r></si>" * 70_000),
    "number formats that never end": book(styles=f'<numFmts><numFmt numFmtId="200" formatCode="{"0" * 500_000}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
                                         sheet=worksheet(form(more='<row r="9"><c r="A9" s="1"><v>1</v></c></row>' + '<row><c s="1"><v>1</v></c></row>' * 2_000))),
    "quotes and brackets in a number format": book(styles='<numFmts><numFmt numFmtId="200" formatCode="[&quot;[\\"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
                                                  sheet=worksheet(form(more='<row r="9"><c r="A9" s="1"><v>1</v></c></row>'))),
    "numbers that are none": book(sheet=worksheet(form(more="".join(f"<row><c><v>{v}</v></c></row>" for v in ("1e999", "-1e999", "nan", "inf", "0x10", "1,5", "٣", "1e-999"))))),
    "addresses that are none": book(sheet=worksheet(form(more="".join(f'<row r="{r}"><c r="{c}" t="str"><v>x</v></c></row>' for r in ("0", "-1", "4294967296", "x", "1048577") for c in ("A0", "XFE1", "AAAAAAAAAA1", "1A", "", "A4294967297"))))),
    "an index into no strings": book(sheet=worksheet(form(more='<row r="9"><c r="A9" t="s"><v>4294967295</v></c></row>'))),
    "a workbook that is its own sheet": pack({**parts(), "xl/_rels/workbook.xml.rels": RELS.format(f'<Relationship Id="r1" Type="{TYPE}/worksheet" Target="workbook.xml"/>')}),
    "400 sheets of one part": pack({**parts(), "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets>' + '<sheet name="緑" r:id="r1"/>' * 400 + "</sheets></workbook>"}),
    "no styles, strings or relationships": pack({k: v for k, v in parts().items() if k in ("xl/workbook.xml", "xl/worksheets/sheet1.xml")}),
    "XML that breaks off": book(sheet=f"<worksheet {MAIN}>{form()}"),
    "UTF-16": pack({**parts(), "xl/worksheets/sheet1.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + worksheet(form())).encode("utf-16")}),
    "bytes that are no UTF-8": pack({**parts(), "xl/worksheets/sheet1.xml": worksheet(form(target="@@")).encode().replace(b"@@", b"\xff\xc0\xaf5\xed\xa0\x80")}),
    "a part that is empty": pack({**parts(), "xl/worksheets/sheet1.xml": ""}),
    "a workbook in 64 MB of pictures": pack({**parts(), "xl/media/image1.png": os.urandom(60_000_000)}),
}
random.seed(7)
for number in range(60):  # any byte of any part of the file
    damaged = bytearray(GOOD)
    for _ in range(1 + number % 4): damaged[random.randrange(len(damaged))] = random.randrange(256)
    BOOKS[f"damage {number}"] = bytes(damaged)
for kept in range(0, len(GOOD), len(GOOD) // 25): BOOKS[f"cut at {kept}"] = GOOD[:kept]


sys.exit(hold('workbooks', BOOKS, goalsheet, 'book.xlsx', SECONDS, MEGABYTES, 10, (b"internal error",)))
