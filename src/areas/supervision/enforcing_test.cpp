#include "areas/supervision/enforcing.hpp"

#include "areas/supervision/enforcement_list.hpp"
#include "areas/supervision/enforcement_report.hpp"
#include "areas/supervision/enforcement_views.hpp"
#include "areas/supervision/testing.hpp"

namespace noms::supervision {
namespace {

using Kinds = std::vector<std::string>;

/// Marcus is under a community order of 3 April 2006; sue.hale is a senior officer of the area.
class Enforcing : public Supervised {
protected:
    sentences::Sentence order{};
    organisation::Body court{};

    void SetUp() override {
        Supervised::SetUp();
        if (!database) return;
        add_officer("sue.hale", manchester, management::Grade::SeniorOfficer);
        order = sentence(marcus, management::community_order(), today).value();
        court = read([&](db::Connection& db) {
            return organisation::bodies(db, organisation::Kind::Court, today).front();
        });
        outcome(booked(today), "ATT");
        finish("name_manager");
        finish("sentence_plan");
    }
    void finish(const std::string& kind) {
        ASSERT_TRUE(on_marcus([&](web::Context& context) -> Result<bool> {
            context.changes->about({"offender", marcus.number}, "test.done");
            for (const auto& task : tasks::open_about(context.db, std::span(&marcus.number, 1)))
                if (task.kind == kind)
                    tasks::close(*context.changes, task, tasks::TaskState::Done, "");
            return true;
        }));
    }
    /// An appointment of that day, missed; `today` is then that day.
    Contact missed(std::string_view iso, const char* code = "UA") {
        today = day(iso);
        auto contact = booked(today);
        EXPECT_TRUE(outcome(contact, code));
        return contact;
    }
    template <class Work>
    auto about(Work work, std::map<std::string, std::string, std::less<>> parts = {}) {
        parts["offender"] = to_text(marcus);
        if (!parts.contains("sentence")) parts["sentence"] = to_text(order.id);
        return command(parts, work);
    }
    Result<FailureAnswer> warned(const Contact& failure) {
        return about(
            [&](web::Context& context) {
                return warn(context, {.sent_on = today, .words = "Not acceptable"});
            },
            {{"contact", to_text(failure.id)}});
    }
    Result<FailureAnswer> let_be(const Contact& failure, const char* senior) {
        return about(
            [&](web::Context& context) {
                return decide_not_to_act(context, {.decided_by = senior, .reason = "In hospital"});
            },
            {{"contact", to_text(failure.id)}});
    }
    Result<Breach> begun() {
        return about([&](web::Context& context) {
            return begin_breach(context, {.begun_on = today, .reasons = "Missed twice"});
        });
    }
    template <class Work>
    auto on_breach(const Breach& breach, Work work) {
        return about(work, {{"breach", to_text(breach.id)}});
    }
    Result<Breach> served(const Breach& breach) {
        auto saved = on_breach(breach, [&](web::Context& context) {
            return save_report(
                context, {.reasons = "Missed twice", .response = "Poor", .proposal = "More hours"});
        });
        EXPECT_TRUE(saved);
        return on_breach(breach, [&](web::Context& context) { return serve_report(context, {}); });
    }
    Result<Breach> listed(const Breach& breach, Date day) {
        return on_breach(breach, [&](web::Context& context) {
            return list_breach(context, {.court = court.id, .hearing_on = day});
        });
    }
    Result<Breach> decided(const Breach& breach, BreachResult result) {
        return on_breach(breach, [&](web::Context& context) {
            return record_result(
                context, {.result = result, .decided_on = today, .words = "Twenty hours more"});
        });
    }
    Date due(std::string_view kind) {
        return read([&](db::Connection& db) {
            for (const auto& task : tasks::open_about(db, std::span(&marcus.number, 1)))
                if (task.kind == kind) return task.due_on;
            return Date{};
        });
    }
    Breach stored(const Breach& breach) {
        return read([&](db::Connection& db) { return *store::breach(db, breach.id); });
    }
    void expect_sound() {
        read([&](db::Connection& db) {
            for (const auto& all : {checks(), tasks::checks(), management::checks()})
                EXPECT_EQ(management::faults_found(db, all, today), Kinds{});
            return true;
        });
    }
};
ON_EVERY_ENGINE(Enforcing);

TEST_P(Enforcing, AsksTheManagerForAWarningInTheTransactionOfTheFailure) {
    auto first = missed("2006-05-02");
    EXPECT_EQ(open_kinds(), Kinds{"warn"});
    EXPECT_EQ(due("warn"), day("2006-05-16"));
    ASSERT_TRUE(warned(first));
    EXPECT_EQ(open_kinds(), Kinds{});
    EXPECT_FALSE(warned(first)) << "once";
    expect_sound();
}

TEST_P(Enforcing, WantsNothingOfAnAcceptableAbsence) {
    missed("2006-05-02", "AAME");
    EXPECT_EQ(open_kinds(), Kinds{});
}

TEST_P(Enforcing, WantsAJudgementBeforeAnythingElse) {
    auto first = missed("2006-05-02", "ABS");
    EXPECT_EQ(open_kinds(), Kinds{"judge_absence"});
    EXPECT_FALSE(warned(first));
    ASSERT_TRUE(outcome(first, "FTA"));
    EXPECT_EQ(open_kinds(), Kinds{"warn"});
}

TEST_P(Enforcing, BeginsBreachWithinTenWorkingDaysOfTheSecondFailure) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    auto second = missed("2006-05-22");
    EXPECT_EQ(open_kinds(), Kinds{"breach"});
    // The last Monday of May is a bank holiday.
    EXPECT_EQ(due("breach"), day("2006-06-06"));
    auto refusal = warned(second);
    ASSERT_FALSE(refusal);
    EXPECT_NE(refusal.error().message.find("PC43/2004"), std::string::npos);
    today = day("2006-06-01");
    ASSERT_TRUE(begun());
    EXPECT_EQ(open_kinds(), (Kinds{"breach_hearing", "breach_report"}));
    EXPECT_FALSE(begun()) << "before one court at a time";
    missed("2006-06-05");
    EXPECT_EQ(open_kinds(), (Kinds{"breach_hearing", "breach_report"}))
        << "the proceedings answer it";
    expect_sound();
}

TEST_P(Enforcing, LetsOnlyASeniorOfficerDecideNotToAct) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    auto second = missed("2006-05-22");
    auto refusal = let_be(second, "priya.raman");
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().fields.front().field, "decided_by");
    auto decision = let_be(second, "sue.hale");
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->decided_by, "sue.hale");
    EXPECT_EQ(open_kinds(), Kinds{});
    missed("2006-05-30");
    EXPECT_EQ(open_kinds(), Kinds{"breach"}) << "the failure still counts";
}

