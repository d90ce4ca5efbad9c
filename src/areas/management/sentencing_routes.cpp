#include "areas/management/sentencing.hpp"

/// Where sentences are passed and ended: forms of the area below, commands of this one.
namespace noms::management {
namespace {

std::string to_management(const sentences::Sentence& sentence) {
    return offenders::path_of(sentence.offender) + "/management";
}

}  // namespace

void serve_sentencing(web::Api& api) {
    const std::string change = "sentences.change", one = "/offenders/{offender}";
    const auto pass = one + "/appearances/{appearance}/sentences";
    const auto end = one + "/sentences/{sentence}/end";
    api.page({pass, change, "Pass a sentence: its form"}, &sentences::show_pass_form);
    api.command<sentences::PassSentence, sentences::Sentence>(
        {pass, change, "Pass a sentence, and give the offender a manager"},
        &pass_sentence,
        {&to_management, &sentences::show_pass_form_again});
    api.page({end, change, "End a sentence: its form"}, &sentences::show_end_form);
    api.command<sentences::EndSentence, sentences::Sentence>(
        {end, change, "End a sentence, and management with the last one"},
        &end_sentence,
        {&to_management, &sentences::show_end_form_again});
}

}  // namespace noms::management
