#include "areas/release_dates/forms.hpp"

#include <fmt/format.h>

#include "areas/release_dates/shown.hpp"

namespace noms::release_dates {
namespace {

std::vector<page::Option> date_options() {
    std::vector<page::Option> out;
    for (const auto& kind : date_kinds()) out.push_back({kind.code, kind.name});
    return out;
}

}  // namespace

template <>
Result<offenders::CommandForm> form_of<RecordAddedDays>(web::Context& context) {
    page::Looks looks;
    looks["kind"].label = "What was decided";
    looks["kind"].options = {{"Awarded", "Days were added"}, {"Restored", "Days are given back"}};
    looks["days"].width = "5";
    looks["decided_on"].label = "Day of the decision";
    looks["reason"].label = "Why";
    looks["reason"].hint = "The offence against discipline, or why the days are given back";
    return offenders::form_at<RecordAddedDays>(
        context, "Record added days", "Save added days", looks);
}

template <>
Result<offenders::CommandForm> form_of<StoreCalculation>(web::Context& context) {
    page::Looks looks;
    looks["reason"].label = "Why the dates are worked out now";
    looks["reason"].hint = "For example: sentenced, days added, released in error";
    return offenders::form_at<StoreCalculation>(
        context, "Work the dates out and store them", "Store for approval", looks);
}

template <>
Result<offenders::CommandForm> form_of<DecideCalculation>(web::Context& context) {
    auto stored = TRY(calculation_in(context));
    page::Looks looks;
    looks["verdict"].label = "Are these dates right?";
    looks["verdict"].hint = dates_in_words(calculation_view(context.db, stored.id)->dates) + ".";
    looks["verdict"].options = {{"Approve", "Yes: approve them"}, {"Reject", "No: reject them"}};
    looks["note"].label = "What was checked, or what is wrong";
    looks["note"].long_text = true;
    return offenders::form_at<DecideCalculation>(
        context,
        "Decide on the calculation of " + in_words(stored.made_on) + " by " + stored.made_by_name,
        "Save decision",
        looks);
}

template <>
Result<offenders::CommandForm> form_of<RecordChallenge>(web::Context& context) {
    page::Looks looks;
    looks["type"].label = "Which date";
    looks["type"].options = date_options();
    looks["made_on"].label = "Day on which the prisoner said so";
    looks["words"].label = "What the prisoner says is wrong";
    looks["words"].long_text = true;
    return offenders::form_at<RecordChallenge>(
        context, "Report a wrong date", "Save challenge", looks);
}

template <>
Result<offenders::CommandForm> form_of<AnswerChallenge>(web::Context& context) {
    auto challenge = TRY(challenge_in(context));
    page::Looks looks;
    looks["outcome"].label = "Was the prisoner right?";
    looks["outcome"].options = {{"Upheld", "Yes: a date is or was wrong"},
                                {"NotUpheld", "No: the dates stand"}};
    looks["answer"].label = "What the prisoner is told";
    looks["answer"].long_text = true;
    return offenders::form_at<AnswerChallenge>(
        context,
        fmt::format("Answer the challenge of {}", in_words(challenge.made_on)),
        "Save answer",
        looks);
}

}  // namespace noms::release_dates
