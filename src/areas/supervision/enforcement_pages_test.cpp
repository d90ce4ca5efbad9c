#include "areas/supervision/enforcement_pages.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::supervision {
namespace {

/// An order with a failure that was warned for and one that wants proceedings by 6 June 2006.
EnforcementView failed_twice(const char* day) {
    EnforcedView order{.sentence = {8}, .what = "Community order, 12 months", .runs = true};
    order.imposed_on = noms::day("2006-04-03");
    order.ruling.failures = 2;
    order.ruling.next_failure = "Begin breach proceedings";
    order.due = {{.kind = "breach",
                  .what = "Begin breach proceedings",
                  .counted_from = noms::day("2006-05-22"),
                  .due_on = noms::day("2006-06-06"),
                  .rule = "10 working days from the failure",
                  .cite = "PC43/2004"}};
    order.failures = {
        {.contact = {2}, .on = noms::day("2006-05-22"), .wanted = "breach"},
        {.contact = {1}, .on = noms::day("2006-05-02"), .answer = "Warned on 4 May 2006"}};
    return {.offender = {5}, .day = noms::day(day), .sentences = {order}};
}

std::string shown(const EnforcementView& view, bool may_enforce) {
    return enforcement_page(page::Page("Enforcement"), view, may_enforce).body().markup();
}

bool has(const std::string& markup, std::string_view words) {
    return markup.find(words) != markup.npos;
}

TEST(EnforcementPage, SaysWhatMustBeDoneByWhenAndUnderWhichRule) {
    auto markup = shown(failed_twice("2006-06-01"), true);
    for (auto words : {"Begin breach proceedings by Tue 6 Jun 2006.",
                       "10 working days from the failure, counted from 22 May 2006",
                       "PC43/2004",
                       "Warned on 4 May 2006",
                       "2 failures in the twelve months up to 1 June 2006"})
        EXPECT_TRUE(has(markup, words)) << words;
}

TEST(EnforcementPage, SaysHowLateItIs) {
    EXPECT_TRUE(has(shown(failed_twice("2006-06-06"), true), "Begin breach proceedings: today."));
    EXPECT_TRUE(
        has(shown(failed_twice("2006-06-08"), true), "Begin breach proceedings: 2 days late."));
}

TEST(EnforcementPage, OffersWhatToDoToThoseAloneWhoMay) {
    EXPECT_TRUE(has(shown(failed_twice("2006-06-01"), true), "/breach\""));
    auto read_only = shown(failed_twice("2006-06-01"), false);
    EXPECT_FALSE(has(read_only, "/breach\""));
    EXPECT_FALSE(has(read_only, "/no-action"));
}

TEST(EnforcementPage, BeginsNothingTwice) {
    auto view = failed_twice("2006-06-01");
    view.sentences[0].due.clear();
    view.sentences[0].breaches = {{.id = "b1", .begun_on = day("2006-06-01"), .under_way = true}};
    auto markup = shown(view, true);
    EXPECT_FALSE(has(markup, "/breach\""));
    EXPECT_TRUE(has(markup, "/breaches/b1"));
}

TEST(EnforcementPage, SaysWhereThereIsNothingToEnforce) {
    auto markup = shown({.offender = {5}, .day = day("2006-06-01")}, true);
    EXPECT_TRUE(has(markup, "No order and no licence is to be complied with today."));
    EXPECT_TRUE(has(markup, "There is nothing to enforce"));
}

BreachView begun() {
    BreachView view;
    view.breach = {.id = {3}, .offender = {5}, .begun_on = day("2006-06-01"), .begun_by = "Olive"};
    view.report = {.name = "Marcus Odell", .imposed_on = day("2006-04-03"), .failed = 2};
    return view;
}

TEST(BreachPage, EditsTheReportUntilItIsServed) {
    auto view = begun();
    auto markup = [&] {
        return breach_page(page::Page("Breach"), view, true, {}, {}).body().markup();
    };
    EXPECT_TRUE(has(markup(), "<textarea"));
    EXPECT_TRUE(has(markup(), "Report not served yet"));
    view.breach.served_on = day("2006-06-02");
    EXPECT_FALSE(has(markup(), "<textarea"));
    EXPECT_TRUE(has(markup(), "Report served, not listed yet"));
}

TEST(ReportPage, IsMarkedAsADraftUntilItIsServed) {
    auto view = begun();
    auto markup = [&] { return report_page(page::Page("Report"), view).body().markup(); };
    EXPECT_TRUE(has(markup(), "This is a draft"));
    EXPECT_TRUE(has(markup(), "No objective is recorded."));
    view.breach.served_on = day("2006-06-02");
    EXPECT_FALSE(has(markup(), "This is a draft"));
}

TEST(RecallPage, LeadsToWhatIsNext) {
    RecallView view;
    view.recall = {.id = {4}, .offender = {5}, .requested_on = day("2007-02-19")};
    auto markup = [&] { return recall_page(page::Page("Recall"), view, true).body().markup(); };
    EXPECT_TRUE(has(markup(), "/decision\""));
    view.recall.decision = RecallDecision::Revoked;
    view.recall.decided_on = day("2007-02-20");
    EXPECT_TRUE(has(markup(), "/end\""));
    view.recall.decision = RecallDecision::NotRevoked;
    EXPECT_FALSE(has(markup(), "/end\""));
}

}  // namespace
}  // namespace noms::supervision
