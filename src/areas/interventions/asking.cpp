#include "areas/interventions/asking.hpp"

#include <algorithm>

#include "areas/interventions/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::interventions {
namespace {

tasks::Task task_of(std::string_view kind,
                    offenders::OffenderId offender,
                    const std::string& about,
                    Date from,
                    std::string source) {
    const auto& standard = standard_of(kind);
    return {.offender = offender,
            .kind = standard.kind,
            .what = standard.what + ": " + about,
            .counted_from = from,
            .due_on = tasks::working_days_after(from, standard.working_days),
            .rule = standard.rule,
            .cite = standard.cite,
            .certainty = standard.certainty,
            .source = std::move(source)};
}

void open_for(record::Changes& changes,
              db::Connection& db,
              tasks::Task task,
              record::AccountId account) {
    task.account = account;
    tasks::open(changes, db, std::move(task));
}

}  // namespace

const Standard& standard_of(std::string_view kind) {
    static const auto all = rows::read<Standard>(data::standard);
    return *std::ranges::find(all, kind, &Standard::kind);
}

std::string decision_source(ReferralId id) {
    return "interventions/decide/" + to_text(id);
}

std::string consultation_source(ConsultationId id) {
    return "interventions/consult/" + to_text(id);
}

std::string carry_on_source(ReferralId id) {
    return "interventions/carry_on/" + to_text(id);
}

void ask_to_decide(record::Changes& changes,
                   db::Connection& db,
                   const Referral& referral,
                   const catalogue::Offering& offering,
                   const std::string& name) {
    auto task = task_of("decide_referral",
                        referral.offender,
                        name,
                        referral.referred_on,
                        decision_source(referral.id));
    task.list_kind = offering.setting == catalogue::Setting::Custody ? "prison" : "area";
    task.list_body = offering.place.number;
    tasks::open(changes, db, std::move(task));
}

Consultation ask_manager(record::Changes& changes,
                         db::Connection& db,
                         Consultation asked,
                         record::AccountId manager,
                         bool already) {
    const auto& by = changes.command();
    asked.id = new_id<Consultation>();
    asked.asked_on = by.day;
    asked.asked_by = by.actor_name;
    asked.due_on = tasks::working_days_after(by.day, standard_of("consult_manager").working_days);
    if (already) {
        asked.view = View::Agrees;
        asked.words = "The offender manager made the referral.";
        asked.answered_on = by.day;
        asked.answered_by = by.actor_name;
    }
    changes.add(consultations, asked);
    if (!already)
        open_for(changes,
                 db,
                 task_of("consult_manager",
                         asked.offender,
                         asked.question,
                         by.day,
                         consultation_source(asked.id)),
                 manager);
    return asked;
}

void ask_to_carry_on(record::Changes& changes,
                     db::Connection& db,
                     const Referral& referral,
                     record::AccountId manager,
                     const std::string& name,
                     Date moved_on) {
    open_for(changes,
             db,
             task_of("carry_on", referral.offender, name, moved_on, carry_on_source(referral.id)),
             manager);
}

void ask_to_judge(record::Changes& changes,
                  db::Connection& db,
                  const Referral& referral,
                  const Session& session,
                  record::AccountId manager,
                  const std::string& name) {
    open_for(changes,
             db,
             task_of("judge_session",
                     referral.offender,
                     name + ", " + noms::in_words(session.on_day),
                     session.on_day,
                     "interventions/session/" + to_text(session.id)),
             manager);
}

}  // namespace noms::interventions
