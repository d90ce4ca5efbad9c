#include "areas/reports/testing.hpp"

/// What the pages say, to whom, in how many questions.
namespace noms::reports {
namespace {

class ReportPages : public CourtReports {};
ON_EVERY_ENGINE(ReportPages);

TEST_P(ReportPages, ShowWhereAReportStandsAndWhatIsNext) {
    EXPECT_TRUE(has(page(path()), "No court has asked for a report"));
    auto report = being_written();
    auto shown = page(path(report));
    EXPECT_TRUE(has(shown, "Being written. It is due on 26 April 2006."));
    EXPECT_TRUE(has(shown, "Nothing proposed yet"));
    EXPECT_TRUE(has(shown, "7 to do before it can be handed in"));
    EXPECT_TRUE(has(page(path()), "1 report, 1 on the way to a court"));
    as(quentin, "quentin.ash");
    EXPECT_FALSE(has(page(path(report)), "Hand it in"));
    EXPECT_EQ(ask_for_page("/api" + path(report)).status, 200);
}

TEST_P(ReportPages, DrawEachSectionFromTheRecord) {
    auto report = being_written();
    auto risk = page(path(report) + "/sections/risk");
    EXPECT_TRUE(has(risk, "OGRS3 could not be worked out"));
    EXPECT_TRUE(has(risk, "Risk of serious harm: not decided"));
    EXPECT_TRUE(has(page(path(report) + "/sections/needs"), "no assessment was signed"));
    EXPECT_TRUE(
        has(page(path(report) + "/sections/pattern"), "That does not say that there was none"));
    EXPECT_TRUE(has(page(path(report) + "/sections/response"), "no earlier supervision"));
    ASSERT_TRUE(save(report, "risk", "My own words"));
    EXPECT_TRUE(has(page(path(report) + "/sections/risk"), "My own words"));
    auto draft = ask_for_page(path(report) + "/text").body;
    EXPECT_TRUE(has(draft, "This is a draft"));
    EXPECT_TRUE(has(draft, "My own words"));
    EXPECT_TRUE(has(draft, "the writer has not saved it yet"));
}

TEST_P(ReportPages, SuggestWithReasonsAndWhatIsMissing) {
    auto report = being_written();
    auto shown = page(path(report) + "/proposal");
    EXPECT_TRUE(has(shown, "Community order, 18 months"));
    EXPECT_TRUE(has(shown, "What is missing"));
    EXPECT_TRUE(has(shown, "A signed assessment: needs are not known"));
    EXPECT_EQ(ask_for_page("/api" + path(report) + "/proposal/suggested").status, 200);
    for (auto form : {"/writer", "/delivery", "/decision", "/hearing", "/withdrawal"})
        EXPECT_EQ(ask_for_page(path(report) + form).status, 200) << form;
    EXPECT_EQ(ask_for_page(path() + "/add").status, 200);
}

TEST_P(ReportPages, ListByScopeWhatIsLateFirst) {
    auto report = being_written();
    EXPECT_TRUE(has(page("/reports"), "1 on the way to a court: 0 late, 0 due within"));
    EXPECT_TRUE(has(page("/reports", "show=Mine"), "Odell, Marcus"));
    EXPECT_TRUE(has(page("/reports", "show=Late"), "No report stands there"));
    today = day("2006-04-27");
    EXPECT_TRUE(has(page("/reports", "show=Late"), "1 day late"));
    EXPECT_TRUE(has(page(path(report)), "It is 1 day late."));
    today = day("2006-04-28");
    EXPECT_TRUE(has(page("/reports", "show=Late"), "2 days late"));
    EXPECT_EQ(ask_for_page("/reports", "show=Nonsense").status, 422);
    who.scope_body = merseyside.id.number;
    EXPECT_FALSE(has(page("/reports"), "Odell"));
    EXPECT_EQ(ask_for_page(path(report)).status, 404);
}

TEST_P(ReportPages, CountWhatCourtsMadeOfProposals) {
    EXPECT_TRUE(has(page("/reports/concordance"), "No court has decided on a report"));
    auto report = delivered();
    today = day("2006-06-02");
    ASSERT_TRUE(decide(
        report, {.decided_on = day("2006-06-01"), .disposal = "CO", .requirement = "REQ_UPW"}));
    auto all = page("/reports/concordance");
    EXPECT_TRUE(has(all, "Of 1 proposal 1 (100 %) were followed, 0 (0 %) in part."));
    EXPECT_TRUE(has(all, "Odell, Marcus"));
    EXPECT_TRUE(has(page("/reports/concordance", "court=" + to_text(court.id)), "Odell, Marcus"));
    EXPECT_TRUE(has(page("/reports/concordance", "from=2006-06-02"), "Nothing to compare"));
    EXPECT_EQ(ask_for_page("/reports/concordance", "from=2006-06-02&until=2006-01-01").status, 422);
    EXPECT_TRUE(has(page("/reports", "show=Decided"), "Odell, Marcus"));
    who.scope_body = merseyside.id.number;
    EXPECT_FALSE(has(page("/reports/concordance"), "Odell"));
}

TEST_P(ReportPages, HideARestrictedRecord) {
    auto report = being_written();
    set_up([&](record::Changes& changes, db::Connection&) {
        changes.about({"offender", marcus.number}, "access.restricted");
        changes.add(
            access::restrictions,
            {.id = new_id<access::Restriction>(), .offender = marcus.number, .from_day = today});
    });
    EXPECT_TRUE(has(page("/reports"), "0 on the way to a court"));
    EXPECT_EQ(ask_for_page(path(report)).status, 404);
}

}  // namespace
}  // namespace noms::reports
