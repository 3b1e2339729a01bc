// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "goalsheet/text.hpp"
#include "numbers/quantity/bounds.hpp"
#include "text/phrase_search.hpp"
#include "validate/rules/rule_body.hpp"
#include "validate/scope/figures.hpp"
#include "validate/scope/measures.hpp"

namespace goalsheet::rules {
namespace sum_mismatch_rule {
namespace {

constexpr double kSlack = 1e-6;  // of decimals added as doubles

bool is_addend(const Quantity& quantity, const std::string& canonical) {
    const bool figure =
        quantity.role == QuantityRole::value && !quantity.value_hi && quantity.per.empty() && quantity.modifier.empty();
    return figure && find_unit(quantity.unit).canonical == canonical;
}

double in_canonical_unit(const Quantity& quantity) {
    return quantity.value.to_double() * find_unit(quantity.unit).factor;
}

std::string shown(const Quantity& quantity) { return figure_word(quantity.value, quantity.unit); }

bool is_same(double sum, double expected) {
    return std::abs(sum - expected) <= kSlack * std::max(1.0, std::abs(expected));
}

Decimal as_printed(double sum, std::string_view unit) {
    return Decimal{static_cast<std::int64_t>(std::llround(sum / find_unit(unit).factor * 1000)), 3};
}

// The figures in front of a total that it may be the sum of: same unit, same line, back to the total before. 登録36件、
// 成約は賃貸8件・売買15件の計23件: those right in front of it may be all that it sums up. Rates have no sum.
void check_total(const SheetScope& sheet, const Place& place, std::span<const Quantity> before, const Quantity& total,
                 Reporter& report) {
    if (total.unit == "%") return;
    const std::string canonical = find_unit(total.unit).canonical;
    const double expected = in_canonical_unit(total);
    std::vector<const Quantity*> parts;
    for (const Quantity& part : before)
        if (is_addend(part, canonical)) parts.push_back(&part);
    double sum = 0;
    std::string listed;
    for (std::size_t i = parts.size(); i-- > 0;) {
        sum += in_canonical_unit(*parts[i]);
        listed = shown(*parts[i]) + (listed.empty() ? "" : "＋") + listed;
        if (is_same(sum, expected)) return;
    }
    if (parts.size() < 2) return;
    report.add(sheet, place.part(total.begin, total.end),
               {same(shown(total)), same(listed), same(figure_word(as_printed(sum, total.unit), total.unit))});
}

bool is_total(const Quantity& quantity) { return quantity.role == QuantityRole::total; }

void check_text(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                Reporter& report) {
    const std::string_view text = place.text->text;
    std::size_t first = 0;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        const std::string_view gap = i > 0 ? between(text, quantities[i - 1], quantities[i]) : std::string_view();
        if (gap.find('\n') != std::string_view::npos || gap.find("。") != std::string_view::npos) first = i;
        if (!is_total(quantities[i])) continue;
        check_total(sheet, place, std::span(quantities).subspan(first, i - first), quantities[i], report);
        first = i + 1;
    }
}

constexpr std::array<std::string_view, 18> kNoParts = {"前年", "昨年", "うち", "目標", "計画", "累計",
                                                       "年度", "月末", "平均", "残り", "など", "主な",
                                                       "予定", "ほか", "現在", "最大", "追加", "当初"};

const Message kBreakdown = {"「{0}」が内訳の合計{2}（{1}）と合いません。数字を確認してください。",
                            "{0} does not equal its breakdown {1}, which comes to {2}; check the figures."};

// The bytes from a total to the parts under it: 147件\n内訳：ベトナム語62件; 0 where no such list follows.
std::size_t breakdown_heading(std::string_view rest) {
    std::size_t at = 0;
    for (const std::string_view mark : {"。", "、"})
        if (rest.starts_with(mark)) at = mark.size();
    while (at < rest.size() && (rest[at] == '\n' || rest[at] == ' ')) ++at;
    for (const std::string_view word : {"（内訳）", "【内訳】", "内訳"}) {
        if (!rest.substr(at).starts_with(word)) continue;
        at += word.size();
        for (const std::string_view sign : {"：", ":", "は", "　", " "})
            if (rest.substr(at).starts_with(sign)) at += sign.size();
        return at;
    }
    return 0;
}

// The bracket that closes the one in front of `at`, behind those within it.
std::size_t closing_bracket(std::string_view text, std::size_t at) {
    int depth = 1;
    for (; at < text.size(); at += decode_at(text, at).length) {
        const char32_t c = decode_at(text, at).value;
        if (c == U'（' || c == U'(') ++depth;
        if ((c == U'）' || c == U')') && --depth == 0) return at;
    }
    return std::string_view::npos;
}

constexpr std::array<std::string_view, 11> kPartEnds = {"。", "、", "，", "・", "＋", "+", "　", " ", "/", "／", "\n"};

bool ends_part(std::string_view behind) {
    return behind.empty() || std::any_of(kPartEnds.begin(), kPartEnds.end(),
                                         [&](std::string_view end) { return behind.starts_with(end); });
}

// Behind the bracket that a part has of its own: 214人（5校）.
std::size_t end_of_part(std::string_view text, std::size_t end, std::size_t close) {
    const CodePoint open = decode_at(text, end);
    if (end >= close || (open.value != U'（' && open.value != U'(')) return end;
    const std::size_t own = closing_bracket(text, end + open.length);
    return own >= close ? close : own + decode_at(text, own).length;
}

struct Breakdown {
    double sum = 0;
    std::size_t count = 0;
    std::string parts;  // as messages print them
};

// The parts of a total between its brackets: each has a name, may have counts of its own in other units (中学校3校
// 246人) and nothing behind it.
class BreakdownReader {
public:
    BreakdownReader(std::string_view text, const Quantity& total, std::size_t close)
        : text_(text), canonical_(find_unit(total.unit).canonical), close_(close) {}

