#include "app/commands.hpp"

int main(int count, char** words) {
    using namespace noms::app;
    return run_command_line({migrate_command(),
                             serve_command(),
                             demo_command(),
                             import_command(),
                             link_command(),
                             rules_command(),
                             ogrs3_command(),
                             user_command(),
                             audit_command(),
                             backup_command(),
                             restore_command(),
                             doctor_command(),
                             routes_command(),
                             release_dates_command(),
                             remind_command()},
                            count,
                            words);
}
