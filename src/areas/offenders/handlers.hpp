#pragma once

#include "areas/offenders/offenders.hpp"
#include "areas/offenders/views.hpp"

/// The commands on one offender. Each takes the version that its form was shown with: when somebody
/// changed the record since, it is a Conflict.
namespace noms::offenders {

struct AddAlias {
    int version = 0;
    std::optional<std::string> first_name{};
    std::optional<std::string> middle_name{};
    std::string surname{};
};
DESCRIBE(AddAlias, version, first_name, middle_name, surname)

/// What is left empty stays as it is.
struct Correct {
    int version = 0;
    std::optional<Date> birth_date{};
    std::optional<Sex> sex{};
    std::optional<std::string> ethnicity{};
};
DESCRIBE(Correct, version, birth_date, sex, ethnicity)

struct AddAlert {
    int version = 0;
    std::string kind{};
    std::optional<std::string> note{};
    Date from_day{};
};
DESCRIBE(AddAlert, version, kind, note, from_day)

struct EndAlert {
    int version = 0;
    Date until_day{};
};
DESCRIBE(EndAlert, version, until_day)

struct AddAddress {
    int version = 0;
    std::string line{};
    std::optional<std::string> postcode{};
    std::optional<Date> from_day{};
};
DESCRIBE(AddAddress, version, line, postcode, from_day)

struct AddIdentifier {
    int version = 0;
    IdentifierKind kind = IdentifierKind::Pnc;
    std::string value{};
};
DESCRIBE(AddIdentifier, version, kind, value)

struct UndoLink {
    int version = 0;
    std::string reason{};
};
DESCRIBE(UndoLink, version, reason)

/// Ends a decision that two offenders are two people.
struct EndDecision {
    int version = 0;
};
DESCRIBE(EndDecision, version)

/// Where the offender's record stands after a command.
struct Changed {
    OffenderId offender{};
    int version = 0;
};
DESCRIBE(Changed, offender, version)

Result<Changed> add_alias(web::Context&, const AddAlias&);
Result<Changed> correct(web::Context&, const Correct&);
Result<Changed> add_alert(web::Context&, const AddAlert&);
Result<Changed> end_alert(web::Context&, const EndAlert&);
Result<Changed> add_address(web::Context&, const AddAddress&);
Result<Changed> add_identifier(web::Context&, const AddIdentifier&);
Result<Changed> undo(web::Context&, const UndoLink&);
Result<Changed> end_decision(web::Context&, const EndDecision&);

}  // namespace noms::offenders
