#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/json.hpp"
#include "kit/describe/type.hpp"

/// Law as dated data with citations, and rulings that say why.
namespace noms::law {

/// Where a rule comes from: enough for a lawyer to check it.
struct Provision {
    std::string cite{};  // "Criminal Justice Act 2003, s. 244"
    std::string link{};
};
DESCRIBE(Provision, cite, link)

/// Of a rule that nobody gave: this service's own choice, said to be one.
inline const Provision own_rule{"noms: an own rule", ""};

/// An exact share. Never a double: half of 3 days is not 1.4999.
struct Fraction {
    int over = 0;
    int under = 1;
    /// Whole days, any part-day counting as a day.
    int of(int days) const { return (days * over + under - 1) / under; }
};

/// A figure the law has changed over time.
template <class T>
struct Dated {
    struct Period {
        Date from;
        T value;
        Provision source;
    };
    std::string title;
    std::vector<Period> periods;  // by `from`, strictly increasing

    /// The figure in force on `day`, or a refusal when our tables do not reach back that far.
    Result<Period> on(Date day) const {
        const Period* found = nullptr;
        for (const auto& period : periods)
            if (period.from <= day) found = &period;
        if (!found) return refused(title + ": no law recorded for " + to_text(day));
        return *found;
    }
};

/// One step of the reasoning, for the page, the letter and the appeal.
struct Ground {
    std::string text{};
    Provision source{};
};
DESCRIBE(Ground, text, source)

/// A decision with the reasons that led to it, in order.
template <class T>
struct Ruling {
    T is{};
    std::vector<Ground> because{};
};

/// A law file as it stands, for /law and the law test.
struct Text {
    std::string_view name;  // "offenders/identifiers"
    std::string_view toml;
};

/// Reads a dated table such as release_dates/law/release_point.toml. Throws on a malformed file:
/// law is checked at start-up.
Dated<Fraction> fractions(std::string_view toml);
Dated<int> whole_numbers(std::string_view toml);
Dated<std::string> texts(std::string_view toml);

/// One period of a law file, as /law shows it.
struct Entry {
    Date from{};
    std::string value{};
    Provision source{};
    std::string note{};
};
DESCRIBE(Entry, from, value, source, note)
/// A law file's heading and its periods, whatever its values are.
struct Table {
    std::string name{};
    std::string title{};
    std::string basis{};  // which of the case's dates picks the row
    std::string extent{};
    std::string checked{};  // the day the source was read; empty: not compared with the statute
    std::string mark{};     // certainty where it is weak: "memory", "K", ...
    std::vector<Entry> entries{};
};
DESCRIBE(Table, name, title, basis, extent, checked, mark, entries)
/// Throws Malformed, naming the file, when a heading or a period lacks what it must have.
Table table_of(const Text&);

/// A law file is not as it must be: the service does not start.
struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The law files of the kit and of every area, by name, as they were registered.
const std::vector<Table>& all_tables();
/// Reads a law file and keeps it for all_tables(). The app registers them once, at start.
void register_text(const Text&);
/// Registers the law files of an area: `register_texts(law_text::all_texts)`.
template <class Named>
void register_texts(const Named& all_texts) {
    for (const auto& [name, toml] : all_texts) register_text({name, toml});
}

// -- rule sets ------------------------------------------------------------------------------------

/// A rule that anybody can check from outside: `noms rules NAME`, /law and the API show it.
struct RuleSet {
    std::string name;  // "working-day"
    std::string title;
    std::string summary;  // a sentence or two
    std::vector<Provision> sources;
    const describe::Type* facts = nullptr;
    const describe::Type* ruling = nullptr;
    /// Facts as JSON in, the ruling as JSON out, or every bad field named.
    std::function<Result<std::string>(std::string_view facts)> run;
};

/// All rule sets, in the order they were registered. The app registers them once, at start.
const std::vector<RuleSet>& rule_sets();
void register_rule_set(RuleSet);

/// Registers a pure function from described facts to a described ruling.
template <class Facts, class Out>
void register_rule(std::string name,
                   std::string title,
                   std::string summary,
                   std::vector<Provision> sources,
                   Result<Out> (*rule)(const Facts&)) {
    register_rule_set({std::move(name),
                       std::move(title),
                       std::move(summary),
                       std::move(sources),
                       &describe::type_of<Facts>(),
                       &describe::type_of<Out>(),
                       [rule](std::string_view facts) -> Result<std::string> {
                           auto given = TRY(json::read<Facts>(facts));
                           return json::write(TRY(rule(given)));
                       }});
}

// -- working days ---------------------------------------------------------------------------------

/// The bank holidays of England and Wales, 1995 to 2030, from kit/law/law/bank_holidays.toml.
class Calendar {
public:
    static const Calendar& england_and_wales();
    explicit Calendar(std::vector<std::pair<Date, std::string>> holidays);

    /// The holiday's name, if `day` is one.
    std::optional<std::string> holiday(Date day) const;
    bool is_working_day(Date day) const;
    /// The day `count` working days after `day` (before it when negative); day itself is not
    /// counted. Refused outside the years the table covers.
    Result<Date> plus_working_days(Date day, int count) const;
    /// How many working days lie after `from` up to and with `to`; negative when `to` is earlier.
    Result<int> working_days_between(Date from, Date to) const;
    Span covers() const;

private:
    std::vector<std::pair<Date, std::string>> holidays_;  // by day
};

/// Registers `working-day` and the table it rests on.
void register_rules();

}  // namespace noms::law
