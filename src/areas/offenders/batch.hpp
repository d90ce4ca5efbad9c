#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/import.hpp"
#include "areas/offenders/joins.hpp"
#include "areas/offenders/plan.hpp"
#include "areas/offenders/seen_rows.hpp"

/// One transaction's worth of an import: what the database knows that bears on its rows, what each
/// row becomes by the plan, and the saving of it.
namespace noms::offenders {

/// A row of the extract, and what it says, made ready while the rows before it are written.
struct ReadRow {
    ExtractRow row{};
    RecordFacts facts{};
};
ReadRow read_row(ExtractRow, const ImportOptions&);

class Batch {
public:
    Batch(const ImportOptions& options, const Plan& plan) : options_(options), plan_(plan) {}

    /// Loads what bears on the rows: a handful of questions, whatever their number.
    void load(db::Connection&, const std::vector<ReadRow>& rows);
    /// Takes the rows in their order.
    void take(const std::vector<ReadRow>& rows);
    void save(record::Changes&);

    struct Outcome {
        long unchanged = 0;
        long offenders_made = 0;
        long joined = 0;
        std::map<std::string, long> joined_by{};
        std::vector<ExtractIssue> warnings{};
        long taken = 0;
    };
    const Outcome& outcome() const { return outcome_; }
    /// The offenders that this batch made.
    std::vector<Offender> made() const;
    /// Tells the plan where the rows stand, once they are saved.
    void tell(Plan&) const;

private:
    /// An offender as this batch finds and leaves it.
    struct Person {
        std::optional<Offender> before{};  // empty: made by this batch
        Offender after{};
        std::vector<SourceRecord> records{};
        std::set<std::pair<std::string, std::int64_t>> holds{};  // open ones
    };
    using HeldFrom = std::tuple<std::int64_t, std::string, std::int64_t>;

    const ImportOptions& options_;
    const Plan& plan_;
    SeenRows seen_;
    std::map<std::int64_t, Person> people_;
    std::unordered_map<size_t, std::int64_t> by_group_;  // the offender of each group of the plan
    std::vector<RecordFacts> facts_;
    std::vector<Link> links_;
    std::vector<HeldFrom> new_holds_;
    Outcome outcome_;

    void load_people(db::Connection&, const std::vector<std::int64_t>& ids);
    bool is_here(const ExtractRow&);
    void take_row(const ReadRow&);
    Person& person_for(const ExtractRow&, const RecordFacts&);
    void note_join(const ExtractRow&, const RecordFacts&, OffenderId);
    void warn(const ExtractRow&, const RecordFacts&);
    void hold(Person&, const ExtractRow&);
    void save_facts(record::Changes&) const;
};

}  // namespace noms::offenders
