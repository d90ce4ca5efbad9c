#include "areas/matching/comparing.hpp"

#include <algorithm>
#include <cmath>

#include "areas/matching/levels.hpp"
#include "areas/matching/similarity.hpp"

namespace noms::matching {
namespace {

using namespace level;

using Likeness = Words::Likeness;

/// In whole 1024ths, so that sums of them are exact in any order.
float bits_of(const Frequencies& table, double share) {
    return float(std::round(std::log2(table.typical / share) * 1024) / 1024);
}

const Frequencies* frequencies_in(const Model& model, std::string_view field) {
    auto found = model.frequencies.find(field);
    return found == model.frequencies.end() ? nullptr : &found->second;
}

bool contains(auto list, auto value) {
    return std::ranges::find(list, value) != list.end();
}

bool is_initial_of(std::string_view left, std::string_view right) {
    return (left.size() == 1 || right.size() == 1) && left[0] == right[0];
}

bool one_slip_in_a_day(std::uint32_t left, std::uint32_t right) {
    return one_slip_apart(left, right);
}

BirthDay level_of_days(std::uint32_t left, std::uint32_t right) {
    auto year = [](std::uint32_t day) { return int(day / 10000); };
    auto month = [](std::uint32_t day) { return day / 100 % 100; };
    auto day = [](std::uint32_t whole) { return whole % 100; };
    int years = std::abs(year(left) - year(right));
    if (years == 0 && month(left) == day(right) && day(left) == month(right)) return DayExchanged;
    if (left % 10000 == right % 10000 && years <= 2) return DayYearOff;
    if (one_slip_in_a_day(left, right)) return DayOneSlip;
    bool first_of_year = left % 10000 == 101 || right % 10000 == 101;
    bool first_of_month = month(left) == month(right) && (day(left) == 1 || day(right) == 1);
    if (years == 0 && (first_of_year || first_of_month)) return DayFirstOf;
    if (years == 0) return DaySameYear;
    return years <= 10 ? DayWithinTen : DayFar;
}

std::uint8_t level_of_pncs(CheckedNumber left, CheckedNumber right) {
    if (left.digits == 0 || right.digits == 0) return 0;
    if (left.digits == right.digits) return PncSame;
    bool both_verified = left.verified && right.verified;
    if (!both_verified && one_slip_apart(left.digits, right.digits)) return PncNear;
    return both_verified ? PncDiffers : PncDiffersUnverified;
}

std::uint8_t level_of_cros(const Person& left, const Person& right) {
    if (left.cro.digits != 0 && right.cro.digits != 0) {
        if (left.cro.digits == right.cro.digits) return CroSame;
        bool both_verified = left.cro.verified && right.cro.verified;
        if (!both_verified && one_slip_apart(left.cro.digits, right.cro.digits)) return CroNear;
        return both_verified ? CroDiffers : CroDiffersUnverified;
    }
    // With both PNCs known, what the CRO was made from says nothing new.
    if (left.pnc.digits != 0 && right.pnc.digits != 0) return 0;
    bool crossed = left.cro.digits != 0;
    auto cro = crossed ? left.cro : right.cro;
    auto pnc = crossed ? right.pnc : left.pnc;
    if (cro.digits == 0 || pnc.digits == 0) return 0;
    return share_a_core(pnc, cro) ? CoreSame : CoreDiffers;
}

std::uint8_t level_of_prison_numbers(const Person& left, const Person& right) {
    if (left.prison_number == 0 || right.prison_number == 0) return 0;
    if (left.prison_number == right.prison_number) return PrisonNumberSame;
    if (one_edit_apart(unpacked(left.prison_number).text(), unpacked(right.prison_number).text()))
        return PrisonNumberNear;
    return left.in_prison && right.in_prison ? PrisonNumberDiffersInPrison : PrisonNumberDiffers;
}

/// A British postcode without its last three characters.
std::uint64_t district_of(std::uint64_t postcode) {
    return postcode >> 18;
}

}  // namespace

Outcome in_short(const Compared& compared) {
    Outcome out{.levels = compared.levels};
    for (auto bits : compared.rarity) out.rarity += bits;
    return out;
}

NumberRarities::NumberRarities(const Model& model) {
    auto table_of = [&](std::string_view field, auto number_of) {
        Table out;
        auto table = frequencies_in(model, field);
        if (!table) return out;
        out.most = bits_of(*table, table->least);
        for (const auto& [value, share] : table->shares)
            out.bits[number_of(value)] = bits_of(*table, share);
        return out;
    };
    days_ = table_of("dob", [](const std::string& day) { return std::stoull(day); });
    postcodes_ = table_of("address", &packed);
}

Comparer::Comparer(const Population& people,
                   const Model& model,
                   std::shared_ptr<const NumberRarities> numbers)
    : people_(people),
      numbers_(numbers ? std::move(numbers) : std::make_shared<const NumberRarities>(model)) {
    firsts_.table = frequencies_in(model, "first_name");
    lasts_.table = frequencies_in(model, "last_name");
    middles_.table = frequencies_in(model, "middle_name");
    ethnicities_.table = frequencies_in(model, "ethnicity");
    for (size_t i = FirstText; i < model.comparisons.size(); ++i)
        texts_.push_back({.table = frequencies_in(model, model.comparisons[i].name)});
    take_new_words();
}

void Comparer::take_new_words(Rarities& rarities) const {
    if (!rarities.table) return;
    const auto& words = people_.words();
    const auto& table = *rarities.table;
    for (auto id = WordId(rarities.bits.size()); id < words.size(); ++id) {
        auto found = table.shares.find(words.text(id));
        rarities.bits.push_back(
            bits_of(table, found == table.shares.end() ? table.least : found->second));
    }
}

void Comparer::take_new_words() {
    for (auto* rarities : {&firsts_, &lasts_, &middles_, &ethnicities_}) take_new_words(*rarities);
    for (auto& rarities : texts_) take_new_words(rarities);
}

Compared Comparer::compare(PersonIndex left_at, PersonIndex right_at) const {
    const auto& left = people_[left_at];
    const auto& right = people_[right_at];
    Compared out;
    compare_names(out, left, right);
    compare_birth_days(out, left, right);
    if (left.sex != 0 && right.sex != 0)
        out.levels[Sexes] = left.sex == right.sex ? SexSame : SexDiffers;
    compare_ethnicities(out, left, right);
    out.levels[Pncs] = level_of_pncs(left.pnc, right.pnc);
    out.levels[Cros] = level_of_cros(left, right);
    out.levels[PrisonNumbers] = level_of_prison_numbers(left, right);
    if (left.crn != 0 && right.crn != 0)
        out.levels[Crns] = left.crn == right.crn ? CrnSame : CrnDiffers;
    compare_addresses(out, left, right);
    compare_sentences(out, left, right);
    if (!texts_.empty()) compare_texts(out, left_at, right_at);
    return out;
}

void Comparer::compare_names(Compared& out, const Person& left, const Person& right) const {
    bool crossed = left.first != 0 && left.last != 0 && left.first == right.last &&
                   left.last == right.first && left.first != left.last;
    if (crossed) {
        // The surname then says nothing that the first name has not said.
        out.levels[FirstNames] = FirstSwapped;
        out.rarity[FirstNames] = firsts_.of(left.first) + lasts_.of(left.last);
    } else {
        compare_firsts(out, left, right);
        compare_lasts(out, left, right);
    }
    compare_middles(out, left, right);
}

void Comparer::compare_firsts(Compared& out, const Person& left, const Person& right) const {
    auto& level = out.levels[FirstNames];
    auto& rarity = out.rarity[FirstNames];
    if (left.first == 0 || right.first == 0) return;
    if (left.first == right.first) {
        level = FirstSame;
        rarity = firsts_.of(left.first);
        return;
    }
    const auto& words = people_.words();
    auto a = words.text(left.first), b = words.text(right.first);
    if (is_initial_of(a, b)) {
        level = FirstInitial;
        return;
    }
    if (words.are_variants(left.first, right.first)) {
        level = FirstVariant;
        return;
    }
    auto shared = [&]() -> WordId {
        if (contains(people_.alias_firsts(left), right.first)) return right.first;
        for (auto alias : people_.alias_firsts(right))
            if (alias == left.first || contains(people_.alias_firsts(left), alias)) return alias;
        return 0;
    }();
    if (shared != 0) {
        level = FirstAlias;
        rarity = firsts_.of(shared);
        return;
    }
    auto likeness = words.likeness(left.first, right.first);
    if (likeness == Likeness::Near)
        level = FirstNear;
    else if (left.first == right.middle || left.middle == right.first)
        level = FirstMiddle;
    else
        level = likeness == Likeness::Alike ? FirstAlike : FirstDiffers;
}

void Comparer::compare_lasts(Compared& out, const Person& left, const Person& right) const {
    auto& level = out.levels[LastNames];
    auto& rarity = out.rarity[LastNames];
    if (left.last == 0 || right.last == 0) return;
    if (left.last == right.last) {
        level = LastSame;
        rarity = lasts_.of(left.last);
        return;
    }
    auto shared_with = [&](auto own, auto theirs, WordId last) -> WordId {
        for (auto name : own)
            if (name == last || contains(theirs, name)) return name;
        return 0;
    };
    auto alias = shared_with(people_.alias_lasts(left), people_.alias_lasts(right), right.last);
    if (alias == 0 && contains(people_.alias_lasts(right), left.last)) alias = left.last;
    auto part = shared_with(people_.last_parts(left), people_.last_parts(right), right.last);
    if (part == 0 && contains(people_.last_parts(right), left.last)) part = left.last;
    const auto& words = people_.words();
    auto likeness = words.likeness(left.last, right.last);
    if (alias != 0 || part != 0) {
        level = alias != 0 ? LastAlias : LastPart;
        rarity = lasts_.of(alias != 0 ? alias : part);
    } else if (likeness == Likeness::Near || words.are_variants(left.last, right.last)) {
        level = LastNear;
    } else if (likeness == Likeness::Alike) {
        level = LastAlike;
    } else {
        level = left.sex == 'F' && right.sex == 'F' ? LastDiffersWoman : LastDiffers;
    }
}

void Comparer::compare_middles(Compared& out, const Person& left, const Person& right) const {
    auto& level = out.levels[MiddleNames];
    if (left.middle == 0 || right.middle == 0 || out.levels[FirstNames] == FirstMiddle) return;
    if (left.middle == right.middle) {
        level = MiddleSame;
        out.rarity[MiddleNames] = middles_.of(left.middle);
        return;
    }
    const auto& words = people_.words();
    auto a = words.text(left.middle), b = words.text(right.middle);
    if (is_initial_of(a, b))
        level = MiddleInitial;
    else
        level = words.likeness(left.middle, right.middle) == Likeness::Near ? MiddleNear
                                                                            : MiddleDiffers;
}

void Comparer::compare_birth_days(Compared& out, const Person& left, const Person& right) const {
    auto& level = out.levels[BirthDays];
    if (left.birth_day == 0 || right.birth_day == 0) return;
    if (left.birth_day == right.birth_day) {
        level = DaySame;
        out.rarity[BirthDays] = numbers_->of_day(left.birth_day);
        return;
    }
    auto others = people_.alias_birth_days(left);
    bool by_alias = contains(others, right.birth_day) ||
                    contains(people_.alias_birth_days(right), left.birth_day);
    level = by_alias ? DayAlias : level_of_days(left.birth_day, right.birth_day);
}

void Comparer::compare_ethnicities(Compared& out, const Person& left, const Person& right) const {
    if (left.ethnicity == 0 || right.ethnicity == 0) return;
    auto& level = out.levels[Ethnicities];
    if (left.ethnicity == right.ethnicity) {
        level = EthnicitySame;
        out.rarity[Ethnicities] = ethnicities_.of(left.ethnicity);
        return;
    }
    const auto& words = people_.words();
    bool same_group = words.text(left.ethnicity)[0] == words.text(right.ethnicity)[0];
    level = same_group ? EthnicitySameGroup : EthnicityDiffers;
}

void Comparer::compare_addresses(Compared& out, const Person& left, const Person& right) const {
    auto mine = people_.postcodes(left), theirs = people_.postcodes(right);
    auto& level = out.levels[Addresses];
    bool line_same = left.line != 0 && left.line == right.line;
    if (mine.empty() || theirs.empty()) {
        if (line_same) level = LineSame;
        return;
    }
    bool near = false, district = false;
    for (auto postcode : mine) {
        if (contains(theirs, postcode)) {
            level = line_same ? PostcodeAndLine : PostcodeSame;
            out.rarity[Addresses] = numbers_->of_postcode(postcode);
            return;
        }
        for (auto other : theirs) {
            district = district || district_of(postcode) == district_of(other);
            near = near || one_edit_apart(unpacked(postcode).text(), unpacked(other).text());
        }
    }
    if (near)
        level = line_same ? LineAndPostcodeNear : PostcodeNear;
    else if (line_same)
        level = LineSame;
    else
        level = district ? DistrictSame : AddressDiffers;
}

void Comparer::compare_sentences(Compared& out, const Person& left, const Person& right) const {
    auto mine = people_.sentence_days(left), theirs = people_.sentence_days(right);
    if (mine.empty() || theirs.empty()) return;
    auto shared = std::ranges::count_if(mine, [&](auto day) { return contains(theirs, day); });
    out.levels[SentenceDays] = shared > 1 ? SeveralSame : shared == 1 ? OneSame : SentencesDiffer;
}

void Comparer::compare_texts(Compared& out, PersonIndex left_at, PersonIndex right_at) const {
    auto mine = people_.texts(left_at), theirs = people_.texts(right_at);
    const auto& words = people_.words();
    for (size_t i = 0; i < texts_.size() && i < mine.size(); ++i) {
        if (mine[i] == 0 || theirs[i] == 0) continue;
        auto& level = out.levels[FirstText + i];
        if (mine[i] == theirs[i]) {
            level = TextSame;
            out.rarity[FirstText + i] = texts_[i].of(mine[i]);
            continue;
        }
        auto likeness = words.likeness(mine[i], theirs[i]);
        level = likeness == Likeness::Near    ? TextNear
                : likeness == Likeness::Alike ? TextAlike
                                              : TextDiffers;
    }
}

}  // namespace noms::matching
