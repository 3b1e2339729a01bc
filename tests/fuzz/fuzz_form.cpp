// SPDX-License-Identifier: MIT
// Any bytes as a form file: refused with a word, or a form that reads a page.
#include "fuzz_page.hpp"
#include "goalsheet/form.hpp"

namespace {

constexpr const char* kPage =
    "<meta charset=utf-8><table><tr><td>重点目標<td>緑を守る<td>部局名<td>環境部<td>優先順位<td>1位"
    "<tr><td>取組項目<td>期限<td>数値目標<td>中間報告<td>期末報告"
    "<tr><td>①植える<br>(1) 苗木<td>3月<td>(1) 苗木 5本<td>2本<td></table>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = goalsheet::Form::parse(std::string_view(reinterpret_cast<const char*>(data), size), "form.json");
    if (!form) {
        goalsheet::fuzz::require(!form.fault().message.ja.empty(), "a refusal says why");
        return 0;
    }
    goalsheet::ReadOptions options;
    options.form = &*form;
    const auto documents = goalsheet::read_documents(kPage, "page.html", options);
    if (documents) goalsheet::fuzz::require_utf8(goalsheet::write_json(*documents));
    return 0;
}
