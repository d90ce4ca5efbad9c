#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/matching/identifiers.hpp"
#include "areas/matching/words.hpp"

namespace noms::matching {

/// What a record may say about a person. Columns of a file bear these names.
enum class Field : std::uint8_t {
    RecordId,
    Source,
    PrisonNumber,
    Crn,
    Pnc,
    Cro,
    FirstName,
    MiddleName,
    LastName,
    AliasFirst,
    AliasLast,
    Dob,
    AliasDob,
    Sex,
    Ethnicity,
    Address,
    Postcodes,
    SentenceDates,
};
constexpr size_t field_count = size_t(Field::SentenceDates) + 1;
/// How many further columns can be compared, as plain texts.
constexpr size_t texts_max = 8;

/// One record as it is given: its fields as text, lists parted by `|`. The texts are looked at,
/// never kept.
struct Given {
    std::array<std::string_view, field_count> fields{};
    std::array<std::string_view, texts_max> texts{};
    std::string_view& operator[](Field field) { return fields[size_t(field)]; }
    std::string_view operator[](Field field) const { return fields[size_t(field)]; }
};

/// Whether a postcode is one that systems write for people who live nowhere: it says no place.
bool is_of_no_fixed_abode(std::string_view postcode);

/// A record by its place in the population.
using PersonIndex = std::uint32_t;

/// One record, cleaned for comparing. Days are the number yyyymmdd; nought is "not known". Its
/// lists lie in the population.
struct Person {
    std::uint64_t prison_number = 0;
    std::uint64_t crn = 0;
    CheckedNumber pnc{};
    CheckedNumber cro{};
    WordId first = 0;
    WordId middle = 0;
    WordId last = 0;
    WordId ethnicity = 0;
    std::uint32_t birth_day = 0;
    std::uint32_t line = 0;  // a digest of the first line of the address
    std::uint32_t lists_at = 0;
    std::uint32_t postcodes_at = 0;
    std::uint32_t id_at = 0;
    std::uint8_t id_length = 0;
    std::uint8_t alias_firsts = 0;
    std::uint8_t alias_lasts = 0;  // and the parts of a double-barrelled name, after them
    std::uint8_t last_parts = 0;
    std::uint8_t alias_birth_days = 0;
    std::uint8_t sentence_days = 0;
    std::uint8_t postcodes = 0;
    char sex = 0;
    bool in_prison = false;
};

/// The records that are compared, and the words and lists they are made of.
class Population {
public:
    /// Takes a record in, cleaned; `texts`: how many further columns it has.
    PersonIndex add(const Given&, size_t texts = 0);
    /// Cleans a record in the place of another, which keeps its index.
    void replace(PersonIndex, const Given&, size_t texts = 0);
    /// Forgets the record that was added last; its words stay.
    void forget_last();
    /// Takes all records of another population in, after its own.
    void absorb(const Population&);
    /// Puts the records in an order that depends on what they say only, never on the order in
    /// which they came: those of one surname together, then by a digest of their ids.
    void put_in_order();

    size_t size() const { return people_.size(); }
    const Person& operator[](PersonIndex at) const { return people_[at]; }
    const Words& words() const { return words_; }
    std::string_view record_id(PersonIndex at) const {
        return std::string_view(ids_).substr(people_[at].id_at, people_[at].id_length);
    }
    std::span<const std::uint32_t> alias_firsts(const Person& person) const {
        return list(person.lists_at, person.alias_firsts);
    }
    std::span<const std::uint32_t> alias_lasts(const Person& person) const {
        return list(person.lists_at + person.alias_firsts, person.alias_lasts);
    }
    /// The parts of a surname of several words.
    std::span<const std::uint32_t> last_parts(const Person& person) const {
        return list(person.lists_at + person.alias_firsts + person.alias_lasts, person.last_parts);
    }
    std::span<const std::uint32_t> alias_birth_days(const Person& person) const {
        return list(person.lists_at + names_of(person), person.alias_birth_days);
    }
    std::span<const std::uint32_t> sentence_days(const Person& person) const {
        return list(person.lists_at + names_of(person) + person.alias_birth_days,
                    person.sentence_days);
    }
    std::span<const std::uint64_t> postcodes(const Person& person) const {
        return {postcodes_.data() + person.postcodes_at, person.postcodes};
    }
    /// The words of the further columns; empty when there are none.
    std::span<const WordId> texts(PersonIndex at) const {
        return {texts_.data() + size_t(at) * texts_each_, texts_each_};
    }
    size_t texts_each() const { return texts_each_; }

private:
    std::vector<Person> people_;
    Words words_;
    std::string ids_;
    std::vector<std::uint32_t> lists_;
    std::vector<std::uint64_t> postcodes_;
    std::vector<WordId> texts_;
    size_t texts_each_ = 0;

    static std::uint32_t names_of(const Person& person) {
        return std::uint32_t(person.alias_firsts + person.alias_lasts + person.last_parts);
    }
    std::span<const std::uint32_t> list(std::uint32_t at, std::uint8_t length) const {
        return {lists_.data() + at, length};
    }
    Person cleaned(const Given&);
    void clean_names(Person&, const Given&);
    void clean_days(Person&, const Given&);
    void clean_address(Person&, const Given&);
};

}  // namespace noms::matching
