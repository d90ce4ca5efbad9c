#include "areas/overview/person.hpp"

#include <algorithm>

#include "areas/overview/words.hpp"

namespace noms::overview {
namespace {

constexpr int events_shown = 30;

ShownSentence shown(const sentences::SentenceForOffence& row,
                    const std::vector<sentences::Run>& all,
                    Date today) {
    const auto& sentence = row.sentence;
    ShownSentence out{.what = sentences::in_words(sentence),
                      .offence = row.offence,
                      .imposed_on = sentence.imposed_on,
                      .ends = sentences::ending_of(sentences::run_of(sentence), all)};
    out.custodial = sentences::is_custody(sentence.disposal);
    out.ended = out.ends.until && *out.ends.until <= today;
    return out;
}

MayRead may_read(const web::Actor& actor) {
    return {.movements = actor.may("movements.read"),
            .sentences = actor.may("sentences.read"),
            .release_dates = actor.may("release_dates.read"),
            .management = actor.may("management.read"),
            .tasks = actor.may("tasks.read"),
            .assessments = actor.may("assessments.read") && actor.may("sentences.read") &&
                           actor.may("movements.read"),
            .challenges = actor.may("challenges.read"),
            .handovers = actor.may("handovers.read")};
}

void show_sentences(Person& person,
                    const std::vector<sentences::SentenceForOffence>& rows,
                    Date today) {
    if (rows.empty()) return;
    sentences::StandingFacts facts{.day = today};
    for (const auto& row : rows) facts.sentences.push_back(sentences::run_of(row.sentence));
    for (const auto& row : rows) person.sentences.push_back(shown(row, facts.sentences, today));
    if (auto standing = sentences::standing(facts)) person.standing = *standing;
    std::ranges::reverse(person.sentences);
}

}  // namespace

AskedPerson ask_person(web::Context& context, offenders::OffenderId who) {
    const auto& actor = context.actor;
    auto& db = context.db;
    const auto today = context.today;
    const std::span one(&who.number, 1);
    AskedPerson asked{.may = may_read(actor)};
    const auto& may = asked.may;
    if (may.movements) asked.place = movements::ask_placed(db, one, today);
    if (may.management) {
        asked.holding = management::ask_holding(db, who, today);
        asked.plan = management::ask_objectives(db, one);
    }
    if (may.sentences) asked.passed = sentences::ask_sentences_in_full(db, who);
    if (may.assessments) asked.assessed = assessments::ask_assessed(db, who, today);
    if (may.release_dates) asked.dates = release_dates::ask_approved(db, one);
    if (may.tasks) asked.due = tasks::ask_open_about(db, one);
    asked.happened = offenders::ask_happenings(db, actor, who, events_shown);
    return asked;
}

Person person_of(AskedPerson asked, const offenders::Offender& who, Date today) {
    Person person{.who = who, .may = asked.may};
    for (auto& each : asked.place.get()) {
        person.place = std::move(each.movement);
        person.place_name = std::move(each.name);
    }
    for (auto& each : asked.holding.get()) {
        person.allocation = std::move(each.allocation);
        person.manager_name = std::move(each.manager_name);
    }
    person.plan = asked.plan.get();
    auto passed = asked.passed.get();
    show_sentences(person, passed.sentences, today);
    if (person.may.assessments)
        person.assessed =
            assessments::assessed_of(std::move(asked.assessed), who, today, passed, person.place);
    for (auto& each : asked.dates.get()) person.dates = std::move(each);
    person.due = asked.due.get();
    person.happened = asked.happened.get();
    return person;
}

}  // namespace noms::overview
