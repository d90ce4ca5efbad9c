#include "areas/reports/suggesting.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

/// A row of data/level.csv: how much an order carries.
struct Level {
    Seriousness seriousness = Seriousness::Low;
    int months = 0;
    int requirements_max = 0;
    int unpaid_hours = 0;
    int treatment_months = 0;
    int curfew_hours = 0;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Level,
         seriousness,
         months,
         requirements_max,
         unpaid_hours,
         treatment_months,
         curfew_hours,
         source,
         certainty)

/// What must be so before a requirement is suggested. Likely: reconviction from a certain
/// likelihood on.
enum class Wants { Nothing, Willing, Likely };
DESCRIBE_ENUM(Wants, Nothing, Willing, Likely)

/// A row of data/need_requirement.csv: what meets a need.
struct Match {
    std::string need{};
    std::string requirement{};
    Wants wants = Wants::Nothing;
    std::string words{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(Match, need, requirement, wants, words, source, certainty)

const std::vector<Match>& matches() {
    static const auto all = rows::read<Match>(data::need_requirement);
    return all;
}

const Level& level_of(Seriousness seriousness) {
    static const auto all = rows::read<Level>(data::level);
    return *std::ranges::find(all, seriousness, &Level::seriousness);
}

const law::Provision requirements_fit{"Criminal Justice Act 2003, s. 148(2)", ""};
const law::Provision compatible{"Criminal Justice Act 2003, ss. 177(6) and 217", ""};

using Found = std::vector<SuggestedRequirement>;

/// One more, or one more reason for what is suggested already.
void put(Found& found, const std::string& kind, std::optional<int> amount, const std::string& why) {
    auto at = std::ranges::find(found, kind, &SuggestedRequirement::kind);
    if (at == found.end())
        found.push_back({kind, amount, capitalised(why)});
    else
        at->why += "; " + why;
}

void say_unwilling(const ProposalFacts& facts, const Match& match, ProposalRuling& out) {
    auto name = lower(sentences::disposal(match.requirement)->name);
    if (facts.willing)
        out.consider.push_back("Not willing to be treated, so that no " + name + " is suggested");
    else
        out.missing.push_back("Whether they are willing to be treated: a " + name + " wants it");
}

/// What treats and helps. A need whose own requirement is not to be had is met by supervision.
Found found_for_needs(const ProposalFacts& facts, const Level& level, ProposalRuling& out) {
    Found found;
    for (const auto& match : matches()) {
        if (std::ranges::find(facts.needs, match.need) == facts.needs.end()) continue;
        bool likely =
            facts.reconviction_percent && *facts.reconviction_percent >= limit("programme_from");
        if (match.wants == Wants::Willing && !facts.willing.value_or(false)) {
            say_unwilling(facts, match, out);
            put(found, "REQ_SUP", level.months, "supervision follows " + lower(match.need));
        } else if (match.wants == Wants::Likely && !likely) {
            put(found, "REQ_SUP", level.months, "supervision works on " + lower(match.need));
        } else if (match.wants == Wants::Likely) {
            put(found, "REQ_SUP", level.months, "supervision stands beside the programme");
            put(found, match.requirement, std::nullopt, match.words);
        } else {
            bool treats = match.wants == Wants::Willing;
            put(found,
                match.requirement,
                treats ? level.treatment_months : level.months,
                match.words);
        }
    }
    return found;
}

/// Unpaid work, or a curfew for those who cannot do it.
void punish(const ProposalFacts& facts, const Level& level, Found& found, ProposalRuling& out) {
    if (!facts.fit_for_work)
        out.missing.push_back(
            "Whether they can do unpaid work (s. 199(2): the court must be "
            "satisfied that they are suitable)");
    if (facts.fit_for_work.value_or(true))
        return put(found, "REQ_UPW", level.unpaid_hours, "it punishes, and repairs");
    put(found, "REQ_CUR", level.curfew_hours, "it punishes where unpaid work cannot be done");
}

void keep_within_level(Found& found, const Level& level, ProposalRuling& out) {
    while (int(found.size()) > level.requirements_max) {
        const auto* known = sentences::disposal(found.back().kind);
        out.because.push_back(
            {known->name + " is left out: it would be more than the seriousness carries",
             requirements_fit});
        found.pop_back();
    }
}

void keep_lawful(Found& found, const ProposalFacts& facts, ProposalRuling& out) {
    std::erase_if(found, [&](const SuggestedRequirement& each) {
        auto faults = sentences::requirement_faults(each.kind, each.amount, facts.hearing_on);
        if (!faults.empty())
            out.because.push_back({"Left out: " + faults.front().words, requirements_fit});
        return !faults.empty();
    });
}

/// A curfew is watched by electronic monitoring (s. 177(3)); it counts with the curfew.
void watch_curfew(Found& found) {
    if (std::ranges::find(found, "REQ_CUR", &SuggestedRequirement::kind) != found.end())
        found.push_back({"EM", std::nullopt, "A curfew is watched electronically (s. 177(3))"});
}

bool has(const Found& found, std::string_view kind) {
    return std::ranges::find(found, kind, &SuggestedRequirement::kind) != found.end();
}

/// The orders of the Act of 2000, for what was done before 4 April 2005.
void suggest_earlier(const Found& found, const Level& level, ProposalRuling& out) {
    bool works = has(found, "REQ_UPW");
    bool helps = has(found, "REQ_SUP") || has(found, "REQ_PRG") || has(found, "REQ_ATR");
    out.disposal = has(found, "REQ_DRR") ? "DTTO"
                   : works && helps      ? "CPRO"
                   : works               ? "CPO"
                   : helps               ? "CRO"
                                         : "CURO";
    if (out.disposal == "CPO")
        out.hours = level.unpaid_hours;
    else
        out.months = out.disposal == "CURO" ? level.treatment_months : level.months;
    out.because.push_back(
        {"The offence was committed before 4 April 2005: the orders of the Act "
         "of 2000 apply",
         {"SI 2005/950; Powers of Criminal Courts (Sentencing) Act 2000", ""}});
    out.consider.push_back("Conditions of the order: " +
                           (found.empty() ? std::string("none") : found.front().why));
}

}  // namespace

void suggest_order(const ProposalFacts& facts, Seriousness seriousness, ProposalRuling& out) {
    const auto& level = level_of(seriousness);
    out.course = Course::CommunitySentence;
    out.because.push_back({fmt::format("Serious enough for a community sentence ({}): up to {} "
                                       "requirement{} over {} months ({})",
                                       label_of(describe::choice_text(seriousness)),
                                       level.requirements_max,
                                       level.requirements_max == 1 ? "" : "s",
                                       level.months,
                                       level.certainty),
                           {level.source, ""}});
    auto found = found_for_needs(facts, level, out);
    if (found.empty() || facts.wants_punishment || seriousness > Seriousness::Low)
        punish(facts, level, found, out);
    keep_within_level(found, level, out);
    static const Date first_day = *parse_date("2005-04-04");
    if (facts.committed_on && *facts.committed_on < first_day)
        return suggest_earlier(found, level, out);
    keep_lawful(found, facts, out);
    if (found.empty()) return;
    watch_curfew(found);
    out.disposal = "CO";
    out.months = level.months;
    out.requirements = std::move(found);
    out.because.push_back(
        {"Requirements are to go together, and not to clash with work, "
         "schooling or faith: ask before they are proposed",
         compatible});
}

}  // namespace noms::reports
