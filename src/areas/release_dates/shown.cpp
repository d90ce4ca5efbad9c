#include "areas/release_dates/shown.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/page/trying.hpp"

namespace noms::release_dates {

using namespace page;

namespace {

std::string count(int number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
}

std::string name_of_sentence(const SentenceFact& sentence) {
    const auto* known = sentences::disposal(sentence.disposal);
    return known ? known->name : sentence.disposal;
}

std::string offence_of(const SentenceFact& sentence) {
    auto words = sentence.offence.empty() ? std::string("An offence that is not named")
                                          : capitalised(sentence.offence);
    return words + (sentence.committed_on ? " on " + in_words(*sentence.committed_on)
                                          : std::string(" on a day that is not known"));
}

void add_sentences(std::vector<FactLine>& out, const CalculationFacts& facts) {
    for (size_t i = 0; i < facts.sentences.size(); ++i) {
        const auto& each = facts.sentences[i];
        auto words = fmt::format(
            "{}. {}, {}", offence_of(each), name_of_sentence(each), term_in_words(each));
        for (size_t other = 0; each.consecutive_to && other < facts.sentences.size(); ++other)
            if (facts.sentences[other].id == *each.consecutive_to)
                words += fmt::format(", after sentence {}", other + 1);
        out.push_back({fmt::format("Sentence {}", i + 1), words, each.id});
    }
}

/// Of each offence that somebody looked up, the schedules that name it.
void add_marks(std::vector<FactLine>& out, const CalculationFacts& facts) {
    for (size_t i = 0; i < facts.sentences.size(); ++i) {
        const auto& each = facts.sentences[i];
        if (!each.marks) continue;
        std::string words;
        for (const auto& mark : sentences::offence_marks())
            if (each.marks->has(mark.code))
                words += (words.empty() ? "" : "; ") + mark.name + " (" + mark.cite + ")";
        out.push_back({fmt::format("Marks of offence {}", i + 1),
                       words.empty() ? "Looked up: no schedule names it" : words,
                       each.id});
    }
}

/// Every sentence of its own: what one court counted, another may not have.
void add_counted(std::vector<FactLine>& out, const CalculationFacts& facts) {
    for (size_t i = 0; i < facts.sentences.size(); ++i) {
        const auto& each = facts.sentences[i];
        auto of = facts.sentences.size() > 1 ? fmt::format(", sentence {}", i + 1) : std::string();
        auto remand = each.remand_days ? count(*each.remand_days, "day") + " that count"
                                       : std::string("Not recorded: none are taken off");
        out.push_back({"Remand" + of, remand, each.id});
        if (each.tagged_bail_days)
            out.push_back({"Tagged bail" + of,
                           count(*each.tagged_bail_days, "day") + " that count",
                           each.id});
    }
}

std::string added_in_words(const std::vector<AddedFact>& added) {
    if (added.empty()) return "None";
    std::string words;
    for (const auto& each : added)
        words += (words.empty() ? "" : "; ") + count(each.days, "day") +
                 (each.kind == AddedKind::Awarded ? " added on " : " given back on ") +
                 in_words(each.decided_on);
    return words;
}

std::string absences_in_words(const std::vector<AbsenceFact>& absences) {
    if (absences.empty()) return "None";
    std::string words;
    for (const auto& each : absences)
        words += (words.empty() ? "" : "; ") + ("from " + in_words(each.left_on)) +
                 (each.back_on ? " to " + in_words(*each.back_on) : std::string(", still away"));
    return capitalised(words);
}

}  // namespace

std::string how_far(Date day, Date today) {
    int days = days_between(today, day);
    if (days == 0) return "today";
    return days > 0 ? "in " + count(days, "day") : count(-days, "day") + " ago";
}

std::string difference_in_words(const MovedDate& moved) {
    if (!moved.before) return "new";
    if (!moved.after) return "no longer";
    int days = moved.days();
    if (days == 0) return "no change";
    return count(std::abs(days), "day") + (days > 0 ? " later" : " earlier");
}

std::string term_in_words(const SentenceFact& sentence) {
    auto words = sentence.length.empty() ? std::string("a length that is not recorded")
                                         : sentences::in_words(sentence.length);
    if (sentence.custodial)
        words += ", of which " + sentences::in_words(*sentence.custodial) + " in custody,";
    return words + " from " + in_words(sentence.imposed_on);
}

std::string law_in_words(std::string_view profile) {
    const auto* law = law_of(profile);
    return law ? law->in_words : std::string(profile);
}

std::string dates_in_words(const std::vector<WorkedDate>& dates) {
    std::string words;
    for (const auto& each : dates)
        words += (words.empty() ? "" : "; ") + date_kind(each.type).name + " " +
                 in_full(each.falls_on.value_or(each.on_day));
    return words;
}

Html steps_of(const std::vector<law::Ground>& because) {
    std::vector<page::Step> all;
    for (const auto& ground : because)
        all.push_back({ground.text, ground.source.cite, ground.source.link});
    return steps(all);
}

Cell shown_day(const WorkedDate& date) {
    auto falls_on = date.falls_on.value_or(date.on_day);
    auto words = together(in_short(falls_on));
    if (!date.falls_on) return with_sub(words, "whether that is a working day is not known yet");
    if (falls_on == date.on_day) return words;
    auto moved = falls_on < date.on_day ? "brought forward from " : "put back from ";
    return with_sub(words, moved + in_short(date.on_day));
}

Html moved_table(const std::string& caption,
                 const std::string& before,
                 const std::string& after,
                 const std::vector<MovedDate>& moved) {
    Table table{.caption = caption,
                .columns = {{"What"}, {before}, {after}, {"Difference"}},
                .sticky = false};
    auto shown = [](const std::optional<Date>& day) {
        return day ? in_words(*day) : std::string("None");
    };
    for (const auto& each : moved)
        table.rows.push_back(
            {{date_kind(each.type).name,
              shown(each.before),
              each.has_moved() ? Cell(changed(shown(each.after))) : Cell(shown(each.after)),
              difference_in_words(each)}});
    return page::table(table);
}

std::vector<FactLine> lines_of(const CalculationFacts& facts) {
    std::vector<FactLine> out;
    add_sentences(out, facts);
    add_marks(out, facts);
    add_counted(out, facts);
    out.push_back({"Added days", added_in_words(facts.added)});
    out.push_back({"Unlawfully at large", absences_in_words(facts.absences)});
    for (const auto& each : facts.releases) {
        auto reason = each.reason.empty() ? "" : ", " + lower(label_of(each.reason));
        out.push_back({"Released", in_words(each.released_on) + reason});
    }
    for (const auto& each : facts.recalls)
        out.push_back({"Recalled",
                       "Licence revoked on " + in_words(each.revoked_on) + ", back in custody on " +
                           in_words(each.returned_on) +
                           (each.term ? ", " + std::string(movements::in_words(*each.term)) : "")});
    out.push_back({"Born", facts.born ? in_words(*facts.born) : std::string("Not known")});
    if (facts.registered_sex_offender)
        out.push_back({"Notification", "Subject to notification: no home detention curfew"});
    return out;
}

Html state_tag(CalculationState state) {
    switch (state) {
        case CalculationState::Prepared: return tag("Waits for approval", Colour::Yellow);
        case CalculationState::Approved: return tag("Approved", Colour::Green);
        case CalculationState::Rejected: break;
    }
    return tag("Rejected", Colour::Grey);
}

std::string dates_path(OffenderId offender) {
    return offenders::path_of(offender) + "/release-dates";
}

std::string path_of(const StoredCalculation& stored) {
    return dates_path(stored.offender) + "/calculations/" + to_text(stored.id);
}

}  // namespace noms::release_dates
