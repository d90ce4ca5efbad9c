#pragma once

#include "areas/sentences/views.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::sentences {

/// Adds to the page of a record what the courts did with the person.
void show_sentences(page::Page&, const OffenderSentences&, bool may_change);
/// Adds one sentence, whole.
void show_sentence(page::Page&, const SentenceView&, Date today, bool may_change);
/// What courts could pass on a day, by kind, and what not, with the reason.
page::Page catalogue_page(const std::vector<DisposalView>&, Date day);

/// Its Act in full, linked where it can be read.
page::Html law_of(const Disposal&);
/// "to punish, to protect the public".
std::string in_words(const std::vector<Purpose>&);
std::string path_of(const Sentence&);
std::string path_of(const Appearance&);

}  // namespace noms::sentences
