// SPDX-License-Identifier: MIT
#include "goalsheet/finding_list.hpp"

#include <utility>

namespace goalsheet {
namespace {

// The texts a finding has alone, in the order in which they are packed.
template <class OneFinding>
auto own_texts(OneFinding& finding) {
    return std::array{&finding.message.ja, &finding.message.en, &finding.address.words.ja, &finding.address.words.en,
                      &finding.cell};
}

}  // namespace

FindingList::Word FindingList::word(const std::string& text) {
    const auto [entry, added] = word_of_.try_emplace(text, static_cast<Word>(words_.size()));
    if (added) words_.push_back(text);
    return entry->second;
}

void FindingList::add(const Finding& finding) {
    Packed& packed = packed_.emplace_back();
    const auto texts = own_texts(finding);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        packed.texts += *texts[i];
        packed.sizes[i] = static_cast<std::uint32_t>(texts[i]->size());
    }
    packed.texts.shrink_to_fit();
    packed.code = word(finding.code);
    packed.name = word(finding.name);
    packed.path = word(finding.path);
    packed.goal = word(finding.goal);
    packed.severity = finding.severity;
    packed.region = finding.region;
    packed.document = static_cast<std::uint32_t>(finding.document);
    packed.sheet = static_cast<std::uint32_t>(finding.address.sheet);
    packed.item = finding.address.item;
    packed.measure = finding.address.measure;
    packed.field = finding.address.field;
    packed.fails = finding.fails;
}

Finding FindingList::at(std::size_t index) const {
    const Packed& packed = packed_[index];
    Finding finding;
    std::size_t begin = 0;
    const auto texts = own_texts(finding);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        *texts[i] = packed.texts.substr(begin, packed.sizes[i]);
        begin += packed.sizes[i];
    }
    finding.code = words_[packed.code];
    finding.name = words_[packed.name];
    finding.path = words_[packed.path];
    finding.goal = words_[packed.goal];
    finding.severity = packed.severity;
    finding.region = packed.region;
    finding.document = packed.document;
    finding.address.sheet = packed.sheet;
    finding.address.item = packed.item;
    finding.address.measure = packed.measure;
    finding.address.field = packed.field;
    finding.fails = packed.fails;
    return finding;
}

}  // namespace goalsheet
