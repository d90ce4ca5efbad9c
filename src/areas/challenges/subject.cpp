#include "areas/challenges/subject.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/assessments/assessments.hpp"
#include "areas/supervision/supervision.hpp"

namespace noms::challenges {
namespace {

constexpr int contacts_offered = 30;
constexpr size_t words_shown = 160;

struct Predictor {
    std::string_view code;
    std::string_view name;
};
constexpr Predictor predictors[] = {
    {"ogrs3", "Chance of reconviction (OGRS3)"},
    {"ogp", "Chance of further offending (OGP)"},
    {"ovp", "Chance of violent offending (OVP)"},
};

std::string beginning_of(const std::string& words) {
    if (words.size() <= words_shown) return words;
    auto end = words.rfind(' ', words_shown);
    return words.substr(0, end == std::string::npos ? words_shown : end) + " …";
}

std::string name_of(const supervision::Note& note) {
    return fmt::format("Note of {} by {}: {}",
                       noms::in_words(note.written_on),
                       note.written_by,
                       beginning_of(note.words));
}

std::string name_of(const Predictor& predictor, const assessments::AssessedNow& now) {
    auto words = fmt::format("{} of the assessment signed on {}",
                             predictor.name,
                             noms::in_words(*now.assessment->signed_on));
    if (predictor.code == "ogrs3" && now.reconviction_percent)
        words += fmt::format(": {} %", *now.reconviction_percent);
    return words;
}

auto none(const char* field, const char* words) {
    return invalid({{field, "no_such_entry", words}});
}

Result<Challenge> of_tier(db::Connection& db, const offenders::Offender& who, Date on, Date today) {
    if (today < on) return none("on_day", "The day must not be in the future");
    auto now = assessments::assessed_of(db, who, on);
    if (!assessments::tier_scheme_on(on)) return none("on_day", "There were no tiers on that day");
    Challenge out{.subject = Subject::Tier, .tier_on = on};
    out.contested =
        fmt::format("Tier on {}: {}",
                    noms::in_words(on),
                    now.tier.set_instead ? now.tier.holds() : assessments::in_words(now.tier));
    if (now.tier.set_instead)
        out.entered_by = now.tier.set_instead->set_by;
    else if (now.assessment)
        out.entered_by = now.assessment->signed_by;
    return out;
}

Result<Challenge> of_score(db::Connection& db,
                           const offenders::Offender& who,
                           std::string_view code,
                           Date today) {
    auto predictor = std::ranges::find(predictors, code, &Predictor::code);
    auto now = assessments::risk_and_needs_of(db, who, today);
    if (predictor == std::end(predictors) || !now.assessment)
        return none("about", "Choose what is contested from the list");
    return Challenge{.subject = Subject::Score,
                     .assessment = now.assessment->id,
                     .predictor = std::string(code),
                     .contested = name_of(*predictor, now),
                     .entered_by = now.assessment->signed_by};
}

Result<Challenge> of_note(db::Connection& db,
                          const offenders::Offender& who,
                          std::string_view key) {
    auto number = parse_id_text(key);
    auto note = number ? supervision::note_of(db, who.id, {*number}) : std::nullopt;
    if (!note) return none("about", "Choose what is contested from the list");
    return Challenge{.subject = Subject::Note,
                     .contact = note->contact,
                     .note = note->id,
                     .contested = name_of(*note),
                     .entered_by = note->written_by};
}

}  // namespace

std::vector<page::Option> subjects_of(db::Connection& db,
                                      const offenders::Offender& who,
                                      Date day) {
    std::vector<page::Option> out{{"tier", "The tier", "On the day that is given below"}};
    auto now = assessments::risk_and_needs_of(db, who, day);
    if (now.assessment)
        for (const auto& each : predictors)
            out.push_back({"score:" + std::string(each.code), name_of(each, now)});
    std::vector<std::int64_t> contacts;
    for (const auto& each : supervision::newest_contacts(db, who.id, day, contacts_offered))
        contacts.push_back(each.id.number);
    auto notes = supervision::notes_among(db, contacts);
    std::ranges::stable_sort(notes, std::ranges::greater{}, &supervision::Note::written_on);
    for (const auto& each : notes) out.push_back({"note:" + to_text(each.id), name_of(each)});
    return out;
}

Result<Challenge> contested(db::Connection& db,
                            const offenders::Offender& who,
                            const std::string& about,
                            Date tier_on,
                            Date today) {
    if (about == "tier") return of_tier(db, who, tier_on, today);
    if (about.starts_with("score:")) return of_score(db, who, about.substr(6), today);
    if (about.starts_with("note:")) return of_note(db, who, about.substr(5));
    return none("about", "Choose what is contested from the list");
}

std::string in_words(Subject subject) {
    switch (subject) {
        case Subject::Score: return "Score";
        case Subject::Tier: return "Tier";
        case Subject::Note: return "Contact note";
    }
    return {};
}

std::string in_words(Outcome outcome) {
    switch (outcome) {
        case Outcome::Upheld: return "Upheld";
        case Outcome::Partly: return "Upheld in part";
        case Outcome::NotUpheld: return "Not upheld";
    }
    return {};
}

}  // namespace noms::challenges
