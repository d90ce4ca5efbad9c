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

/// Puts a sentence, or the day and court of a hearing, right: whoever manages goes on, a day that
/// is now under a sentence and had nobody gets a manager by the rule, and management ends where
/// nothing is left to be managed.
Result<sentences::Sentence> correct_sentence(web::Context&, const sentences::PassSentence&);
Result<sentences::Appearance> correct_appearance(web::Context&,
                                                 const sentences::CorrectAppearance&);
/// The sentence never was. Who managed until today did; from today on nobody does, when nothing
/// else is to be managed.
Result<sentences::Sentence> strike_out_sentence(web::Context&, const sentences::StrikeOutSentence&);

/// Adds the addresses of all.
void serve_sentencing(web::Api&);

}  // namespace noms::management
