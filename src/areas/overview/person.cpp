#include "areas/overview/person.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/overview/words.hpp"
#include "kit/base/text.hpp"

namespace noms::overview {
namespace {

constexpr int events_shown = 30;

ShownSentence shown(const sentences::Sentence& row,
                    const std::vector<sentences::Offence>& offences,
                    const std::vector<sentences::Run>& all,
                    Date today) {
    auto offence = std::ranges::find(offences, row.offence, &sentences::Offence::id);
    ShownSentence out{.what = sentence_in_words(row),
                      .offence = offence == offences.end() ? "" : offence->words,
                      .imposed_on = row.imposed_on,
                      .ends = sentences::ending_of(sentences::run_of(row), all)};
    const auto* disposal = sentences::disposal(row.disposal);
    out.custodial = disposal && disposal->kind == sentences::Group::Custody;
    out.ended = out.ends.until && *out.ends.until <= today;
    return out;
}

/// Names of accounts in one question: the manager's and those beside.
class AccountNames {
public:
    AccountNames(db::Connection& db, const std::vector<std::int64_t>& ids)
        : accounts_(access::accounts_among(db, ids)) {}
    std::string of(record::AccountId id) const {
        auto found = std::ranges::find(accounts_, id, &access::Account::id);
        return found == accounts_.end() ? "Not known" : found->shown_name;
    }

private:
    std::vector<access::Account> accounts_;
};

void load_responsible(Person& person, db::Connection& db, std::int64_t offender, Date today) {
    person.allocation = management::manager_of(db, {offender}, today);
    auto supports = management::support_among(db, std::span(&offender, 1), today);
    std::vector<std::int64_t> accounts;
    if (person.allocation && person.allocation->manager)
        accounts.push_back(person.allocation->manager->number);
    for (const auto& each : supports)
        if (each.account) accounts.push_back(each.account->number);
    if (accounts.empty()) return;
    AccountNames names(db, accounts);
    if (person.allocation && person.allocation->manager)
        person.manager_name = names.of(*person.allocation->manager);
    for (const auto& each : supports)
        if (each.account)
            person.beside.push_back({.role = label_of(describe::choice_text(each.role)),
                                     .name = names.of(*each.account),
                                     .since = each.from_day});
}

void load_place(Person& person, db::Connection& db, std::int64_t offender, Date today) {
    auto places = movements::place_of(db, std::span(&offender, 1), movements::end_of(today));
    if (places.empty()) return;
    person.place = places.front();
    auto at = person.place->body ? person.place->body : person.place->prison;
    if (!at) return;
    auto bodies = organisation::bodies_listed(db, std::span(&at->number, 1), today);
    if (!bodies.empty()) person.place_name = bodies.front().name;
}

void load_sentences(Person& person, db::Connection& db, std::int64_t offender, Date today) {
    auto rows = sentences::sentences_of(db, std::span(&offender, 1));
    if (rows.empty()) return;
    auto offences = sentences::offences_of(db, std::span(&offender, 1));
    sentences::StandingFacts facts{.day = today};
    for (const auto& row : rows) facts.sentences.push_back(sentences::run_of(row));
    for (const auto& row : rows)
        person.sentences.push_back(shown(row, offences, facts.sentences, today));
    if (auto standing = sentences::standing(facts)) person.standing = *standing;
    std::ranges::reverse(person.sentences);
}

}  // namespace

Person person_of(web::Context& context, const offenders::Offender& who) {
    Person person{.who = who};
    auto& db = context.db;
    auto id = who.id.number;
    load_place(person, db, id, context.today);
    load_responsible(person, db, id, context.today);
    load_sentences(person, db, id, context.today);
    person.due = tasks::open_about(db, std::span(&id, 1));
    person.plan = management::objectives_among(db, std::span(&id, 1));
    person.happened = offenders::happenings_of(db, who.id, events_shown);
    return person;
}

}  // namespace noms::overview
