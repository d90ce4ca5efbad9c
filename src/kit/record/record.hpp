#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/latest_row.hpp"

/// The one write path: a command writes its rows and one event a subject, in one transaction.
namespace noms::record {

struct CommandTag {};
struct EventTag {};
struct AccountTag {};
using CommandId = Id<CommandTag>;
using EventId = Id<EventTag>;
using AccountId = Id<AccountTag>;

/// Who may ever be shown an event's fields.
enum class Partition { Ordinary, Restricted, Victim };
DESCRIBE_ENUM(Partition, Ordinary, Restricted, Victim)

/// What an event is about. `kind` is the area's word ("offender"); the kit does not look into it.
struct Subject {
    std::string kind{};
    std::int64_t id = 0;
};

/// A table that commands write, known to replay and to the checks by its description.
struct TableFacts {
    std::string_view name{};
    std::string_view key{};  // the columns that identify a row: "id" or "area,from_day"
    const describe::Type* type = nullptr;
};
/// Every table declared with Table<T> in this program, by name.
const std::map<std::string_view, TableFacts>& tables();
void declare_table(const TableFacts&);

/// A table as its owner declares it, and with it its row: `extern const record::Table<Name> names;`
/// in a header, `const record::Table<Name> names{"offender_name", "id"};` in the area's tables.cpp.
/// Defined in one file only: whoever includes a definition compiles the description of the row.
template <class T>
struct Table {
    std::string_view name;
    std::string_view key;
    Table(std::string_view name, std::string_view key) : name(name), key(key) {
        declare_table({name, key, &describe::type_of<T>()});
    }
};

/// Who does what, when.
struct Command {
    CommandId id{};
    AccountId actor{};
    std::string actor_name{};
    Date day{};    // the service day
    Instant at{};  // the instant it is recorded
};

class Bulk;
class Gathering;
struct Header;
struct Payload;

/// What a command does to the rows. Each call writes the row and notes before and after, field by
/// field, for the event of the subject named last. `finish` writes the events.
class Changes {
public:
    Changes(db::Connection&, Command);
    /// One command among the many that `bulk` writes together (see bulk.hpp).
    Changes(Bulk& bulk, Command);
    ~Changes();

    /// Begins the event that the following changes belong to, e.g. about({"offender", id},
    /// "offenders.name_added"). A subject named before under the same kind is continued.
    void about(Subject, std::string_view kind, Partition = Partition::Ordinary);

    template <class T>
    void add(const Table<T>& table, const T& row) {
        add(TableFacts{table.name, table.key, &describe::type_of<T>()}, &row);
    }
    /// Writes the columns that differ; nothing when none does. Throws db::Broken when no row has
    /// the key.
    template <class T>
    void change(const Table<T>& table, const T& before, const T& after) {
        change(TableFacts{table.name, table.key, &describe::type_of<T>()}, &before, &after);
    }
    template <class T>
    void remove(const Table<T>& table, const T& row) {
        remove(TableFacts{table.name, table.key, &describe::type_of<T>()}, &row);
    }

    const Command& command() const { return command_; }
    /// Writes the events: called once by the kit, before commit.
    void finish();
    /// Rows added from now on are kept and go in by `copy`, table by table, at `flush` or `finish`:
    /// for imports. Queries of the same command see them only after `flush`.
    void in_bulk() { gathers_ = true; }
    void flush();

private:
    struct Pending {
        EventId id{};
        Subject subject{};
        std::string kind{};
        Partition partition = Partition::Ordinary;
        std::string changes{};  // JSON objects, comma separated
        LatestRow latest{};
    };
    db::Connection* db_ = nullptr;  // one of the two
    Bulk* bulk_ = nullptr;
    Command command_;
    std::vector<Pending> pending_;
    std::map<std::pair<std::int64_t, std::string>, size_t> place_of_;  // of a subject's event
    size_t current_ = 0;
    bool gathers_ = false;
    std::unique_ptr<Gathering> own_;

    void add(const TableFacts&, const void* row);
    void change(const TableFacts&, const void* before, const void* after);
    void remove(const TableFacts&, const void* row);
    Gathering& gathering();
    void tell(const TableFacts&, const void* before, const void* after);
    void run_on_one(const TableFacts&, db::Query, std::vector<db::Value>);
    Header header_of(const Pending&, const Payload&) const;
    void gather_events();
    void write_events();
};

/// An event as the feed and the timeline give it. `changes` is JSON, empty when it was erased or
/// may not be shown.
struct Event {
    EventId id{};
    CommandId command{};
    std::int64_t position = 0;  // 0 until the sealer has given it one
    std::string kind{};
    std::string subject_kind{};
    std::int64_t subject = 0;
    Partition partition = Partition::Ordinary;
    Date day{};
    Instant recorded_at{};
    AccountId actor{};
    std::string actor_name{};
    std::string changes{};
};
DESCRIBE(Event,
         id,
         command,
         position,
         kind,
         subject_kind,
         subject,
         partition,
         day,
         recorded_at,
         actor,
         actor_name,
         changes)

/// The newest events about one subject first, `limit` at the most, older than `before` when it is
/// given.
std::vector<Event> events_about(
    db::Connection&, const Subject&, Partition up_to, EventId before, int limit);
/// The same without their place in the chain, which stands as 0 and costs a look-up each, asked for
/// beside other things.
db::Asked<Event> ask_history(db::Connection&, const Subject&, Partition up_to, int limit);
/// Sealed events after a position, in order.
std::vector<Event> events_after(db::Connection&, std::int64_t position, int limit);

/// Gives positions and links of the chain to events that have none, in batches, under a lock: a
/// reader of `events_after` never misses one. Gives how many were sealed.
int seal(db::Database&);

/// The chain's newest link, as `noms audit seal` writes it and `noms audit verify` takes it.
struct Head {
    std::int64_t position = 0;
    std::string chain{};
    Instant at{};
};
DESCRIBE(Head, position, chain, at)
Head head(db::Connection&);
/// Walks the chain: refused at the first event that was changed, removed or added, and when the
/// tail that `known` names is gone. Gives how many events were checked.
Result<std::int64_t> verify(db::Database&, const std::optional<Head>& known);

/// Applies every sealed event of `from` to the empty database `to`; gives how many rows were
/// written.
Result<std::int64_t> replay(db::Database& from, db::Database& to);

/// Erases the payload of an event lawfully: the chain stays whole.
void erase_payload(db::Connection&, EventId);

/// This folder's schema, numbers 1 to 9.
std::vector<db::Migration> migrations();

}  // namespace noms::record
