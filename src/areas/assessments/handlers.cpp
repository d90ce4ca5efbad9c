#include "areas/assessments/handlers.hpp"

#include <algorithm>

#include "areas/access/access.hpp"
#include "areas/assessments/assessments.hpp"
#include "areas/assessments/loading.hpp"
#include "areas/assessments/store.hpp"
#include "areas/assessments/views.hpp"
#include "kit/base/text.hpp"

namespace noms::assessments {
namespace {

/// What the areas above this one know and do.
struct Above {
    SeniorityRule is_senior{};
    AfterSigning signed_now{};
};
Above& above() {
    static Above all;
    return all;
}

By by_actor(const web::Context& context) {
    const auto& actor = context.actor;
    return {actor.account, actor.shown.empty() ? actor.name : actor.shown, context.today};
}

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

/// The offender, where the actor may decide in the case.
Result<offenders::Offender> led_offender(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    if (who.joined_to) return refused("This record was joined to another: assess that one.");
    if (!leads(context, who.id))
        return forbidden("Only the offender manager of the case or a senior officer can do this.");
    return who;
}

Touched touched(const Whole& whole, std::string next = {}) {
    return {whole.assessment.offender, whole.assessment.id, std::move(next), edition_of(whole)};
}

std::string section_after(const FormSection& section) {
    auto all = sections_of(section.form);
    auto at = std::ranges::find(all, section.code, &FormSection::code);
    return at + 1 == all.end() ? std::string() : (at + 1)->code;
}

/// Keeps it under an event of that kind, and tells the areas above when somebody signed.
Touched kept(web::Context& context,
             std::string_view kind,
             const Whole& before,
             const Whole& after,
             std::string next = {}) {
    auto& changes = about(context, after.assessment.offender, kind);
    keep(changes, before, after);
    bool signature = after.assessment.state != before.assessment.state;
    if (signature && above().signed_now) above().signed_now(changes, context.db, after.assessment);
    return touched(after, std::move(next));
}

Result<void> check_senior(web::Context& context) {
    if (is_senior(context.db, context.actor.account, context.today)) return {};
    return forbidden("Only a senior officer can countersign an assessment.");
}

std::vector<FieldError> faults_of(const SetTier& given, const TierNow& now, Date today) {
    std::vector<FieldError> out;
    if (!std::ranges::count(tiers_in(now.scheme), given.tier))
        out.push_back({"tier", "unknown_choice", "Choose a tier of the scheme in force"});
    else if (given.tier == now.tier)
        out.push_back({"tier", "as_computed", "The rules give this tier already"});
    if (trimmed(given.reason).empty())
        out.push_back({"reason", "missing", "Say why the rules do not fit this person"});
    if (given.until_day <= today)
        out.push_back({"until_day", "date_in_past", "The last day must be after today"});
    return out;
}

/// The override that holds today, if one does.
std::optional<TierOverride> holding(const std::vector<TierOverride>& all, Date today) {
    auto found = std::ranges::find_if(all, [&](const auto& each) { return each.holds_on(today); });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void end_override(record::Changes& changes,
                  const TierOverride& before,
                  const By& by,
                  const std::string& reason) {
    auto after = before;
    after.ended_on = by.on;
    after.ended_by = by.name;
    after.end_reason = reason;
    changes.change(tier_overrides, before, after);
}

}  // namespace

void ask_seniority(SeniorityRule rule) {
    above().is_senior = std::move(rule);
}

void after_signing(AfterSigning work) {
    above().signed_now = std::move(work);
}

bool is_senior(db::Connection& db, record::AccountId account, Date day) {
    return above().is_senior && above().is_senior(db, account, day);
}

bool leads(web::Context& context, offenders::OffenderId offender) {
    for (const auto& hold : access::holds_of(context.db, offender.number))
        if (hold.scope_kind == "caseload" && hold.body == context.actor.account.number &&
            Span{hold.from_day, hold.until_day}.covers(context.today))
            return true;
    return is_senior(context.db, context.actor.account, context.today);
}

bool may_answer(web::Context& context, offenders::OffenderId offender) {
    if (!context.actor.may("assessments.answer")) return false;
    return context.actor.scope_kind == "prison" || leads(context, offender);
}

Result<Assessment> assessment_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::assessment(context.db, TRY(context.id<Assessment>("assessment")));
    if (!found || found->offender != who.id) return not_found("There is no such assessment.");
    return *found;
}

Result<FormSection> section_in(web::Context& context, const Assessment& assessment) {
    auto found = section_of(assessment.form, context.part("section"));
    if (!found) return not_found("The form has no such section.");
    return *found;
}

Result<Touched> start(web::Context& context, const Start& given) {
    auto who = TRY(led_offender(context));
    if (store::unlocked_of(context.db, who.id))
        return conflict("An assessment is begun already and not yet locked: go on with that one.");
    std::optional<Whole> last;
    auto earlier = store::assessments_of(context.db, who.id, {}, 1);
    if (given.copy_last && !earlier.empty()) last = store::whole(context.db, earlier.front());
    auto facts = record_facts(context.db, who, context.today);
    auto whole = TRY(begun(who.id, facts, last ? &*last : nullptr, by_actor(context)));
    return kept(context, "assessments.started", {}, whole, "1");
}

Result<Touched> save_section(web::Context& context, const SaveSection& given) {
    auto assessment = TRY(assessment_in(context));
    auto section = TRY(section_in(context, assessment));
    if (!may_answer(context, assessment.offender))
        return forbidden("The offender manager of the case and the prison's staff answer it.");
    auto before = store::whole(context.db, assessment);
    bool decides = context.actor.may("assessments.sign") && leads(context, assessment.offender);
    auto after = TRY(with_section(
        before, section, given, decides ? Right::Decide : Right::Answer, by_actor(context)));
    return kept(context, "assessments.section_saved", before, after, section_after(section));
}

Result<Touched> sign(web::Context& context, const Sign& given) {
    auto who = TRY(led_offender(context));
    auto before = store::whole(context.db, TRY(assessment_in(context)));
    auto wanted = countersignature_of(context.db, before, sex_of(who)).wanted;
    auto after = TRY(signed_whole(before, given.seen, wanted, by_actor(context)));
    return kept(context, "assessments.signed", before, after);
}

Result<Touched> countersign(web::Context& context, const Countersign& given) {
    CHECK(check_senior(context));
    auto before = store::whole(context.db, TRY(assessment_in(context)));
    if (given.seen != edition_of(before))
        return conflict("Somebody changed the assessment since you looked at it: look again.");
    auto after = TRY(countersigned(before, by_actor(context)));
    return kept(context, "assessments.countersigned", before, after);
}

Result<Touched> send_back(web::Context& context, const SendBack& given) {
    CHECK(check_senior(context));
    auto before = store::whole(context.db, TRY(assessment_in(context)));
    auto after = TRY(sent_back(before, given.reason, by_actor(context)));
    return kept(context, "assessments.sent_back", before, after);
}

Result<TierOverride> set_tier(web::Context& context, const SetTier& given) {
    auto who = TRY(led_offender(context));
    auto now = assessed_of(context.db, who, context.today).tier;
    if (now.scheme.empty()) return refused("No scheme of tiers is in force on this day.");
    if (auto faults = faults_of(given, now, context.today); !faults.empty())
        return invalid(std::move(faults));
    auto by = by_actor(context);
    auto& changes = about(context, who.id, "assessments.tier_set");
    auto all = store::overrides_among(context.db, std::span(&who.id.number, 1));
    if (auto earlier = holding(all, context.today))
        end_override(changes, *earlier, by, "Another tier was set");
    TierOverride row{.id = new_id<TierOverride>(),
                     .offender = who.id,
                     .scheme = now.scheme,
                     .tier = given.tier,
                     .instead_of = now.tier.empty() ? "not known" : now.tier,
                     .reason = std::string(trimmed(given.reason)),
                     .from_day = context.today,
                     .until_day = given.until_day,
                     .set_by = by.name};
    changes.add(tier_overrides, row);
    return row;
}

Result<TierOverride> end_tier(web::Context& context, const EndTier& given) {
    auto who = TRY(led_offender(context));
    auto all = store::overrides_among(context.db, std::span(&who.id.number, 1));
    auto now = holding(all, context.today);
    if (!now) return conflict("No tier is set in place of the computed one.");
    if (trimmed(given.reason).empty())
        return invalid({{"reason", "missing", "Say why it is no longer needed"}});
    auto& changes = about(context, who.id, "assessments.tier_ended");
    end_override(changes, *now, by_actor(context), std::string(trimmed(given.reason)));
    return *now;
}

}  // namespace noms::assessments
