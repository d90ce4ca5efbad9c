#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// What is checked at each gate, by when, and when it may be closed. Pure.
namespace noms::handovers {

/// A crossing: out of prison on release, or to another offender manager.
enum class Gate { Release, ManagerChange };
DESCRIBE_ENUM(Gate, Release, ManagerChange)

enum class Checklist { Standard, Enhanced };
DESCRIBE_ENUM(Checklist, Standard, Enhanced)

/// The row of data/item.csv: one thing to be done under that checklist.
struct Item {
    Checklist checklist = Checklist::Standard;
    std::string code{};
    std::string words{};
};
DESCRIBE(Item, checklist, code, words)

/// `crosses_on` is the day of the release or of the change; a null risk of serious harm: not known.
struct ChecklistFacts {
    Gate gate = Gate::Release;
    Date crosses_on{};
    std::optional<assessments::Rosh> rosh{};
};
DESCRIBE(ChecklistFacts, gate, crosses_on, rosh)
/// `due_on` is the last day for the items; `upcoming_from` is null where nothing is looked ahead.
struct ChecklistRuling {
    Checklist checklist = Checklist::Standard;
    std::vector<Item> items{};
    Date due_on{};
    std::optional<Date> upcoming_from{};
    Date overdue_from{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ChecklistRuling, checklist, items, due_on, upcoming_from, overdue_from, because)
/// Which checklist, its items, and its days.
/// Source: "Case management", 2.4, Work lists.
Result<ChecklistRuling> checklist(const ChecklistFacts&);

/// On which work list a crossing stands. NotYet: on none; Upcoming: near, and nothing opened.
enum class Place { NotYet, Upcoming, Open, Overdue, Closed };
DESCRIBE_ENUM(Place, NotYet, Upcoming, Open, Overdue, Closed)

enum class Progress { NotOpened, Opened, Closed };
DESCRIBE_ENUM(Progress, NotOpened, Opened, Closed)

struct PlaceFacts {
    Gate gate = Gate::Release;
    Date crosses_on{};
    Date day{};
    Progress progress = Progress::NotOpened;
};
DESCRIBE(PlaceFacts, gate, crosses_on, day, progress)
struct PlaceRuling {
    Place place = Place::NotYet;
    std::vector<law::Ground> because{};
};
DESCRIBE(PlaceRuling, place, because)
/// A crossing that nobody opened is overdue like one that is open: the gap is what must be seen.
Result<PlaceRuling> place(const PlaceFacts&);

/// `inside` is null where no movement is recorded; `released_on` is the day of the last movement
/// where that was a release; `managed` is whether the case has an offender manager.
struct OpeningFacts {
    Gate gate = Gate::Release;
    Date crosses_on{};
    Date day{};
    std::optional<bool> inside{};
    std::optional<Date> released_on{};
    bool managed = false;
};
DESCRIBE(OpeningFacts, gate, crosses_on, day, inside, released_on, managed)
struct OpeningRuling {
    std::vector<law::Ground> because{};
};
DESCRIBE(OpeningRuling, because)
/// Whether a handover may be opened for `crosses_on`, or be moved there: a release is ahead for
/// whoever is in prison, and was on one day for whoever was released. Invalid with the field
/// `crosses_on`, or refused where no day would do.
Result<OpeningRuling> opening(const OpeningFacts&);

/// The first day of releases that are looked at without a handover: what was lost before shows
/// elsewhere.
Date looked_for_from(Date day);
/// The first day of a handover, closed by now, that can be of a release on that day, and not of
/// one before a recall.
Date belongs_from(Date release);

/// `done` holds the codes of the items that are ticked; `reason` is why it is closed without the
/// others.
struct ClosingFacts {
    Checklist checklist = Checklist::Standard;
    std::vector<std::string> done{};
    std::string reason{};
};
DESCRIBE(ClosingFacts, checklist, done, reason)
struct ClosingRuling {
    bool complete = false;
    std::vector<Item> missing{};
    std::vector<law::Ground> because{};
};
DESCRIBE(ClosingRuling, complete, missing, because)
/// Invalid where something is missing and no reason is given, where a reason is given and nothing
/// is missing, or for a code that the checklist has not.
Result<ClosingRuling> closing(const ClosingFacts&);

/// Registers `handover-checklist`, `handover-place`, `handover-opening` and `handover-closing` for
/// `noms rules`.
void register_rules();

}  // namespace noms::handovers
