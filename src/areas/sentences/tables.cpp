#include "areas/sentences/fines.hpp"
#include "areas/sentences/intermittent.hpp"
#include "areas/sentences/sentences.hpp"

namespace noms::sentences {

const record::Table<FineTerms> fine_terms{"sentence_fine_terms", "id"};
const record::Table<Payment> payments{"sentence_payment", "id"};
const record::Table<FineStepTaken> fine_steps_taken{"sentence_fine_step", "id"};
const record::Table<Blocks> blocks{"sentence_blocks", "id"};
const record::Table<LateReturnRow> late_returns{"sentence_late_return", "id"};
const record::Table<Appearance> appearances{"sentence_appearance", "id"};
const record::Table<Offence> offences{"sentence_offence", "id"};
const record::Table<Sentence> sentences{"sentence", "id"};
const record::Table<Requirement> requirements{"sentence_requirement", "id"};
const record::Table<Compensation> compensations{"sentence_compensation", "id"};

}  // namespace noms::sentences