    std::optional<Breakdown> read(std::span<const Quantity> figures) {
        const Quantity* last = nullptr;
        for (const Quantity& one : figures) {
            if (one.end > close_) break;
            if (one.begin < done_) continue;
            if (last && parts_them(between(text_, *last, one)) && !end_segment()) return std::nullopt;
            if (find_unit(one.unit).canonical == canonical_ ? !add(one) : one.unit.empty() || one.unit == "%")
                return std::nullopt;
            last = &one;
        }
        if (!last || !end_segment()) return std::nullopt;
        return found_;
    }

private:
    static bool parts_them(std::string_view gap) {
        constexpr std::array<std::string_view, 5> kMarks = {"。", "、", "，", "／", "\n"};
        return std::any_of(kMarks.begin(), kMarks.end(),
                           [&](std::string_view mark) { return gap.find(mark) != std::string_view::npos; });
    }
    // What names no part of the total is no breakdown of it.
    bool end_segment() { return std::exchange(has_part_, false); }

    bool add(const Quantity& part) {
        if (!is_addend(part, canonical_) && part.role != QuantityRole::part) return false;
        const std::string_view name = text_.substr(0, part.begin);
        if (name.ends_with("（") || name.ends_with("(") || name.ends_with("、") || name.ends_with("・")) return false;
        done_ = end_of_part(text_, part.end, close_);
        if (!ends_part(text_.substr(done_, close_ - done_))) return false;
        found_.sum += in_canonical_unit(part);
        found_.parts += (found_.count++ ? "＋" : "") + shown(part);
        return has_part_ = true;
    }

