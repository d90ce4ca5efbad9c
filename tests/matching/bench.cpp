// bench_matching FILE.csv: how long the engine takes on this machine. Links the file by two threads
// three times, then looks records up, and takes changes in, one by one.
#include <algorithm>
#include <chrono>
#include <iostream>

#include <fmt/format.h>

#include "areas/matching/index.hpp"

using namespace noms;
using namespace noms::matching;

namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned threads = 2;
constexpr PersonIndex samples = 20'000;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Population people_of(const char* path) {
    MappedFile file(path);
    Layout layout;
    ReadReport report;
    auto people = read_records(file.text(), {}, threads, layout, report, [](auto, auto) {});
    if (!people) throw std::runtime_error(people.error().message);
    return *std::move(people);
}

/// Prints the median and the slow end of `samples` calls, in microseconds.
template <class Work>
void time_each(const char* what, PersonIndex records, Work&& work) {
    std::vector<double> took;
    PersonIndex step = std::max(records / samples, 1U);
    for (PersonIndex at = 0; at < records; at += step) {
        auto start = Clock::now();
        work(at);
        took.push_back(seconds_since(start) * 1e6);
    }
    std::ranges::sort(took);
    fmt::print("{:<28} p50 {:>7.1f} us, p99 {:>7.1f} us, of {}\n",
               what,
               took[took.size() / 2],
               took[took.size() * 99 / 100],
               took.size());
}

/// A description of a record by some of its fields, as text.
struct Described {
    std::string id, first, last, day;
    Described(const Population& people, PersonIndex at)
        : id(people.record_id(at)),
          first(people.words().text(people[at].first)),
          last(people.words().text(people[at].last)),
          day(std::to_string(people[at].birth_day)) {}
    Given given() const {
        Given out;
        out[Field::RecordId] = id;
        out[Field::FirstName] = first;
        out[Field::LastName] = last;
        out[Field::Dob] = day;
        return out;
    }
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: bench_matching FILE.csv\n";
        return 2;
    }
    Model model;
    for (int round = 0; round < 3; ++round) {
        auto start = Clock::now();
        auto people = people_of(arguments[1]);
        auto read = seconds_since(start);
        auto links = link(people, shipped_model(), {.threads = threads});
        fmt::print("{} records: read {:.2f} s, linked {:.2f} s, {} pairs compared\n",
                   people.size(),
                   read,
                   seconds_since(start),
                   links.report.pairs_compared);
        model = std::move(links.model);
    }
    Index index(people_of(arguments[1]), std::move(model), {}, threads);
    auto records = PersonIndex(index.people().size());
    time_each("look a record up", records, [&](PersonIndex at) {
        index.look_up(Described(index.people(), at).given(), 0);
    });
    time_each("take a record in", records, [&](PersonIndex at) {
        index.insert(Described(index.people(), at).given());
    });
    time_each("change a record", records, [&](PersonIndex at) {
        index.change(at, Described(index.people(), at).given());
    });
}
