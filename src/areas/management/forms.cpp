#include "areas/management/forms.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/management/rules_plan.hpp"

namespace noms::management {
namespace {

struct AreaQuery {
    std::optional<BodyId> area{};
};
DESCRIBE(AreaQuery, area)

StaffForm appoint_form(web::Context& context, const organisation::Body& area) {
    page::Looks looks;
    looks["name"].label = "Account";
    looks["name"].hint = "The name they sign in with";
    looks["weekly_hours"].label = "Hours a week";
    looks["weekly_hours"].width = "5";
    looks["from_day"].label = "First day in office";
    looks["unit"].label = "Local unit";
    looks["unit"].options = units_of(context.db, area.id, context.today);
    looks["unit"].left_out = looks["unit"].options.empty();
    return {.title = "Appoint an officer in " + area.name,
            .button = "Appoint",
            .path = "/management/officers/appoint",
            .type = &describe::type_of<Appoint>(),
            .looks = looks};
}

StaffForm duty_form(web::Context& context, const organisation::Body& area) {
    page::Looks looks;
    looks["officer"].label = "Officer on duty";
    looks["officer"].options = officers_of(context.db, area.id, context.today);
    looks["officer"].options.insert(looks["officer"].options.begin(), {"", "Nobody"});
    looks["from_day"].label = "From";
    return {.title = "Who is on duty for " + area.name,
            .button = "Save",
            .path = "/management/duty",
            .type = &describe::type_of<SetDuty>(),
            .looks = looks};
}

form::Values first_values(const organisation::Body& area, Date today) {
    return {{"area", to_text(area.id)}, {"from_day", to_text(today)}, {"weekly_hours", "37"}};
}

/// The area that a form was sent for.
Result<organisation::Body> area_sent(web::Context& context, const form::Values& values) {
    auto key = parse_id_text(form::value_of(values, "area"));
    auto area = key ? organisation::body(context.db, {*key}, context.today) : std::nullopt;
    if (!area || !covers(context.db, context.actor, area->id, context.today))
        return not_found("There is no such area in your scope.");
    return *area;
}

}  // namespace

std::vector<FieldError> faults_of(const Error& error) {
    auto faults = error.fields;
    if (faults.empty() && !error.message.empty()) faults.push_back({"", "refused", error.message});
    return faults;
}

std::vector<page::Option> officers_of(db::Connection& db, BodyId area, Date day) {
    std::vector<page::Option> options;
    auto body = organisation::body(db, area, day);
    if (!body) return options;
    for (const auto& each : staff_of(db, *body, day).officers)
        if (!each.officer.until_day)
            options.push_back({to_text(each.officer.account),
                               fmt::format("{}, {} cases", each.name, each.cases)});
    return options;
}

std::vector<page::Option> areas_of(web::Context& context) {
    const auto& actor = context.actor;
    std::vector<BodyId> below;
    if (actor.scope_kind == "region")
        below = organisation::bodies_below(context.db, {actor.scope_body}, context.today);
    auto is_theirs = [&](BodyId body) {
        return actor.scope_kind == "national" || body.number == actor.scope_body ||
               std::ranges::find(below, body) != below.end();
    };
    std::vector<page::Option> options;
    for (auto kind : {organisation::Kind::Area, organisation::Kind::Region})
        for (const auto& body : organisation::bodies(context.db, kind, context.today))
            if (is_theirs(body.id)) options.push_back({to_text(body.id), body.name});
    return options;
}

std::vector<page::Option> units_of(db::Connection& db, BodyId area, Date day) {
    std::vector<std::int64_t> below;
    for (auto body : organisation::bodies_below(db, area, day)) below.push_back(body.number);
    std::vector<page::Option> out;
    for (const auto& body : organisation::bodies_listed(db, below, day))
        if (body.kind == organisation::Kind::LocalUnit)
            out.push_back({to_text(body.id), body.name});
    std::ranges::sort(out, {}, &page::Option::label);
    return out;
}

Result<organisation::Body> area_asked(web::Context& context) {
    auto asked = TRY(context.query<AreaQuery>()).area;
    auto unknown = not_found("There is no such area in your scope.");
    if (!asked) {
        auto areas = areas_of(context);
        if (areas.empty()) return unknown;
        asked = BodyId{*parse_id_text(areas.front().value)};
    }
    auto area = organisation::body(context.db, *asked, context.today);
    if (!area || !covers(context.db, context.actor, area->id, context.today)) return unknown;
    return *area;
}

template <>
OffenderForm form_of<Reallocate>(web::Context& context, const offenders::Offender& offender) {
    auto now = manager_of(context.db, offender.id, context.today);
    page::Looks looks;
    if (now && now->area)
        looks["manager"].options = officers_of(context.db, *now->area, context.today);
    looks["manager"].options.insert(looks["manager"].options.begin(), {"", "Nobody in particular"});
    looks["manager"].label = "Offender manager";
    for (const auto& body :
         organisation::bodies(context.db, organisation::Kind::Area, context.today))
        looks["area"].options.push_back({to_text(body.id), body.name});
    looks["area"].label = "Area";
    looks["area"].hint = "Another area's duty officer decides who manages there";
    looks["reason"].label = "Why";
    OffenderForm form{.form = offenders::form_at<Reallocate>(
                          context, "Give to another manager", "Give the case over", looks)};
    if (now) form.values = {{"seen", to_text(*now->manager)}};
    return form;
}

template <>
OffenderForm form_of<SetSupport>(web::Context& context, const offenders::Offender&) {
    page::Looks looks;
    looks["name"].label = "Who";
    looks["name"].hint = "The name they sign in with; empty: nobody from today on";
    return {.form = offenders::form_at<SetSupport>(
                context, "Set who stands beside the manager", "Save", looks)};
}

template <>
OffenderForm form_of<AddObjective>(web::Context& context, const offenders::Offender&) {
    page::Looks looks;
    for (const auto& pathway : pathways())
        looks["need"].options.push_back({pathway.code, pathway.name});
    for (const auto& activity : activities())
        looks["activity"].options.push_back({activity.code, activity.name});
    looks["objective"].label = "What is to be achieved";
    looks["who"].label = "Who acts";
    looks["by_day"].label = "By";
    return {.form = offenders::form_at<AddObjective>(
                context, "Add an objective", "Save objective", looks),
            .values = {{"activity", "unspecified"}, {"who", "Offender"}}};
}

template <>
OffenderForm form_of<CloseObjective>(web::Context& context, const offenders::Offender&) {
    page::Looks looks;
    looks["result"].options = {{"Met", "Met"}, {"NotMet", "Not met"}};
    looks["note"].long_text = true;
    return {.form = offenders::form_at<CloseObjective>(
                context, "Close the objective", "Close objective", looks)};
}

Result<page::Page> show_appoint(web::Context& context) {
    auto area = TRY(area_asked(context));
    return staff_form_page(appoint_form(context, area), first_values(area, context.today), {});
}

Result<page::Page> show_appoint_again(web::Context& context,
                                      const form::Values& values,
                                      const Error& error) {
    auto area = TRY(area_sent(context, values));
    return staff_form_page(appoint_form(context, area), values, faults_of(error));
}

Result<page::Page> show_duty(web::Context& context) {
    auto area = TRY(area_asked(context));
    return staff_form_page(duty_form(context, area), first_values(area, context.today), {});
}

Result<page::Page> show_duty_again(web::Context& context,
                                   const form::Values& values,
                                   const Error& error) {
    auto area = TRY(area_sent(context, values));
    return staff_form_page(duty_form(context, area), values, faults_of(error));
}

}  // namespace noms::management
