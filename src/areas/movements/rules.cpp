#include "areas/movements/rules.hpp"

#include <array>
#include <initializer_list>

#include <fmt/format.h>

namespace noms::movements {
namespace {

/// From where a move is possible, and what stands in its way otherwise.
struct Allowed {
    Move move = Move::Reception;
    std::initializer_list<Place> from{};
    std::string_view otherwise{};
};

constexpr auto everywhere_on_roll = {
    Place::Prison, Place::Court, Place::TemporaryAbsence, Place::Hospital};

const Allowed& allowed(Move move) {
    static const std::array<Allowed, 9> all{
        {{Move::Reception, {Place::Community, Place::Abroad}, "received into a prison"},
         {Move::Transfer, {Place::Prison, Place::Court, Place::Hospital}, "transferred"},
         {Move::ToCourt, {Place::Prison}, "taken to court"},
         {Move::ToHospital, {Place::Prison}, "taken to hospital"},
         {Move::TemporaryAbsence, {Place::Prison}, "let out for a time"},
         {Move::Return, {Place::Court, Place::TemporaryAbsence, Place::Hospital}, "returned"},
         {Move::Escape, everywhere_on_roll, "recorded as escaped"},
         {Move::Recapture, {Place::AtLarge}, "recaptured"},
         {Move::Release, everywhere_on_roll, "released"}}};
    return all[static_cast<size_t>(move)];
}

bool is_among(Place place, std::initializer_list<Place> places) {
    for (auto each : places)
        if (each == place) return true;
    return false;
}

bool leads_to_prison(Move move) {
    return move == Move::Reception || move == Move::Transfer || move == Move::Return ||
           move == Move::Recapture;
}

/// Which prison: one is named where the move leads to one, and it fits where they come from.
Result<void> prison_fits(const Standpoint& last, const Step& step) {
    if (!leads_to_prison(step.move)) return {};
    if (!step.prison) return invalid({{"prison", "missing", "Choose the prison"}});
    bool same = step.prison == last.prison;
    if (step.move == Move::Transfer && same)
        return invalid({{"prison", "same_prison", "They are on the roll of that prison already"}});
    if (step.move == Move::Return && !same)
        return refused("They can only return to the prison on whose roll they are.");
    return {};
}

}  // namespace

Result<void> possible(const std::optional<Standpoint>& last, const Step& step, Date today) {
    if (today < day_of(step.at))
        return invalid({{"moved_on", "date_in_future", "The day must not be in the future"}});
    if (!last) {
        if (step.move != Move::Reception)
            return refused("No movement of this person is recorded: receive them first.");
        return prison_fits({}, step);
    }
    if (step.at <= last->at)
        return invalid({{"moved_on",
                         "before_last_movement",
                         fmt::format("They were moved at {:.5} on {}: this must come after that",
                                     to_text(last->at).substr(11),
                                     noms::in_words(day_of(last->at)))}});
    const auto& rule = allowed(step.move);
    if (!is_among(last->place, rule.from))
        return refused(fmt::format(
            "They are {} and cannot be {} from there.", in_words(last->place), rule.otherwise));
    return prison_fits(*last, step);
}

std::vector<Move> moves_from(const std::optional<Place>& place) {
    std::vector<Move> out;
    if (!place) return {Move::Reception};
    for (size_t i = 0; i <= static_cast<size_t>(Move::Release); ++i)
        if (is_among(*place, allowed(static_cast<Move>(i)).from))
            out.push_back(static_cast<Move>(i));
    return out;
}

Place place_after(Move move, ReleaseReason reason) {
    switch (move) {
        case Move::Reception:
        case Move::Transfer:
        case Move::Return:
        case Move::Recapture: return Place::Prison;
        case Move::ToCourt: return Place::Court;
        case Move::ToHospital: return Place::Hospital;
        case Move::TemporaryAbsence: return Place::TemporaryAbsence;
        case Move::Escape: return Place::AtLarge;
        case Move::Release: break;
    }
    if (reason == ReleaseReason::Died) return Place::Dead;
    return reason == ReleaseReason::Deported ? Place::Abroad : Place::Community;
}

Result<void> lawful_reception(const std::optional<Date>& warrant_issued_on,
                              std::string_view override_reason,
                              Date day) {
    if (!warrant_issued_on && override_reason.empty())
        return invalid({{"warrant_kind",
                         "no_authority",
                         "Enter the warrant, or say why they are received without one"}});
    if (warrant_issued_on && day < *warrant_issued_on)
        return invalid({{"issued_on",
                         "after_reception",
                         "The warrant must have been issued by the day of the reception"}});
    return {};
}

std::string_view in_words(Place place) {
    switch (place) {
        case Place::Prison: return "in prison";
        case Place::Court: return "at court";
        case Place::TemporaryAbsence: return "on temporary absence";
        case Place::Hospital: return "in hospital";
        case Place::Community: return "in the community";
        case Place::AtLarge: return "unlawfully at large";
        case Place::Abroad: return "out of the country";
        case Place::Dead: return "dead";
    }
    return {};
}

std::string_view in_words(RecallTerm term) {
    switch (term) {
        case RecallTerm::ToTheEnd: return "to the end of the sentence";
        case RecallTerm::Days14: return "for 14 days";
        case RecallTerm::Days28: return "for 28 days";
        case RecallTerm::Days56: break;
    }
    return "for 56 days";
}

std::string_view in_words(Move move) {
    switch (move) {
        case Move::Reception: return "Received";
        case Move::Transfer: return "Transferred";
        case Move::ToCourt: return "To court";
        case Move::ToHospital: return "To hospital";
        case Move::TemporaryAbsence: return "Out on temporary absence";
        case Move::Return: return "Returned";
        case Move::Escape: return "Escaped";
        case Move::Recapture: return "Recaptured";
        case Move::Release: return "Released";
    }
    return {};
}

}  // namespace noms::movements
