#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "areas/cover/cover.hpp"
#include "areas/cover/rules.hpp"
#include "areas/tasks/tasks.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::cover {

inline constexpr int absences_a_page = 25;

/// One case of an officer who is away. A restricted record is in no such list.
struct CoverLine {
    OffenderId offender{};
    std::string name{};
    std::optional<AccountId> coverer{};  // none: nobody covers it
    std::string coverer_name{};
    std::optional<Date> from_day{};
    std::optional<Date> until_day{};
    std::string reason{};
};
DESCRIBE(CoverLine, offender, name, coverer, coverer_name, from_day, until_day, reason)

/// How many cases are covered on the day, or on the absence's first where it has not begun.
struct AbsenceLine {
    Absence absence{};
    std::string name{};
    int cases = 0;
    int covered = 0;
    std::vector<std::string> by{};  // names of those who cover
};
DESCRIBE(AbsenceLine, absence, name, cases, covered, by)

struct AbsenceView {
    AbsenceLine line{};
    Date day{};                      // that the cases are told for
    std::vector<CoverLine> cases{};  // by name, those that nobody covers first
    int not_shown = 0;               // restricted to others
};
DESCRIBE(AbsenceView, line, day, cases, not_shown)
AbsenceView view_of(web::Context&, const Absence&);

/// The absences of one officer, the newest first.
struct OfficerAbsences {
    AccountId account{};
    std::string name{};
    Date day{};
    std::vector<AbsenceLine> absences{};
};
DESCRIBE(OfficerAbsences, account, name, day, absences)
OfficerAbsences absences_of(web::Context&, const management::Officer&);

/// Who is away in an area now or later; `page` counts from 1.
struct AreaQuery {
    std::optional<management::BodyId> area{};
    std::optional<int> page{};
};
DESCRIBE(AreaQuery, area, page)
struct AreaAbsences {
    management::BodyId area{};
    std::string area_name{};
    Date day{};
    int whole = 0;
    int page = 1;
    std::vector<AbsenceLine> absences{};  // by their first day
};
DESCRIBE(AreaAbsences, area, area_name, day, whole, page, absences)
/// not_found outside the actor's scope.
Result<AreaAbsences> absences_in(web::Context&, const AreaQuery&);

/// Those of them whose coverer is in office on the day. One question.
std::vector<StandIn> in_office(db::Connection&, std::vector<StandIn>, Date day);
/// Who stands in at those cases on a day: only while the officer who is away is the manager and the
/// other is in office.
std::vector<StandIn> standing_in_among(db::Connection&,
                                       std::span<const std::int64_t> offenders,
                                       Date day);
/// Where the account so stands in.
std::vector<StandIn> standing_in_by(db::Connection&, AccountId, Date day, int limit);
/// What these accounts are called.
std::map<std::int64_t, std::string> names_among(db::Connection&, const std::set<std::int64_t>&);

/// A case that the reader covers, with what is due next.
struct CoveredCase {
    StandIn cover{};
    std::string absent_name{};
    std::string name{};
    std::string where{};             // in words
    std::string next_appointment{};  // in words; empty: none is booked
    std::optional<tasks::Task> next_due{};
};
DESCRIBE(CoveredCase, cover, absent_name, name, where, next_appointment, next_due)
struct CoveredView {
    Date day{};
    std::vector<CoveredCase> cases{};  // by name
    std::vector<tasks::Task> now{};    // late or due today, the longest due first
    std::vector<tasks::Task> soon{};   // due in the next five working days
    bool more = false;

    std::string name_of(const std::optional<OffenderId>&) const;
};
DESCRIBE(CoveredView, day, cases, now, soon, more)
/// What the actor covers on the service day.
CoveredView covered_by(web::Context&);

/// Of each of these officers who is away on the day, in words: until when, how many cases, covered
/// by whom, and how many by nobody. Four questions at most.
std::map<std::int64_t, std::string> away_in_words(db::Connection&,
                                                  std::span<const std::int64_t> accounts,
                                                  Date day);
std::string in_words(Kind);
/// "14 cases, 12 covered by Rosa Tanner; 2 covered by nobody".
std::string covered_in_words(const AbsenceLine&);

}  // namespace noms::cover
