#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

namespace noms::record {

/// That somebody was shown a record (Data Protection Act 2018, s. 62: consultation is logged with
/// who, when and, as far as possible, why). https://www.legislation.gov.uk/ukpga/2018/12/section/62
struct Read {
    Instant at{};
    AccountId actor{};
    std::string actor_name{};
    std::string subject_kind{};
    std::vector<std::int64_t> subjects{};
    std::string route{};    // the pattern, e.g. "/offenders/{offender}"
    std::string reason{};   // empty: in the course of the actor's role
    std::string request{};  // the request's id
};
DESCRIBE(Read, at, actor, actor_name, subject_kind, subjects, route, reason, request)

/// Reads go to a local spool, written and synced in groups by a thread of its own before their
/// answers leave, and are shipped into the database in order by another: a read never waits for the
/// primary, and no worker waits for the disk.
class ReadLog {
public:
    /// Opens (or goes on with) the spool in `folder`; ships into `database` until destroyed.
    ReadLog(std::string folder, db::Database& database);
    ~ReadLog();
    ReadLog(const ReadLog&) = delete;
    ReadLog& operator=(const ReadLog&) = delete;

    /// Calls back once the line is on the disk, or cannot be: then the answer must not leave. From
    /// the thread that writes, which whoever is called holds up.
    using Then = std::function<void(bool is_on_disk)>;
    void log(const Read&, Then);
    /// Waits for that. Throws std::runtime_error when it cannot be.
    void log(const Read&);
    /// Waits until everybody who logged so far was called back.
    void written();
    /// Waits until everything logged so far is in the database (tests, shutdown).
    void shipped();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// One logged read of one subject, newest first, for the auditor.
struct ReadRow {
    std::int64_t number = 0;
    Instant at{};
    std::string actor_name{};
    std::string subject_kind{};
    std::int64_t subject = 0;
    std::string route{};
    std::string reason{};
};
DESCRIBE(ReadRow, number, at, actor_name, subject_kind, subject, route, reason)
/// The newest before that number, at least `limit` where there are so many: everybody on a page
/// that was shown comes with it.
std::vector<ReadRow> reads_newest(db::Connection&, std::int64_t before_number, int limit);
std::vector<ReadRow> reads_of(db::Connection&, const Subject&, int limit);

}  // namespace noms::record
