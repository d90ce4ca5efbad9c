#include "kit/record/chain.hpp"
#include "kit/record/gathering.hpp"
#include "kit/record/record.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {
namespace {

constexpr int sealed_at_once = 500;

/// An event with its place in the chain and, unless erased, its payload.
struct Link {
    std::int64_t position = 0;
    std::string chain{};
    EventId id{};
    CommandId command{};
    std::string kind{};
    std::string subject_kind{};
    std::int64_t subject = 0;
    std::string partition{};
    Date day{};
    std::string recorded_at{};
    AccountId actor{};
    std::string actor_name{};
    std::string digest{};
    std::optional<std::string> salt{};
    std::optional<std::string> changes{};
};
DESCRIBE(Link,
         position,
         chain,
         id,
         command,
         kind,
         subject_kind,
         subject,
         partition,
         day,
         recorded_at,
         actor,
         actor_name,
         digest,
         salt,
         changes)

Header header_of(const Link& link) {
    return {.id = link.id,
            .command = link.command,
            .kind = link.kind,
            .subject_kind = link.subject_kind,
            .subject = link.subject,
            .partition = link.partition,
            .day = link.day,
            .recorded_at = link.recorded_at,
            .actor = link.actor,
            .actor_name = link.actor_name,
            .digest = link.digest};
}

/// What is wrong with the link that follows `before`; empty when nothing is.
std::string fault_of(const Link& link, const Head& before) {
    if (link.position != before.position + 1)
        return "an event is missing after position " + std::to_string(before.position);
    auto at = " at position " + std::to_string(link.position);
    if (link.chain != chain_link(before.chain, link.position, header_of(link)))
        return "the event" + at + " is not the one that was sealed";
    if (link.salt && payload_digest(*link.salt, *link.changes) != link.digest)
        return "the payload of the event" + at + " was changed";
    return {};
}

enum class SealedAt { Now, Recording };

/// The transaction sees one state, so what is removed is what was read.
int seal_batch(db::Connection& db, SealedAt sealed_at) {
    std::vector<std::int64_t> unsealed;
    for (const auto& each : db::all<Unsealed>(db, sql::unsealed, sealed_at_once))
        unsealed.push_back(each.event.number);
    if (unsealed.empty()) return 0;
    auto events = db::all<Header>(db, sql::headers_among, db::json_list(unsealed));
    auto last = head(db);
    auto at = to_text(now());
    bool as_recorded = sealed_at == SealedAt::Recording;
    Gathering seals;
    for (const auto& event : events) {
        last.chain = chain_link(last.chain, ++last.position, event);
        Seal seal{.position = last.position,
                  .event = event.id,
                  .chain = last.chain,
                  .sealed_at = as_recorded ? event.recorded_at : at};
        seals.add(seal_table.facts(), &seal);
    }
    seals.write(db);
    db::run(db, sql::remove_unsealed, db::json_list(unsealed));
    return int(events.size());
}

int seal_all(db::Database& database, SealedAt sealed_at) {
    int sealed = 0;
    for (;;) {
        int more = 0;
        database.with_writer([&](db::Connection& db) {
            more = seal_batch(db, sealed_at);
            return more > 0;
        });
        sealed += more;
        if (more < sealed_at_once) return sealed;
    }
}

}  // namespace

Head head(db::Connection& db) {
    auto found = db::first<Head>(db, sql::chain_head);
    return found ? *found : Head{.position = 0, .chain = std::string(chain_start), .at = {}};
}

int seal(db::Database& database) {
    return seal_all(database, SealedAt::Now);
}

void seal_as_recorded(db::Database& database) {
    seal_all(database, SealedAt::Recording);
}

Result<std::int64_t> verify(db::Database& database, const std::optional<Head>& known) {
    Head last{.position = 0, .chain = std::string(chain_start), .at = {}};
    std::string fault;
    bool known_seen = !known || known->position == 0;
    bool more = true;
    database.with_snapshot([&](db::Connection& db) {
        while (more && fault.empty()) {
            auto links = db::all<Link>(db, sql::sealed_links, last.position, sealed_at_once);
            more = !links.empty();
            for (const auto& link : links) {
                if (fault = fault_of(link, last); !fault.empty()) return;
                last = {.position = link.position, .chain = link.chain, .at = {}};
                if (known && known->position == link.position) {
                    known_seen = known->chain == link.chain;
                    if (!known_seen) fault = "the chain is not the one whose head was exported";
                }
            }
        }
    });
    if (!fault.empty()) return refused("The event log was tampered with: " + fault + ".");
    if (!known_seen)
        return refused("The event log was cut: it ends at position " +
                       std::to_string(last.position) + ", and position " +
                       std::to_string(known->position) + " was exported.");
    return last.position;
}

}  // namespace noms::record
