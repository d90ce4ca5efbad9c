#include <map>

#include "areas/sentences/sentences.hpp"
#include "areas/sentences/sql.gen.hpp"

/// What must hold over all sentences.
namespace noms::sentences {
namespace {

constexpr int offenders_at_once = 1000;

/// Walks through everybody with a sentence; rules find what no query can.
std::vector<record::Fault> faults_by_rule(db::Connection& db, Date) {
    std::vector<record::Fault> out;
    std::int64_t last = 0;
    for (;;) {
        auto offenders = sentenced_after(db, last, offenders_at_once);
        if (offenders.empty()) return out;
        last = offenders.back();
        std::map<std::int64_t, std::vector<Run>> runs;
        for (const auto& each : sentences_of(db, offenders)) {
            runs[each.offender.number].push_back(run_of(each));
            if (!disposal(each.disposal))
                out.push_back({"sentence " + to_text(each.id),
                               "has a disposal of no catalogue: " + each.disposal});
        }
        for (const auto& [offender, all] : runs)
            for (const auto& run : all)
                if (run.consecutive_to && !may_follow(run.sentence, *run.consecutive_to, all))
                    out.push_back(
                        {"sentence " + id_text(run.sentence), "follows itself in the end"});
    }
}

}  // namespace

std::vector<record::Check> checks() {
    auto check = [](const db::Query& query, std::string holds) {
        return record::check_of(query, std::move(holds), "sentence");
    };
    return {
        check(sql::doctor_of_two_people, "everything of a sentence is about one person"),
        check(sql::doctor_consecutive_to_another, "a sentence follows one of the same person"),
        check(sql::doctor_ended_before_imposed, "what ended, ended for a reason and not too soon"),
        check(sql::doctor_without_purpose, "every sentence has a purpose"),
        check(sql::doctor_order_without_requirement,
              "every community or suspended sentence order has a requirement"),
        {.name = "sentences/doctor_by_rule",
         .holds = "every disposal is in the catalogue and no sentence follows itself",
         .over = "sentence",
         .faults = &faults_by_rule}};
}

}  // namespace noms::sentences
