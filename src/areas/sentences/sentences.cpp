#include "areas/sentences/sentences.hpp"

#include "areas/sentences/forms.hpp"
#include "areas/sentences/pages.hpp"
#include "kit/record/following.hpp"

/// The area's addresses. Passing and ending a sentence, and putting one right, are routed by the
/// area management, since all of them move the offender's manager in the same transaction.
namespace noms::sentences {
namespace {

Result<OffenderSentences> give_sentences(web::Context& context, const web::OnDay& asked) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return sentences_view(context.db, who.id, asked.or_today(context));
}

Result<page::Page> sentences_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = sentences_view(context.db, who.id, TRY(web::day_asked(context)));
    auto page = offenders::record_page(context, who, "Sentences", "/sentences");
    show_sentences(page, view, context.actor.may("sentences.change"));
    record::Subject subject{std::string(offenders::subject_kind), who.id.number};
    return page.add(offenders::corrections_section(
        record::corrections_of(context.db, subject, corrected_kind)));
}

Result<SentenceView> one_sentence(web::Context& context) {
    auto wanted = TRY(sentence_in(context));
    auto view = sentences_view(context.db, wanted.offender, context.today);
    context.shows(offenders::subject_kind, wanted.offender.number);
    for (auto& at : view.appearances)
        for (auto& each : at.sentences)
            if (each.sentence.id == wanted.id) {
                each.account = account_of(context.db, each.sentence, context.today);
                each.calendar = calendar_of(context.db, each.sentence);
                return std::move(each);
            }
    return not_found("There is no such sentence.");
}

Result<page::Page> sentence_page(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto view = TRY(one_sentence(context));
    auto page = offenders::record_page(context, who, view.disposal, "/sentences");
    show_sentence(page, view, context.today, context.actor.may("sentences.change"));
    return page;
}

Result<std::vector<DisposalView>> give_disposals(web::Context& context, const web::OnDay& asked) {
    return disposals_on(asked.or_today(context));
}

Result<page::Page> disposals_page(web::Context& context) {
    auto day = TRY(web::day_asked(context));
    return catalogue_page(disposals_on(day), day);
}

std::string to_sentences(const Recorded& recorded) {
    return offenders::path_of(recorded.offender) + "/sentences";
}

/// A form and its command at one address.
template <class Command>
void add_command(web::Api& api,
                 const std::string& path,
                 const std::string& summary,
                 Result<Recorded> (*handler)(web::Context&, const Command&)) {
    const std::string change = "sentences.change";
    api.page({path, change, summary + ": its form"}, &show_form<Command>);
    api.command<Command, Recorded>(
        {path, change, summary}, handler, {&to_sentences, &show_again<Command>});
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "sentences",
                           .tables = {record::following(appearances, &Appearance::offender),
                                      record::following(offences, &Offence::offender),
                                      record::following(sentences, &Sentence::offender),
                                      record::following(requirements, &Requirement::offender),
                                      record::following(compensations, &Compensation::offender),
                                      record::following(fine_terms, &FineTerms::offender),
                                      record::following(payments, &Payment::offender),
                                      record::following(fine_steps_taken, &FineStepTaken::offender),
                                      record::following(blocks, &Blocks::offender),
                                      record::following(late_returns, &LateReturnRow::offender)}});
    offenders::add_record_page({"Sentences", "/sentences", "sentences.read"});
    const std::string read = "sentences.read";
    const std::string all = "/offenders/{offender}/sentences";
    const std::string one = all + "/{sentence}";
    const std::string at = "/offenders/{offender}/appearances";
    api.page({all, read, "What the courts did with a person, on a day"}, &sentences_page);
    api.get({"/api" + all, read, "What the courts did with a person, on a day"}, &give_sentences);
    api.page({one, read, "One sentence, whole"}, &sentence_page);
    api.get({"/api" + one, read, "One sentence, whole"}, &one_sentence);
    add_command(api, at, "Record a court appearance", &record_appearance);
    add_command(api, at + "/{appearance}/offences", "Add an offence", &add_offence);
    add_command(api, one + "/requirements", "Add a requirement", &add_requirement);
    add_command(api, one + "/compensation", "Add compensation", &add_compensation);
    add_command(api, one + "/marks", "Record which schedules name the offence", &record_marks);
    add_command(api, one + "/activation", "A suspended sentence takes effect", &activate_sentence);
    add_command(api, one + "/fine-terms", "Say how a fine is to be paid", &set_fine_terms);
    add_command(api, one + "/payments", "Record a payment of a fine", &record_payment);
    add_command(api, one + "/fine-steps", "Take a step against a fine not paid", &take_fine_step);
    add_command(api, one + "/blocks", "Set the blocks of intermittent custody", &set_blocks);
    add_command(api, one + "/late-returns", "Record who was not back", &record_late_return);
    const std::string law = "legislation.read";
    api.page({"/disposals", law, "What courts could pass on a day"}, &disposals_page);
    api.get({"/api/disposals", law, "What courts could pass on a day"}, &give_disposals);
}

}  // namespace noms::sentences
