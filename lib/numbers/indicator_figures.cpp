// SPDX-License-Identifier: MIT
#include "numbers/indicator_figures.hpp"

#include <algorithm>

#include "numbers/figure_tokens.hpp"
#include "numbers/indicator_words.hpp"

namespace goalsheet::match {
namespace {

// Words looked at on either side of a figure. Labels of real targets have under 60 characters.
constexpr std::size_t kMaxWords = 160;

using Kind = TokenKind;
using Token = FigureToken;

// Gives the words of one clause (tokens without a stop, inner brackets as one item) to its figures.
class Clause {
public:
    Clause(FigureText& out, const std::vector<Token>& tokens, std::vector<std::size_t> items)
        : out_(out), tokens_(tokens), items_(std::move(items)) {}

    bool assign(std::size_t number, Span heading, bool bracketed, std::optional<std::size_t> host) {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (token(i).kind == Kind::figure) places.push_back(i);
        if (places.empty()) return false;
        for (std::size_t k = 0; k < places.size(); ++k) {
            Figure& f = figure(places[k]);
            f.clause = number;
            f.heading = heading;
            f.bracketed = bracketed;
            f.host = host;
            if (k > 0) f.previous = token(places[k - 1]).figure;
        }
        figure(places.front()).head = cap_head(range(0, places.front()));
        for (std::size_t k = 0; k + 1 < places.size(); ++k) split(places[k], places[k + 1]);
        close(places.back());
        return true;
    }

private:
    const Token& token(std::size_t i) const { return tokens_[items_[i]]; }
    Figure& figure(std::size_t i) { return out_.figures[token(i).figure]; }

    // An inner bracket is one item: its open token. It ends where its close ends.
    std::size_t item_end(std::size_t i) const {
        const Token& t = token(i);
        return t.kind == Kind::open ? tokens_[t.match].span.end : t.span.end;
    }
    Span range(std::size_t from, std::size_t to) const {
        if (from >= to) return {};
        return {token(from).span.begin, item_end(to - 1)};
    }
    static Span cap_head(Span s) { return {s.end - std::min(s.end - s.begin, kMaxWords), s.end}; }
    static Span cap(Span s) { return {s.begin, std::min(s.end, s.begin + kMaxWords)}; }

    bool is_pause(std::size_t i) const {
        const Kind kind = token(i).kind;
        return kind != Kind::word && kind != Kind::open && kind != Kind::figure;
    }
    std::size_t skip_fastened(std::size_t i, std::size_t end) const {
        while (i < end && !is_pause(i)) ++i;
        return i;
    }
    void set_note(Figure& f, std::size_t from, std::size_t to) const {
        for (std::size_t i = from; i < to; ++i) {
            if (token(i).kind != Kind::open) continue;
            const Span inside{token(i).span.end, tokens_[token(i).match].span.begin};
            if (f.note.empty()) f.note = cap(inside);
        }
    }

    // The end of what is fastened to the figure at `place`: words, brackets, and a bare state or bracket after a space.
    std::size_t tail_end(std::size_t place, std::size_t end) const {
        std::size_t i = skip_fastened(place + 1, end);
        while (i + 1 < end && token(i).kind == Kind::gap) {
            const bool note = token(i + 1).kind == Kind::open && (i + 2 >= end || is_pause(i + 2));
            const bool state = token(i + 1).kind == Kind::word &&
                               (is_bare_state(words(i + 1)) || (i == place + 1 && is_short_state(words(i + 1))));
            const bool of_next = state && i + 2 == end && end < items_.size();  // 新設2基 修繕4基
            if ((!note && !state) || of_next) break;
            i = skip_fastened(i + 1, end);
        }
        return i;
    }
    std::u32string_view words(std::size_t i) const { return out_.words(token(i).span); }

    Link link_of(std::size_t from, std::size_t to) const {
        Link link = Link::fastened;
        for (std::size_t i = from; i < to; ++i) {
            switch (token(i).kind) {
                case Kind::arrow:
                    return Link::arrow;
                case Kind::slash:
                    link = Link::slash;
                    break;
                case Kind::times:
                    link = Link::times;
                    break;
                case Kind::dot:
                    link = Link::dot;
                    break;
                case Kind::comma:
                case Kind::gap:
                case Kind::colon:
                    if (link == Link::fastened) link = Link::pause;
                    break;
                default:
                    break;
            }
        }
        return link;
    }

