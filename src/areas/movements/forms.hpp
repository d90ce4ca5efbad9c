#pragma once

#include "areas/movements/handlers.hpp"

/// Each command's form: its words, and the page that is shown first and again after an error.
namespace noms::movements {

template <class Command>
offenders::CommandForm form_of(web::Context&);
template <>
offenders::CommandForm form_of<Transfer>(web::Context&);
template <>
offenders::CommandForm form_of<ToCourt>(web::Context&);
template <>
offenders::CommandForm form_of<ToHospital>(web::Context&);
template <>
offenders::CommandForm form_of<LeaveForATime>(web::Context&);
template <>
offenders::CommandForm form_of<Return>(web::Context&);
template <>
offenders::CommandForm form_of<Escape>(web::Context&);
template <>
offenders::CommandForm form_of<Recapture>(web::Context&);
template <>
offenders::CommandForm form_of<Release>(web::Context&);

/// After an error what was typed stays; what belongs to no field stands at the top.
template <class Command>
Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    auto faults = error.fields;
    if (faults.empty()) faults.push_back({"", "refused", error.message});
    return offenders::command_page(who, form_of<Command>(context), values, faults);
}
template <class Command>
Result<page::Page> show_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return offenders::command_page(
        who, form_of<Command>(context), {{"moved_on", to_text(context.today)}}, {});
}

/// The form of a reception names nobody yet.
Result<page::Page> show_reception(web::Context&);
Result<page::Page> show_reception_again(web::Context&, const form::Values&, const Error&);

}  // namespace noms::movements
