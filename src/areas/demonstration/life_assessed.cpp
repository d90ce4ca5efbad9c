#include <algorithm>
#include <map>

#include "areas/assessments/assessments.hpp"
#include "areas/demonstration/figures.hpp"
#include "areas/demonstration/life.hpp"

/// What the manager finds in an assessment, answer by answer.
namespace noms::demonstration {
namespace {

using assessments::FormQuestion;
using assessments::FormSection;
using assessments::Rosh;
using assessments::SaveSection;

// Days in which a second signature may still be awaited.
constexpr int signature_days = 9;

/// The section in which an assessment finds each need of data/figure.csv.
std::string section_of_need(const std::string& need) {
    static const std::map<std::string, std::string> sections{{"Accommodation", "3"},
                                                             {"Education training employment", "4"},
                                                             {"Financial management", "5"},
                                                             {"Relationships", "6"},
                                                             {"Lifestyle and associates", "7"},
                                                             {"Drug misuse", "8"},
                                                             {"Alcohol misuse", "9"},
                                                             {"Emotional well-being", "10"},
                                                             {"Thinking and behaviour", "11"},
                                                             {"Attitudes", "12"}};
    return sections.at(need);
}

/// Draws the answers to one assessment.
class Findings {
public:
    Findings(
        Dice& dice, const About& about, const std::vector<std::string>& needs, Rosh rosh, int age)
        : dice_(dice), about_(about), rosh_(rosh), age_(age) {
        for (const auto& need : needs) sections_.push_back(section_of_need(need));
    }

    SaveSection of(const FormSection& section, const assessments::Whole& whole) {
        SaveSection out{.seen = assessments::version_of(whole, section.code)};
        needed_ = std::ranges::count(sections_, section.code) > 0;
        for (const auto& question : assessments::questions_of(section.form, section.code)) {
            bool decided_anew = question.kind == assessments::AnswerKind::Level;
            if (assessments::answer_to(whole, question.question) && !decided_anew) continue;
            if (auto answer = answer_to(question); !answer.empty())
                out.answers.push_back({question.question, answer});
        }
        return out;
    }

private:
    Dice& dice_;
    About about_;
    Rosh rosh_;
    int age_ = 0;
    std::vector<std::string> sections_{};
    bool needed_ = false;
    int young_ = 0;

