#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace noms {

/// What is wrong with one field of a form, a JSON body or a line of an import.
struct FieldError {
    std::string field{};  // dotted path, e.g. "sentence.imposed_on"
    std::string code{};   // stable, e.g. "date_in_future"; a page may have better words for it
    std::string words{};  // "Date of birth must be in the past"; empty: made from field and code
};

/// A failure that somebody can act on: the user, the caller or the law. The rest are exceptions.
struct Error {
    enum class Kind { Invalid, NotFound, Forbidden, Conflict, Refused };
    Kind kind = Kind::Refused;
    std::string message{};
    std::vector<FieldError> fields = {};
};

/// A value, or the reason why there is none.
template <class T>
using Result = std::expected<T, Error>;

/// The input has the wrong shape; every bad field is named.
inline std::unexpected<Error> invalid(std::vector<FieldError> fields) {
    return std::unexpected(
        Error{Error::Kind::Invalid, "Some fields are not right.", std::move(fields)});
}
/// Nothing such exists, or the actor may not know that it does.
inline std::unexpected<Error> not_found(std::string what) {
    return std::unexpected(Error{Error::Kind::NotFound, std::move(what)});
}
/// The actor may not do this.
inline std::unexpected<Error> forbidden(std::string why) {
    return std::unexpected(Error{Error::Kind::Forbidden, std::move(why)});
}
/// Somebody else changed it first.
inline std::unexpected<Error> conflict(std::string what) {
    return std::unexpected(Error{Error::Kind::Conflict, std::move(what)});
}
/// The law, a contract or the state of things says no; the reason is for the user.
inline std::unexpected<Error> refused(std::string why) {
    return std::unexpected(Error{Error::Kind::Refused, std::move(why)});
}

}  // namespace noms

/// The value of a Result; on failure, returns its error from the enclosing function.
#define TRY(expression)                                                             \
    __extension__({                                                                 \
        auto&& noms_result_ = (expression);                                         \
        if (!noms_result_) return std::unexpected(std::move(noms_result_).error()); \
        *std::move(noms_result_);                                                   \
    })
/// Returns the error of a Result<void> from the enclosing function.
#define CHECK(expression)                                          \
    do {                                                           \
        if (auto noms_done_ = (expression); !noms_done_)           \
            return std::unexpected(std::move(noms_done_).error()); \
    } while (false)
