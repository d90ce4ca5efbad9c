#include "kit/record/bulk.hpp"

#include "kit/record/chain.hpp"

namespace noms::record {
namespace {

// Enough to make a wait for the disk worth its while, little enough to hold two of in memory (100
// MB each).
constexpr size_t rows_at_once = 240'000;

}  // namespace

Bulk::Bulk(db::Database& database) : database_(database) {
    seal_as_recorded(database);
    head_ = database.read([](db::Connection& db) { return head(db); });
}

Bulk::~Bulk() {
    if (writing_.valid()) writing_.wait();
}

void Bulk::seal(const Header& header) {
    head_.chain = chain_link(head_.chain, ++head_.position, header);
    Seal seal{.position = head_.position,
              .event = header.id,
              .chain = head_.chain,
              .sealed_at = header.recorded_at};
    gathering_.add(seal_table.facts(), &seal);
}

void Bulk::hand_over() {
    if (gathering_.rows() >= rows_at_once) send();
}

void Bulk::send() {
    if (writing_.valid()) writing_.get();
    auto rows = std::make_shared<Gathering>(std::move(gathering_));
    gathering_ = {};
    writing_ = std::async(std::launch::async, [this, rows] {
        database_.with_writer([&](db::Connection& db) {
            rows->write(db);
            return true;
        });
    });
}

void Bulk::finish() {
    send();
    writing_.get();
}

}  // namespace noms::record
