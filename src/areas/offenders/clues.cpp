#include <algorithm>
#include <map>
#include <set>

#include "areas/offenders/facts.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/nearby.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

/// By what others are found who may be one person with somebody.
namespace noms::offenders {
namespace {

using matching::Field;

struct FoundNear {
    std::int64_t offender = 0;
    std::optional<Date> birth_date{};
    std::string first_name{};
    std::string surname{};
};
DESCRIBE(FoundNear, offender, birth_date, first_name, surname)

/// What an offender was found by.
enum class Clue { BirthDate, Name, Postcode, Number };
struct AskedNear {
    Clue by{};
    db::Asked<FoundNear> asked;
};

/// Whether a number is shared, and how much else.
using Rank = std::pair<bool, double>;

/// How much of what is looked for an offender shares, before it is compared in full.
struct Shared {
    std::set<Clue> clues{};
    double likeness = 0;  // of names and birth date, 0 to 3

    Rank rank() const { return {clues.contains(Clue::Number), double(clues.size()) + likeness}; }
};

constexpr size_t clues_max = 4;  // of each kind; more say no more
/// Of one clue: what so many share says little.
constexpr size_t answers_max = 1000;

/// What offenders are looked for by.
class Clues {
public:
    explicit Clues(const std::vector<Side>& sides, Date day) : day_(day) {
        for (const auto& side : sides) take(side.record);
    }
    std::vector<std::int64_t> numbers() const { return {numbers_.begin(), numbers_.end()}; }

    /// All questions but that of the numbers, asked at once.
    std::vector<AskedNear> ask(db::Connection& db) const {
        constexpr auto most = std::int64_t(answers_max);
        std::vector<AskedNear> asked;
        for (const auto& day : days_)
            asked.push_back(
                {Clue::BirthDate, db::ask<FoundNear>(db, sql::near_birth_date, day, most)});
        for (const auto& surname : surnames_)
            for (const auto& first : firsts_)
                asked.push_back(
                    {Clue::Name, db::ask<FoundNear>(db, sql::near_name, surname, first, most)});
        for (const auto& postcode : postcodes_)
            for (const auto* names : {&surnames_, &firsts_})
                for (const auto& name : *names)
                    asked.push_back({Clue::Postcode, ask_in(db, postcode, name)});
        return asked;
    }
    /// How alike names and birth date are to what is looked for, a whole for each.
    double likeness(const FoundNear& found) const {
        double digits = 0;
        for (const auto& wanted : days_)
            digits = std::max(digits, found.birth_date ? alike(*found.birth_date, wanted) : 0);
        return digits + likeness(surnames_, found.surname) + likeness(firsts_, found.first_name);
    }

private:
    Date day_;
    std::set<std::int64_t> numbers_;
    std::set<std::string> surnames_, firsts_, postcodes_;
    std::set<Date> days_;

    /// The share of digits that stand where they stand in the other, however day and month are
    /// exchanged.
    static double alike(Date one, Date other) {
        auto left = to_text(one), right = to_text(other);
        auto same = [&](const std::string& text) {
            double digits = 0;
            for (size_t i = 0; i < text.size(); ++i) digits += text[i] == right[i];
            return digits / double(text.size());
        };
        auto exchanged = left.substr(0, 5) + left.substr(8, 2) + "-" + left.substr(5, 2);
        return std::max(same(left), same(exchanged));
    }
    static double likeness(const std::set<std::string>& wanted, const std::string& name) {
        auto words = name_words(name);
        double most = 0;
        for (const auto& each : wanted)
            if (!words.empty()) most = std::max(most, matching::jaro_winkler(each, words.front()));
        return most;
    }
    static void each(std::string_view list, auto&& take) {
        for (const auto& item : split(list, '|'))
            if (!trimmed(item).empty()) take(std::string(trimmed(item)));
    }
    static db::Asked<FoundNear> ask_in(db::Connection& db,
                                       const std::string& postcode,
                                       const std::string& name) {
        constexpr auto most = std::int64_t(answers_max);
        if (matching::is_of_no_fixed_abode(postcode))
            return db::ask<FoundNear>(db, sql::near_no_fixed_abode, name, most);
        return db::ask<FoundNear>(db, sql::near_postcode, postcode, name, most);
    }
    static void keep(auto& clues, auto clue) {
        if (clues.size() < clues_max) clues.insert(std::move(clue));
    }
    void take_number(IdentifierKind kind, const std::string& value) {
        auto ruling = identifier({.kind = kind, .value = value, .day = day_}).value();
        if (ruling.canonical) numbers_.insert(match_key_of(kind, *ruling.canonical));
    }
    void take_name(std::set<std::string>& names, const std::string& name) {
        auto words = name_words(name);
        if (!words.empty()) keep(names, words.front());
    }
    void take(const Described& record) {
        take_number(IdentifierKind::PrisonNumber, record[Field::PrisonNumber]);
        take_number(IdentifierKind::Crn, record[Field::Crn]);
        take_number(IdentifierKind::Pnc, record[Field::Pnc]);
        take_number(IdentifierKind::Cro, record[Field::Cro]);
        take_name(firsts_, record[Field::FirstName]);
        take_name(surnames_, record[Field::LastName]);
        each(record[Field::AliasFirst], [&](auto name) { take_name(firsts_, name); });
        each(record[Field::AliasLast], [&](auto name) { take_name(surnames_, name); });
        for (auto field : {Field::Dob, Field::AliasDob})
            each(record[field], [&](auto text) {
                if (auto day = parse_date(text)) keep(days_, *day);
            });
        each(record[Field::Postcodes], [&](auto text) { keep(postcodes_, upper(text)); });
    }
};

}  // namespace

Sharing offenders_near(db::Connection& db, const std::vector<Side>& sides, Date day) {
    Clues clues(sides, day);
    Sharing out;
    std::map<std::int64_t, Shared> found;
    for (auto& [by, asked] : clues.ask(db)) {
        auto answers = asked.get();
        out.and_more = out.and_more || answers.size() == answers_max;
        for (const auto& each : answers) {
            auto [at, is_new] = found.try_emplace(each.offender);
            at->second.clues.insert(by);
            if (is_new) at->second.likeness = clues.likeness(each);
        }
    }
    for (auto offender : store::offenders_with_numbers(db, clues.numbers()))
        found[offender].clues.insert(Clue::Number);
    for (const auto& side : sides) found.erase(side.place.offender.number);
    std::vector<std::pair<Rank, std::int64_t>> ranked;
    for (const auto& [offender, shared] : found) ranked.emplace_back(shared.rank(), offender);
    std::ranges::stable_sort(ranked, std::greater{}, &std::pair<Rank, std::int64_t>::first);
    for (const auto& [rank, offender] : ranked) out.offenders.push_back(offender);
    return out;
}

}  // namespace noms::offenders