    void split(std::size_t left, std::size_t right) {
        Figure& f = figure(left);
        Figure& next = figure(right);
        next.link = link_of(left + 1, right);
        std::size_t tail = tail_end(left, right);
        std::size_t head = tail;
        if (next.link == Link::fastened)
            head = fastened_head(left, right, tail);
        else if (tail == right)
            head = tail = token(right - 1).kind == Kind::open && right - 1 > left + 1 ? right - 1 : right;
        else
            head = is_shared(left, tail, right) ? left + 1 : next_head(tail, right);
        f.tail = cap(range(left + 1, tail));
        f.rest = cap(range(tail, std::max(tail, head)));
        set_note(f, left + 1, tail);
        next.head = cap_head(range(std::min(head, right), right));
    }

    // 25校を対象とした防災教室 10回: words that go on from one figure lead to the next with only a space before it.
    bool is_shared(std::size_t left, std::size_t tail, std::size_t right) const {
        const bool particle = token(left + 1).kind == Kind::word && is_hiragana_glyph(words(left + 1).front());
        for (std::size_t i = tail; i < right; ++i)
            if (token(i).kind != Kind::gap) return false;
        return particle;
    }

    // 企画展3回文学散歩2回, 5地区で3回, 3回開催60人参加: words without a pause between two figures.
    std::size_t fastened_head(std::size_t left, std::size_t right, std::size_t& tail) const {
        std::size_t first = left + 1;
        while (first < right && token(first).kind == Kind::open) ++first;
        if (first == right) return first > left + 1 ? left + 1 : right;
        if (is_hiragana_glyph(words(first).front())) return first;
        if (says_out_of(words(first))) return tail = first;
        if (starts_with_verb(words(first)) || starts_with_change(words(first))) return right;
        tail = first;
        return first;
    }

    // Where the words of the figure at `right` begin: behind the last piece before it that ends a statement.
    std::size_t next_head(std::size_t from, std::size_t right) const {
        std::size_t head = from;
        bool nearest = true;
        for (std::size_t i = right; i-- > from;) {
            if (!is_pause(i)) continue;
            if (nearest) {
                nearest = i + 1 >= right;  // a pause just before the figure parts nothing from it
                if (nearest) continue;
            }
            nearest = false;
            if (i > from && token(i - 1).kind == Kind::word && ends_statement(words(i - 1))) {
                head = i;
                break;
            }
        }
        return head;
    }

    void close(std::size_t place) {
        Figure& f = figure(place);
        const std::size_t end = items_.size();
        const std::size_t tail = tail_end(place, end);
        f.tail = cap(range(place + 1, tail));
        f.rest = cap(range(tail, end));
        set_note(f, place + 1, tail);
    }

    FigureText& out_;
    const std::vector<Token>& tokens_;
    std::vector<std::size_t> items_;
};

// Walks the tokens once, brackets on a stack, and closes a clause at every stop.
class Walker {
public:
    Walker(FigureText& out, const std::vector<Token>& tokens) : out_(out), tokens_(tokens) { frames_.emplace_back(); }

    void run() {
        for (std::size_t t = 0; t < tokens_.size(); ++t) take(t);
        finish(frames_.back());
    }

private:
    struct Frame {
        std::vector<std::size_t> items;
        Span heading;
        std::optional<std::size_t> host;
        bool bracketed = false;
        bool remark = false;
        std::optional<std::size_t> last_figure;
    };

    void take(std::size_t t) {
        const Token& token = tokens_[t];
        Frame& frame = frames_.back();
        switch (token.kind) {
            case Kind::open:
                frame.items.push_back(t);
                enter(frame);
                break;
            case Kind::close:
                finish(frames_.back());
                frames_.pop_back();
                break;
            case Kind::stop:
                finish(frame);
                frame.remark = frame.remark && out_.glyphs.text[token.span.begin] != U'\n';
                break;
            case Kind::remark:
                finish(frame);
                frame.remark = true;
                break;
            default:
                frame.items.push_back(t);
        }
    }

    void enter(const Frame& outer) {
        Frame inner;
        inner.bracketed = true;
        inner.host = host_of(outer.items);
        if (!inner.host) inner.heading = words_before(outer.items);
        frames_.push_back(std::move(inner));
    }

    // The figure a bracket explains: it stands before it, perhaps with its own words or other brackets between.
    std::optional<std::size_t> host_of(const std::vector<std::size_t>& items) const {
        std::size_t i = items.size() - 1;  // the bracket itself
        if (i > 0 && tokens_[items[i - 1]].kind == Kind::gap) --i;
        for (; i > 0; --i) {
            const Token& before = tokens_[items[i - 1]];
            if (before.kind == Kind::figure) return before.figure;
            if (before.kind != Kind::word && before.kind != Kind::open) break;
        }
        return std::nullopt;
    }

