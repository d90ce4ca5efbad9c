#pragma once

#include "areas/release_dates/handlers.hpp"

/// Each command's form: its words, and the page that is shown first and again after an error.
namespace noms::release_dates {

template <class Command>
Result<offenders::CommandForm> form_of(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordAddedDays>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<StoreCalculation>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<DecideCalculation>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordChallenge>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<AnswerChallenge>(web::Context&);

/// After an error what was typed stays; what belongs to no field stands at the top.
template <class Command>
Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return offenders::command_page(who, TRY(form_of<Command>(context)), values, faults);
}
template <class Command>
Result<page::Page> show_form(web::Context& context) {
    return show_again<Command>(context, {}, {});
}

}  // namespace noms::release_dates
