#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/describe.hpp>
#include <boost/pfr/tuple_size.hpp>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"

/// Describes a struct or an enum once; JSON, SQL rows, forms and OpenAPI all walk this description.
#define DESCRIBE(Struct, ...) BOOST_DESCRIBE_STRUCT(Struct, (), (__VA_ARGS__))
#define DESCRIBE_ENUM(Enum, ...) BOOST_DESCRIBE_ENUM(Enum, __VA_ARGS__)

namespace noms::describe {

struct Type;

struct Field {
    std::string_view name;
    const Type& (*type)();
    void* (*in)(void* object);
};

/// What a value looks like from outside. Only the members of its kind are set.
struct Type {
    /// Key is an Id: bigint in the database, 13 letters of base32 elsewhere. Real is for
    /// statistics.
    enum class Kind {
        Text,
        Flag,
        Number,
        Real,
        Date,
        Instant,
        Key,
        Choice,
        Optional,
        List,
        Struct
    };
    Kind kind;
    std::string_view name = {};                  // Struct, Choice: the C++ name, without namespace
    std::vector<Field> fields = {};              // Struct
    std::vector<std::string_view> choices = {};  // Choice, by position
    int (*choice)(const void*) = nullptr;
    void (*choose)(void*, int) = nullptr;
    std::int64_t (*number)(const void*) = nullptr;      // Number, Key
    bool (*set_number)(void*, std::int64_t) = nullptr;  // false: does not fit
    const Type& (*inner)() = nullptr;                   // Optional, List
    void* (*value)(void*) = nullptr;                    // Optional: the value or null
    void* (*emplace)(void*) = nullptr;      // Optional: a fresh value; List: one more item
    void (*clear)(void*) = nullptr;         // Optional, List: nothing
    size_t (*size)(const void*) = nullptr;  // List
    void* (*item)(void*, size_t) = nullptr;
};

/// The described name of a struct or an enum as it is written in C++, without its namespace.
template <class T>
constexpr std::string_view name_of() {
    std::string_view text = __PRETTY_FUNCTION__;
    text = text.substr(text.find("T = ") + 4);
    text = text.substr(0, text.find_first_of(";]"));
    auto colon = text.rfind(':');
    return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

template <class T>
struct Make;

/// The one description of T, made at its first use.
template <class T>
const Type& type_of() {
    static const Type type = Make<T>::type();
    return type;
}

template <>
struct Make<std::string> {
    static Type type() { return {Type::Kind::Text}; }
};
template <>
struct Make<bool> {
    static Type type() { return {Type::Kind::Flag}; }
};
template <>
struct Make<double> {
    static Type type() { return {Type::Kind::Real}; }
};
template <>
struct Make<Date> {
    static Type type() { return {Type::Kind::Date}; }
};
template <>
struct Make<Instant> {
    static Type type() { return {Type::Kind::Instant}; }
};
/// What is asked of an object of which only the type is known. Functions, since a lambda in each
/// description is three of them to the compiler.
template <class Key>
struct OfKey {
    static std::int64_t number(const void* at) { return static_cast<const Key*>(at)->number; }
    static bool set(void* at, std::int64_t n) {
        static_cast<Key*>(at)->number = n;
        return true;
    }
};
template <class T>
struct OfNumber {
    static std::int64_t number(const void* at) {
        return static_cast<std::int64_t>(*static_cast<const T*>(at));
    }
    static bool set(void* at, std::int64_t n) {
        *static_cast<T*>(at) = static_cast<T>(n);
        return std::in_range<T>(n);
    }
};
template <class T>
struct OfOptional {
    using Maybe = std::optional<T>;
    static void* value(void* at) {
        auto& maybe = *static_cast<Maybe*>(at);
        return maybe ? &*maybe : nullptr;
    }
    static void* emplace(void* at) { return &static_cast<Maybe*>(at)->emplace(); }
    static void clear(void* at) { static_cast<Maybe*>(at)->reset(); }
};
template <class T>
struct OfList {
    using List = std::vector<T>;
    static void* emplace(void* at) { return &static_cast<List*>(at)->emplace_back(); }
    static void clear(void* at) { static_cast<List*>(at)->clear(); }
    static size_t size(const void* at) { return static_cast<const List*>(at)->size(); }
    static void* item(void* at, size_t i) { return &(*static_cast<List*>(at))[i]; }
};
template <class E>
struct OfChoice {
    static int position(const void* at) { return static_cast<int>(*static_cast<const E*>(at)); }
    static void choose(void* at, int position) { *static_cast<E*>(at) = static_cast<E>(position); }
};
template <class T, auto Pointer>
void* member_in(void* object) {
    return &(static_cast<T*>(object)->*Pointer);
}

/// The described members of T, and the described enumerators of E, as they stand in a Type.
template <class T, class Members>
struct FieldsOf;
template <class T, template <class...> class List, class... Member>
struct FieldsOf<T, List<Member...>> {
    static constexpr bool whole = sizeof...(Member) == boost::pfr::tuple_size_v<T>;
    static constexpr Field all[] = {
        Field{Member::name,
              &type_of<std::remove_reference_t<decltype(std::declval<T&>().*Member::pointer)>>,
              &member_in<T, Member::pointer>}...};
};
template <class T, template <class...> class List>
struct FieldsOf<T, List<>> {
    static constexpr bool whole = boost::pfr::tuple_size_v<T> == 0;
    static constexpr std::span<const Field> all{};
};
template <class Enumerators>
struct ChoicesOf;
template <template <class...> class List, class... Each>
struct ChoicesOf<List<Each...>> {
    static constexpr std::string_view all[] = {Each::name...};
    static constexpr int values[] = {static_cast<int>(Each::value)...};
};

/// Choices are known by their position, so enumerators must be numbered as they are listed.
constexpr bool in_order(std::span<const int> values) {
    for (size_t i = 0; i < values.size(); ++i)
        if (values[i] != static_cast<int>(i)) return false;
    return true;
}

template <class Owner>
struct Make<Id<Owner>> {
    static Type type() {
        using Of = OfKey<Id<Owner>>;
        return {.kind = Type::Kind::Key, .number = &Of::number, .set_number = &Of::set};
    }
};
template <std::integral T>
struct Make<T> {
    static Type type() {
        using Of = OfNumber<T>;
        return {.kind = Type::Kind::Number, .number = &Of::number, .set_number = &Of::set};
    }
};
template <class T>
struct Make<std::optional<T>> {
    static Type type() {
        using Of = OfOptional<T>;
        return {.kind = Type::Kind::Optional,
                .inner = &type_of<T>,
                .value = &Of::value,
                .emplace = &Of::emplace,
                .clear = &Of::clear};
    }
};
template <class T>
struct Make<std::vector<T>> {
    static Type type() {
        using Of = OfList<T>;
        return {.kind = Type::Kind::List,
                .inner = &type_of<T>,
                .emplace = &Of::emplace,
                .clear = &Of::clear,
                .size = &Of::size,
                .item = &Of::item};
    }
};
template <class E>
    requires boost::describe::has_describe_enumerators<E>::value
struct Make<E> {
    static Type type() {
        using Choices = ChoicesOf<boost::describe::describe_enumerators<E>>;
        static_assert(in_order(Choices::values), "described enumerators must be 0, 1, 2, ...");
        return {.kind = Type::Kind::Choice,
                .name = name_of<E>(),
                .choices = {std::begin(Choices::all), std::end(Choices::all)},
                .choice = &OfChoice<E>::position,
                .choose = &OfChoice<E>::choose};
    }
};
template <class T>
    requires boost::describe::has_describe_members<T>::value
struct Make<T> {
    static Type type() {
        using Fields =
            FieldsOf<T, boost::describe::describe_members<T, boost::describe::mod_public>>;
        static_assert(Fields::whole, "DESCRIBE leaves a member out");
        return {.kind = Type::Kind::Struct,
                .name = name_of<T>(),
                .fields = {std::begin(Fields::all), std::end(Fields::all)}};
    }
};

/// The text that stands for a described enumerator, e.g. "Retracted".
template <class E>
std::string_view choice_text(E value) {
    return type_of<E>().choices[static_cast<size_t>(value)];
}
/// The enumerator that `text` stands for; nothing when there is none such.
template <class E>
std::optional<E> choice_of(std::string_view text) {
    const auto& choices = type_of<E>().choices;
    for (size_t i = 0; i < choices.size(); ++i)
        if (choices[i] == text) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace noms::describe
