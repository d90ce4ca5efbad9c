#include <algorithm>

#include "areas/interventions/pages.hpp"
#include "areas/interventions/routes.hpp"
#include "kit/page/content.hpp"

namespace noms::interventions {
namespace {

/// Which offering the form to refer is for.
struct ReferQuery {
    std::optional<catalogue::OfferingId> offering{};
};
DESCRIBE(ReferQuery, offering)

page::Option option_of(const FitLine& line) {
    return {to_text(line.offering.id),
            line.name + ", " + line.place,
            line.offering.provider + ". " + in_words(line.fit.verdict)};
}

bool is_within_reach(const FitLine& line) {
    return std::ranges::none_of(line.fit.checks, [](const catalogue::Check& check) {
        return check.aspect == catalogue::Aspect::Place &&
               check.verdict == catalogue::Verdict::RuledOut;
    });
}

const FitLine* chosen_in(const FitList& list, std::string_view offering) {
    for (const auto& line : list.lines)
        if (to_text(line.offering.id) == offering) return &line;
    return nullptr;
}

page::Page refer_page(web::Context& context,
                      const offenders::Offender& who,
                      const form::Values& values,
                      const std::vector<FieldError>& errors) {
    using namespace page;
    auto list = fits_of(context.db, who, {}, context.today);
    Looks looks;
    looks["offering"].label = "What to";
    for (const auto& line : list.lines)
        if (is_within_reach(line)) {
            auto option = option_of(line);
            looks["offering"].options.push_back(
                {option.value, option.label + " (" + in_words(line.fit.verdict) + ")"});
        }
    looks["why"].label = "Why";
    looks["why"].hint = "Wanted where something speaks against it";
    looks["why"].long_text = true;
    auto page = offenders::record_page(context, who, "Refer", "/referrals");
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    if (looks["offering"].options.empty())
        return page.add(empty_state("Nothing is offered within reach",
                                    "Neither the prison that holds this person nor the area that "
                                    "manages them offers anything.",
                                    link(offenders::path_of(who.id) + "/fits", "See what fits")));
    const auto* chosen = chosen_in(list, form::value_of(values, "offering"));
    page.add(post_form(offenders::path_of(who.id) + "/referrals/add",
                       form_fields<Refer>(values, errors, looks) + button("Refer")));
    if (chosen)
        page.add(section("How it fits: " + chosen->name + ", " + chosen->place,
                         checks_of(chosen->fit),
                         "checks"));
    return page;
}

page::Page carry_on_page(web::Context& context,
                         const offenders::Offender& who,
                         const ReferralInFull& full,
                         const form::Values& values,
                         const std::vector<FieldError>& errors) {
    using namespace page;
    auto page = offenders::record_page(context, who, "Carry on: " + full.view.name, "/referrals");
    auto list = fits_of(context.db, who, {}, context.today);
    Looks looks;
    looks["offering"].label = "Where it goes on";
    for (const auto& line : list.lines)
        if (line.offering.intervention == full.view.referral.intervention &&
            line.offering.id != full.view.referral.offering && is_within_reach(line)) {
            auto option = option_of(line);
            looks["offering"].options.push_back(
                {option.value, line.place + ", " + line.offering.provider});
        }
    looks["why"].label = "Why";
    looks["why"].long_text = true;
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    if (looks["offering"].options.empty())
        return page.add(empty_state("It is offered nowhere else within reach",
                                    "Neither the prison that holds this person nor the area that "
                                    "manages them offers it elsewhere.",
                                    link(path_of(full.view.referral), "Back to the referral")));
    page.add(lead("The sessions so far count on."));
    return page.add(post_form(path_of(full.view.referral) + "/carry-on",
                              form_fields<CarryOn>(values, errors, looks) + button("Carry on")));
}

std::string gist_of_referral(const offenders::FieldOf& after) {
    return after("reason").empty() ? after("note") : after("reason");
}

std::string gist_of_session(const offenders::FieldOf& after) {
    auto came = describe::choice_of<Attendance>(after("attendance"));
    if (!came) return "";
    std::string words = *came == Attendance::Attended            ? "Attended"
                        : *came == Attendance::AcceptableAbsence ? "Acceptable absence"
                                                                 : "Unacceptable absence";
    return after("words").empty() ? words : words + ": " + after("words");
}

std::string gist_of_consultation(const offenders::FieldOf& after) {
    return after("question");
}

}  // namespace

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

Result<page::Page> show_refer_form_again(web::Context& context,
                                         const form::Values& values,
                                         const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    return refer_page(context, who, values, faults_of(error));
}

Result<page::Page> show_refer_form(web::Context& context) {
    auto query = TRY(context.query<ReferQuery>());
    form::Values values;
    if (query.offering) values.emplace_back("offering", to_text(*query.offering));
    return show_refer_form_again(context, values, {});
}

Result<page::Page> show_carry_on_form_again(web::Context& context,
                                            const form::Values& values,
                                            const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto full = TRY(in_full(context, who));
    return carry_on_page(context, who, full, values, faults_of(error));
}

Result<page::Page> show_carry_on_form(web::Context& context) {
    return show_carry_on_form_again(context, {}, {});
}

void tell_timeline() {
    using enum page::Setting;
    offenders::add_tellings(
        {{"interventions.referred", "Referred", Office},
         {"interventions.accepted", "Referral accepted", Office},
         {"interventions.refused", "Referral refused", Office},
         {"interventions.put_on_waiting_list", "Put on a waiting list", Office},
         {"interventions.started", "Started an intervention", Office},
         {"interventions.session_recorded", "Session", Office},
         {"interventions.completed", "Completed an intervention", Office},
         {"interventions.not_completed", "Did not complete an intervention", Office},
         {"interventions.withdrawn", "Referral withdrawn", Office},
         {"interventions.carried_on", "Goes on elsewhere", Office},
         {"interventions.manager_asked", "Offender manager asked", Custody},
         {"interventions.view_given", "Offender manager's view", Office},
         {"interventions.decided", "Governor's decision", Custody}},
        {{"intervention_referral", "interventions.read", &gist_of_referral},
         {"intervention_session", "interventions.read", &gist_of_session},
         {"intervention_consultation", "interventions.read", &gist_of_consultation}});
}

}  // namespace noms::interventions