    std::string answer_to(const FormQuestion& question) {
        if (question.asked == assessments::Asked::May) return may_answer(question);
        switch (question.kind) {
            case assessments::AnswerKind::YesNo: return yes_or_no(question);
            case assessments::AnswerKind::Scale:
                if (!needed_) return dice_.in_100(8) ? "some" : "none";
                return dice_.in_100(55) ? "significant" : "some";
            case assessments::AnswerKind::Ever:
                if (dice_.in_100(needed_ ? 25 : 6)) return "previous";
                return needed_ && dice_.in_100(10) ? "current" : "never";
            case assessments::AnswerKind::Number: return number(question.question);
            case assessments::AnswerKind::Group: return dice_.in_100(50) ? "THEFT" : "OTHER";
            case assessments::AnswerKind::Level: return level(question.question);
            case assessments::AnswerKind::Mappa: return mappa();
            case assessments::AnswerKind::Text:
                return words(dice_, "assessed:" + kind_of(question), about_);
        }
        return {};
    }
    /// The evidence for a need, and sometimes what the person says themselves.
    std::string may_answer(const FormQuestion& question) {
        if (question.section == "self") return own_words(question);
        bool evidence = question.question == question.section + ".evidence";
        return evidence && needed_ ? words(dice_, "assessed:evidence", about_) : "";
    }
    std::string own_words(const FormQuestion& question) {
        if (question.kind == assessments::AnswerKind::Text)
            return words(dice_, "assessed:self", about_);
        return dice_.in_100(30) ? "some" : "none";
    }
    static std::string kind_of(const FormQuestion& question) {
        return question.section == "risk" ? "levels" : question.question;
    }
    std::string yes_or_no(const FormQuestion& question) {
        const auto& code = question.question;
        int in_100 = needed_ ? 45 : 4;
        if (code == "R1.harmed") in_100 = rosh_ >= Rosh::Medium ? 100 : 0;
        if (code == "R1.weapon" || code == "R1.concern") in_100 = rosh_ >= Rosh::High ? 50 : 0;
        if (code == "R2.1" || code == "R2.2") in_100 = rosh_ >= Rosh::High ? 15 : 0;
        if (code == "R10.priority" || code == "6.abuse") in_100 = 5;
        if (code == "1.7" || code == "6.9") in_100 = 30;
        if (code == "2.6") in_100 = 60;
        return dice_.in_100(in_100) ? "yes" : "no";
    }
    /// A career that fits the age; asked in the order of the form.
    std::string number(const std::string& code) {
        if (code == "1.2") return std::to_string(young_ = std::max(0, dice_.between(-2, 3)));
        if (code == "1.3") return std::to_string(std::max(0, dice_.between(-1, age_ / 6)));
        if (code == "1.4")
            return std::to_string(young_ > 0 ? dice_.between(12, 17)
                                             : dice_.between(18, std::max(18, age_ - 5)));
        if (code == "1.5" || code == "1.6") return dice_.in_100(20) ? "1" : "0";
        if (code == "1.violent") return dice_.in_100(35) ? "1" : "0";
        if (code == "1.other") return std::to_string(dice_.between(1, 5));
        return std::to_string(age_);
    }
    std::string level(const std::string& code) {
        bool exposed = code.starts_with("R10.public") || code.starts_with("R10.adult");
        return std::string(describe::choice_text(exposed ? rosh_ : Rosh::Low));
    }
    std::string mappa() {
        if (rosh_ == Rosh::VeryHigh) return dice_.in_100(50) ? "3" : "2";
        return rosh_ == Rosh::High && dice_.in_100(35) ? "2" : "none";
    }
};

/// Every section, the full analysis where the screening calls for it.
assessments::Whole answered(assessments::Whole whole,
                            Findings& findings,
                            const assessments::By& by) {
    const auto form = whole.assessment.form;
    for (const auto& section : assessments::sections_of(form)) {
        if (section.code == "full" &&
            !assessments::wants_full_analysis(form, assessments::answers_of(whole)))
            continue;
        auto found = findings.of(section, whole);
        whole = assessments::with_section(
                    std::move(whole), section, found, assessments::Right::Decide, by)
                    .value();
    }
    return whole;
}

bool wants_second(const assessments::Whole& whole, Rosh rosh, std::optional<Rosh> before) {
    auto known = assessments::answers_of(whole);
    bool child = known["R2.1"] == "yes" || known["R2.2"] == "yes";
    return assessments::countersignature(
               {.rosh = rosh, .rosh_before = before, .child_safeguarding = child})
        ->wanted;
}

}  // namespace

/// By how assessments were distributed; one in ten of the high ones is taken to be very high.
void Life::draw_harm() {
    static const auto levels = mix_of("oasys_rosh_distribution_pilot2", "RoSH ");
    const auto& drawn = levels.draw(dice_);
    rosh_ = drawn == "low" ? Rosh::Low : drawn == "medium" ? Rosh::Medium : Rosh::High;
    if (rosh_ == Rosh::High && dice_.in_100(10)) rosh_ = Rosh::VeryHigh;
}

void Life::keep_assessment(Date on,
                           std::string_view kind,
                           const By& by,
                           const assessments::Whole& after) {
    auto before = assessment_.value_or(assessments::Whole{});
    if (before.assessment.id != after.assessment.id) before = {};
    tell(
        on, kind, by, [&](record::Changes& changes) { assessments::keep(changes, before, after); });
    assessment_ = after;
}

void Life::assessed(Date on, bool custody) {
    if (needs_.empty()) draw_needs(custody);
    auto before = rosh_;
    if (!rosh_ || dice_.in_100(20)) draw_harm();
    const assessments::By by{manager().account, manager().name, on};
    auto last = assessment_;
    keep_assessment(
        on,
        "assessments.started",
        manager(),
        assessments::begun(who_.id, {who_.birth_date, occasions_}, last ? &*last : nullptr, by)
            .value());
    Findings findings(dice_, about(on), needs_found_, *rosh_, age_on(on));
    auto whole = answered(*assessment_, findings, by);
    keep_assessment(on, "assessments.section_saved", manager(), whole);
    bool wanted = wants_second(whole, *rosh_, before);
    auto edition = assessments::edition_of(whole);
    keep_assessment(on,
                    "assessments.signed",
                    manager(),
                    assessments::signed_whole(whole, edition, wanted, by).value());
    bool may_wait = plus_days(on, signature_days) > scene_.day && dice_.in_100(60);
    if (!wanted || may_wait) return;
    const auto& senior = area_.senior;
    keep_assessment(
        on,
        "assessments.countersigned",
        {senior.account, senior.name},
        assessments::countersigned(*assessment_, {senior.account, senior.name, on}).value());
}

}  // namespace noms::demonstration
