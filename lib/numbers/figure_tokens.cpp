// SPDX-License-Identifier: MIT
#include "numbers/figure_tokens.hpp"

#include <utility>

namespace goalsheet::match {
namespace {

using numbers::Glyphs;
using numbers::GlyphSet;
using numbers::Span;
using Kind = TokenKind;
using Token = FigureToken;

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

bool at_line_start(const Glyphs& g, std::size_t i) { return i == 0 || is_one_of(g.text[i - 1], U"\n\r "); }

bool is_bullet(const Glyphs& g, std::size_t i) {
    const char32_t c = g.text[i];
    if (c >= 0x2460 && c <= 0x2473) return true;  // ①–⑳
    return at_line_start(g, i) && is_one_of(c, U"・○●◎◆◇■□▪•◯＊*-－");
}

// A bracket on the line below its figure still belongs to it; (1) and （ア） begin something new.
bool goes_on_with_bracket(const Glyphs& g, std::size_t i) {
    while (i < g.size() && is_one_of(g.text[i], U" \n\r")) ++i;
    return g.at(i) == U'(' && g.at(i + 1) != 0 && g.at(i + 2) != U')' && g.at(i + 3) != U')';
}

Kind kind_at(const Glyphs& g, std::size_t i) {
    const char32_t c = g.text[i];
    static constexpr GlyphSet kMarks =
        U"・○●◎◆◇■□▪•◯＊*-－\n\r |。;；｡!?、,､:=(〔[{)〕]}】/→×※【";  // of all kinds below
    if (!kMarks.contains(c) && !(c >= U'①' && c <= U'⑳')) return Kind::word;
    if (is_bullet(g, i)) return Kind::stop;
    if ((c == U'\n' || c == U'\r') && goes_on_with_bracket(g, i)) return Kind::gap;
    if (c == U' ' || c == U'|') return Kind::gap;
    if (is_one_of(c, U"\n\r。;；｡!?")) return Kind::stop;
    if (is_one_of(c, U"、,､")) return Kind::comma;
    if (is_one_of(c, U":=")) return Kind::colon;
    if (is_one_of(c, U"(〔[{")) return Kind::open;
    if (is_one_of(c, U")〕]}】")) return Kind::close;
    if (c == U'・') return Kind::dot;
    if (c == U'/') return Kind::slash;
    if (c == U'→') return Kind::arrow;
    if (c == U'×') return Kind::times;
    if (c == U'※') return Kind::remark;
    if (c == U'【') return at_line_start(g, i) || g.text[i - 1] == U'。' ? Kind::stop : Kind::open;
    return Kind::word;
}

// A dot, a slash or × inside a name (物販・PRイベント) is a letter of it; only beside a figure it parts.
bool parts_only_figures(Kind kind) { return kind == Kind::dot || kind == Kind::slash || kind == Kind::times; }

class Lexer {
public:
    Lexer(const Glyphs& g, const std::vector<Span>& figures) : g_(g), figures_(figures) {}

    std::vector<Token> run() {
        tokens_.reserve(4 * figures_.size() + 8);
        std::size_t figure = 0;
        for (std::size_t i = 0; i < g_.size();) {
            while (figure < figures_.size() && figures_[figure].begin < i) ++figure;
            if (figure < figures_.size() && figures_[figure].begin == i) {
                tokens_.push_back({Kind::figure, figures_[figure], figure, 0});
                i = figures_[figure++].end;
            } else {
                add_glyph(i, figure);
                ++i;
            }
        }
        match_brackets();
        return std::move(tokens_);
    }

private:
    void add_glyph(std::size_t i, std::size_t next_figure) {
        Kind kind = kind_at(g_, i);
        if (parts_only_figures(kind)) {
            const bool after = !tokens_.empty() && tokens_.back().kind == Kind::figure;
            const bool before = next_figure < figures_.size() && figures_[next_figure].begin == i + 1;
            if (!after && !before) kind = Kind::word;
        }
        if (kind == Kind::word && !tokens_.empty() && tokens_.back().kind == Kind::word)
            tokens_.back().span.end = i + 1;
        else
            tokens_.push_back({kind, {i, i + 1}, 0, 0});
    }

    // A bracket without its other half is only a pause.
    void match_brackets() {
        std::vector<std::size_t> open;
        for (std::size_t t = 0; t < tokens_.size(); ++t) {
            if (tokens_[t].kind == Kind::open) open.push_back(t);
            if (tokens_[t].kind != Kind::close) continue;
            if (open.empty() || closing(open.back()) != g_.text[tokens_[t].span.begin]) {
                tokens_[t].kind = Kind::gap;
                continue;
            }
            tokens_[t].match = open.back();
            tokens_[open.back()].match = t;
            open.pop_back();
        }
        for (const std::size_t t : open) tokens_[t].kind = Kind::gap;
    }

    char32_t closing(std::size_t open) const {
        constexpr std::u32string_view kOpen = U"(〔[{【";
        constexpr std::u32string_view kClose = U")〕]}】";
        return kClose[kOpen.find(g_.text[tokens_[open].span.begin])];
    }

    const Glyphs& g_;
    const std::vector<Span>& figures_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<FigureToken> find_tokens(const Glyphs& g, const std::vector<Span>& figures) {
    return Lexer(g, figures).run();
}

}  // namespace goalsheet::match
