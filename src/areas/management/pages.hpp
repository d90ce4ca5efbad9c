#pragma once

#include "areas/management/handlers.hpp"
#include "areas/management/planning.hpp"
#include "areas/management/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::management {

/// What the reader may do on a page of one offender.
struct May {
    bool allocate = false;
    bool plan = false;
};

/// Adds to the page of a person's record: who is responsible on the day, why, and who was before.
page::Page management_page(page::Page, offenders::OffenderId, const ManagementView&, May);
page::Page plan_page(page::Page, offenders::OffenderId, const PlanView&, Date today, May);

struct StaffPage {
    StaffView staff{};
    std::vector<page::Option> areas{};  // that the actor may look at
    bool may_change = false;
};
page::Page staff_page(const StaffPage&);
/// One officer: the cases, leaving, handing over.
struct OfficerPage {
    OfficerView officer{};
    std::string area{};
    std::vector<page::Option> others{};  // who could take the cases
    bool may_change = false;
};
page::Page officer_page(const OfficerPage&, const form::Values&, const std::vector<FieldError>&);
/// A form of its own for one command on the staff of an area.
struct StaffForm {
    std::string title{};
    std::string button{};
    std::string path{};
    const describe::Type* type = nullptr;
    page::Looks looks{};
};
page::Page staff_form_page(const StaffForm&, const form::Values&, const std::vector<FieldError>&);

}  // namespace noms::management