    Span words_before(const std::vector<std::size_t>& items) const {
        std::size_t first = items.size() - 1;
        while (first > 0 && tokens_[items[first - 1]].kind != Kind::figure) --first;
        const Span span{tokens_[items[first]].span.begin, tokens_[items.back()].span.begin};
        return {std::max(span.begin, span.end - std::min(span.end, kMaxWords)), span.end};
    }

    void finish(Frame& frame) {
        std::vector<std::size_t> items = std::move(frame.items);
        frame.items.clear();
        if (items.empty()) return;
        const Span all{tokens_[items.front()].span.begin, tokens_[items.back()].span.end};
        const std::size_t last = items.back();
        std::optional<std::size_t> last_figure = frame.last_figure;
        for (const std::size_t t : items)
            if (tokens_[t].kind == Kind::figure) last_figure = tokens_[t].figure;
        const auto host = frame.remark && !frame.bracketed ? frame.last_figure : frame.host;
        Clause clause(out_, tokens_, std::move(items));
        const bool has_figures = clause.assign(clauses_++, frame.heading, frame.bracketed || frame.remark, host);
        if (!has_figures && !frame.bracketed && !frame.remark)
            frame.heading = {
                all.begin, std::min(tokens_[last].kind == Kind::open ? tokens_[tokens_[last].match].span.end : all.end,
                                    all.begin + kMaxWords)};
        if (!frame.remark) frame.last_figure = last_figure;
    }

    FigureText& out_;
    const std::vector<Token>& tokens_;
    std::vector<Frame> frames_;
    std::size_t clauses_ = 0;
};

// The place of the close that belongs to a quote or mark opened at i, within reach; i where there is none.
std::size_t close_of(const Glyphs& g, std::size_t i, char32_t close, std::size_t reach) {
    const auto found = g.slice(i, std::min(g.size(), i + reach)).find(close);
    return found == std::u32string_view::npos ? i : i + found;
}

// Struck-out text counts for nothing: only blanks are left of it.
void blank_struck_out(Glyphs& g) {
    for (std::size_t i = 0; i < g.size(); ++i) {
        if (!g.starts_with(i, U"[取消線")) continue;
        const std::size_t end = close_of(g, i, U']', g.size());
        if (end == i) return;  // never closed, and so is none after it
        for (; i <= end; ++i) g.text[i] = U' ';
        --i;
    }
}

// 「1日1万歩」運動: a figure in a quotation is part of a name. Empty where nothing is quoted.
std::vector<bool> mark_names(const Glyphs& g) {
    constexpr std::size_t kLongestName = 60;
    if (std::none_of(g.text.begin(), g.text.end(), [](char32_t c) { return c == U'「' || c == U'『'; })) return {};
    std::vector<bool> name(g.size(), false);
    for (std::size_t i = 0; i < g.size(); ++i) {
        if (g.text[i] != U'「' && g.text[i] != U'『') continue;
        const std::size_t end = close_of(g, i, g.text[i] == U'「' ? U'」' : U'』', kLongestName);
        const bool all = i <= 1 && end + 2 >= g.size();  // 「毎年度200億円を確保する」: the text itself is quoted
        for (; i < end; ++i) name[i] = !all;
    }
    return name;
}

std::size_t glyph_at(const Glyphs& g, std::size_t byte, std::size_t from) {
    while (from < g.size() && g.offsets[from] < byte) ++from;
    return from;
}

}  // namespace

FigureText read_figures(std::string_view text) { return read_figures(text, find_quantities(text)); }

FigureText read_figures(std::string_view text, std::vector<Quantity> quantities) {
    FigureText out;
    out.source = text;
    out.glyphs = fold_glyphs(text);
    blank_struck_out(out.glyphs);
    const std::vector<bool> name = mark_names(out.glyphs);
    std::vector<Span> spans;
    std::size_t at = 0;
    for (Quantity& quantity : quantities) {
        Figure figure;
        figure.span.begin = at = glyph_at(out.glyphs, quantity.begin, at);
        figure.span.end = at = glyph_at(out.glyphs, quantity.end, at);
        const bool struck = !figure.span.empty() && out.glyphs.text[figure.span.begin] == U' ';
        if (figure.span.empty() || struck || (!name.empty() && name[figure.span.begin])) continue;
        figure.quantity = std::move(quantity);
        spans.push_back(figure.span);
        out.figures.push_back(std::move(figure));
    }
    const std::vector<Token> tokens = find_tokens(out.glyphs, spans);
    Walker(out, tokens).run();
    return out;
}

}  // namespace goalsheet::match
