#pragma once

#include <string>
#include <vector>

#include "areas/workload/moving.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::workload {

/// The line of the menu that the pages of workload stand under.
inline constexpr const char* officers_menu = "/management/officers";

/// "/workload/officers/0004h2k0a1c5x".
std::string path_of(record::AccountId);

/// Of the same officer's absences, which an area above keeps: "/cover/officers/0004h2k0a1c5x".
std::string absences_path_of(record::AccountId);

/// The steps of a ruling, each with its source.
page::Html reasons_of(const std::vector<law::Ground>&);

struct TeamPage {
    TeamView view{};
    std::vector<page::Option> areas{};  // that the reader may look at
    std::vector<page::Option> units{};
};
page::Page team_page(const TeamPage&);

/// What the reader may do with an officer's hours and cases.
struct May {
    bool reduce = false;
    bool move = false;
};
page::Page officer_page(const OfficerLoad&, Date today, May);
/// For whoever looks for their own workload and is not in office.
page::Page not_in_office_page();

/// Adds to the page of a person's record: who could take the case, and the form that gives it.
page::Page candidates_page(page::Page, const CandidatesView&);

page::Page choose_page(const MovingView&, const form::Values&, const std::vector<FieldError>&);
page::Page plan_page(const MovePlan&, const std::vector<FieldError>&);

/// A form of its own for one command on an officer's hours.
struct HoursForm {
    std::string title{};
    std::string about{};  // whose hours
    std::string button{};
    std::string path{};
    std::string back{};
    const describe::Type* type = nullptr;
    page::Looks looks{};
};
page::Page hours_page(const HoursForm&, const form::Values&, const std::vector<FieldError>&);

}  // namespace noms::workload
