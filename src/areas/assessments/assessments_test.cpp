#include "areas/assessments/assessments.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "areas/access/access.hpp"
#include "areas/assessments/handlers.hpp"
#include "areas/assessments/store.hpp"
#include "areas/assessments/testing.hpp"
#include "areas/assessments/views.hpp"
#include "areas/movements/movements.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/db/testing.hpp"
#include "kit/record/compare.hpp"

namespace noms::assessments {
namespace {

const Date today = day("2006-04-03");

std::vector<db::Migration> all_migrations() {
    auto steps = record::migrations();
    for (const auto& more : {organisation::migrations(),
                             access::migrations(),
                             offenders::migrations(),
                             sentences::migrations(),
                             movements::migrations(),
                             migrations()})
        steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

/// Marcus, whom Priya manages; Sam is her senior officer, Pete of the prison, Lena another officer.
class Office : public db::testing::OnEveryEngine {
protected:
    web::Actor priya_raman = actor_of(11, "Priya Raman", true);
    web::Actor sam_cole = actor_of(12, "Sam Cole", true);
    web::Actor lena_hart = actor_of(13, "Lena Hart", true);
    web::Actor pete_quill = actor_of(14, "Pete Quill", false);
    offenders::OffenderId marcus{};
    std::vector<AssessmentState> told{};  // what the area above was told
    web::Api api;

    static web::Actor actor_of(std::int64_t account, const std::string& shown, bool manager) {
        web::Actor actor{.account = {account},
                         .name = shown,
                         .shown = shown,
                         .permissions = {"assessments.read", "assessments.answer"},
                         .scope_kind = manager ? "national" : "prison"};
        if (manager) actor.permissions.insert({"assessments.sign", "assessments.countersign"});
        return actor;
    }
    void SetUp() override {
        OnEveryEngine::SetUp();
        if (IsSkipped()) return;
        ASSERT_TRUE(db::migrate(*database, all_migrations()));
        serve(api);
        ask_seniority(
            [](db::Connection&, record::AccountId account, Date) { return account.number == 12; });
        after_signing([&](record::Changes&, db::Connection&, const Assessment& row) {
            told.push_back(row.state);
        });
        marcus = add_marcus();
    }
    void TearDown() override {
        ask_seniority({});
        after_signing({});
        OnEveryEngine::TearDown();
    }
    template <class Work>
    auto write(Work&& work) {
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor_name = "test",
                                     .day = today,
                                     .at = now()});
            auto done = work(changes, db);
            if (done) changes.finish();
            return done;
        });
    }
    /// Sentenced twice, now to supervision; on Priya's caseload and held by Pete's prison.
    offenders::OffenderId add_marcus() {
        offenders::OffenderId id = new_id<offenders::OffenderTag>();
        EXPECT_TRUE(write([&](record::Changes& changes, db::Connection&) -> Result<int> {
            changes.about({"offender", id.number}, "test.added");
            changes.add(offenders::offenders,
                        offenders::Offender{.id = id,
                                            .surname = "Odell",
                                            .first_name = "Marcus",
                                            .sort_key = "odell",
                                            .birth_date = day("1980-01-01"),
                                            .sex = offenders::Sex::Male});
            access::open_hold(changes, id.number, "caseload", 11, today);
            access::open_hold(changes, id.number, "prison", 77, today);
            add_sentence(changes, id, day("1997-05-02"), "046/00", "REQ_UPW");
            add_sentence(changes, id, day("2006-03-13"), "028/00", "REQ_SUP");
            return 0;
        }));
        pete_quill.scope_body = 77;
        return id;
    }
    static void add_sentence(record::Changes& changes,
                             offenders::OffenderId id,
                             Date on,
                             const char* offence,
                             const char* requirement) {
        sentences::Appearance at{
            .id = new_id<sentences::Appearance>(), .offender = id, .heard_on = on};
        sentences::Offence done{.id = new_id<sentences::Offence>(),
                                .offender = id,
                                .appearance = at.id,
                                .code = offence};
        sentences::Sentence passed{.id = new_id<sentences::Sentence>(),
                                   .offender = id,
                                   .appearance = at.id,
                                   .offence = done.id,
                                   .disposal = "CO",
                                   .imposed_on = on,
                                   .term = sentences::Term::Fixed,
                                   .years = 1};
        changes.add(sentences::appearances, at);
        changes.add(sentences::offences, done);
        changes.add(sentences::sentences, passed);
        changes.add(sentences::requirements,
                    {.id = new_id<sentences::Requirement>(),
                     .offender = id,
                     .sentence = passed.id,
                     .kind = requirement,
                     .reduces_reoffending = std::string_view(requirement) == "REQ_SUP"});
    }
    /// Runs a command as the answerer does.
    template <class Work>
    auto command(const web::Actor& actor,
                 std::map<std::string, std::string, std::less<>> parts,
                 Work work) {
        parts["offender"] = to_text(marcus);
        return database->write([&](db::Connection& db) {
            record::Changes changes(db,
                                    {.id = new_id<record::CommandTag>(),
                                     .actor = actor.account,
                                     .actor_name = actor.name,
                                     .day = today,
                                     .at = now()});
            web::Request request;
            web::Context context{.request = request,
                                 .actor = actor,
                                 .today = today,
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
    Result<Touched> start_by(const web::Actor& actor, bool copy_last = false) {
        return command(actor, {}, [&](web::Context& context) {
            return start(context, {.copy_last = copy_last});
        });
    }
    Result<Touched> save(const web::Actor& actor,
                         AssessmentId assessment,
                         const std::string& section,
                         const SaveSection& given) {
        return command(actor,
                       {{"assessment", to_text(assessment)}, {"section", section}},
                       [&](web::Context& context) { return save_section(context, given); });
    }
    Result<Touched> sign_by(const web::Actor& actor, AssessmentId assessment, int seen) {
        return command(actor, {{"assessment", to_text(assessment)}}, [&](web::Context& context) {
            return sign(context, {.seen = seen});
        });
    }
    Result<Touched> countersign_by(const web::Actor& actor, AssessmentId assessment, int seen) {
        return command(actor, {{"assessment", to_text(assessment)}}, [&](web::Context& context) {
            return countersign(context, {.seen = seen});
        });
    }
    Whole whole(AssessmentId id) {
        return database->read(
            [&](db::Connection& db) { return store::whole(db, *store::assessment(db, id)); });
    }
    /// Answers everything at its lowest, with these instead; gives the edition.
    int answer_all(AssessmentId id, const Answers& instead = {}) {
        int edition = 0;
        for (const auto& section : sections_of(whole(id).assessment.form)) {
            if (section.code == "self") continue;
            auto saved = save(priya_raman, id, section.code, lowest(whole(id), section, instead));
            EXPECT_TRUE(saved) << section.code;
            if (saved) edition = saved->edition;
        }
        return edition;
    }
    AssessedNow assessed() {
        return database->read([&](db::Connection& db) {
            auto who = offenders::offenders_among(db, std::span(&marcus.number, 1)).front();
            return assessed_of(db, who, today);
        });
    }
    std::vector<std::string> faults() {
        std::vector<std::string> out;
        database->with_reader([&](db::Connection& db) {
            for (const auto& check : checks())
                for (const auto& fault : check.faults(db, today))
                    out.push_back(check.name + " " + fault.words);
        });
        return out;
    }
};
ON_EVERY_ENGINE(Office);

TEST_P(Office, FillsAnAssessmentInFromTheRecord) {
    auto begun = start_by(priya_raman);
    ASSERT_TRUE(begun) << begun.error().message;
    EXPECT_EQ(begun->next, "1");
    auto answers = answers_of(whole(begun->assessment));
    EXPECT_EQ(answers["1.1"], "BURGLARY_DOM");
    EXPECT_EQ(answers["1.2"], "1");
    EXPECT_EQ(answers["1.4"], "17");
    EXPECT_EQ(answers["1.age_convicted"], "26");
    EXPECT_FALSE(answers.contains("3.3"));
}

TEST_P(Office, LetsOneAssessmentBeMadeAtATime) {
    ASSERT_TRUE(start_by(priya_raman));
    auto second = start_by(sam_cole);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, Error::Kind::Conflict);
}

TEST_P(Office, LetsTheManagerAndASeniorOfficerBeginAndNobodyElse) {
    for (const auto& other : {lena_hart, pete_quill}) {
        auto refused = start_by(other);
        ASSERT_FALSE(refused) << other.shown;
        EXPECT_EQ(refused.error().kind, Error::Kind::Forbidden);
    }
    EXPECT_TRUE(start_by(sam_cole));
}

TEST_P(Office, LetsThePrisonContributeButNotDecide) {
    auto id = start_by(priya_raman)->assessment;
    EXPECT_TRUE(save(pete_quill, id, "8", {.answers = {{"8.5", "yes"}}}));
    EXPECT_FALSE(save(lena_hart, id, "8", {.seen = 1, .answers = {{"8.5", "no"}}}));
    auto level = save(pete_quill, id, "risk", {.answers = {{"R10.staff.custody", "Low"}}});
    ASSERT_FALSE(level);
    EXPECT_EQ(level.error().fields.front().code, "not_yours");
    EXPECT_EQ(answer_to(whole(id), "8.5")->answered_by, "Pete Quill");
}

TEST_P(Office, RefusesTheSecondOfTwoPeopleWhoAnsweredOtherwise) {
    auto id = start_by(priya_raman)->assessment;
    ASSERT_TRUE(save(pete_quill, id, "8", {.answers = {{"8.5", "yes"}}}));
    auto stale = save(priya_raman, id, "8", {.answers = {{"8.5", "no"}, {"8.6", "never"}}});
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().kind, Error::Kind::Conflict);
    EXPECT_EQ(answers_of(whole(id))["8.5"], "yes");
    ASSERT_TRUE(
        save(priya_raman, id, "8", {.seen = 1, .answers = {{"8.5", "no"}, {"8.6", "never"}}}));
    EXPECT_EQ(answers_of(whole(id))["8.5"], "no");
}

TEST_P(Office, LocksAnAssessmentOfLowRiskWithOneSignature) {
    auto id = start_by(priya_raman)->assessment;
    EXPECT_FALSE(sign_by(priya_raman, id, 2));
    int edition = answer_all(id);
    ASSERT_TRUE(sign_by(priya_raman, id, edition));
    auto row = whole(id).assessment;
    EXPECT_EQ(row.state, AssessmentState::Locked);
    EXPECT_EQ(row.signed_by, "Priya Raman");
    EXPECT_EQ(told, (std::vector{AssessmentState::Locked}));
    EXPECT_EQ(assessed().rosh, Rosh::Low);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Office, WantsTwoSignaturesForHighRisk) {
    auto id = start_by(priya_raman)->assessment;
    int edition = answer_all(id, {{"R10.public.community", "High"}});
    auto one = sign_by(priya_raman, id, edition);
    ASSERT_TRUE(one);
    EXPECT_EQ(whole(id).assessment.state, AssessmentState::Signed);
    EXPECT_FALSE(countersign_by(priya_raman, id, one->edition));
    EXPECT_FALSE(countersign_by(lena_hart, id, one->edition));
    EXPECT_FALSE(countersign_by(sam_cole, id, one->edition - 1));
    ASSERT_TRUE(countersign_by(sam_cole, id, one->edition));
    EXPECT_EQ(whole(id).assessment.countersigned_by, "Sam Cole");
    EXPECT_EQ(assessed().tier.tier, "4");
    EXPECT_EQ(told, (std::vector{AssessmentState::Signed, AssessmentState::Locked}));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Office, CopiesTheLastOneAndTellsWhatChanged) {
    auto first = start_by(priya_raman)->assessment;
    ASSERT_TRUE(sign_by(priya_raman, first, answer_all(first)));
    auto second = start_by(priya_raman, true)->assessment;
    EXPECT_EQ(whole(second).assessment.copied_from, first);
    ASSERT_TRUE(save(priya_raman, second, "3", {.answers = {{"3.4", "some"}}}));
    auto different =
        database->read([&](db::Connection& db) { return compared(db, whole(second)).differences; });
    auto changed = std::ranges::find(different, "3.4", &Difference::question);
    ASSERT_NE(changed, different.end());
    EXPECT_EQ(changed->before, "No problems");
    EXPECT_EQ(changed->now, "Some problems");
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Office, KeepsATierSetByHandBesideTheComputedOne) {
    auto id = start_by(priya_raman)->assessment;
    ASSERT_TRUE(sign_by(priya_raman, id, answer_all(id)));
    ASSERT_EQ(assessed().tier.tier, "2");
    auto set = [&](const web::Actor& actor, SetTier given) {
        return command(actor, {}, [&](web::Context& context) { return set_tier(context, given); });
    };
    EXPECT_FALSE(set(priya_raman, {.tier = "2", .reason = "Same", .until_day = day("2006-06-01")}));
    EXPECT_FALSE(set(priya_raman, {.tier = "3", .reason = " ", .until_day = day("2006-06-01")}));
    EXPECT_FALSE(set(priya_raman, {.tier = "3", .reason = "New flat", .until_day = today}));
    EXPECT_FALSE(set(priya_raman, {.tier = "E", .reason = "New", .until_day = day("2006-06-01")}));
    EXPECT_FALSE(set(lena_hart, {.tier = "3", .reason = "New", .until_day = day("2006-06-01")}));
    ASSERT_TRUE(
        set(priya_raman, {.tier = "3", .reason = "New flat", .until_day = day("2006-06-01")}));
    EXPECT_EQ(assessed().tier.holds(), "3");
    EXPECT_EQ(assessed().tier.tier, "2");
    ASSERT_TRUE(set(sam_cole, {.tier = "4", .reason = "Threats", .until_day = day("2006-06-01")}));
    EXPECT_EQ(assessed().tier.holds(), "4");
    ASSERT_TRUE(command(priya_raman, {}, [&](web::Context& context) {
        return end_tier(context, {.reason = "It was settled"});
    }));
    EXPECT_EQ(assessed().tier.holds(), "2");
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_P(Office, ShowsItsPagesAndTheirJsonTwins) {
    auto id = start_by(priya_raman)->assessment;
    answer_all(id);
    auto ask = [&](const std::string& path) {
        auto who = priya_raman;
        who.permissions.insert({"offenders.read", "sentences.read"});
        web::Service service{.api = api,
                             .database = *database,
                             .today = [] { return today; },
                             .who = [who](const web::Request&) { return std::optional(who); }};
        return web::answer(service, {.method = "GET", .path = path});
    };
    auto all = "/offenders/" + to_text(marcus) + "/assessments";
    auto one = all + "/" + to_text(id);
    const std::vector<std::pair<std::string, std::string>> table{
        {all, "Go on with the assessment"},
        {one, "Sign the assessment"},
        {one + "/sections/3", "Without a fixed place to live"},
        {one + "/sections/risk", "The public, in the community"},
        {one + "/whole", "Whole assessment of 3 April 2006"},
        {one + "/differences", "There is no assessment before this one"},
        {"/offenders/" + to_text(marcus) + "/tier/set", "Sign this tier"},
        {"/api" + all, "\"tier-1-to-4\""},
        {"/api" + one, "OGRS3 (2008 parameters)"},
        {"/api" + one + "/differences", "\"differences\""}};
    for (const auto& [path, words] : table) {
        auto reply = ask(path);
        EXPECT_EQ(reply.status, 200) << path << reply.body.substr(0, 300);
        EXPECT_NE(reply.body.find(words), std::string::npos) << path;
    }
    EXPECT_EQ(ask(one + "/sections/14").status, 404);
}

TEST_P(Office, ReplaysToTheSameRows) {
    auto id = start_by(priya_raman)->assessment;
    int edition = answer_all(id, {{"R10.public.community", "High"}});
    ASSERT_TRUE(save(priya_raman, id, "3", {.seen = 1, .answers = {{"3.3", ""}}}));
    ASSERT_TRUE(save(priya_raman, id, "3", {.seen = 2, .answers = {{"3.3", "no"}}}));
    ASSERT_TRUE(sign_by(priya_raman, id, edition + 2));
    record::seal(*database);
    auto copy = db::testing::fresh(GetParam());
    ASSERT_TRUE(db::migrate(*copy, all_migrations()));
    ASSERT_TRUE(record::replay(*database, *copy));
    for (const auto& table : record::compare(*database, *copy))
        EXPECT_EQ(table.differing, 0) << table.table;
}

}  // namespace
}  // namespace noms::assessments
