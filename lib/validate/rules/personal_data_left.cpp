// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "goalsheet/review_remarks.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/personal_data.hpp"

namespace goalsheet::rules {
namespace personal_data_left_rule {
namespace {

using Kind = PersonalData::Kind;

struct Words {
    Message what;
    Message where;
};

const Message& name_of(Kind kind) {
    static const std::array<Message, 7> names = {{{"メールアドレス", "Mail address"},
                                                  {"携帯電話の番号", "Mobile number"},
                                                  {"内線番号", "Extension number"},
                                                  {"ファイルの場所", "File path"},
                                                  {"個人に関する番号", "Number of a person"},
                                                  {"パスワードなどの認証情報", "Password or login"},
                                                  {"担当者などの氏名", "Name of a person"}}};
    return names[static_cast<std::size_t>(kind)];
}

const Message kElsewhere = {"{2}に{0}「{1}」が残っています。ページの元（HTML）から削除してください。",
                            "{0} “{1}” was left in {2}; delete it from the page's source."};
const Message kAuthor = {"ページの作成者（meta author）に「{0}」とあります。個人名なら削除してください。",
                         "The page names its author (meta author): “{0}”; delete it if it is a person's name."};

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        for (const PersonalData& one : find_personal_data(text)) {
            const std::vector<Message> arguments = {name_of(one.kind),
                                                    same(excerpt(text.substr(one.begin, one.end - one.begin)))};
            const bool doubtful = one.kind == Kind::person;
            report.add(
                sheet, sheet.at(field, one.begin, one.end),
                Saying{.arguments = arguments, .at_most = doubtful ? std::optional(Severity::warning) : std::nullopt});
        }
    }
}

Message place_word(MarkupPiece::Kind kind) {
    if (kind == MarkupPiece::Kind::comment) return {"HTMLのコメント", "an HTML comment"};
    if (kind == MarkupPiece::Kind::hidden) return {"表示されない文字", "hidden text"};
    return {"HTMLの属性（title・alt・リンク）", "an HTML attribute (title, alt or link)"};
}

// A department or a city as author is nobody's name.
bool names_office(std::string_view author) {
    constexpr std::array<std::string_view, 12> kOffices = {"市", "町", "村", "県", "区", "都",
                                                           "府", "課", "部", "局", "室", "係"};
    return author.find_first_not_of(" \t") == std::string_view::npos || author.find("市") != std::string_view::npos ||
           std::any_of(kOffices.begin(), kOffices.end(), [&](std::string_view one) { return author.ends_with(one); }) ||
           author.find("City") != std::string_view::npos || author.find("役場") != std::string_view::npos;
}

void check_author(const DocumentScope& page, const MarkupPiece& piece, Reporter& report) {
    SourcedText text;
    const Place place = page.at_source(piece.begin, piece.end, text);
    if (names_office(text.text)) return;
    report.add(page, place,
               Saying{.arguments = {same(excerpt(text.text))}, .message = &kAuthor, .at_most = Severity::warning});
}

const Message kProperty = {
    "ファイルのプロパティの{0}に「{1}」とあります。公開するファイルで個人名なら、{2}で削除してください。",
    "The file's properties name “{1}” as {0}; in a file that is published, delete a person's name ({2})."};

// Excel and Word say it in the menu of the file, LibreOffice in its own.
const Message kInspect = {"「ファイル」→「情報」→「問題のチェック」→「ドキュメント検査」",
                          "File, Info, Check for Issues, Inspect Document"};
const Message kReset = {"「ファイル」→「プロパティ」→「プロパティをリセット」", "File, Properties, Reset Properties"};

Message property_word(std::string_view property) {
    if (property == "lastModifiedBy") return {"前回保存者", "who saved it last"};
    if (property == "Manager") return {"管理者", "its manager"};
    return {"作成者", "its author"};
}

// What programs write where nobody gave a name.
bool names_program(std::string_view person) {
    constexpr std::array<std::string_view, 10> kPrograms = {"goalsheet",   "openpyxl",   "Apache POI", "Microsoft",
                                                            "user",        "User",       "admin",      "Admin",
                                                            "python-docx", "LibreOffice"};
    return std::any_of(kPrograms.begin(), kPrograms.end(),
                       [&](std::string_view one) { return person.starts_with(one); });
}

void check_properties(const DocumentScope& page, Reporter& report) {
    for (const Remark& remark : page.document.remarks) {
        if (remark.kind != remark::kPerson) continue;
        const std::size_t space = remark.detail.find(' ');
        const std::string property = remark.detail.substr(0, space);
        const std::string person = remark.detail.substr(space + 1);
        if (names_office(person) || names_program(person)) continue;
        const bool open = page.document.source.format == "opendocument";
        report.add(page, page.top(),
                   Saying{.arguments = {property_word(property), same(excerpt(person)), open ? kReset : kInspect},
                          .message = &kProperty,
                          .at_most = Severity::warning});
    }
}

void check_source(const DocumentScope& page, Reporter& report) {
    check_properties(page, report);
    for (const MarkupPiece& piece : page.markup()) {
        if (piece.kind == MarkupPiece::Kind::author) {
            check_author(page, piece, report);
            continue;
        }
        if (piece.kind == MarkupPiece::Kind::tracked || piece.kind == MarkupPiece::Kind::word_comment ||
            piece.kind == MarkupPiece::Kind::bare_image)
            continue;
        const std::string_view words = piece.in(page.document.source.text->text());
        for (const PersonalData& one : find_personal_data(words)) {
            if (one.kind == Kind::person) continue;
            SourcedText text;
            const Place place = page.at_source(piece.begin + one.begin, piece.begin + one.end, text);
            report.add(page, place,
                       Saying{.arguments = {name_of(one.kind), same(excerpt(text.text)), place_word(piece.kind)},
                              .message = &kElsewhere});
        }
    }
}

}  // namespace
}  // namespace personal_data_left_rule

const RuleBody personal_data_left{
    .texts =
        {.title = {"連絡先など個人や庁内の情報", "data of persons or of the office's inside"},
         .message = {"{0}「{1}」が残っています。公開するシートからは削除してください。",
                     "{0} “{1}” was left in; delete it from a sheet that is published."},
         .why = {"公開したあとでは取り消せません。職員や市民の連絡先、庁内の内線やフォルダー名は外に出さないものです。",
                 "Once published it cannot be taken back: contacts of staff or citizens, extensions and folders "
                 "stay inside."},
         .wrong = "②中間報告: (1) 啓発イベント 2回（問合せは 内線1234、yamada@example.lg.jp まで）",
         .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = personal_data_left_rule::check,
    .on_document = personal_data_left_rule::check_source,
};

}  // namespace goalsheet::rules
