#include "areas/release_dates/engine/custody.hpp"

#include <algorithm>

namespace noms::release_dates {
namespace {

Day first_sentenced_on(const std::vector<Sentence*>& group) {
    return (*std::ranges::min_element(group, {}, &Sentence::sentenced_on))->sentenced_on;
}

Day previous_working_day(Day day, const law::Calendar& calendar) {
    while (!calendar.is_working_day(Date(day))) day = day - 1;
    return day;
}

std::vector<Sentence> copies(const std::vector<Sentence*>& sentences) {
    std::vector<Sentence> all;
    all.reserve(sentences.size());
    for (const auto* sentence : sentences) all.push_back(*sentence);
    return all;
}

/// The licence's end as a release on this day finds it, worked out now if nothing did before.
std::optional<Day> licence_end_on_release(Sentence& sentence, const Case& facts) {
    if (!sentence.found.licence_expiry && sentence.types().has(DateType::LED))
        sentence.found.licence_expiry = licence_expiry_before_sentence_ends(sentence, facts).on;
    return sentence.licence_expiry_at_first_release();
}

}  // namespace

std::vector<Sentence*> Custody::live() const {
    auto all = group;
    all.insert(all.end(), on_licence.begin(), on_licence.end());
    return all;
}

void release_group(Custody& custody, Day day, const Case& facts) {
    if (custody.is_in_custody()) {
        custody.released.push_back({.from = first_sentenced_on(custody.group),
                                    .to = custody.latest_release,
                                    .sentences = custody.group});
        for (auto* sentence : custody.group)
            if (auto ends = licence_end_on_release(*sentence, facts); ends && *ends > day)
                custody.on_licence.push_back(sentence);
        custody.group.clear();
    }
    std::erase_if(custody.on_licence, [&](Sentence* sentence) {
        auto ends = licence_end_on_release(*sentence, facts);
        const bool over = ends && *ends < day;
        if (over) custody.expired.push_back(sentence);
        return over;
    });
}

void set_latest_release(Custody& custody, const law::Calendar& calendar) {
    const Sentence* last = custody.group.front();
    for (const auto* sentence : custody.group)
        if (sentence->release() > last->release()) last = sentence;
    Day release = last->release();
    if (last->law.tranche_on) release = std::max(release, *last->law.tranche_on);
    custody.released_last = last;
    custody.latest_release = std::max(last->sentenced_on, previous_working_day(release, calendar));
}

std::vector<CustodyGroup> groups_of(const Custody& custody) {
    std::vector<CustodyGroup> groups;
    for (const auto& released : custody.released)
        groups.push_back(
            {.from = released.from, .to = released.to, .sentences = copies(released.sentences)});
    if (custody.is_in_custody())
        groups.push_back({.from = first_sentenced_on(custody.group),
                          .to = custody.latest_release,
                          .sentences = copies(custody.group)});
    return groups;
}

}  // namespace noms::release_dates
