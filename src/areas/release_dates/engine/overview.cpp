#include "areas/release_dates/engine/overview.hpp"

#include <algorithm>

namespace noms::release_dates {
namespace {

bool under_18_at_release(const Sentence* sentence) {
    return sentence->under_18_on(sentence->effective_release());
}

bool any_sentence(const Sentence&) {
    return true;
}

}  // namespace

Overview::Overview(const std::vector<CustodyGroup>& all, const Case& about)
    : groups(all), facts(about) {
    for (const auto& group : groups)
        for (const auto& sentence : group.sentences) sentences.push_back(&sentence);
    if (sentences.empty()) return;
    auto defaulted = [](const Sentence& sentence) { return sentence.defaulted_release(); };
    active = latest_of(sentences, defaulted, any_sentence);
    const Day last = active->defaulted_release();
    for (const auto* sentence : sentences) {
        if (sentence->defaulted_release() == last) released_last.push_back(sentence);
        licence_expiry = later(licence_expiry, sentence->licence_expiry());
        (sentence->all_detention_and_training ? any_detention_and_training : any_other) = true;
    }
    by_release =
        latest_of(sentences, [](const Sentence& each) { return each.release(); }, any_sentence);
    by_expiry =
        latest_of(sentences, [](const Sentence& each) { return each.expiry(); }, any_sentence);
    release = active->effective_release();
    expiry = by_expiry->expiry();
    first_sentenced_on =
        (*std::ranges::min_element(sentences, {}, &Sentence::sentenced_on))->sentenced_on;
}

bool Overview::all_under_18_at_release() const {
    return std::ranges::all_of(sentences, under_18_at_release);
}

bool Overview::any_under_18_at_release() const {
    return std::ranges::any_of(sentences, under_18_at_release);
}

const CustodyGroup& Overview::group_of(const Sentence& sentence) const {
    for (const auto& group : groups)
        if (&sentence >= group.sentences.data() &&
            &sentence < group.sentences.data() + group.sentences.size())
            return group;
    return groups.back();
}

}  // namespace noms::release_dates
