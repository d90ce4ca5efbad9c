#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "areas/access/access.hpp"
#include "areas/offenders/facts.hpp"
#include "areas/offenders/import.hpp"

/// One transaction's worth of an import: what the database knows that bears on its rows, what each
/// row becomes, and the saving of it.
namespace noms::offenders {

class Batch {
public:
    explicit Batch(const ImportOptions& options) : options_(options) {}

    /// Loads what bears on the rows: a handful of questions, whatever their number.
    void load(db::Connection&, const std::vector<ExtractRow>& rows);
    /// Decides the rows in their order.
    void take(const std::vector<ExtractRow>& rows);
    void save(record::Changes&);

    struct Outcome {
        long unchanged = 0;
        long offenders_made = 0;
        long joined = 0;
        std::map<std::string, long> joined_by{};
        std::map<std::string, long> for_review{};
        std::vector<ExtractIssue> warnings{};
        long taken = 0;
    };
    const Outcome& outcome() const { return outcome_; }
    /// The offenders that this batch made.
    std::vector<Offender> made() const;

private:
    /// An offender as this batch finds and leaves it.
    struct Person {
        std::optional<Offender> before{};  // empty: made by this batch
        Offender after{};
        std::vector<size_t> identities{};
        std::set<std::pair<std::string, std::int64_t>> holds{};  // open ones
    };
    /// What the rows of this batch say of one offender, against those that are here.
    struct Verdicts {
        std::map<std::int64_t, Comparison> joins{};  // by offender, its strongest
        std::map<std::int64_t, Comparison> reviews{};
    };
    using HeldFrom = std::tuple<std::int64_t, std::string, std::int64_t>;

    const ImportOptions& options_;
    std::set<std::int64_t> digests_;
    std::unordered_map<std::int64_t, std::vector<std::string>> earlier_;  // contents by key
    std::vector<Identity> identities_;
    std::unordered_multimap<std::int64_t, size_t> by_number_;
    std::map<std::int64_t, Person> people_;
    std::set<std::pair<std::int64_t, std::int64_t>> pairs_;  // candidates that are here
    std::vector<RecordFacts> facts_;
    std::vector<Link> links_;
    std::vector<Candidate> candidates_;
    std::vector<HeldFrom> new_holds_;
    Outcome outcome_;

    void load_people(db::Connection&, const std::vector<std::int64_t>& ids);
    void load_identities(db::Connection&, const std::vector<std::int64_t>& ids);
    void add_identity(Identity);
    bool is_here(const ExtractRow&);
    void take_row(const ExtractRow&);
    Verdicts verdicts_on(const Identity&) const;
    void set_aside_contradicted(const Identity&, Verdicts&) const;
    Person& make_person(const SourceRecord&);
    void note_candidate(std::int64_t one,
                        std::int64_t other,
                        const Comparison&,
                        std::string reason);
    void hold(Person&, const ExtractRow&);
    void save_facts(record::Changes&) const;
};

}  // namespace noms::offenders
