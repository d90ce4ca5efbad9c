#include "areas/matching/population.hpp"

#include <algorithm>
#include <numeric>

#include "areas/matching/hashing.hpp"

namespace noms::matching {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

void Population::absorb(const Population& other) {
    std::vector<WordId> here(other.words_.size());
    for (WordId id = 1; id < other.words_.size(); ++id)
        here[id] = words_.add(other.words_.text(id));
    auto lists_at = std::uint32_t(lists_.size());
    auto postcodes_at = std::uint32_t(postcodes_.size());
    auto ids_at = std::uint32_t(ids_.size());
    append(lists_, other.lists_);
    append(postcodes_, other.postcodes_);
    ids_ += other.ids_;
    for (auto person : other.people_) {
        person.first = here[person.first];
        person.middle = here[person.middle];
        person.last = here[person.last];
        person.ethnicity = here[person.ethnicity];
        person.lists_at += lists_at;
        person.postcodes_at += postcodes_at;
        person.id_at += ids_at;
        for (size_t i = 0; i < names_of(person); ++i) {
            auto& word = lists_[person.lists_at + i];
            word = here[word];
        }
        people_.push_back(person);
    }
    texts_each_ = std::max(texts_each_, other.texts_each_);
    for (auto word : other.texts_) texts_.push_back(here[word]);
}

void Population::forget_last() {
    const auto& last = people_.back();
    ids_.resize(last.id_at);
    lists_.resize(last.lists_at);
    postcodes_.resize(last.postcodes_at);
    texts_.resize(texts_.size() - texts_each_);
    people_.pop_back();
}

void Population::put_in_order() {
    struct Place {
        std::uint64_t surname = 0;
        std::uint64_t id = 0;
        PersonIndex at = 0;
    };
    std::vector<Place> places(people_.size());
    for (PersonIndex at = 0; at < people_.size(); ++at)
        places[at] = {words_.hash(people_[at].last), hash_of(record_id(at)), at};
    std::ranges::sort(places, [&](const Place& left, const Place& right) {
        if (left.surname != right.surname) return left.surname < right.surname;
        if (left.id != right.id) return left.id < right.id;
        return record_id(left.at) < record_id(right.at);
    });
    std::vector<Person> people(people_.size());
    std::vector<WordId> texts;
    texts.reserve(texts_.size());
    for (size_t i = 0; i < places.size(); ++i) {
        people[i] = people_[places[i].at];
        auto words = this->texts(places[i].at);
        texts.insert(texts.end(), words.begin(), words.end());
    }
    people_ = std::move(people);
    texts_ = std::move(texts);
}

}  // namespace noms::matching
