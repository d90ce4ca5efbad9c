#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <boost/json.hpp>

#include "areas/release_dates/engine/json.hpp"
#include "areas/release_dates/engine/json_names.hpp"

namespace noms::release_dates {
namespace {

namespace json = boost::json;

// Bounds that no sum of days can pass out of the calendar with.
constexpr int years_at_most = 100;
constexpr int adjustment_days_at_most = 9999;
constexpr size_t parts_at_most = 50;
constexpr size_t adjustments_at_most = 200;
constexpr size_t movements_at_most = 500;
constexpr size_t repeated_identifiers_at_most = 6;  // each may double the number of chains
constexpr Date first_day{std::chrono::year(1900), std::chrono::January, std::chrono::day(1)};
constexpr Date last_day_of_all{
    std::chrono::year(2199), std::chrono::December, std::chrono::day(31)};

/// One member of the JSON, and how to name it when it is amiss.
struct Place {
    const json::value* value = nullptr;  // null: not there
    const Place* up = nullptr;
    std::string_view name{};
    int index = -1;

    bool is_absent() const { return !value || value->is_null(); }
    std::string path() const {
        auto own = index >= 0 ? fmt::to_string(index) : std::string(name);
        if (!up || !up->up) return own;
        return up->path() + '.' + own;
    }
};

/// Reads what it can and notes every bad field.
class Reader {
public:
    std::vector<FieldError> errors{};

    Given line(const json::value& root) {
        const Place all{.value = &root};
        Given given;
        if (!root.is_object()) {
            fail(all, "not_an_object");
            return given;
        }
        given.id = text(member(all, "id"));
        const auto profile = member(all, "params");
        given.profile = profile.is_absent() ? std::string(default_profile) : text(profile);
        if (!law_of(given.profile)) fail(profile, "unknown_value");
        const auto booking_place = member(all, "booking");
        if (must_be_object(booking_place)) booking(given.booking, booking_place);
        switches(given.booking.switches, all);
        return given;
    }

private:
    void fail(const Place& place, std::string code) {
        errors.push_back({.field = place.path(), .code = std::move(code)});
    }

    static Place member(const Place& of, std::string_view name) {
        const auto* object = of.value ? of.value->if_object() : nullptr;
        return {.value = object ? object->if_contains(name) : nullptr, .up = &of, .name = name};
    }

    /// Most bookings have few of the many members they may have: these need not be looked for.
    static bool is_empty(const Place& place) {
        const auto* object = place.value ? place.value->if_object() : nullptr;
        return !object || object->empty();
    }

    bool must_be_object(const Place& place) {
        if (place.is_absent())
            fail(place, "missing");
        else if (!place.value->is_object())
            fail(place, "not_an_object");
        return !place.is_absent() && place.value->is_object();
    }

    /// Shows each item of a list that may be missing.
    template <class Item>
    void each(const Place& place, size_t at_most, Item&& item) {
        if (place.is_absent()) return;
        const auto* list = place.value->if_array();
        if (!list) return fail(place, "not_a_list");
        if (list->size() > at_most) return fail(place, "too_many");
        for (size_t i = 0; i < list->size(); ++i)
            item(Place{.value = &(*list)[i], .up = &place, .index = int(i)});
    }

    std::string text(const Place& place) {
        if (place.is_absent()) return {};
        const auto* found = place.value->if_string();
        if (!found) fail(place, "not_a_text");
        return found ? std::string(*found) : std::string();
    }

    bool flag(const Place& place) {
        if (place.is_absent()) return false;
        const auto* found = place.value->if_bool();
        if (!found) fail(place, "not_true_or_false");
        return found && *found;
    }

    /// A whole number from 0 to `at_most`; 0 when it is missing.
    int number(const Place& place, int at_most) {
        if (place.is_absent()) return 0;
        json::error_code wrong;
        const auto found = place.value->to_number<std::int64_t>(wrong);
        if (wrong || found < 0 || found > at_most) {
            fail(place, wrong ? "not_a_whole_number" : "out_of_range");
            return 0;
        }
        return int(found);
    }

    std::optional<Day> day(const Place& place) {
        if (place.is_absent()) return std::nullopt;
        const auto* found = place.value->if_string();
        const auto date = found ? parse_date(*found) : std::nullopt;
        if (!date)
            fail(place, "not_a_date");
        else if (*date < first_day || *date > last_day_of_all)
            fail(place, "out_of_range");
        else
            return Day(*date);
        return std::nullopt;
    }

    Day must_be_day(const Place& place) {
        if (place.is_absent()) fail(place, "missing");
        return day(place).value_or(Day());
    }

