#pragma once

#include <string>
#include <vector>

#include "areas/release_dates/engine/custody.hpp"

/// The steps of an explanation, in plain words.
namespace noms::release_dates {

/// Adds steps about one sentence. Each is said with the law it rests on.
class Steps {
public:
    Steps(const Booking& booking,
          const Law& law,
          const std::vector<Fraction>& share,
          std::vector<law::Ground>& out)
        : booking_(booking), law_(law), share_(share), out_(out) {}

    void release(const Sentence&);
    void expiry(const Sentence&);
    void unadjusted_expiry(const Sentence&);
    void licence(const Sentence&);
    void recall(const Sentence&);
    void parole(const Sentence&);
    void curfew(const Sentence&);
    void supervision(const Sentence&);
    void early_removal(const Sentence&);
    void transfer(const Sentence&);

    // Why the booking's date is another one than the sentence's own.
    void held_to_tranche(Day, const Allocation&, const std::string& table, bool nothing_awarded);
    void kept_from_before(Day);
    void held_by_another(Day);

private:
    const Booking& booking_;
    const Law& law_;
    const std::vector<Fraction>& share_;
    std::vector<law::Ground>& out_;

    void say(std::string text, std::string_view table, Day on);
    void terms(const Sentence&);
    void served(const Sentence&);
    void part_served(int part, const Sentence&);
    void deductions(const Sentence&);
    void absence(const Sentence&, int days);
    void awarded(const Sentence&);
    void tranche(const Sentence&);
};

}  // namespace noms::release_dates
