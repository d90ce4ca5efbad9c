#include "areas/offenders/names.hpp"

#include <algorithm>
#include <array>

#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

bool is_prefix_of_surnames(std::string_view word) {
    static constexpr std::array<std::string_view, 3> joined{"o", "mc", "mac"};
    return std::ranges::find(joined, word) != joined.end();
}

void add_once(std::vector<std::string>& words, std::string word) {
    if (!word.empty() && std::ranges::find(words, word) == words.end())
        words.push_back(std::move(word));
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    auto parts = split(folded(name), ' ');
    for (size_t i = 0; i < parts.size(); ++i) {
        if (is_prefix_of_surnames(parts[i]) && i + 1 < parts.size()) {
            add_once(words, parts[i] + parts[i + 1]);
            ++i;
        } else {
            add_once(words, parts[i]);
        }
    }
    return words;
}

std::string sort_key_of(std::string_view surname, std::string_view first, std::string_view middle) {
    auto key = folded(surname) + ", " + folded(first) + " " + folded(middle);
    while (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::string full_name(std::string_view first, std::string_view middle, std::string_view surname) {
    std::string out;
    for (auto part : {first, middle, surname}) {
        if (part.empty()) continue;
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out.empty() ? "Name not known" : out;
}

std::string list_name(std::string_view first, std::string_view middle, std::string_view surname) {
    if (surname.empty() || (first.empty() && middle.empty()))
        return full_name(first, middle, surname);
    return std::string(surname) + ", " + full_name(first, middle, "");
}

std::string in_name_case(std::string_view name) {
    bool shouted = std::ranges::any_of(name, is_upper) && std::ranges::none_of(name, is_lower);
    if (!shouted || name.size() < 2) return std::string(name);
    std::string out(name);
    for (size_t i = 1; i < out.size(); ++i) {
        bool inside_word = is_lower(out[i - 1]) || is_upper(out[i - 1]) || (out[i - 1] & 0x80);
        if (inside_word && is_upper(out[i])) out[i] = char(out[i] + 32);
    }
    return out;
}

std::string end_of_prefix(std::string_view prefix) {
    return std::string(prefix) + "\xF4\x8F\xBF\xBF";
}

std::optional<Date> typed_date(std::string_view text) {
    if (auto iso = parse_date(text)) return iso;
    std::string even(text);
    std::ranges::replace_if(even, [](char c) { return c == '.' || c == '-'; }, '/');
    auto parts = split(even, '/');
    if (parts.size() != 3) return std::nullopt;
    auto number = [](const std::string& digits) {
        bool good = !digits.empty() && digits.size() <= 4 &&
                    std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        return good ? std::stoi(digits) : -1;
    };
    int day = number(parts[0]), month = number(parts[1]), year = number(parts[2]);
    if (day < 1 || month < 1 || year < 0) return std::nullopt;
    if (parts[2].size() == 2) year += 1900;
    Date date{std::chrono::year(year),
              std::chrono::month(unsigned(month)),
              std::chrono::day(unsigned(day))};
    return date.ok() && year >= 1000 ? std::optional(date) : std::nullopt;
}

}  // namespace noms::offenders
