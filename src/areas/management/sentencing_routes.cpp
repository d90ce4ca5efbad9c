#include "areas/management/sentencing.hpp"

/// Where sentences are passed, ended and put right: forms of the area below, commands of this one.
namespace noms::management {
namespace {

std::string to_management(const sentences::Sentence& sentence) {
    return offenders::path_of(sentence.offender) + "/management";
}
std::string to_sentences(const sentences::Sentence& sentence) {
    return offenders::path_of(sentence.offender) + "/sentences";
}
std::string to_appearances(const sentences::Appearance& at) {
    return offenders::path_of(at.offender) + "/sentences";
}

void serve_corrections(web::Api& api) {
    const std::string change = "sentences.change", one = "/offenders/{offender}";
    const auto sentence = one + "/sentences/{sentence}/correct";
    const auto hearing = one + "/appearances/{appearance}/correct";
    const auto struck = one + "/sentences/{sentence}/strike-out";
    api.page({sentence, change, "Correct a sentence: its form"}, &sentences::show_correct_sentence);
    api.command<sentences::PassSentence, sentences::Sentence>(
        {sentence, change, "Correct a sentence, and who manages with it"},
        &correct_sentence,
        {&to_sentences, &sentences::show_correct_sentence_again});
    api.page({hearing, change, "Correct a court appearance: its form"},
             &sentences::show_correct_appearance);
    api.command<sentences::CorrectAppearance, sentences::Appearance>(
        {hearing, change, "Correct a court appearance, and who manages with it"},
        &correct_appearance,
        {&to_appearances, &sentences::show_correct_appearance_again});
    api.page({struck, change, "Strike a sentence out: its form"},
             &sentences::show_strike_out_sentence);
    api.command<sentences::StrikeOutSentence, sentences::Sentence>(
        {struck, change, "Strike a sentence out that never was"},
        &strike_out_sentence,
        {&to_sentences, &sentences::show_strike_out_sentence_again});
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
    serve_corrections(api);
}

}  // namespace noms::management
