#include "areas/offenders/facts.hpp"

#include <algorithm>

#include "areas/offenders/described.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/rules_values.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

constexpr std::string_view not_stated = "NS";

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

/// A field of the one record: its values by record, and how one of them is put in its place.
struct ShownField {
    std::string_view name;
    std::string (*value_of)(const SourceRecord&);
    void (*put)(Offender&, const SourceRecord&);
    void (*clear)(Offender&);
};

constexpr ShownField shown_fields[] = {
    {"name",
     [](const SourceRecord& record) { return record.surname + record.first_name; },
     [](Offender& who, const SourceRecord& record) {
         who.first_name = record.first_name;
         who.middle_name = record.middle_name;
         who.surname = record.surname;
         who.sort_key = sort_key_of(who.surname, who.first_name, who.middle_name);
     },
     [](Offender& who) { who.surname = who.first_name = who.middle_name = who.sort_key = ""; }},
    {"birth_date",
     [](const SourceRecord& record) {
         return record.birth_date ? to_text(*record.birth_date) : std::string();
     },
     [](Offender& who, const SourceRecord& record) { who.birth_date = record.birth_date; },
     [](Offender& who) { who.birth_date.reset(); }},
    {"sex",
     [](const SourceRecord& record) {
         return record.sex == Sex::NotKnown ? std::string()
                                            : std::string(describe::choice_text(record.sex));
     },
     [](Offender& who, const SourceRecord& record) { who.sex = record.sex; },
     [](Offender& who) { who.sex = Sex::NotKnown; }},
    {"ethnicity",
     [](const SourceRecord& record) {
         auto code = record.ethnicity.value_or("");
         return code == not_stated ? std::string() : code;
     },
     [](Offender& who, const SourceRecord& record) {
         who.ethnicity = record.ethnicity;
         who.ethnicity_source = record.source;
     },
     [](Offender& who) {
         who.ethnicity.reset();
         who.ethnicity_source.clear();
     }},
};

/// Whether the police know the person of the record by a number whose check letter is right.
bool is_verified(const SourceRecord& record) {
    auto numbers = described(record.content);
    auto right = [&](IdentifierKind kind, const std::string& value) {
        auto ruling = identifier({.kind = kind, .value = value, .day = record.came_on}).value();
        return ruling.state == IdentifierState::Verified;
    };
    return right(IdentifierKind::Pnc, numbers[matching::Field::Pnc]) ||
           right(IdentifierKind::Cro, numbers[matching::Field::Cro]);
}

/// The record whose value of a field is shown.
const SourceRecord* shown_record(const ShownField& field,
                                 const std::vector<SourceRecord>& records) {
    std::vector<SourcedValue> values;
    for (const auto& record : records)
        values.push_back({.value = field.value_of(record),
                          .on = record.came_on,
                          .verified = is_verified(record),
                          .in_prison = record.source == "prison",
                          .digest = record.digest});
    auto at = shown_of(values, rule_of(field.name));
    return at ? &records[*at] : nullptr;
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

std::int64_t match_key_of(IdentifierKind kind, std::string_view canonical) {
    // The check letter follows from the rest; without it the longest number has 11 characters, and
    // 6 times 36 to the power of 11 fits.
    if (kind == IdentifierKind::Pnc || kind == IdentifierKind::Cro) canonical.remove_suffix(1);
    std::int64_t key = static_cast<std::int64_t>(kind) + 1;
    for (char c : canonical) {
        if (c == '/') continue;
        key = key * 36 + (c >= 'A' ? c - 'A' + 10 : c - '0');
    }
    return key;
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

Offender settled(Offender offender, const std::vector<SourceRecord>& records) {
    if (records.empty()) return offender;
    for (const auto& field : shown_fields) {
        if (is_corrected(offender, field.name)) continue;
        field.clear(offender);
        if (auto* record = shown_record(field, records)) field.put(offender, *record);
    }
    return offender;
}

std::vector<ValueOrigin> origins_of(const Offender& who, const std::vector<SourceRecord>& records) {
    std::vector<ValueOrigin> out;
    for (const auto& field : shown_fields) {
        ValueOrigin origin{.field = std::string(field.name),
                           .rule = std::string(words_of_rule(rule_of(field.name)))};
        const auto* record = shown_record(field, records);
        if (is_corrected(who, field.name)) {
            origin.from = "Corrected here";
        } else if (record) {
            origin.value = field.value_of(*record);
            origin.from = label_of(record->source) + " record " + record->record_key + " of " +
                          noms::in_words(record->came_on) +
                          (is_verified(*record) ? ", which has a right PNC or CRO" : "");
        } else {
            origin.from = "No record says";
        }
        out.push_back(std::move(origin));
    }
    return out;
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
