#include "areas/offenders/facts.hpp"

#include <algorithm>

#include "areas/offenders/names.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

void add_name(
    RecordFacts& facts, NameKind kind, std::string first, std::string middle, std::string last) {
    Name name{.id = new_id<Name>(),
              .source_record = facts.record.id,
              .kind = kind,
              .first_name = in_name_case(first),
              .middle_name = in_name_case(middle),
              .surname = in_name_case(last)};
    std::ranges::copy(tokens_of(name), std::back_inserter(facts.tokens));
    facts.names.push_back(std::move(name));
}

void add_birth_date(RecordFacts& facts, NameKind kind, Date day) {
    facts.birth_dates.push_back({.id = new_id<BirthDate>(),
                                 .source_record = facts.record.id,
                                 .birth_date = day,
                                 .kind = kind});
}

void add_identifier(RecordFacts& facts, IdentifierKind kind, const std::string& value, Date day) {
    if (value.empty()) return;
    auto identifier = identifier_of(kind, value, facts.record.source, day);
    identifier.source_record = facts.record.id;
    facts.identifiers.push_back(std::move(identifier));
}

void add_addresses(RecordFacts& facts, const ExtractRow& row) {
    auto add = [&](const std::string& line, const std::string& postcode) {
        facts.addresses.push_back({.id = new_id<Address>(),
                                   .source_record = facts.record.id,
                                   .line = line,
                                   .postcode = upper(postcode),
                                   .source = row.source});
    };
    if (!row.address.empty() || !row.postcodes.empty())
        add(row.address, row.postcodes.empty() ? "" : row.postcodes.front());
    for (size_t i = 1; i < row.postcodes.size(); ++i) add("", row.postcodes[i]);
}

void add_once(std::vector<std::string>& list, std::string item) {
    if (!item.empty() && std::ranges::find(list, item) == list.end())
        list.push_back(std::move(item));
}

void fill_name(Offender& offender, const SourceRecord& record) {
    offender.first_name = record.first_name;
    offender.middle_name = record.middle_name;
    offender.surname = record.surname;
    offender.sort_key = sort_key_of(offender.surname, offender.first_name, offender.middle_name);
}

}  // namespace

void RecordFacts::put_under(OffenderId offender) {
    record.offender = offender;
    for (auto& each : names) each.offender = offender;
    for (auto& each : tokens) each.offender = offender;
    for (auto& each : birth_dates) each.offender = offender;
    for (auto& each : identifiers) each.offender = offender;
    for (auto& each : addresses) each.offender = offender;
}

RecordFacts facts_of(const ExtractRow& row, const std::string& file, Date day) {
    RecordFacts facts;
    facts.record = {.id = new_id<SourceRecord>(),
                    .source = row.source,
                    .record_key = row.record_key,
                    .key_digest = row.key_digest,
                    .digest = row.digest,
                    .file = file,
                    .line = row.line,
                    .came_on = day,
                    .content = row.content,
                    .surname = in_name_case(row.last_name),
                    .first_name = in_name_case(row.first_name),
                    .middle_name = in_name_case(row.middle_name),
                    .birth_date = row.birth_date,
                    .sex = row.sex,
                    .ethnicity = row.ethnicity};
    add_name(facts, NameKind::Main, row.first_name, row.middle_name, row.last_name);
    for (const auto& first : row.alias_first)
        add_name(facts, NameKind::Alias, first, "", row.last_name);
    for (const auto& last : row.alias_last)
        add_name(facts, NameKind::Alias, row.first_name, "", last);
    if (row.birth_date) add_birth_date(facts, NameKind::Main, *row.birth_date);
    for (Date alias : row.alias_birth_dates) add_birth_date(facts, NameKind::Alias, alias);
    add_identifier(facts, IdentifierKind::PrisonNumber, row.prison_number, day);
    add_identifier(facts, IdentifierKind::Crn, row.crn, day);
    add_identifier(facts, IdentifierKind::Pnc, row.pnc, day);
    add_identifier(facts, IdentifierKind::Cro, row.cro, day);
    add_addresses(facts, row);
    return facts;
}

Identity identity_of(const RecordFacts& facts) {
    Identity out{
        .record = facts.record.id, .offender = facts.record.offender, .sex = facts.record.sex};
    for (const auto& number : facts.identifiers)
        if (number.match_key)
            out.numbers.push_back({number.kind, *number.canonical, *number.match_key});
    for (const auto& day : facts.birth_dates) out.birth_dates.push_back(day.birth_date);
    for (const auto& name : facts.names) {
        add_once(out.surnames, folded(name.surname));
        add_once(out.first_names, folded(name.first_name));
    }
    return out;
}

Identifier identifier_of(IdentifierKind kind,
                         const std::string& value,
                         const std::string& source,
                         Date day) {
    auto ruling = identifier({.kind = kind, .value = value, .day = day}).value();
    Identifier out{.id = new_id<Identifier>(),
                   .kind = kind,
                   .value = value,
                   .canonical = ruling.canonical,
                   .search_key = ruling.search_key,
                   .state = ruling.state,
                   .source = source};
    if (ruling.canonical && kind != IdentifierKind::Other)
        out.match_key = match_key_of(kind, *ruling.canonical);
    return out;
}

std::string why_of(const Identifier& given, Date day) {
    return identifier({.kind = given.kind, .value = given.value, .day = day})->because.front().text;
}

std::vector<NameToken> tokens_of(const Name& name) {
    std::vector<std::string> words;
    for (const auto& part : {name.surname, name.first_name, name.middle_name})
        for (auto& word : name_words(part)) add_once(words, std::move(word));
    std::vector<NameToken> out;
    for (auto& word : words) out.push_back({name.id, std::move(word), name.offender});
    return out;
}

bool fill_from(Offender& offender, const SourceRecord& record) {
    auto before = offender;
    bool nameless = offender.surname.empty() && offender.first_name.empty();
    if (nameless && !is_corrected(offender, "name")) fill_name(offender, record);
    if (!offender.birth_date && !is_corrected(offender, "birth_date"))
        offender.birth_date = record.birth_date;
    if (offender.sex == Sex::NotKnown && !is_corrected(offender, "sex")) offender.sex = record.sex;
    if (!offender.ethnicity && record.ethnicity && !is_corrected(offender, "ethnicity")) {
        offender.ethnicity = record.ethnicity;
        offender.ethnicity_source = record.source;
    }
    return offender.sort_key != before.sort_key || offender.birth_date != before.birth_date ||
           offender.sex != before.sex || offender.ethnicity != before.ethnicity;
}

Offender settled(Offender offender, const std::vector<SourceRecord>& records) {
    if (records.empty()) return offender;
    if (!is_corrected(offender, "name")) {
        offender.surname = offender.first_name = offender.middle_name = offender.sort_key = "";
    }
    if (!is_corrected(offender, "birth_date")) offender.birth_date.reset();
    if (!is_corrected(offender, "sex")) offender.sex = Sex::NotKnown;
    if (!is_corrected(offender, "ethnicity")) {
        offender.ethnicity.reset();
        offender.ethnicity_source.clear();
    }
    for (const auto& record : records) fill_from(offender, record);
    return offender;
}

bool is_corrected(const Offender& offender, std::string_view field) {
    auto fields = split(offender.corrected, ',');
    return std::ranges::find(fields, field) != fields.end();
}

void mark_corrected(Offender& offender, std::string_view field) {
    if (is_corrected(offender, field)) return;
    if (!offender.corrected.empty()) offender.corrected += ',';
    offender.corrected += field;
}

}  // namespace noms::offenders
