#include "areas/movements/forms.hpp"

#include "areas/movements/moving.hpp"

#include "kit/base/text.hpp"
#include "kit/page/content.hpp"

namespace noms::movements {
namespace {

/// Courts and prisons are chosen from those that stand today.
std::vector<page::Option> options_of(web::Context& context, organisation::Kind kind) {
    std::vector<page::Option> out;
    for (const auto& body : organisation::bodies(context.db, kind, context.today))
        out.push_back({body.code, body.name});
    return out;
}

template <class Command>
offenders::CommandForm form_at(web::Context& context,
                               std::string title,
                               std::string button,
                               std::string reason_hint = {}) {
    auto looks = movement_looks(context);
    looks["reason"].hint = std::move(reason_hint);
    return offenders::form_at<Command>(
        context, std::move(title), std::move(button), std::move(looks));
}

}  // namespace

page::Looks movement_looks(web::Context& context) {
    page::Looks looks;
    looks["moved_on"].label = "Day";
    looks["moved_at"].label = "Time";
    looks["moved_at"].hint = "By the clock of the day, for example 09:30";
    looks["moved_at"].width = "5";
    looks["court"].options = options_of(context, organisation::Kind::Court);
    looks["prison"].options = options_of(context, organisation::Kind::Prison);
    return looks;
}

template <>
offenders::CommandForm form_of<Transfer>(web::Context& context) {
    return form_at<Transfer>(
        context, "Transfer to another prison", "Record transfer", "For example: nearer home");
}
template <>
offenders::CommandForm form_of<ToCourt>(web::Context& context) {
    return form_at<ToCourt>(context, "Out to court", "Record leaving for court");
}
template <>
offenders::CommandForm form_of<ToHospital>(web::Context& context) {
    return form_at<ToHospital>(
        context, "Out to hospital", "Record leaving for hospital", "Which hospital, and why");
}
template <>
offenders::CommandForm form_of<LeaveForATime>(web::Context& context) {
    auto form = form_at<LeaveForATime>(context,
                                       "Out on temporary absence",
                                       "Record leaving",
                                       "For example: work placement, family visit");
    form.looks["due_back"].label = "Day they are due back";
    form.looks["not_consulted"].label = "Why they go out without a temporary release confirmed";
    form.looks["not_consulted"].hint =
        "Only where the offender manager was not asked, or the "
        "governor refused. Kept with your name";
    return form;
}
template <>
offenders::CommandForm form_of<Return>(web::Context& context) {
    return form_at<Return>(context, "Back in the prison", "Record return");
}
template <>
offenders::CommandForm form_of<Escape>(web::Context& context) {
    return form_at<Escape>(context, "Record an escape", "Record escape", "What happened, in short");
}
template <>
offenders::CommandForm form_of<Recapture>(web::Context& context) {
    return form_at<Recapture>(
        context, "Record a recapture", "Record recapture", "How and by whom, in short");
}
template <>
offenders::CommandForm form_of<Release>(web::Context& context) {
    auto form = form_at<Release>(context, "Release", "Record release");
    form.looks["reason"].label = "Why they are released";
    return form;
}

Result<page::Page> show_release_form(web::Context& context) {
    return show_form<Release>(context);
}
Result<page::Page> show_release_form_again(web::Context& context,
                                           const form::Values& values,
                                           const Error& error) {
    return show_again<Release>(context, values, error);
}

Result<page::Page> show_reception_again(web::Context& context,
                                        const form::Values& values,
                                        const Error& error) {
    auto prison = TRY(prison_in(context));
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    auto looks = movement_looks(context);
    looks["number_kind"].label = "Kind of number";
    looks["number_kind"].options = offenders::identifier_kind_options();
    looks["number"].hint = "As it stands on the warrant or the transfer papers";
    looks["surname"].hint = "It must agree with the record that has the number";
    looks["warrant_kind"].label = "Warrant";
    looks["court"].label = "Court that issued it";
    looks["authorises"].label = "What it authorises";
    looks["recall_term"].left_out = context.today < fixed_term_recalls_from;
    looks["recall_term"].label = "How long a recall is for";
    for (auto term :
         {RecallTerm::ToTheEnd, RecallTerm::Days14, RecallTerm::Days28, RecallTerm::Days56})
        looks["recall_term"].options.push_back(
            {std::string(describe::choice_text(term)), capitalised(in_words(term))});
    looks["override_reason"].label = "Why they are received without a warrant";
    looks["override_reason"].hint = "Kept with your name";
    page::Page page("Receive into " + prison.name);
    if (!faults.empty()) page.failed().add(page::error_summary(faults, looks));
    auto roll = "/prisons/" + prison.code + "/roll";
    page.add(page::back_link(roll, "Back to the roll"));
    page.add(page::caption(prison.name) + page::heading(1, "Receive somebody"));
    return page.add(page::post_form(
        context.request.path,
        page::form_fields<Receive>(values, faults, looks) + page::button("Record reception")));
}

Result<page::Page> show_reception(web::Context& context) {
    return show_reception_again(context, {{"moved_on", to_text(context.today)}}, {});
}

}  // namespace noms::movements
