#include "areas/release_dates/recalculation.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <ostream>
#include <stdexcept>
#include <thread>

#include "areas/release_dates/store.hpp"
#include "kit/base/progress.hpp"

namespace noms::release_dates {
namespace {

constexpr int people_at_once = 1000;

/// What one batch gave: its lines, its counts and whom to save.
struct Batch {
    std::string lines{};
    Recalculated found{};
    std::vector<PersonFacts> to_save{};
};

struct MovedLine {
    std::string offender{};
    std::string type{};
    std::optional<Date> before{};
    std::optional<Date> after{};
    int days = 0;
};
DESCRIBE(MovedLine, offender, type, before, after, days)

void count(MovedCount& counts, const MovedDate& moved) {
    if (!moved.before || !moved.after) ++counts.come_or_gone;
    int days = moved.days();
    if (days < 0) ++counts.earlier;
    if (days > 0) ++counts.later;
    counts.most_earlier = std::max(counts.most_earlier, -days);
    counts.most_later = std::max(counts.most_later, days);
}

void add(Recalculated& sum, const Recalculated& more) {
    sum.people += more.people;
    sum.in_custody += more.in_custody;
    sum.not_calculable += more.not_calculable;
    sum.never_stored += more.never_stored;
    sum.same += more.same;
    sum.moved += more.moved;
    for (const auto& [type, counts] : more.by_type) {
        auto& all = sum.by_type[type];
        all.earlier += counts.earlier;
        all.later += counts.later;
        all.come_or_gone += counts.come_or_gone;
        all.most_earlier = std::max(all.most_earlier, counts.most_earlier);
        all.most_later = std::max(all.most_later, counts.most_later);
    }
}

/// Whether any date moved; each one that did is told and counted.
bool tell_moved(Batch& batch,
                OffenderId offender,
                const std::vector<WorkedDate>& before,
                const std::vector<WorkedDate>& after) {
    bool any = false;
    for (const auto& moved : compared(before, after)) {
        if (!moved.has_moved()) continue;
        any = true;
        count(batch.found.by_type[moved.type], moved);
        const MovedLine line{
            to_text(offender), moved.type, moved.before, moved.after, moved.days()};
        json::write(batch.lines, describe::type_of<MovedLine>(), &line);
        batch.lines += '\n';
    }
    return any;
}

void judge(Batch& batch,
           PersonFacts& person,
           const std::map<std::int64_t, std::vector<WorkedDate>>& stored,
           const RecalculationAsked& asked) {
    if (person.facts.sentences.empty()) return;
    ++batch.found.in_custody;
    auto worked = work_out(person.facts, asked.law, Reasons::Left);
    auto last = stored.find(person.offender.number);
    bool changed = false;
    if (!worked.calculable) {
        ++batch.found.not_calculable;
    } else if (last == stored.end()) {
        ++batch.found.never_stored;
        changed = true;
    }
    if (last != stored.end()) {
        bool moved = tell_moved(batch, person.offender, last->second, worked.dates);
        ++(moved ? batch.found.moved : batch.found.same);
        changed = moved && worked.calculable;
    }
    if (changed && asked.save) batch.to_save.push_back(std::move(person));
}

Batch batch_of(db::Connection& db,
               const std::vector<std::int64_t>& offenders,
               const RecalculationAsked& asked) {
    Batch batch;
    batch.found.people = std::int64_t(offenders.size());
    auto people = facts_among(db, offenders, asked.day);
    std::vector<std::int64_t> in_custody;
    for (const auto& each : people)
        if (!each.facts.sentences.empty()) in_custody.push_back(each.offender.number);
    auto stored = store::last_dates_among(db, in_custody);
    for (auto& each : people) judge(batch, each, stored, asked);
    return batch;
}

/// Batches go out in the order of the offenders, however the cores finish them.
class Everybody {
public:
    Everybody(db::Database& database, const RecalculationAsked& asked, std::ostream& lines)
        : database_(database),
          asked_(asked),
          lines_(lines),
          progress_("Recalculating", "people", database.read([](db::Connection& db) {
              return sentences::count_sentenced(db);
          })) {}

    Recalculated all() {
        auto cores =
            asked_.cores ? asked_.cores : std::max(1U, std::thread::hardware_concurrency());
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < cores; ++i) others.emplace_back([this] { work(); });
            work();
        }
        if (failure_) std::rethrow_exception(failure_);
        return sum_;
    }

private:
    db::Database& database_;
    const RecalculationAsked& asked_;
    std::ostream& lines_;
    Progress progress_;
    std::mutex guard_{};
    std::int64_t last_ = 0;
    size_t taken_ = 0;
    size_t written_ = 0;
    bool over_ = false;
    std::map<size_t, Batch> done_{};
    Recalculated sum_{};
    std::exception_ptr failure_{};

    void work() {
        try {
            database_.with_reader([this](db::Connection& db) {
                for (;;) {
                    size_t number = 0;
                    auto offenders = next(db, number);
                    if (offenders.empty()) return;
                    hand_in(number, batch_of(db, offenders, asked_));
                }
            });
        } catch (...) {
            std::lock_guard lock(guard_);
            failure_ = std::current_exception();
            over_ = true;
        }
    }

    std::vector<std::int64_t> next(db::Connection& db, size_t& number) {
        std::lock_guard lock(guard_);
        if (over_) return {};
        auto offenders = sentences::sentenced_after(db, last_, people_at_once);
        over_ = offenders.empty();
        if (over_) return {};
        last_ = offenders.back();
        number = taken_++;
        return offenders;
    }

    void hand_in(size_t number, Batch batch) {
        std::lock_guard lock(guard_);
        done_.emplace(number, std::move(batch));
        for (auto next = done_.find(written_); next != done_.end(); next = done_.find(++written_)) {
            lines_ << next->second.lines;
            add(sum_, next->second.found);
            if (!next->second.to_save.empty()) sum_.saved += save(next->second.to_save);
            done_.erase(next);
            progress_.at(sum_.people);
        }
    }

    std::int64_t save(const std::vector<PersonFacts>& people) {
        auto saved = database_.write([&](db::Connection& db) -> Result<std::int64_t> {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "command line",
                                     .day = asked_.day,
                                     .at = now()});
            for (const auto& each : people) {
                changes.about({std::string(offenders::subject_kind), each.offender.number},
                              calculated_event);
                TRY(store_calculation(
                    changes,
                    each.offender,
                    each.facts,
                    "Everybody was worked out again",
                    {.name = "command line", .day = asked_.day, .law = asked_.law}));
            }
            changes.finish();
            return std::int64_t(people.size());
        });
        if (!saved) throw std::logic_error("dates that were worked out cannot be stored");
        return *saved;
    }
};

}  // namespace

Recalculated recalculate_all(db::Database& database,
                             const RecalculationAsked& asked,
                             std::ostream& moved) {
    return Everybody(database, asked, moved).all();
}

}  // namespace noms::release_dates
