#include "areas/workload/store.hpp"

#include "areas/workload/sql.gen.hpp"
#include "areas/workload/workload.hpp"

namespace noms::workload {

std::vector<Reduction> store::reductions_among(db::Connection& db,
                                               std::span<const std::int64_t> accounts) {
    if (accounts.empty()) return {};
    return db::all<Reduction>(db, sql::reductions_among, db::json_list(accounts));
}

std::optional<Reduction> store::reduction(db::Connection& db, Id<Reduction> id) {
    return db::first<Reduction>(db, sql::reduction_by_id, id);
}

std::vector<Reduction> store::reductions_after(db::Connection& db, Id<Reduction> after, int limit) {
    return db::all<Reduction>(db, sql::reductions_after, after, limit);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::workload
