#include "areas/access/rules.hpp"

#include <algorithm>
#include <map>

#include "kit/base/text.hpp"

namespace noms::access {
namespace {

using Permissions = std::set<std::string, std::less<>>;

struct RoleFacts {
    std::string words;
    std::vector<std::string_view> scopes;
    Permissions permissions;
};

constexpr size_t password_length_min = 12;
constexpr size_t password_length_max = 200;
constexpr size_t name_length_min = 3;
constexpr size_t name_length_max = 60;

/// The one table of roles. A permission is the area's name and what is done; an area has a line of
/// its own, so that another one touches no other line.
// clang-format off
const std::map<Role, RoleFacts> roles{
    {Role::OffenderManager,
     {"offender manager",
      {"caseload", "team", "area"},
      {
       "legislation.read",
       "organisation.read",
       "offenders.read", "offenders.change",
       "sentences.read", "sentences.change",
       "movements.read",
       "release_dates.read",
       "assessments.read", "assessments.answer", "assessments.sign", "assessments.countersign",
       "management.read", "management.plan", "management.allocate", "management.officers",
       "overview.caseload",
       "supervision.read", "supervision.record", "supervision.enforce", "supervision.oversee",
       "tasks.read", "tasks.change",
       "catalogue.read",
       "interventions.read", "interventions.refer", "interventions.advise",
       "interventions.deliver",
       "reports.read", "reports.record", "reports.write", "reports.allocate", "reports.check",
       "workload.read", "workload.change",
       "cover.read", "cover.change",
       "outcomes.fairness",
       "challenges.read", "challenges.record", "challenges.answer",
       "handovers.read", "handovers.record",
       "plans.read", "plans.change",
       "appointments.read", "appointments.change",
      }}},
    {Role::PrisonStaff,
     {"prison staff",
      {"prison"},
      {
       "legislation.read",
       "organisation.read",
       "offenders.read", "offenders.change",
       "sentences.read", "sentences.change",
       "movements.read", "movements.change", "movements.correct",
       "release_dates.read", "release_dates.prepare", "release_dates.approve",
       "assessments.read", "assessments.answer",
       "management.read", "management.plan",
       "supervision.read", "supervision.record",
       "tasks.read", "tasks.change",
       "catalogue.read",
       "interventions.read", "interventions.refer", "interventions.deliver",
       "challenges.read", "challenges.record",
       "handovers.read", "handovers.record",
       "plans.read",
       "reports.read",
       "appointments.read",
      }}},
    {Role::RegionalManager,
     {"regional offender manager",
      {"region"},
      {
       "legislation.read",
       "organisation.read",
       "offenders.read",
       "sentences.read",
       "movements.read",
       "release_dates.read",
       "assessments.read",
       "management.read", "management.allocate", "management.officers", "management.staff",
       "overview.caseload", "overview.region",
       "supervision.read", "supervision.oversee",
       "tasks.read", "tasks.change",
       "catalogue.read", "catalogue.change",
       "interventions.read",
       "reports.read", "reports.allocate", "reports.check",
       "workload.read", "workload.change",
       "cover.read", "cover.change",
       "outcomes.fairness",
       "challenges.read", "challenges.answer",
       "handovers.read",
       "plans.read",
       "appointments.read",
      }}},
    {Role::NationalManager,
     {"national offender manager's office",
      {"national"},
      {
       "legislation.read", "legislation.change",
       "organisation.read", "organisation.change",
       "offenders.read",
       "sentences.read",
       "movements.read",
       "release_dates.read",
       "management.read", "management.officers", "management.staff",
       "overview.region",
       "supervision.read", "supervision.oversee",
       "tasks.read", "tasks.change",
       "catalogue.read", "catalogue.change",
       "interventions.read",
       "reports.read",
       "workload.read",
       "cover.read",
       "outcomes.fairness",
      }}},
    {Role::RecordsOfficer,
     {"records officer",
      {"national", "region"},
      {
       "legislation.read",
       "organisation.read",
       "offenders.read", "offenders.change", "offenders.link", "offenders.import",
       "sentences.read", "sentences.change",
       "movements.read", "movements.correct",
       "release_dates.read",
       "access.restrict",
       "management.read",
       "reports.read", "reports.record",
      }}},
    {Role::Analyst,
     {"analyst", {"none"}, {
       "legislation.read",
       "organisation.read",
       "outcomes.fairness",
      }}},
    {Role::Auditor, {"auditor", {"none"}, {
       "audit.read",
       "legislation.read",
      }}},
    {Role::AccountAdministrator,
     {"account administrator",
      {"none"},
      {
       "accounts.manage",
       "legislation.read",
       "organisation.read",
      }}},
    {Role::Partner,
     {"partner system", {"national", "region", "area", "prison", "contract"}, {
       "events.read",
      }}},
};
// clang-format on

}  // namespace

const Permissions& permissions_of(Role role) {
    return roles.at(role).permissions;
}

Permissions all_permissions() {
    Permissions all;
    for (const auto& [role, facts] : roles)
        all.insert(facts.permissions.begin(), facts.permissions.end());
    return all;
}

std::string role_in_words(Role role) {
    return roles.at(role).words;
}

std::vector<std::string_view> scopes_of(Role role) {
    return roles.at(role).scopes;
}

Result<void> check_name(std::string_view field, std::string_view name) {
    auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    if (name.size() < name_length_min || name.size() > name_length_max)
        return invalid(
            {{std::string(field), "wrong_length", "The name must have 3 to 60 characters"}});
    if (!std::ranges::all_of(name, allowed))
        return invalid({{std::string(field),
                         "wrong_characters",
                         "The name may have lower case letters, digits, dots and hyphens only"}});
    return {};
}

Result<void> check_password(std::string_view field,
                            std::string_view name,
                            std::string_view password) {
    if (password.size() < password_length_min)
        return invalid(
            {{std::string(field), "too_short", "The password must have at least 12 characters"}});
    if (password.size() > password_length_max)
        return invalid(
            {{std::string(field), "too_long", "The password must have at most 200 characters"}});
    if (lower(password).find(name) != std::string::npos)
        return invalid(
            {{std::string(field), "holds_name", "The password must not hold the account's name"}});
    return {};
}

Result<void> check_scope(Role role, std::string_view scope_kind, std::int64_t scope_body) {
    auto kinds = scopes_of(role);
    if (std::ranges::find(kinds, scope_kind) == kinds.end())
        return invalid(
            {{"scope_kind",
              "not_for_role",
              "An account of this role cannot have the scope " + std::string(scope_kind)}});
    bool needs_body = scope_kind != "national" && scope_kind != "none" && scope_kind != "caseload";
    if (needs_body && scope_body == 0)
        return invalid({{"scope_body", "missing", "Say which " + std::string(scope_kind)}});
    return {};
}

std::chrono::seconds pause_after(int failures) {
    constexpr int free_failures = 4;
    constexpr auto longest = std::chrono::seconds(15 * 60);
    if (failures <= free_failures) return std::chrono::seconds(0);
    int doublings = std::min(failures - free_failures, 10);
    return std::min(std::chrono::seconds(1 << doublings), longest);
}

}  // namespace noms::access
