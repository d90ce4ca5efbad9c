#include "areas/reports/testing.hpp"
#include "kit/record/chain.hpp"
#include "kit/record/compare.hpp"

/// A report from the request to the court's decision.
namespace noms::reports {
namespace {

class ReportCommands : public CourtReports {};
ON_EVERY_ENGINE(ReportCommands);

TEST_P(ReportCommands, AskForAReportOnSomebodyWithoutASentence) {
    auto made = ask(request());
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(to_text(made->due_on), "2006-04-26");
    EXPECT_EQ(made->area, manchester.id);
    EXPECT_EQ(asked(), "report_allocate 2006-04-04");
    EXPECT_EQ(ask(request()).error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(faults().empty());
}

TEST_P(ReportCommands, NameTheFieldThatIsWrongInARequest) {
    auto given = request();
    given.asked_by = " ";
    EXPECT_EQ(field_of(ask(given)), "asked_by");
    given = request();
    given.hearing_on = day("2006-04-02");
    EXPECT_EQ(field_of(ask(given)), "hearing_on");
    given = request();
    given.court = prison.id;
    EXPECT_EQ(field_of(ask(given)), "court");
    given = request();
    given.asked_on = day("2006-04-04");
    EXPECT_EQ(field_of(ask(given)), "asked_on");
    EXPECT_TRUE(open_tasks().empty());
}

TEST_P(ReportCommands, NameAWriterAndAnotherWithAReasonOnly) {
    auto made = ask(request()).value();
    EXPECT_EQ(field_of(name(made, "nobody.such")), "writer");
    ASSERT_TRUE(name(made, "priya.raman"));
    EXPECT_EQ(asked(), "report_write 2006-04-26");
    EXPECT_EQ(open_tasks().front().account, priya);
    EXPECT_EQ(field_of(name(made, "quentin.ash")), "reason");
    EXPECT_EQ(field_of(name(made, "priya.raman", "Again")), "writer");
    ASSERT_TRUE(name(made, "quentin.ash", "On leave from Monday"));
    EXPECT_EQ(open_tasks().front().account, quentin);
    EXPECT_EQ(asked(), "report_write 2006-04-26");
    EXPECT_TRUE(faults().empty());
}

TEST_P(ReportCommands, LoseNothingWhereTwoWriteTheSameSection) {
    auto report = being_written();
    ASSERT_TRUE(save(report, "offence", "The first words"));
    auto lost = save(report, "offence", "Other words", 0);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(field_of(lost), "words");
    EXPECT_TRUE(save(report, "offence", "The first words", 0));
    EXPECT_TRUE(save(report, "offence", "Other words", 2));
    EXPECT_EQ(field_of(save(report, "offence", "  ", 3)), "words");
    EXPECT_FALSE(save(report, "nonsense", "Words"));
    as(quentin, "quentin.ash");
    EXPECT_FALSE(save(report, "offence", "Not mine", 3));
}

TEST_P(ReportCommands, ProposeWhatACourtCouldPassAndSayWhyOtherwise) {
    auto report = being_written();
    auto given = order(report);
    given.amount = 400;
    EXPECT_EQ(field_of(propose(report, given)), "amount");
    given = order(report);
    given.requirement = "EM";
    given.amount.reset();
    EXPECT_EQ(field_of(propose(report, given)), "requirement");
    given = order(report);
    given.months = 48;
    EXPECT_EQ(field_of(propose(report, given)), "months");
    given = order(report);
    given.reasons = "";
    EXPECT_EQ(field_of(propose(report, given)), "reasons");
    given = order(report);
    given.disposal = "CRO";
    EXPECT_EQ(field_of(propose(report, given)), "disposal");
    given = order(report);
    given.disposal = "FINE";
    given.months.reset();
    given.requirement.reset();
    given.amount.reset();
    given.otherwise.reset();
    EXPECT_EQ(field_of(propose(report, given)), "otherwise");
    given.otherwise = "A fine is enough";
    ASSERT_TRUE(propose(report, given));
    EXPECT_EQ(propose(report, given).error().kind, Error::Kind::Conflict);
    EXPECT_EQ(as_stored(report).otherwise, "A fine is enough");
    EXPECT_TRUE(has(as_stored(report).suggested, "Community order"));
}

TEST_P(ReportCommands, HandInWhatIsCompleteAndHaveItCheckedByASecondPerson) {
    auto report = being_written();
    auto missing = hand(report);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().fields.size(), 7u);
    written(report);
    ASSERT_TRUE(hand(report));
    EXPECT_EQ(asked(), "report_check 2006-04-04");
    EXPECT_FALSE(check(report, Verdict::Passed));
    as(sonia, "sonia.bell");
    EXPECT_EQ(field_of(check(report, Verdict::Returned)), "words");
    ASSERT_TRUE(check(report, Verdict::Returned, "Say who is at risk"));
    EXPECT_EQ(asked(), "report_write 2006-04-26");
    as(priya, "priya.raman");
    ASSERT_TRUE(hand(report));
    as(sonia, "sonia.bell");
    EXPECT_EQ(
        field_of(act([](web::Context& context) { return check_report(context, {}); }, report.id)),
        "looked_at");
    ASSERT_TRUE(check(report, Verdict::Passed));
    EXPECT_EQ(asked(), "report_deliver 2006-04-26");
    EXPECT_TRUE(faults().empty());
}

TEST_P(ReportCommands, KeepTheTextAsItWasDelivered) {
    auto report = delivered();
    EXPECT_EQ(report.delivered_on, today);
    EXPECT_TRUE(has(report.delivered_text, "Written of risk"));
    EXPECT_EQ(asked(), "report_result 2006-06-08");
    EXPECT_FALSE(save(report, "risk", "Other words", 1));
    auto section = page(path(report) + "/sections/risk");
    EXPECT_TRUE(has(section, "it can no longer be written"));
    EXPECT_TRUE(has(section, "Written of risk"));
    EXPECT_FALSE(has(section, "<textarea"));
    EXPECT_TRUE(has(page(path(report) + "/text"), "Written of risk"));
    EXPECT_FALSE(has(page(path(report) + "/text"), "This is a draft"));
}

TEST_P(ReportCommands, TakeTheCourtsDecisionFromTheSentencesOrFromItsStaff) {
    auto report = delivered();
    today = day("2006-06-02");
    EXPECT_EQ(field_of(decide(report, {.decided_on = day("2006-06-01")})), "disposal");
    EXPECT_EQ(field_of(decide(report, {.decided_on = day("2006-06-05"), .disposal = "CO"})),
              "decided_on");
    ASSERT_TRUE(sentence(marcus, management::community_order(), day("2006-06-01")));
    auto decided = decide(report, {.decided_on = day("2006-06-01"), .words = "Supervised"});
    ASSERT_TRUE(decided) << decided.error().message;
    EXPECT_EQ(decided->decided_disposals, "CO");
    EXPECT_EQ(decided->decided_requirements, "REQ_SUP");
    EXPECT_EQ(decided->concordance, Concordance::Partly);
    EXPECT_TRUE(faults().empty());
    for (const auto& task : open_tasks()) EXPECT_FALSE(task.kind.starts_with("report_"));
}

TEST_P(ReportCommands, CountTheDaysAnewWhenTheHearingMovesAndStopWhenItIsNotWanted) {
    auto report = being_written();
    auto move = [&](const char* to, const char* reason) {
        return act(
            [&](web::Context& context) {
                return rearrange(context, {.hearing_on = day(to), .reason = reason});
            },
            report.id);
    };
    EXPECT_EQ(field_of(move("2006-04-12", " ")), "reason");
    EXPECT_EQ(field_of(move("2006-03-12", "Earlier")), "hearing_on");
    ASSERT_TRUE(move("2006-04-12", "Listed earlier"));
    EXPECT_EQ(asked(), "report_write 2006-04-11");
    auto stop = act(
        [](web::Context& context) {
            return withdraw(context, {.reason = "Sentenced without a report"});
        },
        report.id);
    ASSERT_TRUE(stop);
    EXPECT_EQ(asked(), "0 tasks");
    EXPECT_TRUE(faults().empty());
}

TEST_P(ReportCommands, GoOnWhereAnotherOrderEnds) {
    auto report = being_written();
    ASSERT_TRUE(sentence(marcus, management::community_order(), today));
    auto ended = command({}, [&](web::Context& context) {
        context.changes->about({"offender", marcus.number}, "test.ended");
        return management::terminate(
            *context.changes, context.db, marcus, plus_days(today, 1), "The order was completed");
    });
    ASSERT_TRUE(ended) << ended.error().message;
    EXPECT_EQ(asked(), "report_write " + to_text(report.due_on));
    EXPECT_TRUE(faults().empty());
}

TEST_P(ReportCommands, AreReplayedFromTheirEvents) {
    delivered();
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

}  // namespace
}  // namespace noms::reports
