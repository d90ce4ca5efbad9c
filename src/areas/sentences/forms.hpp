#pragma once

#include "areas/sentences/fines.hpp"
#include "areas/sentences/handlers.hpp"
#include "areas/sentences/intermittent.hpp"

/// Each command's form: its words, and the page that is shown first and again after an error.
namespace noms::sentences {

template <class Command>
Result<offenders::CommandForm> form_of(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordAppearance>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<AddOffence>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<AddRequirement>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<AddCompensation>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordMarks>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<ActivateSentence>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<SetFineTerms>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordPayment>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<TakeFineStep>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<SetBlocks>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<RecordLateReturn>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<PassSentence>(web::Context&);
template <>
Result<offenders::CommandForm> form_of<EndSentence>(web::Context&);

/// How the fields of a sentence look, with what courts could pass on the day of the appearance.
page::Looks sentence_looks(web::Context&, const Appearance&);
/// The courts that stand today.
std::vector<page::Option> court_options(web::Context&);

/// After an error what was typed stays; what belongs to no field stands at the top.
template <class Command>
Result<page::Page> show_again(web::Context& context,
                              const form::Values& values,
                              const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    auto faults = error.fields;
    if (faults.empty()) faults.push_back({"", "refused", error.message});
    return offenders::command_page(who, TRY(form_of<Command>(context)), values, faults);
}
template <class Command>
Result<page::Page> show_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return offenders::command_page(who, TRY(form_of<Command>(context)), {}, {});
}

}  // namespace noms::sentences
