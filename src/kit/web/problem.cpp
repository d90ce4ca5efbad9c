#include <algorithm>
#include <array>

#include "kit/base/text.hpp"
#include "kit/base/weekday.hpp"
#include "kit/web/answering.hpp"

namespace noms::web {

namespace {

struct ProblemField {
    std::string field{};
    std::string code{};
    std::string words{};
};
DESCRIBE(ProblemField, field, code, words)

/// RFC 9457, with the bad fields and the request's id.
struct Problem {
    std::string title{};
    int status = 0;
    std::vector<ProblemField> fields{};
    std::string request{};
};
DESCRIBE(Problem, title, status, fields, request)

/// "sentence.imposed_on" and "date_in_future" in words: "Imposed on: date in future".
std::string words_of(const FieldError& error) {
    if (!error.words.empty()) return error.words;
    auto field = std::string_view(error.field);
    std::string code = error.code;
    std::ranges::replace(code, '_', ' ');
    return label_of(field.substr(field.rfind('.') + 1)) + ": " + code;
}

Reply problem_json(const Asked& asked, int status, const Error& error) {
    Problem problem{.title = error.message, .status = status, .request = asked.request.id};
    for (const auto& field : error.fields)
        problem.fields.push_back({field.field, field.code, words_of(field)});
    return {.status = status,
            .type = "application/problem+json",
            .body = json::write(problem),
            .headers = {{"cache-control", "no-store"}, {"x-content-type-options", "nosniff"}}};
}

struct Words {
    int status;
    std::string_view title;
    std::string_view what_to_do;
};
constexpr std::array words{
    Words{401, "You are not signed in", "Sign in and try again."},
    Words{403,
          "You cannot see or do this",
          "If you think you should be able to, ask the person who manages your account."},
    Words{
        404,
        "Page not found",
        "If you typed the address, check it. If you followed a link, what it led to is not here."},
    Words{405, "You cannot do that here", "Go back and use the links and buttons of the page."},
    Words{409,
          "That was not done",
          "Nothing has been changed. Go back, look at the record as it is now, and decide again."},
    Words{415, "You cannot do that here", "Go back and use the links and buttons of the page."},
    Words{
        422, "There is a problem", "Nothing has been changed. Go back and correct what is named."},
    Words{503,
          "Sorry, the service is busy",
          "Nothing has been changed. Wait a few seconds and try again."},
};
constexpr Words broken{500,
                       "Sorry, there is a problem with the service",
                       "Try again later. If it happens again, report the number below."};

const Words& words_for(int status) {
    for (const auto& each : words)
        if (each.status == status) return each;
    return broken;
}

page::Html element(std::string_view open, const page::Html& inside, std::string_view close) {
    return page::Html(std::string(open) + inside.markup() + std::string(close));
}
page::Html paragraph(std::string_view plain) {
    return element("<p class=\"govuk-body\">", page::text(plain), "</p>\n");
}

page::Page problem_page(const Asked& asked, int status, const Error& error) {
    const auto& say = words_for(status);
    page::Page page{std::string(say.title)};
    page.add(element("<h1 class=\"govuk-heading-l\">", page::text(say.title), "</h1>\n"));
    if (!error.message.empty()) page.add(paragraph(error.message));
    if (!error.fields.empty()) {
        page::Html items;
        for (const auto& field : error.fields)
            items += element("<li>", page::text(words_of(field)), "</li>\n");
        page.add(element("<ul class=\"govuk-list govuk-list--bullet\">\n", items, "</ul>\n"));
    }
    page.add(paragraph(say.what_to_do));
    if (status >= 500) page.add(paragraph("Request number: " + asked.request.id));
    return page.failed();
}

page::Reader reader_of(const Asked& asked) {
    auto* who = asked.who ? &*asked.who : nullptr;
    const auto& frame = asked.service.frame;
    page::Reader reader;
    for (const auto& item : frame.menu)
        if (item.permission.empty() || allows(item.permission, who)) reader.menu.push_back(item);
    if (asked.today != day_of(asked.at)) reader.today = in_full(asked.today);
    if (!who) return reader;
    reader.shown = who->shown;
    reader.may_search = allows(frame.search_permission, who);
    reader.csrf = who->csrf;
    reader.idempotency = id_text(new_id_number());
    return reader;
}

}  // namespace

int status_of(Error::Kind kind) {
    switch (kind) {
        case Error::Kind::Invalid: return 422;
        case Error::Kind::NotFound: return 404;
        case Error::Kind::Forbidden: return 403;
        case Error::Kind::Conflict:
        case Error::Kind::Refused: return 409;
    }
    return 500;
}

Reply page_reply(const Asked& asked, const page::Page& page, int status) {
    Reply reply{
        .status = status,
        .body = page::framed(asked.service.frame, page, reader_of(asked)),
        .headers = {
            {"content-security-policy",
             "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
             "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
             "connect-src 'self'"},
            {"cache-control", "no-store"},
            {"x-content-type-options", "nosniff"},
            // `no-referrer` would make browsers send "Origin: null" with our own forms.
            {"referrer-policy", "same-origin"},
            {"cross-origin-opener-policy", "same-origin"}}};
    if (asked.request.secure)
        reply.headers.emplace_back("strict-transport-security", "max-age=31536000");
    return reply;
}

Reply problem(const Asked& asked, int status, const Error& error) {
    if (asked.as_json) return problem_json(asked, status, error);
    return page_reply(asked, problem_page(asked, status, error), status);
}

Reply problem(const Asked& asked, const Error& error) {
    return problem(asked, status_of(error.kind), error);
}

}  // namespace noms::web
