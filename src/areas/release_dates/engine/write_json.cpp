#include <fmt/format.h>

#include "areas/release_dates/engine/json.hpp"
#include "kit/describe/json.hpp"

namespace noms::release_dates {
namespace {

void put(std::string& out, std::string_view name, bool flag) {
    out += ",\"";
    out += name;
    out += flag ? "\":true" : "\":false";
}

void put_number(std::string& out, std::string_view name, int number) {
    out += ",\"";
    out += name;
    out += "\":";
    fmt::format_to(std::back_inserter(out), "{}", number);
}

void put_digits(std::string& out, unsigned number, int digits) {
    for (unsigned unit = digits == 4 ? 1000 : 10; unit > 0; unit /= 10)
        out += char('0' + number / unit % 10);
}

void put_day(std::string& out, Day day) {
    const auto date = Date(day);
    const int year = int(date.year());
    if (year < 0 || year > 9999) {
        out += to_text(date);
        return;
    }
    put_digits(out, unsigned(year), 4);
    out += '-';
    put_digits(out, unsigned(date.month()), 2);
    out += '-';
    put_digits(out, unsigned(date.day()), 2);
}

void put_dates(std::string& out, const Dates& dates) {
    out += '{';
    bool first = true;
    for (size_t i = 0; i < date_type_names.size(); ++i) {
        const auto day = dates[DateType(i)];
        if (!day) continue;
        out += first ? "\"" : ",\"";
        first = false;
        out += date_type_names[i];
        out += "\":\"";
        put_day(out, *day);
        out += '"';
    }
    out += '}';
}

/// "P1Y2M3D".
void put_period(std::string& out, const Period& length) {
    out += "\"P";
    auto put_unit = [&](int count, char unit) {
        if (count != 0) fmt::format_to(std::back_inserter(out), "{}{}", count, unit);
    };
    put_unit(length.years, 'Y');
    put_unit(length.months, 'M');
    put_unit(length.days, 'D');
    if (length == Period{}) out += "0D";
    out += '"';
}

void put_tranche(std::string& out, std::string_view name, std::string_view prefix, int tranche) {
    fmt::format_to(std::back_inserter(out), "\"{}\":\"{}TRANCHE_{}\"", name, prefix, tranche);
}

void put_tranches(std::string& out, const Calculation& done) {
    out += ',';
    put_tranche(out, "sdsEarlyReleaseAllocatedTranche", "", done.sds_40.tranche);
    out += ',';
    put_tranche(out, "sdsEarlyReleaseTranche", "", done.sds_40.tranche);
    out += ",\"trancheAllocationByLegislationName\":{";
    const auto start = out.size();
    auto put_one = [&](std::string_view name, std::string_view prefix, const Allocation& law) {
        if (!law.is_made()) return;
        if (out.size() != start) out += ',';
        put_tranche(out, name, prefix, law.tranche);
    };
    put_one("SDS_40", "", done.sds_40);
    put_one("SDS_PROGRESSION_MODEL", "", done.progression);
    put_one("FTR_56", "FTR_56_", done.recall_56);
    out += '}';
}

/// The share as a decimal of at most 20 digits, exact where it can be.
void put_share(std::string& out, Fraction share) {
    fmt::format_to(std::back_inserter(out), "{}.", share.over / share.under);
    std::int64_t rest = share.over % share.under;
    for (int digits = 0; digits == 0 || (rest != 0 && digits < 20); ++digits) {
        rest *= 10;
        out += char('0' + rest / share.under);
        rest %= share.under;
    }
}

void put_level(std::string& out, const SentenceLevel& level, const Booking& booking) {
    const auto& identifier = booking.parts[size_t(level.part)].identifier;
    out += "{\"identifier\":";
    if (identifier.empty())
        out += "null";
    else
        json::put_text(out, identifier);
    put(out, "impactsFinalReleaseDate", level.decides_release);
    out += ",\"dates\":";
    put_dates(out, level.dates);
    put_number(out, "groupIndex", level.group_index);
    out += ",\"releaseMultiplier\":";
    put_share(out, level.share);
    put_number(out, "awardedDuringCustody", level.awarded);
    put_number(out, "awardedAfterDeterminateRelease", level.awarded_after_release);
    out += '}';
}

void put_levels(std::string& out, const BookingDates& dates, const Booking& booking) {
    out += ",\"sentenceLevelDates\":[";
    for (const auto& level : dates.sentences) {
        if (&level != &dates.sentences.front()) out += ',';
        put_level(out, level, booking);
    }
    out += ']';
}

}  // namespace

void write_steps(std::string& out, const std::vector<ExplainedDate>& dates) {
    out += ",\"because\":{";
    for (const auto& date : dates) {
        if (&date != &dates.front()) out += ',';
        json::put_text(out, name_of(date.type));
        out += ":[";
        for (const auto& step : date.steps) {
            out += &step == &date.steps.front() ? "{\"text\":" : ",{\"text\":";
            json::put_text(out, step.text);
            out += ",\"cite\":";
            json::put_text(out, step.source.cite);
            out += ",\"link\":";
            json::put_text(out, step.source.link);
            out += '}';
        }
        out += ']';
    }
    out += '}';
}

void write_calculation(std::string& out, const Given& given, const Calculation& done) {
    out += "{\"id\":";
    json::put_text(out, given.id);
    if (!done.error.empty()) {
        out += ",\"dates\":{},\"effectiveSentenceLength\":null,\"error\":";
        json::put_text(out, done.error);
        out += '}';
        return;
    }
    const auto& booking = done.booking;
    out += ",\"dates\":";
    put_dates(out, booking.dates);
    out += ",\"effectiveSentenceLength\":";
    put_period(out, booking.length);
    out += ",\"error\":null";
    put(out, "affectedBySds40", booking.affected_by_sds_40);
    put(out, "affectedByProgressionModel", booking.affected_by_progression);
    put_tranches(out, done);
    if (given.booking.switches.sentence_level_dates) put_levels(out, booking, given.booking);
    out += '}';
}

}  // namespace noms::release_dates
