#include "areas/interventions/interventions.hpp"

#include "areas/interventions/handlers.hpp"
#include "areas/interventions/pages.hpp"
#include "areas/interventions/routes.hpp"
#include "areas/interventions/views.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::interventions {
namespace {

constexpr std::string_view list_ending = "/referrals";

/// Whether the prison of the actor holds the person: its staff ask, and decide.
bool is_at(const web::Actor& actor, BodyId prison) {
    return actor.may("interventions.deliver") && actor.scope_kind == "prison" &&
           actor.scope_body == prison.number;
}

Result<FitList> get_fits(web::Context& context, const FitQuery& query) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return fits_of(context.db, who, query, context.today);
}

Result<page::Page> show_fits(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto query = TRY(context.query<FitQuery>());
    return fits_page(offenders::record_page(context, who, "What fits", list_ending),
                     who,
                     fits_of(context.db, who, query, context.today),
                     query,
                     {.refer = context.actor.may("interventions.refer")});
}

Result<PersonReferrals> get_referrals(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return referrals_of(context.db, who.id, context.today);
}

Result<page::Page> show_referrals(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    bool prison =
        context.actor.scope_kind == "prison" && context.actor.may("interventions.deliver");
    return person_page(offenders::record_page(context, who, "Referrals", list_ending),
                       who,
                       referrals_of(context.db, who.id, context.today),
                       {.refer = context.actor.may("interventions.refer"), .ask = prison});
}

Result<ReferralInFull> get_referral(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return in_full(context, who);
}

Result<page::Page> show_referral_again(web::Context& context,
                                       const form::Values& values,
                                       const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto full = TRY(in_full(context, who));
    return referral_page(offenders::record_page(context, who, full.view.name, list_ending),
                         full,
                         context.today,
                         values,
                         faults_of(error));
}

Result<page::Page> show_referral(web::Context& context) {
    return show_referral_again(context, {}, {});
}

Result<ConsultationView> get_consultation(web::Context& context) {
    auto asked = TRY(consultation_in(context));
    context.shows(offenders::subject_kind, asked.offender.number);
    return view_of(asked);
}

Result<page::Page> show_consultation_again(web::Context& context,
                                           const form::Values& values,
                                           const Error& error) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(get_consultation(context));
    const auto& asked = view.consultation;
    bool decides = asked.about == Question::TemporaryRelease && is_at(context.actor, asked.prison);
    return consultation_page(
        offenders::record_page(context, who, "Consultation", list_ending),
        view,
        {.advise = context.actor.may("interventions.advise"), .decide = decides},
        values,
        faults_of(error));
}

Result<page::Page> show_consultation(web::Context& context) {
    return show_consultation_again(context, {}, {});
}

Result<page::Page> show_list(web::Context& context) {
    auto query = TRY(context.query<ReferralQuery>());
    return list_page(list_of(context, query), query);
}

Result<ReferralList> get_list(web::Context& context, const ReferralQuery& query) {
    return list_of(context, query);
}

Result<page::Page> show_starters(web::Context& context) {
    auto query = TRY(context.query<StarterQuery>());
    return starters_page(TRY(starters_of(context, query)), query);
}

offenders::CommandForm ask_form(const web::Context& context) {
    page::Looks looks;
    looks["question"].label = "Which release";
    looks["question"].hint = "From when to when, where to and why";
    looks["question"].long_text = true;
    return {.title = "Ask about a temporary release",
            .button = "Ask the offender manager",
            .path = context.request.path,
            .type = &describe::type_of<AskAboutRelease>(),
            .looks = looks};
}

std::string to_referral(const Referral& referral) {
    return path_of(referral);
}
std::string to_consultation(const Consultation& asked) {
    return path_of(asked);
}

