#pragma once

#include <optional>
#include <string_view>

#include <boost/container/small_vector.hpp>

#include "areas/release_dates/engine/dates.hpp"
#include "areas/release_dates/engine/facts.hpp"
#include "areas/release_dates/engine/law_tables.hpp"

/// A calculable sentence: one part alone, a chain of consecutive parts, or a single term.
namespace noms::release_dates {

/// What every rule may look at: the booking, the law, and how things stand with each part.
struct Case {
    const Booking& booking;
    const Law& law;
    Day adult_on{};                 // the eighteenth birthday
    std::vector<Fraction> share{};  // served before release, by part; the law may change it

    const Part& part(int index) const { return booking.parts[size_t(index)]; }
};

// -- parts ----------------------------------------------------------------------------------------

bool is_standard(const Part&);  // with or without two-thirds release
/// Standard and released at the ordinary point.
bool is_plain_standard(const Part&);
/// For a term in default, a detention and training order or a breach of supervision: no days are
/// awarded on these.
bool is_term(const Part&);
/// Released only when the Parole Board says so, or at the end of custody.
bool is_parole(const Part&);
Term whole_term(const Part&);  // custody and extension
bool has_licence_under_12_months(const Part&, const Law&);
bool is_of_the_1991_act(const Part&, const Law&);
/// Detention and training, with remand left to the court.
bool remand_was_for_the_court(const Part&, const Law&);

// -- the ledger -----------------------------------------------------------------------------------

/// Days that a sentence carries (6.1).
struct Ledger {
    int remand = 0;
    int tagged_bail = 0;
    int recall_remand = 0;
    int recall_tagged_bail = 0;
    int at_large_in_custody = 0;
    int at_large_after_release = 0;
    int at_large_in_fixed_recall = 0;
    int awarded = 0;
    int awarded_after_release = 0;
    int served_awarded = 0;
    int unused_awarded = 0;
    int unused_licence_awarded = 0;

    int deductions() const { return remand + tagged_bail + recall_remand + recall_tagged_bail; }
    /// How far release moves without the days awarded, and with them.
    int shift_without_awarded() const { return at_large_in_custody - deductions(); }
    int shift() const { return shift_without_awarded() + awarded - served_awarded; }
    int expiry_shift() const { return at_large_in_custody + at_large_after_release - deductions(); }
    int total() const {
        return deductions() + at_large_in_custody + at_large_after_release +
               at_large_in_fixed_recall + awarded + awarded_after_release + served_awarded +
               unused_awarded + unused_licence_awarded;
    }
};

// -- the sentence ---------------------------------------------------------------------------------

enum class Form { Alone, Chain, SingleTerm };
using PartList = boost::container::small_vector<int, 4>;  // places in the booking, in order

/// The law that sets the release point, and the day its tranche came.
struct LawTaken {
    ReleaseLaw name = ReleaseLaw::Standing;
    std::optional<Day> tranche_on{};
};
/// Whether the recall of 56 days is in force for the sentence, and from which tranche.
struct FixedRecall56 {
    bool in_force = false;
    std::optional<Day> tranche_on{};
};
/// What section 7 finds; read again by section 9.
struct FoundDates {
    std::optional<Day> licence_expiry{};  // where it is not the sentence's own expiry
    bool licence_expiry_by_shares = false;
    std::optional<Day> supervision{};
    std::optional<Day> early_transfer{};
    std::optional<Day> late_transfer{};
    std::optional<Day> curfew{};
    std::optional<Day> early_removal{};
};

struct Sentence {
    Form form = Form::Alone;
    PartList parts{};
    Day sentenced_on{};               // of the earliest part
    std::optional<Day> offence_on{};  // the earliest
    std::optional<Recall> recall{};   // of the first part
    Day adult_on{};                   // the person's eighteenth birthday
    DateTypes identified{};

    bool all_terms = false;
    bool is_term = false;  // alone or a single term: a chain of terms does not count as one
    bool all_detention_and_training = false;
    bool is_fine = false;
    bool is_breach_of_supervision = false;
    bool refuses_remand = false;       // remand and tagged bail
    bool refuses_remand_only = false;  // a detention and training order of before 28 June 2022
    bool has_standard = false;         // a standard part, with or without two-thirds release

    int span = 0;          // days of a single term
    int nominal_days = 0;  // as the court spoke it, for comparing with months (1.7)
    int days_to_expiry = 0;
    int days_to_release = 0;
    std::optional<int> days_to_parole{};

    Ledger ledger{};
    std::optional<Day> last_day_at_large{};
    LawTaken law{};
    FixedRecall56 fixed_recall_56{};
    FoundDates found{};

    // Lengths (1.7).
    bool is_shorter_than(int months) const {
        return nominal_days < days_in_months(sentenced_on, months);
    }
    bool is_at_most(int months) const {
        return nominal_days <= days_in_months(sentenced_on, months);
    }
    bool is_alone() const { return form == Form::Alone; }
    bool is_recalled() const { return recall.has_value(); }
    bool is_fixed_term_recall() const { return recall && recall->type != RecallType::Standard; }

    // Derived dates (6.3): always from the ledger as it stands.
    Day unadjusted_release() const { return sentenced_on + days_to_release - 1; }
    Day unadjusted_expiry() const { return sentenced_on + days_to_expiry - 1; }
    Day release_without_awarded() const {
        return unadjusted_release() + ledger.shift_without_awarded();
    }
    Day uncapped_release() const { return unadjusted_release() + ledger.shift(); }
    Day release() const;
    bool is_immediate_release() const { return release() == sentenced_on; }
    Day adjusted_expiry() const { return unadjusted_expiry() + ledger.expiry_shift(); }
    Day expiry() const;
    std::optional<Day> unadjusted_parole() const;
    std::optional<Day> parole() const;
    /// Release after recall (6.3); a recall of fixed length without a return counts as a standard
    /// one until the whole calculation is refused.
    std::optional<Day> release_after_recall() const;
    /// After recall, or from the sentence.
    Day effective_release() const { return release_after_recall().value_or(release()); }
    /// Held back to the day on which its tranche came (8.5).
    Day defaulted_release() const;

    bool under_18_on(Day day) const { return day < adult_on; }
    /// The types as they must be read now: the young and short have no licence (3.5).
    DateTypes types() const;
    DateType release_type() const;
    /// The day the licence ends; none when there is no licence.
    std::optional<Day> licence_expiry() const;
    /// The same as it stood on first release, with what was left of the deductions.
    std::optional<Day> licence_expiry_at_first_release() const;
};

/// The day a fixed-term recall lasts to by itself, without tranche, awards and expiry; none for a
/// standard one, or with no return to custody.
int days_of(RecallType);

/// Adds awarded days, absence or deductions as far as the sentence takes them (6.2).
void add_deduction(Sentence&, AdjustmentType, int days);
void add_awarded(Sentence&, int days);

}  // namespace noms::release_dates
