#include "areas/offenders/seen_rows.hpp"

#include <algorithm>

#include "areas/offenders/described.hpp"
#include "kit/base/digest.hpp"

namespace noms::offenders {
namespace {

/// The number that a source itself gives its records, as a digest; 0 when the row has none.
std::int64_t own_number(std::string_view content) {
    auto record = described(content);
    bool prison = record[matching::Field::Source] == "prison";
    const auto& number = record[prison ? matching::Field::PrisonNumber : matching::Field::Crn];
    return number.empty() ? 0 : digest_of(number);
}

}  // namespace

void SeenRows::add(std::int64_t key_digest, std::string_view content) {
    numbers_[key_digest].push_back(own_number(content));
}

SeenRows::Came SeenRows::take(const ExtractRow& row) {
    if (!digests_.insert(row.digest).second) return Came::SameToTheLetter;
    auto& numbers = numbers_[row.key_digest];
    auto own = own_number(row.content);
    if (own != 0 && std::ranges::find(numbers, own) != numbers.end()) return Came::WithOtherContent;
    numbers.push_back(own);
    return Came::Never;
}

}  // namespace noms::offenders
