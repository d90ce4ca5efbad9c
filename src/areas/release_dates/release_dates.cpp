#include "areas/release_dates/release_dates.hpp"

#include "areas/release_dates/forms.hpp"
#include "areas/release_dates/pages.hpp"
#include "areas/release_dates/store.hpp"
#include "kit/record/following.hpp"

/// The area's addresses.
namespace noms::release_dates {
namespace {

const std::string read = "release_dates.read";
const std::string prepare = "release_dates.prepare";
const std::string approve = "release_dates.approve";

May may_of(const web::Actor& actor) {
    return {.prepare = actor.may(prepare),
            .approve = actor.may(approve),
            .correct = actor.may("sentences.change")};
}

Result<OffenderDates> give_dates(web::Context& context, const WhatIf& asked) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return dates_of(context.db, who.id, context.today, asked);
}

/// What was typed into the what-if panel, and what is wrong with it.
struct Asked {
    form::Values typed{};
    WhatIf what_if{};
    std::vector<FieldError> faults{};
};

Result<Asked> what_if_asked(const web::Context& context) {
    Asked out{.typed = TRY(form::parse(context.request.query))};
    auto asked = form::read<WhatIf>(out.typed);
    if (asked)
        out.what_if = *asked;
    else
        out.faults = asked.error().fields;
    return out;
}

Result<page::Page> show_dates_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto asked = TRY(what_if_asked(context));
    auto view = dates_of(context.db, who.id, context.today, asked.what_if);
    if (!view) {
        asked.faults = view.error().fields;
        view = dates_of(context.db, who.id, context.today, {});
    }
    auto page = offenders::record_page(context, who, "Release dates", "/release-dates");
    if (!asked.faults.empty()) page.failed().add(page::error_summary(asked.faults));
    show_dates(page, TRY(std::move(view)), may_of(context.actor), asked.typed, asked.faults);
    return page;
}

Result<CalculationView> give_calculation(web::Context& context) {
    auto stored = TRY(calculation_in(context));
    context.shows(offenders::subject_kind, stored.offender.number);
    return *calculation_view(context.db, stored.id);
}

/// The newest calculation that was stored before this one.
std::optional<CalculationView> stored_before(db::Connection& db, const StoredCalculation& stored) {
    constexpr int looked_back = 50;
    for (const auto& each : store::calculations_of(db, stored.offender, looked_back))
        if (each.id < stored.id) return calculation_view(db, each.id);
    return std::nullopt;
}

Result<page::Page> show_calculation_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(give_calculation(context));
    auto page = offenders::record_page(context, who, "Stored calculation", "/release-dates");
    bool decides = view.stored.state == CalculationState::Prepared && context.actor.may(approve) &&
                   view.stored.made_by != context.actor.account;
    auto again = work_out(facts_in(view.stored), view.stored.law, Reasons::Given);
    auto earlier = stored_before(context.db, view.stored);
    show_calculation(page,
                     {.view = std::move(view),
                      .again = std::move(again),
                      .earlier = std::move(earlier),
                      .may_decide = decides});
    return page;
}

Result<page::Page> show_notification(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(give_calculation(context));
    if (view.stored.state != CalculationState::Approved)
        return refused("Only approved dates are given to a prisoner.");
    Notification given{
        .who = who,
        .prison_numbers = offenders::prison_numbers_of(context.db, who.id, context.today),
        .today = context.today};
    given.worked = work_out(facts_in(view.stored), view.stored.law, Reasons::Given);
    given.view = std::move(view);
    given.answer_days = answer_days(context.today);
    return notification_page(given);
}

struct Compared {
    std::optional<CalculationId> before{};
    std::optional<CalculationId> after{};
};
DESCRIBE(Compared, before, after)

/// Those that are asked for, or the two newest.
Result<Compared> compared_in(web::Context& context, OffenderId offender) {
    auto asked = TRY(context.query<Compared>());
    if (asked.before && asked.after) return asked;
    auto newest = store::calculations_of(context.db, offender, 2);
    if (newest.size() < 2) return not_found("There are not two calculations to compare yet.");
    return Compared{.before = newest[1].id, .after = newest[0].id};
}

Result<page::Page> show_comparison_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto asked = TRY(compared_in(context, who.id));
    auto before = calculation_view(context.db, *asked.before);
    auto after = calculation_view(context.db, *asked.after);
    if (!before || !after || before->stored.offender != who.id || after->stored.offender != who.id)
        return not_found("There is no such calculation.");
    auto page = offenders::record_page(context, who, "Two calculations", "/release-dates");
    show_comparison(page, *before, *after);
    return page;
}

template <class Row>
std::string to_dates(const Row& row) {
    return dates_path(row.offender);
}
std::string to_calculation(const StoredCalculation& row) {
    return path_of(row);
}

/// A form and its command at one address.
template <class Command, class Out>
void add_command(web::Api& api,
                 const std::string& path,
                 const std::string& permission,
                 const std::string& summary,
                 Result<Out> (*handler)(web::Context&, const Command&),
                 std::string (*then)(const Out&)) {
    api.page({path, permission, summary + ": its form"}, &show_form<Command>);
    api.command<Command, Out>({path, permission, summary}, handler, {then, &show_again<Command>});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "release_dates",
                           .tables = {record::following(added_days, &AddedDays::offender),
                                      record::following(calculations, &StoredCalculation::offender),
                                      record::following(challenges, &Challenge::offender)}});
    offenders::add_record_page({"Release dates", "/release-dates", read});
    const std::string all = "/offenders/{offender}/release-dates";
    const std::string one = all + "/calculations/{calculation}";
    const std::string dates = "Every release date, and what would change it";
    api.page({all, read, dates}, &show_dates_page);
    api.get<WhatIf, OffenderDates>({"/api" + all, read, dates}, &give_dates);
    api.page({one, read, "A stored calculation"}, &show_calculation_page);
    api.get<CalculationView>({"/api" + one, read, "A stored calculation"}, &give_calculation);
    api.page({one + "/notification", read, "The dates in plain words, for the prisoner"},
             &show_notification);
    api.page({all + "/comparison", read, "Two stored calculations side by side"},
             &show_comparison_page);
    add_command(api,
                all + "/added-days",
                prepare,
                "Record added days",
                &record_added_days,
                &to_dates<AddedDays>);
    add_command(api,
                all + "/calculations",
                prepare,
                "Store a calculation for approval",
                &store_for_approval,
                &to_calculation);
    add_command(api,
                one + "/decision",
                approve,
                "Approve or reject a calculation",
                &decide_on,
                &to_calculation);
    add_command(api,
                all + "/challenges",
                prepare,
                "Record a prisoner's challenge to a date",
                &record_challenge,
                &to_dates<Challenge>);
    add_command(api,
                all + "/challenges/{challenge}/answer",
                approve,
                "Answer a challenge",
                &answer_challenge,
                &to_dates<Challenge>);
}

}  // namespace noms::release_dates
