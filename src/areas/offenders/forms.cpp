#include "areas/offenders/forms.hpp"

#include "kit/base/text.hpp"

#include "areas/offenders/extract.hpp"

namespace noms::offenders {
namespace {

std::vector<page::Option> ethnicity_options() {
    std::vector<page::Option> out{{"", "As it is"}};
    for (const auto& [code, words] : ethnicities())
        out.push_back({std::string(code), std::string(words)});
    return out;
}

}  // namespace

std::vector<page::Option> identifier_kind_options() {
    std::vector<page::Option> out;
    for (auto kind : {IdentifierKind::PrisonNumber,
                      IdentifierKind::Crn,
                      IdentifierKind::Pnc,
                      IdentifierKind::Cro,
                      IdentifierKind::Other})
        out.push_back({std::string(describe::choice_text(kind)), capitalised(in_words(kind))});
    return out;
}

template <>
CommandForm form_of<AddAlias>(const web::Context& context) {
    return form_at<AddAlias>(context, "Add an alias", "Save alias", {});
}
template <>
CommandForm form_of<Correct>(const web::Context& context) {
    page::Looks looks;
    looks["birth_date"].hint = "What is left empty stays as it is";
    looks["ethnicity"].hint = "As the person describes themself";
    looks["ethnicity"].options = ethnicity_options();
    return form_at<Correct>(context, "Correct personal details", "Save corrections", looks);
}
template <>
CommandForm form_of<AddAlert>(const web::Context& context) {
    page::Looks looks;
    looks["kind"].label = "Alert";
    looks["kind"].hint = "In a few words, for example: risk of self-harm";
    looks["from_day"].label = "From";
    return form_at<AddAlert>(context, "Add an alert", "Save alert", looks);
}
template <>
CommandForm form_of<EndAlert>(const web::Context& context) {
    page::Looks looks;
    looks["until_day"].label = "Last day before it no longer holds";
    return form_at<EndAlert>(context, "End the alert", "End alert", looks);
}
template <>
CommandForm form_of<AddAddress>(const web::Context& context) {
    page::Looks looks;
    looks["line"].label = "Address";
    looks["from_day"].label = "Since";
    return form_at<AddAddress>(context, "Add an address", "Save address", looks);
}
template <>
CommandForm form_of<AddIdentifier>(const web::Context& context) {
    page::Looks looks;
    looks["kind"].options = identifier_kind_options();
    looks["value"].label = "Number";
    looks["value"].hint = "Kept as it is typed; its check letter is checked";
    return form_at<AddIdentifier>(context, "Add a number", "Save number", looks);
}
template <>
CommandForm form_of<UndoLink>(const web::Context& context) {
    page::Looks looks;
    looks["reason"].label = "Why";
    looks["reason"].hint = "Who you asked, or which document you saw";
    return form_at<UndoLink>(context, "Undo this join", "Undo the join", looks);
}
template <>
CommandForm form_of<EndDecision>(const web::Context& context) {
    return form_at<EndDecision>(
        context, "End the decision that these are two people", "End the decision", {});
}

}  // namespace noms::offenders
