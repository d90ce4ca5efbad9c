#include <map>

#include "areas/sentences/sentences.hpp"
#include "areas/sentences/sql.gen.hpp"

/// The area's rows. No decisions but those of the rules.
namespace noms::sentences {
namespace {

using Numbers = std::span<const std::int64_t>;

template <class T>
std::vector<T> among(db::Connection& db, const db::Query& query, Numbers offenders) {
    if (offenders.empty()) return {};
    return db::all<T>(db, query, db::json_list(offenders));
}

/// A sentence with one of its requirements; without one, of a sentence that has none.
struct SentenceRow {
    SentenceForOffence sentence{};
    std::optional<std::string> required{};
    bool reduces_reoffending = false;
};

SentencesInFull in_full(std::vector<SentenceRow> rows) {
    SentencesInFull out;
    for (auto& row : rows) {
        auto id = row.sentence.sentence.id;
        if (row.required) out.required.push_back({id, *row.required, row.reduces_reoffending});
        // A sentence comes once for each of its requirements.
        if (out.sentences.empty() || out.sentences.back().sentence.id != id)
            out.sentences.push_back(std::move(row.sentence));
    }
    return out;
}

}  // namespace

std::vector<Sentence> sentences_of(db::Connection& db, Numbers offenders) {
    return among<Sentence>(db, sql::sentences_among, offenders);
}
std::vector<SentenceForOffence> sentences_with_offence(db::Connection& db, Numbers offenders) {
    std::vector<SentenceForOffence> out;
    const std::vector<db::Value> values{db::json_list(offenders)};
    db::Filler filler(describe::type_of<Sentence>(), sql::sentences_with_offence);
    db.read(sql::sentences_with_offence, values, [&](const db::Row& row) {
        filler.fill(&out.emplace_back().sentence, row);
        db::take(
            describe::type_of<std::string>(), &out.back().offence, row.cell(row.columns() - 1));
    });
    return out;
}
SentencesInFull sentences_in_full(db::Connection& db, offenders::OffenderId offender) {
    return ask_sentences_in_full(db, offender).get();
}
db::Later<SentencesInFull> ask_sentences_in_full(db::Connection& db,
                                                 offenders::OffenderId offender) {
    db::Asked<SentenceRow> asked(db);
    const std::vector<db::Value> values{db::bind(offender)};
    db::Filler filler(describe::type_of<Sentence>(), sql::sentences_with_requirements);
    db.read_later(sql::sentences_with_requirements,
                  values,
                  [rows = asked.arriving(), filler](const db::Row& row) mutable {
                      const int offence = row.columns() - 3, kind = offence + 1;
                      auto& each = rows->emplace_back();
                      filler.fill(&each.sentence.sentence, row);
                      auto take = [&](auto* at, int column) {
                          db::take(describe::type_of<std::remove_pointer_t<decltype(at)>>(),
                                   at,
                                   row.cell(column));
                      };
                      take(&each.sentence.offence, offence);
                      take(&each.required, kind);
                      if (each.required) take(&each.reduces_reoffending, kind + 1);
                  });
    return db::then(std::move(asked), &in_full);
}
std::vector<Requirement> requirements_of(db::Connection& db, Numbers offenders) {
    return among<Requirement>(db, sql::requirements_among, offenders);
}
std::vector<Offence> offences_of(db::Connection& db, Numbers offenders) {
    return among<Offence>(db, sql::offences_among, offenders);
}
std::vector<Appearance> appearances_of(db::Connection& db, Numbers offenders) {
    return among<Appearance>(db, sql::appearances_among, offenders);
}
std::vector<Compensation> compensations_of(db::Connection& db, Numbers offenders) {
    return among<Compensation>(db, sql::compensations_among, offenders);
}
std::optional<Appearance> appearance(db::Connection& db, Id<Appearance> id) {
    return db::first<Appearance>(db, sql::appearance_by_id, id);
}
std::optional<Sentence> sentence(db::Connection& db, Id<Sentence> id) {
    return db::first<Sentence>(db, sql::sentence_by_id, id);
}

std::vector<UnderSentence> under_sentence_among(db::Connection& db, Numbers offenders, Date day) {
    std::map<std::int64_t, StandingFacts> facts;
    for (const auto& each : sentences_of(db, offenders))
        facts[each.offender.number].sentences.push_back(run_of(each));
    std::vector<UnderSentence> out;
    for (auto offender : offenders) {
        auto& of_one = facts[offender];
        of_one.day = day;
        out.push_back({{offender}, standing(of_one).value()});
    }
    return out;
}

std::vector<std::int64_t> sentenced_after(db::Connection& db, std::int64_t offender, int limit) {
    std::vector<std::int64_t> out;
    const std::vector<db::Value> values{offender, std::int64_t{limit}};
    db.read(sql::sentenced_after, values, [&](const db::Row& row) {
        db::take(describe::type_of<std::int64_t>(), &out.emplace_back(), row.cell(0));
    });
    return out;
}

std::int64_t count_sentenced(db::Connection& db) {
    return db::one<std::int64_t>(db, sql::count_sentenced);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::sentences
