#include "areas/release_dates/engine/day_counts.hpp"

#include <algorithm>

#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

/// Terms of a chain that are served one after another, and whether all are detention and training.
struct Served {
    boost::container::small_vector<Term, 8> terms{};
    bool all_detention_and_training = true;

    void add(const Part& part, const Term& term) {
        terms.push_back(term);
        if (part.type != SentenceType::DetentionAndTraining) all_detention_and_training = false;
    }
    int days_from(Day start, const Law& law) const {
        const int days = days_in({terms.data(), terms.size()}, start);
        if (!all_detention_and_training) return days;
        return std::min(days, days_in_months(start, law.detention_and_training_months));
    }
};

/// Custody of the chain's parts that pass the test.
template <class Test>
Served custody_of(const Sentence& sentence, const Case& facts, Test&& test) {
    Served served;
    for (int i : sentence.parts)
        if (test(i)) served.add(facts.part(i), facts.part(i).custody);
    return served;
}

int days_to_expiry_of_chain(const Sentence& sentence, const Case& facts) {
    Served whole;
    for (int i : sentence.parts) whole.add(facts.part(i), whole_term(facts.part(i)));
    return whole.days_from(sentence.sentenced_on, facts.law);
}

/// Parts with one share are served together; groups in the order in which their shares first
/// appear. Part days count as whole days, group by group.
int days_before_parole_parts(const Sentence& sentence, const Case& facts) {
    int days = 0;
    for (size_t at = 0; at < sentence.parts.size(); ++at) {
        const int first = sentence.parts[at];
        const Fraction share = facts.share[size_t(first)];
        auto same_group = [&](int i) {
            return !is_parole(facts.part(i)) && facts.share[size_t(i)] == share;
        };
        auto seen = sentence.parts.begin() + std::ptrdiff_t(at);
        if (is_parole(facts.part(first)) || std::any_of(sentence.parts.begin(), seen, same_group))
            continue;
        const auto group = custody_of(sentence, facts, same_group);
        days += share.of(group.days_from(sentence.sentenced_on + days, facts.law));
    }
    return days;
}

/// Parts with the first one's share of parole come first, the others from the day before.
int days_to_parole_from(Day start, const Sentence& sentence, const Case& facts) {
    auto parole = [&](int i) { return is_parole(facts.part(i)); };
    const int first = *std::ranges::find_if(sentence.parts, parole);
    const Fraction share = parole_share(facts.part(first), facts.law);
    auto with_share = [&](int i) {
        return parole(i) && parole_share(facts.part(i), facts.law) == share;
    };
    auto with_another = [&](int i) { return parole(i) && !with_share(i); };
    int days = share.of(custody_of(sentence, facts, with_share).days_from(start, facts.law));
    const auto rest = custody_of(sentence, facts, with_another);
    if (rest.terms.empty()) return days;
    const int other = *std::ranges::find_if(sentence.parts, with_another);
    return days + parole_share(facts.part(other), facts.law)
                      .of(rest.days_from(start + days - 1, facts.law));
}

void count_chain(Sentence& sentence, const Case& facts) {
    auto parole = [&](int i) { return is_parole(facts.part(i)); };
    sentence.days_to_expiry = days_to_expiry_of_chain(sentence, facts);
    const int before = days_before_parole_parts(sentence, facts);
    sentence.days_to_release = before;
    if (!std::ranges::any_of(sentence.parts, parole)) return;
    const Day start = sentence.sentenced_on + before;
    sentence.days_to_release += custody_of(sentence, facts, parole).days_from(start, facts.law);
    if (!sentence.is_recalled())
        sentence.days_to_parole = before + days_to_parole_from(start, sentence, facts);
}

void count_alone(Sentence& sentence, const Case& facts) {
    const int only = sentence.parts.front();
    const auto& part = facts.part(only);
    sentence.days_to_expiry = days_in(whole_term(part), sentence.sentenced_on);
    const int custody = days_in(part.custody, sentence.sentenced_on);
    sentence.days_to_release = facts.share[size_t(only)].of(custody);
    if (is_parole(part) && !sentence.is_recalled())
        sentence.days_to_parole = parole_share(part, facts.law).of(custody);
}

}  // namespace

void count_days(Sentence& sentence, const Case& facts) {
    switch (sentence.form) {
        case Form::Alone: return count_alone(sentence, facts);
        case Form::Chain: return count_chain(sentence, facts);
        case Form::SingleTerm:
            sentence.days_to_expiry = sentence.span;
            sentence.days_to_release = Fraction{1, 2}.of(sentence.span);
    }
}

}  // namespace noms::release_dates
