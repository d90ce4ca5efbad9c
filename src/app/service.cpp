#include "app/service.hpp"

#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "app/accessibility.hpp"
#include "app/areas.hpp"
#include "areas/access/store.hpp"
#include "kit/record/reads.hpp"
#include "kit/record/setting.hpp"
#include "kit/web/answered.hpp"
#include "kit/web/log.hpp"
#include "kit/web/site.hpp"

namespace noms::app {
namespace {

constexpr auto sweep_pause = std::chrono::hours(1);
constexpr auto seal_pause = std::chrono::milliseconds(100);

bool is_loopback(const std::string& listen) {
    return listen.starts_with("127.") || listen.starts_with("localhost:") ||
           listen.starts_with("[::1]");
}

std::string spool_folder(const ServiceOptions& options) {
    if (!options.spool.empty()) return options.spool;
    constexpr std::string_view sqlite = "sqlite:";
    if (options.database.starts_with(sqlite))
        return options.database.substr(sqlite.size()) + ".reads";
    throw std::runtime_error("--spool says in which folder the log of reads is kept");
}

std::unique_ptr<db::Database> opened(const ServiceOptions& options) {
    auto database = db::open(options.database, {.readers = options.readers});
    if (auto applied = db::migrate(*database, migrations()); !applied)
        throw std::runtime_error(applied.error().message);
    if (options.day) record::set_service_day(*database, *options.day);
    return database;
}

/// Seals events shortly after they are committed, for readers of the feed, and once an hour forgets
/// the answers to commands that nobody will send again.
class Upkeep {
public:
    explicit Upkeep(db::Database& database)
        : database_(database), thread_([this](const std::stop_token& stop) { run(stop); }) {}

private:
    db::Database& database_;
    std::mutex guard_{};
    std::condition_variable_any woken_{};
    Instant swept_at_{};
    std::jthread thread_;

    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            try {
                record::seal(database_);
                if (now() - swept_at_ > sweep_pause) sweep();
            } catch (const std::exception& failure) {
                web::log::warn("",
                               std::string("the upkeep of the database failed: ") + failure.what());
            }
            std::unique_lock lock(guard_);
            woken_.wait_for(lock, stop, seal_pause, [] { return false; });
        }
    }

    void sweep() {
        web::forget_answers(database_, now() - web::answers_kept_for);
        swept_at_ = now();
    }
};

}  // namespace

struct Service::State {
    ServiceOptions options;
    std::unique_ptr<db::Database> database;
    bool has_demonstration_accounts = false;
    access::Door door;
    web::Api api{};
    record::ReadLog reads;
    web::Metrics metrics{};
    web::Service service;
    web::Site site;
    std::unique_ptr<Upkeep> upkeep{};
    std::unique_ptr<web::Server> server{};

    explicit State(ServiceOptions given)
        : options(std::move(given)),
          database(opened(options)),
          has_demonstration_accounts(database->read([](db::Connection& db) {
              return access::count_demonstration_accounts(db);
          }) > 0),
          door(*database, {.demonstration_allowed = is_loopback(options.server.listen)}),
          reads(spool_folder(options), *database),
          service(made_service()),
          site{.service = service,
               .metrics = metrics,
               .newest_migration = migrations().back().number,
               .server = [this] { return server ? server->stats() : web::ServerStats{}; }} {
        serve_areas(api, door);
        serve_accessibility(api);
        web::static_files().add("openapi.json", api.openapi());
        server = std::make_unique<web::Server>(options.server, [this](const web::Request& request) {
            return web::serve(site, request);
        });
    }

    web::Service made_service() {
        if (!options.assets.empty()) web::static_files().add_folder(options.assets);
        auto around = frame();
        around.styles = web::asset_path("noms.css");
        around.script = web::asset_path("noms.js");
        if (has_demonstration_accounts) around.notice = "Everyone here is invented.";
        auto kept_day = record::service_day(*database);
        return {.api = api,
                .database = *database,
                .reads = &reads,
                .today = [kept_day] { return kept_day ? *kept_day : day_of(now()); },
                .who = [this](const web::Request& request) { return door.who(request); },
                .frame = around};
    }
};

Service::Service(ServiceOptions options) {
    web::log::open(options.log);
    state_ = std::make_unique<State>(std::move(options));
}

Service::~Service() {
    stop();
}

void Service::start() {
    state_->upkeep = std::make_unique<Upkeep>(*state_->database);
    state_->server->start();
}

void Service::stop() {
    if (!state_) return;
    state_->server->stop();
    state_->reads.written();  // replies that wait for it know the server
    state_->upkeep.reset();
    state_.reset();
    web::log::close();
}

unsigned short Service::port() const {
    return state_->server->port();
}

}  // namespace noms::app
