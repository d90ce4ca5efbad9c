#pragma once

#include <string>
#include <vector>

#include "areas/cover/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::cover {

/// "/cover/officers/0004h2k0a1c5x".
std::string path_of(AccountId);
/// "/cover/absences/0004h2k0a1c5x".
std::string path_of(AbsenceId);

page::Page covered_page(const CoveredView&);
struct AreaPage {
    AreaAbsences view{};
    std::vector<page::Option> areas{};  // that the reader may look at
};
page::Page area_page(const AreaPage&);
/// Of somebody who is no offender manager on the day.
page::Page not_in_office_page();
page::Page officer_page(const OfficerAbsences&, bool may_change);
page::Page absence_page(const AbsenceView&, Date today, bool may_change);
/// Who covers which cases; `to` are the officers who can be chosen.
page::Page choose_page(const AbsenceView&,
                       const std::vector<page::Option>& to,
                       const form::Values&,
                       const std::vector<FieldError>&);

/// A form of its own for one command on an absence.
struct AbsenceForm {
    std::string title{};
    std::string about{};  // whose absence
    std::string path{};
    std::string back{};
    const describe::Type* type = nullptr;
    page::Looks looks{};
};
page::Page form_page(const AbsenceForm&, const form::Values&, const std::vector<FieldError>&);

/// For the page of who is responsible: by whom the case is covered; nothing where by nobody.
page::Html covered_section(const std::vector<StandIn>&,
                           const std::map<std::int64_t, std::string>& names,
                           bool may_read);

}  // namespace noms::cover
