#include "areas/management/import.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/management/choosing.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/base/text.hpp"

namespace noms::management {
namespace {

constexpr int offenders_at_once = 500;

/// A row of the extract.
struct AllocationRow {
    offenders::IdentifierKind number_kind = offenders::IdentifierKind::PrisonNumber;
    std::string number{};
    std::string surname{};
    Date from_day{};
    std::string manager{};
    std::optional<std::string> reason{};
};
DESCRIBE(AllocationRow, number_kind, number, surname, from_day, manager, reason)

std::unexpected<Error> wrong(const char* field, const char* code, std::string words) {
    return invalid({{field, code, std::move(words)}});
}

Result<extract::Taken> take_row(record::Changes& changes,
                                db::Connection& db,
                                const AllocationRow& row) {
    const auto& command = changes.command();
    auto who = TRY(offenders::known_as(db, row.number_kind, row.number, row.surname, command.day));
    auto account = access::account_by_name(db, lower(trimmed(row.manager)));
    if (!account) return wrong("manager", "unknown_account", "There is no account of that name");
    auto officer = officer_on(db, account->id, row.from_day);
    if (!officer)
        return wrong("manager", "not_in_office", "That account was not in office on that day");
    auto history = allocations_of(db, who.id);
    auto same = std::ranges::find(history, row.from_day, &Allocation::from_day);
    if (same != history.end() && same->manager == account->id) return extract::Taken::Unchanged;
    if (!history.empty() && row.from_day <= history.front().from_day)
        return wrong("from_day", "not_after", "An allocation of that day or later is recorded");
    if (command.day < row.from_day)
        return wrong("from_day", "date_in_future", "The day must not be in the future");
    changes.about({std::string(offenders::subject_kind), who.id.number}, "management.imported");
    TRY(give(changes,
             db,
             history,
             {.offender = who.id,
              .from_day = row.from_day,
              .manager = account->id,
              .area = officer->area,
              .reason = row.reason.value_or("From an extract"),
              .allocated_by = command.actor_name}));
    return extract::Taken::Created;
}

record::Command command_of(const std::string& actor_name, Date day) {
    return {.id = new_id<record::CommandTag>(), .actor_name = actor_name, .day = day, .at = now()};
}

/// Those of the offenders who are under a sentence to be managed and have nobody on `day`.
std::vector<std::int64_t> without_manager(db::Connection& db,
                                          const std::vector<std::int64_t>& all,
                                          Date day) {
    std::vector<std::int64_t> managed, out;
    for (const auto& row : managers_among(db, all, day)) managed.push_back(row.offender.number);
    for (const auto& each : sentences::under_sentence_among(db, all, day))
        if (each.standing.managed &&
            std::ranges::find(managed, each.offender.number) == managed.end())
            out.push_back(each.offender.number);
    return out;
}

/// What the rule does for one person, in a transaction of its own: one whom it cannot help leaves
/// no trace.
RuledFor rule_for(db::Database& database,
                  const offenders::Offender& who,
                  Date day,
                  const std::string& actor_name) {
    auto given = database.write([&](db::Connection& db) -> Result<Allocation> {
        record::Changes changes(db, command_of(actor_name, day));
        changes.about({std::string(offenders::subject_kind), who.id.number},
                      "management.given_by_rule");
        CHECK(have_manager(changes, db, {.offender = who.id, .from_day = day}));
        changes.finish();
        return manager_of(db, who.id, day).value();
    });
    RuledFor ruled{.offender = who.id, .name = offenders::name_in_list(who)};
    if (!given) {
        ruled.why = given.error().message;
        return ruled;
    }
    auto account = database.read(
        [&](db::Connection& db) { return access::account_by_id(db, *given->manager); });
    ruled.manager = account ? account->shown_name : "";
    ruled.why = given->reason;
    return ruled;
}

}  // namespace

std::vector<RuledFor> rule_for_everybody(db::Database& database,
                                         Date day,
                                         const std::string& actor_name) {
    std::vector<RuledFor> ruled;
    for (std::int64_t last = 0;;) {
        auto next = database.read([&](db::Connection& db) {
            return sentences::sentenced_after(db, last, offenders_at_once);
        });
        if (next.empty()) return ruled;
        last = next.back();
        auto lacking = database.read([&](db::Connection& db) {
            return offenders::offenders_among(db, without_manager(db, next, day));
        });
        for (const auto& who : lacking) ruled.push_back(rule_for(database, who, day, actor_name));
    }
}

Result<AllocationReport> import_allocations(db::Database& database,
                                            std::istream& in,
                                            Date day,
                                            const std::string& actor_name) {
    auto command = command_of(actor_name, day);
    auto take = [&](const AllocationRow& row) {
        return database.write([&](db::Connection& db) {
            record::Changes changes(db, command);
            auto taken = take_row(changes, db, row);
            if (taken) changes.finish();
            return taken;
        });
    };
    AllocationReport report{.rows = TRY(extract::take<AllocationRow>(in, take))};
    report.ruled = rule_for_everybody(database, day, actor_name);
    return report;
}

std::string in_lines(const AllocationReport& report) {
    auto out = extract::in_lines(report.rows);
    out += fmt::format("{:<42} {:>10}\n", "Under sentence without a manager", report.ruled.size());
    for (const auto& each : report.ruled)
        out += fmt::format("  {}: {}. {}\n",
                           each.name,
                           each.manager.empty() ? "nobody was found" : "given to " + each.manager,
                           each.why);
    return out;
}

}  // namespace noms::management
