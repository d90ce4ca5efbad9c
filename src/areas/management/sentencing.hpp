#pragma once

#include "areas/management/management.hpp"
#include "areas/sentences/sentences.hpp"

/// A sentence passed and ended, each in one transaction with the manager's part.
namespace noms::management {

/// Passes the sentence and gives the offender a manager, when it is one to be managed: whoever is
/// named in the command, else by the duty rule. Never the one without the other.
Result<sentences::Sentence> pass_sentence(web::Context&, const sentences::PassSentence&);
/// Ends the sentence; when nothing is left to be managed, management ends with it.
Result<sentences::Sentence> end_sentence(web::Context&, const sentences::EndSentence&);

/// Adds the addresses of both.
void serve_sentencing(web::Api&);

}  // namespace noms::management
