#include "areas/offenders/planning.hpp"

#include <algorithm>
#include <map>
#include <thread>

#include "areas/offenders/extract.hpp"
#include "areas/offenders/model_in_use.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/offenders/seen_rows.hpp"
#include "areas/offenders/store.hpp"

namespace noms::offenders {
namespace {

constexpr int rows_at_once = 5000;

/// The prisons of those under whom these records stand.
std::map<std::int64_t, std::int64_t> prisons_of(db::Connection& db,
                                                const std::vector<store::RecordHere>& records) {
    std::vector<std::int64_t> offenders;
    for (const auto& record : records) offenders.push_back(record.offender.number);
    std::ranges::sort(offenders);
    auto twice = std::ranges::unique(offenders);
    offenders.erase(twice.begin(), twice.end());
    return offenders::prisons_of(db, offenders);
}

void read_records(db::Connection& db, Plan& plan, SeenRows& seen) {
    RecordId last{};
    for (;;) {
        auto records = store::records_after(db, last, rows_at_once);
        if (records.empty()) return;
        auto prisons = prisons_of(db, records);
        for (const auto& record : records) {
            seen.add(record.digest);
            seen.add(record.key_digest, record.content);
            auto prison = prisons.find(record.offender.number);
            plan.add(record.digest,
                     record.content,
                     {record.id, record.offender, prison == prisons.end() ? 0 : prison->second});
        }
        last = records.back().id;
    }
}

/// Decisions name the offenders that they were made of, which may have been joined since.
void read_overrides(db::Connection& db, Plan& plan, Date day) {
    Id<Override> last{};
    for (;;) {
        auto decisions = store::overrides_after(db, last, rows_at_once);
        if (decisions.empty()) return;
        last = decisions.back().id;
        std::vector<std::int64_t> named;
        for (const auto& each : decisions)
            named.insert(named.end(), {each.offender.number, each.other.number});
        std::map<OffenderId, OffenderId> standing;
        for (const auto& each : store::offenders_among(db, named).get())
            standing[each.id] = each.joined_to.value_or(each.id);
        for (const auto& each : decisions)
            if (each.binds(day))
                plan.people_said(
                    standing[each.offender], standing[each.other], each.said == Said::Same);
    }
}

Result<void> read_rows(std::istream& in, const ImportOptions& options, Plan& plan, SeenRows& seen) {
    ExtractReader reader(in, options.day);
    CHECK(reader.open());
    while (auto next = reader.next()) {
        auto* row = std::get_if<ExtractRow>(&*next);
        if (!row || seen.take(*row) != SeenRows::Came::Never) continue;
        Plan::Place place;
        if (options.holder_of && !row->held_by.empty())
            if (auto holder = options.holder_of(row->source, row->held_by))
                place.prison = holder->scope_kind == "prison" ? holder->body : 0;
        plan.add(row->digest, row->content, place);
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<Plan>> plan_import(db::Database& database,
                                          std::istream& in,
                                          const ImportOptions& options) {
    auto plan = std::make_unique<Plan>(std::max(1U, std::thread::hardware_concurrency()));
    SeenRows seen;
    std::shared_ptr<const matching::Model> model;
    database.with_snapshot([&](db::Connection& db) {
        model = model_in_use(db).model;
        read_records(db, *plan, seen);
        read_overrides(db, *plan, options.day);
    });
    CHECK(read_rows(in, options, *plan, seen));
    bool learn = wants_to_learn(*model, std::int64_t(plan->size()));
    plan->decide(learn ? matching::shipped_model() : *model, learn);
    if (learn)
        database.with_writer([&](db::Connection& db) {
            record::Changes changes(db, import_command(options));
            keep_model(changes, plan->model());
            changes.finish();
            return true;
        });
    return plan;
}

}  // namespace noms::offenders
