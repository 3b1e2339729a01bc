// SPDX-License-Identifier: MIT
#include "model/json_lines.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

namespace goalsheet {
namespace {

using Json = nlohmann::json;
constexpr std::size_t kDeepest = 16;

/// Gives the bytes one by one and counts their lines.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    CountingIterator(const char* at, int* line) : at_(at), line_(line) {}
    char operator*() const { return *at_; }
    CountingIterator& operator++() {
        if (*at_ == '\n') ++*line_;
        ++at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    int* line_;
};

class TreeMaker : public nlohmann::json_sax<Json> {
public:
    explicit TreeMaker(const int& line) : line_(line) {}

    bool null() override { return add({}); }
    bool boolean(bool value) override {
        JsonNode node;
        node.kind = JsonNode::Kind::truth;
        node.truth = value;
        return add(std::move(node));
    }
    bool number_integer(number_integer_t) override { return add_number(); }
    bool number_unsigned(number_unsigned_t) override { return add_number(); }
    bool number_float(number_float_t, const string_t&) override { return add_number(); }
    bool string(string_t& value) override {
        JsonNode node;
        node.kind = JsonNode::Kind::text;
        node.text = std::move(value);
        return add(std::move(node));
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonNode::Kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& value) override {
        open_.back()->members.push_back({std::move(value), line_, {}});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    JsonNode take() { return std::move(root_); }
    bool too_deep() const { return too_deep_; }

private:
    // What is open does not move: only the innermost list or object grows.
    JsonNode* place(JsonNode node) {
        node.line = line_;
        if (open_.empty()) {
            root_ = std::move(node);
            return &root_;
        }
        JsonNode& around = *open_.back();
        if (around.kind == JsonNode::Kind::list) return &around.list.emplace_back(std::move(node));
        around.members.back().value = std::move(node);
        return &around.members.back().value;
    }

    bool add(JsonNode node) {
        place(std::move(node));
        return true;
    }

    bool add_number() {
        JsonNode node;
        node.kind = JsonNode::Kind::number;
        return add(std::move(node));
    }

    bool open(JsonNode::Kind kind) {
        too_deep_ = open_.size() >= kDeepest;
        if (too_deep_) return false;
        JsonNode node;
        node.kind = kind;
        open_.push_back(place(std::move(node)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    const int& line_;
    JsonNode root_;
    std::vector<JsonNode*> open_;
    bool too_deep_ = false;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
    const JsonNode* found = nullptr;
    for (const JsonMember& member : members)
        if (member.key == key) found = &member.value;
    return found;
}

JsonNode read_json_lines(std::string_view json) {
    int line = 1;
    TreeMaker maker(line);
    const bool read = Json::sax_parse(CountingIterator(json.data(), &line),
                                      CountingIterator(json.data() + json.size(), &line), &maker);
    if (maker.too_deep()) throw JsonFault{line, {"入れ子が深すぎます。", "The text is nested too deeply."}};
    if (!read)
        throw JsonFault{line,
                        {"JSONとして読めません。この行かその前の行の「,」「\"」や括弧を確かめてください。",
                         "Not JSON; check the commas, quotes and brackets of this line and the one before."}};
    return maker.take();
}

}  // namespace goalsheet
