#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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
};
DESCRIBE(FoundNear, offender, birth_date)

/// What an offender was found by.
enum class Clue { BirthDate, Name, Postcode, Number };
struct AskedNear {
    Clue by{};
    db::Asked<FoundNear> asked;
};

/// How much of what is looked for an offender shares, before it is compared in full.
struct Shared {
    std::set<Clue> clues{};
    int digits_of_day = 0;  // of its birth date and the nearest that is looked for

    auto operator<=>(const Shared& other) const {
        return std::tuple(clues.contains(Clue::Number), clues.size(), digits_of_day) <=>
               std::tuple(
                   other.clues.contains(Clue::Number), other.clues.size(), other.digits_of_day);
    }
};

constexpr size_t clues_max = 4;  // of each kind; more say no more

/// What offenders are looked for by.
class Clues {
public:
    explicit Clues(const std::vector<Side>& sides, Date day) : day_(day) {
        for (const auto& side : sides) take(side.record);
    }
    std::vector<std::int64_t> numbers() const { return {numbers_.begin(), numbers_.end()}; }

    /// All questions but that of the numbers, asked at once.
    std::vector<AskedNear> ask(db::Connection& db) const {
        std::vector<AskedNear> asked;
        for (const auto& day : days_)
            asked.push_back({Clue::BirthDate, db::ask<FoundNear>(db, sql::near_birth_date, day)});
        for (const auto& surname : surnames_)
            for (const auto& first : firsts_)
                asked.push_back(
                    {Clue::Name, db::ask<FoundNear>(db, sql::near_name, surname, first)});
        for (const auto& postcode : postcodes_)
            for (const auto* names : {&surnames_, &firsts_})
                for (const auto& name : *names)
                    asked.push_back({Clue::Postcode,
                                     db::ask<FoundNear>(db, sql::near_postcode, postcode, name)});
        return asked;
    }
    /// How many digits of that day stand where they stand in one that is looked for, however day
    /// and month are exchanged.
    int digits_shared(const std::optional<Date>& day) const {
        int most = 0;
        for (const auto& wanted : days_) most = std::max(most, day ? alike(*day, wanted) : 0);
        return most;
    }

private:
    Date day_;
    std::set<std::int64_t> numbers_;
    std::set<std::string> surnames_, firsts_, postcodes_;
    std::set<Date> days_;

    static int alike(Date one, Date other) {
        auto left = to_text(one), right = to_text(other);
        auto same = [&](const std::string& text) {
            int digits = 0;
            for (size_t i = 0; i < text.size(); ++i) digits += text[i] == right[i];
            return digits;
        };
        auto exchanged = left.substr(0, 5) + left.substr(8, 2) + "-" + left.substr(5, 2);
        return std::max(same(left), same(exchanged));
    }
    static void each(std::string_view list, auto&& take) {
        for (const auto& item : split(list, '|'))
            if (!trimmed(item).empty()) take(std::string(trimmed(item)));
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

std::vector<std::int64_t> offenders_near(db::Connection& db,
                                         const std::vector<Side>& sides,
                                         Date day,
                                         size_t most) {
    Clues clues(sides, day);
    std::map<std::int64_t, Shared> found;
    for (auto& [by, asked] : clues.ask(db))
        for (const auto& each : asked.get()) {
            auto& shared = found[each.offender];
            shared.clues.insert(by);
            shared.digits_of_day =
                std::max(shared.digits_of_day, clues.digits_shared(each.birth_date));
        }
    for (auto offender : store::offenders_with_numbers(db, clues.numbers()))
        found[offender].clues.insert(Clue::Number);
    for (const auto& side : sides) found.erase(side.place.offender.number);
    std::vector<std::int64_t> out;
    for (const auto& [offender, shared] : found) out.push_back(offender);
    if (out.size() <= most) return out;
    std::ranges::stable_sort(
        out, [&](auto one, auto other) { return (found[one] <=> found[other]) > 0; });
    out.resize(most);
    return out;
}

}  // namespace noms::offenders
