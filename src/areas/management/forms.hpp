#pragma once

#include "areas/management/handlers.hpp"
#include "areas/management/pages.hpp"
#include "areas/management/planning.hpp"

/// Each command's own form, shown first and again with what is wrong.
namespace noms::management {

/// The form of a command on the offender of the address, and what it says at first.
struct OffenderForm {
    offenders::CommandForm form{};
    form::Values values{};
};
template <class Command>
OffenderForm form_of(web::Context&, const offenders::Offender&);
template <>
OffenderForm form_of<Reallocate>(web::Context&, const offenders::Offender&);
template <>
OffenderForm form_of<SetSupport>(web::Context&, const offenders::Offender&);
template <>
OffenderForm form_of<AddObjective>(web::Context&, const offenders::Offender&);
template <>
OffenderForm form_of<CloseObjective>(web::Context&, const offenders::Offender&);

/// What is wrong, by field; what belongs to no field stands at the top.
std::vector<FieldError> faults_of(const Error&);

template <class Command>
Result<page::Page> show_form(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, offender.id.number);
    auto form = form_of<Command>(context, offender);
    return offenders::command_page(offender, form.form, form.values, {});
}

template <class Command>
Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto offender = TRY(offenders::offender_in(context));
    return offenders::command_page(
        offender, form_of<Command>(context, offender).form, values, faults_of(error));
}

/// The forms on the staff of an area, which the query names.
Result<page::Page> show_appoint(web::Context&);
Result<page::Page> show_appoint_again(web::Context&, const form::Values&, const Error&);
Result<page::Page> show_duty(web::Context&);
Result<page::Page> show_duty_again(web::Context&, const form::Values&, const Error&);

/// The officers in office in that area, for a select.
std::vector<page::Option> officers_of(db::Connection&, BodyId area, Date day);

}  // namespace noms::management
