#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/base/result.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// Who may do what, and whose record they may see: accounts, roles, scopes, restrictions.
namespace noms::access {

enum class Role {
    OffenderManager,
    PrisonStaff,
    RegionalManager,
    NationalManager,
    RecordsOfficer,
    Analyst,
    Auditor,
    AccountAdministrator,
    Partner
};
DESCRIBE_ENUM(Role,
              OffenderManager,
              PrisonStaff,
              RegionalManager,
              NationalManager,
              RecordsOfficer,
              Analyst,
              Auditor,
              AccountAdministrator,
              Partner)

enum class State { Active, Disabled };
DESCRIBE_ENUM(State, Active, Disabled)

/// Somebody, or some machine, that may sign in. `scope_kind` is one of national, region, area,
/// prison, team, caseload, contract, or none; `scope_body` says which, 0 for national and none;
/// of a caseload it is the account itself.
struct Account {
    record::AccountId id{};
    int version = 1;
    std::string name{};  // lower case, what is typed at sign-in
    std::string shown_name{};
    Role role = Role::Analyst;
    std::string scope_kind = "none";
    std::int64_t scope_body = 0;
    State state = State::Active;
    bool demonstration = false;  // refused when the service listens beyond loopback
    Date added_on{};
};
DESCRIBE(Account,
         id,
         version,
         name,
         shown_name,
         role,
         scope_kind,
         scope_body,
         state,
         demonstration,
         added_on)
extern const record::Table<Account> accounts;

/// That a scope holds an offender over a span: the kind and body are those of Account.
struct Hold {
    std::int64_t offender = 0;
    std::string scope_kind{};
    std::int64_t body = 0;
    Date from_day{};
    std::optional<Date> until_day{};
};
DESCRIBE(Hold, offender, scope_kind, body, from_day, until_day)
extern const record::Table<Hold> holds;

/// A record that only named people may see, or know of.
struct Restriction {
    Id<Restriction> id{};
    std::int64_t offender = 0;
    std::string reason{};
    Date from_day{};
    std::optional<Date> until_day{};
};
DESCRIBE(Restriction, id, offender, reason, from_day, until_day)
extern const record::Table<Restriction> restrictions;

struct RestrictionReader {
    Id<RestrictionReader> id{};
    std::int64_t offender = 0;
    record::AccountId account{};
    Date from_day{};
    std::optional<Date> until_day{};
};
DESCRIBE(RestrictionReader, id, offender, account, from_day, until_day)
extern const record::Table<RestrictionReader> restriction_readers;

/// The account with that key; nothing when there is none.
std::optional<Account> account_by_id(db::Connection&, record::AccountId);
/// The account that signs in with that name, in lower case; nothing when there is none.
std::optional<Account> account_by_name(db::Connection&, std::string_view name);
/// The accounts with these keys by name, in one question; a key that is none is passed over.
std::vector<Account> accounts_among(db::Connection&, std::span<const std::int64_t> accounts);

struct NewAccount {
    std::string name{};
    std::string shown_name{};
    Role role = Role::Analyst;
    std::string scope_kind = "none";
    std::optional<std::int64_t> scope_body{};
};
DESCRIBE(NewAccount, name, shown_name, role, scope_kind, scope_body)

/// The account as it was made, with a password to hand over once. It is kept nowhere.
struct Handover {
    record::AccountId account{};
    std::string name{};
    std::string password{};
};
DESCRIBE(Handover, account, name, password)

/// Adds an account with the given password, or with a new one when it is empty. Refused fields are
/// named: a name that is taken, a scope that the role cannot have, a weak password.
Result<Handover> add_account(record::Changes&,
                             db::Connection&,
                             const NewAccount&,
                             std::string password = {},
                             bool demonstration = false);
/// How many accounts there are.
std::int64_t count_accounts(db::Connection&);

/// Opens a hold; the caller's event is the one that tells it. Opening the same twice is the
/// caller's mistake and is refused by the key.
void open_hold(record::Changes&,
               std::int64_t offender,
               std::string_view scope_kind,
               std::int64_t body,
               Date from);
/// Ends an open hold on `until`.
void close_hold(record::Changes&, const Hold& open, Date until);
/// Has the scope hold the offender from `day` on: nothing is written when it does already, and a
/// hold that ended that very day goes on.
void hold_from(record::Changes&,
               db::Connection&,
               std::int64_t offender,
               std::string_view scope_kind,
               std::int64_t body,
               Date day);
/// Ends the scope's open hold of the offender on `day`, if there is one.
void release_from(record::Changes&,
                  db::Connection&,
                  std::int64_t offender,
                  std::string_view scope_kind,
                  std::int64_t body,
                  Date day);
/// All holds of one offender, newest first.
std::vector<Hold> holds_of(db::Connection&, std::int64_t offender);
/// The same for many offenders at once, by offender.
db::Asked<Hold> holds_among(db::Connection&, std::span<const std::int64_t> offenders);

/// Which of these offenders the actor may know of on `day`, in no order: held by the actor's scope,
/// and not restricted to others.
std::vector<std::int64_t> visible_among(db::Connection&,
                                        const web::Actor&,
                                        std::span<const std::int64_t> offenders,
                                        Date day);
/// Which of these offenders are not restricted to others, whatever the actor's scope: for whoever
/// has to do with them on other grounds, as the prison that receives them or the manager of the
/// case.
std::vector<std::int64_t> unrestricted_among(db::Connection&,
                                             const web::Actor&,
                                             std::span<const std::int64_t> offenders,
                                             Date day);
bool may_see(db::Connection&, const web::Actor&, std::int64_t offender, Date day);
/// The restriction on an offender's record on `day`, if there is one.
std::optional<Restriction> restriction_of(db::Connection&, std::int64_t offender, Date day);

/// This folder's schema, numbers 30 to 39.
std::vector<db::Migration> migrations();
/// Adds this area's addresses, all but signing in and out (the Door's).
void serve(web::Api&);

}  // namespace noms::access
