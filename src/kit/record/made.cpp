#include "kit/record/made.hpp"

#include <map>
#include <mutex>

namespace noms::record {

db::Query made(std::string text) {
    static std::mutex guard;
    static std::map<std::string, std::string, std::less<>> names;
    std::scoped_lock lock(guard);
    auto [at, fresh] = names.try_emplace(std::move(text));
    if (fresh) at->second = "record/made_" + std::to_string(names.size());
    return {at->second, at->first};
}

}  // namespace noms::record
