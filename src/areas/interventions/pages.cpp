#include "areas/interventions/pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

namespace noms::interventions {

using namespace page;

namespace {

Html state_of(ReferralState state) {
    auto words = in_words(state);
    switch (state) {
        case ReferralState::Referred: return tag(words, Colour::Yellow);
        case ReferralState::Accepted:
        case ReferralState::Waiting:
        case ReferralState::Started: return tag(words, Colour::Blue);
        case ReferralState::Completed: return tag(words, Colour::Green);
        case ReferralState::NotCompleted:
        case ReferralState::Refused: return tag(words, Colour::Red);
        default: return tag(words, Colour::Grey);
    }
}

std::string sessions_of(const ReferralView& view) {
    if (view.attended == 0 && !view.referral.started_on) return "";
    auto words = view.sessions_wanted
                     ? fmt::format("{} of {} sessions", view.attended, *view.sessions_wanted)
                     : fmt::format("{} sessions", view.attended);
    return view.attended_before > 0
               ? words + fmt::format(", {} of them elsewhere", view.attended_before)
               : words;
}

/// "Started on 3 April 2006", the newest that is known.
std::string since_of(const Referral& referral) {
    if (referral.ended_on) return "Ended on " + noms::in_words(*referral.ended_on);
    if (referral.started_on) return "Started on " + noms::in_words(*referral.started_on);
    if (referral.decided_on) return "Accepted on " + noms::in_words(*referral.decided_on);
    return "Referred on " + noms::in_words(referral.referred_on);
}

std::string days_in_words(int days) {
    if (days == 0) return "the same day";
    return fmt::format("after {} day{}", days, days == 1 ? "" : "s");
}

std::string view_in_words(View view) {
    switch (view) {
        case View::Agrees: return "Agrees";
        case View::Disagrees: return "Disagrees";
        case View::NoView: return "Has no view";
    }
    return {};
}

Cell manager_of(const ConsultationView& view) {
    const auto& asked = view.consultation;
    if (!asked.view)
        return with_sub("Not answered yet", "Asked for by " + noms::in_words(asked.due_on));
    auto by = fmt::format("{}, {}, {}",
                          asked.answered_by,
                          noms::in_words(*asked.answered_on),
                          days_in_words(*view.days_to_answer));
    auto words = view_in_words(*asked.view);
    return with_sub(asked.words.empty() ? words : words + ": " + asked.words, by);
}

Cell governor_of(const ConsultationView& view) {
    const auto& asked = view.consultation;
    if (!asked.decision) return "Not decided yet";
    auto by = fmt::format("{}, {}, {}",
                          asked.decided_by,
                          noms::in_words(*asked.decided_on),
                          days_in_words(*view.days_to_decide));
    std::string words(*asked.decision == Decision::Confirmed ? "Confirmed" : "Refused");
    return with_sub(asked.decision_words.empty() ? words : words + ": " + asked.decision_words, by);
}

/// Both views, each with the time it took.
Html both_views(const ConsultationView& view) {
    const auto& asked = view.consultation;
    return facts(
        {{"Asked",
          with_sub(asked.question, asked.asked_by + ", " + noms::in_words(asked.asked_on))},
         {"Offender manager", manager_of(view)},
         {"Governor", governor_of(view)}});
}

Html referral_rows(const std::vector<ReferralView>& views, bool of_many) {
    Table table{.caption = "Referrals",
                .columns = {{of_many ? "Who" : "What"}, {"Where"}, {"State"}, {"Sessions"}}};
    for (const auto& view : views) {
        const auto& referral = view.referral;
        auto what = of_many ? with_sub(link(path_of(referral), view.about), view.name)
                            : with_sub(link(path_of(referral), view.name),
                                       noms::in_words(referral.referred_on));
        table.rows.push_back({{what,
                               with_sub(view.place, view.provider),
                               with_sub(state_of(referral.state), since_of(referral)),
                               sessions_of(view)}});
    }
    return page::table(table);
}

Html consultations_of(const std::vector<ConsultationView>& all) {
    std::vector<Cell> lines;
    for (const auto& each : all) {
        const auto& asked = each.consultation;
        auto about = asked.about == Question::Place ? "" : "Temporary release: ";
        auto where = asked.view ? view_in_words(*asked.view) : "Not answered yet";
        auto decided = !asked.decision                          ? "not decided yet"
                       : *asked.decision == Decision::Confirmed ? "confirmed"
                                                                : "refused";
        lines.emplace_back(with_sub(link(path_of(asked), about + asked.question),
                                    fmt::format("{}. Manager: {}. Governor: {}.",
                                                noms::in_words(asked.asked_on),
                                                lower(where),
                                                decided)));
    }
    return bullets(lines);
}

Html session_rows(const ReferralInFull& full) {
    const auto& sessions = full.sessions;
    if (sessions.empty())
        return empty_state(
            "No session is recorded",
            full.view.referral.started_on ? "None was held yet." : "It has not started.");
    Table table{.caption = "Sessions", .columns = {{"Day"}, {"Who came"}, {"Note"}, {"By"}}};
    for (const auto& each : sessions) {
        auto attendance = each.attendance == Attendance::Attended ? text("Attended")
                          : each.attendance == Attendance::AcceptableAbsence
                              ? tag("Acceptable absence", Colour::Grey)
                              : tag("Unacceptable absence", Colour::Red);
        bool elsewhere = each.referral != full.view.referral.id;
        table.rows.push_back(
            {{in_short(each.on_day),
              attendance,
              elsewhere ? std::string("Where it was begun. ") + each.words : each.words,
              each.recorded_by}});
    }
    return page::table(table);
}

Html step_form(const ReferralInFull& full,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Looks looks;
    looks["step"].label = "Next step";
    for (auto step : full.steps)
        looks["step"].options.push_back({std::string(describe::choice_text(step)), in_words(step)});
    looks["reason"].label = "Why";
    looks["reason"].hint = "Wanted when you refuse, withdraw or end it early";
    looks["reason"].long_text = true;
    return section("What happens next",
                   post_form(path_of(full.view.referral) + "/steps",
                             form_fields<TakeStep>(values, errors, looks) + button("Save step")),
                   "next");
}

Html session_form(const ReferralInFull& full,
                  Date today,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    Looks looks;
    looks["on_day"].label = "Day";
    looks["attendance"].label = "Who came";
    looks["attendance"].options = {{"Attended", "Attended"},
                                   {"AcceptableAbsence", "Acceptable absence"},
                                   {"UnacceptableAbsence", "Unacceptable absence"}};
    looks["words"].label = "Note";
    looks["words"].hint = "Of an absence: why";
    auto shown = values;
    bool typed =
        !form::value_of(values, "on_day").empty() || !form::value_of(values, "on_day-day").empty();
    if (!typed) shown.emplace_back("on_day", to_text(today));
    return section("Record a session",
                   post_form(path_of(full.view.referral) + "/sessions",
                             form_fields<RecordSession>(shown, errors, looks) +
                                 secondary_button("Save session")),
                   "session");
}

std::string lead_of(const ReferralView& view) {
    auto words = in_words(view.referral.state);
    auto sessions = sessions_of(view);
    return words + (sessions.empty() ? "." : ": " + sessions + " attended.");
}

std::vector<Fact> known_of(const ReferralInFull& full) {
    const auto& view = full.view;
    const auto& referral = view.referral;
    std::vector<Fact> rows{
        {"State", with_sub(state_of(referral.state), since_of(referral))},
        {"Where", with_sub(link(catalogue::path_of(referral.offering), view.place), view.provider)},
        {"Referred", with_sub(noms::in_words(referral.referred_on), referral.referred_by)}};
    if (!referral.note.empty()) rows.push_back({"Why", referral.note});
    if (referral.decided_on)
        rows.push_back({referral.state == ReferralState::Refused ? "Refused" : "Accepted",
                        with_sub(noms::in_words(*referral.decided_on), referral.decided_by)});
    if (referral.started_on) rows.push_back({"Started", *referral.started_on});
    if (referral.ended_on)
        rows.push_back({"Ended", with_sub(noms::in_words(*referral.ended_on), referral.ended_by)});
    if (!referral.reason.empty()) rows.push_back({"Reason", referral.reason});
    if (referral.continues)
        rows.push_back(
            {"Begun elsewhere",
             link(path_of(Referral{.id = *referral.continues, .offender = referral.offender}),
                  "See where it was begun")});
    if (!referral.started_on && referral.is_open())
        rows.push_back({"Free places", full.free_places});
    return rows;
}

}  // namespace

Page person_page(Page page, const offenders::Offender& who, const PersonReferrals& all, May may) {
    auto path = offenders::path_of(who.id);
    auto open = std::ranges::count_if(
        all.referrals, [](const ReferralView& view) { return view.referral.is_open(); });
    page.add(lead(fmt::format("{} referral{}, {} open.",
                              all.referrals.size(),
                              all.referrals.size() == 1 ? "" : "s",
                              open)));
    page.add(button_group(button_link(path + "/fits", "See what fits")));
    if (may.ask)
        page.add(paragraph(link(path + "/consultations/ask", "Ask about a temporary release")));
    page.add(all.referrals.empty() ? empty_state("Nobody has referred this person yet",
                                                 "What fits them can be searched in the catalogue.",
                                                 link(path + "/fits", "See what fits"))
                                   : referral_rows(all.referrals, false));
    if (!all.consultations.empty())
        page.add(section("What the offender manager was asked",
                         consultations_of(all.consultations),
                         "consultations"));
    return page;
}

Page referral_page(Page page,
                   const ReferralInFull& full,
                   Date today,
                   const form::Values& values,
                   const std::vector<FieldError>& errors) {
    const auto& view = full.view;
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(lead(lead_of(view)));
    if (view.sessions_wanted && view.referral.started_on)
        page.add(meter(view.attended, *view.sessions_wanted, sessions_of(view)));
    auto known = facts(known_of(full));
    if (full.asked)
        known += section("Consultation",
                         {"Open it", path_of(full.asked->consultation)},
                         both_views(*full.asked),
                         "consultation");
    Html to_do;
    if (full.may_record) to_do += session_form(full, today, values, errors);
    if (!full.steps.empty()) to_do += step_form(full, values, errors);
    if (full.may_carry_on)
        to_do += paragraph(link(path_of(view.referral) + "/carry-on", "Carry it on elsewhere"));
    page.add(to_do.empty() ? known : halves(known, to_do));
    return page.add(section("Sessions", session_rows(full), "sessions"));
}

Page consultation_page(Page page,
                       const ConsultationView& view,
                       May may,
                       const form::Values& values,
                       const std::vector<FieldError>& errors) {
    const auto& asked = view.consultation;
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.add(lead(asked.decision ? "The governor has decided."
                  : asked.view   ? "The governor decides; the offender manager has answered."
                                 : "The offender manager is asked; the governor decides."));
    page.add(both_views(view));
    if (asked.referral)
        page.add(paragraph(link(
            path_of(Referral{.id = *asked.referral, .offender = asked.offender}), "The referral")));
    Looks looks;
    looks["view"].label = "Your view";
    looks["view"].options = {
        {"Agrees", "I agree"}, {"Disagrees", "I disagree"}, {"NoView", "I have no view"}};
    looks["words"].label = "Why";
    looks["words"].long_text = true;
    looks["decision"].options = {{"Confirmed", "Confirm"}, {"Refused", "Refuse"}};
    if (!asked.view && !asked.decision && may.advise)
        page.add(section(
            "Your view as offender manager",
            post_form(path_of(asked) + "/view",
                      form_fields<GiveView>(values, errors, looks) + button("Save your view")),
            "view"));
    if (!asked.decision && may.decide)
        page.add(section(
            "The governor's decision",
            post_form(path_of(asked) + "/decision",
                      form_fields<Decide>(values, errors, looks) + button("Save the decision")),
            "decision"));
    return page;
}

}  // namespace noms::interventions
