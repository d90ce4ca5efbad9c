#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "areas/sentences/sentences.hpp"
#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/type.hpp"
#include "kit/record/record.hpp"

/// What is stored of pre-sentence reports: the request, who writes, what was written and checked,
/// and what the court decided.
namespace noms::reports {

using BodyId = Id<organisation::Body>;

/// The kinds of report that courts ask for: data/kind.csv.
enum class Kind { StandardDelivery, FastDelivery, Oral };
DESCRIBE_ENUM(Kind, StandardDelivery, FastDelivery, Oral)

/// Where the person waits for the sentence.
enum class Held { NotKnown, OnBail, InCustody };
DESCRIBE_ENUM(Held, NotKnown, OnBail, InCustody)

/// What the court said of how serious it is. What it did not say is empty.
enum class Seriousness { TooLow, Low, Medium, High, CustodyInevitable };
DESCRIBE_ENUM(Seriousness, TooLow, Low, Medium, High, CustodyInevitable)

/// Whether the offence is of Schedule 15 to the Act of 2003, and of those with ten years or more.
enum class Specified { No, Specified, Serious };
DESCRIBE_ENUM(Specified, No, Specified, Serious)

enum class YesNo { Yes, No };
DESCRIBE_ENUM(YesNo, Yes, No)

/// Passed: checked by a second person, and ready to go to the court.
enum class State { Unallocated, Writing, AtGate, Passed, Delivered, Decided, Withdrawn };
DESCRIBE_ENUM(State, Unallocated, Writing, AtGate, Passed, Delivered, Decided, Withdrawn)

/// How the court's decision stands to the proposal.
enum class Concordance { Followed, Partly, NotFollowed };
DESCRIBE_ENUM(Concordance, Followed, Partly, NotFollowed)

/// One report. `suggested` is what the rules suggested when the proposal was saved, and `otherwise`
/// why another was made; `delivered_text` is what was delivered, as JSON, and empty until then. The
/// court's part (`decided_*`) is the court's own: codes of disposals and requirements, apart by
/// commas.
struct Report {
    Id<Report> id{};
    offenders::OffenderId offender{};
    int version = 1;
    Kind kind = Kind::StandardDelivery;
    BodyId court{};
    BodyId area{};  // whose writers write it
    Date hearing_on{};
    std::string offences{};
    std::optional<Date> committed_on{};
    Held held = Held::NotKnown;
    std::optional<Seriousness> seriousness{};
    bool punishes = false;  // what the court indicated it wants to reach
    bool reduces_reoffending = false;
    bool protects = false;
    bool repairs = false;
    Date asked_on{};
    std::string asked_by{};
    Date due_on{};
    State state = State::Unallocated;
    std::optional<record::AccountId> writer{};
    std::string writer_name{};
    std::optional<Specified> specified{};
    std::optional<YesNo> willing{};
    std::optional<YesNo> fit_for_work{};
    std::string disposal{};
    std::optional<int> months{};
    std::optional<int> hours{};
    std::string reasons{};
    std::string suggested{};
    std::string otherwise{};
    std::string proposed_by{};
    std::optional<Date> submitted_on{};
    std::optional<Date> delivered_on{};
    std::string delivered_by{};
    std::string delivered_to{};
    std::string delivered_text{};
    std::optional<Date> decided_on{};
    std::string decided_disposals{};
    std::string decided_requirements{};
    std::string decided_words{};
    std::string decided_recorded_by{};
    std::optional<Concordance> concordance{};
    std::string withdrawn_because{};
    std::string recorded_by{};
};
DESCRIBE(Report,
         id,
         offender,
         version,
         kind,
         court,
         area,
         hearing_on,
         offences,
         committed_on,
         held,
         seriousness,
         punishes,
         reduces_reoffending,
         protects,
         repairs,
         asked_on,
         asked_by,
         due_on,
         state,
         writer,
         writer_name,
         specified,
         willing,
         fit_for_work,
         disposal,
         months,
         hours,
         reasons,
         suggested,
         otherwise,
         proposed_by,
         submitted_on,
         delivered_on,
         delivered_by,
         delivered_to,
         delivered_text,
         decided_on,
         decided_disposals,
         decided_requirements,
         decided_words,
         decided_recorded_by,
         concordance,
         withdrawn_because,
         recorded_by)
using ReportId = Id<Report>;
extern const record::Table<Report> reports;

/// One section as a named person wrote it: `section` is a code of data/section.csv.
struct Section {
    ReportId report{};
    std::string section{};
    int version = 1;
    std::string words{};
    Date saved_on{};
    std::string saved_by{};
};
DESCRIBE(Section, report, section, version, words, saved_on, saved_by)
extern const record::Table<Section> sections;

/// A requirement of the order that is proposed: `kind` is a code of the disposals.
struct ProposedRequirement {
    ReportId report{};
    std::string kind{};
    std::optional<int> amount{};
};
DESCRIBE(ProposedRequirement, report, kind, amount)
extern const record::Table<ProposedRequirement> proposed_requirements;

/// Who was named as writer, and why; one row each time.
struct Naming {
    Id<Naming> id{};
    ReportId report{};
    record::AccountId writer{};
    std::string writer_name{};
    Date named_on{};
    std::string named_by{};
    std::string reason{};
};
DESCRIBE(Naming, id, report, writer, writer_name, named_on, named_by, reason)
extern const record::Table<Naming> namings;

/// What a second person looks for: one box each.
enum class Looked {
    Offence,
    Pattern,
    Needs,
    RiskNamed,
    HarmToWhom,
    ProposalFits,
    ProposalLawful,
    PlainWords,
    FairWords
};
DESCRIBE_ENUM(Looked,
              Offence,
              Pattern,
              Needs,
              RiskNamed,
              HarmToWhom,
              ProposalFits,
              ProposalLawful,
              PlainWords,
              FairWords)
enum class Verdict { Passed, Returned };
DESCRIBE_ENUM(Verdict, Passed, Returned)

/// One look of a second person at the draft. `looked_at` lists what was found right.
struct Check {
    Id<Check> id{};
    ReportId report{};
    record::AccountId checker{};
    std::string checker_name{};
    Date checked_on{};
    Verdict verdict = Verdict::Passed;
    std::string looked_at{};
    std::string words{};
};
DESCRIBE(Check, id, report, checker, checker_name, checked_on, verdict, looked_at, words)
extern const record::Table<Check> report_checks;

/// The report as it is read and printed: sections that nobody saved are drafts from the record.
struct ReportSection {
    std::string title{};
    std::string words{};
    bool saved = false;
};
DESCRIBE(ReportSection, title, words, saved)
struct ReportText {
    std::string name{};
    std::optional<Date> birth_date{};
    std::string kind{};
    std::string court{};
    Date hearing_on{};
    std::string offences{};
    std::string seriousness{};
    std::string purposes{};
    std::vector<ReportSection> sections{};
    std::string proposal{};
    std::vector<std::string> requirements{};
    std::string reasons{};
    std::string writer{};
    Date written_on{};
    std::string checked_by{};
};
DESCRIBE(ReportText,
         name,
         birth_date,
         kind,
         court,
         hearing_on,
         offences,
         seriousness,
         purposes,
         sections,
         proposal,
         requirements,
         reasons,
         writer,
         written_on,
         checked_by)

}  // namespace noms::reports
