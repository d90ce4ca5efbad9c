#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/fines.hpp"
#include "areas/sentences/forms.hpp"
#include "areas/sentences/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// A fine on the page of its sentence, and the forms of its commands.
namespace noms::sentences {

using namespace page;

namespace {

Html steps_open(const FineAccount& account) {
    std::vector<Cell> lines;
    for (const auto& code : account.steps_open) {
        const auto* step = fine_step(code);
        lines.push_back(with_sub(step->name, outside_link(step->link, step->cite)));
    }
    if (lines.empty()) return {};
    return heading(3, "What can be done") + bullets(lines);
}

Html actions_on(const Sentence& fine, const FineAccount& account) {
    auto path = path_of(fine);
    Html links = link(path + "/payments", "Record a payment") + text(" ") +
                 link(path + "/fine-terms", "Set instalments");
    if (!account.steps_open.empty()) links += text(" ") + link(path + "/fine-steps", "Take a step");
    return paragraph(links);
}

}  // namespace

Html fine_section(const Sentence& fine, const FineAccount& account, bool may_change) {
    std::vector<Fact> all{{"Paid", pounds(account.paid_pence)},
                          {"Outstanding", pounds(account.outstanding_pence)},
                          {"Behind", pounds(account.behind_pence)}};
    if (account.next_due_on)
        all.push_back(
            {"Next instalment",
             pounds(*account.next_due_pence) + " on " + noms::in_words(*account.next_due_on)});
    if (account.paid_off_on && account.behind_pence == 0)
        all.push_back({"Paid off", "On " + noms::in_words(*account.paid_off_on) + ", if in time"});
    all.push_back({"Means",
                   !account.leaves_pence ? std::string("Not known")
                   : *account.leaves_pence < 0
                       ? std::string("The instalments are more than is left")
                       : pounds(*account.leaves_pence) + " a week is left"});
    Html inside = page::facts(all) + steps_open(account);
    if (may_change && !fine.ended_on && account.outstanding_pence > 0)
        inside += actions_on(fine, account);
    return section("Payment", inside, "payment");
}

template <>
Result<offenders::CommandForm> form_of<SetFineTerms>(web::Context& context) {
    TRY(sentence_in(context));
    Looks looks;
    looks["every"].label = "How it is paid";
    looks["every"].options = {{"AtOnce", "All on one day"},
                              {"Week", "Every week"},
                              {"Fortnight", "Every two weeks"},
                              {"Month", "Every month"}};
    looks["amount"].label = "Each instalment in pounds";
    looks["amount"].hint = "Leave empty when all is due on one day";
    looks["first_on"].label = "First day of payment";
    looks["weekly_income"].label = "Income a week in pounds, after tax";
    looks["weekly_outgoings"].label = "Housing and dependants a week in pounds";
    for (auto name : {"amount", "weekly_income", "weekly_outgoings"}) looks[name].width = "10";
    return offenders::form_at<SetFineTerms>(
        context, "How the fine is to be paid", "Save instalments", looks);
}

template <>
Result<offenders::CommandForm> form_of<RecordPayment>(web::Context& context) {
    TRY(sentence_in(context));
    Looks looks;
    looks["paid_on"].label = "Day of the payment";
    looks["amount"].label = "Amount in pounds";
    looks["amount"].width = "10";
    return offenders::form_at<RecordPayment>(context, "Record a payment", "Save payment", looks);
}

template <>
Result<offenders::CommandForm> form_of<TakeFineStep>(web::Context& context) {
    auto account = account_of(context.db, TRY(sentence_in(context)), context.today);
    Looks looks;
    looks["step"].label = "What is done";
    for (const auto& each : fine_steps()) {
        bool is_open = account && std::ranges::count(account->steps_open, each.code) > 0;
        if (is_open || !account) looks["step"].options.push_back({each.code, each.name, each.cite});
    }
    if (looks["step"].options.empty()) looks["step"].hint = "Nothing is behind: no step is open";
    looks["taken_on"].label = "Day on which it is done";
    return offenders::form_at<TakeFineStep>(
        context, "Take a step because the fine is not paid", "Save step", looks);
}

}  // namespace noms::sentences
