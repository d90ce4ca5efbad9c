#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "kit/base/date.hpp"
#include "kit/base/dice.hpp"

/// What an invented person is made of: chances, names, numbers and places that belong to nobody.
namespace noms::offenders {

/// A person of no country, with what every record of theirs goes back to.
struct InventedPerson {
    bool woman = false;
    std::string first{}, middle{}, last{}, maiden{}, alias{};
    std::string ethnicity{};
    Date born{};
    std::string pnc{}, cro{}, prison_number{}, crn{};
    std::string line{}, postcode{};
};

/// Makes people; numbers are given once each.
class Inventor {
public:
    Inventor(Dice& dice, Date day) : dice_(dice), day_(day) {}
    InventedPerson person();
    /// A brother or a sister at the same address.
    InventedPerson sibling_of(const InventedPerson&);
    std::string new_prison_number();
    std::string new_crn();

private:
    Dice& dice_;
    Date day_;
    std::set<std::string> given_;

    std::string once(std::string (Inventor::*make)());
    std::string prison_number();
    std::string crn();
    std::string first_name(bool woman);
    std::string last_name();
    void give_police_numbers(InventedPerson&);
    char letter();
};

}  // namespace noms::offenders