void serve_referral(web::Api& api, const std::string& one) {
    const std::string read = "interventions.read", refer_right = "interventions.refer";
    api.page({one, read, "One referral: where it stands, its sessions, the next step"},
             &show_referral);
    api.get<ReferralInFull>({"/api" + one, read, "One referral and its sessions"}, &get_referral);
    // Who may take which step is the machine's to say: a referrer withdraws, a provider does the
    // rest.
    api.command<TakeStep, Referral>({one + "/steps", refer_right, "Take the next step"},
                                    &take_step,
                                    {&to_referral, &show_referral_again});
    api.command<RecordSession, Referral>(
        {one + "/sessions", "interventions.deliver", "Record a session"},
        &record_session,
        {&to_referral, &show_referral_again});
    api.page({one + "/carry-on", refer_right, "Carry it on elsewhere: its form"},
             &show_carry_on_form);
    api.command<CarryOn, Referral>({one + "/carry-on", refer_right, "Carry it on elsewhere"},
                                   &carry_on,
                                   {&to_referral, &show_carry_on_form_again});
}

void serve_consultations(web::Api& api) {
    const std::string read = "interventions.read", deliver = "interventions.deliver";
    const std::string all = "/offenders/{offender}/consultations", one = all + "/{consultation}";
    api.page({all + "/ask", deliver, "Ask the manager about a temporary release: its form"},
             &offenders::show_command_form<&ask_form>);
    api.command<AskAboutRelease, Consultation>(
        {all + "/ask", deliver, "Ask the manager about a temporary release"},
        &ask,
        {&to_consultation, &offenders::show_command_form_again<&ask_form>});
    api.page({one, read, "What the manager was asked, both views"}, &show_consultation);
    api.get<ConsultationView>({"/api" + one, read, "What the manager was asked, both views"},
                              &get_consultation);
    api.command<GiveView, Consultation>(
        {one + "/view", "interventions.advise", "Give the offender manager's view"},
        &give_view,
        {&to_consultation, &show_consultation_again});
    api.command<Decide, Consultation>(
        {one + "/decision", deliver, "Record the governor's decision"},
        &decide,
        {&to_consultation, &show_consultation_again});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "interventions",
                           .tables = {record::following(referrals, &Referral::offender),
                                      record::following(consultations, &Consultation::offender)}});
    movements::after_moving("interventions", &follow_movement);
    movements::before_absence("interventions", &confirmed_before_absence);
    catalogue::count_places_by(&places_taken);
    catalogue::add_offering_page(
        {"Who started, month by month", "/starters", "interventions.read"});
    tell_timeline();
    offenders::add_record_page({"Referrals", std::string(list_ending), "interventions.read"});
    const std::string read = "interventions.read", refer_right = "interventions.refer";
    const std::string fits = "/offenders/{offender}/fits", all = "/offenders/{offender}/referrals";
    const std::string starters = "/catalogue/{offering}/starters";
    api.page({fits, read, "What fits a person, where, when, and what rules the rest out"},
             &show_fits);
    api.get<FitQuery, FitList>(
        {"/api" + fits, read, "What fits a person, where, when, and what rules the rest out"},
        &get_fits);
    api.page({all, read, "A person's referrals"}, &show_referrals);
    api.get<PersonReferrals>({"/api" + all, read, "A person's referrals"}, &get_referrals);
    api.page({all + "/add", refer_right, "Refer a person: its form"}, &show_refer_form);
    api.command<Refer, Referral>({all + "/add", refer_right, "Refer a person"},
                                 &refer,
                                 {&to_referral, &show_refer_form_again});
    serve_referral(api, all + "/{referral}");
    serve_consultations(api);
    api.page({"/referrals", read, "Referrals to the places of your scope"}, &show_list);
    api.get<ReferralQuery, ReferralList>(
        {"/api/referrals", read, "Referrals to the places of your scope"}, &get_list);
    api.page({starters, read, "Who started an offering, and how it went on"}, &show_starters);
    api.get<StarterQuery, StarterList>(
        {"/api" + starters, read, "Who started an offering, and how it went on"}, &starters_of);
}

}  // namespace noms::interventions
