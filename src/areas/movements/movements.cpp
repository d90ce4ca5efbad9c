#include "areas/movements/movements.hpp"

#include "areas/movements/correcting.hpp"
#include "areas/movements/forms.hpp"
#include "areas/movements/joining.hpp"
#include "areas/movements/moving.hpp"
#include "areas/movements/pages.hpp"

/// The area's addresses. A release is routed by the area supervision, since what is open must carry
/// over in the same transaction.
namespace noms::movements {
namespace {

/// At which instant: `at` is a day, a day and a time ("2006-04-03T14:30"), or an instant; or `day`
/// and `time`, as a form sends them. The end of the day where there is no time.
struct AskedInstant {
    std::optional<std::string> at{};
    std::optional<Date> day{};
    std::optional<std::string> time{};
};
DESCRIBE(AskedInstant, at, day, time)

Result<Instant> instant_asked(const web::Context& context, const AskedInstant& asked) {
    if (asked.at) {
        if (auto instant = parse_instant(*asked.at)) return *instant;
        if (auto day = parse_date(*asked.at)) return end_of(*day);
        if (auto minute = parse_instant(*asked.at + ":00.000000Z")) return *minute;
        return invalid({{"at", "not_an_instant", "It must be like 2006-04-03T14:30"}});
    }
    auto day = asked.day.value_or(context.today);
    return asked.time ? moment_of(day, *asked.time) : end_of(day);
}

Result<OffenderMovements> give_movements(web::Context& context, const AskedInstant& asked) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return movements_view(context.db, who.id, TRY(instant_asked(context, asked)));
}

Result<page::Page> movements_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto at = TRY(instant_asked(context, TRY(context.query<AskedInstant>())));
    auto view = movements_view(context.db, who.id, at);
    auto page = offenders::record_page(context, who, "Movements", "/movements");
    show_movements(page,
                   view,
                   {.change = context.actor.may("movements.change"),
                    .correct = context.actor.may("movements.correct")});
    record::Subject subject{std::string(offenders::subject_kind), who.id.number};
    return page.add(offenders::corrections_section(
        record::corrections_of(context.db, subject, corrected_kind)));
}

struct AskedRoll {
    std::optional<Date> day{};
    std::optional<std::int64_t> first{};
};
DESCRIBE(AskedRoll, day, first)

Result<RollView> give_roll(web::Context& context, const AskedRoll& asked) {
    auto prison = TRY(prison_in(context));
    auto view = roll_view(context.db,
                          context.actor,
                          prison,
                          asked.day.value_or(context.today),
                          asked.first.value_or(0),
                          context.today);
    for (const auto& line : view.lines)
        context.shows(offenders::subject_kind, line.offender.number);
    return view;
}

Result<page::Page> show_roll(web::Context& context) {
    auto view = TRY(give_roll(context, TRY(context.query<AskedRoll>())));
    auto prison = TRY(prison_in(context));
    bool own = context.actor.scope_kind != "prison" || context.actor.scope_body == prison.id.number;
    return roll_page(view, own && context.actor.may("movements.change"));
}

std::string to_movements(const Moved& moved) {
    return offenders::path_of(moved.offender) + "/movements";
}

/// A form and its command at one address.
template <class Command>
void add_step(web::Api& api,
              const std::string& ending,
              const std::string& summary,
              Result<Moved> (*handler)(web::Context&, const Command&)) {
    const std::string change = "movements.change";
    const std::string path = "/offenders/{offender}/movements/" + ending;
    api.page({path, change, summary + ": its form"}, &show_form<Command>);
    api.command<Command, Moved>(
        {path, change, summary}, handler, {&to_movements, &show_again<Command>});
}

}  // namespace

void serve(web::Api& api) {
    follow_joins();
    offenders::add_record_page({"Movements", "/movements", "movements.read"});
    const std::string read = "movements.read", change = "movements.change";
    const std::string all = "/offenders/{offender}/movements";
    const std::string roll = "/prisons/{prison}/roll", gate = "/prisons/{prison}/receive";
    api.page({all, read, "Where a person is at an instant, and was"}, &movements_page);
    api.get({"/api" + all, read, "Where a person is at an instant, and was"}, &give_movements);
    api.page({roll, read, "A prison's roll on a day"}, &show_roll);
    api.get({"/api" + roll, read, "A prison's roll on a day"}, &give_roll);
    api.page({gate, change, "Receive somebody into a prison: its form"}, &show_reception);
    api.command<Receive, Moved>({gate, change, "Receive somebody into a prison"},
                                &receive,
                                {&to_movements, &show_reception_again});
    add_step(api, "transfer", "Transfer to another prison", &transfer);
    add_step(api, "court", "Out to court", &to_court);
    add_step(api, "hospital", "Out to hospital", &to_hospital);
    add_step(api, "absence", "Out on temporary absence", &leave_for_a_time);
    add_step(api, "return", "Back in the prison", &come_back);
    add_step(api, "escape", "Record an escape", &escape);
    add_step(api, "recapture", "Record a recapture", &recapture);
    serve_corrections(api);
}

}  // namespace noms::movements
