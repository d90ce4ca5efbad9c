#include "areas/offenders/search.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/offenders/facts.hpp"
#include "areas/offenders/names.hpp"
#include "areas/offenders/sql.gen.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

constexpr size_t words_max = 4;

/// Takes a word as a number if it has the form of one.
bool take_number(SearchTerms& terms, std::string_view word, Date day) {
    auto kinds = kinds_with_form_of(word);
    if (kinds.empty()) return false;
    if (!terms.number_key.empty()) return true;
    IdentifierFacts facts{.kind = kinds.front(), .value = std::string(word), .day = day};
    auto ruling = identifier(facts).value();
    terms.number_key = ruling.search_key;
    if (ruling.fault != IdentifierFault::None) {
        terms.advice.push_back(fmt::format(
            "{} {}: {}", in_words(facts.kind), ruling.search_key, ruling.because.front().text));
        terms.near = near_misses(facts);
    }
    return true;
}

void add_words(SearchTerms& terms, const std::string& typed) {
    for (auto& word : name_words(typed)) terms.words.push_back(std::move(word));
    std::ranges::stable_sort(terms.words, std::greater{}, &std::string::size);
    if (terms.words.size() > words_max) terms.words.resize(words_max);
}

/// The scope of an actor, as the first four parameters of the lists.
std::vector<db::Value> scope_of(const web::Actor& actor, Date day) {
    return {actor.scope_kind, actor.scope_body, actor.account.number, to_text(day)};
}

/// The first eight parameters of the lists: scope, letter, sex and place.
Result<std::vector<db::Value>> filter_values(const web::Actor& actor,
                                             Date day,
                                             const ListFilter& filter) {
    auto letter = folded(filter.letter);
    if (letter.size() > 1) return invalid({{"letter", "unknown_code", "Choose one letter"}});
    if (!filter.sex.empty() && !describe::choice_of<Sex>(filter.sex))
        return invalid({{"sex", "unknown_code", "Choose a sex from the list"}});
    auto body =
        filter.held_by.empty() ? std::optional<std::int64_t>(0) : parse_id_text(filter.held_by);
    if (!body) return invalid({{"held_by", "unknown_code", "Choose a place from the list"}});
    auto values = scope_of(actor, day);
    values.insert(values.end(), {letter, end_of_prefix(letter), filter.sex, *body});
    return values;
}

bool begins(const std::vector<NameToken>& tokens, const std::string& word) {
    return std::ranges::any_of(tokens,
                               [&](const NameToken& each) { return each.token.starts_with(word); });
}

}  // namespace

SearchTerms terms_of(std::string_view typed, Date day) {
    SearchTerms terms;
    std::string names;
    std::string even(typed);
    std::ranges::replace(even, ',', ' ');
    for (const auto& word : split(even, ' ')) {
        if (trimmed(word).empty() || take_number(terms, trimmed(word), day)) continue;
        if (auto born = typed_date(trimmed(word)))
            terms.born = born;
        else
            names += word + " ";
    }
    add_words(terms, names);
    return terms;
}

std::vector<Found> search(db::Connection& db,
                          const web::Actor& actor,
                          Date day,
                          const SearchTerms& terms,
                          int limit,
                          std::int64_t offset) {
    if (terms.empty()) return {};
    auto values = scope_of(actor, day);
    values.push_back(terms.number_key);
    values.push_back(terms.born ? db::Value(to_text(*terms.born)) : db::Value(nullptr));
    for (size_t i = 0; i < words_max; ++i) {
        auto word = i < terms.words.size() ? terms.words[i] : "";
        values.push_back(word);
        values.push_back(word.empty() ? "" : end_of_prefix(word));
    }
    values.push_back(std::int64_t(limit));
    values.push_back(offset);
    std::vector<Found> out;
    db::Filler filler(describe::type_of<Found>(), sql::search);
    db.read(
        sql::search, values, [&](const db::Row& row) { filler.fill(&out.emplace_back(), row); });
    return out;
}

Result<std::vector<Offender>> list_offenders(
    db::Connection& db, const web::Actor& actor, Date day, const ListFilter& filter, int limit) {
    auto values = TRY(filter_values(actor, day, filter));
    values.insert(values.end(), {parse_id_text(filter.after).value_or(0), std::int64_t(limit)});
    std::vector<Offender> page;
    db::Filler filler(describe::type_of<Offender>(), sql::offenders_page);
    db.read(sql::offenders_page, values, [&](const db::Row& row) {
        filler.fill(&page.emplace_back(), row);
    });
    return page;
}

Result<std::int64_t> count_offenders(db::Connection& db,
                                     const web::Actor& actor,
                                     Date day,
                                     const ListFilter& filter) {
    auto values = TRY(filter_values(actor, day, filter));
    std::int64_t whole = 0;
    db.read(sql::count_offenders, values, [&](const db::Row& row) {
        db::take(describe::type_of<std::int64_t>(), &whole, row.cell(0));
    });
    return whole;
}

std::string why_found(const SearchTerms& terms,
                      const std::vector<Name>& names,
                      const std::vector<BirthDate>& births,
                      const std::vector<Identifier>& numbers) {
    std::vector<std::string> reasons;
    auto add = [&](std::string reason) {
        if (std::ranges::find(reasons, reason) == reasons.end())
            reasons.push_back(std::move(reason));
    };
    for (const auto& number : numbers)
        if (!terms.number_key.empty() && number.search_key == terms.number_key)
            add(fmt::format("{} {}", in_words(number.kind), number.search_key));
    for (const auto& birth : births)
        if (terms.born == birth.birth_date) add("born " + noms::in_words(birth.birth_date));
    for (const auto& name : names) {
        auto tokens = tokens_of(name);
        bool fits =
            std::ranges::any_of(terms.words, [&](auto& word) { return begins(tokens, word); });
        if (!fits) continue;
        auto shown = full_name(name.first_name, name.middle_name, name.surname);
        add((name.kind == NameKind::Alias ? "alias " : "name ") + shown);
    }
    std::string out;
    for (size_t i = 0; i < reasons.size() && i < 3; ++i) out += (i ? "; " : "") + reasons[i];
    return out;
}

}  // namespace noms::offenders
