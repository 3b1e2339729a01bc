// SPDX-License-Identifier: MIT
#include "validate/scope/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "goalsheet/text.hpp"
#include "text/phrase_search.hpp"
#include "validate/scope/figure_changes.hpp"
#include "validate/scope/measures.hpp"
#include "validate/scope/open_words.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 80> kReasons = {
    "ため",       "により",   "によって",   "による",     "から、", "ことから",   "影響",   "理由",       "原因",
    "要因",       "結果",     "備え",       "縮小",       "中止",   "延期",       "休止",   "自粛",       "不足",
    "遅れ",       "遅延",     "不調",       "不落",       "辞退",   "応募がな",   "応募な", "応募者がな", "申請がな",
    "申込みがな", "申込がな", "該当者がな", "希望者がな", "伸び悩", "高騰",       "繰越",   "繰り越",     "見送",
    "取りやめ",   "コロナ",   "感染症",     "災害",       "荒天",   "悪天候",     "台風",   "豪雨",       "大雪",
    "猛暑",       "重なり",   "重なっ",     "難航",       "整わ",   "時間を要し", "入札",   "撤退",       "閉校",
    "故障",       "退職",     "減少し",     "減ったこと", "要し",   "課題",       "見直し", "事情",       "ことで",
    "に伴い",     "に伴う",   "が多く",     "が少な",     "欠席",   "閉鎖",       "休講",   "育休",       "病休",
    "産休",       "取り消",   "取消し",     "キャンセル", "満員",   "人手",       "除く",   "除い"};
// What tells the result itself: a verdict, praise or a comparison gives no reason.
constexpr std::array<std::string_view, 36> kNoReason = {
    "目標",   "達成", "未達",   "実施", "開催", "行った", "行い", "取り組", "取組",   "順調",   "おおむね", "概ね",
    "周知",   "努め", "図った", "図り", "前年", "昨年",   "前回", "増加",   "上回",   "下回",   "となった", "となり",
    "見られ", "見込", "確定",   "速報", "累計", "平均",   "うち", "合計",   "進めた", "進んで", "推移",     "継続"};
// Of these an office wants fewer.
constexpr std::array<std::string_view, 47> kLess = {
    "事故",     "死者",     "負傷",       "死傷",     "出火",   "火災件数", "犯罪",     "刑法犯", "滞納",     "未収",
    "待機児童", "不登校",   "苦情",       "排出量",   "残渣",   "在院日数", "時間外",   "離職",   "経常収支", "公債費",
    "将来負担", "人件費",   "空き店舗",   "空き家率", "空家率", "漏水",     "不納欠損", "被害",   "自殺",     "中断",
    "待ち時間", "所要時間", "時間の短縮", "縮減",     "削減率", "ごみの量", "ごみ排出", "違反",   "未処理",   "借入",
    "減量",     "抑制",     "低減",       "軽減",     "欠席",   "閉鎖",     "以内"};

constexpr std::array<std::string_view, 8> kMore = {"収納", "徴収", "回収", "解消", "整理", "差押", "除却", "処理件数"};
constexpr std::array<std::string_view, 2> kRates = {"率", "割合"};
// Rates that may well be above 100 % or below 0.
constexpr std::array<std::string_view, 18> kUnbounded = {"達成率", "進捗率", "伸び率", "増加率", "増減",   "減少率",
                                                         "成長率", "上昇率", "変化率", "比率",   "倍率",   "前年",
                                                         "対比",   "回転率", "充足率", "収支率", "利益率", "利用率"};

bool falls(Comparator comparator) { return comparator == Comparator::at_most || comparator == Comparator::less_than; }

}  // namespace

double canonical_value(const Quantity& quantity) {
    return quantity.value.to_double() * find_unit(quantity.unit).factor;
}

bool has_same_unit(std::string_view a, std::string_view b) {
    return a == b || find_unit(a).canonical == find_unit(b).canonical;
}

