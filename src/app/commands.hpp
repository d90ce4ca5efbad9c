#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

/// The command line: each function adds one command and says what it does when it is given. A
/// command gives the exit status: 0 done, 1 the data was refused, 2 wrong use.
namespace noms::app {

using Chosen = std::function<int()>;

void add_migrate(CLI::App&, Chosen&);
void add_serve(CLI::App&, Chosen&);
void add_demo(CLI::App&, Chosen&);
void add_import(CLI::App&, Chosen&);
void add_link(CLI::App&, Chosen&);
void add_rules(CLI::App&, Chosen&);
void add_ogrs3(CLI::App&, Chosen&);
void add_user(CLI::App&, Chosen&);
void add_audit(CLI::App&, Chosen&);
void add_doctor(CLI::App&, Chosen&);
void add_routes(CLI::App&, Chosen&);
void add_release_dates(CLI::App&, Chosen&);

}  // namespace noms::app
