// SPDX-License-Identifier: MIT
#include "write/summary/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

#include "goalsheet/text.hpp"
#include "model/sdgs/sdgs.hpp"
#include "tables/summary_tables.hpp"
#include "text/escape.hpp"
#include "write/summary/charts.hpp"

namespace goalsheet {
namespace {

constexpr double kWidth = 420;  // scaled to a phone's width its letters stay readable
constexpr double kBarPitch = 26;
constexpr double kBarHeight = 18;
constexpr double kUnitWidth = 7;  // of half a full-width character at 12 px
constexpr double kAxisHeight = 26;
constexpr double kLegendHeight = 26;
constexpr double kDigitWidth = 7;
constexpr std::size_t kMostNameColumns = 20;

struct Piece {
    std::string name;
    const char* style;  ///< class of the page
    std::size_t value;
};
struct Bar {
    std::string name;
    std::vector<Piece> pieces;

    std::size_t total() const {
        std::size_t sum = 0;
        for (const Piece& piece : pieces) sum += piece.value;
        return sum;
    }
};

/// 1, 2, 5, 10, 20 … so that the axis has at most eight steps.
double nice_step(double longest) {
    double step = 1;
    for (int i = 0; longest / step > 8; ++i) step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

/// An SVG element while it is written. Coordinates are pixels of a drawing kWidth wide.
class Drawing {
public:
    Drawing(const std::string& id, double height, const std::string& title, const std::string& description) : id_(id) {
        out_ = fmt::format(
            "<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-labelledby=\"{}-t {}-d\">"
            "<title id=\"{}-t\">{}</title><desc id=\"{}-d\">{}</desc>",
            kWidth, height, id, id, id, escape_xml(title), id, escape_xml(description));
    }

    // Slanting lines: told apart from the others without colour.
    void define_pattern() {
        out_ += fmt::format(
            "<defs><pattern id=\"{}-p\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
            "patternTransform=\"rotate(45)\"><rect class=\"late-ground\" width=\"6\" height=\"6\"/>"
            "<line class=\"late-line\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>",
            id_);
    }
    void rect(double x, double y, double width, double height, const std::string& style, const std::string& words) {
        const std::string fill = style == "late" ? fmt::format(" fill=\"url(#{}-p)\"", id_) : "";
        out_ += fmt::format("<rect class=\"{}\"{} x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\">", style,
                            fill, x, y, width, height);
        if (!words.empty()) out_ += fmt::format("<title>{}</title>", escape_xml(words));
        out_ += "</rect>";
    }
    void text(double x, double y, const char* anchor, const std::string& style, const std::string& words) {
        out_ += fmt::format("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>", style, x, y,
                            anchor, escape_xml(words));
    }
    void line(double x1, double y1, double x2, double y2) {
        out_ += fmt::format("<line class=\"grid\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>", x1, y1,
                            x2, y2);
    }
    // Where a target is reached.
    void hundred(double x, double top, double bottom) {
        out_ += fmt::format(
            "<line class=\"hundred\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" "
            "x2=\"{0:.1f}\" y2=\"{2:.1f}\"/>",
            x, top, bottom);
    }
    std::string finish() { return std::move(out_) + "</svg>"; }

private:
    std::string id_;
    std::string out_;
};

double name_room(const std::vector<Bar>& bars) {
    std::size_t columns = 4;
    for (const Bar& bar : bars) columns = std::max(columns, std::min(display_width(bar.name), kMostNameColumns));
    return static_cast<double>(columns) * kUnitWidth + 12;
}

void draw_axis(Drawing& drawing, double left, double bottom, double top, double longest, double scale, double step) {
    for (double value = 0; value <= longest + 0.001; value += step) {
        drawing.line(left + value * scale, top, left + value * scale, bottom);
        drawing.text(left + value * scale, bottom + 16, "middle", "axis", fmt::format("{:.0f}", value));
    }
}

void draw_name(Drawing& drawing, double left, double y, const std::string& name) {
    drawing.text(left - 8, y + 13.5, "end", "name", cut_to_width(name, kMostNameColumns));
}

void draw_legend(Drawing& drawing, const std::vector<Piece>& pieces, double left) {
    for (const Piece& piece : pieces) {
        drawing.rect(left, 6, 14, 12, piece.style, "");
        drawing.text(left + 19, 16.5, "start", "name", piece.name);
        left += 19 + static_cast<double>(display_width(piece.name)) * kUnitWidth + 16;
    }
}

std::string digits_of(const Piece& piece) { return fmt::format("{}", piece.value); }

// A narrower piece has no room for its number; it is said behind the bar.
bool has_room(const Piece& piece, double scale) {
    return static_cast<double>(piece.value) * scale >= static_cast<double>(digits_of(piece).size()) * kDigitWidth + 2;
}

std::string words_behind(const Bar& bar, double scale) {
    std::string words;
    for (const Piece& piece : bar.pieces)
        if (piece.value != 0 && !has_room(piece, scale))
            words += fmt::format("{}{}{}", words.empty() ? "" : " ", piece.name, piece.value);
    return words;
}

// Pixels of one count. What stands behind the bars takes from their width, and a narrower bar may leave more behind.
double scale_of(const std::vector<Bar>& bars, double left, double longest) {
    double scale = (kWidth - left - 8) / longest;
    for (int again = 0; again < 4; ++again) {
        double end = 0;
        for (const Bar& bar : bars) {
            const auto words = static_cast<double>(display_width(words_behind(bar, scale)));
            end = std::max(end, static_cast<double>(bar.total()) * scale + words * kUnitWidth);
        }
        const double room = kWidth - left - 12;
        if (end <= room) break;
        scale *= std::max(0.4, room / end * 0.97);
    }
    return scale;
}

std::string stacked_svg(const std::string& id, const std::string& title, const std::vector<Bar>& bars,
                        const std::string& description) {
    const double left = name_room(bars);
    std::size_t longest = 1;
    for (const Bar& bar : bars) longest = std::max(longest, bar.total());
    const double scale = scale_of(bars, left, static_cast<double>(longest));
    const double bottom = kLegendHeight + kBarPitch * static_cast<double>(bars.size());
    Drawing drawing(id, bottom + kAxisHeight, title, description);
    drawing.define_pattern();
    if (!bars.empty()) draw_legend(drawing, bars.front().pieces, 8);
    draw_axis(drawing, left, bottom, kLegendHeight, static_cast<double>(longest), scale,
              nice_step(static_cast<double>(longest)));
    double y = kLegendHeight + (kBarPitch - kBarHeight) / 2;
    for (const Bar& bar : bars) {
        draw_name(drawing, left, y, bar.name);
        double x = left;
        for (const Piece& piece : bar.pieces) {
            const double width = static_cast<double>(piece.value) * scale;
            if (piece.value == 0) continue;
            drawing.rect(x, y, width, kBarHeight, piece.style,
                         fmt::format("{} {} {}件", bar.name, piece.name, piece.value));
            if (has_room(piece, scale)) drawing.text(x + width / 2, y + 13.5, "middle", piece.style, digits_of(piece));
            x += width;
        }
        drawing.text(x + 5, y + 13.5, "start", "axis", words_behind(bar, scale));
        y += kBarPitch;
    }
    return drawing.finish();
}

std::vector<Piece> standing_pieces(const SummaryCounts& counts) {
    constexpr const char* kStyles[] = {"on", "way", "late", "open", "none"};
    static_assert(std::size(kStyles) == kStandingCount);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < kStandingCount; ++i)
        pieces.push_back({standing_words(kStandings[i]).ja, kStyles[i], counts.count(kStandings[i])});
    return pieces;
}

std::string list_pieces(const std::vector<Piece>& pieces) {
    std::string words;
    for (const Piece& piece : pieces)
        words += fmt::format("{}{} {}件", words.empty() ? "" : "、", piece.name, piece.value);
    return words;
}

}  // namespace

std::string standings_svg(const SummaryYear& year, const std::string& id) {
    std::vector<Bar> bars;
    for (const SummaryDepartment& one : year.departments) bars.push_back({one.name, standing_pieces(one.counts)});
    return stacked_svg(
        id, "部門別の進捗（指標の件数）", bars,
        fmt::format("全体では{}。部ごとの値は部門別の表にある。", list_pieces(standing_pieces(year.total))));
}

std::string year_standings_svg(const Summary& summary, const std::string& id) {
    std::vector<Bar> bars;
    std::string words;
    for (const SummaryYear& year : summary.years) {
        bars.push_back({year_words(year.year), standing_pieces(year.total)});
        words += fmt::format("{}：{}。", bars.back().name, list_pieces(bars.back().pieces));
    }
    return stacked_svg(id, "年度別の進捗（指標の件数）", bars, words);
}

std::string rates_svg(const SummaryYear& year, const std::string& id) {
    const char* report = year.against == Against::final ? "期末" : "中間";
    std::vector<Bar> names;
    double most = 0;
    for (const SummaryDepartment& one : year.departments) {
        names.push_back({one.name, {}});
        most = std::max(most, percent_of(one.counts.rate(year.against).mean));
    }
    const double end = rate_axis_end(most);
    const double left = name_room(names);
    constexpr double kLabelRoom = 96;
    const double scale = (kWidth - left - kLabelRoom) / end;
    const double bottom = 6 + kBarPitch * static_cast<double>(names.size());
    const RateAverage& all = year.total.rate(year.against);
    Drawing drawing(id, bottom + kAxisHeight, fmt::format("部門別の平均{}達成率（%）", report),
                    all.n == 0 ? "算定できる指標がない。"
                               : fmt::format("全体の平均は{:.1f}%、算定{}件。部ごとの値は部門別の表にある。",
                                             percent_of(all.mean), all.n));
    // Steps that 100 is one of.
    draw_axis(drawing, left, bottom, 6, end, scale, end <= 200 ? 50 : 100 * std::ceil(end / 800));
    const auto words_of = [](const RateAverage& rate) {
        return rate.n == 0 ? "算定なし" : fmt::format("{:.1f}%（{}件）", percent_of(rate.mean), rate.n);
    };
    const auto for_each_bar = [&](const auto& draw) {
        double y = 6 + (kBarPitch - kBarHeight) / 2;
        for (const SummaryDepartment& one : year.departments) {
            const RateAverage& rate = one.counts.rate(year.against);
            draw(one.name, rate, y, percent_of(rate.mean) * scale);
            y += kBarPitch;
        }
    };
    for_each_bar([&](const std::string& name, const RateAverage& rate, double y, double width) {
        draw_name(drawing, left, y, name);
        if (rate.n != 0) drawing.rect(left, y, width, kBarHeight, "on", fmt::format("{} {}", name, words_of(rate)));
    });
    // Over the bars, but under the words.
    drawing.hundred(left + 100 * scale, 6, bottom);
    for_each_bar([&](const std::string&, const RateAverage& rate, double y, double width) {
        drawing.text(left + width + 6, y + 13.5, "start", "name", words_of(rate));
    });
    return drawing.finish();
}

std::string rate_bands_svg(const SummaryYear& year, const std::string& id) {
    const char* report = year.against == Against::final ? "期末" : "中間";
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < kRateBandCount; ++i)
        bars.push_back({rate_band_words(i).ja, {{"指標", "on", year.rate_bands[i]}}});
    std::string words;
    for (const Bar& bar : bars)
        words += fmt::format("{}{} {}件", words.empty() ? "" : "、", bar.name, bar.pieces.front().value);
    return stacked_svg(id, fmt::format("{}達成率の分布（指標の件数）", report), bars, words + "。");
}

