#include "areas/offenders/generate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/offenders/invent.hpp"
#include "kit/base/csv.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

/// Writes the records of one person, with the slips that clerks make.
class Clerk {
public:
    Clerk(const GenerateOptions& options, Dice& dice, Inventor& inventor)
        : options_(options), dice_(dice), inventor_(inventor) {}

    std::vector<std::string> record(InventedPerson& person, int number, bool prison) {
        auto last = !person.maiden.empty() && dice_.in_100(40) ? person.maiden : person.last;
        auto first = person.first, middle = dice_.in_100(50) ? person.middle : "";
        if (dice_.in_100(3)) last = slipped(last);
        if (dice_.in_100(45)) {
            first = upper(first);
            last = upper(last);
        }
        // A second time in prison sometimes gets a second number.
        if (prison && dice_.in_100(10)) person.prison_number = inventor_.new_prison_number();
        bool knows_prison_number = prison || dice_.in_100(35);
        auto alias_last =
            !person.maiden.empty() && dice_.in_100(50)
                ? (folded(last) == folded(person.maiden) ? person.last : person.maiden)
                : "";
        return {std::to_string(number),
                prison ? "prison" : "probation",
                knows_prison_number ? person.prison_number : "",
                prison ? "" : person.crn,
                dice_.in_100(75) ? police_number(person.pnc) : "",
                dice_.in_100(40) ? person.cro : "",
                first,
                middle,
                last,
                dice_.in_100(50) ? person.alias : "",
                alias_last,
                dice_.in_100(1) ? "" : to_text(birth_date(person)),
                "",
                dice_.in_1000(5) ? ""
                : person.woman   ? "F"
                                 : "M",
                dice_.in_100(88) ? person.ethnicity : "",
                dice_.in_100(6) ? "No fixed abode" : person.line,
                person.postcode,
                "",
                held_by(prison)};
    }

private:
    const GenerateOptions& options_;
    Dice& dice_;
    Inventor& inventor_;

    std::string slipped(std::string text) {
        if (text.size() < 4) return text;
        auto at = 1 + size_t(dice_.throw_one(int(text.size()) - 2));
        bool plain =
            (text[at] & 0x80) == 0 && (text[at + 1] & 0x80) == 0 && (text[at - 1] & 0x80) == 0;
        if (plain && dice_.in_100(50))
            std::swap(text[at], text[at + 1]);
        else if (plain)
            text.erase(at, 1);
        return text;
    }
    /// In short form, mis-keyed, or as it is.
    std::string police_number(std::string pnc) {
        if (dice_.in_100(2)) pnc[8] = char('0' + (pnc[8] - '0' + 1) % 10);
        if (dice_.in_100(15)) return pnc.substr(2);
        return pnc;
    }
    Date birth_date(const InventedPerson& person) {
        if (!dice_.in_100(2)) return person.born;
        auto slip = plus_days(person.born, dice_.in_100(50) ? 10 : 1);
        return slip < options_.day ? slip : person.born;
    }
    std::string held_by(bool prison) {
        const auto& codes = prison ? options_.prisons : options_.areas;
        return codes.empty() ? "" : dice_.pick(codes);
    }
};

}  // namespace

const std::string_view extract_heading =
    "record_id,source,prison_number,crn,pnc,cro,first_name,middle_name,last_name,alias_first,"
    "alias_last,dob,alias_dob,sex,ethnicity,address,postcodes,sentence_dates,held_by\r\n";

Population::Population(GenerateOptions options)
    : options_(std::move(options)), dice_(options_.seed), inventor_(dice_, options_.day) {}

std::vector<std::string> Population::next(int rows_max) {
    bool sibling = made_ > 0 && dice_.in_100(4);
    person_ = sibling ? inventor_.sibling_of(person_) : inventor_.person();
    ++made_;
    int records = 1 + (dice_.in_100(50) ? 1 : 0) + (dice_.in_100(15) ? 1 : 0);
    bool prison = dice_.in_100(50);
    Clerk clerk(options_, dice_, inventor_);
    std::vector<std::string> rows;
    for (int i = 0; i < std::min(records, rows_max); ++i, prison = !prison)
        rows.push_back(csv::row_text(clerk.record(person_, ++row_, prison)));
    return rows;
}

Invented generate_extract(const GenerateOptions& options) {
    Population population(options);
    Invented out{.csv = std::string(extract_heading)};
    int row = 0;
    for (int person = 1; row < options.rows; ++person)
        for (const auto& text : population.next(options.rows - row)) {
            out.csv += text;
            out.truth[std::to_string(++row)] = person;
        }
    return out;
}

}  // namespace noms::offenders
