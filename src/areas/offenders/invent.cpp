#include "areas/offenders/invent.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/matching/matching.hpp"
#include "areas/offenders/rules.hpp"

namespace noms::offenders {
namespace {

using Words = std::vector<std::string_view>;

const Words men{"Adrian", "Bilal",   "Casper", "Declan", "Ewan",   "Felix",   "Gareth", "Hamza",
                "Idris",  "Jerome",  "José",   "Kamal",  "Leon",   "Marlon",  "Nigel",  "Owen",
                "Piotr",  "Quentin", "Rashid", "Seán",   "Tariq",  "Umar",    "Viktor", "Warren",
                "Xavier", "Yusuf",   "Zane",   "Barney", "Curtis", "Desmond", "Elliot", "Fergus",
                "Glen",   "Howard",  "Ivor",   "Joel",   "Kieran", "Lloyd",   "Morgan", "Ravi"};
const Words women{"Amina", "Bethan", "Carys",  "Della",   "Esme",   "Farah", "Gwen",
                  "Heidi", "Imani",  "Joanne", "Keeley",  "Lorna",  "Maeve", "Nadia",
                  "Orla",  "Petra",  "Rhona",  "Shanice", "Tamsin", "Zofia"};
// Surnames are put together, so that there are many and none stands for a family.
const Words stems{"Ald",  "Bram", "Cald", "Dun",   "Ell",  "Farn",  "Gres", "Hart", "Inch", "Kett",
                  "Lang", "Mar",  "Nor",  "Ock",   "Pend", "Quar",  "Raw",  "Shel", "Thor", "Uls",
                  "Vern", "Wal",  "Yar",  "Brock", "Crow", "Hazel", "Lock", "Stan", "Wind", "Oak"};
const Words endings{"acre",  "bourne", "cott", "dale", "ford", "gate",  "ham",
                    "hurst", "ing",    "ley",  "low",  "more", "ridge", "row",
                    "sby",   "stead",  "ton",  "wick", "wood", "worth"};
const Words others{"O'Neill", "Adeyemi", "Begum",  "Chaudhry", "Dąbrowski",  "Fonseca", "Gill",
                   "Hussain", "Kaur",    "Mensah", "Nowak",    "O'Driscoll", "Okafor",  "Rahman",
                   "Sandhu",  "Silva",   "Ward",   "Yeboah",   "McBride",    "Qureshi"};
const Words streets{"Beacon",
                    "Canal",
                    "Dyer",
                    "Foundry",
                    "Garrick",
                    "Hollin",
                    "Juniper",
                    "Kiln",
                    "Larch",
                    "Mill",
                    "Orchard",
                    "Quarry",
                    "Ropewalk",
                    "Tenter",
                    "Weaver"};
const Words kinds{"Street", "Road", "Lane", "Close", "Avenue", "Terrace"};
// Weighted by repetition, roughly as the 16+1 monitoring of prisons: mostly W1.
const Words ethnicities_met{"W1", "W1", "W1", "W1", "W1", "W1", "W1", "W1", "W1", "W1",
                            "W2", "W9", "M1", "A1", "A2", "A3", "B1", "B1", "B2", "NS"};

std::string joined(std::string_view one, std::string_view other) {
    return std::string(one) + std::string(other);
}

}  // namespace

std::string Inventor::once(std::string (Inventor::*make)()) {
    auto number = (this->*make)();
    while (!given_.insert(number).second) number = (this->*make)();
    return number;
}

char Inventor::letter() {
    return dice_.pick(std::string_view("ABCDEFGHJKLMNPQRTUVWXY"));
}

std::string Inventor::prison_number() {
    auto digits = 1000 + dice_.throw_one(9000);
    std::string number{letter()};
    number += std::to_string(digits);
    number += letter();
    return number + letter();
}

std::string Inventor::crn() {
    std::string number{letter()};
    return number + std::to_string(100000 + dice_.throw_one(900000));
}

std::string Inventor::new_prison_number() {
    return once(&Inventor::prison_number);
}

std::string Inventor::new_crn() {
    return once(&Inventor::crn);
}

std::string Inventor::first_name(bool woman) {
    return std::string(dice_.pick(woman ? women : men));
}

std::string Inventor::last_name() {
    if (dice_.in_100(25)) return std::string(dice_.pick(others));
    auto& stem = dice_.pick(stems);
    auto name = joined(stem, dice_.pick(endings));
    if (!dice_.in_100(2)) return name;
    auto& second = dice_.pick(stems);
    return name + "-" + joined(second, dice_.pick(endings));
}

/// First arrested at 14 or later, never after the day.
void Inventor::give_police_numbers(InventedPerson& person) {
    int last = int(day_.year());
    int year = std::min(last, int(person.born.year()) + 14 + dice_.throw_one(12));
    std::string pnc, cro;
    do {
        auto serial = fmt::format("{:07}", 1 + dice_.throw_one(699999));
        auto digits = fmt::format("{:02}{}", year % 100, serial);
        pnc = fmt::format("{}/{}{}", year, serial, matching::check_letter(std::stoll(digits)));
    } while (!given_.insert(pnc).second);
    do {
        auto serial = fmt::format("{:06}", 1 + dice_.throw_one(399999));
        auto digits = fmt::format("{:02}{}", year % 100, serial);
        cro = fmt::format(
            "{}/{:02}{}", serial, year % 100, matching::check_letter(std::stoll(digits)));
    } while (!given_.insert(cro).second);
    person.pnc = pnc;
    person.cro = cro;
}

InventedPerson Inventor::person() {
    InventedPerson person;
    person.woman = dice_.in_100(7);
    person.first = first_name(person.woman);
    if (dice_.in_100(60)) person.middle = first_name(person.woman);
    if (person.middle == person.first) person.middle.clear();
    person.last = last_name();
    if (person.woman && dice_.in_100(25)) person.maiden = last_name();
    if (dice_.in_100(8)) person.alias = first_name(person.woman);
    person.ethnicity = dice_.pick(ethnicities_met);
    int years = 18 + (dice_.throw_one(30) + dice_.throw_one(30)) / 2 + (dice_.in_100(8) ? 25 : 0);
    person.born = plus_days(day_, -(years * 365 + dice_.throw_one(365) + years / 4));
    give_police_numbers(person);
    person.prison_number = new_prison_number();
    person.crn = new_crn();
    auto house = 1 + dice_.throw_one(160);
    auto& street = dice_.pick(streets);
    person.line = fmt::format("{} {} {}", house, street, dice_.pick(kinds));
    // No postcode area is called QX or ZX.
    auto district = 1 + dice_.throw_one(40);
    auto sector = 1 + dice_.throw_one(9);
    auto area = dice_.in_100(50) ? "QX" : "ZX";
    auto unit = letter();
    person.postcode = fmt::format("{}{} {}{}{}", area, district, sector, unit, letter());
    return person;
}

InventedPerson Inventor::sibling_of(const InventedPerson& other) {
    auto person = this->person();
    person.last = other.last;
    person.line = other.line;
    person.postcode = other.postcode;
    person.ethnicity = other.ethnicity;
    bool twin = dice_.in_100(15);
    person.born = twin ? other.born : plus_days(other.born, 330 + dice_.throw_one(2000));
    if (plus_days(person.born, 18 * 366) > day_) person.born = other.born;
    return person;
}

}  // namespace noms::offenders
