#pragma once

#include <algorithm>

#include "areas/management/testing.hpp"
#include "areas/supervision/handlers.hpp"
#include "areas/supervision/releasing.hpp"
#include "areas/supervision/store.hpp"

/// Somebody under supervision of an officer in Manchester, for the tests of this area.
namespace noms::supervision {

class Supervised : public management::Region {
protected:
    record::AccountId priya{};
    offenders::OffenderId marcus{};

    std::vector<db::Migration> more_migrations() override { return migrations(); }
    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        priya = add_officer("priya.raman", manchester);
        acting = priya;
        put_on_duty(priya, manchester);
        marcus = add_offender(manchester);
    }
    template <class Work>
    auto on_marcus(Work work, ContactId contact = {}) {
        return command({{"offender", to_text(marcus)}, {"contact", to_text(contact)}}, work);
    }
    Contact booked(Date on, Setting setting = Setting::Community) {
        auto contact = on_marcus([&](web::Context& context) {
            return book(context,
                        {.kind = "PAIAOM",
                         .setting = setting,
                         .on_day = on,
                         .at_time = "10:00",
                         .place = "Probation office"});
        });
        EXPECT_TRUE(contact);
        return *contact;
    }
    Result<Contact> outcome(const Contact& contact, std::string code) {
        return on_marcus(
            [&](web::Context& context) {
                return record_outcome(context, {.outcome = code, .words = "Came on time"});
            },
            contact.id);
    }
    std::vector<std::string> open_kinds() {
        return read([&](db::Connection& db) {
            std::vector<std::string> kinds;
            for (const auto& task : tasks::open_about(db, std::span(&marcus.number, 1)))
                kinds.push_back(task.kind);
            std::ranges::sort(kinds);
            return kinds;
        });
    }
    Contact as_stored(const Contact& contact) {
        return read([&](db::Connection& db) { return *store::contact(db, contact.id); });
    }
    void receive() {
        auto received = on_marcus([&](web::Context& context) {
            context.changes->about({"offender", marcus.number}, "test.received");
            return movements::move(*context.changes,
                                   context.db,
                                   {.offender = marcus,
                                    .at = now_on("08:00"),
                                    .move = movements::Move::Reception,
                                    .prison = prison.id,
                                    .override_reason = "Test",
                                    .recorded_by = "tester"});
        });
        ASSERT_TRUE(received) << received.error().message;
    }
    Instant now_on(const std::string& time) {
        return *parse_instant(to_text(today) + "T" + time + ":00.000000Z");
    }
    Result<movements::Movement> let_out() {
        return on_marcus([&](web::Context& context) {
            return release(context,
                           {.moved_on = today,
                            .moved_at = "09:30",
                            .reason = movements::ReleaseReason::Conditional});
        });
    }
    Result<management::Objective> plan(const std::string& activity) {
        return on_marcus([&](web::Context& context) {
            return management::add_objective(context,
                                             {.need = "ETE",
                                              .objective = activity,
                                              .activity = activity,
                                              .by_day = plus_days(today, 60)});
        });
    }
};
}  // namespace noms::supervision
