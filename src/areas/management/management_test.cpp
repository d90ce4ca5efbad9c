#include "areas/management/management.hpp"

#include <algorithm>

#include "areas/management/handlers.hpp"
#include "areas/management/planning.hpp"
#include "areas/management/sentencing.hpp"
#include "areas/management/testing.hpp"
#include "kit/record/corrections.hpp"

namespace noms::management {
namespace {

class Management : public Region {
protected:
    record::AccountId priya{}, sam{}, lena{};
    offenders::OffenderId marcus{};

    void SetUp() override {
        Region::SetUp();
        if (!database) return;
        priya = add_officer("priya.raman", manchester);
        sam = add_officer("sam.cole", manchester, Grade::SeniorOfficer);
        lena = add_officer("lena.hart", merseyside);
        put_on_duty(priya, manchester);
        marcus = add_offender(manchester);
    }
    Result<Allocation> give_to(record::AccountId seen, record::AccountId manager) {
        return command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
            return reallocate(context,
                              {.seen = seen, .manager = manager, .reason = "Nearer to the home"});
        });
    }
    std::optional<Allocation> manager_on(Date on) {
        return read([&](db::Connection& db) { return manager_of(db, marcus, on); });
    }
    std::vector<tasks::Task> open_tasks() {
        return read([&](db::Connection& db) {
            return tasks::open_about(db, std::span(&marcus.number, 1));
        });
    }
    std::vector<std::string> faults() {
        return read([&](db::Connection& db) {
            auto all = checks();
            for (const auto& check : tasks::checks()) all.push_back(check);
            return faults_found(db, all, today);
        });
    }
};
ON_EVERY_ENGINE(Management);

TEST_P(Management, BeginsWithTheSentenceAtTheDutyOfficerWhenNobodyIsNamed) {
    ASSERT_TRUE(sentence(marcus, prison_term(), today));
    auto manager = manager_on(today);
    ASSERT_TRUE(manager);
    EXPECT_EQ(manager->manager, priya);
    EXPECT_EQ(manager->kind, AllocationKind::Duty);
    EXPECT_EQ(manager->area, manchester.id);
    EXPECT_NE(manager->reason.find("on duty"), std::string::npos) << manager->reason;
    EXPECT_FALSE(manager_on(plus_days(today, -1)));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, BeginsAtTheOfficerWhoIsNamedInTheSameCommand) {
    auto order = community_order();
    order.manager = "Sam.Cole";
    ASSERT_TRUE(sentence(marcus, order, today));
    EXPECT_EQ(manager_on(today)->manager, sam);
    EXPECT_EQ(manager_on(today)->kind, AllocationKind::Named);
}

TEST_P(Management, TakesNoSentenceWithoutAManager) {
    auto order = community_order();
    order.manager = "nobody.known";
    EXPECT_FALSE(sentence(marcus, order, today));
    auto none = read([&](db::Connection& db) {
        return sentences::sentences_of(db, std::span(&marcus.number, 1)).size();
    });
    EXPECT_EQ(none, 0u);
}

TEST_P(Management, DoesNotBeginWithAFine) {
    auto fined =
        sentence(marcus,
                 {.disposal = "FINE", .purposes = {sentences::Purpose::Punish}, .amount = "250"},
                 today);
    ASSERT_TRUE(fined) << fined.error().message;
    EXPECT_FALSE(manager_on(today));
}

TEST_P(Management, CoversTheDaysSinceASentenceThatIsRecordedLate) {
    ASSERT_TRUE(sentence(marcus, community_order(), plus_days(today, -20)));
    for (int back = 0; back <= 20; ++back) EXPECT_TRUE(manager_on(plus_days(today, -back)));
    EXPECT_FALSE(manager_on(plus_days(today, -21)));
}

TEST_P(Management, AsksForWhatNationalStandardsWantFirst) {
    ASSERT_TRUE(sentence(marcus, community_order(), today));
    std::vector<std::string> kinds;
    for (const auto& task : open_tasks()) kinds.push_back(task.kind);
    std::ranges::sort(kinds);
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"first_appointment", "name_manager", "sentence_plan"}));
}

