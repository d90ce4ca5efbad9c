#pragma once

#include <string>
#include <vector>

#include "areas/interventions/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::interventions {

/// What the reader may do beyond reading.
struct May {
    bool refer = false;
    bool advise = false;
    bool ask = false;  // the manager, about a temporary release
    bool decide = false;
};

page::Page fits_page(page::Page, const offenders::Offender&, const FitList&, const FitQuery&, May);
page::Page person_page(page::Page, const offenders::Offender&, const PersonReferrals&, May);
page::Page referral_page(page::Page,
                         const ReferralInFull&,
                         Date today,
                         const form::Values&,
                         const std::vector<FieldError>&);
page::Page consultation_page(
    page::Page, const ConsultationView&, May, const form::Values&, const std::vector<FieldError>&);
page::Page list_page(const ReferralList&, const ReferralQuery&);
page::Page starters_page(const StarterList&, const StarterQuery&);

/// The checks of a fit, what speaks against it first: for a form to refer by.
page::Html checks_of(const catalogue::Fit&);
std::string in_words(Step);
std::string in_words(catalogue::Verdict);
std::string path_of(const Referral&);
std::string path_of(const Consultation&);

}  // namespace noms::interventions
