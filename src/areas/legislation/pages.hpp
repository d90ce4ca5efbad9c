#pragma once

#include "areas/legislation/handlers.hpp"
#include "kit/web/api.hpp"

namespace noms::legislation {

/// Every law table of the service, and every rule that can be tried from outside.
Result<page::Page> law_page(web::Context&);
/// One rule set: what it rests on, what it is given and what it gives; tried with `?facts=`.
Result<page::Page> rule_page(web::Context&);
/// The register on a day: what is in force, who holds which power, what was considered.
Result<page::Page> register_page(web::Context&);
/// An item with its stages and what rests on it.
Result<page::Page> item_page(web::Context&);
Result<page::Page> item_page_again(web::Context&, const form::Values&, const Error&);

}  // namespace noms::legislation
