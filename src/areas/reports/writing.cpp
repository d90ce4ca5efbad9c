#include <algorithm>

#include <fmt/format.h>

#include "areas/reports/drawing.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/store.hpp"
#include "areas/reports/words.hpp"
#include "kit/base/text.hpp"

/// The report is written: its sections in several sittings, its proposal, and handed in.
namespace noms::reports {
namespace {

using Requirements = std::vector<ProposedRequirement>;
using Faults = std::vector<FieldError>;

/// Without blanks at the ends, and with line ends as they are kept.
std::string as_kept(std::string_view given) {
    std::string out(trimmed(given));
    std::erase(out, '\r');
    return out;
}

Result<Report> writable(web::Context& context) {
    auto report = TRY(report_in(context));
    TRY(taken(context, report, {.step = Step::Write}));
    return report;
}

/// The same, as the form was shown: nobody changed the report meanwhile.
Result<Report> writable_as_seen(web::Context& context, int version) {
    auto report = TRY(writable(context));
    if (report.version != version)
        return conflict(
            "Somebody changed this report while you were at this form. What you typed "
            "still stands below: compare, and save again.");
    return report;
}

Result<void> check_seen(const Section* now, const SaveSection& given, const std::string& words) {
    int version = now ? now->version : 0;
    if (given.seen == version || !now || now->words == words) return {};
    return std::unexpected(
        Error{Error::Kind::Conflict,
              "Somebody else saved this section while you were writing it.",
              {{"words",
                "changed_meanwhile",
                fmt::format("{} saved other words meanwhile: they stand below. Save again to put "
                            "yours in their place",
                            now->saved_by)}}});
}

Requirements requirements_in(ReportId report, const SaveProposal& given) {
    const std::pair<std::optional<std::string>, std::optional<int>> all[] = {
        {given.requirement, given.amount},
        {given.requirement_2, given.amount_2},
        {given.requirement_3, given.amount_3},
        {given.requirement_4, given.amount_4}};
    Requirements out;
    for (const auto& [kind, amount] : all)
        if (kind && !kind->empty()) out.push_back({report, *kind, amount});
    return out;
}

/// The field of the form in which the n-th requirement stands.
std::string field_of(const char* name, size_t place) {
    return place == 0 ? std::string(name) : fmt::format("{}_{}", name, place + 1);
}

/// The kinds that the n-th stands beside: one that is there twice is a fault where it comes again.
std::vector<std::string> beside(const Requirements& all, size_t place) {
    std::vector<std::string> out;
    for (size_t i = 0; i < all.size(); ++i)
        if (i < place || all[i].kind != all[place].kind) out.push_back(all[i].kind);
    return out;
}

void check_requirements(const Requirements& all,
                        const offenders::Offender& who,
                        Date day,
                        Faults& faults) {
    for (size_t i = 0; i < all.size(); ++i) {
        auto found = sentences::requirement_faults(all[i].kind, all[i].amount, day);
        for (auto& fault :
             sentences::compatibility_faults(all[i].kind, beside(all, i), who.birth_date, day))
            found.push_back(std::move(fault));
        for (const auto& fault : found)
            faults.push_back({field_of(fault.field == "amount" ? "amount" : "requirement", i),
                              fault.code,
                              fault.words});
    }
}

/// Criminal Justice Act 2003, s. 177(6), as the service reads it.
void check_treatments(const Requirements& all, Faults& faults) {
    bool drugs = std::ranges::find(all, "REQ_DRR", &ProposedRequirement::kind) != all.end();
    bool health = std::ranges::find(all, "REQ_MHT", &ProposedRequirement::kind) != all.end();
    bool drink = std::ranges::find(all, "REQ_ATR", &ProposedRequirement::kind) != all.end();
    if (drugs + health + drink > 1 && all.size() > 3)
        faults.push_back({"requirement",
                          "too_much_treatment",
                          "Two treatments with more beside them do not go together (s. 177(6))"});
}

/// The field of this form for what the law of a disposal says; empty: it is for the court alone,
/// as the length of a term and the amount of a fine are.
std::string field_for(const sentences::DisposalFault& fault, const sentences::Disposal& disposal) {
    using enum sentences::Group;
    if (fault.field == "disposal" || fault.field == "requirement") return fault.field;
    bool measured = disposal.kind == Community || disposal.kind == EarlierCommunity ||
                    disposal.kind == Discharge;
    if (!measured) return "";
    if (fault.field == "years") return "months";
    return fault.field == "hours" ? "hours" : "";
}

void check_disposal(const Report& report,
                    const offenders::Offender& who,
                    const SaveProposal& given,
                    const Requirements& all,
                    Faults& faults) {
    const auto* known = sentences::disposal(given.disposal);
    if (!known || known->kind == sentences::Group::Requirement)
        return faults.push_back({"disposal", "unknown_code", "Choose a disposal from the list"});
    sentences::DisposalFacts facts{.disposal = given.disposal,
                                   .imposed_on = report.hearing_on,
                                   .committed_on = report.committed_on,
                                   .born = who.birth_date,
                                   .purposes = {sentences::Purpose::Punish},
                                   .length = {.months = given.months.value_or(0)},
                                   .hours = given.hours};
    // What monitoring goes with is said by check_requirements.
    auto own = std::ranges::find_if(
        all, [](const ProposedRequirement& each) { return each.kind != "EM"; });
    if (own != all.end()) {
        facts.requirement = own->kind;
        facts.requirement_amount = own->amount;
    }
    auto ruling = sentences::disposal_ruling(facts);
    for (const auto& fault : ruling ? ruling->faults : std::vector<sentences::DisposalFault>{}) {
        auto field = field_for(fault, *known);
        bool told = std::ranges::find(faults, field, &FieldError::field) != faults.end();
        if (!field.empty() && !told) faults.push_back({field, fault.code, fault.words});
    }
}

/// Whether somebody proposes another disposal, or other requirements, than the rules suggest.
bool differs(const ProposalRuling& suggestion,
             const std::string& disposal,
             const Requirements& all) {
    if (suggestion.disposal.empty()) return false;
    if (suggestion.disposal != disposal) return true;
    std::vector<std::string> theirs, ours;
    for (const auto& each : suggestion.requirements) theirs.push_back(each.kind);
    for (const auto& each : all) ours.push_back(each.kind);
    std::ranges::sort(theirs);
    std::ranges::sort(ours);
    return theirs != ours;
}

std::string suggestion_in_words(const ProposalRuling& suggestion) {
    Requirements all;
    for (const auto& each : suggestion.requirements) all.push_back({{}, each.kind, each.amount});
    return order_in_words(suggestion.disposal, suggestion.months, suggestion.hours, all);
}

void write_requirements(web::Context& context, const Report& report, const Requirements& after) {
    auto before = store::requirements_among(context.db, std::span(&report.id.number, 1));
    for (const auto& was : before)
        if (std::ranges::find(after, was.kind, &ProposedRequirement::kind) == after.end())
            context.changes->remove(proposed_requirements, was);
    for (const auto& is : after) {
        auto was = std::ranges::find(before, is.kind, &ProposedRequirement::kind);
        if (was == before.end())
            context.changes->add(proposed_requirements, is);
        else
            context.changes->change(proposed_requirements, *was, is);
    }
}

Faults faults_of(const Report& report,
                 const offenders::Offender& who,
                 const SaveProposal& given,
                 const Requirements& all,
                 bool otherwise) {
    Faults faults;
    check_requirements(all, who, report.hearing_on, faults);
    check_treatments(all, faults);
    check_disposal(report, who, given, all, faults);
    if (trimmed(given.reasons).empty())
        faults.push_back({"reasons", "missing", "Say why this is proposed"});
    if (otherwise && trimmed(given.otherwise.value_or("")).empty())
        faults.push_back(
            {"otherwise", "missing", "The rules suggest something else: say why you propose this"});
    return faults;
}

}  // namespace

std::vector<FieldError> missing_in(const Report& report, const std::vector<Section>& saved) {
    Faults missing;
    for (const auto& kind : section_kinds())
        if (is_wanted(kind, report.kind) &&
            std::ranges::find(saved, kind.code, &Section::section) == saved.end())
            missing.push_back({kind.code,
                               "missing",
                               kind.title + ": read the draft from the record and save it"});
    if (report.disposal.empty() || report.reasons.empty())
        missing.push_back({"proposal", "missing", "The proposal: nothing is proposed yet"});
    return missing;
}

Result<Report> save_section(web::Context& context, const SaveSection& given) {
    auto report = TRY(writable(context));
    auto code = std::string(context.part("section"));
    if (!section_kind(code)) return not_found("There is no such section.");
    auto words = as_kept(given.words);
    if (words.empty()) return invalid({{"words", "missing", "Write something, or keep the draft"}});
    auto all = store::sections_of(context.db, report.id);
    auto found = std::ranges::find(all, code, &Section::section);
    const auto* now = found == all.end() ? nullptr : &*found;
    CHECK(check_seen(now, given, words));
    context.changes->about({std::string(offenders::subject_kind), report.offender.number},
                           "reports.section_saved");
    Section after{.report = report.id,
                  .section = code,
                  .version = now ? now->version + 1 : 1,
                  .words = words,
                  .saved_on = context.today,
                  .saved_by = context.actor.name};
    if (now)
        context.changes->change(sections, *now, after);
    else
        context.changes->add(sections, after);
    return report;
}

Result<Report> save_facts(web::Context& context, const SaveFacts& given) {
    auto before = TRY(writable_as_seen(context, given.version));
    auto after = before;
    after.specified = given.specified;
    after.willing = given.willing;
    after.fit_for_work = given.fit_for_work;
    return keep(context, before, after, "reports.facts_saved", "");
}

Result<Report> save_proposal(web::Context& context, const SaveProposal& given) {
    auto before = TRY(writable_as_seen(context, given.version));
    auto who = TRY(offenders::offender_in(context));
    auto suggestion = TRY(suggested(context.db, who, before, context.today));
    auto all = requirements_in(before.id, given);
    bool otherwise = differs(suggestion, given.disposal, all);
    if (auto faults = faults_of(before, who, given, all, otherwise); !faults.empty())
        return invalid(std::move(faults));
    auto after = before;
    after.disposal = given.disposal;
    after.months = given.months;
    after.hours = given.hours;
    after.reasons = as_kept(given.reasons);
    after.suggested = suggestion_in_words(suggestion);
    after.otherwise = otherwise ? as_kept(given.otherwise.value_or("")) : "";
    after.proposed_by = context.actor.name;
    auto kept = TRY(keep(context, before, after, "reports.proposed", ""));
    write_requirements(context, kept, all);
    return kept;
}

Result<Report> hand_in(web::Context& context, const HandIn&) {
    auto before = TRY(report_in(context));
    auto missing = missing_in(before, store::sections_of(context.db, before.id));
    auto state = taken(context, before, {.step = Step::Submit, .complete = true});
    if (state && !missing.empty()) return invalid(std::move(missing));
    auto after = before;
    after.state = TRY(std::move(state));
    after.submitted_on = context.today;
    return keep(context, before, after, "reports.handed_in", "Handed in");
}

}  // namespace noms::reports
