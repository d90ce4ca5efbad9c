#include "areas/assessments/assessments.hpp"

#include <algorithm>

#include "areas/assessments/joining.hpp"
#include "areas/assessments/loading.hpp"
#include "areas/assessments/pages.hpp"
#include "areas/assessments/sql.gen.hpp"
#include "areas/assessments/store.hpp"
#include "areas/assessments/views.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::assessments {
namespace {

constexpr std::string_view list_ending = "/assessments";

May may_of(web::Context& context,
           offenders::OffenderId offender,
           const std::optional<record::AccountId>& signer) {
    const auto& actor = context.actor;
    return {.answer = may_answer(context, offender),
            .lead = actor.may("assessments.sign") && leads(context, offender),
            .second = actor.may("assessments.countersign") && signer != actor.account &&
                      is_senior(context.db, actor.account, context.today)};
}

/// Which page of the list: what was begun before that one.
struct AskedList {
    std::optional<AssessmentId> before{};
};
DESCRIBE(AskedList, before)

Result<AssessmentsView> give_list(web::Context& context, const AskedList& asked) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return list_of(context.db, who, asked.before, context.today);
}

/// What is wrong, by field; what belongs to no field stands at the top.
std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (!error.message.empty() && error.kind != Error::Kind::Invalid)
        faults.insert(faults.begin(), {"", "refused", error.message});
    return faults;
}

Result<page::Page> show_list_again(web::Context& context, const form::Values&, const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(give_list(context, TRY(context.query<AskedList>())));
    std::string next;
    if (view.more)
        next = offenders::path_of(who.id) + std::string(list_ending) +
               "?before=" + to_text(view.assessments.back().id);
    return assessments_page(offenders::record_page(context, who, "Assessment", list_ending),
                            view,
                            may_of(context, who.id, {}),
                            next,
                            faults_of(error));
}

Result<page::Page> show_list(web::Context& context) {
    return show_list_again(context, {}, {});
}

Result<AssessmentView> give_one(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return view_of(context.db, store::whole(context.db, TRY(assessment_in(context))), who);
}

Result<page::Page> show_one_again(web::Context& context, const form::Values&, const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(give_one(context));
    auto title = "Assessment of " + noms::in_words(view.assessment.started_on);
    return assessment_page(offenders::record_page(context, who, title, list_ending),
                           view,
                           may_of(context, who.id, view.assessment.signer),
                           faults_of(error));
}

Result<page::Page> show_one(web::Context& context) {
    return show_one_again(context, {}, {});
}

Result<page::Page> show_section_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto whole = store::whole(context.db, TRY(assessment_in(context)));
    auto section = TRY(section_in(context, whole.assessment));
    auto may = may_of(context, who.id, {});
    return section_page(
        offenders::record_page(context, who, section.title, list_ending),
        {.whole = whole, .section = section, .may_answer = may.answer, .may_decide = may.lead},
        values,
        faults_of(error));
}

Result<page::Page> show_section(web::Context& context) {
    return show_section_again(context, {}, {});
}

Result<page::Page> show_whole(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto whole = store::whole(context.db, TRY(assessment_in(context)));
    auto title = "Whole assessment of " + noms::in_words(whole.assessment.started_on);
    return whole_page(offenders::record_page(context, who, title, list_ending),
                      view_of(context.db, whole, who),
                      whole);
}

Result<Compared> give_differences(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return compared(context.db, store::whole(context.db, TRY(assessment_in(context))));
}

Result<page::Page> show_differences(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto assessment = TRY(assessment_in(context));
    auto different = TRY(give_differences(context));
    return differences_page(
        offenders::record_page(context, who, "What changed", list_ending), assessment, different);
}

offenders::CommandForm tier_form(const web::Context& context) {
    page::Looks looks;
    if (const auto* scheme = tier_scheme_on(context.today))
        for (const auto& tier : tiers_in(scheme->scheme))
            looks["tier"].options.push_back({tier, "Tier " + tier});
    looks["tier"].hint = "The rules advise. You may set another tier, under your name.";
    looks["reason"].label = "Why the rules do not fit this person";
    looks["reason"].long_text = true;
    looks["until_day"].label = "Until";
    looks["until_day"].hint = "From that day the tier by the rules holds again";
    return {.title = "Set another tier",
            .button = "Sign this tier",
            .path = context.request.path,
            .type = &describe::type_of<SetTier>(),
            .looks = looks};
}

