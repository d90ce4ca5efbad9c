#include <fstream>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/appointments/appointments.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"

namespace noms::app {
namespace {

struct Given {
    std::string url{};
    std::string folder = "reminders";
    std::string smtp{};
    std::string user{};
    std::string password_file{};
    std::string authority{};
    std::string from = "appointments@localhost.localdomain";
};
Given given;

Result<std::string> password_of(const std::string& path) {
    if (path.empty()) return std::string();
    std::ifstream file(path);
    std::string line;
    if (!file || !std::getline(file, line)) return refused("The password cannot be read: " + path);
    return std::string(trimmed(line));
}

Result<std::unique_ptr<appointments::Sender>> sender_of(const Given& asked) {
    if (!appointments::is_email(asked.from))
        return refused("--from must be an address of e-mail: " + asked.from);
    if (asked.smtp.empty()) return appointments::into_folder(asked.folder);
    if (asked.user.empty() != asked.password_file.empty())
        return refused("--smtp-user and --smtp-password-file go together");
    return appointments::by_mail({.url = asked.smtp,
                                  .user = asked.user,
                                  .password = TRY(password_of(asked.password_file)),
                                  .authority = asked.authority});
}

/// People are counted, never named: what this says may stand in a log.
int remind() {
    auto sender = sender_of(given);
    if (!sender) return say(sender.error());
    auto database = open_migrated(given.url);
    if (!database) return say(database.error());
    auto done = appointments::remind(**database, today(**database), **sender, given.from);
    fmt::print("{:>12}  sent\n{:>12}  failed\n{:>12}  may have been sent\n",
               page::with_commas(done.sent),
               page::with_commas(done.failed),
               page::with_commas(done.not_known));
    for (const auto& why : done.why) fmt::print(stderr, "noms: a reminder was not sent: {}\n", why);
    return done.failed == 0 && done.not_known == 0 ? 0 : 1;
}

}  // namespace

Command remind_command() {
    return {.name = "remind",
            .words =
                "Send the reminders of appointments that are due; run it once a day, or as "
                "often as you like: none is sent twice",
            .options = {database_option(given.url),
                        {.name = "--folder",
                         .words = "Write them as .eml files into this folder",
                         .target = &given.folder,
                         .shows_default = true},
                        {.name = "--smtp",
                         .words = "Send them instead: smtp://host:port or smtps://host:port; off "
                                  "this machine only over TLS",
                         .target = &given.smtp},
                        {.name = "--smtp-user",
                         .words = "The name to sign in with at the server",
                         .target = &given.user},
                        {.name = "--smtp-password-file",
                         .words = "A file whose first line is the password",
                         .target = &given.password_file},
                        {.name = "--smtp-authority",
                         .words = "A file with the certificate that vouches for the server",
                         .target = &given.authority},
                        {.name = "--from",
                         .words = "The address that they come from; nothing that tells why",
                         .target = &given.from,
                         .shows_default = true}},
            .work = &remind};
}

}  // namespace noms::app
