#include "areas/release_dates/engine/stream.hpp"

#include "areas/release_dates/engine/json.hpp"
#include "kit/base/lines.hpp"
#include "kit/describe/json.hpp"

namespace noms::release_dates {
namespace {

/// The code and path of each field, and the line's number: the sender can find the place.
void write_refusal(std::string& out, std::string_view line, const Error& error, long long number) {
    out += "{\"id\":";
    const auto id = id_of(line);
    if (id.empty())
        out += "null";
    else
        json::put_text(out, id);
    out += ",\"line\":" + std::to_string(number) + ",\"dates\":{},\"error\":\"INVALID_INPUT\"";
    out += ",\"fields\":[";
    for (const auto& field : error.fields) {
        if (&field != &error.fields.front()) out += ',';
        out += "{\"field\":";
        json::put_text(out, field.field);
        out += ",\"code\":";
        json::put_text(out, field.code);
        out += '}';
    }
    out += "]}";
}

void write_answer(std::string& out, const Given& given, const StreamOptions& options) {
    const auto& law = *law_of(given.profile);
    const auto done = calculate(given.booking, law, *options.calendar);
    write_calculation(out, given, done);
    if (!options.explain) return;
    out.pop_back();  // the closing brace: the steps go inside
    write_steps(out, explain(given.booking, law, done));
    out += '}';
}

}  // namespace

long long calculate_lines(std::istream& in, std::ostream& out, const StreamOptions& options) {
    law_of(default_profile);  // a malformed table is found before the first answer
    auto answer = [&](std::string& answers, std::string_view line, long long number) {
        const auto given = read_booking(line);
        if (given)
            write_answer(answers, *given, options);
        else
            write_refusal(answers, line, given.error(), number);
        answers += '\n';
        return given.has_value();
    };
    return answer_lines(in, out, answer, options.cores);
}

const law::Calendar& calendar_of_vectors() {
    using namespace std::chrono;
    static const law::Calendar calendar({{Date(year(2021), December, day(27)), "Christmas Day"},
                                         {Date(year(2021), December, day(28)), "Boxing Day"}});
    return calendar;
}

}  // namespace noms::release_dates
