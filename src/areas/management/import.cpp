#include "areas/management/import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "areas/management/choosing.hpp"
#include "areas/management/store.hpp"
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
    bool is_here = same != history.end() && same->manager == account->id &&
                   same->kind == AllocationKind::Named;
    if (is_here) return extract::Taken::Unchanged;
    if (command.day < row.from_day)
        return wrong("from_day", "date_in_future", "The day must not be in the future");
    changes.about({std::string(offenders::subject_kind), who.id.number}, "management.imported");
    TRY(name_afterwards(changes,
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

/// The days from which the managers of these rows are in office no more, by account.
std::map<record::AccountId, Date> left_office(db::Connection& db,
                                              const std::vector<Allocation>& rows,
                                              Date day) {
    std::map<record::AccountId, Date> left;
    std::set<record::AccountId> asked;
    for (const auto& row : rows) {
        if (!asked.insert(*row.manager).second || officer_on(db, *row.manager, day)) continue;
        auto offices = store::offices_of(db, *row.manager);
        if (!offices.empty()) left[*row.manager] = offices.front().until_day.value_or(day);
    }
    return left;
}

/// Somebody whom the rule is to help, and from which day on.
struct Lacking {
    std::int64_t offender = 0;
    Date from{};
};

/// Those of the offenders who are under a sentence to be managed and have nobody in office on
/// `day`.
std::vector<Lacking> without_manager(db::Connection& db,
                                     const std::vector<std::int64_t>& all,
                                     Date day) {
    auto rows = managers_among(db, all, day);
    auto left = left_office(db, rows, day);
    std::map<std::int64_t, const Allocation*> managed;
    for (const auto& row : rows) managed[row.offender.number] = &row;
    std::vector<Lacking> out;
    for (const auto& each : sentences::under_sentence_among(db, all, day)) {
        if (!each.standing.managed) continue;
        auto row = managed.find(each.offender.number);
        if (row == managed.end())
            out.push_back({each.offender.number, day});
        else if (auto gone = left.find(*row->second->manager); gone != left.end())
            out.push_back({each.offender.number,
                           std::max(gone->second, plus_days(row->second->from_day, 1))});
    }
    return out;
}

std::string name_of(db::Connection& db, offenders::OffenderId offender) {
    auto found = offenders::offenders_among(db, std::span(&offender.number, 1));
    return found.empty() ? "" : offenders::name_in_list(found.front());
}

/// Who has the case now and why; or, with an error, why nobody has.
RuledFor told(db::Connection& db,
              offenders::OffenderId offender,
              Date day,
              const std::optional<Error>& why_not) {
    RuledFor ruled{.offender = offender, .name = name_of(db, offender)};
    auto given = manager_of(db, offender, day);
    if (why_not || !given) {
        ruled.why = why_not ? why_not->message : "";
        return ruled;
    }
    auto account = access::account_by_id(db, *given->manager);
    ruled.manager = account ? account->shown_name : "";
    ruled.why = given->reason;
    return ruled;
}

void about_rule(record::Changes& changes, offenders::OffenderId offender) {
    changes.about({std::string(offenders::subject_kind), offender.number},
                  "management.given_by_rule");
}

/// By the rule from `from` on, or from the day of the command where nobody was in office so long.
Result<void> manage_by_rule(record::Changes& changes, db::Connection& db, NewAllocation wanted) {
    about_rule(changes, wanted.offender);
    auto given = have_manager(changes, db, wanted);
    if (given || changes.command().day <= wanted.from_day) return given;
    wanted.from_day = changes.command().day;
    return have_manager(changes, db, wanted);
}

/// What is done after each sentence of an extract: one that still brings a manager has one, and
/// `ruled` tells of whoever had none.
sentences::AfterSentence manage_each(std::map<offenders::OffenderId, RuledFor>& ruled) {
    return [&ruled](record::Changes& changes,
                    db::Connection& db,
                    const sentences::Appearance& at,
                    const sentences::Sentence& sentence) -> Result<void> {
        auto who = sentence.offender;
        auto day = changes.command().day;
        auto standing = sentences::under_sentence_among(db, std::span(&who.number, 1), day);
        if (!standing.front().standing.managed) return {};
        bool had = manager_of(db, who, day).has_value();
        NewAllocation wanted{.offender = who, .from_day = sentence.imposed_on};
        if (at.court) wanted.court = at.court;
        auto given = manage_by_rule(changes, db, wanted);
        // The court passed the sentence whether or not we have somebody: it stays, and is told of.
        std::optional<Error> why_not;
        if (!given) why_not = given.error();
        if (!had) ruled[who] = told(db, who, day, why_not);
        return {};
    };
}

/// What the rule does for one person, in a transaction of its own.
RuledFor rule_for(db::Database& database, const Lacking& who, Date day, const std::string& actor) {
    offenders::OffenderId offender{who.offender};
    auto given = database.write([&](db::Connection& db) -> Result<RuledFor> {
        record::Changes changes(db, command_of(actor, day));
        about_rule(changes, offender);
        NewAllocation wanted{.offender = offender, .from_day = who.from};
        if (manager_of(db, offender, day))
            TRY(allocate(changes, db, wanted));
        else
            CHECK(have_manager(changes, db, wanted));
        changes.finish();
        return told(db, offender, day, {});
    });
    if (given) return *given;
    return database.read(
        [&](db::Connection& db) { return told(db, offender, day, given.error()); });
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
        auto lacking =
            database.read([&](db::Connection& db) { return without_manager(db, next, day); });
        for (const auto& who : lacking) ruled.push_back(rule_for(database, who, day, actor_name));
    }
}

Result<ManagedReport> import_sentences(db::Database& database,
                                       std::istream& in,
                                       Date day,
                                       const std::string& actor_name) {
    std::map<offenders::OffenderId, RuledFor> ruled;
    ManagedReport report{.rows = TRY(sentences::import_sentences(
                             database, in, command_of(actor_name, day), manage_each(ruled)))};
    for (auto& [who, each] : ruled) report.ruled.push_back(std::move(each));
    return report;
}

Result<ManagedReport> import_allocations(db::Database& database,
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
    ManagedReport report{.rows = TRY(extract::take<AllocationRow>(in, take))};
    report.ruled = rule_for_everybody(database, day, actor_name);
    return report;
}

std::string in_lines(const ManagedReport& report) {
    auto out = extract::in_lines(report.rows);
    out += fmt::format("{} under sentence without a manager\n", report.ruled.size());
    for (const auto& each : report.ruled)
        out += fmt::format("  {}: {}. {}\n",
                           each.name,
                           each.manager.empty() ? "nobody was found" : "given to " + each.manager,
                           each.why);
    return out;
}

}  // namespace noms::management
