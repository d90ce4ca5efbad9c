#pragma once

#include "areas/release_dates/shown.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::release_dates {

/// What the reader may do.
struct May {
    bool prepare = false;
    bool approve = false;
    bool correct = false;  // the sentences
};

/// Adds to the page of a record: the date in one line, each date with its steps, what it is worked
/// out from, what would be, what was stored and what was challenged. `typed` and `faults` are of
/// the what-if panel.
void show_dates(page::Page&,
                const OffenderDates&,
                May,
                const form::Values& typed,
                const std::vector<FieldError>& faults);

/// The panel that tries a change out; nothing is saved.
page::Html what_if_panel(const OffenderDates&,
                         const form::Values& typed,
                         const std::vector<FieldError>& faults);

/// A stored calculation, whole. `again` is what its facts give under its law now.
struct CalculationPage {
    CalculationView view{};
    WorkedOut again{};
    std::optional<CalculationView> earlier{};  // stored before it, to compare with
    bool may_decide = false;
};
void show_calculation(page::Page&, const CalculationPage&);

/// Two stored calculations side by side: dates and what they rest on.
void show_comparison(page::Page&, const CalculationView& before, const CalculationView& after);

/// What is given to the prisoner: the approved dates in plain words, to be printed.
struct Notification {
    offenders::Offender who{};
    std::vector<std::string> prison_numbers{};
    CalculationView view{};
    WorkedOut worked{};
    std::optional<int> answer_days{};  // working days within which a challenge is answered
    Date today{};
};
page::Page notification_page(const Notification&);

}  // namespace noms::release_dates
