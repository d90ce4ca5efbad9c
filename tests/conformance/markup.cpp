#include "markup.hpp"

#include <array>
#include <map>
#include <set>
#include <sstream>
#include <utility>

namespace noms::conformance {
namespace {

std::string decoded(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> known{
        {{"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&#39;", "'"},
         {"&#x27;", "'"},
         {"&amp;", "&"}}};
    std::string plain(text);
    for (auto [reference, character] : known)
        for (auto at = plain.find(reference); at != std::string::npos;
             at = plain.find(reference, at + 1))
            plain.replace(at, reference.size(), character);
    return plain;
}

std::string words_of(const std::string& text) {
    std::istringstream in(text);
    std::string words, word;
    while (in >> word) words += words.empty() ? word : " " + word;
    return words;
}

std::string sorted_words(const std::string& text) {
    std::istringstream in(text);
    std::set<std::string> words;
    for (std::string word; in >> word;) words.insert(word);
    std::string out;
    for (const auto& word : words) out += word + " ";
    return out;
}

/// Reads `name`, `name="value"` and `name='value'` one after the other.
std::map<std::string, std::string> attributes_of(std::string_view inside) {
    std::map<std::string, std::string> attributes;
    size_t at = 0;
    while ((at = inside.find_first_not_of(" \n\t/", at)) != std::string_view::npos) {
        auto end = inside.find_first_of("= \n\t/", at);
        std::string name(inside.substr(at, end - at));
        if (end == std::string_view::npos || inside[end] != '=') {
            attributes[name] = "";
            if (end == std::string_view::npos) break;
            at = end;
            continue;
        }
        char quote = inside.at(end + 1);
        auto close = inside.find(quote, end + 2);
        auto value = decoded(inside.substr(end + 2, close - end - 2));
        attributes[name] = name == "class" ? sorted_words(value) : value;
        at = close + 1;
    }
    return attributes;
}

std::string normal_tag(std::string_view tag) {
    auto end = tag.find_first_of(" \n\t/", 1);
    std::string out = "<" + std::string(tag.substr(0, end));
    if (end != std::string_view::npos)
        for (const auto& [name, value] : attributes_of(tag.substr(end)))
            out.append(" ").append(name).append("=\"").append(value).append("\"");
    return out + ">\n";
}

}  // namespace

std::string normal_form(std::string_view html) {
    std::string out;
    while (!html.empty()) {
        auto open = html.find('<');
        auto text = words_of(decoded(html.substr(0, open)));
        if (!text.empty()) out += text + "\n";
        if (open == std::string_view::npos) break;
        auto close = html.find('>', open);
        out += normal_tag(html.substr(open + 1, close - open - 1));
        html.remove_prefix(close == std::string_view::npos ? html.size() : close + 1);
    }
    return out;
}

}  // namespace noms::conformance
