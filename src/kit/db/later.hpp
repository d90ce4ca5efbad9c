#pragma once

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

#include "kit/db/database.hpp"

namespace noms::db {

/// What will be made of rows that were asked for and may still be on their way. Made of nothing it
/// gives an empty T: what somebody may not read is not asked for.
template <class T>
class Later {
public:
    Later() = default;
    explicit Later(std::move_only_function<T()> make) : make_(std::move(make)) {}
    /// The rows themselves.
    template <class Row>
        requires std::is_same_v<T, std::vector<Row>>
    Later(Asked<Row> asked)  // NOLINT(google-explicit-constructor)
        : make_([asked = std::move(asked)]() mutable { return asked.get(); }) {}

    /// Waits for the rows, and for all that was asked beside them. To be called once.
    T get() { return make_ ? make_() : T{}; }

private:
    std::move_only_function<T()> make_{};
};

/// `make` of the rows, when somebody wants it.
template <class Row, class Make>
auto then(Asked<Row> asked, Make make) {
    using Made = std::invoke_result_t<Make, std::vector<Row>>;
    return Later<Made>(
        [asked = std::move(asked), make = std::move(make)]() mutable { return make(asked.get()); });
}

}  // namespace noms::db