namespace {

// Units that sheets use for one another without anybody asking: 40施設 and 21か所, 6基 and 2台.
constexpr std::array<std::string_view, 10> kAlike = {" 者 人 名 ",
                                                     " 校 校区 学区 ",
                                                     " 箇所 か所 施設 園 館 拠点 会場 地点 地区 公園 橋 ",
                                                     " 基 台 機 器 張 ",
                                                     " 品 点 種 種類 ",
                                                     " 団体 組織 グループ 組 チーム ",
                                                     " 路線 本 区間 ",
                                                     " 部 枚 冊 通 点 ",
                                                     " 本 株 苗 ",
                                                     " 店 店舗 社 事業者 ブース 区画 "};

}  // namespace

bool stand_for_each_other(std::string_view a, std::string_view b) {
    const auto holds = [](std::string_view group, std::string_view unit) {
        return group.find(" " + std::string(unit) + " ") != std::string_view::npos;
    };
    return std::any_of(kAlike.begin(), kAlike.end(),
                       [&](std::string_view group) { return holds(group, a) && holds(group, b); });
}

double last_place(const Decimal& value) { return std::pow(10.0, -value.scale); }

std::string_view between(std::string_view text, const Quantity& first, const Quantity& second) {
    return first.end <= second.begin ? text.substr(first.end, second.begin - first.end) : std::string_view();
}

std::string as_written(std::string_view text, const Quantity& quantity) {
    return excerpt(text.substr(quantity.begin, quantity.end - quantity.begin));
}

namespace {

const Quantity* find_figure(const DocumentScope& page, const SourcedText& text, const Decimal& value,
                            std::string_view unit) {
    for (const Quantity& one : page.quantities(text))
        if (one.unit == unit && one.value.to_text() == value.to_text()) return &one;
    return nullptr;
}

}  // namespace

std::string as_written(const DocumentScope& page, const SourcedText& text, const Decimal& value,
                       std::string_view unit) {
    const Quantity* found = find_figure(page, text, value, unit);
    return found ? as_written(text.text, *found) : figure_word(value, unit);
}

std::string as_told(const DocumentScope& page, const SourcedText& text, const Decimal& value, std::string_view unit) {
    const Quantity* found = find_figure(page, text, value, unit);
    return found ? excerpt(with_change_words(text.text, *found)) : figure_word(value, unit);
}

namespace {

constexpr std::array<std::string_view, 13> kEach = {"毎",   "各",     "ごと",   "当たり", "あたり", "につき", "隔週",
                                                    "隔月", "か月に", "ヶ月に", "カ月に", "週間に", "学期に"};

// 各種 counts nothing.
bool names_each(std::string_view text) {
    for (auto found = find_phrase<kEach>(text); found; found = find_phrase<kEach>(text, found->end))
        if (!text.substr(found->begin).starts_with("各種")) return true;
    return false;
}

// 1日80食, 一人6冊 and not 10月1日.
bool begins_with_one(std::string_view clause) {
    constexpr std::array<std::string_view, 12> kOnes = {"1日",   "１日",   "一日",  "1人",    "１人",  "一人",
                                                        "1世帯", "１世帯", "1地区", "１地区", "1会場", "１会場"};
    return starts_with_any(clause, kOnes);
}

bool counts_each(std::string_view text, const Quantity& quantity) {
    if (quantity.modifier == "各" || (!quantity.per.empty() && quantity.per != "年")) return true;
    const std::size_t begin = clause_around(text, {quantity.begin, quantity.begin}).begin;
    const std::string_view clause = text.substr(begin, quantity.begin - begin);
    return names_each(clause) || begins_with_one(trim(text.substr(begin)));
}

}  // namespace

bool is_total_of_each(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    const SourcedText& target = measured.measure.target;
    const Quantity* wanted = row.target ? find_figure(sheet.page, target, *row.target, row.unit) : nullptr;
    if (!wanted || !counts_each(target.text, *wanted)) return false;
    const SourcedText& report = text_of(measured.measure, report_field(row.against));
    const Quantity* got = row.result ? find_figure(sheet.page, report, *row.result, row.result_unit) : nullptr;
    // 週1回 and 1校当たり35回 are for each of different things.
    return !got || got->per != wanted->per || !counts_each(report.text, *got);
}

