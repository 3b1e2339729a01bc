// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalsheet/message.hpp"

namespace goalsheet {

struct JsonMember;

/// A value of a JSON text that somebody wrote by hand, with the line it stands on, for messages.
struct JsonNode {
    enum class Kind { null, truth, number, text, list, object };

    Kind kind = Kind::null;
    int line = 1;
    std::size_t offset = 0;  ///< of a list or object: where its bracket stands
    bool truth = false;
    double number = 0;
    std::string text;  ///< of a text
    std::vector<JsonNode> list;
    std::vector<JsonMember> members;  ///< in the order written; a key may come twice

    /// The member of this name, the last of several; null where there is none.
    const JsonNode* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    int line = 1;  ///< of the key
    JsonNode value;
};

/// Thrown by what reads such a text: what is wrong, and where.
struct JsonFault {
    int line;
    Message message;
};

/// The whole text. Throws JsonFault where it is no JSON, or nested deeper than a file written by hand would be.
JsonNode read_json_lines(std::string_view json);

}  // namespace goalsheet
