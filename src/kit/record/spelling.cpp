#include "kit/record/spelling.hpp"

#include <boost/json.hpp>

namespace noms::record {

void spell_out(boost::json::array& changes) {
    const boost::json::object* latest = nullptr;
    for (auto& change : changes) {
        auto* told = change.if_object();
        if (!told) continue;
        auto again = told->find("again");
        if (again != told->end() && again->value().is_object() && latest) {
            auto row = *latest;
            auto& after = row.at("after").as_object();
            for (const auto& [name, value] : again->value().as_object()) {
                if (value.is_null())
                    after.erase(name);
                else
                    after[name] = value;
            }
            *told = std::move(row);
        }
        bool is_new = told->contains("table") && told->contains("after") &&
                      told->at("after").is_object() && !told->contains("before");
        latest = is_new ? told : nullptr;
    }
}

}  // namespace noms::record
