#include "given.hpp"

#include <boost/json.hpp>

namespace noms::conformance {

namespace json = boost::json;

namespace {

// What stands where a member was read: nothing moves, so that the objects inside stay where they
// are.
const json::value read_already = json::array();

std::string as_text(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_null() || value.is_structured()) return {};
    return json::serialize(value);
}

void list_left(const json::value& value, const std::string& path, std::vector<std::string>& left) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.get_object())
            list_left(
                member, path.empty() ? std::string(key) : path + "." + std::string(key), left);
    } else if (value.is_array()) {
        for (const auto& item : value.get_array())
            if (item.is_object()) list_left(item, path, left);
    } else {
        left.push_back(path);
    }
}

}  // namespace

Given::Given() : none_(std::make_shared<json::value>(json::object())), options_(none_.get()) {}

std::string Given::text(std::string_view key) {
    auto& object = options_->as_object();
    auto found = object.find(key);
    if (found == object.end()) return {};
    auto words = as_text(found->value());
    found->value() = read_already;
    return words;
}

bool Given::flag(std::string_view key) {
    return text(key) == "true";
}

bool Given::has(std::string_view key) const {
    const auto* found = options_->as_object().if_contains(key);
    return found && *found != read_already;
}

page::Html Given::content() {
    auto plain = text("text");
    return has("html") ? page::Html(text("html")) : page::text(plain);
}

bool Given::take_class(std::string_view css_class) {
    return class_ending(css_class) == "whole";
}

std::string Given::class_ending(std::string_view beginning) {
    auto& object = options_->as_object();
    auto found = object.find("classes");
    if (found == object.end()) return {};
    std::string rest, ending;
    std::string all = as_text(found->value()) + " ";
    for (size_t at = 0, end = 0; (end = all.find(' ', at)) != std::string::npos; at = end + 1) {
        auto one = all.substr(at, end - at);
        if (ending.empty() && one.starts_with(beginning))
            ending = one == beginning ? "whole" : one.substr(beginning.size());
        else if (!one.empty())
            rest += rest.empty() ? one : " " + one;
    }
    if (rest.empty())
        found->value() = read_already;
    else
        found->value() = rest;
    return ending;
}

Given Given::inside(std::string_view key) {
    auto* found = options_->as_object().if_contains(key);
    if (found && found->is_object()) return Given(*found);
    Given nothing;
    return nothing;
}

std::vector<Given> Given::items(std::string_view key) {
    std::vector<Given> all;
    auto& object = options_->as_object();
    auto found = object.find(key);
    if (found == object.end() || !found->value().is_array()) return all;
    for (auto& item : found->value().get_array())
        if (item.is_object()) all.emplace_back(item);
    return all;
}

std::vector<std::string> Given::texts(std::string_view key) {
    std::vector<std::string> all;
    auto& object = options_->as_object();
    auto found = object.find(key);
    if (found == object.end()) return all;
    for (const auto& item : found->value().as_array()) all.push_back(as_text(item));
    found->value() = read_already;
    return all;
}

std::vector<std::string> Given::left() const {
    std::vector<std::string> paths;
    list_left(*options_, "", paths);
    return paths;
}

}  // namespace noms::conformance
