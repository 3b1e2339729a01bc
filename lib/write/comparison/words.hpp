// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "goalsheet/compare.hpp"
#include "goalsheet/message.hpp"

namespace goalsheet {

/// ③(2) 数値目標; where the numbers changed: ②(2)→③(1) 数値目標.
std::string difference_address(const Difference& difference, Lang lang);
/// 変更 / changed
const Message& difference_kind_words(DifferenceKind kind);
/// old.html:41:3 → new.html:43:5; the one there is where the other is not known.
std::string difference_places(const Difference& difference);
/// 借りやすい図書館にする（教育部 2位）
std::string compared_sheet_title(const SheetComparison& sheet);
/// 相談件数 300件 → 320件, 「なし」 for what is not there.
std::string figure_words(const FigureDifference& figure, Lang lang);
/// 変更 3・追加 1・削除 0・移動 0（2シート）
std::string comparison_summary(const Comparison& comparison, Lang lang);

/// A text that is there on one side only, on one line and not endless.
std::string shown_text(std::string_view text);
/// What stays of a stretch that did not change: `first` and `last` of the whole text keep their inner end only.
std::string shown_same(std::string_view text, bool first, bool last);

/// What changed, on one line, long stretches that stayed cut in the middle: [-8回-]{+12回+}. `show` escapes each piece
/// and puts its marks around it.
template <class Show>
std::string change_words(const Difference& difference, Show show) {
    using Op = WordPiece::Op;
    switch (difference.kind) {
        case DifferenceKind::added:
            return show(Op::added, shown_text(difference.after));
        case DifferenceKind::removed:
            return show(Op::removed, shown_text(difference.before));
        case DifferenceKind::moved:
            return show(Op::same, difference.before + " → " + difference.after);
        case DifferenceKind::changed:
            break;
    }
    const std::vector<WordPiece>& words = difference.words;
    std::string line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool same = words[i].op == Op::same;
        line += show(words[i].op,
                     same ? shown_same(words[i].text, i == 0, i + 1 == words.size()) : shown_text(words[i].text));
    }
    return line;
}

}  // namespace goalsheet