    /// One of the names; `otherwise` when it is missing or not among them.
    template <class T, size_t size>
    T choice(const Place& place,
             const std::array<std::pair<std::string_view, T>, size>& names,
             T otherwise) {
        if (place.is_absent()) return otherwise;
        const auto* found = place.value->if_string();
        for (const auto& [name, value] : names)
            if (found && name == std::string_view(*found)) return value;
        fail(place, "unknown_value");
        return otherwise;
    }

    // -- the parts of a line ----------------------------------------------------------------------

    void switches(Switches& out, const Place& all) {
        out.early_removal = flag(member(member(all, "userInputs"), "calculateErsed"));
        const auto toggles = member(all, "featureToggles");
        if (is_empty(toggles)) return;
        for (const auto& [name, which] : switch_names) out.*which = flag(member(toggles, name));
    }

    void booking(Booking& out, const Place& at) {
        const auto offender = member(at, "offender");
        if (must_be_object(offender)) {
            out.born = must_be_day(member(offender, "dateOfBirth"));
            out.is_active_sex_offender = flag(member(offender, "isActiveSexOffender"));
        }
        const auto sentences = member(at, "sentences");
        if (sentences.is_absent()) fail(sentences, "missing");
        each(sentences, parts_at_most, [&](const Place& one) {
            part(out.parts.emplace_back(), one);
        });
        if (!sentences.is_absent() && out.parts.empty()) fail(sentences, "too_few");
        if (repeated_identifiers(out.parts) > repeated_identifiers_at_most)
            fail(sentences, "too_many_repeated_identifiers");
        adjustments(out.adjustments, member(at, "adjustments"));
        each(member(at, "externalMovements"), movements_at_most, [&](const Place& one) {
            movement(out.movements.emplace_back(), one);
        });
        out.returned_on = day(member(at, "returnToCustodyDate"));
        fixed_term_recall(out.fixed_term_recall, member(at, "fixedTermRecallDetails"));
    }

    static size_t repeated_identifiers(const std::vector<Part>& parts) {
        std::vector<std::string_view> known;
        for (const auto& part : parts)
            if (!part.identifier.empty()) known.push_back(part.identifier);
        const size_t all = known.size();
        std::ranges::sort(known);
        const auto repeated = std::ranges::unique(known);
        return all - size_t(repeated.begin() - known.begin());
    }

    void part(Part& out, const Place& at) {
        if (!must_be_object(at)) return;
        out.type = choice(member(at, "type"), sentence_types, SentenceType::Standard);
        out.sentenced_on = must_be_day(member(at, "sentencedAt"));
        const auto offence = member(at, "offence");
        out.offence_on = day(member(offence, "committedAt"));
        out.offence_code = text(member(offence, "offenceCode"));
        terms(out, at);
        out.identifier = text(member(at, "identifier"));
        each(member(at, "consecutiveSentenceUUIDs"), parts_at_most, [&](const Place& one) {
            if (one.index == 0) out.consecutive_to = text(one);
        });
        if (const auto given = member(at, "recall"); !given.is_absent())
            recall(out.recall.emplace(), given);
        kind(out, at);
    }

    void terms(Part& out, const Place& at) {
        const bool extended = out.type == SentenceType::ExtendedDeterminate ||
                              out.type == SentenceType::ParticularConcern;
        term(out.custody, member(at, extended ? "custodialDuration" : "duration"));
        if (extended) term(out.extension, member(at, "extensionDuration"));
    }

    void term(Term& out, const Place& at) {
        if (!must_be_object(at)) return;
        const auto elements = member(at, "durationElements");
        if (!must_be_object(elements)) return;
        constexpr std::array most{
            years_at_most, 12 * years_at_most, 52 * years_at_most, 366 * years_at_most};
        for (size_t i = 0; i < units.size(); ++i)
            out.*units[i].second = number(member(elements, units[i].first), most[i]);
    }

    void kind(Part& out, const Place& at) {
        switch (out.type) {
            case SentenceType::Standard:
                return arrangements(out, member(at, "releaseArrangements"));
            case SentenceType::ExtendedDeterminate:
                out.automatic_release = flag(member(at, "automaticRelease"));
                return;
            case SentenceType::ParticularConcern:
                out.particular_concern_under_18 = flag(member(at, "sdopcu18"));
                return;
            case SentenceType::FineDefault:
                out.fine_pence = pence(member(at, "fineAmount"));
                return;
            case SentenceType::BreachOfSupervision:
                out.latest_supervision_end = day(member(at, "latestTusedDate"));
                return;
            case SentenceType::DetentionAndTraining:
            case SentenceType::ExtendedOf2003:
            case SentenceType::ActOf1991: return;
        }
    }

