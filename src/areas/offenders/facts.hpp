#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/extract.hpp"
#include "areas/offenders/linking.hpp"
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
/// What linking looks at.
Identity identity_of(const RecordFacts&);

/// The identifier as it is kept, checked by the rule.
Identifier identifier_of(IdentifierKind,
                         const std::string& value,
                         const std::string& source,
                         Date day);
/// Why the identifier is right, wrong or cannot be checked.
std::string why_of(const Identifier&, Date day);
/// The folded words of a name.
std::vector<NameToken> tokens_of(const Name&);

/// Fills what is not yet known of the offender, and not corrected by people, from a record; says
/// whether anything was filled. The first record gives everything.
bool fill_from(Offender&, const SourceRecord&);
/// What is shown once only these records, in the order they came, stand under the offender.
Offender settled(Offender, const std::vector<SourceRecord>&);

/// Whether people corrected that field.
bool is_corrected(const Offender&, std::string_view field);
void mark_corrected(Offender&, std::string_view field);

}  // namespace noms::offenders
