#include <map>

#include "areas/offenders/import.hpp"
#include "areas/organisation/organisation.hpp"

namespace noms::offenders {

std::function<std::optional<Holder>(const std::string& source, const std::string& code)> holders_on(
    db::Connection& db, Date day) {
    std::map<std::pair<std::string, std::string>, Holder> holders;
    auto add = [&](organisation::Kind kind, const char* source, const char* scope_kind) {
        for (const auto& body : organisation::bodies(db, kind, day)) {
            auto region = organisation::region_of_area(db, body.id, day);
            Holder holder{.scope_kind = scope_kind, .body = body.id.number};
            if (region) holder.region = region->id.number;
            holders[{source, body.code}] = holder;
        }
    };
    add(organisation::Kind::Prison, "prison", "prison");
    add(organisation::Kind::Area, "probation", "area");
    return [holders = std::move(holders)](const std::string& source, const std::string& code) {
        auto found = holders.find({source, code});
        return found == holders.end() ? std::nullopt : std::optional(found->second);
    };
}

}  // namespace noms::offenders
