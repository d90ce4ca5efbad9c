#include <charconv>

#include <fmt/format.h>

#include "kit/db/database.hpp"

namespace noms::db {
namespace {

using Kind = describe::Type::Kind;

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}
template <class T>
T& as(void* at) {
    return *static_cast<T*>(at);
}

/// What a cell holds, for messages. A text is not repeated: it may be about somebody.
std::string_view kind_of(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::Null: return "nothing";
        case Cell::Kind::Number: return "a number";
        case Cell::Kind::Real: return "a fraction";
        case Cell::Kind::Text: return "a text";
    }
    return "a value";
}

[[noreturn]] void unfit(std::string_view wanted, const Cell& cell) {
    throw Broken(fmt::format("holds {} that is not {}", kind_of(cell), wanted));
}

template <class T>
T parsed(std::string_view wanted, const Cell& cell) {
    T value{};
    const char* begin = cell.text.data();
    const char* end = begin + cell.text.size();
    auto [stop, bad] = std::from_chars(begin, end, value);
    if (bad != std::errc() || stop != end) unfit(wanted, cell);
    return value;
}

std::int64_t number_of(const Cell& cell) {
    if (cell.kind == Cell::Kind::Number) return cell.number;
    if (cell.kind != Cell::Kind::Text) unfit("a whole number", cell);
    return parsed<std::int64_t>("a whole number", cell);
}

double real_of(const Cell& cell) {
    if (cell.kind == Cell::Kind::Real) return cell.real;
    if (cell.kind == Cell::Kind::Number) return double(cell.number);
    if (cell.kind != Cell::Kind::Text) unfit("a fraction", cell);
    return parsed<double>("a fraction", cell);
}

bool flag_of(const Cell& cell) {
    bool yes = cell.kind == Cell::Kind::Number ? cell.number == 1 : cell.text == "t";
    bool no = cell.kind == Cell::Kind::Number ? cell.number == 0 : cell.text == "f";
    if (yes == no) unfit("true or false", cell);
    return yes;
}

std::string_view text_of(const Cell& cell) {
    if (cell.kind != Cell::Kind::Text) unfit("a text", cell);
    return cell.text;
}

int choice_of(const describe::Type& type, const Cell& cell) {
    auto text = text_of(cell);
    for (size_t i = 0; i < type.choices.size(); ++i)
        if (type.choices[i] == text) return int(i);
    throw Broken(fmt::format("holds \"{}\", which is not a {}", text, type.name));
}

/// `found`, which is nothing where the text was not one.
template <class T>
T must(const std::optional<T>& found, std::string_view wanted, const Cell& cell) {
    if (!found) unfit(wanted, cell);
    return *found;
}

int column_named(std::string_view name, const Row& row, const Query& query) {
    for (int i = 0; i < row.columns(); ++i)
        if (row.column(i) == name) return i;
    throw Broken(fmt::format("{}: gives no column {}", query.name, name));
}

}  // namespace

Value bind(const describe::Type& type, const void* value) {
    switch (type.kind) {
        case Kind::Text: return as<std::string>(value);
        case Kind::Flag: return as<bool>(value);
        case Kind::Real: return as<double>(value);
        case Kind::Number:
        case Kind::Key: return type.number(value);
        case Kind::Instant: return to_text(as<Instant>(value));
        case Kind::Date:
            if (!as<Date>(value).ok()) throw Broken("A date that is no real day was to be stored.");
            return to_text(as<Date>(value));
        case Kind::Choice: return std::string(type.choices.at(size_t(type.choice(value))));
        case Kind::Optional: {
            // The description reaches inside through a plain pointer; nothing is changed.
            const void* inner = type.value(const_cast<void*>(value));
            return inner ? bind(type.inner(), inner) : Value(nullptr);
        }
        case Kind::List:
        case Kind::Struct: break;
    }
    throw Broken("A list or a struct is not a value of one column.");
}

void take(const describe::Type& type, void* at, const Cell& cell) {
    switch (type.kind) {
        case Kind::Text: as<std::string>(at) = text_of(cell); return;
        case Kind::Flag: as<bool>(at) = flag_of(cell); return;
        case Kind::Real: as<double>(at) = real_of(cell); return;
        case Kind::Number:
        case Kind::Key:
            if (!type.set_number(at, number_of(cell))) unfit("small enough", cell);
            return;
        case Kind::Date: as<Date>(at) = must(parse_date(text_of(cell)), "a date", cell); return;
        case Kind::Instant:
            as<Instant>(at) = must(parse_instant(text_of(cell)), "an instant", cell);
            return;
        case Kind::Choice: type.choose(at, choice_of(type, cell)); return;
        case Kind::Optional:
            if (cell.kind == Cell::Kind::Null)
                type.clear(at);
            else
                take(type.inner(), type.emplace(at), cell);
            return;
        case Kind::List:
        case Kind::Struct: break;
    }
    throw Broken("cannot fill a list or a struct");
}

void take(const describe::Type& type, void* at, const Row& row, int column, const Query& query) {
    try {
        take(type, at, row.cell(column));
    } catch (const Broken& broken) {
        throw Broken(
            fmt::format("{}: column {} {}", query.name, row.column(column), broken.what()));
    }
}

void Filler::fill(void* object, const Row& row) {
    if (columns_.empty())
        for (const auto& field : type_.fields)
            columns_.push_back(column_named(field.name, row, query_));
    for (size_t i = 0; i < columns_.size(); ++i)
        take(type_.fields[i].type(), type_.fields[i].in(object), row, columns_[i], query_);
}

std::string json_list(std::span<const std::int64_t> numbers) {
    return fmt::format("[{}]", fmt::join(numbers, ","));
}

}  // namespace noms::db
