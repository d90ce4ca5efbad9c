#include "areas/challenges/views.hpp"

#include <map>

namespace noms::challenges {
namespace {

constexpr int challenges_a_page = 50;

ChallengeView view_of(Challenge row, Date day) {
    bool late = row.due_on < row.answered_on.value_or(day);
    return {.challenge = std::move(row), .late = late};
}

}  // namespace

PersonChallenges all_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    PersonChallenges out{.day = day};
    for (auto& each : challenges_of(db, offender))
        out.challenges.push_back(view_of(std::move(each), day));
    return out;
}

Result<ChallengeInFull> in_full(web::Context& context) {
    auto row = TRY(challenge_in(context));
    ChallengeInFull out{.because = TRY(deadline({.received_on = row.received_on})).because,
                        .why_not_answer = why_not_answer(context, row)};
    out.view = view_of(std::move(row), context.today);
    return out;
}

ChallengeList list_of(web::Context& context, const ChallengeQuery& query) {
    auto& db = context.db;
    ChallengeList list{.day = context.today,
                       .counts = store::count_open(db, context.actor, context.today),
                       .seen = query.seen.value_or(0)};
    auto found =
        store::open_challenges(db,
                               context.actor,
                               {.day = query.after_day, .id = query.after.value_or(ChallengeId{})},
                               context.today,
                               challenges_a_page + 1);
    list.more = found.size() > challenges_a_page;
    if (list.more) found.pop_back();
    std::vector<std::int64_t> people;
    for (const auto& each : found) people.push_back(each.offender.number);
    std::map<std::int64_t, std::string> names;
    for (const auto& who : offenders::offenders_among(db, people)) {
        names[who.id.number] = offenders::name_in_list(who);
        context.shows(offenders::subject_kind, who.id.number);
    }
    for (auto& each : found) {
        auto name = names[each.offender.number];
        list.challenges.push_back(view_of(std::move(each), context.today));
        list.challenges.back().about = name;
    }
    return list;
}

}  // namespace noms::challenges
