#include "kit/record/setting.hpp"

#include "kit/record/sql.gen.hpp"

namespace noms::record {
namespace {

constexpr std::string_view day_setting = "service_day";

struct Setting {
    std::string value{};
};
DESCRIBE(Setting, value)

}  // namespace

std::optional<std::string> setting(db::Connection& db, std::string_view name) {
    auto found = db::first<Setting>(db, sql::setting, std::string(name));
    return found ? std::optional(found->value) : std::nullopt;
}

void set_setting(db::Connection& db, std::string_view name, std::string_view value) {
    db::run(db, sql::set_setting, std::string(name), std::string(value));
}

std::optional<Date> service_day(db::Database& database) {
    auto text = database.read([](db::Connection& db) { return setting(db, day_setting); });
    return text ? parse_date(*text) : std::nullopt;
}

void set_service_day(db::Database& database, Date day) {
    database.write([&](db::Connection& db) -> Result<bool> {
        set_setting(db, day_setting, to_text(day));
        return true;
    });
}

}  // namespace noms::record
