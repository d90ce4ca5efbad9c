#include <csignal>
#include <cstdio>

#include <CLI/CLI.hpp>

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

void add_serve(CLI::App& program, Chosen& chosen) {
    auto* command =
        program.add_subcommand("serve", "The service: pages and the interface for machines");
    auto& server = options.server;
    command
        ->add_option(
            "--database", options.database, "sqlite:PATH or a PostgreSQL connection string")
        ->required();
    command->add_option("--listen", server.listen, "ADDRESS:PORT")->capture_default_str();
    command->add_option("--day", day, "Keep the service at this day (demonstrations and tests)");
    command->add_option("--assets", options.assets, "The folder of styles and scripts");
    command->add_option("--spool", options.spool, "The folder of the log of reads");
    command->add_option("--log", options.log, "The file of the log, - for the standard output")
        ->capture_default_str();
    command->add_option("--workers", server.workers, "Threads that run handlers")
        ->capture_default_str();
    command->add_option("--connections", options.readers, "Connections to the database")
        ->capture_default_str();
    command->add_option("--certificate", server.certificate_file, "PEM chain, for TLS");
    command->add_option("--key", server.key_file, "PEM key, for TLS");
    command
        ->add_option("--trust-proxy",
                     server.trusted_proxies,
                     "An address or network (10.0.0.0/8) whose forwarding headers count")
        ->check([](const std::string& text) {
            return web::is_network(text) ? "" : text + " is neither an address nor a network";
        });
    command->add_option("--connections-per-address", server.connections_per_address_max, "At most")
        ->capture_default_str();
    command->callback([&chosen] { chosen = &serve; });
}

}  // namespace noms::app
