// How the fields of a record are cleaned before they are compared.
#include <algorithm>
#include <array>
#include <charconv>

#include "areas/matching/hashing.hpp"
#include "areas/matching/population.hpp"
#include "kit/base/text.hpp"

namespace noms::matching {
namespace {

constexpr size_t list_length_max = 12;
constexpr size_t part_length_min = 3;

/// Calls `take` with each part of a list that is parted by `|`, up to the longest one kept.
template <class Take>
void for_each_part(std::string_view list, Take&& take) {
    for (size_t count = 0; !list.empty() && count < list_length_max; ++count) {
        auto end = list.find('|');
        if (auto part = trimmed(list.substr(0, end)); !part.empty()) take(part);
        if (end == list.npos) break;
        list.remove_prefix(end + 1);
    }
}

bool stands_for_missing(std::string_view folded_text) {
    static constexpr std::array<std::string_view, 11> words{"unknown",
                                                            "not known",
                                                            "not entered",
                                                            "not stated",
                                                            "none",
                                                            "null",
                                                            "na",
                                                            "n/a",
                                                            "nan",
                                                            "nil",
                                                            "no name"};
    return std::ranges::find(words, folded_text) != words.end();
}

std::string clean(std::string_view text) {
    if (text.empty()) return {};
    auto out = folded(text);
    if (stands_for_missing(out)) out.clear();
    return out;
}

/// A surname as one word: "O Neill" and "O'Neill" are the same.
std::string joined(std::string_view name) {
    std::string out;
    for (char c : name)
        if (c != ' ') out += c;
    return out;
}

/// The day that "1980-02-09", "19800209" or "09/02/1980" tells; nought for what is no day. Months
/// and days beyond the calendar stand: a mis-keyed day is still worth comparing.
std::uint32_t day_of_text(std::string_view text) {
    std::array<std::uint32_t, 3> numbers{};
    std::array<size_t, 3> lengths{};
    size_t count = 0;
    for (size_t i = 0; i < text.size() && count < 3;) {
        if (text[i] < '0' || text[i] > '9') {
            if (text[i] == 'T' || text[i] == ' ') break;
            ++i;
            continue;
        }
        size_t end = i;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        std::from_chars(text.data() + i, text.data() + end, numbers[count]);
        lengths[count++] = end - i;
        i = end;
    }
    if (count == 1 && lengths[0] == 8) return numbers[0];
    if (count < 3) return 0;
    if (lengths[0] != 4) std::swap(numbers[0], numbers[2]);
    if (numbers[0] < 1000 || numbers[0] > 9999 || numbers[1] > 99 || numbers[2] > 99) return 0;
    return numbers[0] * 10000 + numbers[1] * 100 + numbers[2];
}

/// The first of January 1900 is what systems write when they know no day.
std::uint32_t birth_day_of(std::string_view text) {
    auto day = day_of_text(trimmed(text));
    return day == 19000101 ? 0 : day;
}

/// A number and the beginning of a street: "12 High Road" and "12 High Rd" are the same.
std::uint32_t line_of(std::string_view address) {
    auto first_end = address.find(' ');
    if (first_end == address.npos) return 0;
    auto text = clean(address.substr(0, address.find(' ', first_end + 1)));
    if (text.empty() || text == "no fixed") return 0;
    return std::uint32_t(hash_of(text)) | 1;
}

char sex_of(std::string_view text) {
    if (text.empty()) return 0;
    switch (text[0]) {
        case 'm':
        case 'M': return 'M';
        case 'f':
        case 'F': return 'F';
        default: return 0;
    }
}

}  // namespace

bool is_of_no_fixed_abode(std::string_view postcode) {
    static const auto first = packed("NF11NF"), second = packed("NF11FA");
    auto given = packed(postcode);
    return given == first || given == second;
}

void Population::clean_names(Person& person, const Given& given) {
    auto first = clean(given[Field::FirstName]);
    auto middle = clean(given[Field::MiddleName]);
    auto last = clean(given[Field::LastName]);
    auto end = std::min(first.find(' '), first.size());
    person.first = words_.add(std::string_view(first).substr(0, end));
    if (middle.empty() && end < first.size()) middle = first.substr(end + 1);
    person.middle = words_.add(std::string_view(middle).substr(0, middle.find(' ')));
    person.last = words_.add(joined(last));
    for_each_part(given[Field::AliasFirst], [&](std::string_view part) {
        auto name = clean(part);
        auto word = words_.add(std::string_view(name).substr(0, name.find(' ')));
        if (word == 0) return;
        lists_.push_back(word);
        ++person.alias_firsts;
    });
    for_each_part(given[Field::AliasLast], [&](std::string_view part) {
        auto word = words_.add(joined(clean(part)));
        if (word == 0) return;
        lists_.push_back(word);
        ++person.alias_lasts;
    });
    if (last.find(' ') == last.npos) return;
    for (const auto& part : split(last, ' ')) {
        if (part.size() < part_length_min || person.last_parts == list_length_max) continue;
        lists_.push_back(words_.add(part));
        ++person.last_parts;
    }
}

void Population::clean_days(Person& person, const Given& given) {
    person.birth_day = birth_day_of(given[Field::Dob]);
    auto keep = [&](std::uint8_t& count) {
        return [&](std::string_view part) {
            auto day = birth_day_of(part);
            if (day == 0) return;
            lists_.push_back(day);
            ++count;
        };
    };
    for_each_part(given[Field::AliasDob], keep(person.alias_birth_days));
    for_each_part(given[Field::SentenceDates], keep(person.sentence_days));
}

void Population::clean_address(Person& person, const Given& given) {
    person.line = line_of(trimmed(given[Field::Address]));
    person.postcodes_at = std::uint32_t(postcodes_.size());
    for_each_part(given[Field::Postcodes], [&](std::string_view part) {
        auto postcode = packed(part);
        if (postcode == 0 || is_of_no_fixed_abode(part)) return;
        postcodes_.push_back(postcode);
        ++person.postcodes;
    });
}

Person Population::cleaned(const Given& given) {
    Person person;
    auto id = given[Field::RecordId].substr(0, 255);
    person.id_at = std::uint32_t(ids_.size());
    person.id_length = std::uint8_t(id.size());
    ids_ += id;
    person.in_prison = trimmed(given[Field::Source]) == "prison";
    person.prison_number = packed(given[Field::PrisonNumber]);
    person.crn = packed(given[Field::Crn]);
    person.pnc = pnc_of(trimmed(given[Field::Pnc]));
    person.cro = cro_of(trimmed(given[Field::Cro]));
    person.lists_at = std::uint32_t(lists_.size());
    clean_names(person, given);
    clean_days(person, given);
    clean_address(person, given);
    person.sex = sex_of(trimmed(given[Field::Sex]));
    person.ethnicity = words_.add(clean(given[Field::Ethnicity]));
    return person;
}

PersonIndex Population::add(const Given& given, size_t texts) {
    texts_each_ = texts;
    people_.push_back(cleaned(given));
    for (size_t i = 0; i < texts; ++i) texts_.push_back(words_.add(clean(given.texts[i])));
    return PersonIndex(people_.size() - 1);
}

void Population::replace(PersonIndex at, const Given& given, size_t texts) {
    people_[at] = cleaned(given);
    for (size_t i = 0; i < texts; ++i)
        texts_[size_t(at) * texts_each_ + i] = words_.add(clean(given.texts[i]));
}

}  // namespace noms::matching
