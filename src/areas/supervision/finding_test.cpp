#include "areas/supervision/finding.hpp"

#include "areas/supervision/testing.hpp"

namespace noms::supervision {
namespace {

class Finding : public Supervised {
protected:
    void SetUp() override {
        Supervised::SetUp();
        if (!database) return;
        ASSERT_TRUE(sentence(marcus, management::community_order(), today));
        wrote(marcus, "Lost his job at the bakery; 50% of the rent is owed.");
        wrote(marcus, "His mother rang. He has a new JOB.");
        // Nobody looks for him: his manager is somebody else.
        stranger = add_offender(manchester);
        wrote(stranger, "He has no job either.");
    }
    void wrote(offenders::OffenderId who, const std::string& words) {
        auto done = command({{"offender", to_text(who)}}, [&](web::Context& context) {
            return record_contact(context, {.kind = "HV", .on_day = today, .words = words});
        });
        ASSERT_TRUE(done) << done.error().message;
    }
    Result<FoundNotes> found(const NoteSearch& given, const std::string& scope_kind = "caseload") {
        return command({}, [&](web::Context& context) {
            web::Actor actor = context.actor;
            actor.scope_kind = scope_kind;
            actor.scope_body = acting.number;
            web::Context as{.request = context.request,
                            .actor = actor,
                            .today = context.today,
                            .now = context.now,
                            .db = context.db,
                            .database = context.database,
                            .parts = context.parts};
            return find_notes(as, given);
        });
    }
    std::vector<std::string> words_of(const NoteSearch& given) {
        auto notes = found(given);
        EXPECT_TRUE(notes);
        std::vector<std::string> out;
        for (const auto& note : notes->notes) out.push_back(note.words);
        return out;
    }
    offenders::OffenderId stranger{};
};
ON_EVERY_ENGINE(Finding);

using Words = std::vector<std::string>;

TEST_P(Finding, FindsNotesWithAllOfTheWordsInWhateverCaseTheNewestFirst) {
    EXPECT_EQ(words_of({.words = "job"}),
              (Words{"His mother rang. He has a new JOB.",
                     "Lost his job at the bakery; 50% of the rent is owed."}));
    EXPECT_EQ(words_of({.words = "Mother  job mother"}),
              Words{"His mother rang. He has a new JOB."});
    EXPECT_EQ(words_of({.words = "job prison"}), Words{});
}

TEST_P(Finding, TakesSignsOfThePatternAsTheyStand) {
    EXPECT_EQ(words_of({.words = "50%"}).size(), 1u);
    EXPECT_EQ(words_of({.words = "5_%"}), Words{});
}

TEST_P(Finding, CountsAllThatFitAndTurnsThePage) {
    for (int i = 0; i < 30; ++i) wrote(marcus, "Came on time, note " + std::to_string(i));
    auto first = found({.words = "came time"});
    ASSERT_TRUE(first);
    EXPECT_EQ(first->whole, 30);
    EXPECT_EQ(first->notes.size(), 25u);
    EXPECT_EQ(found({.words = "came time", .first = 25})->notes.size(), 5u);
}

TEST_P(Finding, ReadsOnlyNotesOfWhomTheReaderHasToDoWith) {
    EXPECT_EQ(words_of({.words = "either"}), Words{}) << "of somebody else's case";
    auto one = found({.words = "either", .whose = to_text(stranger)});
    ASSERT_FALSE(one) << "whose record is out of scope";
    EXPECT_EQ(one.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(found({.words = "either", .whose = to_text(stranger)}, "national")->whole, 1);
    EXPECT_FALSE(found({.words = "job", .whose = "prison"})) << "the reader is in no prison";
}

TEST(WantedWords, AreEachOnceAndSaidWhatIsWrongWithThem) {
    EXPECT_EQ(*wanted_words(" Job  job LATE "), (Words{"job", "late"}));
    for (const char* wrong : {"", "  ", "a", "one two three four five six"}) {
        auto words = wanted_words(wrong);
        ASSERT_FALSE(words) << wrong;
        EXPECT_EQ(words.error().fields.front().field, "words");
    }
}

TEST(Around, ShowsTheWordsInALongNote) {
    std::string before, after;
    for (int i = 0; i < 80; ++i) before += "before ", after += " after";
    auto shown = around(before + "lost his job today" + after, {"job"});
    EXPECT_NE(shown.find("lost his job today"), std::string::npos) << shown;
    EXPECT_LT(shown.size(), 340u);
    EXPECT_TRUE(shown.starts_with("…") && shown.ends_with("…"));
    EXPECT_EQ(around("short", {"job"}), "short");
}

}  // namespace
}  // namespace noms::supervision
