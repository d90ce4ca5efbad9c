#include <map>
#include <set>
#include <string>

#include "areas/legislation/data.gen.hpp"
#include "areas/legislation/store.hpp"
#include "kit/describe/rows.hpp"

namespace noms::legislation {
namespace {

/// The rows of data/*.csv: items and powers by code, not by key.
struct GivenItem {
    std::string code{};
    Kind kind = Kind::Publication;
    std::string title{};
    std::string citation{};
    std::optional<std::string> link{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::optional<std::string> note{};
};
DESCRIBE(GivenItem, code, kind, title, citation, link, source, certainty, note)

struct GivenStage {
    std::string item{};
    Date from_day{};
    Stage stage = Stage::Published;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::optional<std::string> note{};
};
DESCRIBE(GivenStage, item, from_day, stage, source, certainty, note)

struct GivenBearing {
    std::string item{};
    std::string feature{};
    std::string requirement{};
};
DESCRIBE(GivenBearing, item, feature, requirement)

struct GivenPower {
    std::string code{};
    std::string title{};
    std::string holder{};
    std::string item{};
};
DESCRIBE(GivenPower, code, title, holder, item)

struct GivenState {
    std::string power{};
    Date from_day{};
    Hold state = Hold::NotHeld;
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
    std::optional<std::string> note{};
};
DESCRIBE(GivenState, power, from_day, state, source, certainty, note)

struct GivenOption {
    std::string code{};
    std::string question{};
    std::string title{};
    Outcome outcome = Outcome::Explored;
    Date decided_on{};
    std::string reasons{};
    std::string item{};
    std::string source{};
    Certainty certainty = Certainty::NotKnown;
};
DESCRIBE(GivenOption, code, question, title, outcome, decided_on, reasons, item, source, certainty)

/// Adds what is not there yet; an item, a power or an option that is there is left as it stands.
class Loader {
public:
    Loader(db::Connection& db, record::Changes& changes) : changes_(changes) {
        for (const auto& item : every_item(db)) items_[item.code] = item.id;
        for (const auto& power : every_power(db)) powers_[power.code] = power.id;
        for (const auto& option : every_option(db)) options_.insert(option.code);
    }

    void add(const GivenItem& given) {
        auto [place, is_new] = items_.try_emplace(given.code, new_id<Item>());
        if (!is_new) return;
        new_items_.insert(place->second);
        about(place->second);
        changes_.add(item_table,
                     {.id = place->second,
                      .code = given.code,
                      .kind = given.kind,
                      .title = given.title,
                      .citation = given.citation,
                      .link = given.link.value_or(""),
                      .source = given.source,
                      .certainty = given.certainty,
                      .note = given.note.value_or("")});
    }
    void add(const GivenStage& given) {
        auto item = items_.at(given.item);
        if (!new_items_.contains(item)) return;
        about(item);
        changes_.add(stage_table,
                     {.item = item,
                      .from_day = given.from_day,
                      .stage = given.stage,
                      .source = given.source,
                      .certainty = given.certainty,
                      .note = given.note.value_or("")});
    }
    void add(const GivenBearing& given) {
        auto item = items_.at(given.item);
        if (!new_items_.contains(item)) return;
        about(item);
        changes_.add(bearing_table,
                     {.item = item, .feature = given.feature, .requirement = given.requirement});
    }
    void add(const GivenPower& given) {
        auto [place, is_new] = powers_.try_emplace(given.code, new_id<Power>());
        if (!is_new) return;
        new_powers_.insert(place->second);
        about(place->second);
        changes_.add(power_table,
                     {.id = place->second,
                      .code = given.code,
                      .title = given.title,
                      .holder = given.holder,
                      .item = items_.at(given.item)});
    }
    void add(const GivenState& given) {
        auto power = powers_.at(given.power);
        if (!new_powers_.contains(power)) return;
        about(power);
        changes_.add(power_state_table,
                     {.power = power,
                      .from_day = given.from_day,
                      .state = given.state,
                      .source = given.source,
                      .certainty = given.certainty,
                      .note = given.note.value_or("")});
    }
    void add(const GivenOption& given) {
        if (!options_.insert(given.code).second) return;
        ++options_added_;
        auto id = new_id<Option>();
        changes_.about({"option", id.number}, "legislation.option_loaded");
        changes_.add(option_table,
                     {.id = id,
                      .code = given.code,
                      .question = given.question,
                      .title = given.title,
                      .outcome = given.outcome,
                      .decided_on = given.decided_on,
                      .reasons = given.reasons,
                      .item = items_.at(given.item),
                      .source = given.source,
                      .certainty = given.certainty});
    }
    template <class Given>
    void add_all(std::string_view csv) {
        for (const auto& row : rows::read<Given>(csv)) add(row);
    }
    int added() const {
        return static_cast<int>(new_items_.size() + new_powers_.size()) + options_added_;
    }

private:
    record::Changes& changes_;
    std::map<std::string, Id<Item>> items_;
    std::map<std::string, Id<Power>> powers_;
    std::set<std::string> options_;
    std::set<Id<Item>> new_items_;
    std::set<Id<Power>> new_powers_;
    int options_added_ = 0;

    void about(Id<Item> id) { changes_.about({"legislation", id.number}, "legislation.loaded"); }
    void about(Id<Power> id) { changes_.about({"power", id.number}, "legislation.power_loaded"); }
};

}  // namespace

int load(db::Connection& db, record::Changes& changes) {
    Loader loader(db, changes);
    loader.add_all<GivenItem>(data::item);
    loader.add_all<GivenStage>(data::stage);
    loader.add_all<GivenBearing>(data::bearing);
    loader.add_all<GivenPower>(data::power);
    loader.add_all<GivenState>(data::power_state);
    loader.add_all<GivenOption>(data::option);
    return loader.added();
}

}  // namespace noms::legislation
