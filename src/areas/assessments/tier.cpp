#include "areas/assessments/tier.hpp"

namespace noms::assessments {

std::string in_words(Rosh rosh) {
    static constexpr const char* words[] = {"low", "medium", "high", "very high"};
    return words[int(rosh)];
}

}  // namespace noms::assessments
