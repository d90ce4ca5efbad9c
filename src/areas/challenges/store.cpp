#include "areas/challenges/store.hpp"

#include "areas/challenges/sql.gen.hpp"

namespace noms::challenges {

std::vector<Challenge> challenges_of(db::Connection& db, offenders::OffenderId offender) {
    return db::all<Challenge>(db, sql::challenges_of, offender);
}

std::optional<Challenge> store::challenge(db::Connection& db, ChallengeId id) {
    return db::first<Challenge>(db, sql::challenge_by_id, id);
}

std::vector<Challenge> store::challenges_after(db::Connection& db, ChallengeId after, int limit) {
    return db::all<Challenge>(db, sql::challenges_after, after, limit);
}

std::vector<Challenge> store::open_challenges(
    db::Connection& db, const web::Actor& actor, const After& after, Date day, int limit) {
    static const Date first_day = *parse_date("1000-01-01");
    return db::all<Challenge>(db,
                              sql::open_challenges_page,
                              actor.scope_kind,
                              actor.scope_body,
                              actor.account,
                              day,
                              after.day.value_or(first_day),
                              after.id,
                              limit);
}

store::OpenCounts store::count_open(db::Connection& db, const web::Actor& actor, Date day) {
    return *db::first<OpenCounts>(
        db, sql::count_open_challenges, actor.scope_kind, actor.scope_body, actor.account, day);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::challenges
