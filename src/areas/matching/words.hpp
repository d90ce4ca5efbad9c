#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace noms::matching {

/// A word of a `Words`; 0 is the empty one, which stands for what is missing.
using WordId = std::uint32_t;

/// Every text that names and other words were given as, once. Words are never forgotten.
class Words {
public:
    Words();
    /// The word of that text; taken in when it is new.
    WordId add(std::string_view text);
    std::string_view text(WordId) const;
    size_t size() const { return entries_.size(); }
    /// Whether two names stand for one another by the table of nicknames and spellings.
    bool are_variants(WordId, WordId) const;
    /// One word for all variants of a name where it has some; itself otherwise.
    std::uint64_t root_of(WordId) const;
    /// How alike two names are to the eye: hardly at all, alike, or the same but for a slip.
    enum class Likeness { Unlike, Alike, Near };
    Likeness likeness(WordId, WordId) const;
    /// A digest of the text, whatever its id.
    std::uint64_t hash(WordId id) const { return entries_[id].hash; }

private:
    static constexpr size_t groups_max = 4;
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t at = 0;
        std::uint16_t length = 0;
        std::array<std::uint16_t, groups_max> groups{};
        std::uint32_t letters = 0;  // a bit for each letter that occurs
    };
    std::string letters_;
    std::vector<Entry> entries_;
    std::vector<WordId> slots_;

    void grow();
    bool may_be_alike(WordId, WordId) const;
};

}  // namespace noms::matching
