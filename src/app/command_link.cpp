#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/say.hpp"
#include "areas/matching/matching.hpp"
#include "kit/base/csv.hpp"
#include "kit/base/progress.hpp"
#include "kit/base/text.hpp"

namespace noms::app {
namespace {

using namespace matching;

struct Given {
    std::string file{};
    std::string out{};
    std::vector<std::string> map{};
    std::string model{};
    std::string keep_model{};
    std::string pairs{};
    bool certain = false;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
};
Given given;

/// Shows one bar for each thing that is being done.
class Bars {
public:
    void at(std::string_view doing, std::uint64_t done, std::uint64_t whole, const char* noun) {
        if (doing != doing_) {
            bar_.reset();
            doing_ = doing;
            bar_ = std::make_unique<Progress>(doing_, noun, std::int64_t(whole));
        }
        bar_->at(std::int64_t(done));
    }

private:
    std::string doing_;
    std::unique_ptr<Progress> bar_;
};

/// "theirs=ours" by theirs; invalid when one is not of that form.
Result<std::map<std::string, std::string>> renamed_columns() {
    std::map<std::string, std::string> renamed;
    for (const auto& one : given.map) {
        auto equals = one.find('=');
        if (equals == one.npos || equals == 0 || equals + 1 == one.size())
            return refused("--map takes THEIRS=OURS,THEIRS=OURS, not " + one + ".");
        renamed[one.substr(0, equals)] = one.substr(equals + 1);
    }
    return renamed;
}

Result<Model> model_to_begin_with() {
    if (given.model.empty()) return shipped_model();
    std::ifstream in(given.model, std::ios::binary);
    if (!in) return refused(given.model + " cannot be read.");
    std::stringstream text;
    text << in.rdbuf();
    return parse_model(text.str());
}

Result<void> write_file(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (!out) return refused(path + " cannot be written.");
    return {};
}

/// Ids in the order a person expects: 9 before 10.
bool id_before(std::string_view left, std::string_view right) {
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

/// The clusters by record id, each named by the first id in it.
std::string clusters_text(const Population& people, const std::vector<PersonIndex>& clusters) {
    std::vector<PersonIndex> order(people.size()), name(people.size());
    for (PersonIndex at = 0; at < order.size(); ++at) order[at] = at;
    std::ranges::sort(order, id_before, [&](PersonIndex at) { return people.record_id(at); });
    std::vector<bool> named(people.size());
    std::string text = "record_id,cluster_id\n";
    for (auto at : order) {
        auto cluster = clusters[at];
        if (!named[cluster]) name[cluster] = at;
        named[cluster] = true;
        text += csv_cell(people.record_id(at));
        text += ',';
        text += csv_cell(people.record_id(name[cluster]));
        text += '\n';
    }
    return text;
}

std::string pairs_text(const Population& people, const std::vector<LinkedPair>& pairs) {
    std::string text = "left_record_id,right_record_id,weight,probability,decision\n";
    for (const auto& one : pairs)
        text += fmt::format("{},{},{:.2f},{:.4f},{}\n",
                            csv_cell(people.record_id(one.pair.left)),
                            csv_cell(people.record_id(one.pair.right)),
                            one.weight,
                            one.probability,
                            one.is == LinkedPair::Is::Joined ? "joined" : "review");
    return text;
}

void print_report(const ReadReport& read, const Layout& layout, const LinkReport& report) {
    fmt::print("Rows read        {:>12}\n", read.rows - read.rows_refused);
    if (read.rows_refused > 0)
        fmt::print("Rows refused     {:>12}   the first at line {}\n",
                   read.rows_refused,
                   read.first_refused_line);
    for (const auto& text : layout.texts) fmt::print("Compared as text: {}\n", text);
    fmt::print("Pairs compared   {:>12}\n", report.pairs_compared);
    fmt::print("Pairs joined     {:>12}   without a person\n", report.pairs_joined);
    fmt::print("Pairs in review  {:>12}\n", report.pairs_to_review);
    fmt::print("Clusters         {:>12}   the largest of {} records\n",
               report.clusters,
               report.largest_cluster);
    for (const auto& block : report.blocks)
        if (block.blocks_left_out > 0)
            fmt::print("Blocks left out  {:>12}   {}: over {} records each, the largest of {}\n",
                       block.blocks_left_out,
                       in_words(block.rule),
                       block.block_size_max,
                       block.largest_left_out);
}

Result<void> link_files() {
    Bars bars;
    Layout layout;
    ReadReport read;
    auto renamed = TRY(renamed_columns());
    auto model = TRY(model_to_begin_with());
    auto people = TRY([&] {
        MappedFile file(given.file);
        return read_records(
            file.text(), renamed, given.threads, layout, read, [&](auto done, auto whole) {
                bars.at("Reading " + given.file, done, whole, "bytes");
            });
    }());
    auto links = link(
        people,
        with_texts(std::move(model), layout.texts),
        {.threads = given.threads,
         .train = given.model.empty(),
         .pairs = !given.pairs.empty(),
         .told = [&](auto doing, auto done, auto whole) { bars.at(doing, done, whole, "pairs"); }});
    const auto& clusters = links.clusters;
    CHECK(write_file(given.out,
                     clusters_text(people, given.certain ? clusters.certain : clusters.of)));
    if (!given.pairs.empty()) CHECK(write_file(given.pairs, pairs_text(people, links.pairs)));
    if (!given.keep_model.empty()) CHECK(write_file(given.keep_model, to_text(links.model)));
    print_report(read, layout, links.report);
    return {};
}

int link_command() {
    auto done = link_files();
    return done ? 0 : say(done.error());
}

}  // namespace

Command link_command() {
    return {
        .name = "link",
        .words = "Find which records of a file are of one person (columns as in docs/import.md)",
        .options =
            {{.name = "file",
              .words = "The records, CSV with a heading",
              .target = &given.file,
              .required = true},
             {.name = "--out",
              .words = "Where record_id,cluster_id goes",
              .target = &given.out,
              .required = true},
             {.name = "--map",
              .words = "THEIRS=OURS,...: what the file's columns are called here: record_id, "
                       "source, prison_number, crn, pnc, cro, first_name, middle_name, last_name, "
                       "alias_first, alias_last, dob, alias_dob, sex, ethnicity, address, "
                       "postcodes, sentence_dates; any other name is compared as plain text (up "
                       "to 8). Columns true_id and cluster are never read",
              .target = &given.map,
              .separator = ','},
             {.name = "--model",
              .words = "Use this model as it is; else one is learned",
              .target = &given.model},
             {.name = "--keep-model",
              .words = "Where the model that was used goes",
              .target = &given.keep_model},
             {.name = "--pairs",
              .words = "Where the pairs go: those joined without a person, those in review",
              .target = &given.pairs},
             {.name = "--certain",
              .words = "Clusters of pairs joined without a person only",
              .target = &given.certain},
             {.name = "--threads",
              .words = "How many threads work",
              .target = &given.threads,
              .least = 1,
              .most = 256}},
        .work = &link_command};
}

}  // namespace noms::app
