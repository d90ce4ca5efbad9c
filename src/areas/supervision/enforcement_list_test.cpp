#include "areas/supervision/enforcement_list.hpp"

#include "areas/supervision/testing.hpp"

namespace noms::supervision {
namespace {

/// Marcus, of Manchester in the North West, missed an appointment on 2 May 2006: a warning is due
/// on 16 May.
class LateEnforcement : public Supervised {
protected:
    void SetUp() override {
        Supervised::SetUp();
        if (!database) return;
        ASSERT_TRUE(sentence(marcus, management::community_order(), today));
        today = day("2006-05-02");
        ASSERT_TRUE(outcome(booked(today), "UA"));
    }
    web::Actor of(std::string scope_kind, std::int64_t body, record::AccountId account = {}) {
        return {.account = account, .scope_kind = std::move(scope_kind), .scope_body = body};
    }
    tasks::DueCounts counted(const web::Actor& actor, std::string_view iso) {
        auto day = noms::day(iso);
        return read([&](db::Connection& db) {
            return tasks::counts_by_kind(db, actor, day, plus_days(day, 7))["warn"];
        });
    }
    size_t listed(const web::Actor& actor, const tasks::After& after = {}) {
        return read([&](db::Connection& db) {
            return tasks::open_of_kind(db, actor, "warn", after, {}, today, 10).size();
        });
    }
    void restrict_to(record::AccountId reader) {
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"offender", marcus.number}, "test.restricted");
            changes.add(access::restrictions,
                        {.id = new_id<access::Restriction>(),
                         .offender = marcus.number,
                         .reason = "Known to staff",
                         .from_day = today});
            changes.add(access::restriction_readers,
                        {.id = new_id<access::RestrictionReader>(),
                         .offender = marcus.number,
                         .account = reader,
                         .from_day = today});
        });
    }
};
ON_EVERY_ENGINE(LateEnforcement);

TEST_P(LateEnforcement, IsSoonThenLate) {
    auto nation = of("national", 0);
    EXPECT_EQ(counted(nation, "2006-05-02").later, 1);
    EXPECT_EQ(counted(nation, "2006-05-10").soon, 1);
    EXPECT_EQ(counted(nation, "2006-05-16").soon, 1) << "its last day is in time";
    EXPECT_EQ(counted(nation, "2006-05-17").late, 1);
}

TEST_P(LateEnforcement, IsSeenByWhoeverHoldsTheRecord) {
    EXPECT_EQ(listed(of("caseload", priya.number)), 1u);
    EXPECT_EQ(listed(of("area", manchester.id.number)), 1u);
    EXPECT_EQ(listed(of("region", region.id.number)), 1u);
    EXPECT_EQ(listed(of("national", 0)), 1u);
    EXPECT_EQ(listed(of("area", merseyside.id.number)), 0u);
    EXPECT_EQ(counted(of("area", merseyside.id.number), "2006-05-17").late, 0);
}

TEST_P(LateEnforcement, GoesOnAfterTheLastLineOfAPage) {
    auto due = day("2006-05-16");
    EXPECT_EQ(listed(of("national", 0), {.due_on = plus_days(due, -1)}), 1u);
    EXPECT_EQ(listed(of("national", 0), {.due_on = plus_days(due, 1)}), 0u);
}

TEST_P(LateEnforcement, OfARestrictedRecordIsSeenByItsNamedReadersOnly) {
    restrict_to(priya);
    EXPECT_EQ(listed(of("region", region.id.number)), 0u);
    EXPECT_EQ(counted(of("national", 0), "2006-05-17").late, 0);
    EXPECT_EQ(listed(of("caseload", priya.number, priya)), 1u);
}

TEST(EnforcementListPage, SaysWhatIsLateAndWhose) {
    EnforcementList list{.day = day("2006-05-17"), .counts = {.late = 1}, .whole = 1};
    list.kinds.push_back({.kind = "warn", .what = "Warn", .counts = {.late = 1}});
    list.lines.push_back({.task = {.offender = offenders::OffenderId{5},
                                   .what = "Warn the offender",
                                   .due_on = day("2006-05-16")},
                          .name = "Odell, Marcus",
                          .manager = "Priya Raman",
                          .area = "Greater Manchester"});
    list.lines.push_back({.task = {.offender = offenders::OffenderId{6},
                                   .what = "Begin breach",
                                   .due_on = day("2006-05-24")},
                          .name = "Rourke, Sean"});
    auto page = enforcement_list_page(list, {}).body().markup();
    EXPECT_EQ(page.find("24 May 2006"), page.rfind("24 May 2006")) << "a day to come, said once";
    for (auto words : {"1 late", "1 day late", "Odell, Marcus", "Priya Raman", "By what is to be"})
        EXPECT_NE(page.find(words), page.npos) << words;
    auto empty = enforcement_list_page({.day = list.day}, {}).body().markup();
    EXPECT_NE(empty.find("Nothing is to be enforced"), empty.npos);
}

}  // namespace
}  // namespace noms::supervision
