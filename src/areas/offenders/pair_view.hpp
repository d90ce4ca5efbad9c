#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/offenders/nearby.hpp"
#include "areas/offenders/review.hpp"

/// What a reviewer is shown of a pair: loaded once, for the page and for its JSON twin.
namespace noms::offenders {

/// One item of two records, and what it adds, in bits, against a stranger and against a relative.
struct EvidenceRow {
    std::string item{};     // "Birth date"
    std::string outcome{};  // "day and month exchanged"
    std::string left{};
    std::string right{};
    bool differs = false;
    double against_stranger = 0;
    double against_relative = 0;
};
DESCRIBE(EvidenceRow, item, outcome, left, right, differs, against_stranger, against_relative)

/// One of the two records, as a heading has it.
struct RecordSide {
    OffenderId offender{};
    std::string name{};
    std::string label{};  // "Prison record A7702DP"
};
DESCRIBE(RecordSide, offender, name, label)

/// Somebody else who may be of the family: the same surname at the same postcode.
struct Relation {
    OffenderId offender{};
    std::string name{};
    std::string words{};
};
DESCRIBE(Relation, offender, name, words)

/// How often two readers said the same.
struct ReadAlike {
    std::int64_t read_twice = 0;
    std::int64_t alike = 0;
};
DESCRIBE(ReadAlike, read_twice, alike)

struct PairView {
    Candidate candidate{};
    RecordSide left{};
    RecordSide right{};
    std::vector<EvidenceRow> items{};
    double weight = 0;  // all ways of being two people taken together
    double against_stranger = 0;
    double against_relative = 0;
    std::int64_t chance_in_100 = 0;
    std::vector<Relation> family{};
    std::vector<std::string> would_settle{};
    std::string against{};  // what speaks against a join however likely it is; empty: nothing
    std::string held_by{};  // another reader
    std::optional<Instant> held_until{};
    bool held_by_reader = false;
    bool second_reading = false;
    std::optional<PairReading> sent_back{};  // by a second reader, to find something out
    std::int64_t waiting = 0;                // pairs of the queue
    std::vector<Override> decisions{};
};
DESCRIBE(PairView,
         candidate,
         left,
         right,
         items,
         weight,
         against_stranger,
         against_relative,
         chance_in_100,
         family,
         would_settle,
         against,
         held_by,
         held_until,
         held_by_reader,
         second_reading,
         sent_back,
         waiting,
         decisions)

Result<PairView> view_of_pair(web::Context&);

/// One line of the queue.
struct PairLine {
    Candidate candidate{};
    std::string offender_name{};
    std::string other_name{};
    std::string held_by{};
    bool sent_back = false;
};
DESCRIBE(PairLine, candidate, offender_name, other_name, held_by, sent_back)
/// A decision with whom it is about.
struct DecisionLine {
    Override decision{};
    OffenderId standing{};  // who stands for the first today
    std::string offender_name{};
    std::string other_name{};
};
DESCRIBE(DecisionLine, decision, standing, offender_name, other_name)
struct Pairs {
    std::vector<PairLine> pairs{};
    std::optional<Id<Candidate>> next_after{};  // empty: these are the last
    std::int64_t waiting = 0;
    std::int64_t for_second = 0;
    ReadAlike read_alike{};
    std::vector<DecisionLine> decided{};  // lately, the newest first
};
DESCRIBE(Pairs, pairs, next_after, waiting, for_second, read_alike, decided)

struct AskedPairs {
    std::optional<Id<Candidate>> after{};
};
DESCRIBE(AskedPairs, after)
/// The open pairs that the actor may see, what would change most first.
Result<Pairs> pairs_in_queue(web::Context&, const AskedPairs&);

}  // namespace noms::offenders
