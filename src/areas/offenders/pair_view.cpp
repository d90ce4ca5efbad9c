#include "areas/offenders/pair_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "areas/access/access.hpp"
#include "areas/offenders/extract.hpp"
#include "areas/offenders/model_in_use.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

using matching::Field;

constexpr int pairs_shown = 50;
constexpr int decisions_shown = 20;
constexpr size_t family_shown = 5;
constexpr std::int64_t whole_chance = 100;

/// The comparisons in the order that a reader looks at them.
constexpr std::string_view items_in_order[] = {"last_name",
                                               "first_name",
                                               "middle_name",
                                               "dob",
                                               "sex",
                                               "ethnicity",
                                               "address",
                                               "sentence_dates",
                                               "pnc",
                                               "cro",
                                               "prison_number",
                                               "crn"};

std::string in_list(std::string_view parts, auto&& shown) {
    std::string out;
    for (const auto& part : split(parts, '|'))
        out += (out.empty() ? "" : ", ") + std::string(shown(part));
    return out;
}

std::string day_in_words(const std::string& text) {
    auto day = parse_date(text);
    return day ? noms::in_words(*day) : text;
}

std::string with_others(const std::string& first, std::string_view others, auto&& shown) {
    auto more = in_list(others, shown);
    auto own = first.empty() ? "" : std::string(shown(first));
    if (more.empty()) return own;
    return own.empty() ? more : own + " (also " + more + ")";
}

/// The values of one side that a comparison looks at; empty when it has none.
std::string values_of(const Described& side, std::string_view item) {
    auto plain = [](const std::string& text) { return text; };
    if (item == "last_name")
        return with_others(side[Field::LastName], side[Field::AliasLast], plain);
    if (item == "first_name")
        return with_others(side[Field::FirstName], side[Field::AliasFirst], plain);
    if (item == "middle_name") return side[Field::MiddleName];
    if (item == "dob") return with_others(side[Field::Dob], side[Field::AliasDob], day_in_words);
    if (item == "sex")
        return side[Field::Sex] == "M" ? "Male" : side[Field::Sex] == "F" ? "Female" : "";
    if (item == "ethnicity")
        return side[Field::Ethnicity].empty() ? "" : ethnicity_in_words(side[Field::Ethnicity]);
    if (item == "address") {
        auto postcodes = in_list(side[Field::Postcodes], plain);
        if (side[Field::Address].empty() || postcodes.empty())
            return side[Field::Address] + postcodes;
        return side[Field::Address] + ", " + postcodes;
    }
    if (item == "sentence_dates") return in_list(side[Field::SentenceDates], day_in_words);
    if (item == "pnc") return side[Field::Pnc];
    if (item == "cro") return side[Field::Cro];
    return side[item == "crn" ? Field::Crn : Field::PrisonNumber];
}

EvidenceRow row_of(const Side& left,
                   const Side& right,
                   std::string_view item,
                   const matching::Explanation& explanation) {
    EvidenceRow row{.item = std::string(words_of_field(item)),
                    .outcome = "counts for nothing",
                    .left = values_of(left.record, item),
                    .right = values_of(right.record, item)};
    row.differs = folded(row.left) != folded(row.right);
    auto part = std::ranges::find(explanation.parts, item, &matching::WeightPart::field);
    if (part == explanation.parts.end()) return row;
    row.outcome = words_of_level(item, part->level);
    row.against_stranger = part->bits;
    row.against_relative = part->bits_of_relative;
    return row;
}

std::vector<EvidenceRow> rows_of(const Side& left,
                                 const Side& right,
                                 const matching::Explanation& explanation) {
    const auto& start = explanation.parts.front();
    std::vector<EvidenceRow> out{{.item = "Where they start",
                                  .outcome = "how often any two records are one person",
                                  .against_stranger = start.bits,
                                  .against_relative = start.bits_of_relative}};
    for (auto item : items_in_order) {
        auto row = row_of(left, right, item, explanation);
        if (!row.left.empty() || !row.right.empty()) out.push_back(std::move(row));
    }
    return out;
}

/// What neither record says that would decide the matter.
std::vector<std::string> what_would_settle(const RecordSide& left,
                                           const RecordSide& right,
                                           const Described& one,
                                           const Described& other,
                                           const JoinFacts& facts) {
    std::vector<std::string> out;
    auto lacks = [&](Field field, const std::string& what) {
        if (one[field].empty()) out.push_back(what + " on " + left.label);
        if (other[field].empty()) out.push_back(what + " on " + right.label);
    };
    lacks(Field::Pnc, "A PNC");
    if (facts.birth_date == Agreement::Nearly || facts.birth_date == Agreement::Differs)
        out.push_back("The birth date on a warrant or a certificate");
    else
        lacks(Field::Dob, "A birth date");
    if (facts.pnc == Agreement::Differs) out.push_back("Fingerprints: the two PNCs differ");
    return out;
}