TEST_P(Management, PassesToAnotherOfficerWithTheScopeAndTheTasks) {
    ASSERT_TRUE(sentence(marcus, community_order(), plus_days(today, -5)));
    ASSERT_TRUE(give_to(priya, lena));
    EXPECT_EQ(manager_on(today)->manager, lena);
    EXPECT_EQ(manager_on(plus_days(today, -1))->manager, priya);
    for (const auto& task : open_tasks()) EXPECT_EQ(task.account, lena) << task.kind;
    auto held = read([&](db::Connection& db) { return access::holds_of(db, marcus.number); });
    for (const auto& hold : held) {
        bool open = !hold.until_day;
        if (hold.scope_kind == "caseload") {
            EXPECT_EQ(open, hold.body == lena.number);
        }
        if (hold.scope_kind == "area") {
            EXPECT_EQ(open, hold.body == merseyside.id.number);
        }
        if (hold.scope_kind == "region") {
            EXPECT_TRUE(open);
        }
    }
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, HasAKeyWorkerAndACaseAdministratorBesideTheOneManager) {
    ASSERT_TRUE(sentence(marcus, prison_term(), today));
    auto set = [&](SupportRole role, const char* name) {
        return command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
            return set_support(context, {.role = role, .name = name});
        });
    };
    ASSERT_TRUE(set(SupportRole::KeyWorker, "sam.cole"));
    ASSERT_TRUE(set(SupportRole::CaseAdministrator, "lena.hart"));
    auto beside = read(
        [&](db::Connection& db) { return support_among(db, std::span(&marcus.number, 1), today); });
    ASSERT_EQ(beside.size(), 2u);
    EXPECT_EQ(beside[0].account, lena);
    EXPECT_EQ(beside[1].account, sam);
    EXPECT_EQ(manager_on(today)->manager, priya);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, IsDoneWithAssigningASupervisorOnceOneStandsThere) {
    today = day("2007-11-05");  // by the edition of 2007
    ASSERT_TRUE(sentence(marcus, prison_term(), today));
    auto assigning = [&] {
        auto open = open_tasks();
        return std::ranges::count(open, "assign_supervisor", &tasks::Task::kind);
    };
    auto set = [&](SupportRole role, std::optional<std::string> name) {
        return command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
            return set_support(context, {.role = role, .name = name});
        });
    };
    EXPECT_EQ(assigning(), 1);
    ASSERT_TRUE(set(SupportRole::KeyWorker, "sam.cole"));
    ASSERT_TRUE(set(SupportRole::OffenderSupervisor, std::nullopt));
    EXPECT_EQ(assigning(), 1);
    ASSERT_TRUE(set(SupportRole::OffenderSupervisor, "lena.hart"));
    EXPECT_EQ(assigning(), 0);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, AppointsToALocalUnitOfTheAreaOnly) {
    set_up([](record::Changes& changes, db::Connection& db) {
        organisation::load_invented_units(db, changes);
    });
    auto units = read([&](db::Connection& db) { return units_of(db, manchester.id, today); });
    ASSERT_FALSE(units.empty());
    const BodyId unit{*parse_id_text(units.front().value)};
    auto account = add_account("nora.vale");
    auto to = [&](const organisation::Body& area) {
        return command({}, [&](web::Context& context) {
            return appoint(context,
                           {.name = "nora.vale", .area = area.id, .from_day = today, .unit = unit});
        });
    };
    auto refused = to(merseyside);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.front().field, "unit");
    ASSERT_TRUE(to(manchester));
    auto officer = read([&](db::Connection& db) { return officer_on(db, account, today); });
    EXPECT_EQ(officer->unit, unit);
}

TEST_P(Management, IsNotPassedOnByWhoeverSawAnotherManager) {
    ASSERT_TRUE(sentence(marcus, community_order(), today));
    auto late = give_to(lena, sam);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, Error::Kind::Conflict);
}

TEST_P(Management, NeverPassesToSomebodyOutOfOffice) {
    ASSERT_TRUE(sentence(marcus, community_order(), today));
    auto outsider = add_account("out.sider");
    auto given = give_to(priya, outsider);
    ASSERT_FALSE(given);
    EXPECT_EQ(given.error().fields.front().code, "not_in_office");
}

TEST_P(Management, KeepsAnOfficerWhoHasCasesUntilTheyAreHandedOver) {
    ASSERT_TRUE(sentence(marcus, community_order(), today));
    auto leaves = [&](web::Context& context) { return leave(context, {.until_day = today}); };
    auto kept = command({{"account", to_text(priya)}}, leaves);
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().message.find("1 offender:"), std::string::npos);
    auto handed = command({{"account", to_text(priya)}}, [&](web::Context& context) {
        return hand_over_cases(context, {.to = sam, .reason = "Moves to another area"});
    });
    ASSERT_TRUE(handed);
    EXPECT_EQ(handed->cases, 1);
    auto on_duty = command({{"account", to_text(priya)}}, leaves);
    ASSERT_FALSE(on_duty);
    ASSERT_TRUE(command({}, [&](web::Context& context) {
        return set_duty(context, {.area = manchester.id, .officer = sam, .from_day = today});
    }));
    EXPECT_TRUE(command({{"account", to_text(priya)}}, leaves));
    EXPECT_EQ(manager_on(today)->manager, sam);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, EndsWithTheLastSentenceAndCancelsWhatIsOpen) {
    auto passed = sentence(marcus, community_order(), plus_days(today, -3));
    auto other = sentence(marcus, prison_term(), plus_days(today, -1));
    ASSERT_TRUE(passed && other);
    auto ends = [&](Id<sentences::Sentence> id) {
        return command(
            {{"offender", to_text(marcus)}, {"sentence", to_text(id)}}, [&](web::Context& context) {
                return end_sentence(context,
                                    {.ended_on = today, .reason = sentences::EndReason::Revoked});
            });
    };
    ASSERT_TRUE(ends(passed->id));
    EXPECT_TRUE(manager_on(today)) << "the other sentence goes on";
    ASSERT_TRUE(ends(other->id));
    EXPECT_FALSE(manager_on(today));
    EXPECT_TRUE(manager_on(plus_days(today, -1)));
    EXPECT_TRUE(open_tasks().empty());
    auto why = read([&](db::Connection& db) { return responsible_on(db, marcus, today); });
    EXPECT_NE(why.because.front().text.find("ended"), std::string::npos);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Management, SaysWhoIsResponsibleOnADayAndWhy) {
    ASSERT_TRUE(sentence(marcus, community_order(), plus_days(today, -5)));
    ASSERT_TRUE(give_to(priya, lena));
    auto then =
        read([&](db::Connection& db) { return responsible_on(db, marcus, plus_days(today, -2)); });
    EXPECT_EQ(then.is.manager, priya);
    auto now = read([&](db::Connection& db) { return responsible_on(db, marcus, today); });
    EXPECT_EQ(now.is.manager, lena);
    EXPECT_EQ(now.because.at(1).text, "Nearer to the home");
}

