#include "areas/matching/words.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "areas/matching/data.gen.hpp"
#include "areas/matching/hashing.hpp"
#include "areas/matching/similarity.hpp"
#include "kit/base/text.hpp"

namespace noms::matching {
namespace {

constexpr size_t word_length_max = 200;
constexpr double near_at_least = 0.92;
constexpr double alike_at_least = 0.80;

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
    for (char c : text) entry.letters |= 1U << (static_cast<unsigned char>(c) & 31);
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

/// Jaro's similarity cannot be higher than what the letters that only one of the two has allow.
bool Words::may_be_alike(WordId left, WordId right) const {
    const auto& a = entries_[left];
    const auto& b = entries_[right];
    int common = std::min(a.length - std::popcount(a.letters & ~b.letters),
                          b.length - std::popcount(b.letters & ~a.letters));
    double jaro = (double(common) / a.length + double(common) / b.length + 1) / 3;
    bool same_start = letters_[a.at] == letters_[b.at];
    return jaro + (same_start ? 0.4 * (1 - jaro) : 0) >= alike_at_least;
}

Words::Likeness Words::likeness(WordId left, WordId right) const {
    if (!may_be_alike(left, right)) return Likeness::Unlike;
    auto a = text(left), b = text(right);
    if (a.size() < 2 || b.size() < 2) return Likeness::Unlike;
    bool slip = std::max(a.size(), b.size()) > 3 && one_edit_apart(a, b);
    if (slip || (a.size() > 4 && same_letters(a, b))) return Likeness::Near;
    auto similarity = jaro_winkler(a, b);
    if (similarity >= near_at_least) return Likeness::Near;
    return similarity >= alike_at_least ? Likeness::Alike : Likeness::Unlike;
}

std::uint64_t Words::root_of(WordId id) const {
    const auto& entry = entries_[id];
    return entry.groups[0] != 0 ? entry.groups[0] : entry.hash;
}

}  // namespace noms::matching
