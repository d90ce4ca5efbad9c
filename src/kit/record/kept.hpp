#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/db/database.hpp"
#include "kit/describe/type.hpp"

/// What was worked out of people's records and holds until something happens to one of them.
namespace noms::record {

/// Where the sealed events of a database end. The link of the chain tells one database from another
/// at the same position, and a restored one from what it was.
struct SealedTo {
    std::int64_t position = 0;
    std::string chain{};
    bool operator==(const SealedTo&) const = default;
};

/// What a snapshot tells of the events after `SealedTo`.
struct Happened {
    SealedTo to{};                     // where the sealed events end in this snapshot
    bool to_all = false;               // too many, or another database, or about others
    std::set<std::int64_t> sealed{};   // the subjects of those that were sealed since
    std::set<std::int64_t> waiting{};  // the subjects of those that no seal covers yet
};
/// At most so many events of each kind are read.
inline constexpr int happened_max = 500;

/// An event: where it was sealed, 0 while it waits for that, and whom it is about.
struct SealedEvent {
    std::int64_t position = 0;
    std::string chain{};
    std::string subject_kind{};
    std::int64_t subject = 0;
};
DESCRIBE(SealedEvent, position, chain, subject_kind, subject)

/// What was asked to tell what happened; it may still be on its way.
struct AskedHappened {
    db::Connection& db;
    SealedTo since{};
    std::string_view subject_kind{};
    db::Asked<SealedEvent> events;
};
/// One question. The kind must live as long as what is asked.
AskedHappened ask_what_happened(db::Connection&, SealedTo since, std::string_view subject_kind);
/// Waits for it; at most one question more. An event about an account says nothing about anybody's
/// record; one about any other subject than of that kind is `to_all`.
Happened what_happened(AskedHappened);

/// Values by subject, kept in memory for one day and no longer than they hold: what is given is
/// what `work_out` would give in the same snapshot. A value may rest on rows that change within an
/// event about its subject, on the day, and on what is no account's and no other subject's of its
/// kind. Thread safe. A database where nothing was ever sealed has nothing kept.
template <class T>
class Kept {
public:
    using Values = std::map<std::int64_t, T>;
    using WorkOut = std::function<Values(std::span<const std::int64_t> subjects)>;

    /// At most `most` values are kept: when they are full, they begin anew.
    Kept(std::string_view subject_kind, size_t most) : subject_kind_(subject_kind), most_(most) {}

    /// Asks what happened since the last time; goes with what else is asked. `db` must see one
    /// snapshot (a page does).
    AskedHappened ask(db::Connection& db) {
        return ask_what_happened(db, sealed_to(), subject_kind_);
    }

    /// The values of those subjects in that snapshot.
    Values of(AskedHappened asked,
              std::span<const std::int64_t> subjects,
              Date day,
              const WorkOut& work_out) {
        auto happened = what_happened(std::move(asked));
        auto values = still_held(happened, subjects, day);
        std::vector<std::int64_t> missing;
        for (auto subject : subjects)
            if (!values.contains(subject)) missing.push_back(subject);
        if (missing.empty()) return values;
        auto anew = work_out(missing);
        keep(anew, happened.to, day);
        values.merge(anew);
        return values;
    }

    /// Forgets everything.
    void clear() {
        std::lock_guard lock(mutex_);
        values_.clear();
        to_ = {};
    }

private:
    SealedTo sealed_to() {
        std::lock_guard lock(mutex_);
        return to_;
    }

    /// Forgets what no longer holds, and gives what does.
    Values still_held(const Happened& happened, std::span<const std::int64_t> subjects, Date day) {
        Values dropped;  // freed behind the lock
        std::lock_guard lock(mutex_);
        if (happened.to_all || day != day_) dropped.swap(values_);
        // Somebody may have gone further meanwhile: their reading covers ours.
        bool further = happened.to_all || happened.to.position > to_.position;
        if (further) {
            for (auto subject : happened.sealed) values_.erase(subject);
            to_ = happened.to;
        }
        day_ = day;
        Values held;
        if (happened.to != to_) return held;
        for (auto subject : subjects) {
            auto found = values_.find(subject);
            if (found != values_.end() && !happened.waiting.contains(subject)) held.insert(*found);
        }
        return held;
    }

    /// Only what was worked out where the readers stand: later events would pass it by.
    void keep(const Values& anew, const SealedTo& to, Date day) {
        Values dropped;
        std::lock_guard lock(mutex_);
        if (to != to_ || day != day_ || to.position == 0) return;
        if (values_.size() + anew.size() > most_) dropped.swap(values_);
        if (anew.size() > most_) return;
        for (const auto& [subject, value] : anew) values_.insert_or_assign(subject, value);
    }

    const std::string subject_kind_;
    const size_t most_;
    std::mutex mutex_;
    SealedTo to_{};
    Date day_{};
    Values values_;
};

}  // namespace noms::record
