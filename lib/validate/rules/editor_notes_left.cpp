// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "validate/rules/rule_body.hpp"
#include "validate/scope/editor_notes.hpp"
#include "validate/scope/remarks.hpp"

namespace goalsheet::rules {
namespace editor_notes_left_rule {
namespace {

using Kind = MarkupPiece::Kind;

const Message kMark = {"「{0}」は作業中の印ではありませんか。消し忘れなら削除してください。",
                       "“{0}” looks like a mark of work in progress; delete it if it was forgotten."};
const Message kTracked = {"変更履歴（{0}）が残っています。Wordで変更をすべて承諾してから貼り直してください。",
                          "A tracked change ({0}) was left in; accept all changes in Word and paste again."};
const Message kWordComment = {"Wordのコメント（校閲の注記）が残っています。コメントを削除してから貼り直してください。",
                              "A review comment of Word was left in; delete the comments and paste again."};
const Message kElsewhere = {"HTMLのコメントや表示されない文字に作業メモ「{0}」が残っています。削除してください。",
                            "A note “{0}” was left in an HTML comment or in hidden text; delete it."};

const Message kStruck = {"取消線の文字「{0}」が残っています。見え消しのまま公開するのでなければ削除してください。",
                         "Struck-out text “{0}” was left in; delete it unless the change is meant to be seen."};

void check_struck(const SheetScope& sheet, const FieldText& field, Reporter& report) {
    // From mid-term on, a target that was changed may well show what it was.
    const Stage stage = sheet.page.stage;
    const FieldId own = stage == Stage::final ? FieldId::final : FieldId::midterm;
    if (stage != Stage::plan && field.address.field != own) return;
    const std::string_view text = field.text->text;
    constexpr std::string_view kOpen = "［取消線：";
    const std::size_t at = text.find(kOpen);
    if (at == std::string_view::npos) return;
    const std::size_t begin = at + kOpen.size();
    const std::size_t end = std::min(text.find("］", begin), text.size());
    report.add(sheet, sheet.at(field, begin, end),
               Saying{.arguments = {same(excerpt(text.substr(begin, end - begin)))},
                      .message = &kStruck,
                      .at_most = Severity::info});
}

// What stands around a note says best what was to be done: the bracket that holds it, 【9月末の数を要確認】, else the
// rest of its line.
std::string_view words_around(std::string_view text, const Phrase& note) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kBrackets = {
        {{"【", "】"}, {"（", "）"}, {"［", "］"}, {"〔", "〕"}, {"(", ")"}, {"[", "]"}}};
    const std::size_t line = text.rfind('\n', note.begin);
    const std::size_t first = line == std::string_view::npos ? 0 : line + 1;
    const std::size_t end = std::min(text.find('\n', note.end), text.size());
    for (const auto& [open, close] : kBrackets) {
        const std::size_t begin = text.substr(0, note.begin).rfind(open);
        const std::size_t behind = text.find(close, note.end);
        if (begin == std::string_view::npos || begin < first || behind >= end) continue;
        if (text.substr(begin, note.begin - begin).find(close) != std::string_view::npos) continue;
        return text.substr(begin, behind + close.size() - begin);
    }
    return text.substr(note.begin, end - note.begin);
}

void check(const SheetScope& sheet, Reporter& report) {
    for (const FieldText& field : sheet.texts()) {
        const std::string_view text = field.text->text;
        check_struck(sheet, field, report);
        const auto note = find_editor_note(text);
        if (!note) continue;
        const std::string_view shown = words_around(text, note->phrase);
        const Place place = sheet.at(field, note->phrase.begin, note->phrase.end);
        if (note->sure)
            report.add(sheet, place, {same(excerpt(shown))});
        else
            report.add(sheet, place,
                       Saying{.arguments = {same(excerpt(shown))}, .message = &kMark, .at_most = Severity::warning});
    }
}

const Message kChange = {"変更履歴（{0}「{1}」）が残っています。Wordで変更をすべて承諾するか元に戻してください。",
                         "A tracked change ({0} “{1}”) was left in; accept or reject all changes in Word."};
const Message kComment = {"コメント（校閲の注記）「{1}」が残っています。削除してください。",
                          "A review comment “{1}” was left in; delete it."};

// What the reader of Word documents remarks (read/page_tree.hpp).
struct ReviewRemark {
    std::string_view kind;
    Message what;
    bool says_detail;  ///< the words are in the detail: of a deletion nothing else is left
};

void check_remarks(const DocumentScope& page, Reporter& report) {
    static const std::array<ReviewRemark, 3> kinds = {{{"tracked-insertion", {"挿入", "inserted"}, false},
                                                       {"tracked-deletion", {"削除", "deleted"}, true},
                                                       {"comment", {"コメント", "comment"}, true}}};
    for (const ReviewRemark& kind : kinds)
        for_each_remark(page, kind.kind, [&](const Remark& remark, const Place& place) {
            const Message words = same(excerpt(kind.says_detail ? remark.detail : remark.text.text));
            report.add(
                page, place,
                Saying{.arguments = {kind.what, words}, .message = kind.kind == "comment" ? &kComment : &kChange});
        });
}

const Message* message_for(Kind kind) {
    if (kind == Kind::tracked) return &kTracked;
    return kind == Kind::word_comment ? &kWordComment : nullptr;
}

// One of each kind for each place in words: a page with tracked changes has dozens.
void check_source(const DocumentScope& page, Reporter& report) {
    check_remarks(page, report);
    std::set<std::string> said;
    for (const MarkupPiece& piece : page.markup()) {
        SourcedText text;
        if (const Message* message = message_for(piece.kind)) {
            const Place place = page.at_source(piece.begin, piece.end, text);
            const std::string key = place.address.in(Lang::ja) + (piece.kind == Kind::tracked ? "t" : "c");
            if (said.insert(key).second)
                report.add(page, place, Saying{.arguments = {same(excerpt(text.text))}, .message = message});
            continue;
        }
        if (piece.kind != Kind::comment && piece.kind != Kind::hidden) continue;
        const auto note = find_editor_note(piece.in(page.document.source.text->text()));
        if (!note || !note->sure) continue;
        const Place place = page.at_source(piece.begin + note->phrase.begin, piece.begin + note->phrase.end, text);
        report.add(page, place, Saying{.arguments = {same(excerpt(text.text))}, .message = &kElsewhere});
    }
}

}  // namespace
}  // namespace editor_notes_left_rule

const RuleBody editor_notes_left{
    .texts = {.title = {"作業メモ・変更履歴の消し忘れ", "a note or tracked change of the authors"},
              .message = {"作業メモ「{0}」が残っています。内容を確かめてから削除してください。",
                          "A note of the authors “{0}” was left in; settle it and delete it."},
              .why = {"公開したシートに書きかけの印があると、どの数字が確かなのか分かりません。",
                      "A sheet that is published with such marks leaves open which figures hold."},
              .wrong = "②中間報告: (1) 啓発イベント 2回【要確認】",
              .right = "②中間報告: (1) 啓発イベント 2回"},
    .on_sheet = editor_notes_left_rule::check,
    .on_document = editor_notes_left_rule::check_source,
};

}  // namespace goalsheet::rules
