#include <algorithm>
#include <map>

#include "areas/appointments/appointments.hpp"
#include "areas/appointments/sql.gen.hpp"
#include "areas/appointments/store.hpp"

/// What must hold over commitments, series and reminders.
namespace noms::appointments {
namespace {

constexpr int at_once = 500;

/// A reminder is about an appointment of the person to whom it was sent.
std::vector<record::Fault> of_whose_appointment(db::Connection& db, Date) {
    std::vector<record::Fault> faults;
    for (supervision::ContactId after{};;) {
        auto some = store::reminders_after(db, after, at_once);
        if (some.empty()) return faults;
        std::vector<std::int64_t> numbers;
        for (const auto& each : some) numbers.push_back(each.contact.number);
        std::map<std::int64_t, std::int64_t> whose;
        for (const auto& each : supervision::contacts_among(db, numbers))
            whose[each.id.number] = each.offender.number;
        for (const auto& each : some)
            if (whose[each.contact.number] != each.offender.number)
                faults.push_back(
                    {"appointment " + to_text(each.contact), "was called to somebody else's mind"});
        after = some.back().contact;
    }
}

}  // namespace

std::vector<record::Check> checks() {
    return {
        record::check_of(
            sql::doctor_commitment, "a commitment begins before it ends", "appointment_commitment"),
        record::check_of(sql::doctor_series,
                         "a series has the appointments that were booked, all of one person",
                         "appointment_series"),
        record::check_of(sql::doctor_despite,
                         "what is booked in spite of a clash says why",
                         "appointment_in_series"),
        record::check_of(sql::doctor_consent,
                         "who wants to be reminded has an address and somebody to ring",
                         "reminder_consent"),
        record::check_of(sql::doctor_reminder,
                         "a reminder says where it went, and why where it did not",
                         "appointment_reminder"),
        {.name = "appointments/whose_reminder",
         .holds = "a reminder is about an appointment of the person it went to",
         .over = "appointment_reminder",
         .faults = &of_whose_appointment}};
}

}  // namespace noms::appointments
