#include <csignal>
#include <cstdio>

#include "app/commands.hpp"
#include "app/service.hpp"
#include "kit/web/wire.hpp"

namespace noms::app {
namespace {

ServiceOptions options;
std::string day;

int serve() {
    if (!day.empty()) {
        options.day = parse_date(day);
        if (!options.day) {
            std::fprintf(
                stderr, "noms: --day must be a date like 2006-04-03, not %s\n", day.c_str());
            return 2;
        }
    }
    // Blocked before any thread starts, so that only the wait below takes them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    Service service(options);
    service.start();
    std::fprintf(stderr, "noms serves on port %u\n", unsigned(service.port()));
    int received = 0;
    sigwait(&signals, &received);
    std::fprintf(stderr, "noms stops: running requests are finished first\n");
    service.stop();
    return 0;
}

}  // namespace

Command serve_command() {
    auto& server = options.server;
    return {
        .name = "serve",
        .words = "The service: pages and the interface for machines",
        .options = {database_option(options.database),
                    {.name = "--listen",
                     .words = "ADDRESS:PORT",
                     .target = &server.listen,
                     .shows_default = true},
                    {.name = "--day",
                     .words = "Keep the service at this day (demonstrations and tests)",
                     .target = &day},
                    {.name = "--assets",
                     .words = "The folder of styles and scripts",
                     .target = &options.assets},
                    {.name = "--spool",
                     .words = "The folder of the log of reads",
                     .target = &options.spool},
                    {.name = "--log",
                     .words = "The file of the log, - for the standard output",
                     .target = &options.log,
                     .shows_default = true},
                    {.name = "--workers",
                     .words = "Threads that run handlers",
                     .target = &server.workers,
                     .shows_default = true},
                    {.name = "--connections",
                     .words = "Connections to the database",
                     .target = &options.readers,
                     .shows_default = true},
                    {.name = "--certificate",
                     .words = "PEM chain, for TLS",
                     .target = &server.certificate_file},
                    {.name = "--key", .words = "PEM key, for TLS", .target = &server.key_file},
                    {.name = "--trust-proxy",
                     .words = "An address or network (10.0.0.0/8) whose forwarding headers count",
                     .target = &server.trusted_proxies,
                     .fault_of =
                         [](const std::string& text) {
                             return web::is_network(text)
                                        ? ""
                                        : text + " is neither an address nor a network";
                         }},
                    {.name = "--connections-per-address",
                     .words = "At most",
                     .target = &server.connections_per_address_max,
                     .shows_default = true}},
        .work = &serve};
}

}  // namespace noms::app
