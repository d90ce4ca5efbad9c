#include "areas/appointments/rules.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/appointments/letter.hpp"
#include "areas/appointments/rules_minimum.hpp"
#include "areas/appointments/rules_reminder.hpp"
#include "kit/base/testing.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::appointments {
namespace {

using Text = std::optional<std::string>;

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

struct ClashCase {
    std::string name{};
    Date on_day{};
    Text at_time{};
    Text commitment{};  // kind:weekdays:from-until:minutes on the way
    Text own{};         // day@time
    Text officers{};
    Text clashes{};
    std::string source{};
};
DESCRIBE(ClashCase, name, on_day, at_time, commitment, own, officers, clashes, source)

/// "Work:Monday+Wednesday:09:00-17:00:20".
Engaged engaged(const std::string& text) {
    auto kind_end = text.find(':'), days_end = text.find(':', kind_end + 1), last = text.rfind(':');
    Engaged out{.kind = *describe::choice_of<CommitmentKind>(text.substr(0, kind_end)),
                .from_day = day("2006-01-02"),
                .travel_minutes = std::stoi(text.substr(last + 1))};
    for (const auto& each : split(text.substr(kind_end + 1, days_end - kind_end - 1), '+'))
        out.weekdays.push_back(*describe::choice_of<Weekday>(each));
    auto times = split(text.substr(days_end + 1, last - days_end - 1), '-');
    if (times.size() == 2) {
        out.from_time = times[0];
        out.until_time = times[1];
    }
    return out;
}

std::vector<Taken> taken(const Text& text) {
    if (!text) return {};
    auto at = text->find('@');
    return {{day(text->substr(0, at)), text->substr(at + 1), "Planned appointment"}};
}

TEST(AppointmentClash, IsWhatTheTableOfCasesSays) {
    auto cases = table<ClashCase>("clash");
    EXPECT_EQ(cases.size(), 18u);
    for (const auto& row : cases) {
        ClashFacts facts{.on_day = row.on_day,
                         .at_time = row.at_time.value_or(""),
                         .offender_has = taken(row.own),
                         .officer_has = taken(row.officers)};
        if (row.commitment) facts.commitments.push_back(engaged(*row.commitment));
        auto ruling = clashes(facts);
        ASSERT_TRUE(ruling) << row.name;
        std::string found;
        for (const auto& each : ruling->clashes)
            found += (found.empty() ? "" : "+") + std::string(describe::choice_text(each.with));
        EXPECT_EQ(found, row.clashes.value_or("")) << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

TEST(AppointmentClash, SaysWhatItIs) {
    ClashFacts facts{.on_day = day("2006-04-14"),
                     .at_time = "10:00",
                     .commitments = {engaged("Work::09:00-17:00:20")}};
    auto ruling = clashes(facts);
    ASSERT_TRUE(ruling);
    EXPECT_EQ(ruling->clashes[0].words, "bank holiday: Good Friday");
    EXPECT_EQ(ruling->clashes[1].words, "Work, 09:00 to 17:00, with 20 minutes each way");
    facts.at_time = "ten";
    EXPECT_FALSE(clashes(facts));
}

TEST(Series, FallsOnTheDaysOfItsPattern) {
    auto texts = [](Every every, const char* first, const char* last) {
        std::vector<std::string> out;
        auto days = days_of(every, day(first), day(last));
        if (!days) return std::vector{days.error().fields.front().code};
        for (auto each : *days) out.push_back(to_text(each));
        return out;
    };
    using Days = std::vector<std::string>;
    EXPECT_EQ(texts(Every::Week, "2006-04-03", "2006-04-17"),
              (Days{"2006-04-03", "2006-04-10", "2006-04-17"}));
    EXPECT_EQ(texts(Every::Fortnight, "2006-04-03", "2006-04-30"),
              (Days{"2006-04-03", "2006-04-17"}));
    EXPECT_EQ(texts(Every::Month, "2006-01-31", "2006-03-31"),
              (Days{"2006-01-31", "2006-02-28", "2006-03-31"}));
    EXPECT_EQ(texts(Every::Week, "2006-04-03", "2006-04-02"), (Days{"before_first"}));
    EXPECT_EQ(texts(Every::Week, "2006-04-03", "2007-03-26").size(), 52u);
    EXPECT_EQ(texts(Every::Week, "2006-04-03", "2007-04-02"), (Days{"too_many"}));
}

struct MinimumCase {
    std::string name{};
    Date since{};
    std::optional<Date> until{};
    std::optional<int> tier{};
    Text licence{};
    Text contacts{};  // K, B or W and the day
    Date day{};
    int asked = 0;
    int missing = 0;
    Text first_rule{};
    std::string source{};
};
DESCRIBE(MinimumCase,
         name,
         since,
         until,
         tier,
         licence,
         contacts,
         day,
         asked,
         missing,
         first_rule,
         source)

TEST(MinimumContact, IsWhatTheTableOfCasesSays) {
    auto cases = table<MinimumCase>("minimum");
    EXPECT_EQ(cases.size(), 14u);
    for (const auto& row : cases) {
        MinimumFacts facts{.day = row.day,
                           .since = row.since,
                           .until = row.until,
                           .on_licence = row.licence.has_value(),
                           .tier = row.tier};
        for (const auto& each : split(row.contacts.value_or(""), '+'))
            facts.contacts.push_back({day(each.substr(1)),
                                      each[0] == 'K'   ? Met::Kept
                                      : each[0] == 'B' ? Met::Booked
                                                       : Met::Waiting});
        auto ruling = minimum_contact(facts);
        ASSERT_TRUE(ruling) << row.name;
        int asked = 0;
        for (const auto& each : ruling->weeks) asked += each.asked;
        EXPECT_EQ(asked, row.asked) << row.name;
        EXPECT_EQ(ruling->missing, row.missing) << row.name;
        EXPECT_EQ(ruling->weeks.empty() ? "" : ruling->weeks.front().rule,
                  row.first_rule.value_or(""))
            << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
    EXPECT_FALSE(
        minimum_contact({.day = day("2006-04-03"), .since = day("2006-04-03"), .tier = 5}));
}

struct ReminderCase {
    std::string name{};
    Date day{};
    Date on_day{};
    supervision::ContactState appointment = supervision::ContactState::Booked;
    supervision::Setting setting = supervision::Setting::Community;
    std::optional<Consents> consent{};
    Text away{};
    std::optional<ReminderState> state{};
    int tries = 0;
    Text due{};
    std::string source{};
};
DESCRIBE(
    ReminderCase, name, day, on_day, appointment, setting, consent, away, state, tries, due, source)

TEST(Reminder, IsDueAsTheTableOfCasesSays) {
    auto cases = table<ReminderCase>("reminder");
    EXPECT_EQ(cases.size(), 14u);
    for (const auto& row : cases) {
        ReminderFacts facts{.day = row.day,
                            .on_day = row.on_day,
                            .appointment = row.appointment,
                            .setting = row.setting,
                            .consent = row.consent,
                            .state = row.state,
                            .tries = row.tries};
        if (row.away) facts.away = true;
        auto ruling = reminder_due(facts);
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->due, row.due.has_value()) << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

TEST(Message, SaysNothingOfOffending) {
    supervision::Contact contact{.kind = "PAIAOM", .on_day = day("2006-04-05"), .at_time = "10:00"};
    contact.place = "Room 4, 12 Hill Street";
    auto message = message_of(contact, "Priya on 0161 496 0000");
    EXPECT_EQ(message.subject, "Your appointment on Wednesday 5 April 2006");
    EXPECT_EQ(message.words,
              "You have an appointment.\n\nWhen: Wednesday 5 April 2006 at 10:00\n"
              "Where: Room 4, 12 Hill Street\n\nIf you cannot come, ring Priya on 0161 496 0000.\n"
              "Please do not answer this message.\n");
    EXPECT_FALSE(tells(message.subject + message.words));
    for (const char* place : {"Probation office, Hill Street", "The Prison gate", "drugs clinic"}) {
        contact.place = place;
        auto other = message_of(contact, "Priya");
        EXPECT_NE(other.words.find("Where: as you were told"), std::string::npos) << place;
    }
}

TEST(Message, IsWellFormedMail) {
    supervision::Contact contact{.id = new_id<supervision::Contact>(),
                                 .on_day = day("2006-04-05"),
                                 .at_time = "10:00",
                                 .place = "Café, 12 Hill Street"};
    Consent consent{.email = "marcus@example.com", .ring = "Priya"};
    auto at = *parse_instant("2006-04-03T09:05:07.000000Z");
    auto letter = letter_of(contact, consent, "appointments@example.org", at);
    auto has = [&](std::string_view words) { return letter.text.find(words) != std::string::npos; };
    EXPECT_TRUE(has("To: <marcus@example.com>\r\n"));
    EXPECT_TRUE(has("Date: Mon, 3 Apr 2006 09:05:07 +0000\r\n")) << letter.text;
    EXPECT_TRUE(has("Message-ID: <" + to_text(contact.id) + "@"));
    EXPECT_TRUE(has("Where: Caf=C3=A9, 12 Hill Street\r\n"));
    EXPECT_EQ(letter.text.find("\n\r"), letter.text.find("\r\n\r\n") + 1);
    EXPECT_EQ(quoted_printable("a = b \n"), "a =3D b=20\r\n");
    EXPECT_EQ(quoted_printable(std::string(80, 'x')),
              std::string(75, 'x') + "=\r\n" + std::string(5, 'x'));
}

TEST(Email, IsToldFromWhatIsNone) {
    for (const char* good : {"a@b.org", "first.last+tag@mail.example.co.uk"})
        EXPECT_TRUE(is_email(good)) << good;
    for (const char* bad : {"",
                            "a",
                            "@b.org",
                            "a@b",
                            "a@b.",
                            "a@@b.org",
                            "a b@c.org",
                            "a@b.org\r\nBcc: c@d.org",
                            "<a@b.org>",
                            "a@.org"})
        EXPECT_FALSE(is_email(bad)) << bad;
}

}  // namespace
}  // namespace noms::appointments
