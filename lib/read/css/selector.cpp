// SPDX-License-Identifier: MIT
#include "read/css/selector.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "base/limits.hpp"
#include "goalsheet/text.hpp"
#include "read/css/text_style.hpp"

namespace goalsheet {
namespace {

constexpr std::uint32_t kIdWeight = 1'000'000;
constexpr std::uint32_t kClassWeight = 1'000;
constexpr std::size_t kMostCompounds = 32;  // in one selector; pages have five

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

bool is_name_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80;
}

std::string in_lower_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

pugi::xml_node previous_element(pugi::xml_node node) {
    do node = node.previous_sibling();
    while (node && !is_element(node));
    return node;
}

bool is_last_element(pugi::xml_node node) {
    do node = node.next_sibling();
    while (node && !is_element(node));
    return !node;
}

// Reads one selector from left to right; what it does not know makes it fail.
class SelectorReader {
public:
    SelectorReader(std::string_view text, bool in_not) : text_(trim(text)), in_not_(in_not) {}

    std::optional<Selector> read() {
        Selector selector;
        char combinator = ' ';
        while (at_ < text_.size()) {
            auto compound = read_compound(selector.specificity);
            if (!compound || selector.compounds.size() == kMostCompounds) return std::nullopt;
            compound->combinator = combinator;
            selector.compounds.insert(selector.compounds.begin(), *std::move(compound));
            combinator = take_combinator();
        }
        if (selector.compounds.empty()) return std::nullopt;
        return selector;
    }

private:
    char take_combinator() {
        char combinator = ' ';
        for (; at_ < text_.size() &&
               (is_blank(text_[at_]) || std::string_view(">+~").find(text_[at_]) != std::string_view::npos);
             ++at_)
            if (!is_blank(text_[at_])) combinator = text_[at_];
        return combinator;
    }

    std::string take_name() {
        std::string name;
        for (; at_ < text_.size() && (is_name_character(text_[at_]) || text_[at_] == '\\'); ++at_) {
            if (text_[at_] == '\\' && ++at_ == text_.size()) break;
            name += text_[at_];
        }
        return name;
    }

    std::optional<CompoundSelector> read_compound(std::uint32_t& specificity) {
        CompoundSelector compound;
        const std::size_t begin = at_;
        while (at_ < text_.size() && !is_blank(text_[at_]) &&
               std::string_view(">+~").find(text_[at_]) == std::string_view::npos)
            if (!read_part(compound, specificity)) return std::nullopt;
        if (at_ == begin) return std::nullopt;
        return compound;
    }

    bool read_part(CompoundSelector& compound, std::uint32_t& specificity) {
        const char sign = text_[at_];
        if (sign == '*') return ++at_, true;
        if (sign == '[') return specificity += kClassWeight, read_attribute(compound);
        if (sign == ':') return specificity += kClassWeight, ++at_, read_pseudo_class(compound);
        if (sign == '.' || sign == '#') ++at_;
        std::string name = take_name();
        if (name.empty()) return false;
        specificity += sign == '#' ? kIdWeight : sign == '.' ? kClassWeight : 1;
        if (sign == '#')
            compound.id = std::move(name);
        else if (sign == '.')
            compound.classes.push_back(std::move(name));
        else
            compound.tag = in_lower_case(std::move(name));
        return true;
    }

    // [hidden], [type=text], [type="text"]
    bool read_attribute(CompoundSelector& compound) {
        ++at_;
        std::string name = in_lower_case(take_name());
        if (at_ >= text_.size() || name.empty()) return false;
        if (text_[at_] == ']') return ++at_, compound.attributes.emplace_back(std::move(name), std::nullopt), true;
        const std::size_t close = text_.find(']', at_);
        if (text_[at_] != '=' || close == std::string_view::npos) return false;
        std::string_view value = trim(text_.substr(at_ + 1, close - at_ - 1));
        if (value.size() > 1 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.size() - 2);
        compound.attributes.emplace_back(std::move(name), std::string(value));
        at_ = close + 1;
        return true;
    }

