// SPDX-License-Identifier: MIT
// Any part of any form: it is refused with words, or everything works with it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "goalsheet/form.hpp"
#include "goalsheet/progress.hpp"
#include "goalsheet/read.hpp"
#include "goalsheet/validate.hpp"
#include "goalsheet/write.hpp"
#include "goalsheet/write_csv.hpp"
#include "goalsheet/write_html.hpp"
#include "goalsheet/write_markdown.hpp"
#include "goalsheet/write_template.hpp"
#include "goalsheet/write_xlsx.hpp"

using namespace goalsheet;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> pages() {
    const fs::path root(GOALSHEET_SOURCE_DIR);
    std::vector<std::string> pages = {bytes_of(root / "samples/number-column/r7-kodomo-mirai.html"),
                                      bytes_of(root / "samples/row-per-measure/r5-kankyo.html")};
    for (const auto& entry : fs::directory_iterator(root / "schemas/forms/samples")) pages.push_back(bytes_of(entry));
    return pages;
}

// A form with too little to fill in is refused in words.
template <class Made>
void check_words(const Made& made) {
    if (!made) CHECK_FALSE(made.fault().message.en.empty());
}

void make_templates(const Form& form, const Document* last) {
    TemplateOptions options;
    options.form = &form;
    options.year = 2026;
    options.goals = 1;
    options.items = 2;
    check_words(write_template(options));
    if (last) check_words(write_template(*last, options));
}

void use(const Form& form, const std::vector<std::string>& pages) {
    const Document* last = nullptr;
    std::vector<Document> kept;
    for (const std::string& page : pages) {
        ReadOptions options;
        options.form = &form;
        auto documents = read_documents(page, "page.html", options);
        if (!documents) {
            CHECK_FALSE(documents.fault().message.en.empty());
            continue;
        }
        ValidateOptions rules;
        rules.form = &form;
        validate(*documents, rules);
        CHECK_FALSE(write_json(*documents).empty());
        CHECK_FALSE(write_html(*documents).empty());
        CHECK_FALSE(write_text_form(*documents).empty());
        CHECK_FALSE(write_markdown(documents->front()).empty());
        CHECK_FALSE(write_csv_set(*documents).empty());
        kept = std::move(*documents);
        last = &kept.front();
    }
    if (last) {
        WorkbookOptions options;
        options.form = &form;
        CHECK(write_workbook(*last, options));
    }
    make_templates(form, last);
}

// What `change` makes of each form, several times over.
template <class Change>
void try_forms(std::size_t tries, unsigned seed, const std::string& name, Change change) {
    const std::vector<std::string> inputs = pages();
    std::mt19937 random(seed);
    std::size_t used = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(GOALSHEET_SOURCE_DIR) / "schemas/forms")) {
        if (entry.path().extension() != ".json") continue;
        const nlohmann::json whole = nlohmann::json::parse(bytes_of(entry));
        for (std::size_t i = 0; i < tries; ++i) {
            const std::string changed = change(whole, i, random).dump();
            CAPTURE(changed);
            const auto form = Form::parse(changed, name);
            if (!form) {
                CHECK(form.fault().message.en.starts_with("line 1: "));
                continue;
            }
            use(*form, inputs);
            ++used;
        }
    }
    CHECK(used > 0);
}

}  // namespace

TEST_CASE("any form without one to three of its fields goes through everything") {
    try_forms(12, 16, "rest.json", [](const nlohmann::json& whole, std::size_t, std::mt19937& random) {
        nlohmann::json rest = whole;
        for (std::size_t count = 1 + random() % 3; count > 0 && rest["fields"].size() > 1; --count)
            rest["fields"].erase(random() % rest["fields"].size());
        return rest;
    });
}

TEST_CASE("one to three fields of any form go through everything") {
    try_forms(20, 15, "part.json", [](const nlohmann::json& whole, std::size_t i, std::mt19937& random) {
        nlohmann::json part = {{"name", "x"}, {"fields", nlohmann::json::array()}};
        if (i % 4 == 3 && whole.contains("extends")) part["extends"] = whole["extends"];
        for (std::size_t count = 1 + random() % 3; count > 0; --count)
            part["fields"].push_back(whole["fields"][random() % whole["fields"].size()]);
        return part;
    });
}
