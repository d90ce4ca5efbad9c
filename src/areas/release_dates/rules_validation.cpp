#include "areas/release_dates/rules_validation.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_act_of_1991.hpp"
#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/rules_marks.hpp"
#include "kit/base/text.hpp"

namespace noms::release_dates {
namespace {

using enum DoubtLevel;

const law::Provision earlier_release{"Criminal Justice Act 2003, s. 244 (as amended in 2024)",
                                     "https://www.legislation.gov.uk/ukpga/2003/44/section/244"};
const law::Provision curfew_recall{"Criminal Justice Act 2003, s. 255",
                                   "https://www.legislation.gov.uk/ukpga/2003/44/section/255"};
const law::Provision at_large{
    "Prison Act 1952, s. 49(2)",
    "https://www.legislation.gov.uk/ukpga/Geo6and1Eliz2/15-16/52/section/49"};

class Doubts {
public:
    explicit Doubts(const CalculationFacts& facts) : facts_(facts) {}

    std::vector<Doubt> all() {
        if (facts_.sentences.empty())
            say(Unsupported, "NO_SENTENCES", "", "No custodial sentence runs");
        for (const auto& each : facts_.sentences) {
            unsupported(each);
            extended(each);
            invalid(each);
            follows(each);
        }
        std::ranges::move(doubts_of_the_1991_act(facts_), std::back_inserter(found_));
        counted_days();
        person();
        return first_level();
    }

private:
    const CalculationFacts& facts_;
    std::vector<Doubt> found_;

    void say(DoubtLevel level,
             std::string code,
             const std::string& sentence,
             std::string words,
             law::Provision source = {}) {
        found_.push_back({level, std::move(code), sentence, std::move(words), std::move(source)});
    }

    void unsupported(const SentenceFact& each) {
        const auto* kind = sentence_kind(each.disposal);
        if (!kind)
            return say(Unsupported,
                       "UNKNOWN_SENTENCE",
                       each.id,
                       "No rule is known for a sentence of the kind " + each.disposal);
        if (!kind->kind)
            return say(Unsupported,
                       "SENTENCE_NOT_CALCULATED",
                       each.id,
                       kind->why_not.value_or(""),
                       {kind->cite, kind->link});
        if (*kind->kind == CalculatedAs::Standard && !marks_answer_for(each, each.imposed_on))
            unmarked(each);
    }

    /// Laws of the day of the sentence that leave offences out, of which nobody has said whether
    /// this one is among them.
    void unmarked(const SentenceFact& each) {
        static const auto& law = *law_of(service_profile);
        if (law.sds_40.commences <= Day(each.imposed_on))
            say(Unsupported,
                "EXCLUSION_NOT_RECORDED",
                each.id,
                "Since September 2024 some offences are left out of earlier release, and the marks "
                "of this one are not recorded",
                earlier_release);
        static const auto two_thirds = law::whole_numbers(law_text::two_thirds_shortest);
        constexpr int months_a_year = 12;
        auto years = two_thirds.on(each.imposed_on);
        if (years && lasts_months(each, months_a_year * years->value))
            say(Unsupported,
                "TWO_THIRDS_NOT_RECORDED",
                each.id,
                "Whether two thirds are to be served depends on the offence, and its marks are not "
                "recorded",
                years->source);
    }

    void extended(const SentenceFact& each) {
        const auto* kind = sentence_kind(each.disposal);
        if (!kind || !kind->kind || !is_extended(*kind->kind)) return;
        if (kind->kind == CalculatedAs::Extended && !is_of_the_1991_act(each))
            say(Unsupported,
                "EXTENDED_OUTSIDE_THE_1991_ACT",
                each.id,
                "This extended sentence is for offences before 4 April 2005, passed before 3 "
                "December 2012",
                {kind->cite, kind->link});
        bool has_room = each.custodial && sentences::after(each.imposed_on, *each.custodial) <=
                                              sentences::after(each.imposed_on, each.length);
        if (!has_room)
            say(Invalid,
                "CUSTODIAL_TERM_MISSING",
                each.id,
                "The part in custody is not recorded, or is longer than the sentence");
    }

    void invalid(const SentenceFact& each) {
        if (each.length.empty())
            say(Invalid, "ZERO_TERM", each.id, "The length of the sentence is not recorded");
        if (!each.committed_on)
            say(Invalid,
                "OFFENCE_DATE_MISSING",
                each.id,
                "The day of the offence is not known, and it decides which law applies");
        else if (each.imposed_on < *each.committed_on)
            say(Invalid,
                "OFFENCE_DATE_AFTER_SENTENCE_DATE",
                each.id,
                "The offence was committed after the sentence for it");
        const auto* kind = sentence_kind(each.disposal);
        static const auto& law = *law_of(service_profile);
        bool default_of_late = kind && kind->kind == CalculatedAs::FineDefault &&
                               law.fine_in_full_from <= Day(each.imposed_on);
        if (default_of_late && !each.amount_pence)
            say(Invalid, "FINE_WITHOUT_AMOUNT", each.id, "The amount of the fine is not recorded");
    }