namespace {

// 新規8か所 answered by 6か所 and nothing else.
bool is_plain_answer(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (measured.rows.size() != 1 || (row.modifier != "新規" && row.modifier != "計")) return false;
    const SourcedText& report = text_of(measured.measure, report_field(row.against));
    const std::vector<Quantity>& figures = sheet.page.quantities(report);
    return figures.size() == 1 && figures.front().begin == 0 &&
           (figures.front().modifier.empty() || figures.front().modifier == row.modifier);
}

}  // namespace

bool is_sure(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (!row.target || !row.result || row.state != ReportState::done) return false;
    if (!has_same_unit(row.unit, row.result_unit)) return false;
    constexpr double kSure = 0.75;
    if (row.confidence.value_or(0) < kSure && !is_plain_answer(sheet, measured, row)) return false;
    const auto taken =
        std::count_if(row.evidence.begin(), row.evidence.end(), [](const Evidence& one) { return one.taken; });
    const auto alike = std::count_if(measured.rows.begin(), measured.rows.end(), [&](const ProgressRow& one) {
        return has_same_unit(one.unit, row.unit) && one.modifier == row.modifier;
    });
    constexpr double kNoDoubt = 0.95;
    return taken == 1 && (alike == 1 || *row.confidence >= kNoDoubt) && !is_total_of_each(sheet, measured, row);
}

bool wants_less(const MeasuredMeasure& measured, const ProgressRow& row) {
    if (falls(row.comparator)) return true;
    if (row.baseline && row.target && row.baseline->to_double() > row.target->to_double()) return true;
    if (row.target && row.target->mantissa == 0) return true;
    // 滞納額の収納, 未登記道路の解消: work on what there is too much of.
    if (find_phrase<kMore>(row.indicator) || find_phrase<kMore>(measured.measure.action.text)) return false;
    return find_phrase<kLess>(row.indicator) || find_phrase<kLess>(measured.measure.action.text) ||
           find_phrase<kLess>(measured.measure.target.text);
}

namespace {

// What a text says of a figure: 1 an increase, -1 a decrease; 0 neither, or both.
int told_change(const DocumentScope& page, const SourcedText& text, const Decimal& value, std::string_view unit) {
    const Quantity* found = find_figure(page, text, value, unit);
    if (!found) return 0;
    const ChangeSign sign = sign_of_change(text.text, *found);
    if (sign.front * sign.behind < 0) return 0;
    return sign.front ? sign.front : sign.behind;
}

}  // namespace

std::optional<ProgressRow> answer_by_change(const SheetScope& sheet, const MeasuredMeasure& measured,
                                            const ProgressRow& row) {
    if (!row.target || told_change(sheet.page, measured.measure.target, *row.target, row.unit) == 0)
        return std::nullopt;
    return answer_by_only_figure(sheet, measured, row);
}

std::optional<ProgressRow> answer_by_only_figure(const SheetScope& sheet, const MeasuredMeasure& measured,
                                                 const ProgressRow& row) {
    if (!row.target || row.result) return std::nullopt;
    const Quantity* only = nullptr;
    for (const Quantity& one : sheet.page.quantities(text_of(measured.measure, report_field(row.against)))) {
        if (!has_same_unit(one.unit, row.unit)) continue;
        if (only || one.role != QuantityRole::value || one.state == ReportState::planned) return std::nullopt;
        only = &one;
    }
    if (!only) return std::nullopt;
    ProgressRow answered = row;
    answered.result = only->value;
    answered.result_unit = only->unit;
    return answered;
}

std::optional<bool> is_change_reached(const SheetScope& sheet, const MeasuredMeasure& measured,
                                      const ProgressRow& row) {
    if (falls(row.comparator) || row.comparator == Comparator::about) return std::nullopt;
    const int wanted = told_change(sheet.page, measured.measure.target, *row.target, row.unit);
    const SourcedText& report = text_of(measured.measure, report_field(row.against));
    const int got = wanted ? told_change(sheet.page, report, *row.result, row.result_unit) : 0;
    if (wanted == 0 || got == 0) return std::nullopt;
    const double target = std::abs(row.target->to_double()) * find_unit(row.unit).factor;
    const double result = std::abs(row.result->to_double()) * find_unit(row.result_unit).factor;
    return wanted == got && result >= target;
}

