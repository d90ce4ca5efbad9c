#include "areas/supervision/enforcement.hpp"
#include "areas/supervision/supervision.hpp"

namespace noms::supervision {

const record::Table<FailureAnswer> failure_answers{"enforcement_answer", "id"};
const record::Table<Breach> breaches{"enforcement_breach", "id"};
const record::Table<Recall> recalls{"enforcement_recall", "id"};
const record::Table<Contact> contacts{"supervision_contact", "id"};
const record::Table<Note> notes{"supervision_note", "id"};

}  // namespace noms::supervision
