#include <fmt/format.h>

#include "areas/sentences/data.gen.hpp"
#include "areas/sentences/rules_fines.hpp"
#include "kit/describe/rows.hpp"

namespace noms::sentences {
namespace {

/// A row of data/default_scale.csv: for more than so much, up to the next row's.
struct Scale {
    FiningCourt court = FiningCourt::Magistrates;
    std::int64_t above_pence = 0;
    int days = 0;
    int months = 0;
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Scale, court, above_pence, days, months, cite, certainty)

const Scale& scale_for(FiningCourt court, std::int64_t pence) {
    static const auto all = rows::read<Scale>(data::default_scale);
    const Scale* found = nullptr;
    for (const auto& row : all)
        if (row.court == court && row.above_pence < pence) found = &row;
    return *found;
}

law::Provision act(std::string section) {
    return {"Magistrates' Courts Act 1980, " + section + " (from memory)",
            "https://www.legislation.gov.uk/ukpga/1980/43"};
}

std::optional<DefaultKind> kind_for(std::optional<int> age) {
    if (!age) return std::nullopt;
    if (*age < 18) return DefaultKind::None;
    return *age < 21 ? DefaultKind::Detention : DefaultKind::Imprisonment;
}

/// Part payment takes off the same share of the days less one, fractions of a day left out.
void add_days(FineDefaultRuling& ruling, const FineDefaultFacts& facts) {
    if (!facts.committed_on) {
        ruling.because.push_back({"The days are counted once it is known when they begin", {}});
        return;
    }
    auto end = plus_days(plus_months(*facts.committed_on, ruling.months), ruling.days);
    int days = days_between(*facts.committed_on, end);
    ruling.term_days = days;
    ruling.days_off_for_payment = int((days - 1) * facts.paid_since_pence / facts.due_pence);
    ruling.days_to_serve = ruling.outstanding_pence == 0 ? 0 : days - *ruling.days_off_for_payment;
    ruling.because.push_back({fmt::format("{} of {} pence were paid: {} of {} days off",
                                          facts.paid_since_pence,
                                          facts.due_pence,
                                          *ruling.days_off_for_payment,
                                          days),
                              act("s. 79")});
}

void explain_kind(FineDefaultRuling& ruling) {
    if (!ruling.kind)
        ruling.because.push_back({"The age is not known: nobody can say what is served", {}});
    else if (*ruling.kind == DefaultKind::None)
        ruling.because.push_back({"Nobody under 18 is committed in default", act("s. 76, s. 81")});
    else if (*ruling.kind == DefaultKind::Detention)
        ruling.because.push_back(
            {"Aged 18 to 20: detention in place of imprisonment",
             {"Powers of Criminal Courts (Sentencing) Act 2000, s. 108 (from memory)",
              "https://www.legislation.gov.uk/ukpga/2000/6"}});
}

}  // namespace

Result<FineDefaultRuling> fine_default(const FineDefaultFacts& facts) {
    constexpr std::int64_t most_pence = 1'000'000'000'000;
    if (facts.due_pence < 1 || facts.due_pence > most_pence)
        return invalid({{"due_pence", "out_of_range", "must be more than 0"}});
    if (facts.paid_since_pence < 0 || facts.paid_since_pence > facts.due_pence)
        return invalid({{"paid_since_pence", "out_of_range", "must be 0 to what was due"}});
    if (facts.age.value_or(18) < 10) return invalid({{"age", "too_young", "must be 10 or more"}});
    FineDefaultRuling ruling{.kind = kind_for(facts.age),
                             .outstanding_pence = facts.due_pence - facts.paid_since_pence};
    const auto pence_an_hour = fine_figure("unpaid_work_pence_an_hour");
    ruling.unpaid_work_hours = int((ruling.outstanding_pence + pence_an_hour - 1) / pence_an_hour);
    explain_kind(ruling);
    if (ruling.kind != DefaultKind::None) {
        const auto& scale = scale_for(facts.court, facts.due_pence);
        ruling.months = scale.months;
        ruling.days = scale.days;
        ruling.certainty = scale.certainty;
        ruling.because.push_back({fmt::format("More than {} pence are due: {} months and {} days",
                                              scale.above_pence,
                                              scale.months,
                                              scale.days),
                                  {scale.cite, ""}});
        add_days(ruling, facts);
    }
    ruling.because.push_back({fmt::format("Unpaid work at {} pence an hour", pence_an_hour),
                              {"Courts Act 2003, Sch. 6 (the rate from memory)",
                               "https://www.legislation.gov.uk/ukpga/2003/39/schedule/6"}});
    return ruling;
}

}  // namespace noms::sentences
