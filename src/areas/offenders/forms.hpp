#pragma once

#include "areas/offenders/handlers.hpp"
#include "areas/offenders/pages.hpp"

/// Each command's own form: its words, and the page that is shown first and again after an error.
namespace noms::offenders {

/// The form of a command on the offender of the address.
template <class Command>
CommandForm form_of(const web::Context&);
template <>
CommandForm form_of<AddAlias>(const web::Context&);
template <>
CommandForm form_of<Correct>(const web::Context&);
template <>
CommandForm form_of<AddAlert>(const web::Context&);
template <>
CommandForm form_of<EndAlert>(const web::Context&);
template <>
CommandForm form_of<AddAddress>(const web::Context&);
template <>
CommandForm form_of<AddIdentifier>(const web::Context&);
template <>
CommandForm form_of<UndoLink>(const web::Context&);
template <>
CommandForm form_of<EndDecision>(const web::Context&);

template <class Command>
Result<page::Page> show_form(web::Context& context) {
    auto offender = TRY(offender_in(context));
    context.shows(subject_kind, offender.id.number);
    return command_page(offender, form_of<Command>(context), {}, {});
}

/// After an error: what was typed stays, and what is wrong is named. Errors that belong to no field
/// stand at the top.
template <class Command>
Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto offender = TRY(offender_in(context));
    auto faults = error.fields;
    if (faults.empty()) faults.push_back({"", "refused", error.message});
    return command_page(offender, form_of<Command>(context), values, faults);
}

}  // namespace noms::offenders