/// The record of the pair as it stands under that offender; what stands there when it is gone.
Side side_for(const std::vector<Side>& sides,
              OffenderId who,
              const std::optional<RecordId>& record) {
    auto of = [&](const Side& side) {
        return side.place.offender == who && side.place.record == record.value_or(RecordId{});
    };
    auto found = std::ranges::find_if(sides, of);
    if (found != sides.end()) return *found;
    auto any = [&](const Side& side) { return side.place.offender == who; };
    found = std::ranges::find_if(sides, any);
    return found == sides.end() ? Side{.place = {.offender = who}} : *found;
}

RecordSide named(const Offender& who, const Side& side) {
    const auto& record = side.record;
    const auto& number =
        record[Field::Source] == "prison" ? record[Field::PrisonNumber] : record[Field::Crn];
    auto source = record[Field::Source].empty() ? std::string("What was typed")
                                                : label_of(record[Field::Source]) + " record";
    return {who.id, name_in_full(who), number.empty() ? source : source + " " + number};
}

/// A side's surname and where it lived, as far as that is a place.
Side home_of(const Side& side) {
    Side home{.place = side.place};
    home.record[Field::LastName] = side.record[Field::LastName];
    for (const auto& postcode : split(side.record[Field::Postcodes], '|'))
        if (!matching::is_of_no_fixed_abode(postcode))
            home.record[Field::Postcodes] += std::string(postcode) + "|";
    return home;
}

/// Others of the surname at one of the postcodes.
std::vector<Relation> family_of(web::Context& context,
                                const PairToday& pair,
                                const std::vector<Side>& sides) {
    std::vector<Side> homes;
    for (const auto& side : sides) homes.push_back(home_of(side));
    auto near = offenders_near(context.db, homes, context.today).offenders;
    std::erase(near, pair.offender.id.number);
    std::erase(near, pair.other.id.number);
    auto seen = access::visible_among(context.db, context.actor, near, context.today);
    std::vector<Relation> out;
    for (const auto& who : offenders_among(context.db, seen)) {
        if (out.size() == family_shown) break;
        context.shows(subject_kind, who.id.number);
        auto born =
            who.birth_date ? "Born " + noms::in_words(*who.birth_date) + ". " : std::string();
        out.push_back({who.id, name_in_full(who), born + "Same surname at the same postcode."});
    }
    return out;
}

/// What the two records say of each other, by the model in use.
void add_evidence(PairView& view, db::Connection& db, const Side& left, const Side& right) {
    matching::Population people;
    people.add(left.record.given());
    people.add(right.record.given());
    auto [model, numbers] = model_in_use(db);
    Weigher weigher(people, *model, numbers);
    bool two_prisons = left.place.prison != 0 && right.place.prison != 0 &&
                       left.place.prison != right.place.prison;
    auto weighed = weigher.weigh({0, 1}, two_prisons);
    auto explanation = weigher.explain({0, 1});
    view.items = rows_of(left, right, explanation);
    view.weight = explanation.weight;
    view.against_stranger = explanation.against_stranger;
    view.against_relative = explanation.against_relative;
    view.chance_in_100 = (weighed.facts.chance_in_10000 * whole_chance + 5000) / 10000;
    view.would_settle =
        what_would_settle(view.left, view.right, left.record, right.record, weighed.facts);
    auto against = contradiction(weighed.facts);
    if (!against.empty()) view.against = words_of_reason(against);
}

void add_hold(PairView& view, web::Context& context) {
    auto hold = hold_of(context.db, view.candidate.id, context.now);
    if (!hold) return;
    view.held_until = hold->until;
    view.held_by_reader = hold->account == context.actor.account;
    if (!view.held_by_reader) view.held_by = hold->reader;
}

/// Of the pairs that the actor may see.
std::int64_t waiting_as(const web::Context& context, CandidateState state) {
    const auto& actor = context.actor;
    return db::one<std::int64_t>(context.db,
                                 sql::count_candidates,
                                 state,
                                 actor.scope_kind,
                                 actor.scope_body,
                                 actor.account,
                                 context.today);
}