    std::string_view text_;
    std::string canonical_;
    std::size_t close_;
    std::size_t done_ = 0;
    bool has_part_ = false;
    Breakdown found_;
};

// 7人で、うち40歳未満は4人。内訳は…: the breakdown may be that of an earlier figure.
bool is_of_earlier(std::span<const Quantity> before, double sum, std::string_view unit) {
    return std::any_of(before.begin(), before.end(), [&](const Quantity& one) {
        return find_unit(one.unit).canonical == find_unit(unit).canonical && is_same(in_canonical_unit(one), sum);
    });
}

std::size_t count_commas(std::string_view text) {
    std::size_t found = 0;
    for (std::size_t at = text.find("、"); at != std::string::npos; at = text.find("、", at + 3)) ++found;
    return found;
}

// 147件（ベトナム語62件、ポルトガル語38件、その他26件）: a total in front of the bracket that holds its parts and
// nothing else.
void check_breakdown(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                     std::size_t i, Reporter& report) {
    const std::string_view text = place.text->text;
    const Quantity& total = quantities[i];
    const std::string_view rest = text.substr(total.end);
    const bool bracket = rest.starts_with("（") || rest.starts_with("(");
    const std::size_t open = rest.starts_with("（") ? 3 : bracket ? 1 : breakdown_heading(rest);
    if (open == 0 || total.unit.empty() || total.unit == "%") return;
    const std::size_t close =
        bracket ? closing_bracket(text, total.end + open) : std::min(text.find('\n', total.end + open), text.size());
    if (close == std::string_view::npos) return;
    const std::string_view inside = text.substr(total.end + open, close - total.end - open);
    if (find_phrase<kNoParts>(inside)) return;
    const auto found = BreakdownReader(text, total, close).read(std::span(quantities).subspan(i + 1));
    if (!found || found->count < 2 || count_commas(inside) > found->count) return;
    const double expected = in_canonical_unit(total);
    if (is_same(found->sum, expected) || is_of_earlier(std::span(quantities).first(i), found->sum, total.unit)) return;
    // Without a word that closes the list, a sum below the whole may leave some out.
    const bool closed = inside.find("その他") != std::string_view::npos ||
                        inside.find("内訳") != std::string_view::npos || !bracket || found->sum > expected;
    // 応募33点（最優秀賞1点、佳作2点） names a few of them.
    constexpr double kMost = 0.5;
    if (!closed && found->sum < kMost * expected) return;
    report.add(sheet, place.part(total.begin, total.end),
               Saying{.arguments = {same(as_written(text, total)), same(found->parts),
                                    same(figure_word(as_printed(found->sum, total.unit), total.unit))},
                      .message = &kBreakdown,
                      .at_most = closed ? std::nullopt : std::optional(Severity::info)});
}

bool is_sign(std::string_view between, std::string_view wide, char narrow) {
    const std::string_view sign = trim(between);
    return sign == wide || (sign.size() == 1 && sign.front() == narrow);
}

// 7,120枚＋5,220枚＝12,340枚.
void check_equation(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                    Reporter& report) {
    const std::string_view text = place.text->text;
    std::size_t first = 0;
    for (std::size_t i = 1; i < quantities.size(); ++i) {
        const std::string_view gap = between(text, quantities[i - 1], quantities[i]);
        if (is_sign(gap, "＋", '+')) continue;
        if (is_sign(gap, "＝", '=') && i - first > 1 && !is_total(quantities[i]))
            check_total(sheet, place, std::span(quantities).subspan(first, i - first), quantities[i], report);
        first = i;
    }
}

// 合計 147件 on a line of its own under lines with one part each.
void check_column_total(const SheetScope& sheet, const Place& place, const std::vector<Quantity>& quantities,
                        std::size_t i, Reporter& report) {
    const std::string_view text = place.text->text;
    const std::string canonical = find_unit(quantities[i].unit).canonical;
    std::size_t first = i;
    std::size_t line = text.rfind('\n', quantities[i].begin);
    while (first > 0 && line != std::string_view::npos) {
        const Quantity& part = quantities[first - 1];
        const std::size_t above = line == 0 ? std::string_view::npos : text.rfind('\n', line - 1);
        const std::size_t begin = above == std::string_view::npos ? 0 : above + 1;
        const bool alone = part.begin >= begin && part.end <= line && (first < 2 || quantities[first - 2].end <= begin);
        if (!alone || !is_addend(part, canonical)) break;
        --first;
        line = above;
    }
    check_total(sheet, place, std::span(quantities).subspan(first, i - first), quantities[i], report);
}

bool heads_line(std::string_view text, const Quantity& total) {
    const std::size_t line = text.rfind('\n', total.begin);
    return line != std::string_view::npos && total.begin - line < 24;
}

void check_other_totals(const SheetScope& sheet, const Item& item, const Measure& measure, FieldId field,
                        Reporter& report) {
    const SourcedText& text = text_of(measure, field);
    const std::vector<Quantity>& quantities = sheet.page.quantities(text);
    if (quantities.size() < 3) return;
    const Place place = sheet.at(item, measure, field);
    check_equation(sheet, place, quantities, report);
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        if (quantities[i].role != QuantityRole::part) check_breakdown(sheet, place, quantities, i, report);
        if (is_total(quantities[i]) && heads_line(text.text, quantities[i]))
            check_column_total(sheet, place, quantities, i, report);
    }
}

void check(const SheetScope& sheet, Reporter& report) {
    for_each_measure(sheet, [&](const Item& item, const Measure& measure) {
        for (const FieldId field : {FieldId::target, FieldId::midterm, FieldId::final})
            check_other_totals(sheet, item, measure, field, report);
        for (const FieldId field : {FieldId::midterm, FieldId::final}) {
            if (!numbers::may_hold_total(text_of(measure, field).text)) continue;
            const std::vector<Quantity>& quantities = sheet.page.quantities(text_of(measure, field));
            if (std::any_of(quantities.begin(), quantities.end(), is_total))
                check_text(sheet, sheet.at(item, measure, field), quantities, report);
        }
    });
}

}  // namespace
}  // namespace sum_mismatch_rule

const RuleBody sum_mismatch{
    .texts = {.title = {"計が内訳と合わない", "total does not equal the parts"},
              .message = {"計「{0}」が内訳{1}＝{2}と合いません。計算し直してください。",
                          "The total {0} does not equal its parts, {1} = {2}; compute it again."},
              .why = {"内訳か計のどちらかが誤りで、どちらを公表したのか分かりません。",
                      "Either a part or the total is wrong, and nobody can tell which was published."},
              .wrong = "②中間報告: (1) 啓発イベント 東部1回、西部1回、計3回",
              .right = "②中間報告: (1) 啓発イベント 東部1回、西部1回、計2回"},
    .on_sheet = sum_mismatch_rule::check,
};

}  // namespace goalsheet::rules
