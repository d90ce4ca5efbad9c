#include <algorithm>

#include "areas/matching/training.hpp"

namespace noms::matching {
namespace {

/// One of the records that have a value is the one that is compared.
constexpr double own_record = 1;

/// Values of so few records are as rare as any.
struct Floor {
    double listed_from = 3;
    double least = 1;
};

class Counts {
public:
    void add(WordId word) {
        if (word == 0) return;
        if (word >= counts_.size()) counts_.resize(std::max(size_t(word) + 1, counts_.size() * 2));
        ++counts_[word];
        ++known_;
    }
    Frequencies shares(const Words& words, Floor floor) const {
        Frequencies out{.least = floor.least / double(std::max(known_, 1U))};
        auto known = double(std::max(known_, 1U));
        std::uint64_t squares = 0;  // whole numbers, whose sum no order changes
        for (WordId word = 1; word < counts_.size(); ++word) {
            squares += std::uint64_t(counts_[word]) * counts_[word];
            if (counts_[word] >= floor.listed_from)
                out.shares[std::string(words.text(word))] = (counts_[word] - own_record) / known;
        }
        out.typical = std::max(double(squares) / known / known, out.least);
        return out;
    }

private:
    std::vector<std::uint32_t> counts_;
    std::uint32_t known_ = 0;
};

/// The shares of numbers, listed by `name_of` them.
template <class NameOf>
Frequencies shares_of(std::vector<std::uint64_t> values, Floor floor, NameOf&& name_of) {
    std::ranges::sort(values);
    auto known = double(std::max<size_t>(values.size(), 1));
    Frequencies out{.least = floor.least / known};
    for (size_t from = 0, until = 0; from < values.size(); from = until) {
        while (until < values.size() && values[until] == values[from]) ++until;
        auto count = double(until - from);
        out.typical += count / known * (count / known);
        if (count >= floor.listed_from)
            out.shares[std::string(name_of(values[from]))] = (count - own_record) / known;
    }
    out.typical = std::max(out.typical, out.least);
    return out;
}

}  // namespace

std::map<std::string, Frequencies, std::less<>> frequencies_of(const Population& people,
                                                               const Model& model) {
    Counts firsts, lasts, middles, ethnicities;
    std::vector<Counts> texts(people.texts_each());
    std::vector<std::uint64_t> days, postcodes;
    for (PersonIndex at = 0; at < people.size(); ++at) {
        const auto& person = people[at];
        firsts.add(person.first);
        lasts.add(person.last);
        middles.add(person.middle);
        ethnicities.add(person.ethnicity);
        if (person.birth_day != 0) days.push_back(person.birth_day);
        for (auto postcode : people.postcodes(person)) postcodes.push_back(postcode);
        for (size_t i = 0; i < texts.size(); ++i) texts[i].add(people.texts(at)[i]);
    }
    const auto& words = people.words();
    std::map<std::string, Frequencies, std::less<>> out;
    out["first_name"] = firsts.shares(words, {});
    out["last_name"] = lasts.shares(words, {});
    out["middle_name"] = middles.shares(words, {});
    out["ethnicity"] = ethnicities.shares(words, {});
    out["dob"] = shares_of(std::move(days), {}, [](auto day) { return std::to_string(day); });
    out["address"] =
        shares_of(std::move(postcodes), {.listed_from = 10, .least = 3}, [](auto postcode) {
            auto text = unpacked(postcode);
            return std::string(text.text());
        });
    for (size_t i = 0; i < texts.size(); ++i)
        out[model.comparisons[FirstText + i].name] = texts[i].shares(words, {});
    return out;
}

}  // namespace noms::matching
