#include <algorithm>
#include <map>

#include "areas/supervision/rules_enforced.hpp"
#include "areas/supervision/store.hpp"

/// Who had something to comply with over a span: for counting, many offenders at once.
namespace noms::supervision {
namespace {

using ByOffender = std::map<std::int64_t, EnforcedFacts>;

bool meet(const Span& one, const Span& other) {
    return (!other.until || one.from < *other.until) && (!one.until || other.from < *one.until);
}

bool in_force_over(const Enforced& each, const Span& span) {
    return std::ranges::any_of(each.in_force, [&](const Span& own) { return meet(own, span); });
}

ByOffender facts_among(db::Connection& db, std::span<const std::int64_t> offenders, Span span) {
    ByOffender all;
    auto last = span.until ? plus_days(*span.until, -1) : span.from;
    for (auto& row : sentences::sentences_of(db, offenders))
        all[row.offender.number].sentences.push_back(std::move(row));
    for (auto& row : movements::movements_of(db, offenders))
        all[row.offender.number].movements.push_back(std::move(row));
    for (auto& row : store::breaches_begun(db, offenders, span))
        all[row.offender.number].breaches.push_back(std::move(row));
    for (auto& row : store::recalls_among(db, offenders))
        all[row.offender.number].recalls.push_back(std::move(row));
    for (auto& [offender, facts] : all) {
        facts.day = last;
        std::ranges::reverse(facts.movements);
    }
    return all;
}

Result<EnforcedOver> over(offenders::OffenderId offender, const EnforcedFacts& facts, Span span) {
    EnforcedOver out{.offender = offender};
    auto all = TRY(enforced(facts));
    for (const auto& each : all) {
        if (!in_force_over(each, span)) continue;
        (each.is_licence() ? out.on_licence : out.under_order) = true;
        if (!each.is_licence()) out.breach_begun |= !each.breaches.empty();
        if (each.is_licence())
            out.recall_requested |= std::ranges::any_of(each.recalls, [&](const Recall& recall) {
                return span.covers(recall.requested_on);
            });
    }
    return out;
}

}  // namespace

Result<std::vector<EnforcedOver>> enforced_over(db::Connection& db,
                                                std::span<const std::int64_t> offenders,
                                                Span span) {
    std::vector<EnforcedOver> out;
    for (const auto& [offender, facts] : facts_among(db, offenders, span)) {
        auto each = TRY(over({offender}, facts, span));
        if (each.under_order || each.on_licence) out.push_back(each);
    }
    return out;
}

Result<std::optional<UnderSupervision>> under_supervision(const EnforcedFacts& facts) {
    std::optional<UnderSupervision> out;
    for (const auto& each : TRY(enforced(facts)))
        for (const auto& span : each.in_force)
            if (span.covers(facts.day) && (!out || out->since <= span.from))
                out = {.on_licence = each.is_licence(), .since = span.from, .until = span.until};
    return out;
}

}  // namespace noms::supervision