bool is_reached(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    if (const auto reached = is_change_reached(sheet, measured, row)) return *reached;
    const double target = row.target->to_double() * find_unit(row.unit).factor;
    const double result = row.result->to_double() * find_unit(row.result_unit).factor;
    // 2％減 answered by ▲2.3％: one says with a word what the other says with a sign.
    if (target > 0 && result < 0) return -result >= target;
    if (target < 0 && result > 0) return true;
    switch (row.comparator) {
        case Comparator::less_than:
            return result < target;
        case Comparator::at_most:
            return result <= target;
        case Comparator::more_than:
            return result > target;
        case Comparator::about: {
            constexpr double kAbout = 0.1;
            return std::abs(result - target) <= kAbout * std::abs(target) || result >= target;
        }
        default:
            // ▲5％ is reached by ▲5.4％; and of what the name alone calls bad, nobody can say which way is meant.
            if (target < 0) return result <= target;
            if (target == 0) return result <= target;
            return wants_less(measured, row) || result >= target;
    }
}

bool has_reached(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row) {
    return row.target && row.result && row.state == ReportState::done && is_reached(sheet, measured, row);
}

bool shares_word(std::string_view a, std::string_view b) {
    const auto is_letter = [](char32_t c) { return is_kanji(c) || is_katakana(c); };
    for (std::size_t at = 0; at < a.size();) {
        const CodePoint first = decode_at(a, at);
        const CodePoint second = decode_at(a, at + first.length);
        if (is_letter(first.value) && is_letter(second.value) &&
            b.find(a.substr(at, first.length + second.length)) != std::string_view::npos)
            return true;
        at += first.length;
    }
    return false;
}

namespace {

bool is_plain_figure(const Quantity& quantity) {
    return quantity.role == QuantityRole::value && !quantity.unit.empty() && quantity.state != ReportState::planned;
}

// 12件、延べ341人 against 12回、延べ600人: a report that follows its target figure by figure, but for one unit.
const Quantity* find_in_place_of(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                                 std::string_view text, const std::vector<Quantity>& report) {
    const std::vector<Quantity>& target = sheet.page.quantities(measured.measure.target);
    if (measured.rows.size() < 2 || target.size() != measured.rows.size() || report.size() < target.size())
        return nullptr;
    const Quantity* other = nullptr;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (!is_plain_figure(target[i]) || !is_plain_figure(report[i])) return nullptr;
        if (has_same_unit(target[i].unit, report[i].unit)) continue;
        if (other || !has_same_unit(target[i].unit, row.unit)) return nullptr;
        other = &report[i];
    }
    if (!other || other->value.mantissa == 0 || other->unit == "%" || stand_for_each_other(row.unit, other->unit))
        return nullptr;
    // 利用率 80％、在院 12日 answered by 78％で3ポイント増、12日: the figure comes later on.
    const auto counted = [](std::string_view words, const std::vector<Quantity>& figures, std::string_view unit) {
        return std::count_if(figures.begin(), figures.end(), [&](const Quantity& one) {
            return has_same_unit(one.unit, unit) && !is_in_brackets(words, one.begin);
        });
    };
    const std::string_view wanted = measured.measure.target.text;
    const bool given = counted(text, report, row.unit) >= counted(wanted, target, row.unit);
    return given || counted(wanted, target, other->unit) > 0 ? nullptr : other;
}

// Lengths, areas and weights, which never stand for one another.
bool is_measured(std::string_view unit) {
    constexpr std::array<std::string_view, 4> kMeasured = {"length", "area", "volume", "weight"};
    const UnitInfo info = find_unit(unit);
    return std::find(kMeasured.begin(), kMeasured.end(), info.family) != kMeasured.end();
}

// 410m（うち市有林 126m）against 85ha: the one figure that begins the report measures something else.
const Quantity* find_other_measure(const ProgressRow& row, const std::vector<Quantity>& report) {
    if (!is_measured(row.unit) || report.empty() || report.front().begin != 0) return nullptr;
    const Quantity& first = report.front();
    const auto has_unit = [&](const Quantity& one) { return has_same_unit(one.unit, row.unit); };
    if (!is_measured(first.unit) || first.value.mantissa == 0 || std::any_of(report.begin(), report.end(), has_unit))
        return nullptr;
    return &first;
}

}  // namespace

