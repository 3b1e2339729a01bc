// SPDX-License-Identifier: MIT
#include "validate/scope/template_text.hpp"

#include <algorithm>
#include <array>

#include "goalsheet/text.hpp"

namespace goalsheet::rules {
namespace {

constexpr std::array<std::string_view, 19> kPlaceholders = {"○○",
                                                            "〇〇",
                                                            "◯◯",
                                                            "●●",
                                                            "△△",
                                                            "□□",
                                                            "××",
                                                            "＊＊",
                                                            "（例）",
                                                            "(例)",
                                                            "【例】",
                                                            "記入してください",
                                                            "記載してください",
                                                            "入力してください",
                                                            "ご記入ください",
                                                            "ここに記入",
                                                            "ここに入力",
                                                            "を記入すること",
                                                            "を記載すること"};
constexpr std::array<std::string_view, 3> kCircles = {"○", "〇", "◯"};
constexpr std::array<std::string_view, 14> kCounters = {"年度", "月", "日", "件", "回", "人",   "名",
                                                        "社",   "本", "台", "%",  "％", "箇所", "か所"};

// What a form prints in brackets behind its labels: （何をどのように） without the brackets.
std::vector<std::string_view> split_guide(std::string_view guide) {
    std::vector<std::string_view> parts;
    std::size_t open = guide.find("（");
    while (open != std::string_view::npos) {
        const std::size_t begin = open + std::string_view("（").size();
        const std::size_t close = guide.find("）", begin);
        if (close == std::string_view::npos) break;
        parts.push_back(guide.substr(begin, close - begin));
        open = guide.find("（", close);
    }
    return parts;
}

// A guide counts when it stands in brackets or is all there is: its words may well occur in a sentence.
std::optional<Phrase> find_guide(std::string_view text, std::string_view guide) {
    const std::size_t at = text.find(guide);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t end = at + guide.size();
    const char32_t before = decode_before(text, at).value;
    const char32_t after = decode_at(text, end).value;
    if (before == U'（' || before == '(')
        return Phrase{at - decode_before(text, at).length, end + decode_at(text, end).length};
    if (after == U'）' || after == ')' || trim(text) == guide) return Phrase{at, end};
    return std::nullopt;
}

// The end of ○件, ○月 (までに): one circle in place of a figure. At the start of a line it is a mark, as in ○人材育成.
std::optional<std::size_t> end_of_blank_figure(std::string_view text, const Phrase& circle) {
    const std::string_view behind = text.substr(circle.end);
    const auto counter =
        std::find_if(kCounters.begin(), kCounters.end(), [&](std::string_view one) { return behind.starts_with(one); });
    if (counter == kCounters.end()) return std::nullopt;
    const std::string_view rest = behind.substr(counter->size());
    const char32_t next = decode_at(rest, 0).value;
    const bool heads_line = circle.begin == 0 || text[circle.begin - 1] == '\n';
    const bool ends = rest.empty() || is_space(next) || next == U'、' || next == U'。' || next == U'）' || next == ')';
    const bool goes_on = !heads_line && (rest.starts_with("ま") || rest.starts_with("以") || rest.starts_with("程"));
    return ends || goes_on ? std::optional(circle.end + counter->size()) : std::nullopt;
}

// 【記入例】, 記入例： and 記入例 alone. 記入例の動画を公開した tells of one.
std::optional<Phrase> find_example_heading(std::string_view text) {
    constexpr std::string_view kWord = "記入例";
    constexpr std::u32string_view kOpen = U"（(【［[〔《\n";
    constexpr std::u32string_view kClose = U"）)】］]〕》\n：:";
    for (std::size_t at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + kWord.size())) {
        const std::size_t end = at + kWord.size();
        const bool begins = at == 0 || kOpen.find(decode_before(text, at).value) != std::u32string_view::npos;
        const char32_t next = decode_at(text, end).value;
        if (begins && (end == text.size() || is_space(next) || kClose.find(next) != std::u32string_view::npos))
            return Phrase{at, end};
    }
    return std::nullopt;
}

std::optional<Phrase> find_blank_figure(std::string_view text) {
    for (auto circle = find_phrase<kCircles>(text); circle; circle = find_phrase<kCircles>(text, circle->end))
        if (const auto end = end_of_blank_figure(text, *circle)) return Phrase{circle->begin, *end};
    return std::nullopt;
}

}  // namespace

TemplateText::TemplateText(const Form& form) : guides_(list_guides(form)), all_(list_all()), any_(all_) {}

std::vector<std::string_view> TemplateText::list_guides(const Form& form) {
    std::vector<std::string_view> guides;
    for (const FormField& known : form.fields())
        for (const std::string_view guide : split_guide(known.guide))
            if (!guide.empty()) guides.push_back(guide);
    return guides;
}

std::vector<std::string_view> TemplateText::list_all() const {
    std::vector<std::string_view> all = guides_;
    all.insert(all.end(), kPlaceholders.begin(), kPlaceholders.end());
    all.insert(all.end(), kCircles.begin(), kCircles.end());
    all.emplace_back("記入例");
    return all;
}

std::optional<Phrase> TemplateText::find(std::string_view text) const {
    if (!any_.find(text)) return std::nullopt;
    for (const std::string_view guide : guides_)
        if (const auto found = find_guide(text, guide)) return found;
    if (const auto found = find_phrase<kPlaceholders>(text)) return found;
    if (const auto found = find_example_heading(text)) return found;
    return find_blank_figure(text);
}

}  // namespace goalsheet::rules