TEST_P(Enforcing, KeepsTheReportAsItWasServed) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    missed("2006-05-22");
    auto breach = begun().value();
    EXPECT_FALSE(on_breach(breach, [&](web::Context& context) {
        return serve_report(context, {});
    })) << "nothing is proposed yet";
    ASSERT_TRUE(served(breach));
    EXPECT_EQ(open_kinds(), Kinds{"breach_hearing"});
    missed("2006-06-05");
    auto report = on_breach(breach, [&](web::Context& context) {
                      return report_of(context, stored(breach));
                  }).value();
    ASSERT_EQ(report.failures.size(), 2u);
    EXPECT_EQ(report.failures[0].answer, "Warned on 2 May 2006");
    EXPECT_EQ(report.proposal, "More hours");
    EXPECT_EQ(report.requirements.size(), 1u);
    EXPECT_EQ(report.kept, 1);
    EXPECT_EQ(report.failed, 2);
    EXPECT_FALSE(on_breach(breach, [&](web::Context& context) {
        return serve_report(context, {});
    })) << "once";
}

TEST_P(Enforcing, IsClosedByWhatTheCourtDecided) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    missed("2006-05-22");
    auto breach = begun().value();
    EXPECT_FALSE(decided(breach, BreachResult::Amended)) << "no court has it yet";
    ASSERT_TRUE(served(breach));
    ASSERT_TRUE(listed(breach, day("2006-06-14")));
    EXPECT_EQ(open_kinds(), Kinds{"breach_result"});
    EXPECT_EQ(due("breach_result"), day("2006-06-15"));
    EXPECT_FALSE(decided(breach, BreachResult::Amended)) << "not before the hearing";
    today = day("2006-06-14");
    auto fine = decided(breach, BreachResult::Fine);
    ASSERT_FALSE(fine) << "no court could fine for it in 2006";
    EXPECT_EQ(fine.error().fields.front().field, "result");
    ASSERT_TRUE(decided(breach, BreachResult::Amended));
    EXPECT_EQ(open_kinds(), Kinds{});
    EXPECT_FALSE(decided(breach, BreachResult::NoAction)) << "once";
    missed("2006-06-20");
    EXPECT_EQ(open_kinds(), Kinds{"breach"});
    expect_sound();
}