TEST_P(Management, KeepsThePlanWithItsObjectives) {
    auto added = command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
        return add_objective(context,
                             {.need = "ETE",
                              .objective = "Level 1 in numeracy",
                              .activity = "skills_for_life_prison",
                              .by_day = plus_days(today, 90)});
    });
    ASSERT_TRUE(added) << added.error().message;
    auto wrong = command({{"offender", to_text(marcus)}}, [&](web::Context& context) {
        return add_objective(context, {.need = "NONE", .activity = "none", .by_day = today});
    });
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().fields.size(), 3u);
    auto closed = command(
        {{"offender", to_text(marcus)}, {"objective", to_text(added->id)}},
        [&](web::Context& context) { return close_objective(context, {.result = Ending::Met}); });
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->state, ObjectiveState::Met);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

/// Runs a correction of a sentence, or of the hearing it was passed at.
class Corrections : public Management {
protected:
    sentences::Sentence passed{};

    void SetUp() override {
        Management::SetUp();
        if (database) passed = sentence(marcus, community_order(), plus_days(today, -5)).value();
    }
    template <class Work>
    auto put_right(Work work) {
        return command({{"offender", to_text(marcus)},
                        {"sentence", to_text(passed.id)},
                        {"appearance", to_text(passed.appearance)}},
                       work);
    }
    Result<sentences::Sentence> corrected(int months, const std::string& why) {
        auto given = community_order();
        given.months = months;
        given.why = why;
        return put_right(
            [&](web::Context& context) { return management::correct_sentence(context, given); });
    }
    Result<sentences::Appearance> heard(Date on) {
        return put_right([&](web::Context& context) {
            return management::correct_appearance(
                context, {.court = "C06MC00", .heard_on = on, .why = "The day of the report"});
        });
    }
    std::vector<record::Correction> noted() {
        return read([&](db::Connection& db) {
            return record::corrections_of(
                db, {"offender", marcus.number}, sentences::corrected_kind);
        });
    }
};
ON_EVERY_ENGINE(Corrections);

TEST_P(Corrections, OfASentenceKeepItsManagerAndSayWhatItWas) {
    ASSERT_TRUE(corrected(24, "Read from the wrong line"));
    EXPECT_EQ(manager_on(today)->manager, priya);
    ASSERT_EQ(noted().size(), 1u);
    EXPECT_NE(noted().front().was.find("12 months"), std::string::npos) << noted().front().was;
    EXPECT_NE(noted().front().became.find("2"), std::string::npos);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Corrections, AreRefusedWithoutAReasonOrAgainstTheLaw) {
    EXPECT_EQ(corrected(24, "").error().fields.at(0).field, "why");
    EXPECT_FALSE(corrected(48, "The court said so")) << "a community order has three years at most";
    EXPECT_TRUE(noted().empty());
}

TEST_P(Corrections, OfTheDayOfTheHearingLeaveNoDayWithoutAManager) {
    ASSERT_TRUE(heard(plus_days(today, -12)));
    for (int back = 0; back <= 12; ++back) EXPECT_TRUE(manager_on(plus_days(today, -back))) << back;
    ASSERT_TRUE(heard(plus_days(today, -2)));
    EXPECT_TRUE(manager_on(today));
    EXPECT_FALSE(heard(plus_days(today, 1)));
    EXPECT_EQ(noted().size(), 2u);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Corrections, StrikeOutASentenceThatNeverWasAndEndManagementToday) {
    auto struck = [&] {
        return put_right([](web::Context& context) {
            return management::strike_out_sentence(context, {.why = "It was his brother"});
        });
    };
    ASSERT_TRUE(struck());
    EXPECT_FALSE(manager_on(today));
    EXPECT_TRUE(manager_on(plus_days(today, -1))) << "who managed until today did";
    EXPECT_EQ(struck().error().kind, Error::Kind::Conflict);
    EXPECT_EQ(noted().front().became, "");
    EXPECT_TRUE(open_tasks().empty());
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

}  // namespace
}  // namespace noms::management
