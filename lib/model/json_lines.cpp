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

struct JsonPosition {
    int line = 1;
    std::size_t offset = 0;
};

/// Gives the bytes one by one and counts them and their lines.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    CountingIterator(const char* at, JsonPosition* position) : at_(at), position_(position) {}
    char operator*() const { return *at_; }
    CountingIterator& operator++() {
        if (*at_ == '\n') ++position_->line;
        ++position_->offset;
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
    JsonPosition* position_;
};

class TreeMaker : public nlohmann::json_sax<Json> {
public:
    explicit TreeMaker(const JsonPosition& position) : position_(position) {}

    bool null() override { return add({}); }
    bool boolean(bool value) override {
        JsonNode node;
        node.kind = JsonNode::Kind::truth;
        node.truth = value;
        return add(std::move(node));
    }
    bool number_integer(number_integer_t value) override { return add_number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add_number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t&) override { return add_number(value); }
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
        open_.back()->members.push_back({std::move(value), position_.line, {}});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    JsonNode take() { return std::move(root_); }
    bool too_deep() const { return too_deep_; }

private:
    // What is open does not move: only the innermost list or object grows.
    JsonNode* place(JsonNode node) {
        node.line = position_.line;
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

    bool add_number(double value) {
        JsonNode node;
        node.kind = JsonNode::Kind::number;
        node.number = value;
        return add(std::move(node));
    }

    bool open(JsonNode::Kind kind) {
        too_deep_ = open_.size() >= kDeepest;
        if (too_deep_) return false;
        JsonNode node;
        node.kind = kind;
        node.offset = position_.offset - 1;
        open_.push_back(place(std::move(node)));
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    const JsonPosition& position_;
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
    JsonPosition position;
    TreeMaker maker(position);
    const bool read = Json::sax_parse(CountingIterator(json.data(), &position),
                                      CountingIterator(json.data() + json.size(), &position), &maker);
    if (maker.too_deep()) throw JsonFault{position.line, {"入れ子が深すぎます。", "The text is nested too deeply."}};
    if (!read)
        throw JsonFault{position.line,
                        {"JSONとして読めません。この行かその前の行の「,」「\"」や括弧を確かめてください。",
                         "Not JSON; check the commas, quotes and brackets of this line and the one before."}};
    return maker.take();
}

}  // namespace goalsheet
