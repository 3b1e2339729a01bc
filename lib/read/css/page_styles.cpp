// SPDX-License-Identifier: MIT
#include "read/css/page_styles.hpp"

#include <algorithm>
#include <cctype>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

constexpr std::size_t kNestedBlocks = 8;  // @media in @supports in @layer

bool starts_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (std::tolower(static_cast<unsigned char>(text[i])) != word[i]) return false;
    return true;
}

// White space, comments and the <!-- --> that once hid sheets from old browsers.
std::size_t skip_between_rules(std::string_view css, std::size_t at) {
    while (at < css.size()) {
        const std::string_view rest = css.substr(at);
        if (std::isspace(static_cast<unsigned char>(css[at])) != 0 || css[at] == '}' || css[at] == ';')
            ++at;
        else if (rest.starts_with("<!--"))
            at += 4;
        else if (rest.starts_with("-->"))
            at += 3;
        else if (rest.starts_with("/*"))
            at = skip_css_token(css, at);
        else
            break;
    }
    return at;
}

// The { or ; that ends what a rule begins with.
std::size_t end_of_prelude(std::string_view css, std::size_t at) {
    while (at < css.size() && css[at] != '{' && css[at] != ';' && css[at] != '}') at = skip_css_token(css, at);
    return at;
}

// The } that closes the block opened at `at`.
std::size_t end_of_block(std::string_view css, std::size_t at) {
    std::size_t depth = 0;
    while (at < css.size()) {
        if (css[at] == '{') ++depth;
        if (css[at] == '}' && --depth == 0) return at;
        at = skip_css_token(css, at);
    }
    return css.size();
}

bool holds_rules_for_all(std::string_view prelude) {
    for (const std::string_view name : {"@supports", "@layer"})
        if (starts_with_word(prelude, name)) return true;
    return starts_with_word(prelude, "@media") &&
           is_for_every_screen(prelude.substr(std::string_view("@media").size()));
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \t\n\r\f", at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

bool is_for_every_screen(std::string_view media) {
    media = trim(media);
    if (media.empty()) return true;
    while (!media.empty()) {
        const std::size_t end = std::min(media.find(','), media.size());
        const std::string_view one = trim(media.substr(0, end));
        if ((one.size() == 3 && starts_with_word(one, "all")) || (one.size() == 6 && starts_with_word(one, "screen")))
            return true;
        media.remove_prefix(std::min(end + 1, media.size()));
    }
    return false;
}

void PageStyles::add_sheet(std::string_view css) { read_rules(css, 0); }

void PageStyles::read_rules(std::string_view css, std::size_t depth) {
    for (std::size_t at = skip_between_rules(css, 0); at < css.size(); at = skip_between_rules(css, at)) {
        const std::size_t open = end_of_prelude(css, at);
        const std::string_view prelude = css.substr(at, open - at);
        at = open;
        if (open >= css.size() || css[open] != '{') continue;
        const std::size_t close = end_of_block(css, open);
        const std::string_view block = css.substr(open + 1, close - std::min(close, open + 1));
        if (prelude.empty() || prelude[0] != '@')
            add_rule(prelude, block);
        else if (depth < kNestedBlocks && holds_rules_for_all(prelude))
            read_rules(block, depth + 1);
        at = close;
    }
}

void PageStyles::add_rule(std::string_view selectors, std::string_view declarations) {
    WeightedStyle style = read_declarations(declarations);
    if (rules_cut_ || (!style.normal.says_anything() && !style.important.says_anything())) return;
    styles_.push_back(std::move(style));
    for (Selector& selector : read_selectors(selectors)) {
        if (rules_.size() >= limit::kStyleRules) {
            rules_cut_ = true;
            return;
        }
        const CompoundSelector& last = selector.compounds.front();
        auto& index = !last.id.empty()        ? by_id_[last.id]
                      : !last.classes.empty() ? by_class_[last.classes.front()]
                                              : by_tag_[last.tag];
        index.push_back(rules_.size());
        rules_.push_back({std::move(selector), styles_.size() - 1});
    }
}

bool PageStyles::is_cut() const { return rules_cut_ || steps_ > limit::kStyleSteps; }

void PageStyles::find(const std::unordered_map<std::string, std::vector<std::size_t>>& index, const std::string& key,
                      pugi::xml_node node, std::vector<const Rule*>& found) const {
    const auto rules = index.find(key);
    if (rules == index.end()) return;
    for (const std::size_t i : rules->second)
        if (rules_[i].selector.matches(node, steps_)) found.push_back(&rules_[i]);
}

std::vector<const PageStyles::Rule*> PageStyles::rules_for(pugi::xml_node node) const {
    std::vector<const Rule*> found;
    if (rules_.empty() || steps_ > limit::kStyleSteps) return found;
    find(by_tag_, "", node, found);
    find(by_tag_, node.name(), node, found);
    if (const pugi::xml_attribute own = node.attribute("class"); own && !by_class_.empty()) {
        std::vector<std::string_view> classes = words_of(own.value());
        std::sort(classes.begin(), classes.end());
        classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
        for (const std::string_view one : classes) find(by_class_, std::string(one), node, found);
    }
    if (const pugi::xml_attribute id = node.attribute("id"); id && !by_id_.empty())
        find(by_id_, id.value(), node, found);
    std::sort(found.begin(), found.end(), [](const Rule* a, const Rule* b) {
        if (a->selector.specificity != b->selector.specificity)
            return a->selector.specificity < b->selector.specificity;
        return a < b;  // as written: they stand in one array
    });
    return found;
}

const TextStyle& PageStyles::of(pugi::xml_node node) const {
    if (last_node_ != node.internal_object()) {
        last_style_ = cascade(node);
        last_node_ = node.internal_object();
    }
    return last_style_;
}

TextStyle PageStyles::cascade(pugi::xml_node node) const {
    const std::vector<const Rule*> rules = rules_for(node);
    const pugi::xml_attribute own = node.attribute("style");
    TextStyle style;
    if (rules.empty() && !own) return style;
    const WeightedStyle inner = own ? read_declarations(own.value()) : WeightedStyle{};
    for (const Rule* rule : rules) style.lay_over(styles_[rule->style].normal);
    style.lay_over(inner.normal);
    for (const Rule* rule : rules) style.lay_over(styles_[rule->style].important);
    style.lay_over(inner.important);
    return style;
}

bool PageStyles::is_hidden(pugi::xml_node node) const {
    const std::string_view name = node.name();
    if (name == "html" || name == "body") return false;
    const TextStyle& style = of(node);
    if (!style.gone && node.attribute("hidden")) return true;
    return style.is_hidden();
}

std::string PageStyles::font_of(pugi::xml_node node) const {
    for (; node; node = node.parent()) {
        const TextStyle& style = of(node);
        if (style.font && !style.font->empty()) return *style.font;
        if (const pugi::xml_attribute face = node.attribute("face")) return face.value();
    }
    return {};
}

}  // namespace goalsheet
