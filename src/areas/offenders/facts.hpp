#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/extract.hpp"
#include "areas/offenders/offenders.hpp"

/// The rows that a record of an extract, or a person's typing, makes. Pure but for fresh ids.
namespace noms::offenders {

/// What one row of an extract brings, every fact naming its record.
struct RecordFacts {
    SourceRecord record{};
    std::vector<Name> names{};
    std::vector<NameToken> tokens{};
    std::vector<BirthDate> birth_dates{};
    std::vector<Identifier> identifiers{};
    std::vector<Address> addresses{};

    /// Puts all of it under one offender.
    void put_under(OffenderId);
};

RecordFacts facts_of(const ExtractRow&, const std::string& file, Date day);
/// A canonical identifier as a number: equal exactly when kind and value are.
std::int64_t match_key_of(IdentifierKind, std::string_view canonical);

/// The identifier as it is kept, checked by the rule.
Identifier identifier_of(IdentifierKind,
                         const std::string& value,
                         const std::string& source,
                         Date day);
/// Why the identifier is right, wrong or cannot be checked.
std::string why_of(const Identifier&, Date day);
/// The folded words of a name.
std::vector<NameToken> tokens_of(const Name&);

/// What is shown once these records stand under the offender, by the rule of each field. What
/// people corrected stays; their order makes no difference.
Offender settled(Offender, const std::vector<SourceRecord>&);

/// Where a value that is shown comes from.
struct ValueOrigin {
    std::string field{};  // "birth_date"
    std::string value{};
    std::string from{};  // "Prison record 17 of 3 April 2006, with a right PNC or CRO"
    std::string rule{};
};
DESCRIBE(ValueOrigin, field, value, from, rule)
/// Of name, birth date, sex and ethnicity.
std::vector<ValueOrigin> origins_of(const Offender&, const std::vector<SourceRecord>&);

/// Whether people corrected that field.
bool is_corrected(const Offender&, std::string_view field);
void mark_corrected(Offender&, std::string_view field);

}  // namespace noms::offenders