    void arrangements(Part& out, const Place& at) {
        if (!must_be_object(at)) return;
        out.is_sds_plus = flag(member(at, "isSDSPlus"));
        out.is_sds_plus_offence_and_length =
            flag(member(at, "isSDSPlusEligibleSentenceTypeLengthAndOffence"));
        out.is_section_250 = flag(member(at, "isSection250"));
        each(member(at, "sdsEarlyReleaseExclusions"), 100, [&](const Place& one) {
            const auto known = exclusion_named(text(one));
            if (known)
                out.exclusions.add(*known);
            else
                fail(one, "unknown_value");
        });
    }

    std::int64_t pence(const Place& at) {
        if (at.is_absent()) return 0;
        json::error_code wrong;
        const auto pounds = at.value->to_number<double>(wrong);
        if (wrong)
            fail(at, "not_a_number");
        else if (!(pounds >= 0 && pounds <= 1e12))
            fail(at, "out_of_range");
        else
            return std::llround(pounds * 100);
        return 0;
    }

    void recall(Recall& out, const Place& at) {
        if (!must_be_object(at)) return;
        const auto type = member(at, "recallType");
        if (type.is_absent()) fail(type, "missing");
        out.type = choice(type, recall_types, RecallType::Standard);
        out.revoked_on = day(member(at, "revocationDate"));
        out.returned_on = day(member(at, "returnToCustodyDate"));
    }

    void adjustments(std::vector<Adjustment>& out, const Place& at) {
        if (at.is_absent() || !must_be_object(at) || is_empty(at)) return;
        for (const auto& [name, type] : adjustment_types)
            each(member(at, name), adjustments_at_most, [&](const Place& one) {
                adjustment(out.emplace_back(Adjustment{.type = type}), one);
            });
        if (out.size() > adjustments_at_most) fail(at, "too_many");
    }

    void adjustment(Adjustment& out, const Place& at) {
        if (!must_be_object(at)) return;
        out.applies_from = must_be_day(member(at, "appliesToSentencesFrom"));
        out.days = number(member(at, "numberOfDays"), adjustment_days_at_most);
        out.from = day(member(at, "fromDate"));
        out.to = day(member(at, "toDate"));
        const auto more = member(at, "additionalInfo");
        out.reason = choice(member(more, "reason"), absence_reasons, AbsenceReason::None);
    }

    void movement(Movement& out, const Place& at) {
        if (!must_be_object(at)) return;
        out.on = must_be_day(member(at, "movementDate"));
        for (auto name : {"direction", "movementReason"})
            if (const auto place = member(at, name); place.is_absent()) fail(place, "missing");
        out.is_release = choice(member(at, "direction"), directions, false);
        out.reason = choice(member(at, "movementReason"), movement_reasons, out.reason);
    }

    void fixed_term_recall(std::optional<FixedTermRecallDetails>& out, const Place& at) {
        if (at.is_absent() || !must_be_object(at)) return;
        out.emplace();
        out->returned_on = must_be_day(member(at, "returnToCustodyDate"));
        out->days = number(member(at, "recallLength"), 366);
    }
};

/// Parses into memory that the thread uses again for its next line.
class Parsed {
public:
    explicit Parsed(std::string_view line) {
        thread_local json::parser parser({}, json::parse_options{.max_depth = 24});
        parser.reset(&memory_);
        parser.write(line, wrong_);
        if (!wrong_)
            value_ = parser.release();
        else
            parser.reset();
    }
    const json::value* value() const { return wrong_ ? nullptr : &value_; }

private:
    std::array<unsigned char, 1 << 14> buffer_;
    json::monotonic_resource memory_{buffer_.data(), buffer_.size()};
    json::value value_ = json::value(json::storage_ptr(&memory_));
    json::error_code wrong_{};
};

}  // namespace

std::string id_of(std::string_view line) {
    const Parsed parsed(line);
    const auto* object = parsed.value() ? parsed.value()->if_object() : nullptr;
    const auto* id = object ? object->if_contains("id") : nullptr;
    const auto* text = id ? id->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

Result<Given> read_booking(std::string_view line) {
    const Parsed parsed(line);
    if (!parsed.value()) return invalid({{.field = "", .code = "not_json"}});
    Reader reader;
    auto given = reader.line(*parsed.value());
    if (!reader.errors.empty()) return invalid(std::move(reader.errors));
    return given;
}

}  // namespace noms::release_dates
