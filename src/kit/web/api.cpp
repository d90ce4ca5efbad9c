#include "kit/web/api.hpp"

#include <algorithm>
#include <stdexcept>

namespace noms::web {

Result<Date> day_asked(const Context& context) {
    return TRY(context.query<OnDay>()).or_today(context);
}

namespace {

/// "/offenders/{offender}" in its segments; an empty one is kept, so that "/offenders/" is no
/// address.
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    if (path.starts_with('/')) path.remove_prefix(1);
    if (path.empty()) return out;
    while (true) {
        auto slash = path.find('/');
        out.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return out;
        path.remove_prefix(slash + 1);
    }
}

bool is_part(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

}  // namespace

std::string_view Context::part(std::string_view name) const {
    auto found = parts.find(name);
    if (found == parts.end()) throw std::logic_error("The route has no part " + std::string(name));
    return found->second;
}

void Context::shows(std::string_view kind, std::int64_t id) {
    if (!looked_at.empty() && looked_at_kind != kind)
        throw std::logic_error("One answer shows records of one kind");
    looked_at_kind = kind;
    if (std::ranges::find(looked_at, id) == looked_at.end()) looked_at.push_back(id);
}

void Api::page(Address address, Result<page::Page> (*show)(Context&)) {
    add(Route{
        .kind = Route::Kind::Page, .method = "GET", .address = std::move(address), .show = show});
}

void Api::ask(Address address, Result<page::Page> (*show)(Context&, const form::Values&)) {
    add(Route{
        .kind = Route::Kind::Ask, .method = "POST", .address = std::move(address), .ask = show});
}

void Api::direct(Address address, std::function<Reply(const Direct&)> handler) {
    add(Route{.kind = Route::Kind::Direct,
              .method = "POST",
              .address = std::move(address),
              .direct = std::move(handler)});
}

void Api::add(Route route) {
    const auto& path = route.address.path;
    if (!path.starts_with('/')) throw std::logic_error("The path does not start with /: " + path);
    if (route.address.permission.empty())
        throw std::logic_error("The address names no permission: " + path);

    size_t node = 0;
    for (auto segment : segments_of(path)) {
        route.segments.emplace_back(segment);
        node = child(node, route.segments.back());
    }
    if (!nodes_[node].routes.emplace(route.method, routes_.size()).second)
        throw std::logic_error("The address is taken: " + route.method + " " + path);
    routes_.push_back(std::move(route));
}

size_t Api::child(size_t node, const std::string& segment) {
    if (is_part(segment)) {
        if (!nodes_[node].part) {
            nodes_[node].part = nodes_.size();
            nodes_.emplace_back();
        }
        return *nodes_[node].part;
    }
    auto [place, added] = nodes_[node].next.emplace(segment, nodes_.size());
    size_t found = place->second;  // read before the vector grows and moves the node
    if (added) nodes_.emplace_back();
    return found;
}

const Api::Node* Api::match(size_t node, std::span<const std::string_view> segments) const {
    const auto& here = nodes_[node];
    if (segments.empty()) return here.routes.empty() ? nullptr : &here;
    auto found = here.next.find(segments.front());
    if (found != here.next.end())
        if (auto* end = match(found->second, segments.subspan(1))) return end;
    if (here.part && !segments.front().empty()) return match(*here.part, segments.subspan(1));
    return nullptr;
}

const Route* Api::find(std::string_view method,
                       std::string_view path,
                       std::map<std::string, std::string, std::less<>>& parts,
                       bool& known_path) const {
    auto segments = segments_of(path);
    const auto* node = match(0, segments);
    known_path = node != nullptr;
    if (!node) return nullptr;
    auto found = node->routes.find(method == "HEAD" ? "GET" : method);
    if (found == node->routes.end()) return nullptr;
    const auto& route = routes_[found->second];
    for (size_t i = 0; i < segments.size(); ++i) {
        const auto& name = route.segments[i];
        if (is_part(name)) parts[name.substr(1, name.size() - 2)] = segments[i];
    }
    return &route;
}

std::string Api::methods(std::string_view path) const {
    std::string out;
    const auto* node = match(0, segments_of(path));
    if (!node) return out;
    for (const auto& [method, route] : node->routes) {
        if (!out.empty()) out += ", ";
        out += method == "GET" ? "GET, HEAD" : method;
    }
    return out;
}

}  // namespace noms::web