TEST_P(Enforcing, EndsTheOrderThatTheCourtRevoked) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    missed("2006-05-22");
    auto breach = begun().value();
    ASSERT_TRUE(listed(breach, today));
    ASSERT_TRUE(decided(breach, BreachResult::Resentenced));
    auto ended = read([&](db::Connection& db) { return *sentences::sentence(db, order.id); });
    EXPECT_EQ(ended.ended_on, today);
    EXPECT_EQ(ended.ended_reason, sentences::EndReason::Resentenced);
    EXPECT_EQ(open_kinds(), Kinds{});
    auto manager = read([&](db::Connection& db) {
        return management::manager_of(db, marcus, plus_days(today, 1)).has_value();
    });
    EXPECT_FALSE(manager) << "nothing is left to be managed";
    expect_sound();
}

TEST_P(Enforcing, ShowsWhereEveryClockStands) {
    ASSERT_TRUE(warned(missed("2006-05-02")));
    missed("2006-05-22");
    today = day("2006-06-08");
    auto view = read([&](db::Connection& db) { return enforcement_of(db, marcus, today); }).value();
    ASSERT_EQ(view.sentences.size(), 1u);
    const auto& of = view.sentences[0];
    EXPECT_EQ(of.ruling.failures, 2);
    ASSERT_EQ(of.due.size(), 1u);
    EXPECT_EQ(of.due[0].due_on, day("2006-06-06"));
    ASSERT_EQ(of.failures.size(), 2u);
    EXPECT_EQ(of.failures[0].wanted, "breach");
    EXPECT_EQ(of.failures[1].answer, "Warned on 2 May 2006 by ");
}

/// The same person on licence.
class Recalling : public Enforcing {
protected:
    sentences::Sentence licence{};

