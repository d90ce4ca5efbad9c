#pragma once

#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/catalogue/catalogue.hpp"
#include "areas/management/handlers.hpp"
#include "areas/management/management.hpp"
#include "areas/management/planning.hpp"
#include "areas/management/sentencing.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/base/testing.hpp"
#include "kit/db/testing.hpp"

/// A region with officers, courts and prisons in an empty database of each engine, and commands as
/// the answerer runs them: for the tests of this area and of those above.
namespace noms::management {

class Region : public db::testing::OnEveryEngine {
protected:
    Date today = day("2006-04-03");
    record::AccountId acting{};  // who gives the commands
    organisation::Body region{}, manchester{}, merseyside{}, prison{}, other_prison{};

    void SetUp() override {
        OnEveryEngine::SetUp();
        if (!database) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        set_up(
            [](record::Changes& changes, db::Connection& db) { organisation::load(db, changes); });
        database->with_reader([&](db::Connection& db) {
            using organisation::Kind;
            auto body = [&](Kind kind, const char* code) {
                return organisation::body_by_code(db, kind, code, today).value();
            };
            region = body(Kind::Region, "NW");
            manchester = body(Kind::Area, "34");
            merseyside = body(Kind::Area, "35");
            prison = body(Kind::Prison, "MRI");
            other_prison = body(Kind::Prison, "LPI");
        });
    }
    std::vector<db::Migration> all_migrations() {
        std::vector<db::Migration> steps;
        for (const auto& more : {record::migrations(),
                                 organisation::migrations(),
                                 access::migrations(),
                                 offenders::migrations(),
                                 sentences::migrations(),
                                 movements::migrations(),
                                 assessments::migrations(),
                                 catalogue::migrations(),
                                 tasks::migrations(),
                                 management::migrations(),
                                 more_migrations()})
            steps.insert(steps.end(), more.begin(), more.end());
        return steps;
    }
    /// The schema of areas above this one.
    virtual std::vector<db::Migration> more_migrations() { return {}; }

    record::Command command_by(record::AccountId account) {
        return {.id = new_id<record::CommandTag>(),
                .actor = account,
                .actor_name = "tester",
                .day = today,
                .at = now()};
    }
    template <class Work>
    void set_up(Work&& work) {
        ASSERT_TRUE(database->write([&](db::Connection& db) -> Result<bool> {
            record::Changes changes(db, command_by({}));
            work(changes, db);
            changes.finish();
            return true;
        }));
    }
    /// Runs a handler on the parts of an address, in one transaction.
    template <class Work>
    auto command(std::map<std::string, std::string, std::less<>> parts, Work work) {
        return command_on(today, std::move(parts), std::move(work));
    }
    template <class Work>
    auto command_on(Date on, std::map<std::string, std::string, std::less<>> parts, Work work) {
        web::Actor actor{.account = acting, .name = "tester", .scope_kind = "national"};
        return database->write([&](db::Connection& db) {
            auto by = command_by(actor.account);
            by.day = on;
            record::Changes changes(db, by);
            web::Request request;
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = on,
                                 .now = now(),
                                 .db = db,
                                 .database = *database,
                                 .changes = &changes,
                                 .parts = parts};
            auto answer = work(context);
            if (answer) changes.finish();
            return answer;
        });
    }
    template <class Work>
    auto read(Work&& work) {
        return database->read([&](db::Connection& db) { return work(db); });
    }

    record::AccountId add_account(const std::string& name) {
        access::Account account{.id = new_id<record::AccountTag>(),
                                .name = name,
                                .shown_name = name,
                                .role = access::Role::OffenderManager,
                                .scope_kind = "caseload",
                                .added_on = today};
        account.scope_body = account.id.number;
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"account", account.id.number}, "test.account");
            changes.add(access::accounts, account);
        });
        return account.id;
    }
    record::AccountId add_officer(const std::string& name,
                                  const organisation::Body& area,
                                  Grade grade = Grade::Officer,
                                  Date from = day("2001-04-01")) {
        auto account = add_account(name);
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"account", account.number}, "test.officer");
            changes.add(officers,
                        {.account = account, .from_day = from, .area = area.id, .grade = grade});
        });
        return account;
    }
    void put_on_duty(record::AccountId account, const organisation::Body& area) {
        set_up([&](record::Changes& changes, db::Connection&) {
            changes.about({"body", area.id.number}, "test.duty");
            changes.add(duties,
                        {.area = area.id, .from_day = day("2001-04-01"), .account = account});
        });
    }
    /// A person whose record the area holds.
    offenders::OffenderId add_offender(const organisation::Body& home) {
        offenders::Offender who{.id = new_id<offenders::OffenderTag>(),
                                .surname = "Odell",
                                .first_name = "Marcus",
                                .sort_key = "odell, marcus",
                                .birth_date = day("1980-01-01"),
                                .sex = offenders::Sex::Male};
        set_up([&](record::Changes& changes, db::Connection& db) {
            changes.about({"offender", who.id.number}, "test.offender");
            changes.add(offenders::offenders, who);
            changes.flush();
            access::hold_from(changes, db, who.id.number, "area", home.id.number, today);
            access::hold_from(changes, db, who.id.number, "region", region.id.number, today);
        });
        return who.id;
    }
    /// An appearance on `on` with one offence, within a command.
    static Id<sentences::Appearance> add_appearance(record::Changes& changes,
                                                    offenders::OffenderId offender,
                                                    Date on) {
        sentences::Appearance at{.id = new_id<sentences::Appearance>(),
                                 .offender = offender,
                                 .heard_on = on,
                                 .recorded_by = "tester"};
        changes.about({"offender", offender.number}, "test.appearance");
        changes.add(sentences::appearances, at);
        changes.add(sentences::offences,
                    {.id = new_id<sentences::Offence>(),
                     .offender = offender,
                     .appearance = at.id,
                     .code = "28/1",
                     .words = "burglary in a dwelling",
                     .committed_on = day("2005-06-01")});
        return at.id;
    }
    /// Records an appearance of that day and passes the sentence, as one command.
    Result<sentences::Sentence> sentence(offenders::OffenderId offender,
                                         sentences::PassSentence what,
                                         Date on) {
        return command({{"offender", to_text(offender)}}, [&](web::Context& context) {
            context.parts["appearance"] = to_text(add_appearance(*context.changes, offender, on));
            return pass_sentence(context, what);
        });
    }
};

/// Eighteen months in prison.
inline sentences::PassSentence prison_term() {
    return {.disposal = "IMP12", .purposes = {sentences::Purpose::Punish}, .months = 18};
}
/// A community order of a year with supervision.
inline sentences::PassSentence community_order() {
    return {.disposal = "CO",
            .purposes = {sentences::Purpose::ReduceReoffending},
            .months = 12,
            .requirement = "REQ_SUP",
            .requirement_amount = 12};
}

/// What the checks find over the whole database, in words: nothing, when all is well.
inline std::vector<std::string> faults_found(db::Connection& db,
                                             const std::vector<record::Check>& all,
                                             Date on) {
    std::vector<std::string> out;
    for (const auto& check : all)
        for (const auto& fault : check.faults(db, on))
            out.push_back(check.name + ": " + fault.subject + " " + fault.words);
    return out;
}

}  // namespace noms::management
