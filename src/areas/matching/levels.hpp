#pragma once

#include <cstdint>

/// The levels of each comparison, from the best agreement down. Their names stand in the model.
namespace noms::matching::level {

enum FirstName : std::uint8_t {
    FirstSame = 1,
    FirstVariant,
    FirstNear,
    FirstAlias,
    FirstInitial,
    FirstSwapped,
    FirstMiddle,
    FirstAlike,
    FirstDiffers,
};
enum LastName : std::uint8_t {
    LastSame = 1,
    LastNear,
    LastAlias,
    LastPart,
    LastAlike,
    LastDiffersWoman,
    LastDiffers,
};
enum MiddleName : std::uint8_t { MiddleSame = 1, MiddleInitial, MiddleNear, MiddleDiffers };
enum BirthDay : std::uint8_t {
    DaySame = 1,
    DayAlias,
    DayExchanged,
    DayOneSlip,
    DayYearOff,
    DayFirstOf,
    DaySameYear,
    DayWithinTen,
    DayFar,
};
enum Sex : std::uint8_t { SexSame = 1, SexDiffers };
enum Ethnicity : std::uint8_t { EthnicitySame = 1, EthnicitySameGroup, EthnicityDiffers };
enum Pnc : std::uint8_t { PncSame = 1, PncNear, PncDiffersUnverified, PncDiffers };
enum Cro : std::uint8_t {
    CroSame = 1,
    CroNear,
    CroDiffersUnverified,
    CroDiffers,
    CoreSame,
    CoreDiffers,
};
enum PrisonNumber : std::uint8_t {
    PrisonNumberSame = 1,
    PrisonNumberNear,
    PrisonNumberDiffers,
    PrisonNumberDiffersInPrison,
};
enum Crn : std::uint8_t { CrnSame = 1, CrnDiffers };
enum Address : std::uint8_t {
    PostcodeAndLine = 1,
    PostcodeSame,
    LineAndPostcodeNear,
    PostcodeNear,
    LineSame,
    DistrictSame,
    AddressDiffers,
};
enum Sentences : std::uint8_t { SeveralSame = 1, OneSame, SentencesDiffer };
enum Text : std::uint8_t { TextSame = 1, TextNear, TextAlike, TextDiffers };

}  // namespace noms::matching::level
