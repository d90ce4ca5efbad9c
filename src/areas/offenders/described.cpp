#include "areas/offenders/described.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

using namespace matching;
using namespace matching::level;

constexpr size_t evidence_shown = 4;

void add_part(std::string& list, std::string_view part) {
    if (part.empty()) return;
    if (!list.empty()) list += '|';
    list += part;
}

/// The outcome of a comparison whose levels up to `same` agree and up to `nearly` nearly do.
Agreement agreement(std::uint8_t level, std::uint8_t same, std::uint8_t nearly) {
    if (level == 0) return Agreement::Unknown;
    if (level <= same) return Agreement::Agrees;
    return level <= nearly ? Agreement::Nearly : Agreement::Differs;
}

Agreement surnames(std::uint8_t level) {
    if (level == LastNear) return Agreement::Nearly;
    return agreement(level, LastPart, LastAlike);
}

Agreement pncs(std::uint8_t level) {
    return agreement(level, PncSame, PncDiffersUnverified);
}

Agreement cros(std::uint8_t level) {
    if (level == CoreSame || level == CoreDiffers) return Agreement::Unknown;
    return agreement(level, CroSame, CroDiffersUnverified);
}

JoinFacts facts_of(const Compared& compared) {
    const auto& levels = compared.levels;
    return {.birth_date = agreement(levels[BirthDays], DayAlias, DayFirstOf),
            .surname = surnames(levels[LastNames]),
            .first_name = agreement(levels[FirstNames], FirstMiddle, FirstAlike),
            .sex = agreement(levels[Sexes], SexSame, SexSame),
            .pnc = pncs(levels[Pncs]),
            .cro = cros(levels[Cros])};
}

}  // namespace

Given Described::given() const {
    Given out;
    for (size_t i = 0; i < fields.size(); ++i) out.fields[i] = fields[i];
    return out;
}

Described described(std::string_view content) {
    static const std::map<std::string_view, Field> by_column = [] {
        std::map<std::string_view, Field> names;
        for (size_t i = 0; i < field_count; ++i) names[name_of(Field(i))] = Field(i);
        return names;
    }();
    Described out;
    while (!content.empty()) {
        auto line = content.substr(0, content.find('\n'));
        content.remove_prefix(std::min(line.size() + 1, content.size()));
        auto equals = line.find('=');
        if (equals == line.npos) continue;
        auto column = by_column.find(line.substr(0, equals));
        if (column != by_column.end()) out[column->second] = line.substr(equals + 1);
    }
    return out;
}

Described described(const Offender& who,
                    const std::vector<Name>& names,
                    const std::vector<BirthDate>& birth_dates,
                    const std::vector<Identifier>& numbers,
                    const std::vector<Address>& addresses) {
    Described out;
    out[Field::FirstName] = who.first_name;
    out[Field::MiddleName] = who.middle_name;
    out[Field::LastName] = who.surname;
    if (who.birth_date) out[Field::Dob] = noms::to_text(*who.birth_date);
    if (who.sex != offenders::Sex::NotKnown)
        out[Field::Sex] = who.sex == offenders::Sex::Male ? "M" : "F";
    out[Field::Ethnicity] = who.ethnicity.value_or("");
    for (const auto& name : names) {
        if (name.first_name != who.first_name) add_part(out[Field::AliasFirst], name.first_name);
        if (name.surname != who.surname) add_part(out[Field::AliasLast], name.surname);
    }
    for (const auto& day : birth_dates)
        if (day.birth_date != who.birth_date)
            add_part(out[Field::AliasDob], noms::to_text(day.birth_date));
    for (const auto& number : numbers) {
        if (number.kind == IdentifierKind::PrisonNumber) out[Field::PrisonNumber] = number.value;
        if (number.kind == IdentifierKind::Crn) out[Field::Crn] = number.value;
        if (number.kind == IdentifierKind::Pnc) out[Field::Pnc] = number.value;
        if (number.kind == IdentifierKind::Cro) out[Field::Cro] = number.value;
    }
    for (const auto& address : addresses) {
        if (out[Field::Address].empty()) out[Field::Address] = address.line;
        add_part(out[Field::Postcodes], address.postcode);
    }
    return out;
}

Weigher::Weigher(const matching::Population& people,
                 const Model& model,
                 std::shared_ptr<const matching::NumberRarities> numbers)
    : people_(people), model_(model), comparer_(people, model, std::move(numbers)), scale_(model) {}

