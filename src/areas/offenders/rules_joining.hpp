#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Whether two records are joined without a person, kept for somebody to look at, or left apart.
namespace noms::offenders {

/// What two records say of one thing. Unknown: one of them says nothing.
enum class Agreement { Unknown, Agrees, Nearly, Differs };

/// What comparing two records gave, as far as a join hangs on it.
struct JoinFacts {
    Agreement birth_date = Agreement::Unknown;
    Agreement surname = Agreement::Unknown;
    Agreement first_name = Agreement::Unknown;
    Agreement sex = Agreement::Unknown;
    Agreement pnc = Agreement::Unknown;  // Differs only where both check letters are right
    Agreement cro = Agreement::Unknown;
    bool shares_number = false;                 // a right one: PNC, CRO, prison number or CRN
    bool in_two_prisons = false;                // joined, one person would be in both at once
    std::int64_t chance_in_10000 = 0;           // that it is one person
    std::int64_t chance_in_10000_verified = 0;  // without what unverified numbers say for it
};

/// `reason` of a review is a stable word: "pnc_differs", "two_prisons", "doubtful".
struct JoinRuling {
    enum class Is { Apart, Review, Join } is = Is::Apart;
    std::string reason{};
};

/// A chance from which on records are joined without a person; measured so that of a thousand such
/// pairs at most one is wrong (docs/decisions/0006).
inline constexpr std::int64_t chance_to_join_in_10000 = 9700;
/// Below this nobody looks, unless the two share a number.
inline constexpr std::int64_t chance_to_review_in_10000 = 1000;

/// What contradicts that two records are one person's, as a stable word; empty when nothing does.
std::string contradiction(const JoinFacts&);

/// Two records are joined when the chance says so, a birth date or surname agrees as well, and
/// nothing contradicts it. A number with a wrong check letter never joins by itself.
JoinRuling may_join(const JoinFacts&);

/// The reason in the words of a page: "two right PNCs differ".
std::string_view words_of_reason(std::string_view reason);

}  // namespace noms::offenders
