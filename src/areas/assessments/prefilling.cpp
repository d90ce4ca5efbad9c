#include "areas/assessments/prefilling.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/assessments/data.gen.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

constexpr int adult = 18;
constexpr int adult_in_custody = 21;

/// A row of data/offence_class.csv: classes that belong to one group whole.
struct OffenceClass {
    std::string class_code{};
    std::string ogrs3_group{};
    std::string sexual_or_violent{};
};
DESCRIBE(OffenceClass, class_code, ogrs3_group, sexual_or_violent)

/// The one group of all these offences; empty when they are of several or of none.
std::string group_of_all(const std::vector<std::string>& offences) {
    std::string group;
    for (const auto& code : offences) {
        auto next = group_of_offence(code);
        if (next.empty() || (!group.empty() && next != group)) return {};
        group = next;
    }
    return group;
}

/// What the record says under the names that the form's questions ask for.
class KnownOfRecord {
public:
    KnownOfRecord(const RecordFacts& facts, Date day) : facts_(facts) {
        if (facts.occasions.empty()) return;
        const auto& last = facts.occasions.back();
        put("offence_group", group_of_all(last.offences));
        if (!facts.birth_date) return;
        put_number("age_at_conviction", age(last.on));
        put_number("age_at_follow_up_start", age(last.custodial ? day : last.on));
        if (facts.occasions.size() > 1) put_earlier();
    }
    Answers answers{};

private:
    const RecordFacts& facts_;

    int age(Date day) const { return age_on(*facts_.birth_date, day); }
    void put(const std::string& name, const std::string& answer) {
        if (!answer.empty()) answers[name] = answer;
    }
    void put_number(const std::string& name, int number) { put(name, std::to_string(number)); }
    void put_earlier() {
        int young = 0, grown = 0, custody_young = 0, custody_grown = 0;
        for (size_t i = 0; i + 1 < facts_.occasions.size(); ++i) {
            const auto& [on, offences, custodial] = facts_.occasions[i];
            ++(age(on) < adult ? young : grown);
            if (custodial) ++(age(on) < adult_in_custody ? custody_young : custody_grown);
        }
        put_number("age_at_first_sanction", age(facts_.occasions.front().on));
        put_number("earlier_young", young);
        put_number("earlier_adult", grown);
        put_number("custody_young", custody_young);
        put_number("custody_adult", custody_grown);
    }
};

}  // namespace

std::string group_of_offence(std::string_view code) {
    static const auto classes = rows::read<OffenceClass>(data::offence_class);
    auto number = split(code.substr(0, code.find('/')), ' ');
    if (number.size() != 1) return {};
    auto padded = fmt::format("{:0>3}", number.front());
    auto found = std::ranges::find(classes, padded, &OffenceClass::class_code);
    return found == classes.end() ? std::string() : found->ogrs3_group;
}

Answers prefilled(std::string_view form, const RecordFacts& facts, Date day) {
    const KnownOfRecord known(facts, day);
    Answers out;
    for (const auto& question : questions_of(form)) {
        auto found = known.answers.find(question.prefill.value_or(""));
        if (found != known.answers.end()) out[question.question] = found->second;
    }
    return out;
}

}  // namespace noms::assessments
