#pragma once

#include <span>
#include <string>
#include <vector>

#include "areas/reports/facts.hpp"
#include "areas/reports/rules.hpp"
#include "areas/reports/rules_proposal.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// What a court is told before it sentences: reports asked for, written from the record, checked by
/// a second person, delivered; and what the court then decided, as its own.
namespace noms::reports {

/// Every report about these offenders, the newest request first.
std::vector<Report> reports_among(db::Connection&, std::span<const std::int64_t> offenders);

/// How many reports of a kind each of these writers delivered over [from, until).
struct DeliveredCount {
    record::AccountId writer{};
    Kind kind = Kind::StandardDelivery;
    std::int64_t reports = 0;
};
DESCRIBE(DeliveredCount, writer, kind, reports)
std::vector<DeliveredCount> delivered_among(db::Connection&,
                                            std::span<const std::int64_t> writers,
                                            Date from,
                                            Date until);

/// What is to be done about the report next, as the task that it is to be; none once the court has
/// decided. Within the caller's rules: nothing is written.
std::optional<tasks::Task> next_task(const Report&);

/// "Community order, 12 months: Supervision requirement, 12 months".
std::string proposal_in_words(const Report&, const std::vector<ProposedRequirement>&);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 150 to 159.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::reports
