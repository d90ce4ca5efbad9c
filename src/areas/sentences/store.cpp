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

/// The columns of a sentence that `run_of` takes.
struct RunRow {
    offenders::OffenderId offender{};
    Id<Sentence> id{};
    std::string disposal{};
    Date imposed_on{};
    Term term = Term::NotKnown;
    int years = 0;
    int months = 0;
    int weeks = 0;
    int days = 0;
    std::optional<int> supervision_months{};
    std::optional<int> operational_months{};
    std::optional<int> remand_days{};
    std::optional<int> tagged_bail_days{};
    std::optional<Id<Sentence>> consecutive_to{};
    std::optional<Date> ended_on{};
    std::optional<Date> activated_on{};
    std::optional<int> activated_months{};
    std::optional<int> activated_weeks{};
    std::optional<int> activated_days{};
};
DESCRIBE(RunRow,
         offender,
         id,
         disposal,
         imposed_on,
         term,
         years,
         months,
         weeks,
         days,
         supervision_months,
         operational_months,
         remand_days,
         tagged_bail_days,
         consecutive_to,
         ended_on,
         activated_on,
         activated_months,
         activated_weeks,
         activated_days)

Sentence sentence_of(const RunRow& row) {
    return {.id = row.id,
            .offender = row.offender,
            .disposal = row.disposal,
            .imposed_on = row.imposed_on,
            .term = row.term,
            .years = row.years,
            .months = row.months,
            .weeks = row.weeks,
            .days = row.days,
            .supervision_months = row.supervision_months,
            .operational_months = row.operational_months,
            .remand_days = row.remand_days,
            .tagged_bail_days = row.tagged_bail_days,
            .consecutive_to = row.consecutive_to,
            .ended_on = row.ended_on,
            .activated_on = row.activated_on,
            .activated_months = row.activated_months,
            .activated_weeks = row.activated_weeks,
            .activated_days = row.activated_days};
}

}  // namespace

std::vector<Sentence> sentences_of(db::Connection& db, Numbers offenders) {
    return among<Sentence>(db, sql::sentences_among, offenders);
}
std::map<std::int64_t, std::vector<Run>> runs_of(db::Connection& db, Numbers offenders) {
    std::map<std::int64_t, std::vector<Run>> out;
    for (const auto& row : among<RunRow>(db, sql::runs_among, offenders))
        out[row.offender.number].push_back(run_of(sentence_of(row)));
    return out;
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
    SentencesInFull out;
    const std::vector<db::Value> values{db::bind(offender)};
    db::Filler filler(describe::type_of<Sentence>(), sql::sentences_with_requirements);
    db.read(sql::sentences_with_requirements, values, [&](const db::Row& row) {
        const int offence = row.columns() - 3, kind = offence + 1, reduces = offence + 2;
        SentenceForOffence each;
        filler.fill(&each.sentence, row);
        db::take(describe::type_of<std::string>(), &each.offence, row.cell(offence));
        std::optional<std::string> required;
        db::take(describe::type_of<std::optional<std::string>>(), &required, row.cell(kind));
        if (required) {
            auto& added = out.required.emplace_back(Required{each.sentence.id, *required});
            db::take(describe::type_of<bool>(), &added.reduces_reoffending, row.cell(reduces));
        }
        // A sentence comes once for each of its requirements.
        if (out.sentences.empty() || out.sentences.back().sentence.id != each.sentence.id)
            out.sentences.push_back(std::move(each));
    });
    return out;
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
    auto runs = runs_of(db, offenders);
    std::vector<UnderSentence> out;
    for (auto offender : offenders) {
        const StandingFacts facts{.day = day, .sentences = std::move(runs[offender])};
        out.push_back({{offender}, standing(facts).value()});
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