/// Those of whom pairs tell and whom the actor may see.
class SeenPeople {
public:
    SeenPeople(web::Context& context, const auto& pairs, const auto& decisions)
        : context_(context) {
        std::vector<std::int64_t> ids;
        for (const auto& pair : pairs)
            ids.insert(ids.end(), {pair.offender.number, pair.other.number});
        for (const auto& pair : decisions)
            ids.insert(ids.end(), {pair.offender.number, pair.other.number});
        for (auto& who : offenders_among(context.db, ids)) people_.emplace(who.id.number, who);
        for (const auto& [id, who] : people_) ids.push_back(who.joined_to.value_or(who.id).number);
        auto seen = access::visible_among(context.db, context.actor, ids, context.today);
        seen_.insert(seen.begin(), seen.end());
    }
    /// The names of both, as lists have them; nothing when the actor may not see both.
    std::optional<std::pair<std::string, std::string>> names_of(const auto& pair) {
        if (!sees(pair.offender) || !sees(pair.other)) return std::nullopt;
        context_.shows(subject_kind, pair.offender.number);
        context_.shows(subject_kind, pair.other.number);
        return std::pair(name_in_list(people_.at(pair.offender.number)),
                         name_in_list(people_.at(pair.other.number)));
    }
    /// A joined record is seen by those who may see the one it was joined to.
    OffenderId standing_for(OffenderId id) const {
        return people_.at(id.number).joined_to.value_or(id);
    }

private:
    web::Context& context_;
    std::map<std::int64_t, Offender> people_;
    std::set<std::int64_t> seen_;

    bool sees(OffenderId id) const {
        return people_.contains(id.number) && seen_.contains(standing_for(id).number);
    }
};

}  // namespace

Result<PairView> view_of_pair(web::Context& context) {
    auto pair = TRY(pair_in(context));
    std::vector<std::int64_t> both{pair.offender.id.number, pair.other.id.number};
    for (auto id : both) context.shows(subject_kind, id);
    auto sides = sides_of(context.db, both);
    auto left = side_for(sides, pair.offender.id, pair.candidate.record);
    auto right = side_for(sides, pair.other.id, pair.candidate.other_record);
    PairView view{.candidate = pair.candidate,
                  .left = named(pair.offender, left),
                  .right = named(pair.other, right)};
    add_evidence(view, context.db, left, right);
    view.family = family_of(context, pair, {left, right});
    add_hold(view, context);
    view.second_reading = pair.candidate.state == CandidateState::SecondReading;
    auto sent_back = sent_back_among(context.db, {pair.candidate});
    if (!sent_back.empty()) view.sent_back = std::move(sent_back.begin()->second);
    view.waiting = waiting_as(context, CandidateState::Open);
    for (auto& each : store::overrides_among(context.db, both).get())
        if (each.binds(context.today) && std::ranges::count(both, each.offender.number) +
                                                 std::ranges::count(both, each.other.number) ==
                                             2)
            view.decisions.push_back(std::move(each));
    return view;
}

Result<Pairs> pairs_in_queue(web::Context& context, const AskedPairs& asked) {
    std::optional<Candidate> after;
    if (asked.after) after = store::candidate(context.db, *asked.after);
    auto found = whole_queue(context.db, after, pairs_shown + 1);
    Pairs out{
        .waiting = waiting_as(context, CandidateState::Open),
        .for_second = waiting_as(context, CandidateState::SecondReading),
        .read_alike =
            db::first<ReadAlike>(context.db, sql::count_readings_alike).value_or(ReadAlike{})};
    if (found.size() > size_t(pairs_shown)) {
        found.resize(size_t(pairs_shown));
        out.next_after = found.back().id;
    }
    auto decided = store::newest_overrides(context.db, decisions_shown);
    SeenPeople people(context, found, decided);
    auto holds = holds_of_pairs(context.db, found, context.now);
    auto sent_back = sent_back_among(context.db, found);
    for (auto& pair : found) {
        auto names = people.names_of(pair);
        if (!names) continue;
        auto held = holds.find(pair.id.number);
        out.pairs.push_back({.candidate = pair,
                             .offender_name = names->first,
                             .other_name = names->second,
                             .held_by = held == holds.end() ? "" : held->second.reader,
                             .sent_back = sent_back.contains(pair.id.number)});
    }
    for (auto& decision : decided)
        if (auto names = people.names_of(decision)) {
            auto standing = people.standing_for(decision.offender);
            out.decided.push_back({std::move(decision), standing, names->first, names->second});
        }
    return out;
}

}  // namespace noms::offenders
