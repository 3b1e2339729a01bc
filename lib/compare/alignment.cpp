// SPDX-License-Identifier: MIT
#include "compare/alignment.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "compare/similarity.hpp"
#include "goalsheet/text.hpp"

namespace goalsheet {
namespace {

// 健康づくりの推進 and 地域づくりの推進 are alike by 0.71 and have nothing in common.
constexpr double kLikeEnough = 0.75;
constexpr double kLikeEnoughElsewhere = 0.85;  // in a department of another name
// Of two texts with the same number: a word of theirs is the same.
constexpr double kSomethingInCommon = 0.3;

// The same words in the same department first, then by likeness; ties in reading order.
bool is_better(const SheetPair& a, const SheetPair& b) {
    if (a.share != b.share) return a.share > b.share;
    if (a.same_department != b.same_department) return a.same_department;
    return a.after != b.after ? a.after < b.after : a.before < b.before;
}

class SheetMatcher {
public:
    SheetMatcher(std::span<const EditionSheet> before, std::span<const EditionSheet> after, Years years)
        : before_(before), after_(after), years_(years), gone_(before.size()), found_(after.size()) {}

    std::vector<SheetPair> match() {
        const auto title = [](const EditionSheet& one) { return title_key(one.goal); };
        const auto rank = [](const EditionSheet& one) {
            return one.priority ? "#" + std::to_string(*one.priority) : std::string();
        };
        match_same(title, 1.0);
        for (const SheetPair& pair : find_alike())
            if (!gone_[pair.before] && !found_[pair.after]) take(pair);
        if (years_ == Years::same) match_same(rank, 0.0);
        nameless_ = true;
        match_same(title, 0.0);
        return std::move(matched_);
    }

private:
    int year_of(const EditionSheet& one) const { return years_ == Years::same ? one.year.value_or(0) : 0; }

    // Pairs sheets of one department and name, in reading order: nearly all, and no need to compare them all.
    template <class NameOf>
    void match_same(NameOf name_of, double share) {
        using Key = std::tuple<int, std::string, std::string>;
        const auto key_of = [&](const EditionSheet& one) {
            return Key{year_of(one), fold(one.department), std::string(name_of(one))};
        };
        std::map<Key, std::vector<std::size_t>> open;
        for (std::size_t i = before_.size(); i-- > 0;)
            if (!gone_[i]) open[key_of(before_[i])].push_back(i);
        for (std::size_t i = 0; i < after_.size(); ++i) {
            const auto same = found_[i] ? open.end() : open.find(key_of(after_[i]));
            if (same == open.end() || same->second.empty() || (std::get<2>(same->first).empty() && !nameless_))
                continue;
            take({same->second.back(), i, share, true});
            same->second.pop_back();
        }
    }

    std::vector<SheetPair> find_alike() const {
        WordingIndex index;
        std::vector<std::size_t> indexed;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (gone_[i]) continue;
            index.add(before_[i].goal);
            indexed.push_back(i);
        }
        std::vector<SheetPair> pairs;
        for (std::size_t i = 0; i < after_.size(); ++i)
            if (!found_[i]) add_alike(pairs, index, indexed, i);
        std::sort(pairs.begin(), pairs.end(), is_better);
        return pairs;
    }

    void add_alike(std::vector<SheetPair>& pairs, const WordingIndex& index, const std::vector<std::size_t>& indexed,
                   std::size_t after) const {
        for (const auto& like : index.find(after_[after].goal)) {
            const std::size_t before = indexed[like.title];
            if (year_of(before_[before]) != year_of(after_[after])) continue;
            const bool same = fold(after_[after].department) == fold(before_[before].department);
            if (like.share >= (same ? kLikeEnough : kLikeEnoughElsewhere))
                pairs.push_back({before, after, like.share, same});
        }
    }

    void take(const SheetPair& pair) {
        gone_[pair.before] = found_[pair.after] = true;
        matched_.push_back(pair);
    }

