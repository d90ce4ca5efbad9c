#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"
#include "areas/demonstration/words.hpp"
#include "areas/demonstration/world.hpp"
#include "areas/interventions/interventions.hpp"
#include "areas/movements/movements.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/reports/reports.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/supervision/supervision.hpp"
#include "kit/record/bulk.hpp"

/// What happens to one person, told command by command in the order of the days. Each step is first
/// put to the rules of the area whose rows it writes.
namespace noms::demonstration {

/// What all lives share.
struct Scene {
    record::Bulk& bulk;
    World& world;
    Dice& dice;
    Date day{};  // the service day; nothing happens after it
};

/// What the court passes.
struct Disposal {
    std::string code{};
    sentences::Length length{};
    sentences::Length custodial{};
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> hours{};
    std::optional<int> remand_days{};
    struct Requirement {
        std::string kind{};
        std::optional<int> amount{};
    };
    std::vector<Requirement> requirements{};
    bool grave = false;
    std::optional<std::int64_t> compensation_pence{};
};

class Life {
public:
    Life(Scene&, const offenders::Offender&, Area&);

    /// The court sentences for an offence of that day. Throws when the law of the day does not let
    /// it: the careers are to be mended then.
    void sentenced(Date on, const Disposal&, Date committed_on);
    void remanded(Date on);
    /// The sentence that is running ends.
    void sentence_ended(Date on, sentences::EndReason);

    void manager_named(Date on, Officer&, std::string reason);
    /// Another officer of the area takes over.
    void manager_changed(Date on);
    void management_ended(Date on, const std::string& reason);

    void received(Date on, movements::WarrantKind, Prison&);
    void transferred(Date on, Prison&);
    void released(Date on, movements::ReleaseReason);
    /// Out on temporary absence, to court, to hospital, or away without leave.
    void out(Date on, movements::Move, std::optional<Date> due_back = {});
    void back(Date on, movements::Move);
    void supervised_in_prison(Date on);
    /// The prison awards days for an offence against discipline.
    void days_added(Date on, int days);
    /// The prison works the dates out and, where it is said so, a second person approves them.
    /// Nothing happens where they cannot be worked out.
    enum class Approval { Waits, Given };
    void dates_worked_out(Date on, const std::string& reason, Approval);
    /// The prisoner says that the date of release is wrong. Nobody has answered yet.
    void challenged(Date on);

    /// An assessment by the needs that were drawn, signed and, where the rule wants it,
    /// countersigned; from the second one on it begins as a copy of the one before.
    void assessed(Date on, bool custody);
    /// Objectives by the needs that were drawn, for custody or the community.
    void planned(Date on, bool custody);
    /// Some of the objectives are settled.
    void plan_reviewed(Date on);
    /// One contact that took place, or did not.
    void contacted(Date on, bool custody);
    /// From that day on no appointment is kept; what follows is as it is said.
    enum class Follows { AsDrawn, Nothing, BreachBegun, RecallAsked, Recalled };
    void stays_away(Date from, Follows);
    /// What answers failures before `until` is done.
    void failures_answered(Date until);
    /// What the clocks of enforcement want on the service day is asked of the manager.
    void clocks_asked(Date on);
    /// An appointment of the days around the service day, its outcome yet to come.
    void booked(Date on, Date booked_on);
    /// Something of data/task.csv that is to be done, by the manager.
    void asked(Date on, std::string_view kind, Date due_on);
    /// To something that serves a need of theirs, in the prison or the area; nothing happens where
    /// nothing is offered, or a referral was made before.
    void referred(Date on);
    /// The prison refers, and the manager is yet to give a view.
    void referred_by_prison(Date on);
    void referral_decided(Date on);
    void placed(Date on);
    void session_held(Date on);
    void step(Date on, interventions::Step);
    /// What a prison began goes on outside, or ends: told after each move.
    void carry_referral(Date on);
    void restricted(Date on, record::AccountId reader);
    void alerted(Date on);
    /// The court that sentenced on that day had a report, asked for three weeks before. Told after
    /// the sentence; `number` says how many had one before.
    void sentenced_after_report(Date hearing, const Disposal& passed, int number);
    /// A court waits for a report. ByFirst: the first officer of the area writes it.
    enum class Awaited { Unallocated, ByFirst, ByAnother, AtGate };
    void report_awaited(Date asked, Date hearing, Awaited);