    std::string_view take_brackets() {
        if (at_ >= text_.size() || text_[at_] != '(') return {};
        const std::size_t begin = at_ + 1;
        at_ = skip_css_token(text_, at_);
        return trim(text_.substr(begin, std::max(at_, begin + 1) - begin - 1));
    }

    bool read_pseudo_class(CompoundSelector& compound) {
        const std::string name = in_lower_case(take_name());
        const std::string_view inside = take_brackets();
        if (name == "first-child") return compound.child = 1, true;
        if (name == "last-child") return compound.last_child = true;
        if (name == "nth-child") {
            const char* const end = inside.data() + inside.size();
            return !inside.empty() && std::from_chars(inside.data(), end, compound.child).ptr == end;
        }
        if (name != "not" || in_not_) return false;
        auto inner = SelectorReader(inside, true).read();
        if (!inner || inner->compounds.size() != 1) return false;
        compound.nots.push_back(std::move(inner->compounds.front()));
        return true;
    }

    std::string_view text_;
    bool in_not_;
    std::size_t at_ = 0;
};

// Whether the compounds from `i` on match upwards of an element that compound i - 1 matched.
bool matches_left(const Selector& selector, std::size_t i, pugi::xml_node node, std::size_t& steps) {
    if (i == selector.compounds.size()) return true;
    const CompoundSelector& compound = selector.compounds[i];
    const char combinator = selector.compounds[i - 1].combinator;
    const bool beside = combinator == '+' || combinator == '~';
    const bool once = combinator == '>' || combinator == '+';
    for (node = beside ? previous_element(node) : node.parent(); is_element(node);
         node = beside ? previous_element(node) : node.parent()) {
        if (steps > limit::kStyleSteps) return false;
        if (compound.matches(node, steps) && matches_left(selector, i + 1, node, steps)) return true;
        if (once) return false;
    }
    return false;
}

bool is_nth_child(pugi::xml_node node, std::uint32_t child, std::size_t& steps) {
    for (; child > 0 && node; --child, ++steps) node = previous_element(node);
    return child == 0 && !node;
}

// Whether a class attribute names a class.
bool has_word(std::string_view classes, std::string_view name) {
    for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || is_blank(classes[at - 1])) && (end == classes.size() || is_blank(classes[end]))) return true;
    }
    return false;
}

}  // namespace

bool CompoundSelector::matches(pugi::xml_node node, std::size_t& steps) const {
    ++steps;
    if (!tag.empty() && tag != node.name()) return false;
    if (!id.empty() && id != node.attribute("id").value()) return false;
    if (!classes.empty()) {
        constexpr std::size_t kBytesOfStep = 32;
        const std::string_view names = node.attribute("class").value();
        steps += classes.size() * (names.size() / kBytesOfStep);
        for (const std::string& one : classes)
            if (!has_word(names, one)) return false;
    }
    for (const auto& [name, value] : attributes) {
        const pugi::xml_attribute found = node.attribute(name.c_str());
        if (!found || (value && *value != found.value())) return false;
    }
    if (child != 0 && !is_nth_child(node, child, steps)) return false;
    if (last_child && !is_last_element(node)) return false;
    return std::none_of(nots.begin(), nots.end(),
                        [&](const CompoundSelector& one) { return one.matches(node, steps); });
}

bool Selector::matches(pugi::xml_node node, std::size_t& steps) const {
    return compounds.front().matches(node, steps) && matches_left(*this, 1, node, steps);
}

std::vector<Selector> read_selectors(std::string_view list) {
    std::vector<Selector> selectors;
    const auto take = [&](std::string_view one) {
        if (auto selector = SelectorReader(one, false).read()) selectors.push_back(*std::move(selector));
    };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < list.size();) {
        if (list[at] == ',') {
            take(list.substr(begin, at - begin));
            begin = ++at;
        } else {
            at = skip_css_token(list, at);
        }
    }
    take(list.substr(std::min(begin, list.size())));
    return selectors;
}

}  // namespace goalsheet
