#include "areas/reports/words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::reports {
namespace {

/// "40 hours", "12 months": so much of a requirement, empty where it has no unit.
std::string amount_in_words(const sentences::Disposal& known, int amount) {
    auto unit = known.minimum_unit ? known.minimum_unit : known.maximum_unit;
    return unit ? fmt::format(", {} {}", amount, sentences::in_words(*unit)) : std::string();
}

}  // namespace

const std::vector<SectionKind>& section_kinds() {
    static const auto all = rows::read<SectionKind>(data::section);
    return all;
}

const SectionKind* section_kind(std::string_view code) {
    auto found = std::ranges::find(section_kinds(), code, &SectionKind::code);
    return found == section_kinds().end() ? nullptr : &*found;
}

bool is_wanted(const SectionKind& section, Kind kind) {
    auto kinds = split(section.wanted_for, '|');
    return std::ranges::find(kinds, describe::choice_text(kind)) != kinds.end();
}

std::string in_words(Kind kind) {
    return kind_of_report(kind, false).name;
}

std::string in_words(State state) {
    switch (state) {
        case State::Unallocated: return "Waits for a writer";
        case State::Writing: return "Being written";
        case State::AtGate: return "Waits to be checked";
        case State::Passed: return "Checked, not delivered yet";
        case State::Delivered: return "Delivered, the court has not decided yet";
        case State::Decided: return "The court has decided";
        case State::Withdrawn: return "No longer wanted";
    }
    return {};
}

std::string in_words(Held held) {
    switch (held) {
        case Held::NotKnown: return "Not known";
        case Held::OnBail: return "On bail";
        case Held::InCustody: return "Remanded in custody";
    }
    return {};
}

std::string in_words(Seriousness seriousness) {
    switch (seriousness) {
        case Seriousness::TooLow: return "Too low for a community sentence";
        case Seriousness::Low: return "Low";
        case Seriousness::Medium: return "Medium";
        case Seriousness::High: return "High";
        case Seriousness::CustodyInevitable: return "So serious that custody is inevitable";
    }
    return {};
}

std::string in_words(Specified specified) {
    switch (specified) {
        case Specified::No: return "No";
        case Specified::Specified: return "Yes: a specified offence";
        case Specified::Serious: return "Yes: a serious one, with ten years or more";
    }
    return {};
}

std::string in_words(Looked looked) {
    switch (looked) {
        case Looked::Offence: return "The offence is analysed, not only told";
        case Looked::Pattern: return "The pattern of offending is shown";
        case Looked::Needs: return "Each need is linked to offending, or said not to be";
        case Looked::RiskNamed: return "The score of reconviction is named with its tool";
        case Looked::HarmToWhom: return "It says what harm may be done, and to whom";
        case Looked::ProposalFits: return "The proposal fits seriousness, risk and needs";
        case Looked::ProposalLawful:
            return "The court can pass it, and its requirements go together";
        case Looked::PlainWords: return "It is in plain words";
        case Looked::FairWords: return "Nothing in it discriminates";
    }
    return {};
}

std::string in_words(Concordance concordance) {
    switch (concordance) {
        case Concordance::Followed: return "Followed";
        case Concordance::Partly: return "Followed in part";
        case Concordance::NotFollowed: return "Not followed";
    }
    return {};
}

std::string in_words(const ProposedRequirement& row) {
    const auto* known = sentences::disposal(row.kind);
    if (!known) return row.kind;
    return known->name + (row.amount ? amount_in_words(*known, *row.amount) : std::string());
}

std::string disposals_in_words(std::string_view codes) {
    std::vector<std::string> names;
    for (const auto& code : split(codes, ',')) {
        const auto* known = sentences::disposal(code);
        names.push_back(known ? known->name : std::string(code));
    }
    return fmt::format("{}", fmt::join(names, " and "));
}

std::string order_in_words(std::string_view disposal,
                           std::optional<int> months,
                           std::optional<int> hours,
                           const std::vector<ProposedRequirement>& requirements) {
    const auto* known = sentences::disposal(disposal);
    if (!known) return "";
    auto out = known->name;
    if (months) out += fmt::format(", {} months", *months);
    if (hours) out += fmt::format(", {} hours", *hours);
    std::vector<std::string> lines;
    for (const auto& each : requirements) lines.push_back(in_words(each));
    return lines.empty() ? out : fmt::format("{}: {}", out, fmt::join(lines, "; "));
}

std::string proposal_in_words(const Report& report,
                              const std::vector<ProposedRequirement>& requirements) {
    return order_in_words(report.disposal, report.months, report.hours, requirements);
}

std::string purposes_in_words(const Report& report) {
    std::vector<std::string> words;
    for (auto purpose : sentences::purposes_of(report))
        words.emplace_back(sentences::in_words(purpose));
    if (words.empty()) return "Not stated";
    return label_of(fmt::format("{}", fmt::join(words, ", ")));
}

std::string days_in_words(int days) {
    return fmt::format("{} day{}", days, days == 1 ? "" : "s");
}

std::string list_path_of(offenders::OffenderId offender) {
    return offenders::path_of(offender) + "/reports";
}

std::string path_of(const Report& report) {
    return list_path_of(report.offender) + "/" + to_text(report.id);
}

}  // namespace noms::reports
