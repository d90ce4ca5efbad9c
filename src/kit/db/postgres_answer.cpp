#include "kit/db/postgres_answer.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

namespace noms::db {
namespace {

std::string trimmed_message(const char* message) {
    std::string text = message;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

}  // namespace

std::string connection_trouble(const pg_conn* connection) {
    return trimmed_message(PQerrorMessage(connection));
}

std::exception_ptr failure(std::string_view what, const pg_result* answer) {
    // The server's DETAIL is left out: it repeats the row, which is about somebody.
    auto field = [&](int code) {
        const char* text = PQresultErrorField(answer, code);
        return std::string(text ? text : "");
    };
    std::string state = field(PG_DIAG_SQLSTATE);
    std::string primary = field(PG_DIAG_MESSAGE_PRIMARY);
    if (primary.empty()) primary = trimmed_message(PQresultErrorMessage(answer));
    std::string whole = fmt::format("{}: {}", what, primary);
    constexpr std::string_view unique = "23505", foreign = "23503";
    constexpr std::string_view serialization = "40001", deadlock = "40P01";
    if (state == unique || state == foreign)
        return std::make_exception_ptr(Violated(whole, field(PG_DIAG_CONSTRAINT_NAME)));
    if (state == serialization || state == deadlock) return std::make_exception_ptr(Again(whole));
    return std::make_exception_ptr(Broken(whole));
}

bool PostgresRow::next() {
    return ++row_ < PQntuples(answer_);
}

int PostgresRow::columns() const {
    return PQnfields(answer_);
}

std::string_view PostgresRow::column(int at) const {
    return PQfname(answer_, at);
}

Cell PostgresRow::cell(int at) const {
    if (PQgetisnull(answer_, row_, at)) return {};
    auto size = size_t(PQgetlength(answer_, row_, at));
    return {.kind = Cell::Kind::Text, .text = {PQgetvalue(answer_, row_, at), size}};
}

}  // namespace noms::db
