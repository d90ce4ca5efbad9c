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

void load_responsible(Person& person, db::Connection& db, offenders::OffenderId id, Date today) {
    auto holding = management::holding_on(db, id, today);
    if (!holding) return;
    person.allocation = std::move(holding->allocation);
    person.manager_name = std::move(holding->manager_name);
}

void load_place(Person& person, db::Connection& db, std::int64_t offender, Date today) {
    for (auto& each : movements::placed_among(db, std::span(&offender, 1), today)) {
        person.place = std::move(each.movement);
        person.place_name = std::move(each.name);
    }
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

Person person_of(web::Context& context, const offenders::Offender& who) {
    const auto& actor = context.actor;
    Person person{.who = who,
                  .may = {.movements = actor.may("movements.read"),
                          .sentences = actor.may("sentences.read"),
                          .release_dates = actor.may("release_dates.read"),
                          .management = actor.may("management.read"),
                          .tasks = actor.may("tasks.read"),
                          .assessments = actor.may("assessments.read") &&
                                         actor.may("sentences.read") && actor.may("movements.read"),
                          .challenges = actor.may("challenges.read")}};
    auto& db = context.db;
    auto id = who.id.number;
    if (person.may.movements) load_place(person, db, id, context.today);
    if (person.may.management) {
        load_responsible(person, db, who.id, context.today);
        person.plan = management::objectives_among(db, std::span(&id, 1));
    }
    sentences::SentencesInFull passed;
    if (person.may.sentences) passed = sentences::sentences_in_full(db, who.id);
    show_sentences(person, passed.sentences, context.today);
    if (person.may.assessments)
        person.assessed = assessments::assessed_of(db, who, context.today, passed, person.place);
    if (person.may.release_dates)
        for (auto& each : release_dates::approved_among(db, std::span(&id, 1)))
            person.dates = std::move(each);
    if (person.may.tasks) person.due = tasks::open_about(db, std::span(&id, 1));
    person.happened = offenders::happenings_of(db, actor, who.id, events_shown);
    return person;
}

}  // namespace noms::overview
