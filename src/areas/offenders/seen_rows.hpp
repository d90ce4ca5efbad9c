#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "areas/offenders/extract.hpp"

namespace noms::offenders {

/// Which rows of an extract came before. One that came with other content under the same number
/// stands as it came first, until a person decides.
class SeenRows {
public:
    enum class Came { Never, SameToTheLetter, WithOtherContent };

    /// A row that is here, by its digest alone.
    void add(std::int64_t digest) { digests_.insert(digest); }
    /// The content of a row that came under a key.
    void add(std::int64_t key_digest, std::string_view content);
    /// Whether the row came before; it has from now on.
    Came take(const ExtractRow&);

private:
    std::unordered_set<std::int64_t> digests_;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> numbers_;  // own numbers, by key
};

}  // namespace noms::offenders