const Quantity* find_other_unit(const SheetScope& sheet, const MeasuredMeasure& measured, const ProgressRow& row,
                                FieldId field) {
    const SourcedText& text = text_of(measured.measure, field);
    const std::vector<Quantity>& quantities = sheet.page.quantities(text);
    if (const Quantity* other = find_in_place_of(sheet, measured, row, text.text, quantities)) return other;
    if (row.status != ProgressStatus::no_figure || measured.rows.size() != 1) return nullptr;
    if (const Quantity* other = find_other_measure(row, quantities)) return other;
    if (quantities.size() != 1) return nullptr;
    const Quantity& only = quantities.front();
    if (only.unit.empty() || row.unit.empty() || has_same_unit(row.unit, only.unit) || only.value.mantissa == 0)
        return nullptr;
    if (only.role != QuantityRole::value || only.state == ReportState::planned) return nullptr;
    const std::vector<Quantity>& target = sheet.page.quantities(measured.measure.target);
    const bool bare = only.begin == 0 && target.size() == 1 && target.front().begin == 0 && only.unit != "%" &&
                      row.unit != "%" && find_unit(only.unit).known && !stand_for_each_other(row.unit, only.unit);
    return bare || shares_word(row.indicator, text.text) ? &only : nullptr;
}

std::string_view name_in(std::string_view clause, std::string_view name) {
    constexpr std::size_t kLeast = 3;
    if (count_code_points(name) < kLeast) return {};
    if (clause.find(name) != std::string_view::npos) return name;
    const std::string_view subject = trim(clause.substr(0, std::min(clause.find("は"), clause.size())));
    const bool end_of_name =
        subject.size() < clause.size() && count_code_points(subject) >= kLeast && name.ends_with(subject);
    return end_of_name ? subject : std::string_view();
}

bool is_unbounded_rate(std::string_view words) { return find_phrase<kUnbounded>(words).has_value(); }
bool is_bounded_rate(std::string_view words) { return find_phrase<kRates>(words) && !find_phrase<kUnbounded>(words); }

bool gives_reason(std::string_view text) { return find_phrase<kReasons>(text).has_value(); }

namespace {

bool has_hiragana(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        if (point.value >= 0x3041 && point.value <= 0x3096) return true;
        at += point.length;
    }
    return false;
}

// A number that counts: ages, dates and classes do not.
bool has_figure(std::string_view text) {
    constexpr std::array<std::string_view, 7> kNames = {"代", "歳", "年", "月", "日", "か月", "期"};
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.length;
        if (!digit_value(point.value) || digit_value(decode_at(text, at).value)) continue;
        const std::string_view rest = text.substr(at);
        if (std::none_of(kNames.begin(), kNames.end(), [&](std::string_view one) { return rest.starts_with(one); }))
            return true;
    }
    return false;
}

// 申請が伸びず, 講師の都合がつかなかった: words of their own beside the figure. 努力したが says nothing yet.
// Behind the first sentence a figure is no longer the result.
bool tells_why(std::string_view clause, bool first_sentence) {
    constexpr std::size_t kLeast = 6;
    if (count_code_points(clause) < kLeast || clause.ends_with("が") || !has_hiragana(clause)) return false;
    return !(first_sentence && has_figure(clause)) && !find_phrase<kNoReason>(clause);
}

}  // namespace

bool explains_miss(std::string_view text) {
    if (gives_reason(text)) return true;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = text.size();
        std::size_t next = text.size();
        for (const std::string_view mark : {"。", "、", "（", "）", "\n"})
            if (const std::size_t found = text.find(mark, begin); found < end) {
                end = found;
                next = found + mark.size();
            }
        if (tells_why(trim(text.substr(begin, end - begin)),
                      text.substr(0, begin).find("。") == std::string_view::npos))
            return true;
        begin = next;
    }
    return false;
}

}  // namespace goalsheet::rules
