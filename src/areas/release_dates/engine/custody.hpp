#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "areas/release_dates/engine/sentence_dates.hpp"

/// Where somebody stands as the days of the timeline go by (rule book, 6.4).
namespace noms::release_dates {

/// A time unlawfully at large that the timeline has passed.
struct Absence {
    Day from{};
    std::optional<Day> to{};
};

/// The tranche of a law that a booking was put in. 0: none.
struct Allocation {
    int tranche = 0;
    Day on{};
    bool is_made() const { return tranche != 0; }
};

/// The state of the timeline. Sentences stay where they are for as long as it lasts.
struct Custody {
    std::deque<Sentence> all{};
    std::vector<Sentence*> group{};  // served in custody now, in the order of 6.5

    struct Released {
        Day from{};
        Day to{};
        std::vector<Sentence*> sentences{};
    };
    std::vector<Released> released{};
    std::vector<Sentence*> on_licence{};
    std::vector<Sentence*> expired{};

    Day latest_release{};
    const Sentence* released_last = nullptr;  // none before the first sentence
    int pending_awarded = 0;
    std::vector<Absence> absences{};

    Allocation sds_40{};
    Allocation progression{};
    Allocation recall_56{};
    bool is_recall_56_in_force = false;

    bool is_in_custody() const { return !group.empty(); }
    bool is_anybody_live() const { return !group.empty() || !on_licence.empty(); }
    /// In custody and on licence, in that order.
    std::vector<Sentence*> live() const;
};

/// Ends the group: those with a licence beyond `day` go on licence, the others drop out. Licences
/// that ended before `day` have expired.
void release_group(Custody&, Day day, const Case&);

/// Takes the day of release anew from the sentence that is released last.
void set_latest_release(Custody&, const law::Calendar&);

/// Copies of every group so far, the one in custody last.
std::vector<CustodyGroup> groups_of(const Custody&);

}  // namespace noms::release_dates
