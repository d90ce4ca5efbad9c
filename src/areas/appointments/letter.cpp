#include "areas/appointments/letter.hpp"

#include <fmt/format.h>

namespace noms::appointments {
namespace {

constexpr size_t line_most = 75;  // and the "=" that breaks it

/// "Mon, 3 Apr 2006 09:00:00 +0000" (RFC 5322, 3.3).
std::string stamp_of(Instant at) {
    auto day = in_short(day_of(at));
    return fmt::format(
        "{},{} {} +0000", day.substr(0, 3), day.substr(3), to_text(at).substr(11, 8));
}

}  // namespace

std::string quoted_printable(std::string_view utf8) {
    std::string out, line;
    auto end_line = [&](std::string_view with) {
        out += line;
        out += with;
        line.clear();
    };
    for (size_t i = 0; i < utf8.size(); ++i) {
        auto c = static_cast<unsigned char>(utf8[i]);
        if (c == '\n') {
            end_line("\r\n");
            continue;
        }
        bool before_end = i + 1 == utf8.size() || utf8[i + 1] == '\n';
        bool plain = (c > ' ' && c < 127 && c != '=') || (c == ' ' && !before_end);
        auto piece = plain ? std::string(1, char(c)) : fmt::format("={:02X}", c);
        if (line.size() + piece.size() > line_most) end_line("=\r\n");
        line += piece;
    }
    end_line("");
    return out;
}

Letter letter_of(const supervision::Contact& contact,
                 const Consent& consent,
                 const std::string& from,
                 Instant at) {
    auto message = message_of(contact, consent.ring);
    auto key = to_text(contact.id);
    auto text = fmt::format(
        "From: <{}>\r\nTo: <{}>\r\nSubject: {}\r\nDate: {}\r\n"
        "Message-ID: <{}@appointments.invalid>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "Auto-Submitted: auto-generated\r\n\r\n",
        from,
        consent.email,
        message.subject,
        stamp_of(at),
        key);
    return {.key = key,
            .from = from,
            .to = consent.email,
            .text = text + quoted_printable(message.words)};
}

}  // namespace noms::appointments