    const SentenceFact* sentence(const std::string& id) const {
        auto found = std::ranges::find(facts_.sentences, id, &SentenceFact::id);
        return found == facts_.sentences.end() ? nullptr : &*found;
    }

    void follows(const SentenceFact& each) {
        if (!each.consecutive_to) return;
        const auto* first = sentence(*each.consecutive_to);
        if (!first)
            return say(Invalid,
                       "CONSECUTIVE_TO_MISSING",
                       each.id,
                       "It follows a sentence that no longer counts");
        if (each.imposed_on < first->imposed_on)
            say(Invalid,
                "CONSECUTIVE_TO_LATER",
                each.id,
                "It follows a sentence that was passed after it");
        const auto* own = sentence_kind(each.disposal);
        const auto* other = sentence_kind(first->disposal);
        if (!own || !other || !own->kind || !other->kind) return;
        bool mixed = own->kind != other->kind;
        if (mixed || own->kind == CalculatedAs::FineDefault)
            say(Unsupported,
                "CHAIN_OF_KINDS",
                each.id,
                "Sentences of different kinds, or terms in default, that follow each other are not "
                "calculated");
        auto same = [&](const SentenceFact& any) {
            return any.consecutive_to == each.consecutive_to;
        };
        if (std::ranges::count_if(facts_.sentences, same) > 1)
            say(Warning,
                "TWO_CONSECUTIVE_TO_ONE",
                each.id,
                "More than one sentence follows the same one");
    }

    /// Courts of one day count remand once: two figures cannot both be right.
    void counted_days() {
        std::map<Date, int> remand, bail;
        auto compare = [&](std::map<Date, int>& seen,
                           const SentenceFact& each,
                           std::optional<int> days,
                           const char* what) {
            if (!days) return;
            if (*days < 0)
                return say(Invalid,
                           "NEGATIVE_DAYS",
                           each.id,
                           fmt::format("The days {} are below nought", what));
            auto [place, is_new] = seen.emplace(each.imposed_on, *days);
            if (!is_new && place->second != *days)
                say(Invalid,
                    "TWO_COUNTS_OF_ONE_DAY",
                    each.id,
                    fmt::format("Sentences of one day have different numbers of days {}", what));
        };
        for (const auto& each : facts_.sentences) {
            compare(remand, each, each.remand_days, "on remand");
            compare(bail, each, each.tagged_bail_days, "of tagged bail");
        }
    }

    void person() {
        if (facts_.sentences.empty()) return;
        if (!facts_.born) say(Invalid, "BIRTH_DATE_MISSING", "", "The birth date is not known");
        if (!facts_.absences.empty() && !facts_.absences.back().back_on)
            say(Unsupported,
                "AT_LARGE",
                "",
                "Unlawfully at large since " + in_words(facts_.absences.back().left_on) +
                    ": the days away do not count, and nobody knows how many they will be",
                at_large);
        if (facts_.recalls.empty()) return;
        const auto& recall = facts_.recalls.back();
        static const auto kinds = law::texts(law_text::recall_kinds);
        auto known = kinds.on(recall.revoked_on);
        if (!recall.term && (!known || known->value != "one kind"))
            say(Unsupported,
                "RECALL_KIND_NOT_RECORDED",
                "",
                "Whether the recall is for a fixed term is not recorded",
                known ? known->source : law::Provision{});
        auto on_curfew = [&](const ReleaseFact& each) {
            return each.released_on <= recall.returned_on &&
                   each.reason ==
                       describe::choice_text(movements::ReleaseReason::HomeDetentionCurfew);
        };
        if (std::ranges::any_of(facts_.releases, on_curfew))
            say(Unsupported,
                "RECALL_FROM_CURFEW",
                "",
                "A recall from home detention curfew is not calculated",
                curfew_recall);
    }

    std::vector<Doubt> first_level() const {
        for (auto level : {Unsupported, Invalid, Warning}) {
            std::vector<Doubt> out;
            for (const auto& each : found_)
                if (each.level == level) out.push_back(each);
            if (!out.empty()) return out;
        }
        return {};
    }
};

}  // namespace

std::vector<Doubt> doubts_of(const CalculationFacts& facts) {
    return Doubts(facts).all();
}

std::vector<law::Provision> provisions_of_doubts() {
    auto out = provisions_of_the_1991_act();
    for (const auto& each : {earlier_release, curfew_recall, at_large}) out.push_back(each);
    return out;
}

bool forbid(const std::vector<Doubt>& doubts) {
    return std::ranges::any_of(doubts, [](const Doubt& each) { return each.level != Warning; });
}

}  // namespace noms::release_dates
