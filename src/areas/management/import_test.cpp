#include "areas/management/import.hpp"

#include <sstream>

#include "areas/management/testing.hpp"

namespace noms::management {
namespace {

const std::string heading = "number_kind,number,surname,from_day,manager,reason\n";

class AllocationExtract : public Region {
protected:
    record::AccountId priya{};
    offenders::OffenderId marcus{};

    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        priya = add_officer("priya.raman", manchester);
        marcus = add_in_court();
    }
    /// A person who is before the court today.
    offenders::OffenderId add_in_court() {
        auto who = add_offender(manchester);
        set_up([&](record::Changes& changes, db::Connection&) {
            add_appearance(changes, who, today);
        });
        return who;
    }
    ManagedReport taken(const std::string& rows) {
        std::istringstream in(heading + rows);
        auto report = import_allocations(*database, in, today, "test");
        EXPECT_TRUE(report);
        return *report;
    }
    std::optional<Allocation> manager_on(Date on) {
        return read([&](db::Connection& db) { return manager_of(db, marcus, on); });
    }
};
ON_EVERY_ENGINE(AllocationExtract);

TEST_P(AllocationExtract, RefusesARowAboutNobodyAndAHeadingThatLacksAColumn) {
    auto report = taken("Crn,X999999,Odell,2006-01-10,priya.raman,\n");
    EXPECT_EQ(report.rows.refused, 1);
    EXPECT_EQ(report.rows.refusals.front().field, "number");
    std::istringstream in("number_kind,number\n");
    EXPECT_FALSE(import_allocations(*database, in, today, "test"));
}

TEST_P(AllocationExtract, NamesEverybodyWhomTheRuleGaveAManager) {
    set_up([&](record::Changes& changes, db::Connection& db) {
        auto offence = sentences::offences_of(db, std::span(&marcus.number, 1)).front();
        changes.about({"offender", marcus.number}, "test.sentence");
        changes.add(sentences::sentences,
                    {.id = new_id<sentences::Sentence>(),
                     .offender = marcus,
                     .appearance = offence.appearance,
                     .offence = offence.id,
                     .disposal = "CO",
                     .imposed_on = today,
                     .term = sentences::Term::Fixed,
                     .months = 12});
    });
    auto report = taken("");
    ASSERT_EQ(report.ruled.size(), 1u);
    EXPECT_EQ(report.ruled.front().offender, marcus);
    EXPECT_EQ(report.ruled.front().manager, "priya.raman");
    EXPECT_EQ(manager_on(today)->kind, AllocationKind::Duty);
    EXPECT_TRUE(taken("").ruled.empty());
}

}  // namespace
}  // namespace noms::management
