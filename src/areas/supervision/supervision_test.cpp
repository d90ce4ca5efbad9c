#include "areas/supervision/supervision.hpp"

#include "areas/supervision/testing.hpp"

namespace noms::supervision {
namespace {

class Supervision : public Supervised {};
ON_EVERY_ENGINE(Supervision);

using Kinds = std::vector<std::string>;

TEST_P(Supervision, KeepsAnAppointmentAndItsOutcome) {
    auto contact = booked(today);
    EXPECT_EQ(contact.officer, acting);
    ASSERT_TRUE(outcome(contact, "ATT"));
    EXPECT_EQ(as_stored(contact).outcome, "ATT");
    EXPECT_FALSE(outcome(contact, "UA")) << "an outcome is recorded once";
    EXPECT_FALSE(outcome(booked(plus_days(today, 1)), "ATT")) << "not before its time";
}

TEST_P(Supervision, IsWithTheManagerWhenNobodyElseIsNamed) {
    ASSERT_TRUE(sentence(marcus, management::community_order(), today));
    EXPECT_EQ(booked(today).officer, priya);
}

TEST_P(Supervision, FulfilsTheFirstContactThatStandardsWant) {
    ASSERT_TRUE(sentence(marcus, management::community_order(), today));
    EXPECT_EQ(open_kinds(), (Kinds{"first_appointment", "name_manager", "sentence_plan"}));
    ASSERT_TRUE(outcome(booked(today), "ATT"));
    EXPECT_EQ(open_kinds(), (Kinds{"name_manager", "sentence_plan"}));
}

TEST_P(Supervision, FulfilsTheFirstContactOfTheSupervisorInPrison) {
    today = day("2007-11-05");  // by the edition of 2007
    ASSERT_TRUE(sentence(marcus, management::prison_term(), today));
    auto asks = [&] {
        auto kinds = open_kinds();
        return std::ranges::find(kinds, "supervisor_contact") != kinds.end();
    };
    auto met_on = today;
    auto meet = [&](Setting setting) {
        return on_marcus([&](web::Context& context) {
            return record_contact(
                context,
                {.kind = "PAIAOM", .setting = setting, .on_day = met_on, .words = "Met him."});
        });
    };
    auto has_supervisor_from = [&](Date day, std::optional<record::AccountId> who) {
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"offender", marcus.number}, "test.support");
            changes.add(management::supports,
                        management::Support{.offender = marcus, .from_day = day, .account = who});
        });
    };
    ASSERT_TRUE(meet(Setting::Custody));
    EXPECT_TRUE(asks()) << "nobody is the supervisor yet";
    has_supervisor_from(today, priya);
    ASSERT_TRUE(meet(Setting::Community));
    EXPECT_TRUE(asks());
    today = plus_days(today, 2);
    has_supervisor_from(today, std::nullopt);
    ASSERT_TRUE(meet(Setting::Custody)) << "written down after the supervisor left";
    EXPECT_FALSE(asks());
}

TEST_P(Supervision, AsksForAJudgementOfAnAbsenceUntilItIsMade) {
    auto contact = booked(today);
    ASSERT_TRUE(outcome(contact, "ABS"));
    EXPECT_EQ(open_kinds(), Kinds{"judge_absence"});
    ASSERT_TRUE(outcome(contact, "AAME"));
    EXPECT_EQ(open_kinds(), Kinds{});
}

TEST_P(Supervision, AmendsANoteOnlyByAddition) {
    auto contact = on_marcus([&](web::Context& context) {
        return record_contact(context,
                              {.kind = "HV", .on_day = today, .words = "Nobody was at home."});
    });
    ASSERT_TRUE(contact);
    auto notes = [&] {
        return read(
            [&](db::Connection& db) { return notes_among(db, std::span(&contact->id.number, 1)); });
    };
    auto first = notes().front();
    ASSERT_TRUE(on_marcus(
        [&](web::Context& context) {
            return add_note(context, {.amends = first.id, .words = "His mother was."});
        },
        contact->id));
    ASSERT_EQ(notes().size(), 2u);
    EXPECT_EQ(notes()[0].words, "Nobody was at home.");
    EXPECT_EQ(notes()[1].amends, first.id);
}

TEST_P(Supervision, NamesEveryBadFieldOfAnAppointment) {
    auto wrong = on_marcus([&](web::Context& context) {
        return book(context, {.kind = "NONE", .on_day = plus_days(today, -1), .at_time = "25:00"});
    });
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fields.size(), 4u);
}

TEST_P(Supervision, CarriesWhatIsOpenThroughTheGate) {
    ASSERT_TRUE(sentence(marcus, management::prison_term(), today));
    receive();
    auto learning = plan("education_prison"), work = plan("workshop"),
         home = plan("housing_advice");
    ASSERT_TRUE(learning && work && home);
    auto inside = booked(plus_days(today, 7), Setting::Custody);
    auto outside = booked(plus_days(today, 9), Setting::Community);
    auto released = let_out();
    ASSERT_TRUE(released) << released.error().message;

    std::map<std::string, management::Objective> after;
    for (auto& each : read([&](db::Connection& db) {
             return management::objectives_among(db, std::span(&marcus.number, 1));
         }))
        after[each.objective] = each;
    EXPECT_EQ(after["education_prison"].activity, "education_college");
    EXPECT_EQ(after["education_prison"].state, management::ObjectiveState::Open);
    EXPECT_EQ(after["workshop"].state, management::ObjectiveState::Left);
    EXPECT_EQ(after["housing_advice"].state, management::ObjectiveState::Open);
    EXPECT_EQ(as_stored(inside).state, ContactState::Cancelled);
    EXPECT_EQ(as_stored(outside).state, ContactState::Booked);
    auto kinds = open_kinds();
    for (auto kind : {"objective_without_match", "book_again", "first_appointment"})
        EXPECT_EQ(std::ranges::count(kinds, kind), 1) << kind;
    auto manager =
        read([&](db::Connection& db) { return management::manager_of(db, marcus, today); });
    ASSERT_TRUE(manager);
    EXPECT_EQ(manager->manager, priya) << "the manager is the same inside and outside";
}

}  // namespace
}  // namespace noms::supervision
