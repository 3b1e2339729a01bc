// SPDX-License-Identifier: MIT
#include "goalsheet/progress_collection.hpp"

#include <memory>
#include <set>

#include "goalsheet/text.hpp"
#include "model/ids.hpp"
#include "numbers/progress/report_day.hpp"

namespace goalsheet {

// What a run is held against and the day of it, as far as all its documents agree.
class CommonGround {
public:
    explicit CommonGround(Against asked) : against_(asked == Against::final ? asked : Against::midterm) {}

    void add(const ProgressRow& row) {
        if (!seen_) against_ = row.against;
        seen_ = true;
        if (row.against != against_) against_ = Against::automatic;
        if (row.fiscal_year && year_ && *row.fiscal_year != *year_) one_year_ = false;
        if (row.fiscal_year) year_ = row.fiscal_year;
    }

    /// The headings of all reports may say one day.
    void add_labels(const Document& document) {
        for (const Sheet& sheet : document.sheets) {
            midterm_notes_.insert(notes_of_label(sheet, Against::midterm));
            final_notes_.insert(notes_of_label(sheet, Against::final));
        }
    }

    Against against() const { return against_; }
    std::optional<Date> day() const {
        if (!year_ || !one_year_ || against_ == Against::automatic) return std::nullopt;
        std::set<std::optional<Date>> days;
        for (const auto& notes : against_ == Against::final ? final_notes_ : midterm_notes_)
            days.insert(day_of_notes(notes, *year_));
        return days.size() == 1 && *days.begin() ? *days.begin() : default_day(against_, *year_);
    }

private:
    bool seen_ = false;
    bool one_year_ = true;
    Against against_;
    std::optional<int> year_;
    std::set<std::vector<std::string>> midterm_notes_;  ///< each wording once
    std::set<std::vector<std::string>> final_notes_;
};

struct ProgressRun::Ids {
    SheetIds sheets;
};

ProgressRun::ProgressRun() : ids_(std::make_unique<Ids>()) {}
ProgressRun::~ProgressRun() = default;

void ProgressRun::settle(const Document& document, std::span<ProgressRow> rows) {
    const std::vector<std::string> ids = ids_->sheets.next(document);
    for (ProgressRow& row : rows) {
        const std::size_t own = row.keys.sheet_id.size();
        if (row.keys.sheet_id == ids[row.sheet]) continue;
        for (std::string* id : {&row.keys.sheet_id, &row.keys.measure_id, &row.keys.indicator_id})
            id->replace(0, own, ids[row.sheet]);
    }
}

struct ProgressCollection::State {
    ProgressOptions options;
    CommonGround common;
    ProgressRun run = {};
    Progress progress = {};
};

ProgressCollection::ProgressCollection(const ProgressOptions& options)
    : state_(new State{options, CommonGround(options.against)}) {}
ProgressCollection::~ProgressCollection() = default;

void ProgressCollection::add(const Document& document, std::vector<ProgressRow> rows) {
    state_->run.settle(document, rows);
    state_->common.add_labels(document);
    for (ProgressRow& row : rows) {
        state_->common.add(row);
        state_->progress.rows.push_back(std::move(row));
    }
}

Progress ProgressCollection::take() {
    Progress progress = std::move(state_->progress);
    progress.against = state_->common.against();
    progress.as_of = state_->options.as_of ? state_->options.as_of : state_->common.day();
    return progress;
}

Progress measure_all(std::span<const Document> documents, const ProgressOptions& options) {
    ProgressCollection all(options);
    for (const Document& document : documents) all.add(document, measure_progress(document, options));
    return all.take();
}

}  // namespace goalsheet
