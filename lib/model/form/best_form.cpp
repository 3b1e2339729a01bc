// SPDX-License-Identifier: MIT
#include "goalsheet/best_form.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "goalsheet/form_check.hpp"

namespace goalsheet {
namespace {

// An unplaced text weighs more than one in a field: a form that finds less but loses nothing knows the page.
std::int64_t worth(const std::vector<Document>& documents, const PageCheck& count) {
    constexpr std::int64_t kUnplaced = 3;
    std::int64_t reasoned = 0;
    for (const Document& document : documents)
        for (const Sheet& sheet : document.sheets)
            for (const Remark& remark : sheet.remarks)
                reasoned += remark.kind == remark::kLabelReasoned || remark.kind == remark::kColumnInferred;
    const auto placed = static_cast<std::int64_t>(count.in_fields + count.in_extras);
    return 2 * (placed - kUnplaced * static_cast<std::int64_t>(count.unplaced)) - reasoned;
}

/// The part of a page that a sheet's items stand in.
struct Extent {
    std::uint32_t begin = UINT32_MAX;
    std::uint32_t end = 0;

    void add(const SourcedText& text) {
        if (text.empty()) return;
        if (const auto place = text.source_of()) {
            begin = std::min(begin, place->first);
            end = std::max(end, place->second);
        }
    }
    bool empty() const { return begin > end; }
    bool meets(const Extent& other) const { return begin <= other.end && other.begin <= end; }
    void take_in(const Extent& other) {
        begin = std::min(begin, other.begin);
        end = std::max(end, other.end);
    }
};

Extent extent_of(const Sheet& sheet) {
    Extent extent;
    extent.add(sheet.place);
    for (const Item& item : sheet.items) {
        extent.add(item.title);
        for (const Measure& measure : item.measures)
            for (const SourcedText* text :
                 {&measure.action, &measure.deadline, &measure.target, &measure.midterm, &measure.final})
                extent.add(*text);
    }
    return extent;
}

/// A sheet as one of the forms reads it.
struct Candidate {
    Sheet sheet;
    Extent extent;
    std::size_t form;
    std::int64_t worth;
};

/// Sheets of several forms that stand in the same place of the page.
struct Cluster {
    Extent extent;
    std::vector<std::size_t> candidates;
};

std::int64_t worth_of(const Sheet& sheet, const std::string& path) {
    std::vector<Document> alone(1);
    alone.front().sheets.push_back(sheet);
    return worth(alone, count_texts(path, alone));
}

std::vector<Cluster> cluster(const std::vector<Candidate>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return candidates[a].extent.begin < candidates[b].extent.begin;
    });
    std::vector<Cluster> clusters;
    for (const std::size_t i : order) {
        if (clusters.empty() || !clusters.back().extent.meets(candidates[i].extent))
            clusters.push_back({candidates[i].extent, {}});
        clusters.back().extent.take_in(candidates[i].extent);
        clusters.back().candidates.push_back(i);
    }
    return clusters;
}

// The first of the forms whose sheets in this place are worth most.
std::size_t best_form(const Cluster& cluster, const std::vector<Candidate>& candidates, std::size_t forms) {
    std::vector<std::optional<std::int64_t>> sums(forms);
    for (const std::size_t i : cluster.candidates) {
        auto& sum = sums[candidates[i].form];
        sum = sum.value_or(0) + candidates[i].worth;
    }
    std::size_t best = candidates[cluster.candidates.front()].form;
    for (std::size_t form = forms; form-- > 0;)
        if (sums[form] && (!sums[best] || *sums[form] >= *sums[best])) best = form;
    return best;
}

bool can_be_parted(const std::vector<Candidate>& candidates) {
    return std::none_of(candidates.begin(), candidates.end(),
                        [](const Candidate& candidate) { return candidate.extent.empty(); });
}

// Each place of the page as the form that explains it best reads it. The page's own words are as `page` has them.
void choose_by_table(Document& page, const std::vector<Candidate>& candidates, std::span<const Form> forms,
                     std::size_t first) {
    std::vector<std::size_t> used(forms.size(), 0);
    page.sheets.clear();
    for (const Cluster& place : cluster(candidates)) {
        const std::size_t form = best_form(place, candidates, forms.size());
        for (const std::size_t i : place.candidates) {
            if (candidates[i].form != form) continue;
            page.sheets.push_back(candidates[i].sheet);
            ++used[form];
        }
    }
    std::vector<std::size_t> order(forms.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return used[a] != used[b] ? used[a] > used[b] : a == first && b != first;
    });
    for (const std::size_t form : order)
        if (used[form] > 0) page.remarks.push_back({remark::kReadWithForm, {}, forms[form].name()});
}

}  // namespace

Result<std::vector<Document>> read_with_best_form(const std::string& bytes, const std::string& path,
                                                  std::span<const Form> forms, ReadOptions options) {
    std::optional<Result<std::vector<Document>>> best;
    std::vector<Candidate> candidates;
    std::int64_t most = 0;
    std::size_t first = 0;
    bool one_page = true;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        options.form = &forms[i];
        auto read = read_documents(bytes, path, options);
        const std::int64_t value = read ? worth(*read, count_texts(path, *read)) : INT64_MIN;
        if (read) {
            one_page = one_page && read->size() == 1;
            for (const Document& document : *read)
                for (const Sheet& sheet : document.sheets)
                    candidates.push_back({sheet, extent_of(sheet), i, worth_of(sheet, path)});
        }
        if (best && value <= most) continue;
        most = value;
        first = i;
        best = std::move(read);
    }
    if (!best) return read_documents(bytes, path, options);
    if (forms.size() < 2 || !*best) return std::move(*best);
    if (one_page && can_be_parted(candidates)) {
        choose_by_table((*best)->front(), candidates, forms, first);
    } else {
        for (Document& document : **best) document.remarks.push_back({remark::kReadWithForm, {}, forms[first].name()});
    }
    return std::move(*best);
}

const Form& form_of(const Document& document, std::span<const Form> forms) {
    for (const Remark& remark : document.remarks)
        for (const Form& form : forms)
            if (remark.kind == remark::kReadWithForm && remark.detail == form.name()) return form;
    return forms.front();
}

}  // namespace goalsheet
