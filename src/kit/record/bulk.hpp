#pragma once

#include <future>

#include "kit/record/gathering.hpp"

/// Many commands into a database that nobody else writes to, such as a demonstration's: they are
/// built on the caller's thread while those before them are written on another.
namespace noms::record {

class Bulk {
public:
    /// Seals what waits for it; events take their places in the chain from there on.
    explicit Bulk(db::Database&);
    /// Waits for the other thread; what was not written yet is let go.
    ~Bulk();
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;

    /// Writes what is left. Throws what stopped the writing.
    void finish();

    /// For Changes: the rows that wait, an event's place in the chain, and that a command ended.
    Gathering& gathering() { return gathering_; }
    void seal(const Header&);
    void hand_over();

private:
    db::Database& database_;
    Gathering gathering_;
    Head head_{};
    std::future<void> writing_;

    void send();
};

}  // namespace noms::record
