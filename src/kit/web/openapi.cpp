#include <map>

#include "kit/base/text.hpp"
#include "kit/web/api.hpp"

namespace noms::web {

namespace {

using json::put_text;

void put_member(std::string& out, std::string_view name, std::string_view text) {
    put_text(out, name);
    out += ':';
    put_text(out, text);
    out += ',';
}

/// "POST /offenders/{offender}/names" as a name for generated code:
/// "post_offenders_offender_names".
std::string operation_of(const Route& route) {
    std::string out = lower(route.method);
    for (const auto& segment : route.segments) {
        out += '_';
        for (char letter : segment)
            if (letter != '{' && letter != '}')
                out += letter == '-' || letter == '.' ? '_' : letter;
    }
    return out;
}

void put_parameter(std::string& out,
                   std::string_view name,
                   std::string_view place,
                   bool required,
                   const std::string& schema) {
    if (out.back() != '[') out += ',';
    out += "{\"in\":\"" + std::string(place) + "\",\"required\":" + (required ? "true" : "false");
    out += ",\"schema\":" + schema + ",\"name\":";
    put_text(out, name);
    out += '}';
}

void put_parameters(std::string& out, const Route& route) {
    out += "\"parameters\":[";
    for (std::string_view segment : route.segments)
        if (segment.starts_with('{'))
            put_parameter(
                out, segment.substr(1, segment.size() - 2), "path", true, R"({"type":"string"})");
    if (route.asks)
        for (const auto& field : route.asks->fields)
            put_parameter(out,
                          field.name,
                          "query",
                          field.type().kind != describe::Type::Kind::Optional,
                          json::schema(field.type()));
    out += "],";
}

void put_body(std::string& out, const Route& route) {
    if (!route.takes) return;
    auto schema = json::schema(*route.takes);
    out += "\"requestBody\":{\"required\":true,\"content\":{\"application/json\":{\"schema\":" +
           schema + '}';
    if (route.then) out += ",\"application/x-www-form-urlencoded\":{\"schema\":" + schema + '}';
    out += "}},";
}

void put_responses(std::string& out, const Route& route) {
    bool command = route.kind == Route::Kind::Command;
    out += command ? "\"responses\":{\"201\":{\"description\":\"Done\","
                   : "\"responses\":{\"200\":{\"description\":\"Found\",";
    out += "\"content\":{\"application/json\":{\"schema\":" + json::schema(*route.gives) + "}}},";
    if (route.then) out += "\"303\":{\"description\":\"Done; a form is led on\"},";
    out += "\"default\":{\"$ref\":\"#/components/responses/Problem\"}}";
}

void put_operation(std::string& out, const Route& route) {
    put_text(out, lower(route.method));
    out += ":{";
    put_member(out, "operationId", operation_of(route));
    put_member(out, "summary", route.address.summary);
    put_member(out, "x-permission", route.address.permission);
    if (route.address.permission == signed_out) out += "\"security\":[],";
    put_parameters(out, route);
    put_body(out, route);
    put_responses(out, route);
    out += '}';
}

constexpr std::string_view head =
    R"({"openapi":"3.1.0","info":{"title":"noms","version":"1",)"
    R"("description":"One record for each offender, one named manager, one plan."},)"
    R"("security":[{"bearer":[]},{"session":[]}],"paths":{)";
constexpr std::string_view tail =
    R"(},"components":{"securitySchemes":{)"
    R"("bearer":{"type":"http","scheme":"bearer"},)"
    R"("session":{"type":"apiKey","in":"cookie","name":"__Host-noms"}},)"
    R"("responses":{"Problem":{"description":"Why not","content":{"application/problem+json":)"
    R"({"schema":{"type":"object","required":["title","status","fields","request"],"properties":)"
    R"({"title":{"type":"string"},"status":{"type":"integer"},"request":{"type":"string"},)"
    R"("fields":{"type":"array","items":{"type":"object","required":["field","code","words"],)"
    R"("properties":{"field":{"type":"string"},"code":{"type":"string"},)"
    R"("words":{"type":"string"}}}}}}}}}}})";

}  // namespace

std::string Api::openapi() const {
    std::map<std::string_view, std::vector<const Route*>> paths;
    for (const auto& route : routes_)
        if (route.gives) paths[route.address.path].push_back(&route);

    std::string out{head};
    bool first_path = true;
    for (const auto& [path, routes] : paths) {
        if (!first_path) out += ',';
        first_path = false;
        put_text(out, path);
        out += ":{";
        for (const auto* route : routes) {
            if (route != routes.front()) out += ',';
            put_operation(out, *route);
        }
        out += '}';
    }
    out += tail;
    return out;
}

}  // namespace noms::web
