#include "areas/challenges/challenges.hpp"

#include "areas/challenges/handlers.hpp"
#include "areas/challenges/pages.hpp"
#include "areas/challenges/subject.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::challenges {
namespace {

using offenders::CommandForm;

constexpr std::string_view ending = "/challenges";
const std::string read = "challenges.read", record_right = "challenges.record";
const std::string answer_right = "challenges.answer";

Result<PersonChallenges> get_all(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return all_of(context.db, who.id, context.today);
}

Result<page::Page> show_all(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return person_page(offenders::record_page(context, who, "Contested", ending),
                       who,
                       all_of(context.db, who.id, context.today),
                       context.actor.may(record_right));
}

Result<ChallengeInFull> get_one(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return in_full(context);
}

Result<page::Page> show_one(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto full = TRY(in_full(context));
    auto title = in_words(full.view.challenge.subject) + " contested";
    return challenge_page(offenders::record_page(context, who, title, ending),
                          full,
                          context.today,
                          context.actor.may(answer_right));
}

Result<page::Page> show_list(web::Context& context) {
    return list_page(list_of(context, TRY(context.query<ChallengeQuery>())));
}

Result<ChallengeList> get_list(web::Context& context, const ChallengeQuery& query) {
    return list_of(context, query);
}

Result<CommandForm> record_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    page::Looks looks;
    looks["about"] = {.label = "What is contested",
                      .options = subjects_of(context.db, who, context.today)};
    looks["on_day"] = {.label = "Day of the tier",
                       .hint = "Only of a tier; today where it is empty"};
    looks["words"] = {.label = "In the person's own words", .long_text = true};
    looks["received_on"] = {.label = "Received on", .hint = "The answer is due " + clock().rule};
    return offenders::form_at<RecordChallenge>(context,
                                               "Record a challenge",
                                               "Save challenge",
                                               looks,
                                               {{"received_on", to_text(context.today)}});
}

Result<CommandForm> answer_form(web::Context& context) {
    auto row = TRY(challenge_in(context));
    page::Looks looks;
    for (auto outcome : {Outcome::Upheld, Outcome::Partly, Outcome::NotUpheld})
        looks["outcome"].options.push_back(
            {std::string(describe::choice_text(outcome)), in_words(outcome)});
    looks["reasons"] = {.label = "Reasons", .hint = "As the person is told", .long_text = true};
    return offenders::form_at<AnswerChallenge>(
        context, "Answer: " + in_words(row.subject) + " contested", "Save answer", looks);
}

std::string to_one(const Challenge& row) {
    return path_of(row);
}

std::string gist(const offenders::FieldOf& after) {
    auto answer = after("answer");
    return answer.empty() ? after("contested") : answer;
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& permission,
              const std::string& summary,
              Result<Challenge> (*handler)(web::Context&, const In&)) {
    api.page({path, permission, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Challenge>({path, permission, summary},
                               handler,
                               {&to_one, &offenders::show_command_form_again<form_of>});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following(
        {.area = "challenges", .tables = {record::following(challenges, &Challenge::offender)}});
    // An answer is due whoever manages the case by then, and also when nobody does.
    tasks::stand_apart(clock().kind);
    offenders::add_tellings(
        {{"challenges.received", "Contested by the person", page::Setting::Office},
         {"challenges.answered", "Challenge answered", page::Setting::Office}},
        {{"challenge", read, &gist}});
    const std::string all = "/offenders/{offender}/challenges", one = all + "/{challenge}";
    const std::string list = "/challenges";
    api.page({all, read, "What a person contests"}, &show_all);
    api.get<PersonChallenges>({"/api" + all, read, "What a person contests"}, &get_all);
    add_form<&record_form>(
        api, all + "/add", record_right, "Record a challenge", &record_challenge);
    api.page({one, read, "One thing contested, and its answer"}, &show_one);
    api.get<ChallengeInFull>({"/api" + one, read, "One thing contested"}, &get_one);
    add_form<&answer_form>(
        api, one + "/answer", answer_right, "Answer a challenge", &answer_challenge);
    api.page({list, read, "What waits for an answer in your scope"}, &show_list);
    api.get<ChallengeQuery, ChallengeList>(
        {"/api" + list, read, "What waits for an answer in your scope"}, &get_list);
}

}  // namespace noms::challenges
