#pragma once

#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/life.hpp"

namespace noms::demonstration {

/// What courts pass, in the proportions of data/figure.csv and within the law of the day.
class Disposals {
public:
    explicit Disposals(Dice&);

    /// An order that lasts `months` at least: one of 2003's Act where the offence is late enough
    /// for it, an earlier one where it is not.
    Disposal order(Date committed_on, int months);
    /// A term of so many months, of the kind that age and day of the offence ask for.
    Disposal term(int age, Date committed_on, int months, int remand_days) const;
    /// A sentence for life.
    Disposal life() const;

private:
    Dice& dice_;
    Mix requirements_;
    Mix how_many_;
    Mix orders_;
    Mix earlier_;

    Disposal earlier_order(int months);
    void add_requirements(Disposal&);
    Disposal::Requirement requirement();
};

}  // namespace noms::demonstration
