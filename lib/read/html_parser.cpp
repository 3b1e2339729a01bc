// SPDX-License-Identifier: MIT
#include "read/html_parser.hpp"

#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <vector>

#include "base/limits.hpp"

namespace goalsheet {
namespace {

struct OutOfMemory {};
struct OutOfTime {};

// The processor's, so that a page is not refused because the machine is busy.
std::chrono::nanoseconds time_of_thread() {
    std::timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

/// gumbo never checks what malloc gives and frees its tree recursively. So it gets its memory here: from blocks that
/// are dropped whole, with a cap on the bytes and on the time, both left by an exception that passes through gumbo's C
/// frames.
class Arena {
public:
    explicit Arena(std::size_t cap) : cap_(cap), deadline_(time_of_thread() + limit::kHtmlParseTime) {}

    void* allocate(std::size_t size) {
        if (++calls_ % kClockEvery == 0 && time_of_thread() > deadline_) throw OutOfTime{};
        size = (size + kAlignment - 1) / kAlignment * kAlignment;
        if (size > left_) add_block(size);
        void* memory = next_;
        next_ += size;
        left_ -= size;
        return memory;
    }

private:
    static constexpr std::size_t kAlignment = alignof(std::max_align_t);
    static constexpr std::size_t kBlock = std::size_t{1} << 20U;
    static constexpr std::size_t kClockEvery = 1024;

    void add_block(std::size_t size) {
        const std::size_t block = std::max(size, kBlock);
        if (block > cap_ - std::min(cap_, used_)) throw OutOfMemory{};
        std::unique_ptr<char, decltype(&std::free)> memory(static_cast<char*>(std::malloc(block)), &std::free);
        if (!memory) throw OutOfMemory{};
        used_ += block;
        next_ = memory.get();
        left_ = block;
        blocks_.push_back(std::move(memory));
    }

    std::size_t cap_;
    std::chrono::nanoseconds deadline_;
    std::size_t used_ = 0;
    std::size_t left_ = 0;
    std::size_t calls_ = 0;
    char* next_ = nullptr;
    std::vector<std::unique_ptr<char, decltype(&std::free)>> blocks_;
};

void* allocate_in_arena(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); }
void leave_in_arena(void*, void*) {}

bool is_dropped(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    switch (node.v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_META:
        case GUMBO_TAG_LINK:
            return true;
        default:
            return false;
    }
}

bool only_holds_structure(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_COLGROUP:
            return true;
        default:
            return false;
    }
}

constexpr std::array<const char*, 23> kAttributes = {
    "colspan",     "rowspan",  "alt",   "summary",  "style",   "hidden",   "start",     "value",
    "type",        "reversed", "title", "selected", "checked", "multiple", "size",      "disabled",
    "placeholder", "face",     "class", "id",       "label",   "role",     "aria-label"};

// What stands in noscript, template and the like counts where scripts do not run.
bool counts_without_scripts(const GumboNode& style) {
    std::size_t levels = 0;
    for (const GumboNode* node = style.parent; node && levels < limit::kHtmlDepth; node = node->parent, ++levels) {
        if (node->type == GUMBO_NODE_TEMPLATE) return false;
        if (node->type != GUMBO_NODE_ELEMENT) continue;
        const GumboTag tag = node->v.element.tag;
        if (tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_IFRAME) return false;
    }
    return true;
}

void add_style_sheet(const GumboNode& node, PageStyles& styles) {
    const GumboElement& element = node.v.element;
    const GumboAttribute* const media = gumbo_get_attribute(&element.attributes, "media");
    if ((media && !is_for_every_screen(media->value)) || !counts_without_scripts(node)) return;
    for (unsigned i = 0; i < element.children.length; ++i) {
        const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
        if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_CDATA) styles.add_sheet(child.v.text.text);
    }
}

class TreeBuilder {
public:
    TreeBuilder(std::string_view text, HtmlTree& tree) : text_(text), tree_(tree) {}

    // Iterative: a page may nest as deep as its bytes allow.
    void build(const GumboNode& root) {
        tree_.places.reserve(text_.size() / 24);
        stack_.push_back({&root, tree_.document, 0, 0});
        while (!stack_.empty()) step();
    }

private:
    struct Frame {
        const GumboNode* node;
        pugi::xml_node target;
        unsigned next_child;
        std::size_t depth;
    };

    static const GumboVector& children_of(const GumboNode& node) {
        return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
    }

    void step() {
        Frame& frame = stack_.back();
        const GumboVector& children = children_of(*frame.node);
        if (frame.next_child >= children.length) {
            stack_.pop_back();
            return;
        }
        const auto& child = *static_cast<const GumboNode*>(children.data[frame.next_child++]);
        if (is_dropped(child)) {
            if (child.v.element.tag == GUMBO_TAG_STYLE) add_style_sheet(child, tree_.styles);
            return;
        }
        switch (child.type) {
            case GUMBO_NODE_ELEMENT:
            case GUMBO_NODE_TEMPLATE:
                add_element(child, frame.target, frame.depth);
                break;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
                add_text(child.v.text, frame.target);
                break;
            case GUMBO_NODE_WHITESPACE:
                if (frame.node->type == GUMBO_NODE_ELEMENT && !only_holds_structure(frame.node->v.element.tag))
                    add_text(child.v.text, frame.target);
                break;
            default:
                break;
        }
    }

