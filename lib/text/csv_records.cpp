// SPDX-License-Identifier: MIT
#include "text/csv_records.hpp"

namespace goalsheet {
namespace {

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
    }

    std::optional<std::vector<CsvInputRecord>> read() {
        std::vector<CsvInputRecord> records;
        while (at_ < text_.size()) {
            CsvInputRecord record{line_, {}};
            if (!read_record(record)) return std::nullopt;
            if (record.fields.size() > 1 || !record.fields.front().empty()) records.push_back(std::move(record));
        }
        return records;
    }

private:
    bool read_record(CsvInputRecord& record) {
        do {
            std::string& field = record.fields.emplace_back();
            if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(field)) return false;
            while (at_ < text_.size() && !ends_field(text_[at_])) field += text_[at_++];
        } while (take(','));
        if (take('\r') | take('\n')) ++line_;
        return true;
    }

    bool read_quoted(std::string& field) {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                field += text_[at_];
            } else if (text_.substr(at_, 2) == "\"\"") {
                field += text_[at_++];
            } else {
                ++at_;
                return true;
            }
        }
        return false;
    }

    static bool ends_field(char c) { return c == ',' || c == '\r' || c == '\n'; }
    bool take(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

}  // namespace

std::optional<std::vector<CsvInputRecord>> read_csv_records(std::string_view text) { return Reader(text).read(); }

}  // namespace goalsheet
