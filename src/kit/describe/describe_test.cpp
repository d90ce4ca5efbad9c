#include <gtest/gtest.h>

#include "kit/describe/form.hpp"
#include "kit/describe/json.hpp"

namespace noms {
namespace {

enum class Colour { Red, DarkBlue };
DESCRIBE_ENUM(Colour, Red, DarkBlue)

struct Wheel {
    int spokes = 0;
    std::optional<Date> trued_on{};
};
DESCRIBE(Wheel, spokes, trued_on)

struct Bicycle {
    Id<Bicycle> id{};
    std::string name{};
    Colour colour = Colour::Red;
    bool sold = false;
    Date bought_on{};
    double weight = 0;
    std::vector<Wheel> wheels{};
};
DESCRIBE(Bicycle, id, name, colour, sold, bought_on, weight, wheels)

Bicycle bicycle() {
    return {.id = {42},
            .name = "O'Neill \"fast\"\n",
            .colour = Colour::DarkBlue,
            .sold = true,
            .bought_on = parse_date("2006-02-28").value(),
            .weight = 11.5,
            .wheels = {{.spokes = 32, .trued_on = {}},
                       {.spokes = 36, .trued_on = parse_date("2007-01-01")}}};
}

std::vector<std::string> bad_fields(const Error& error) {
    std::vector<std::string> all;
    for (const auto& bad : error.fields) all.push_back(bad.field + ":" + bad.code);
    return all;
}

TEST(Json, ComesBackAsItWasWritten) {
    auto text = json::write(bicycle());
    auto back = json::read<Bicycle>(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(json::write(*back), text);
    EXPECT_NE(text.find(R"("id":"000000000001a")"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("name":"O'Neill \"fast\"\n")"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("trued_on":null)"), std::string::npos) << text;
}

TEST(Json, NamesEveryBadFieldByItsPath) {
    auto read = json::read<Bicycle>(
        R"({"id":"x","name":7,"colour":"Green","sold":"yes","bought_on":"2007-02-29","weight":"heavy",
            "wheels":[{"spokes":32},{"spokes":99999999999}],"bell":true})");
    ASSERT_FALSE(read);
    EXPECT_EQ(bad_fields(read.error()),
              (std::vector<std::string>{"id:not_an_id",
                                        "name:not_text",
                                        "colour:unknown_choice",
                                        "sold:not_true_or_false",
                                        "bought_on:not_a_date",
                                        "weight:not_a_number",
                                        "wheels.1.spokes:out_of_range",
                                        "bell:unknown_field"}));
}

TEST(Json, SaysWhatIsMissing) {
    auto read = json::read<Wheel>("{}");
    ASSERT_FALSE(read);
    EXPECT_EQ(bad_fields(read.error()), (std::vector<std::string>{"spokes:missing"}));
}

TEST(Json, IsRefusedWhenItIsNoJsonOrTooDeep) {
    for (const auto& body :
         {std::string(), std::string("{"), std::string("{} x"), std::string(1000, '[')})
        EXPECT_FALSE(json::read<Wheel>(body)) << body;
}

TEST(Json, HasASchemaThatNamesChoicesAndNulls) {
    auto schema = json::schema(describe::type_of<Bicycle>());
    EXPECT_NE(schema.find(R"("enum":["Red","DarkBlue"])"), std::string::npos) << schema;
    EXPECT_NE(schema.find(R"("anyOf":[{"type":"string","format":"date"},{"type":"null"}])"),
              std::string::npos);
    EXPECT_EQ(describe::type_of<Bicycle>().name, "Bicycle");
}

TEST(Form, TakesADateAsOneTextOrAsThreeBoxes) {
    for (const char* sent : {"spokes=32&trued_on=2007-03-05",
                             "spokes=+32+&trued_on-day=5&trued_on-month=3&trued_on-year=2007"}) {
        auto wheel = form::read<Wheel>(form::parse(sent).value());
        ASSERT_TRUE(wheel) << sent;
        EXPECT_EQ(wheel->spokes, 32);
        EXPECT_EQ(to_text(*wheel->trued_on), "2007-03-05");
    }
}

TEST(Form, NamesEveryBadField) {
    auto wheel = form::read<Wheel>(
        form::parse("spokes=&trued_on-day=30&trued_on-month=2&trued_on-year=2007").value());
    ASSERT_FALSE(wheel);
    EXPECT_EQ(bad_fields(wheel.error()),
              (std::vector<std::string>{"spokes:missing", "trued_on:not_a_date"}));
}

struct Part {
    std::string name{};
    std::string finish{};
};
DESCRIBE(Part, name, finish)
struct Repair {
    int seen = 0;
    std::vector<Part> parts{};
};
DESCRIBE(Repair, seen, parts)

TEST(Form, TakesPairsByTheNamesUnderTheirList) {
    auto repair = form::read<Repair>(
        form::parse("parts.left.pedal=black&seen=2&parts.bell=+&other.bell=red").value());
    ASSERT_TRUE(repair);
    ASSERT_EQ(repair->parts.size(), 2u);
    EXPECT_EQ(repair->parts[0].name, "left.pedal");
    EXPECT_EQ(repair->parts[0].finish, "black");
    EXPECT_EQ(repair->parts[1].name, "bell");
    EXPECT_EQ(repair->parts[1].finish, "");
}

TEST(Form, RefusesBytesThatAreNotUtf8) {
    EXPECT_FALSE(form::parse("name=%ff%fe"));
    EXPECT_EQ(form::value_of(form::parse("name=Jos%C3%A9+M").value(), "name"), "José M");
    EXPECT_EQ(form::encoded("a b/é"), "a%20b%2F%C3%A9");
}

}  // namespace
}  // namespace noms
