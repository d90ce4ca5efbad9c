#pragma once

#include "areas/organisation/shown.hpp"
#include "kit/web/api.hpp"

/// The pages of this area: first the sentence that answers, then what it rests on.
namespace noms::organisation {

/// Who answers to whom on a day, and which posts nobody holds.
Result<page::Page> chain_page(web::Context&);
/// A post and everybody who held it.
Result<page::Page> post_page(web::Context&);
Result<page::Page> post_page_again(web::Context&, const form::Values&, const Error&);
/// A region: its manager, areas and prisons.
Result<page::Page> region_page(web::Context&);
/// An area: its region over time, what it is run with, who else works within its boundary.
Result<page::Page> area_page(web::Context&);
Result<page::Page> area_page_again(web::Context&, const form::Values&, const Error&);
/// The prisons of a day, by region.
Result<page::Page> prisons_page(web::Context&);
Result<page::Page> prison_page(web::Context&);
/// How far areas match police, courts and local criminal justice boards.
Result<page::Page> boundaries_page(web::Context&);

}  // namespace noms::organisation
