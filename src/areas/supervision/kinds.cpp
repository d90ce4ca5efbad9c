#include <algorithm>
#include <stdexcept>

#include "areas/supervision/data.gen.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/describe/rows.hpp"

/// Kinds of contact, outcomes and clocks, as data/*.csv has them.
namespace noms::supervision {

const std::vector<ContactKind>& contact_kinds() {
    static const auto kinds = rows::read<ContactKind>(data::contact_kind);
    return kinds;
}

std::string appointment_in_words(const NextAppointment& booked) {
    auto words = noms::in_words(booked.on_day);
    if (!booked.at_time.empty()) words += " at " + booked.at_time;
    return words + ", " + kind_in_words(booked.kind);
}

std::string kind_in_words(std::string_view code) {
    auto kind = std::ranges::find(contact_kinds(), code, &ContactKind::code);
    return kind == contact_kinds().end() ? std::string(code) : kind->name;
}

const std::vector<Outcome>& outcomes() {
    static const auto all = rows::read<Outcome>(data::outcome);
    return all;
}

const std::vector<Clock>& clocks() {
    static const auto all = rows::read<Clock>(data::clock);
    return all;
}

const Clock& clock_of(std::string_view kind) {
    auto found = std::ranges::find(clocks(), kind, &Clock::kind);
    if (found == clocks().end()) throw std::logic_error("no clock " + std::string(kind));
    return *found;
}

const Outcome* outcome_of(std::string_view code) {
    auto outcome = std::ranges::find(outcomes(), code, &Outcome::code);
    return outcome == outcomes().end() ? nullptr : &*outcome;
}

}  // namespace noms::supervision
