#include "areas/access/restrictions.hpp"

#include <algorithm>

#include "areas/access/accounts.hpp"
#include "areas/access/sql.gen.hpp"
#include "areas/access/store.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"

namespace noms::access {
namespace {

/// Restricts a record from today to the readers named, and to whoever restricts it.
struct Restrict {
    std::string reason{};
    std::string readers{};
};
DESCRIBE(Restrict, reason, readers)

struct Lift {
    std::string reason{};
};
DESCRIBE(Lift, reason)

struct Restricted {
    Id<Restriction> offender{};
    bool restricted = false;
};
DESCRIBE(Restricted, offender, restricted)

constexpr int reason_length_max = 500;

/// The offender of the address, if this actor may know of them: otherwise as if there were none.
Result<std::int64_t> offender_in_path(web::Context& context) {
    auto id = TRY(context.id<Restriction>("offender")).number;
    if (!may_see(context.db, context.actor, id, context.today))
        return not_found("There is no such record.");
    context.shows("offender", id);
    return id;
}

Result<std::string> checked_reason(std::string_view given) {
    auto reason = std::string(trimmed(given));
    if (reason.empty()) return invalid({{"reason", "missing", {}}});
    if (reason.size() > reason_length_max)
        return invalid({{"reason", "too_long", "The reason must have 500 characters or fewer"}});
    return reason;
}

/// The accounts named, one a line or separated by commas; every unknown one is named.
Result<std::vector<Account>> accounts_in(db::Connection& db, std::string text) {
    std::ranges::replace(text, '\n', ',');
    std::vector<Account> found;
    std::vector<FieldError> errors;
    for (const auto& part : split(text, ',')) {
        auto name = lower(trimmed(part));
        if (name.empty()) continue;
        auto account = account_by_name(db, name);
        if (account)
            found.push_back(*account);
        else
            errors.push_back({"readers", "unknown_account", "There is no account " + name});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return found;
}

Result<Restricted> restrict_record(web::Context& context, const Restrict& given) {
    auto offender = TRY(offender_in_path(context));
    auto reason = TRY(checked_reason(given.reason));
    auto readers = TRY(accounts_in(context.db, given.readers));
    if (restriction_of(context.db, offender, context.today))
        return refused("The record is restricted already.");
    auto& changes = *context.changes;
    changes.about({"offender", offender}, "access.restricted", record::Partition::Restricted);
    changes.add(restrictions,
                Restriction{.id = new_id<Restriction>(),
                            .offender = offender,
                            .reason = reason,
                            .from_day = context.today});
    std::vector<record::AccountId> ids{context.actor.account};
    for (const auto& reader : readers)
        if (std::ranges::find(ids, reader.id) == ids.end()) ids.push_back(reader.id);
    for (auto id : ids)
        changes.add(restriction_readers,
                    RestrictionReader{.id = new_id<RestrictionReader>(),
                                      .offender = offender,
                                      .account = id,
                                      .from_day = context.today});
    return Restricted{.offender = {offender}, .restricted = true};
}

Result<Restricted> lift(web::Context& context, const Lift& given) {
    auto offender = TRY(offender_in_path(context));
    TRY(checked_reason(given.reason));
    auto restriction = restriction_of(context.db, offender, context.today);
    if (!restriction) return refused("The record is not restricted.");
    auto& changes = *context.changes;
    changes.about(
        {"offender", offender}, "access.restriction_lifted", record::Partition::Restricted);
    auto ended = *restriction;
    ended.until_day = context.today;
    changes.change(restrictions, *restriction, ended);
    for (const auto& reader :
         db::all<RestrictionReader>(context.db, sql::readers_of, offender, context.today)) {
        auto closed = reader;
        closed.until_day = context.today;
        changes.change(restriction_readers, reader, closed);
    }
    return Restricted{.offender = {offender}, .restricted = false};
}

std::string back_to_record(const Restricted& done) {
    return "/offenders/" + to_text(done.offender) + "/restriction";
}

page::Html restrict_form(const std::string& path,
                         const form::Values& given,
                         const std::vector<FieldError>& errors) {
    auto fields = page::form_fields<Restrict>(
        given,
        errors,
        {{"reason", {.hint = "Only those who may read the record are shown it", .long_text = true}},
         {"readers",
          {.label = "Who may read it",
           .hint = "Names of accounts, one a line. You are always among them.",
           .long_text = true}}});
    return page::lead("From today only the people named here can know that this record exists.") +
           page::post_form(path, fields + page::warning_button("Restrict record"));
}

page::Html lift_form(const std::string& path,
                     const Restriction& now,
                     const form::Values& given,
                     const std::vector<FieldError>& errors) {
    auto fields = page::form_fields<Lift>(
        given, errors, {{"reason", {.label = "Why it is lifted", .long_text = true}}});
    return page::lead("This record is restricted since " + in_words(now.from_day) + ".") +
           page::summary_list({{"Why", now.reason}}) +
           page::post_form(path + "/lift", fields + page::warning_button("Lift restriction"));
}

Result<page::Page> show(web::Context& context, const form::Values& given, const Error& error) {
    auto offender = TRY(offender_in_path(context));
    auto record_path = "/offenders/" + id_text(offender);
    auto path = record_path + "/restriction";
    auto errors = error.fields;
    if (errors.empty() && !error.message.empty()) errors.push_back({"", "refused", error.message});
    page::Page page("Restriction");
    page.add(page::error_summary(errors)).add(page::back_link(record_path, "Back to the record"));
    page.add(page::heading(1, "Who may know of this record"));
    auto now = restriction_of(context.db, offender, context.today);
    page.add(now ? lift_form(path, *now, given, errors) : restrict_form(path, given, errors));
    return page;
}

Result<page::Page> show_first(web::Context& context) {
    return show(context, {}, {});
}

}  // namespace

std::vector<record::Event> events_for(db::Connection& db,
                                      const web::Actor& actor,
                                      std::vector<record::Event> events,
                                      Date day) {
    std::vector<std::int64_t> offenders;
    for (const auto& event : events)
        if (event.subject_kind == "offender") offenders.push_back(event.subject);
    auto visible = visible_among(db, actor, offenders, day);
    std::ranges::sort(visible);
    std::erase_if(events, [&](const record::Event& event) {
        if (event.partition == record::Partition::Victim) return true;
        if (event.subject_kind != "offender") return event.partition != record::Partition::Ordinary;
        return !std::ranges::binary_search(visible, event.subject);
    });
    return events;
}

void serve_restrictions(web::Api& api) {
    constexpr auto path = "/offenders/{offender}/restriction";
    api.page({path, "access.restrict", "Who may know of a record"}, &show_first);
    api.command({path, "access.restrict", "Restrict a record to named people"},
                &restrict_record,
                {.then = &back_to_record, .again = &show});
    api.command<Lift, Restricted>(
        {std::string(path) + "/lift", "access.restrict", "Lift a restriction"},
        &lift,
        {.then = &back_to_record, .again = &show});
}

}  // namespace noms::access
