#include "areas/sentences/forms.hpp"

#include <fmt/format.h>

#include "kit/base/text.hpp"

namespace noms::sentences {
namespace {

std::vector<page::Option> purpose_options() {
    std::vector<page::Option> out;
    for (auto purpose :
         {Purpose::Punish, Purpose::ReduceReoffending, Purpose::Protect, Purpose::Repair})
        out.push_back(
            {std::string(describe::choice_text(purpose)), std::string(in_words(purpose))});
    return out;
}

/// What courts had on `day`: requirements alone, or everything else.
std::vector<page::Option> disposal_options(Date day, bool requirement) {
    std::vector<page::Option> out;
    for (const auto& each : disposals())
        if ((each.kind == Group::Requirement) == requirement && why_not_on(each, day).empty())
            out.push_back({each.code, each.name});
    return out;
}

std::vector<page::Option> offence_options(web::Context& context, const Appearance& at) {
    std::vector<page::Option> out;
    for (const auto& each : offences_of(context.db, std::span(&at.offender.number, 1)))
        if (each.appearance == at.id) out.push_back({to_text(each.id), each.words});
    return out;
}

std::vector<page::Option> earlier_options(web::Context& context, const Appearance& at) {
    std::vector<page::Option> out;
    for (const auto& each : sentences_of(context.db, std::span(&at.offender.number, 1))) {
        const auto* known = disposal(each.disposal);
        if (!known || known->kind != Group::Custody || each.ended_on) continue;
        out.push_back({to_text(each.id),
                       fmt::format("{}, {}, {}",
                                   known->name,
                                   in_words(length_of(each)),
                                   noms::in_words(each.imposed_on))});
    }
    if (!out.empty()) out.insert(out.begin(), page::Option{.label = "None: it is concurrent"});
    return out;
}

page::Looks offence_looks() {
    page::Looks looks;
    looks["offence"].label = "Offence";
    looks["offence"].hint = "In words, for example: burglary in a dwelling";
    looks["offence_code"].hint = "The Home Office code, for example 28/1";
    looks["offence_code"].width = "10";
    looks["committed_on"].hint = "It decides which law applies; leave empty if it is not known";
    return looks;
}

void look_of_length(page::Looks& looks) {
    const std::pair<const char*, const char*> parts[] = {
        {"years", "years"}, {"months", "months"}, {"weeks", "weeks"}, {"days", "days"}};
    for (const auto& [name, words] : parts) {
        looks[name].label = fmt::format("Term: {}", words);
        looks[name].width = "5";
        auto& custodial = looks[std::string("custodial_") + name];
        custodial.label = fmt::format("Custodial part or minimum term: {}", words);
        custodial.width = "5";
    }
    looks["custodial_years"].hint =
        "Only where the court says it apart: extended and life sentences, public protection";
    for (auto name : {"supervision_months",
                      "operational_months",
                      "hours",
                      "remand_days",
                      "tagged_bail_days",
                      "requirement_amount"})
        looks[name].width = "5";
    looks["operational_months"].label = "Suspended for so many months";
    looks["supervision_months"].label = "Supervised for so many months";
    looks["hours"].hint = "Community punishment and other orders of hours";
    looks["remand_days"].label = "Days on remand that count";
    looks["tagged_bail_days"].label = "Days of tagged bail that count";
}

}  // namespace

std::vector<page::Option> court_options(web::Context& context) {
    std::vector<page::Option> out;
    for (const auto& court :
         organisation::bodies(context.db, organisation::Kind::Court, context.today))
        out.push_back({court.code, court.name});
    return out;
}

page::Looks sentence_looks(web::Context& context, const Appearance& at) {
    page::Looks looks;
    looks["offence"].options = offence_options(context, at);
    looks["offence"].left_out = looks["offence"].options.size() == 1;
    looks["disposal"].label = "Sentence";
    looks["disposal"].hint = "What courts could pass on " + noms::in_words(at.heard_on);
    looks["disposal"].options = disposal_options(at.heard_on, false);
    looks["purposes"].label = "What it is for";
    looks["purposes"].options = purpose_options();
    look_of_length(looks);
    looks["amount"].label = "Amount in pounds";
    looks["amount"].hint = "Fine, compensation or surcharge";
    looks["amount"].width = "10";
    looks["consecutive_to"].options = earlier_options(context, at);
    looks["consecutive_to"].left_out = looks["consecutive_to"].options.empty();
    looks["requirement"].label = "First requirement";
    looks["requirement"].hint = "Of a community order or a suspended sentence order";
    looks["requirement"].options = disposal_options(at.heard_on, true);
    return looks;
}

template <>
Result<offenders::CommandForm> form_of<RecordAppearance>(web::Context& context) {
    auto looks = offence_looks();
    looks["court"].options = court_options(context);
    looks["heard_on"].label = "Day of the hearing";
    return offenders::form_at<RecordAppearance>(
        context, "Record a court appearance", "Save appearance", looks);
}

template <>
Result<offenders::CommandForm> form_of<AddOffence>(web::Context& context) {
    TRY(appearance_in(context));
    return offenders::form_at<AddOffence>(
        context, "Add an offence", "Save offence", offence_looks());
}

template <>
Result<offenders::CommandForm> form_of<AddRequirement>(web::Context& context) {
    auto to = TRY(sentence_in(context));
    page::Looks looks;
    looks["kind"].label = "Requirement";
    looks["kind"].hint =
        "It must go with the others, and with faith, work and education "
        "(Criminal Justice Act 2003, ss. 177(6) and 217)";
    looks["kind"].options = disposal_options(to.imposed_on, true);
    looks["amount"].hint = "Hours, days or months, as the requirement is counted";
    looks["amount"].width = "5";
    looks["purposes"].label = "What it is for";
    looks["purposes"].hint = "Left empty: what such a requirement is usually for";
    looks["purposes"].options = purpose_options();
    looks["words"].label = "What the court said";
    looks["words"].long_text = true;
    return offenders::form_at<AddRequirement>(
        context, "Add a requirement", "Save requirement", looks);
}

template <>
Result<offenders::CommandForm> form_of<AddCompensation>(web::Context& context) {
    TRY(sentence_in(context));
    page::Looks looks;
    looks["amount"].label = "Amount in pounds";
    looks["amount"].width = "10";
    looks["payable_to"].hint = "Do not enter who: nothing of a victim stands in this record";
    return offenders::form_at<AddCompensation>(
        context, "Add compensation", "Save compensation", looks);
}

template <>
Result<offenders::CommandForm> form_of<RecordMarks>(web::Context& context) {
    auto of = TRY(sentence_in(context));
    page::Looks looks;
    looks["marks"].label = "Which schedules name the offence?";
    looks["marks"].hint = "Look the offence up, whatever the sentence is; choose all that apply";
    for (const auto& each : offence_marks_on(context.today))
        looks["marks"].options.push_back({each.code, each.name, each.hint + ". " + each.cite});
    looks["marks"].options.push_back({std::string(no_mark),
                                      "None of these",
                                      "The offence was looked up and no schedule names it"});
    return offenders::form_at<RecordMarks>(
        context, "Marks of the offence: " + offence_in(context.db, of).words, "Save marks", looks);
}

template <>
Result<offenders::CommandForm> form_of<ActivateSentence>(web::Context& context) {
    auto of = TRY(sentence_in(context));
    page::Looks looks;
    looks["activated_on"].label = "Day on which the court let it take effect";
    looks["activated_on"].hint = "Passed on " + noms::in_words(of.imposed_on) + ": " +
                                 in_words(length_of(of)) +
                                 ". Leave the term empty if all of it takes effect";
    for (auto name : {"months", "weeks", "days"}) {
        looks[name].label = std::string("Shorter term: ") + name;
        looks[name].width = "5";
    }
    return offenders::form_at<ActivateSentence>(
        context, "The suspended sentence takes effect", "Save activation", looks);
}

template <>
Result<offenders::CommandForm> form_of<PassSentence>(web::Context& context) {
    auto looks = sentence_looks(context, TRY(appearance_in(context)));
    looks["manager"].label = "Offender manager";
    looks["manager"].hint = "The name they sign in with; empty: the duty manager takes the case";
    for (auto name : {"committed_on", "why"}) looks[name].left_out = true;
    return offenders::form_at<PassSentence>(context, "Record a sentence", "Save sentence", looks);
}

template <>
Result<offenders::CommandForm> form_of<EndSentence>(web::Context& context) {
    TRY(sentence_in(context));
    page::Looks looks;
    looks["ended_on"].label = "First day on which it no longer runs";
    looks["reason"].label = "Why it ends";
    for (auto choice : describe::type_of<EndReason>().choices)
        if (choice != describe::choice_text(EndReason::RecordedInError))
            looks["reason"].options.push_back({std::string(choice), label_of(choice)});
    return offenders::form_at<EndSentence>(context, "End the sentence", "End sentence", looks);
}

Result<page::Page> show_pass_form(web::Context& context) {
    return show_form<PassSentence>(context);
}
Result<page::Page> show_pass_form_again(web::Context& context,
                                        const form::Values& values,
                                        const Error& error) {
    return show_again<PassSentence>(context, values, error);
}
Result<page::Page> show_end_form(web::Context& context) {
    return show_form<EndSentence>(context);
}
Result<page::Page> show_end_form_again(web::Context& context,
                                       const form::Values& values,
                                       const Error& error) {
    return show_again<EndSentence>(context, values, error);
}

}  // namespace noms::sentences
