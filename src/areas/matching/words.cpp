#include "areas/matching/words.hpp"

#include <algorithm>
#include <unordered_map>

#include "areas/matching/data.gen.hpp"
#include "areas/matching/hashing.hpp"
#include "kit/base/text.hpp"

namespace noms::matching {
namespace {

constexpr size_t word_length_max = 200;

using Groups = std::unordered_map<std::string, std::array<std::uint16_t, 4>>;

/// Each line of data/nicknames.csv is a group of names that stand for one another.
Groups read_groups() {
    Groups groups;
    std::uint16_t number = 0;
    for (const auto& line : split(data::nicknames, '\n')) {
        ++number;
        for (const auto& name : split(line, ' ')) {
            auto& of_name = groups[name];
            auto free = std::ranges::find(of_name, 0);
            if (free != of_name.end()) *free = number;
        }
    }
    return groups;
}

const Groups& groups_by_name() {
    static const Groups groups = read_groups();
    return groups;
}

}  // namespace

Words::Words() : entries_(1), slots_(1024) {
    entries_[0].hash = hash_of("");
}

void Words::grow() {
    std::vector<WordId> wider(slots_.size() * 2);
    auto mask = wider.size() - 1;
    for (WordId id = 1; id < entries_.size(); ++id) {
        auto at = entries_[id].hash & mask;
        while (wider[at] != 0) at = (at + 1) & mask;
        wider[at] = id;
    }
    slots_ = std::move(wider);
}

WordId Words::add(std::string_view text) {
    if (text.empty()) return 0;
    text = text.substr(0, word_length_max);
    auto hash = hash_of(text);
    auto mask = slots_.size() - 1;
    auto at = hash & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask)
        if (entries_[slots_[at]].hash == hash && this->text(slots_[at]) == text) return slots_[at];
    auto id = WordId(entries_.size());
    Entry entry{
        .hash = hash, .at = std::uint32_t(letters_.size()), .length = std::uint16_t(text.size())};
    if (auto found = groups_by_name().find(std::string(text)); found != groups_by_name().end())
        entry.groups = found->second;
    letters_ += text;
    entries_.push_back(entry);
    slots_[at] = id;
    if (entries_.size() * 2 > slots_.size()) grow();
    return id;
}

std::string_view Words::text(WordId id) const {
    const auto& entry = entries_[id];
    return std::string_view(letters_).substr(entry.at, entry.length);
}

bool Words::are_variants(WordId left, WordId right) const {
    for (auto mine : entries_[left].groups)
        for (auto theirs : entries_[right].groups)
            if (mine != 0 && mine == theirs) return true;
    return false;
}

std::uint64_t Words::root_of(WordId id) const {
    const auto& entry = entries_[id];
    return entry.groups[0] != 0 ? entry.groups[0] : entry.hash;
}

}  // namespace noms::matching
