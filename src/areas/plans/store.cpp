#include "areas/plans/store.hpp"

#include "areas/plans/sql.gen.hpp"

namespace noms::plans {

namespace {

/// A row of either table, so that a page asks once for both; `stand` is empty for a step.
struct EitherRow {
    std::int64_t id = 0;
    offenders::OffenderId offender{};
    Date on_day{};
    std::string by_whom{};
    std::optional<Id<management::Objective>> objective{};
    std::optional<int> version{};
    std::optional<int> section{};
    std::optional<std::string> requirement{};
    std::optional<Aim> aim{};
    std::optional<Stage> stage{};
    std::optional<catalogue::OfferingId> offering{};
    std::optional<std::string> plain_words{};
    std::optional<Stand> stand{};
    std::optional<std::string> words{};
    std::optional<std::string> note{};
    std::optional<std::string> no_behaviour{};
    std::optional<Date> review_on{};
    std::optional<std::string> needs{};
    std::optional<std::string> tier{};
    std::optional<std::string> requirements{};
    std::optional<std::string> location{};
    std::optional<std::string> content{};
};
DESCRIBE(EitherRow,
         id,
         offender,
         on_day,
         by_whom,
         objective,
         version,
         section,
         requirement,
         aim,
         stage,
         offering,
         plain_words,
         stand,
         words,
         note,
         no_behaviour,
         review_on,
         needs,
         tier,
         requirements,
         location,
         content)

PlannedStep step_of(const EitherRow& row) {
    return {.id = {row.id},
            .offender = row.offender,
            .objective = *row.objective,
            .version = *row.version,
            .section = row.section,
            .requirement = *row.requirement,
            .aim = *row.aim,
            .stage = *row.stage,
            .offering = row.offering,
            .plain_words = *row.plain_words,
            .placed_on = row.on_day,
            .placed_by = row.by_whom};
}

Signing signing_of(const EitherRow& row) {
    return {.id = {row.id},
            .offender = row.offender,
            .signed_on = row.on_day,
            .stand = *row.stand,
            .words = *row.words,
            .note = *row.note,
            .no_behaviour = *row.no_behaviour,
            .recorded_by = row.by_whom,
            .review_on = *row.review_on,
            .needs = *row.needs,
            .tier = *row.tier,
            .requirements = *row.requirements,
            .location = *row.location,
            .content = *row.content};
}

}  // namespace

PlanRows rows_of(db::Connection& db, offenders::OffenderId offender) {
    PlanRows out;
    for (const auto& row : db::all<EitherRow>(db, sql::plan_rows_of, offender))
        if (row.stand)
            out.signings.push_back(signing_of(row));
        else
            out.steps.push_back(step_of(row));
    return out;
}

std::vector<Signing> store::signings_after(db::Connection& db, SigningId after, int limit) {
    return db::all<Signing>(db, sql::plan_signings_after, after, limit);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::plans
