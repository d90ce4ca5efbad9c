#include "areas/catalogue/store.hpp"

#include "areas/catalogue/sql.gen.hpp"

namespace noms::catalogue {
namespace {

constexpr int providers_max = 500;

struct Provider {
    std::string name{};
};
DESCRIBE(Provider, name)

}  // namespace

std::optional<Offering> offering(db::Connection& db, OfferingId id) {
    return db::first<Offering>(db, sql::offering_by_id, id);
}

std::vector<Offering> offerings_listed(db::Connection& db, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    return db::all<Offering>(db, sql::offerings_listed, db::json_list(ids));
}

std::vector<Offering> offerings_at(db::Connection& db,
                                   std::span<const std::int64_t> places,
                                   Date day) {
    if (places.empty()) return {};
    return db::all<Offering>(db, sql::offerings_at, db::json_list(places), day);
}

std::vector<Offering> store::offerings_page(db::Connection& db,
                                            const Filter& filter,
                                            Date day,
                                            const std::string& after_intervention,
                                            OfferingId after,
                                            int limit) {
    return db::all<Offering>(db,
                             sql::offerings_page,
                             filter.need,
                             filter.setting,
                             filter.anywhere ? 0 : 1,
                             db::json_list(filter.places),
                             filter.provider,
                             day,
                             after_intervention,
                             after,
                             limit);
}

std::int64_t store::count_offerings(db::Connection& db, const Filter& filter, Date day) {
    return db::one<std::int64_t>(db,
                                 sql::count_offerings,
                                 filter.need,
                                 filter.setting,
                                 filter.anywhere ? 0 : 1,
                                 db::json_list(filter.places),
                                 filter.provider,
                                 day);
}

std::optional<Offering> store::same_offering(db::Connection& db, const Offering& like, Date day) {
    return db::first<Offering>(
        db, sql::same_offering, like.place, like.setting, like.intervention, like.provider, day);
}

std::vector<std::string> store::providers(db::Connection& db, Date day) {
    std::vector<std::string> names;
    for (auto& each : db::all<Provider>(db, sql::providers, day, providers_max))
        names.push_back(std::move(each.name));
    return names;
}

std::vector<record::Check> checks() {
    return {record::check_of(sql::doctor_offering_span,
                             "an offering begins before it ends and has no less than no places",
                             "catalogue_offering")};
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::catalogue
