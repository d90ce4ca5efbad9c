#include "areas/sentences/views.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace noms::sentences {
namespace {

std::map<CourtId, std::string> courts_of(db::Connection& db,
                                         const std::vector<Appearance>& appearances,
                                         Date day) {
    std::vector<std::int64_t> ids;
    for (const auto& each : appearances)
        if (each.court) ids.push_back(each.court->number);
    std::map<CourtId, std::string> names;
    for (const auto& body : organisation::bodies_listed(db, ids, day)) names[body.id] = body.name;
    return names;
}

std::string court_name(const Appearance& at, const std::map<CourtId, std::string>& names) {
    if (!at.court) return at.court_words;
    auto found = names.find(*at.court);
    return found == names.end() ? "A court that is not known" : found->second;
}

/// "2 years, 6 months", "100 hours", "£250.00", "for life or without a term".
std::string length_in_words(const Sentence& sentence) {
    std::string out;
    if (sentence.amount_pence) return pounds(*sentence.amount_pence);
    if (sentence.term == Term::Indeterminate) out = "Without a fixed end";
    if (sentence.term == Term::Fixed) out = in_words(length_of(sentence));
    if (sentence.term == Term::NotKnown) out = "Length not known";
    if (auto part = custodial_of(sentence); !part.empty())
        out += fmt::format(", custodial part or minimum term {}", in_words(part));
    if (sentence.operational_months)
        out += fmt::format(", suspended for {} months", *sentence.operational_months);
    if (sentence.supervision_months)
        out += fmt::format(", supervised for {} months", *sentence.supervision_months);
    if (sentence.hours) out += fmt::format("{}{} hours", out.empty() ? "" : ", ", *sentence.hours);
    return out;
}

SentenceView view_of(const Sentence& sentence, const std::vector<Run>& runs) {
    const auto* known = disposal(sentence.disposal);
    return {.sentence = sentence,
            .disposal = known ? known->name : sentence.disposal,
            .purposes = purposes_of(sentence),
            .length = length_in_words(sentence),
            .ends = ending_of(run_of(sentence), runs)};
}

template <class Row>
std::vector<Row> of_sentence(const std::vector<Row>& rows, Id<Sentence> sentence) {
    std::vector<Row> out;
    std::ranges::copy_if(
        rows, std::back_inserter(out), [&](const Row& row) { return row.sentence == sentence; });
    return out;
}

std::vector<RequirementView> views_of(const std::vector<Requirement>& rows) {
    std::vector<RequirementView> out;
    for (const auto& row : rows) {
        const auto* known = disposal(row.kind);
        out.push_back({row, known ? known->name : row.kind, purposes_of(row)});
    }
    return out;
}

}  // namespace

std::string in_words(const Sentence& sentence) {
    const auto* known = disposal(sentence.disposal);
    auto length = length_in_words(sentence);
    return (known ? known->name : sentence.disposal) + (length.empty() ? "" : ", " + length);
}

OffenderSentences sentences_view(db::Connection& db, offenders::OffenderId offender, Date day) {
    std::span one(&offender.number, 1);
    auto heard = appearances_of(db, one);
    auto courts = courts_of(db, heard, day);
    auto all = sentences_of(db, one);
    auto charged = offences_of(db, one);
    auto required = requirements_of(db, one);
    auto compensated = compensations_of(db, one);
    StandingFacts facts{.day = day};
    for (const auto& each : all) facts.sentences.push_back(run_of(each));
    OffenderSentences out{.offender = offender, .day = day, .standing = standing(facts).value()};
    for (const auto& at : heard) {
        AppearanceView view{.appearance = at, .court = court_name(at, courts)};
        for (const auto& offence : charged)
            if (offence.appearance == at.id) view.offences.push_back(offence);
        for (const auto& each : all) {
            if (each.appearance != at.id) continue;
            auto shown = view_of(each, facts.sentences);
            shown.court = view.court;
            shown.offence = *std::ranges::find(charged, each.offence, &Offence::id);
            shown.requirements = views_of(of_sentence(required, each.id));
            shown.compensation = of_sentence(compensated, each.id);
            view.sentences.push_back(std::move(shown));
        }
        out.appearances.push_back(std::move(view));
    }
    std::ranges::reverse(out.appearances);
    return out;
}

std::vector<DisposalView> disposals_on(Date day) {
    std::vector<DisposalView> out;
    for (const auto& each : disposals()) {
        auto why = why_not_on(each, day);
        out.push_back({each, why.empty(), why});
    }
    return out;
}

}  // namespace noms::sentences
