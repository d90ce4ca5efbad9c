#include "kit/web/connections.hpp"

#include <vector>

namespace noms::web {

bool Connections::enter(const std::string& address) {
    std::lock_guard lock(mutex_);
    auto found = by_address_.find(address);
    size_t here = found == by_address_.end() ? 0 : found->second;
    if (entered_ >= max_ || here >= per_address_max_) {
        ++refused_;
        return false;
    }
    ++entered_;
    ++by_address_[address];
    return true;
}

void Connections::left(const std::string& address) {
    std::lock_guard lock(mutex_);
    --entered_;
    auto found = by_address_.find(address);
    if (--found->second == 0) by_address_.erase(found);
    fewer_.notify_all();
}

void Connections::add(const std::shared_ptr<Connection>& connection) {
    std::lock_guard lock(mutex_);
    all_.emplace(connection.get(), connection);
}

void Connections::remove(Connection* connection) {
    std::lock_guard lock(mutex_);
    all_.erase(connection);
}

void Connections::each(const std::function<void(Connection&)>& visit) {
    // Held beyond the lock: the last owner of a connection must not let go of it inside.
    std::vector<std::shared_ptr<Connection>> now;
    {
        std::lock_guard lock(mutex_);
        now.reserve(all_.size());
        for (const auto& [key, weak] : all_)
            if (auto connection = weak.lock()) now.push_back(std::move(connection));
    }
    for (const auto& connection : now) visit(*connection);
}

bool Connections::wait_until_empty(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    return fewer_.wait_for(lock, longest, [this] { return entered_ == 0; });
}

size_t Connections::count() const {
    std::lock_guard lock(mutex_);
    return entered_;
}

}  // namespace noms::web