    Date last_day() const { return day_of(last_); }
    Officer* officer() const { return officer_; }
    Prison* prison() const { return prison_; }
    int contacts() const { return contacts_; }
    bool refers() const { return referral_.has_value(); }
    Area& area() { return area_; }
    int age_on(Date day) const {
        return who_.birth_date ? noms::age_on(*who_.birth_date, day) : 30;
    }
    bool woman() const { return who_.sex == offenders::Sex::Female; }

private:
    struct By {
        record::AccountId account{};
        std::string name{};
    };
    Scene& scene_;
    Dice& dice_;
    offenders::Offender who_;
    Area& area_;
    Instant last_{};
    Officer* officer_ = nullptr;
    Prison* prison_ = nullptr;
    std::optional<movements::Standpoint> place_{};
    std::optional<sentences::Sentence> sentence_{};
    std::optional<management::Allocation> allocation_{};
    std::vector<management::Objective> objectives_{};
    std::vector<access::Hold> holds_{};
    release_dates::Recorded recorded_{};  // movements in the order they happened
    std::vector<std::string> needs_{};
    std::vector<std::string> needs_found_{};  // as assessments name them: "Drug misuse"
    std::vector<assessments::Occasion> occasions_{};
    std::optional<assessments::Whole> assessment_{};
    std::optional<assessments::Rosh> rosh_{};
    std::optional<Date> last_contact_{};
    int contacts_ = 0;
    int absent_in_100_ = 0;
    std::optional<Date> away_from_{};
    Follows follows_ = Follows::AsDrawn;
    std::vector<sentences::Requirement> requirements_{};
    std::vector<supervision::Contact> failures_{};
    std::vector<supervision::FailureAnswer> answers_{};
    std::vector<supervision::Breach> breaches_{};
    std::vector<supervision::Recall> recalls_{};
    std::vector<std::pair<Date, std::function<void(Date)>>> to_follow_{};
    bool was_managed_ = false;
    std::optional<record::AccountId> supporter_{};
    std::optional<interventions::Referral> referral_{};
    std::optional<interventions::Consultation> asked_{};
    Offered* offered_ = nullptr;  // what the referral is to
    int attended_ = 0;
    std::optional<BodyId> sentenced_by_{};  // the last court
    std::optional<reports::Report> report_{};
    std::vector<std::string> proposed_{};  // kinds of requirement

    template <class Work>
    void tell(Date day, std::string_view kind, const By& by, Work&& work);
    Instant next_instant(Date day);
    By manager() const;
    By court_staff() const { return {{}, area_.name + " court team"}; }
    By prison_staff() const;
    By second_of_prison() const;
    const Court& court(bool crown);
    sentences::Appearance appearance(Date on, bool grave, sentences::Outcome);
    void add_requirements(record::Changes&, const sentences::Sentence&, const Disposal&);
    void move(record::Changes&, movements::Movement);
    void hold(record::Changes&, Date);
    void carry_outside(record::Changes&, Date on);
    std::vector<std::pair<std::string, BodyId>> wanted_holds() const;
    void draw_needs(bool custody);
    void draw_harm();
    void keep_assessment(Date on, std::string_view kind, const By&, const assessments::Whole&);
    void add_objective(record::Changes&, const std::string& need, bool custody);
    supervision::Contact contact(Date on, bool custody);
    Turnout turn_out(supervision::Contact&);
    By provider() const;
    Offered* offered_for(std::string_view intervention);
    void refer(Date on, Offered* chosen, const By&, std::string why, bool answered);
    void consult(record::Changes&, Date on, bool answered);
    void keep_decision(record::Changes&, Date on, bool confirmed);
    bool is_recalled() const;
    void failed(const supervision::Contact&);
    void follow(Date on, std::function<void(Date)>);
    int days_until_answered();
    void failure_answered(Date on, const supervision::Contact&, supervision::AnswerKind);
    void breach_begun(Date on, const supervision::Contact&);
    void breach_served(Date on);
    void breach_listed(Date on, Date hearing);
    void breach_decided(Date on, supervision::BreachResult);
    void change_breach(Date on, std::string_view event, const supervision::Breach& after);
    supervision::BreachReport report_on(Date on, const supervision::Breach&);
    void recall_asked(Date on, const supervision::Contact&);
    void recall_decided(Date on);
    void tell_of_report(Date day,
                        std::string_view kind,
                        const By& by,
                        const std::function<void(record::Changes&)>& work);
    reports::Report report_for(Date asked, Date hearing, BodyId court);
    void change_report(Date on, std::string_view event, const By& by, reports::Report after);
    void report_named(Date on, const Officer& writer);
    void report_written(Date on, const std::string& disposal, std::optional<int> months);
    void propose_requirements(Date on, const Disposal& passed);
    void report_delivered(Date on);
    void report_decided(Date on, const Disposal& passed);
    About about(Date day) const { return {.woman = woman(), .day = day}; }
};

template <class Work>
void Life::tell(Date day, std::string_view kind, const By& by, Work&& work) {
    last_ = next_instant(day);
    record::Changes changes(scene_.bulk,
                            {.id = new_id<record::CommandTag>(),
                             .actor = by.account,
                             .actor_name = by.name,
                             .day = day,
                             .at = last_});
    changes.about({std::string(offenders::subject_kind), who_.id.number}, kind);
    work(changes);
    changes.finish();
}

}  // namespace noms::demonstration