Result<page::Page> show_tier_form_again(web::Context& context,
                                        const form::Values& values,
                                        const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return offenders::command_page(who, tier_form(context), values, faults_of(error));
}

Result<page::Page> show_tier_form(web::Context& context) {
    return show_tier_form_again(context, {}, {});
}

std::string to_list(const TierOverride& row) {
    return offenders::path_of(row.offender) + std::string(list_ending);
}
std::string to_one(const Touched& row) {
    return offenders::path_of(row.offender) + std::string(list_ending) + "/" +
           to_text(row.assessment);
}
std::string to_next(const Touched& row) {
    return row.next.empty() ? to_one(row) : to_one(row) + "/sections/" + row.next;
}

std::vector<offenders::EventTelling> events() {
    using page::Setting;
    return {{"assessments.started", "Assessment begun", Setting::Office},
            {"assessments.section_saved", "Assessment answered", Setting::Office},
            {"assessments.signed", "Assessment signed", Setting::Office},
            {"assessments.countersigned", "Assessment countersigned", Setting::Office},
            {"assessments.sent_back", "Assessment sent back", Setting::Office},
            {"assessments.tier_set", "Tier set by hand", Setting::Office},
            {"assessments.tier_ended", "Tier set by hand ended", Setting::Office}};
}

std::string told_section(const offenders::FieldOf& after) {
    auto code = after("section");
    return code.empty() ? "" : "Section " + code;
}
std::string told_tier(const offenders::FieldOf& after) {
    auto tier = after("tier");
    return tier.empty() ? "" : "Tier " + tier + ": " + after("reason");
}

void serve_one(web::Api& api, const std::string& one) {
    const std::string read = "assessments.read", second = "assessments.countersign";
    const std::string section = one + "/sections/{section}", back = one + "/send-back";
    api.page({one, read, "One assessment and what follows from it"}, &show_one);
    api.get<AssessmentView>({"/api" + one, read, "One assessment and what follows from it"},
                            &give_one);
    api.page({one + "/whole", read, "A whole assessment, to print"}, &show_whole);
    api.page({one + "/differences", read, "What differs from the assessment before"},
             &show_differences);
    api.get<Compared>({"/api" + one + "/differences", read, "What differs from the one before"},
                      &give_differences);
    api.page({section, read, "A section of an assessment"}, &show_section);
    api.command<SaveSection, Touched>({section, "assessments.answer", "Save a section"},
                                      &save_section,
                                      {&to_next, &show_section_again});
    api.command<Sign, Touched>({one + "/sign", "assessments.sign", "Sign an assessment"},
                               &sign,
                               {&to_one, &show_one_again});
    api.command<Countersign, Touched>({one + "/countersign", second, "Countersign an assessment"},
                                      &countersign,
                                      {&to_one, &show_one_again});
    api.command<SendBack, Touched>(
        {back, second, "Send an assessment back"}, &send_back, {&to_one, &show_one_again});
}

}  // namespace

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

void serve(web::Api& api) {
    const std::string read = "assessments.read", lead = "assessments.sign";
    const std::string person = "/offenders/{offender}", all = person + std::string(list_ending);
    follow_joins();
    offenders::add_record_page({"Assessment", std::string(list_ending), read});
    offenders::add_tellings(events(),
                            {{"assessment", read, {}},
                             {"assessment_section", read, &told_section},
                             {"assessment_answer", read, {}},
                             {"assessment_tier_override", read, &told_tier}});
    api.page({all, read, "Risk, needs and tier of a person"}, &show_list);
    api.get<AskedList, AssessmentsView>({"/api" + all, read, "Risk, needs and tier of a person"},
                                        &give_list);
    api.command<Start, Touched>(
        {all, lead, "Start an assessment"}, &start, {&to_next, &show_list_again});
    serve_one(api, all + "/{assessment}");
    api.page({person + "/tier/set", lead, "Set another tier: its form"}, &show_tier_form);
    api.command<SetTier, TierOverride>({person + "/tier/set", lead, "Set another tier"},
                                       &set_tier,
                                       {&to_list, &show_tier_form_again});
    api.command<EndTier, TierOverride>({person + "/tier/end", lead, "End a tier set by hand"},
                                       &end_tier,
                                       {&to_list, &show_list_again});
}

}  // namespace noms::assessments
