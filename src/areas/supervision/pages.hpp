#pragma once

#include "areas/supervision/handlers.hpp"
#include "areas/supervision/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::supervision {

/// Adds to the page of a person's record: contacts and appointments, the newest first.
page::Page contacts_page(
    page::Page, offenders::OffenderId, const ContactList&, const ContactQuery&, bool may_record);
/// One contact: when, where, with whom, what was written, and what can be done with it.
page::Page contact_page(page::Page,
                        const ContactView&,
                        Date today,
                        bool may_record,
                        const form::Values&,
                        const std::vector<FieldError>&);
/// Where one contact stands.
std::string path_of(const Contact&);
/// The kinds and the outcomes for a select, by name.
std::vector<page::Option> kind_options();
std::vector<page::Option> outcome_options();

}  // namespace noms::supervision
