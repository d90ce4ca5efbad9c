#include "areas/movements/rules.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::movements {
namespace {

Instant at(std::string_view iso) {
    return parse_instant(iso).value();
}

constexpr std::int64_t here = 7;
constexpr std::int64_t elsewhere = 8;
const Date today = *parse_date("2006-04-03");
const Instant before = at("2006-04-01T10:00:00.000000Z");
const Instant later = at("2006-04-02T10:00:00.000000Z");

Result<void> from(Place place, Move move, std::optional<std::int64_t> prison = here) {
    std::optional<std::int64_t> roll;
    if (place <= Place::Hospital) roll = here;
    return possible(Standpoint{before, place, roll}, {move, later, prison}, today);
}

TEST(Move, IsPossibleFromThesePlacesAlone) {
    const std::pair<Place, std::vector<Move>> table[] = {
        {Place::Prison,
         {Move::Transfer,
          Move::ToCourt,
          Move::ToHospital,
          Move::TemporaryAbsence,
          Move::Escape,
          Move::Release}},
        {Place::Court, {Move::Transfer, Move::Return, Move::Escape, Move::Release}},
        {Place::TemporaryAbsence, {Move::Return, Move::Escape, Move::Release}},
        {Place::Hospital, {Move::Transfer, Move::Return, Move::Escape, Move::Release}},
        {Place::Community, {Move::Reception}},
        {Place::AtLarge, {Move::Recapture}},
        {Place::Abroad, {Move::Reception}},
        {Place::Dead, {}}};
    for (const auto& [place, moves] : table) {
        EXPECT_EQ(moves_from(place), moves) << in_words(place);
        for (auto move : moves) {
            auto prison = move == Move::Transfer ? elsewhere : here;
            EXPECT_TRUE(from(place, move, prison)) << in_words(place) << in_words(move);
        }
    }
    EXPECT_FALSE(from(Place::Community, Move::Transfer, elsewhere));
    EXPECT_FALSE(from(Place::Prison, Move::Reception));
    EXPECT_FALSE(from(Place::Dead, Move::Reception));
}

TEST(Move, CannotComeBeforeTheLastNorInTheFuture) {
    Standpoint last{later, Place::Prison, here};
    auto early = possible(last, {Move::Release, before}, today);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().fields.at(0).code, "before_last_movement");
    EXPECT_FALSE(possible(last, {Move::Release, later}, today));
    auto tomorrow = at("2006-04-04T00:00:00.000000Z");
    EXPECT_EQ(possible(last, {Move::Release, tomorrow}, today).error().fields.at(0).code,
              "date_in_future");
}

TEST(Move, BeginsWithAReception) {
    EXPECT_TRUE(possible({}, {Move::Reception, later, here}, today));
    EXPECT_FALSE(possible({}, {Move::Reception, later, {}}, today));
    EXPECT_FALSE(possible({}, {Move::Release, later, here}, today));
}

TEST(Move, ToThePrisonTheyAreInIsNoTransferAndToAnotherNoReturn) {
    EXPECT_EQ(from(Place::Prison, Move::Transfer, here).error().fields.at(0).code, "same_prison");
    EXPECT_FALSE(from(Place::Court, Move::Return, elsewhere));
}

TEST(Reception, NeedsAWarrantOfThatDayOrEarlierOrAReason) {
    EXPECT_FALSE(lawful_reception({}, "", today));
    EXPECT_TRUE(lawful_reception({}, "warrant follows by fax", today));
    EXPECT_TRUE(lawful_reception(today, "", today));
    EXPECT_FALSE(lawful_reception(plus_days(today, 1), "", today));
}

TEST(Release, LeadsToTheCommunityAbroadOrNowhere) {
    EXPECT_EQ(place_after(Move::Release, ReleaseReason::Conditional), Place::Community);
    EXPECT_EQ(place_after(Move::Release, ReleaseReason::Deported), Place::Abroad);
    EXPECT_EQ(place_after(Move::Release, ReleaseReason::Died), Place::Dead);
}

}  // namespace
}  // namespace noms::movements