std::string sdgs_svg(const SummaryYear& year, const std::string& id) {
    constexpr double kHeight = 240;
    constexpr double kLeft = 34;
    constexpr double kTop = 20;
    constexpr double kBottom = kHeight - 24;
    const std::size_t most = std::max<std::size_t>(1, *std::max_element(year.sdgs.begin(), year.sdgs.end()));
    const double scale = (kBottom - kTop) / static_cast<double>(most);
    std::string words;
    for (std::size_t i = 0; i < kSdgCount; ++i)
        if (year.sdgs[i] != 0)
            words += fmt::format("{}{} {} {}件", words.empty() ? "" : "、", i + 1, sdg_name(static_cast<int>(i) + 1),
                                 year.sdgs[i]);
    Drawing drawing(id, kHeight, "SDGsのゴール別の重点目標（件）",
                    words.empty() ? "SDGsを掲げる重点目標がない。" : words + "。");
    const double step = nice_step(static_cast<double>(most));
    for (double value = 0; value <= static_cast<double>(most) + 0.001; value += step) {
        drawing.line(kLeft, kBottom - value * scale, kWidth, kBottom - value * scale);
        drawing.text(kLeft - 6, kBottom - value * scale + 4, "end", "axis", fmt::format("{:.0f}", value));
    }
    constexpr double kPitch = (kWidth - kLeft) / static_cast<double>(kSdgCount);
    for (std::size_t i = 0; i < kSdgCount; ++i) {
        const double x = kLeft + kPitch * static_cast<double>(i);
        const double height = static_cast<double>(year.sdgs[i]) * scale;
        drawing.text(x + kPitch / 2, kBottom + 17, "middle", "axis", fmt::format("{}", i + 1));
        if (year.sdgs[i] != 0)
            drawing.rect(x + 5, kBottom - height, kPitch - 10, height, "on",
                         fmt::format("{} {} {}件", i + 1, sdg_name(static_cast<int>(i) + 1), year.sdgs[i]));
        drawing.text(x + kPitch / 2, kBottom - height - 5, "middle", "name", fmt::format("{}", year.sdgs[i]));
    }
    return drawing.finish();
}

}  // namespace goalsheet
