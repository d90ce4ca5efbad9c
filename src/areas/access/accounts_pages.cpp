#include "areas/access/pages.hpp"
#include "areas/access/rules.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::access {
namespace {

constexpr std::string_view menu = "/accounts";

std::string scope_in_words(const Account& account) {
    if (account.scope_kind == "none") return "No records";
    if (account.scope_kind == "national") return "The whole service";
    return "One " + account.scope_kind + ", number " + std::to_string(account.scope_body);
}

page::Cell state_of(const Account& account) {
    if (account.state == State::Disabled) return page::tag("Disabled", page::Colour::Grey);
    return "Active";
}

std::string path_of(const Account& account) {
    return "/accounts/" + to_text(account.id);
}

page::Html sessions_table(const std::vector<Session>& sessions) {
    if (sessions.empty())
        return page::empty_state("Not signed in anywhere",
                                 "A sign-in lasts at most 12 hours, and none is open now.");
    page::Table table{.caption = "Open sign-ins",
                      .columns = {{"Since"}, {"From"}, {"Browser"}, {"Ends"}}};
    for (const auto& session : sessions)
        table.rows.push_back({{to_text(session.begun_at).substr(0, 16),
                               session.address,
                               session.browser.empty() ? "Not known" : session.browser,
                               to_text(session.ends_at).substr(0, 16)}});
    return page::table(table) + page::small("Times are in UTC.");
}

std::vector<page::Option> role_options() {
    std::vector<page::Option> options{{.label = "Choose a role"}};
    for (auto choice : describe::type_of<Role>().choices)
        options.push_back({.value = std::string(choice),
                           .label = label_of(role_in_words(*describe::choice_of<Role>(choice)))});
    return options;
}

page::Html facts_of(const Account& account) {
    return page::summary_list({{"Name at sign-in", account.name},
                               {"Shown as", account.shown_name},
                               {"Role", role_in_words(account.role)},
                               {"May see", scope_in_words(account)},
                               {"State", state_of(account)},
                               {"Added", account.added_on}});
}

}  // namespace

page::Page accounts_page(const AccountList& list) {
    page::Page page("Accounts");
    page.in_menu(std::string(menu)).add(page::heading(1, "Accounts"));
    page.add(page::lead(page::with_commas(list.whole) + (list.whole == 1
                                                             ? " account can sign in or could."
                                                             : " accounts can sign in or could.")));
    page.add(page::button_link("/accounts/add", "Add an account"));
    page::Table table{.caption = "Accounts by name",
                      .columns = {{"Name"}, {"Shown as"}, {"Role"}, {"May see"}, {"State"}}};
    for (const auto& account : list.accounts)
        table.rows.push_back({{page::link(path_of(account), account.name),
                               account.shown_name,
                               role_in_words(account.role),
                               scope_in_words(account),
                               state_of(account)}});
    page.add(page::table(table));
    if (!list.next_after.empty())
        page.add(page::paragraph(
            page::link("/accounts?after=" + form::encoded(list.next_after), "More accounts")));
    return page;
}

page::Page add_account_page(const form::Values& given, const std::vector<FieldError>& errors) {
    page::Page page("Add an account");
    page.in_menu(std::string(menu)).add(page::error_summary(errors));
    page.add(page::back_link("/accounts")).add(page::heading(1, "Add an account"));
    auto fields = page::form_fields<NewAccount>(
        given,
        errors,
        {{"name",
          {.label = "Name at sign-in",
           .hint = "Lower case letters, digits, dots and hyphens",
           .width = "20"}},
         {"shown_name",
          {.label = "Shown as", .hint = "As other people read it: Priya Raman", .width = "20"}},
         {"role", {.options = role_options()}},
         {"scope_kind",
          {.label = "May see the records of",
           .width = "10",
           .options = {{"none", "Nobody"},
                       {"national", "The whole service"},
                       {"region", "A region"},
                       {"area", "An area"},
                       {"prison", "A prison"},
                       {"team", "A team"},
                       {"caseload", "A caseload"},
                       {"contract", "A contract"}}}},
         {"scope_body", {.label = "Number of the region, area or prison", .width = "10"}}});
    page.add(page::post_form("/accounts", fields + page::button("Add account")));
    return page;
}

page::Page account_page(const Account& account, const std::vector<Session>& sessions) {
    page::Page page(account.shown_name);
    page.in_menu(std::string(menu)).add(page::back_link("/accounts"));
    page.add(page::heading(1, account.shown_name)).add(facts_of(account));
    page.add(page::section("Open sign-ins", sessions_table(sessions)));
    page::Html actions;
    auto version = page::hidden("version", std::to_string(account.version));
    if (account.state == State::Active) {
        actions += page::post_form(path_of(account) + "/reset",
                                   version + page::secondary_button("Make a new password"));
        actions += page::post_form(path_of(account) + "/disable",
                                   version + page::warning_button("Disable account"));
    } else {
        actions += page::post_form(path_of(account) + "/enable",
                                   version + page::secondary_button("Enable account"));
    }
    page.add(page::section(
        "Change", page::paragraph("Each of these ends every sign-in of the account.") + actions));
    return page;
}

page::Page handover_page(const Handover& made) {
    page::Page page("Password");
    page.in_menu(std::string(menu)).add(page::heading(1, "Hand this password over"));
    page.add(page::lead("It is shown this once and kept nowhere."));
    page.add(
        page::summary_list({{"Account", made.name}, {"Password", page::strong(made.password)}}));
    page.add(page::paragraph(page::link("/accounts", "Back to accounts")));
    return page;
}

page::Page failed_page(const std::string& what, const std::vector<FieldError>& errors) {
    page::Page page(what);
    page.add(page::error_summary(errors)).add(page::heading(1, what));
    page.add(page::paragraph(page::link("/accounts", "Back to accounts")));
    return page;
}

page::Page own_account_page(const web::Actor& actor,
                            const Account& account,
                            const std::vector<Session>& sessions,
                            bool password_changed) {
    page::Page page("Your account");
    if (password_changed) page.add(page::success("Your password is changed."));
    page.add(page::heading(1, "Your account")).add(facts_of(account));
    std::vector<page::Cell> may;
    for (const auto& permission : actor.permissions) may.emplace_back(permission);
    page.add(page::section("What you may do", page::bullets(may)));
    page.add(page::section(
        "Password", page::paragraph(page::link("/account/password", "Change your password"))));
    page.add(page::section(
        "Where you are signed in",
        sessions_table(sessions) +
            page::post_form("/sign-out-everywhere", page::warning_button("Sign out everywhere"))));
    return page;
}

}  // namespace noms::access