    void SetUp() override {
        Enforcing::SetUp();
        if (!database) return;
        today = day("2006-04-10");
        licence = sentence(marcus, management::prison_term(), today).value();
        receive();
        today = day("2007-01-08");
        ASSERT_TRUE(about([&](web::Context& context) {
            return management::end_sentence(
                context, {.ended_on = context.today, .reason = sentences::EndReason::Completed});
        }));
        ASSERT_TRUE(let_out());
        order = licence;
        for (auto kind : {"first_appointment", "home_visit", "sentence_plan", "name_manager"})
            finish(kind);
    }
    Result<Recall> asked(RecallKind kind, const char* senior = "sue.hale") {
        return about([&](web::Context& context) {
            return request_recall(context,
                                  {.kind = kind,
                                   .reason = RecallReason::FailedToComply,
                                   .words = "Three failures",
                                   .tried = "Two warnings",
                                   .endorsed_by = senior});
        });
    }
    Result<Recall> decide(const Recall& recall, RecallDecision decision) {
        return about(
            [&](web::Context& context) {
                return decide_recall(context, {.decision = decision, .decided_on = today});
            },
            {{"recall", to_text(recall.id)}});
    }
    Result<Recall> end(const Recall& recall, RecallResult result) {
        return about(
            [&](web::Context& context) {
                return end_recall(context, {.result = result, .ended_on = today});
            },
            {{"recall", to_text(recall.id)}});
    }
    /// Of the tasks of enforcement alone.
    Kinds clocks_open() {
        auto kinds = open_kinds();
        std::erase_if(kinds, [](const std::string& kind) {
            return std::ranges::find(clocks(), kind, &Clock::kind) == clocks().end();
        });
        return kinds;
    }
};
ON_EVERY_ENGINE(Recalling);

TEST_P(Recalling, WarnsTwiceAndAsksForRecallAtTheThirdFailure) {
    auto first = missed("2007-02-05");
    EXPECT_EQ(clocks_open(), Kinds{"warn"});
    ASSERT_TRUE(warned(first));
    auto second = missed("2007-02-12");
    EXPECT_EQ(clocks_open(), Kinds{"final_warning"});
    EXPECT_EQ(warned(second)->kind, AnswerKind::FinalWarning);
    auto third = missed("2007-02-19");
    EXPECT_EQ(clocks_open(), Kinds{"recall"});
    EXPECT_FALSE(warned(third));
    EXPECT_FALSE(begun()) << "a licence is not brought before a court";
    auto recall = asked(RecallKind::Standard);
    ASSERT_TRUE(recall);
    EXPECT_EQ(recall->authority, "Secretary of State");
    EXPECT_EQ(recall->contact, third.id);
    EXPECT_EQ(clocks_open(), Kinds{"recall_decision"});
    EXPECT_EQ(due("recall_decision"), day("2007-02-20"));
    ASSERT_TRUE(decide(*recall, RecallDecision::Revoked));
    EXPECT_EQ(clocks_open(), Kinds{"recall_result"});
    today = day("2007-03-12");
    EXPECT_FALSE(end(*recall, RecallResult::TermServed)) << "it had no term";
    EXPECT_FALSE(end(*recall, RecallResult::ReleasedOn)) << "on which day?";
    ASSERT_TRUE(end(*recall, RecallResult::NotReleased));
    EXPECT_EQ(clocks_open(), Kinds{});
    expect_sound();
}

TEST_P(Recalling, WantsAnEmergencyDecidedTheSameDay) {
    auto recall = asked(RecallKind::Emergency);
    ASSERT_TRUE(recall) << "risk alone is enough";
    EXPECT_EQ(due("recall_emergency"), today);
    ASSERT_TRUE(decide(*recall, RecallDecision::NotRevoked));
    EXPECT_EQ(clocks_open(), Kinds{});
    EXPECT_FALSE(end(*recall, RecallResult::NotReleased)) << "nothing was revoked";
    ASSERT_TRUE(asked(RecallKind::Standard)) << "it may be asked for again";
}

TEST_P(Recalling, HasAFixedTermOnlyFromItsDayOn) {
    auto refusal = asked(RecallKind::FixedTerm);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().fields.front().field, "kind");
    EXPECT_NE(refusal.error().fields.front().words.find("14 July 2008"), std::string::npos);
}

TEST_P(Recalling, IsEndorsedBySomebodyElseWhoIsSenior) {
    EXPECT_FALSE(asked(RecallKind::Standard, "priya.raman"));
    ASSERT_TRUE(asked(RecallKind::Standard));
    EXPECT_FALSE(asked(RecallKind::Standard)) << "it was asked for already";
}

}  // namespace
}  // namespace noms::supervision
