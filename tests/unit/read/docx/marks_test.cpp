// SPDX-License-Identifier: MIT
// Random documents with a mark in every text that a person can see in Word: all of them come out, and none that nobody
// can see.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <set>

#include "read/docx/reader.hpp"
#include "read/package/package.hpp"
#include "support/docx_parts.hpp"

using namespace goalsheet;

namespace {

class DocumentMaker {
public:
    explicit DocumentMaker(unsigned seed) : random_(seed) {}

    std::string make() {
        document_.body = test::word_paragraph("前書き");
        const int tables = 1 + below(3);
        for (int i = 0; i < tables; ++i) document_.body += table(0) + test::word_paragraph("間の行");
        document_.footnotes = notes_;
        document_.comments = comments_;
        return test::zip(test::parts_of(document_));
    }

    const std::set<std::string>& seen() const { return seen_; }
    const std::set<std::string>& unseen() const { return unseen_; }
    const std::set<std::string>& remarked() const { return remarked_; }

private:
    int below(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

    // Kana only, between two that no other mark has: nothing makes something else of them.
    std::string mark(std::set<std::string>& kind) {
        std::string word = "ヌ";
        for (int left = ++count_; left > 0; left /= 5) {
            const std::string_view digits[] = {"ア", "イ", "ウ", "エ", "オ"};
            word += digits[left % 5];
        }
        word += "ム";
        kind.insert(word);
        return word;
    }
    std::string shown() { return fmt::format("<w:t>{}</w:t>", mark(seen_)); }
    static std::string run(std::string_view inner, std::string_view look = {}) {
        return fmt::format("<w:r><w:rPr>{}</w:rPr>{}</w:r>", look, inner);
    }
    static std::string wrap(std::string_view name, std::string_view inner) {
        return fmt::format("<w:{0}>{1}</w:{0}>", name, inner);
    }

    std::string note() {
        const int id = ++last_id_;
        notes_ += fmt::format("<w:footnote w:id=\"{}\"><w:p>{}</w:p></w:footnote>", id, run(shown()));
        return run(fmt::format("<w:footnoteReference w:id=\"{}\"/>", id));
    }

    std::string comment() {
        const int id = ++last_id_;
        comments_ += fmt::format("<w:comment w:id=\"{}\"><w:p>{}</w:p></w:comment>", id,
                                 run(fmt::format("<w:t>{}</w:t>", mark(remarked_))));
        return run(fmt::format("<w:commentReference w:id=\"{}\"/>", id));
    }

    std::string field() {
        return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" +
               run(fmt::format("<w:instrText>{}</w:instrText>", mark(unseen_))) +
               "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run(shown()) +
               "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    }

    std::string text_box(int depth) {
        const std::string inner = wrap("txbxContent", blocks(depth + 1));
        const std::string other = wrap("txbxContent", wrap("p", run(fmt::format("<w:t>{}</w:t>", mark(unseen_)))));
        return run("<mc:AlternateContent><mc:Choice Requires=\"wps\">" + inner + "</mc:Choice><mc:Fallback>" + other +
                   "</mc:Fallback></mc:AlternateContent>");
    }

    std::string inline_of(int depth) {
        switch (below(18)) {
            case 0:
                return wrap("ins", run(shown()));
            case 1:
                return wrap("del", run(fmt::format("<w:delText>{}</w:delText>", mark(unseen_))));
            case 2:
                return wrap("moveFrom", run(fmt::format("<w:t>{}</w:t>", mark(unseen_))));
            case 3:
                return wrap("moveTo", run(shown()));
            case 4:
                return run(fmt::format("<w:t>{}</w:t>", mark(unseen_)), "<w:vanish/>");
            case 5:
                return run(shown(), "<w:strike/>");
            case 6:
                return run(shown(), "<w:vertAlign w:val=\"superscript\"/>");
            case 7:
                return wrap("smartTag", run(shown()));
            case 8:
                return wrap("hyperlink", run(shown()));
            case 9:
                return wrap("sdt", wrap("sdtContent", run(shown())));
            case 10:
                return wrap("fldSimple", run(shown()));
            case 11:
                return field();
            case 12:
                return run("<w:ruby><w:rt>" + run(shown()) + "</w:rt><w:rubyBase>" + run(shown()) +
                           "</w:rubyBase></w:ruby>");
            case 13:
                return run(fmt::format("<w:drawing><wp:docPr descr=\"{}\"/></w:drawing>", mark(seen_)));
            case 14:
                return note();
            case 15:
                return comment();
            case 16:
                return depth < 3 ? text_box(depth) : run(shown());
            default:
                return run(shown() + "<w:br/>" + shown() + "<w:tab/>" + shown());
        }
    }

    std::string paragraph(int depth) {
        std::string inner;
        if (below(6) == 0) inner = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
        const int runs = below(4);
        for (int i = 0; i < runs; ++i) inner += inline_of(depth);
        return wrap("p", inner);
    }

    std::string blocks(int depth) {
        std::string out;
        const int count = 1 + below(3);
        for (int i = 0; i < count; ++i) {
            const int kind = below(8);
            if (kind == 0 && depth < 3)
                out += table(depth + 1);
            else if (kind == 1)
                out += wrap("sdt", wrap("sdtContent", paragraph(depth)));
            else
                out += paragraph(depth);
        }
        return out + wrap("p", "");
    }

    std::string table(int depth) {
        std::string rows;
        const int height = 1 + below(3);
        const int width = 1 + below(3);
        for (int r = 0; r < height; ++r) {
            std::string cells;
            for (int c = 0; c < width; ++c) {
                const bool restarts = below(4) == 0;
                cells += test::word_cell(blocks(depth), restarts ? "<w:vMerge w:val=\"restart\"/>" : "");
            }
            rows += below(5) == 0 ? wrap("sdt", wrap("sdtContent", wrap("tr", cells))) : wrap("tr", cells);
        }
        return wrap("tbl", rows);
    }

    std::mt19937 random_;
    test::RawDocument document_;
    std::string notes_;
    std::string comments_;
    std::set<std::string> seen_, unseen_, remarked_;
    int count_ = 0;
    int last_id_ = 0;
};

void add_text(const Page& page, std::string& text, std::string& remarks) {
    for (const Remark& remark : page.remarks) remarks += remark.detail + "\n";
    for (const Table& table : page.tables) {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) text += cell.text.text + "\n";
        // Behind a table in a cell stand lines of that cell, which has them already.
        for (const SourcedText& line : table.nested ? std::vector<SourcedText>() : table.following)
            text += line.text + "\n";
        for (const Remark& remark : table.remarks) remarks += remark.detail + "\n";
    }
}

}  // namespace

TEST_CASE("every mark that a person can see in Word comes out of a document") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        DocumentMaker maker(seed);
        const std::string bytes = maker.make();
        auto package = Package::open(bytes, "marks.docx");
        REQUIRE(package);
        Page page;
        REQUIRE(read_docx(*package, "marks.docx", page));
        std::string text;
        std::string remarks;
        add_text(page, text, remarks);
        for (const std::string& mark : maker.seen()) {
            CAPTURE(mark);
            const std::size_t at = text.find(mark);
            CHECK(at != std::string::npos);
            CHECK(text.find(mark, at + 1) == std::string::npos);
        }
        for (const std::string& mark : maker.unseen()) CHECK_MESSAGE(text.find(mark) == std::string::npos, mark);
        for (const std::string& mark : maker.remarked()) CHECK_MESSAGE(remarks.find(mark) != std::string::npos, mark);
    }
}