std::int64_t Weigher::chance_of(double weight) const {
    return std::llround(10'000 * probability_of(model_, weight));
}

double Weigher::weight(Pair pair) const {
    return scale_.weigh(in_short(comparer_.compare(pair.left, pair.right)));
}

Explanation Weigher::explain(Pair pair) const {
    return scale_.explain(comparer_.compare(pair.left, pair.right));
}

/// What the rest says, once the numbers with a wrong check letter are left aside.
double Weigher::weight_without_unverified(Pair pair, Compared compared) const {
    const auto &left = people_[pair.left], &right = people_[pair.right];
    auto& levels = compared.levels;
    if (!(left.pnc.verified && right.pnc.verified) && levels[Pncs] <= PncNear) levels[Pncs] = 0;
    if (!(left.cro.verified && right.cro.verified) && levels[Cros] <= CroNear) levels[Cros] = 0;
    return scale_.weigh(in_short(compared));
}

Weighed Weigher::weigh(Pair pair, bool in_two_prisons) const {
    auto compared = comparer_.compare(pair.left, pair.right);
    const auto& levels = compared.levels;
    const auto &left = people_[pair.left], &right = people_[pair.right];
    Weighed out{.weight = scale_.weigh(in_short(compared)), .facts = facts_of(compared)};
    out.facts.in_two_prisons = in_two_prisons;
    out.facts.shares_number =
        (levels[Pncs] == PncSame && left.pnc.verified && right.pnc.verified) ||
        (levels[Cros] == CroSame && left.cro.verified && right.cro.verified) ||
        levels[PrisonNumbers] == PrisonNumberSame || levels[Crns] == CrnSame;
    out.facts.chance_in_10000 = chance_of(out.weight);
    out.facts.chance_in_10000_verified = std::min(
        out.facts.chance_in_10000, chance_of(weight_without_unverified(pair, std::move(compared))));
    out.ruling = may_join(out.facts);
    return out;
}

std::string Weigher::ground_of(Pair pair) const {
    auto levels = comparer_.compare(pair.left, pair.right).levels;
    if (levels[Pncs] == PncSame) return "Pnc";
    if (levels[Cros] == CroSame) return "Cro";
    if (levels[PrisonNumbers] == PrisonNumberSame) return "PrisonNumber";
    return levels[Crns] == CrnSame ? "Crn" : "Matching";
}

std::string Weigher::evidence_of(Pair pair) const {
    auto parts = explain(pair).parts;
    std::ranges::stable_sort(parts, std::greater{}, &WeightPart::bits);
    std::string out;
    size_t shown = 0;
    for (const auto& part : parts) {
        if (part.level.empty() || part.bits <= 0 || shown == evidence_shown) continue;
        if (shown++ > 0) out += "; ";
        out += fmt::format(
            "{} {}", words_of_field(part.field), words_of_level(part.field, part.level));
    }
    return out.empty() ? "nothing agrees" : out;
}

std::string_view words_of_field(std::string_view field) {
    static const std::map<std::string_view, std::string_view> words{
        {"first_name", "First name"},
        {"last_name", "Surname"},
        {"middle_name", "Middle name"},
        {"dob", "Birth date"},
        {"sex", "Sex"},
        {"ethnicity", "Ethnicity"},
        {"pnc", "PNC"},
        {"cro", "CRO"},
        {"prison_number", "Prison number"},
        {"crn", "CRN"},
        {"address", "Address"},
        {"sentence_dates", "Sentenced"}};
    auto found = words.find(field);
    return found == words.end() ? field : found->second;
}

std::string_view words_of_level(std::string_view field, std::string_view level) {
    static const std::map<std::pair<std::string_view, std::string_view>, std::string_view> words{
        {{"first_name", "variant"}, "a variant of the same name"},
        {{"first_name", "near"}, "spelled nearly the same"},
        {{"first_name", "alias"}, "same as an alias"},
        {{"first_name", "initial"}, "initial agrees"},
        {{"first_name", "swapped"}, "exchanged with the surname"},
        {{"first_name", "middle"}, "same as the middle name"},
        {{"last_name", "near"}, "spelled nearly the same"},
        {{"last_name", "alias"}, "same as an alias"},
        {{"last_name", "part"}, "one part is the same"},
        {{"middle_name", "initial"}, "initial agrees"},
        {{"middle_name", "near"}, "spelled nearly the same"},
        {{"dob", "alias"}, "same as another given"},
        {{"dob", "exchanged"}, "day and month exchanged"},
        {{"dob", "one slip"}, "one digit off"},
        {{"dob", "year only off"}, "same day, the year is off"},
        {{"dob", "first of month or year"}, "one is a first of the month"},
        {{"dob", "same year"}, "only the year is the same"},
        {{"dob", "far"}, "more than ten years apart"},
        {{"pnc", "near"}, "one digit off, unverified"},
        {{"cro", "near"}, "one digit off, unverified"},
        {{"cro", "core same"}, "serial is that of the PNC"},
        {{"cro", "core differs"}, "serial is not that of the PNC"},
        {{"prison_number", "near"}, "one digit off"},
        {{"address", "postcode and line"}, "postcode and street the same"},
        {{"address", "postcode"}, "postcode the same"},
        {{"address", "line, postcode near"}, "street the same, postcode one off"},
        {{"address", "postcode near"}, "postcode one off"},
        {{"address", "line"}, "street the same"},
        {{"address", "district"}, "same district"},
        {{"sentence_dates", "several same"}, "on the same days"},
        {{"sentence_dates", "one same"}, "on the same day"},
        {{"sentence_dates", "differs"}, "on other days"}};
    auto found = words.find({field, level});
    return found == words.end() ? level : found->second;
}

}  // namespace noms::offenders
