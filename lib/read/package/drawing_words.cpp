// SPDX-License-Identifier: MIT
#include "read/package/drawing_words.hpp"

#include "read/package/xml.hpp"

namespace goalsheet {
namespace {

bool is_only_text(pugi::xml_node node) {
    return !node.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
}

// c:tx / c:strRef / c:strCache / c:pt / c:v
bool is_name_of_series(pugi::xml_node node) {
    return is_element(node, "v") && is_element(node.parent().parent().parent().parent(), "tx");
}

class Collector : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node& node) override {
        const bool name = is_name_of_series(node);
        if ((name || is_element(node, "p")) && !words_.empty() && words_.back() != '\n') words_ += '\n';
        if ((name || is_element(node, "t")) && is_only_text(node)) words_ += characters_of(node);
        return true;
    }
    std::string take() {
        while (words_.ends_with('\n')) words_.pop_back();
        return std::move(words_);
    }

private:
    std::string words_;
};

}  // namespace

std::string words_of_drawing(pugi::xml_node root) {
    Collector collector;
    root.traverse(collector);
    return collector.take();
}

}  // namespace goalsheet