    std::span<const EditionSheet> before_;
    std::span<const EditionSheet> after_;
    Years years_;
    std::vector<bool> gone_;
    std::vector<bool> found_;
    bool nameless_ = false;  ///< sheets without a goal are left: their order is all there is to go by
    std::vector<SheetPair> matched_;
};

/// An item or measure as it is recognised.
struct Part {
    std::string_view words;
    std::string_view also;  ///< what else tells it, where the words do not
    int number = 0;
};

class PartMatcher {
public:
    PartMatcher(std::vector<Part> before, std::vector<Part> after, Years years)
        : before_(std::move(before)),
          after_(std::move(after)),
          years_(years),
          gone_(before_.size()),
          found_(after_.size()) {}

    std::vector<PartPair> match() {
        match_same(true);
        match_same(false);
        match_alike();
        match_numbers();
        std::sort(matched_.begin(), matched_.end(),
                  [](const PartPair& a, const PartPair& b) { return a.after < b.after; });
        return std::move(matched_);
    }

private:
    using Key = std::pair<std::string, int>;

    void match_same(bool with_number) {
        const auto key_of = [&](const Part& part) { return Key{title_key(part.words), with_number ? part.number : 0}; };
        std::map<Key, std::vector<std::size_t>> open;
        for (std::size_t i = before_.size(); i-- > 0;)
            if (!gone_[i]) open[key_of(before_[i])].push_back(i);
        for (std::size_t i = 0; i < after_.size(); ++i) {
            const auto same = found_[i] ? open.end() : open.find(key_of(after_[i]));
            if (same == open.end() || same->second.empty()) continue;
            if (same->first.first.empty() && !with_number) continue;
            take({same->second.back(), i});
            same->second.pop_back();
        }
    }

    void match_alike() {
        WordingIndex index;
        for (const Part& part : before_) index.add(part.words);
        std::vector<std::pair<double, PartPair>> alike;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (found_[i]) continue;
            for (const auto& like : index.find(after_[i].words, kLikeEnough))
                if (!gone_[like.title]) alike.emplace_back(like.share, PartPair{like.title, i});
        }
        std::stable_sort(alike.begin(), alike.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [share, pair] : alike)
            if (!gone_[pair.before] && !found_[pair.after]) take(pair);
    }

    void match_numbers() {
        std::unordered_map<int, std::size_t> open;
        for (std::size_t i = before_.size(); i-- > 0;)
            if (!gone_[i]) open[before_[i].number] = i;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            const auto same = found_[i] ? open.end() : open.find(after_[i].number);
            if (same == open.end() || gone_[same->second] || !may_be_same(before_[same->second], after_[i])) continue;
            take({same->second, i});
        }
    }

    bool may_be_same(const Part& before, const Part& after) const {
        if (years_ == Years::same || before.words.empty() || after.words.empty()) return true;
        const bool also = !before.also.empty() && title_key(before.also) == title_key(after.also);
        return also || wording_likeness(before.words, after.words) >= kSomethingInCommon;
    }

    void take(const PartPair& pair) {
        gone_[pair.before] = found_[pair.after] = true;
        matched_.push_back(pair);
    }

    std::vector<Part> before_;
    std::vector<Part> after_;
    Years years_;
    std::vector<bool> gone_;
    std::vector<bool> found_;
    std::vector<PartPair> matched_;
};

std::vector<Part> parts_of(const Sheet& sheet) {
    std::vector<Part> parts;
    for (const Item& item : sheet.items)
        parts.push_back({item.title.text,
                         item.measures.empty() ? std::string_view{} : std::string_view(item.measures[0].action.text),
                         item.number});
    return parts;
}

std::vector<Part> parts_of(const Item& item) {
    std::vector<Part> parts;
    for (const Measure& measure : item.measures)
        parts.push_back({measure.action.text, measure.target.text, measure.number});
    return parts;
}

}  // namespace

std::vector<SheetPair> match_sheets(std::span<const EditionSheet> before, std::span<const EditionSheet> after,
                                    Years years) {
    return SheetMatcher(before, after, years).match();
}

std::vector<PartPair> match_items(const Sheet& before, const Sheet& after, Years years) {
    return PartMatcher(parts_of(before), parts_of(after), years).match();
}

std::vector<PartPair> match_measures(const Item& before, const Item& after, Years years) {
    return PartMatcher(parts_of(before), parts_of(after), years).match();
}

}  // namespace goalsheet
