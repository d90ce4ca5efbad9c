#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"
#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/release_dates/release_dates.hpp"
#include "areas/sentences/sentences.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/page/person.hpp"
#include "kit/web/api.hpp"

/// One person on a page: where they are, what changes next, who is responsible, what is due.
namespace noms::overview {

/// A sentence that runs or ran, in words, and when it ends at the latest.
struct ShownSentence {
    std::string what{};     // "Community order, 12 months"
    std::string offence{};  // "Theft from a shop"
    Date imposed_on{};
    sentences::Ending ends{};
    bool custodial = false;
    bool ended = false;
};

/// What the reader may read of a person; a part that is not theirs is neither loaded nor shown.
struct MayRead {
    bool movements = true;
    bool sentences = true;
    bool release_dates = true;
    bool management = true;
    bool tasks = true;
    bool assessments = true;  // with all that a tier is computed from
    bool challenges = true;
    bool handovers = true;
};

/// Everything the page shows, loaded once.
struct Person {
    offenders::Offender who{};
    MayRead may{};
    std::optional<movements::Movement> place{};  // none: no movement is recorded
    std::string place_name{};
    std::optional<management::Allocation> allocation{};
    std::string manager_name{};
    std::vector<tasks::Task> due{};
    std::vector<ShownSentence> sentences{};
    sentences::Standing standing{};
    std::optional<release_dates::ApprovedDates> dates{};
    std::vector<management::Objective> plan{};
    std::optional<assessments::AssessedNow> assessed{};
    std::vector<page::Happening> happened{};
};

/// What was asked of the database for it, at once; a part that is not the reader's is not asked
/// for.
struct AskedPerson {
    MayRead may{};
    db::Later<std::vector<movements::Placed>> place{};
    db::Later<std::vector<management::Holding>> holding{};
    db::Later<std::vector<management::Objective>> plan{};
    db::Later<sentences::SentencesInFull> passed{};
    assessments::AskedAssessed assessed{};
    db::Later<std::vector<release_dates::ApprovedDates>> dates{};
    db::Later<std::vector<tasks::Task>> due{};
    db::Later<std::vector<page::Happening>> happened{};
};
/// At most 12 questions, those of the way in counted; the context has to last until they are
/// answered.
AskedPerson ask_person(web::Context&, offenders::OffenderId);
Person person_of(AskedPerson, const offenders::Offender&, Date today);

/// The sections below the identity strip. Pure.
page::Html person_sections(const Person&, Date today);

}  // namespace noms::overview