    void add_element(const GumboNode& node, pugi::xml_node parent, std::size_t depth) {
        const GumboElement& element = node.v.element;
        pugi::xml_node copy = parent.append_child(element_name(element).c_str());
        if (only_places_matter(element.tag)) remember(copy, element.original_tag.data, element.original_tag.length);
        copy_attributes(element, copy);
        if (element.tag == GUMBO_TAG_TABLE && element.original_end_tag.length == 0) tree_.table_left_open = true;
        // At the depth limit children go on beside their parent, as in browsers.
        const bool too_deep = depth >= limit::kHtmlDepth;
        tree_.depth_cut = tree_.depth_cut || too_deep;
        stack_.push_back({&node, too_deep ? parent : copy, 0, too_deep ? depth : depth + 1});
    }

    static bool only_places_matter(GumboTag tag) {
        return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TABLE;
    }

    static std::string element_name(const GumboElement& element) {
        if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
        GumboStringPiece piece = element.original_tag;
        if (piece.data == nullptr) return "unknown";
        gumbo_tag_from_original_text(&piece);
        std::string name;
        for (const char c : std::string_view(piece.data, piece.length))
            name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        return name;
    }

    void copy_attributes(const GumboElement& element, pugi::xml_node copy) {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const auto wanted = std::find_if(kAttributes.begin(), kAttributes.end(),
                                             [&](const char* name) { return std::strcmp(name, attribute.name) == 0; });
            if (wanted == kAttributes.end()) continue;
            copy.append_attribute(*wanted).set_value(attribute.value);
            const bool has_place =
                std::strcmp(attribute.name, "alt") == 0 || std::strcmp(attribute.name, "summary") == 0;
            if (has_place) remember_value(copy, attribute.original_value);
        }
    }

    void add_text(const GumboText& text, pugi::xml_node parent) {
        pugi::xml_node copy = parent.append_child(pugi::node_pcdata);
        copy.set_value(text.text);
        remember(copy, text.original_text.data, text.original_text.length);
    }

    void remember_value(pugi::xml_node node, GumboStringPiece value) {
        const bool quoted = value.length >= 2 && (value.data[0] == '"' || value.data[0] == '\'');
        if (value.data != nullptr) remember(node, value.data + (quoted ? 1 : 0), value.length - (quoted ? 2 : 0));
    }

    void remember(pugi::xml_node node, const char* data, std::size_t length) {
        if (data == nullptr || data < text_.data() || data > text_.data() + text_.size()) return;
        tree_.places[node.internal_object()] = {static_cast<std::uint32_t>(data - text_.data()),
                                                static_cast<std::uint32_t>(length)};
    }

    std::string_view text_;
    HtmlTree& tree_;
    std::vector<Frame> stack_;
};

// gumbo reads &#4294967361; as "A" (32 bits overflow) where browsers give U+FFFD. Such references are overwritten in
// place with one of the same length for U+FFFD, so that no offset moves. Empty when there is none.
std::string with_safe_references(std::string_view text) {
    constexpr std::size_t kDecimalDigits =
        7;  // 1114111 is the last code point: from seven digits on a number may be too large
    constexpr std::size_t kHexDigits = 6;
    std::string copy;
    for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
        std::size_t digits = at + 2;
        const bool hex = digits < text.size() && (text[digits] == 'x' || text[digits] == 'X');
        digits += hex ? 1 : 0;
        std::size_t end = digits;
        while (end < text.size() && (hex ? std::isxdigit(static_cast<unsigned char>(text[end]))
                                         : std::isdigit(static_cast<unsigned char>(text[end]))))
            ++end;
        std::string_view number = text.substr(digits, end - digits);
        const std::size_t length = number.size();
        while (!number.empty() && number.front() == '0') number.remove_prefix(1);
        const std::size_t limit = hex ? kHexDigits : kDecimalDigits;
        const bool too_large =
            number.size() > limit || (number.size() == limit && number > (hex ? "10ffff" : "1114111"));
        if (!too_large) continue;
        if (copy.empty()) copy = text;
        const std::string_view replacement = hex ? "fffd" : "65533";
        copy.replace(digits, length, std::string(length - replacement.size(), '0').append(replacement));
    }
    return copy;
}

std::size_t memory_cap(std::size_t input) {
    return std::min(limit::kHtmlParseBytesMost, limit::kHtmlParseBytes + input * limit::kHtmlParseBytesPerByte);
}

Fault out_of_memory(const std::string& path, std::size_t mebibytes) {
    return {path,
            {fmt::format("HTMLの構造が異常で、読み取りに{}MiBを超えるメモリが必要です。ページを保存し直してください。",
                         mebibytes),
             fmt::format("The HTML is malformed: parsing it needs more than {} MiB. Save the page again.", mebibytes)}};
}

Fault out_of_time(const std::string& path) {
    const auto seconds = limit::kHtmlParseTime.count();
    return {
        path,
        {fmt::format("HTMLの構造が異常で、{}秒以内に読み取れません。ページを保存し直してください。", seconds),
         fmt::format("The HTML is malformed: it cannot be parsed within {} seconds. Save the page again.", seconds)}};
}

}  // namespace

Result<bool> parse_html(std::string_view text, const std::string& path, HtmlTree& tree) {
    const std::string safe = with_safe_references(text);
    if (!safe.empty()) text = safe;
    Arena arena(memory_cap(text.size()));
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &allocate_in_arena;
    options.deallocator = &leave_in_arena;
    options.userdata = &arena;
    options.max_errors = 0;
    options.tab_stop = 1;
    try {
        const GumboOutput* output = gumbo_parse_with_options(&options, text.data(), text.size());
        TreeBuilder(text, tree).build(*output->document);
    } catch (const OutOfMemory&) {
        return out_of_memory(path, memory_cap(text.size()) >> 20U);
    } catch (const OutOfTime&) {
        return out_of_time(path);
    }
    return true;
}

}  // namespace goalsheet
