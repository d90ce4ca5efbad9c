#pragma once

#include <vector>

#include "areas/appointments/facts.hpp"
#include "areas/appointments/rules.hpp"
#include "areas/appointments/rules_minimum.hpp"
#include "areas/appointments/rules_reminder.hpp"
#include "areas/appointments/sending.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// Appointments ahead: what they must leave room for, series of them, whether they are as many as
/// National Standards ask, and reminders. What an appointment is and what came of it, supervision
/// keeps.
namespace noms::appointments {

/// What a run of `remind` did. People are counted, never named.
struct Reminded {
    int sent = 0;
    int failed = 0;
    int not_known = 0;
    std::vector<std::string> why{};  // of each that failed, without the address
};
DESCRIBE(Reminded, sent, failed, not_known, why)
/// Sends each reminder that is due on `day`, one after the other: each is taken up in a transaction
/// of its own before it leaves, so that none is sent twice, however often this is run and whenever
/// it is killed (docs/decisions/0017-appointments-ahead.md).
Reminded remind(db::Database&, Date day, Sender&, const std::string& from);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 180 to 189.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::appointments
