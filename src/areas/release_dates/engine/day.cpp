#include "areas/release_dates/engine/day.hpp"

#include <boost/container/small_vector.hpp>

namespace noms::release_dates {
namespace {

bool is_first_of_month(Day day) {
    return Date(day).day() == std::chrono::day(1);
}

Day last_of_month(Day day) {
    auto date = Date(day);
    return Date(date.year() / date.month() / std::chrono::last);
}

Term months_of(const Term& term) {
    return {.years = term.years, .months = term.months};
}

Term days_of(const Term& term) {
    return {.weeks = term.weeks, .days = term.days};
}

}  // namespace

Day plus_months(Day day, int months) {
    return noms::plus_months(Date(day), months);
}

Day plus_years(Day day, int years) {
    return plus_months(day, 12 * years);
}

int days_in_months(Day start, int months) {
    return plus_months(start, months) - start;
}

Term operator+(const Term& a, const Term& b) {
    return {.years = a.years + b.years,
            .months = a.months + b.months,
            .weeks = a.weeks + b.weeks,
            .days = a.days + b.days};
}

Day last_day(const Term& term, Day start) {
    const int more_days = 7 * term.weeks + term.days;
    if (!term.has_months()) return start - 1 + more_days;
    // From the first of a month, whole months end with a month, however long it is.
    if (is_first_of_month(start))
        return last_of_month(plus_months(plus_years(start, term.years), term.months - 1)) +
               more_days;
    // Years first, then months: each step may have to fall back to the end of a month.
    return plus_months(plus_years(start - 1, term.years), term.months) + more_days;
}

int days_in(const Term& term, Day start) {
    return last_day(term, start) - start + 1;
}

int days_in(std::span<const Term> one_after_another, Day start) {
    boost::container::small_vector<Term, 8> pieces;
    auto add = [&](const Term& piece) {
        if (!pieces.empty() && pieces.back().has_months() == piece.has_months())
            pieces.back() = pieces.back() + piece;
        else
            pieces.push_back(piece);
    };
    for (const auto& term : one_after_another) {
        if (term.has_months()) add(months_of(term));
        if (term.has_days()) add(days_of(term));
    }
    Day reached = start;
    for (const auto& piece : pieces) reached = reached + days_in(piece, reached);
    return reached - start;
}

Period period_between(Day from, Day to) {
    auto first = Date(from);
    auto last = Date(to);
    int months = 12 * (int(last.year()) - int(first.year())) + int(unsigned(last.month())) -
                 int(unsigned(first.month()));
    if (last.day() < first.day()) --months;
    return {.years = months / 12, .months = months % 12, .days = to - plus_months(from, months)};
}

Day eighteenth_birthday(Day born) {
    auto date = Date(born);
    Date birthday = date + std::chrono::years(18);
    return birthday.ok() ? Day(birthday) : plus_years(born, 18) + 1;
}

}  // namespace noms::release_dates
