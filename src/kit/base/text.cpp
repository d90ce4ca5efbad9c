#include "kit/base/text.hpp"

#include <array>

namespace noms {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The code point that begins at `at`, which moves past it; -1 where the bytes are not UTF-8.
int next_code_point(std::string_view text, size_t& at) {
    auto byte = [&](size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    unsigned lead = byte(at);
    int length = lead < 0x80       ? 1
                 : lead >> 5 == 6  ? 2
                 : lead >> 4 == 14 ? 3
                 : lead >> 3 == 30 ? 4
                                   : 0;
    if (length == 0) return -1;
    unsigned point = length == 1 ? lead : lead & (0x7FU >> length);
    for (int i = 1; i < length; ++i) {
        unsigned next = byte(at + size_t(i));
        if (next >> 6 != 2) return -1;
        point = point << 6 | (next & 63);
    }
    static constexpr std::array<unsigned, 5> least{0, 0, 0x80, 0x800, 0x10000};
    if (point < least[size_t(length)] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return -1;
    at += size_t(length);
    return int(point);
}

struct Plain {
    int first;
    int last;
    const char* letters;
};
// Latin-1 and Latin Extended-A, by code point: the letters under the accents.
constexpr std::array plain_letters{
    Plain{0xC0, 0xC5, "a"},    Plain{0xC6, 0xC6, "ae"},  Plain{0xC7, 0xC7, "c"},
    Plain{0xC8, 0xCB, "e"},    Plain{0xCC, 0xCF, "i"},   Plain{0xD0, 0xD0, "d"},
    Plain{0xD1, 0xD1, "n"},    Plain{0xD2, 0xD6, "o"},   Plain{0xD8, 0xD8, "o"},
    Plain{0xD9, 0xDC, "u"},    Plain{0xDD, 0xDD, "y"},   Plain{0xDE, 0xDE, "th"},
    Plain{0xDF, 0xDF, "ss"},   Plain{0xE0, 0xE5, "a"},   Plain{0xE6, 0xE6, "ae"},
    Plain{0xE7, 0xE7, "c"},    Plain{0xE8, 0xEB, "e"},   Plain{0xEC, 0xEF, "i"},
    Plain{0xF0, 0xF0, "d"},    Plain{0xF1, 0xF1, "n"},   Plain{0xF2, 0xF6, "o"},
    Plain{0xF8, 0xF8, "o"},    Plain{0xF9, 0xFC, "u"},   Plain{0xFD, 0xFD, "y"},
    Plain{0xFE, 0xFE, "th"},   Plain{0xFF, 0xFF, "y"},   Plain{0x100, 0x105, "a"},
    Plain{0x106, 0x10D, "c"},  Plain{0x10E, 0x111, "d"}, Plain{0x112, 0x11B, "e"},
    Plain{0x11C, 0x123, "g"},  Plain{0x124, 0x127, "h"}, Plain{0x128, 0x131, "i"},
    Plain{0x132, 0x133, "ij"}, Plain{0x134, 0x135, "j"}, Plain{0x136, 0x138, "k"},
    Plain{0x139, 0x142, "l"},  Plain{0x143, 0x14B, "n"}, Plain{0x14C, 0x151, "o"},
    Plain{0x152, 0x153, "oe"}, Plain{0x154, 0x159, "r"}, Plain{0x15A, 0x161, "s"},
    Plain{0x162, 0x167, "t"},  Plain{0x168, 0x173, "u"}, Plain{0x174, 0x175, "w"},
    Plain{0x176, 0x178, "y"},  Plain{0x179, 0x17E, "z"}, Plain{0x218, 0x219, "s"},
    Plain{0x21A, 0x21B, "t"},
};

/// What one code point beyond ASCII gives when folded; null when it stands as it is.
const char* plain(int point) {
    if (point >= 0x300 && point < 0x370) return "";  // combining accents
    if (point == 0x2018 || point == 0x2019 || point == 0x2BC) return "";
    for (const auto& [first, last, letters] : plain_letters)
        if (point >= first && point <= last) return letters;
    return nullptr;
}

void append_folded(std::string& out, char c) {
    if (is_blank(c) || c == '-') {
        if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c >= 'A' && c <= 'Z') {
        out += char(c + 32);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out += c;
    }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::string upper(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out)
        if (c >= 'a' && c <= 'z') c = char(c - 32);
    return out;
}

std::string lower(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto at = text.find(separator);
        parts.emplace_back(text.substr(0, at));
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + 1);
        if (text.empty()) parts.emplace_back();
    }
    return parts;
}

bool is_utf8(std::string_view text) {
    for (size_t at = 0; at < text.size();)
        if (next_code_point(text, at) < 0) return false;
    return true;
}

std::string folded(std::string_view utf8) {
    std::string out;
    for (size_t at = 0; at < utf8.size();) {
        if (static_cast<unsigned char>(utf8[at]) < 0x80) {
            append_folded(out, utf8[at++]);
            continue;
        }
        size_t start = at;
        int point = next_code_point(utf8, at);
        if (point < 0) {
            ++at;
        } else if (point == 0xA0) {
            append_folded(out, ' ');
        } else if (const char* letters = plain(point)) {
            out += letters;
        } else {
            out.append(utf8.substr(start, at - start));
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string capitalised(std::string_view words) {
    std::string out(words);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = char(out[0] - 'a' + 'A');
    return out;
}

std::string label_of(std::string_view name) {
    auto is_capital = [&](size_t at) {
        return at < name.size() && name[at] >= 'A' && name[at] <= 'Z';
    };
    std::string out;
    for (size_t i = 0; i < name.size(); ++i) {
        bool in_acronym = is_capital(i) && (is_capital(i + 1) || (i > 0 && is_capital(i - 1)));
        bool starts_word = is_capital(i) && i > 0 && !is_capital(i - 1) && out.back() != ' ';
        if (starts_word) out += ' ';
        if (name[i] == '_' || name[i] == '.')
            out += ' ';
        else if (out.empty())
            out += upper(name.substr(i, 1));
        else
            out += in_acronym ? std::string(1, name[i]) : lower(name.substr(i, 1));
    }
    return out;
}

std::string with_commas(std::int64_t number) {
    auto digits = std::to_string(number < 0 ? -number : number);
    for (auto at = static_cast<std::int64_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<size_t>(at), ",");
    return number < 0 ? "-" + digits : digits;
}

std::string csv_cell(std::string_view value) {
    std::string text(value);
    constexpr std::string_view formula_starts = "=+-@\t\r";
    if (!text.empty() && formula_starts.find(text[0]) != std::string_view::npos)
        text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace noms
