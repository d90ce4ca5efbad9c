#include "areas/interventions/fitting.hpp"

#include <algorithm>

#include "areas/assessments/assessments.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/movements/movements.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/sentences/sentences.hpp"

namespace noms::interventions {
namespace {

using catalogue::PersonFacts;
using catalogue::Setting;
using catalogue::Supervised;

void take_place(PersonFacts& facts,
                const std::optional<movements::Movement>& place,
                const sentences::Standing& standing) {
    using movements::Place;
    if (place && place->prison && place->place != Place::Community) {
        facts.setting = Setting::Custody;
        facts.prison = place->prison;
    } else if (place && place->place == Place::Community) {
        facts.setting = Setting::Community;
    } else if (!place && standing.managed) {
        // An order that never led into a prison: no movement is recorded, and none is missing.
        facts.setting = Setting::Community;
    }
}

void take_standing(PersonFacts& facts, const sentences::Standing& standing) {
    using sentences::Answer;
    using sentences::EndIs;
    if (standing.under_sentence == Answer::No) facts.supervised = Supervised::No;
    if (!standing.ends) return;
    if (standing.ends->end == EndIs::Never) facts.supervised = Supervised::Open;
    if (standing.ends->end != EndIs::Day) return;
    facts.supervised = Supervised::Until;
    facts.supervised_until = standing.ends->until;
}

void take_assessment(PersonFacts& facts, const assessments::AssessedNow& known) {
    for (const auto& section : known.sections)
        facts.needs.push_back({std::to_string(section.section), section.need});
    facts.reconviction_percent = known.reconviction_percent;
    if (known.rosh) facts.high_harm = *known.rosh >= assessments::Rosh::High;
}

/// Codes of what was completed, and of what is open.
void take_referrals(PersonFacts& facts, db::Connection& db, offenders::OffenderId id) {
    for (const auto& each : referrals_among(db, std::span(&id.number, 1))) {
        if (each.state == ReferralState::Completed) facts.completed.push_back(each.intervention);
        if (each.is_open()) facts.open.push_back(each.intervention);
    }
}

sentences::Standing standing_on(const sentences::SentencesInFull& passed, Date day) {
    sentences::StandingFacts facts{.day = day};
    for (const auto& each : passed.sentences)
        facts.sentences.push_back(sentences::run_of(each.sentence));
    auto standing = sentences::standing(facts);
    return standing ? *standing : sentences::Standing{};
}

PersonFacts facts_of(db::Connection& db, const offenders::Offender& who, Date day) {
    std::span one(&who.id.number, 1);
    PersonFacts facts{.day = day, .sex = who.sex};
    if (who.birth_date) facts.age = age_on(*who.birth_date, day);
    auto passed = sentences::sentences_in_full(db, who.id);
    auto standing = standing_on(passed, day);
    std::optional<movements::Movement> place;
    for (auto& each : movements::place_of(db, one, movements::end_of(day))) place = each;
    take_place(facts, place, standing);
    take_standing(facts, standing);
    if (auto manager = management::manager_of(db, who.id, day)) facts.area = manager->area;
    for (const auto& each : release_dates::approved_among(db, one))
        facts.leaves_on = each.release();
    take_assessment(facts, assessments::risk_and_needs_of(db, who, day));
    take_referrals(facts, db, who.id);
    return facts;
}

std::vector<std::int64_t> places_of(db::Connection& db, const PersonFacts& person, Where where) {
    std::vector<std::int64_t> places;
    auto home = person.area ? person.area : person.prison;
    if (where == Where::Region && home)
        if (auto region = organisation::region_of_area(db, *home, person.day))
            for (auto body : organisation::bodies_below(db, region->id, person.day))
                places.push_back(body.number);
    for (const auto& each : {person.prison, person.area})
        if (each && std::ranges::find(places, each->number) == places.end())
            places.push_back(each->number);
    return places;
}

catalogue::Fit fit_of(const PersonFacts& person,
                      const catalogue::Offering& offering,
                      const catalogue::PlacesTaken& taken) {
    auto fit = catalogue::what_fits({person,
                                     {.intervention = offering.intervention,
                                      .setting = offering.setting,
                                      .place = offering.place,
                                      .from_day = offering.from_day,
                                      .until_day = offering.until_day,
                                      .places = offering.places,
                                      .taken = taken.taken,
                                      .waiting = taken.waiting}});
    if (fit) return *fit;
    // Of an intervention that the reference no longer names nobody can say whom it fits.
    return {.verdict = catalogue::Verdict::NotKnown};
}

}  // namespace

FitList fits_of(db::Connection& db,
                const offenders::Offender& who,
                const FitQuery& query,
                Date day) {
    FitList list{.person = facts_of(db, who, day)};
    auto places = places_of(db, list.person, query.where.value_or(Where::Here));
    auto offered = catalogue::offerings_at(db, places, day);
    if (query.need)
        std::erase_if(offered, [&](const auto& each) { return each.need != *query.need; });
    auto taken = catalogue::places_taken(db, offered);
    auto names = catalogue::place_names(db, offered, day);
    for (size_t i = 0; i < offered.size(); ++i)
        list.lines.push_back({.offering = offered[i],
                              .name = catalogue::name_of(offered[i].intervention),
                              .place = names[offered[i].place.number],
                              .fit = fit_of(list.person, offered[i], taken[i])});
    std::ranges::stable_sort(list.lines, {}, [](const FitLine& line) { return line.fit.verdict; });
    return list;
}

Held held_against(db::Connection& db,
                  const offenders::Offender& who,
                  const catalogue::Offering& offering,
                  Date day) {
    auto taken = catalogue::places_taken(db, std::span(&offering, 1));
    Held held{.person = facts_of(db, who, day)};
    held.fit = fit_of(held.person, offering, taken.front());
    return held;
}

}  // namespace noms::interventions
