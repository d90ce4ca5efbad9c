#include "app/say.hpp"

#include <cstdio>

#include "app/areas.hpp"
#include "kit/base/text.hpp"
#include "kit/record/setting.hpp"

namespace noms::app {

int say(const Error& error) {
    std::fprintf(stderr, "noms: %s\n", error.message.c_str());
    for (const auto& field : error.fields) {
        auto words = field.words.empty() ? label_of(field.code) : field.words;
        std::fprintf(stderr, "  %s: %s\n", field.field.c_str(), words.c_str());
    }
    return 1;
}

Result<std::unique_ptr<db::Database>> open_migrated(const std::string& url) {
    auto database = db::open(url);
    TRY(db::migrate(*database, migrations()));
    return database;
}

Date today(db::Database& database) {
    auto kept = record::service_day(database);
    return kept ? *kept : day_of(now());
}

}  // namespace noms::app
