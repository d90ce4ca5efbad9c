#include <cstdio>

#include "app/accessibility.hpp"
#include "app/areas.hpp"
#include "app/commands.hpp"
#include "kit/describe/json.hpp"

namespace noms::app {
namespace {

struct Line {
    std::string method{};
    std::string path{};
    std::string permission{};
    std::string kind{};
    std::string summary{};
};
DESCRIBE(Line, method, path, permission, kind, summary)

std::string kind_of(web::Route::Kind kind) {
    switch (kind) {
        case web::Route::Kind::Page: return "page";
        case web::Route::Kind::Get: return "get";
        case web::Route::Kind::Command: return "command";
        case web::Route::Kind::Ask: return "ask";
        case web::Route::Kind::Direct: return "direct";
    }
    return {};
}

int routes() {
    auto database = db::open("sqlite::memory:");
    access::Door door(*database);
    web::Api api;
    serve_areas(api, door);
    serve_accessibility(api);
    for (const auto& route : api.routes())
        std::printf("%s\n",
                    json::write(Line{.method = route.method,
                                     .path = route.address.path,
                                     .permission = route.address.permission,
                                     .kind = kind_of(route.kind),
                                     .summary = route.address.summary})
                        .c_str());
    return 0;
}

}  // namespace

Command routes_command() {
    return {.name = "routes",
            .words = "Every address with its permission, a JSON line each",
            .work = &routes};
}

}  // namespace noms::app
