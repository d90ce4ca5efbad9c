#pragma once

#include <string>

#include "areas/challenges/views.hpp"
#include "kit/page/page.hpp"

/// The pages of this area. Pure.
namespace noms::challenges {

std::string path_of(const Challenge&);
page::Page person_page(page::Page,
                       const offenders::Offender&,
                       const PersonChallenges&,
                       bool may_record);
page::Page challenge_page(page::Page, const ChallengeInFull&, Date today, bool may_answer);
page::Page list_page(const ChallengeList&);

}  // namespace noms::challenges
