#include <map>

#include <boost/json.hpp>

#include "areas/offenders/views.hpp"
#include "kit/base/text.hpp"
#include "kit/record/spelling.hpp"

/// Events about an offender in words, made from what they changed.
namespace noms::offenders {
namespace {

using boost::json::object;
using boost::json::value;

/// What an event changed: table, before and after, one object a row.
std::vector<object> rows_in(const record::Event& event) {
    std::vector<object> rows;
    if (event.changes.empty()) return rows;
    boost::system::error_code fault;
    auto parsed = boost::json::parse(event.changes, fault);
    if (fault || !parsed.is_array()) return rows;
    record::spell_out(parsed.as_array());
    for (auto& each : parsed.as_array())
        if (each.is_object()) rows.push_back(std::move(each.as_object()));
    return rows;
}

std::string text_in(const object& row, std::string_view side, std::string_view field) {
    auto found = row.find(side);
    if (found == row.end() || !found->value().is_object()) return "";
    auto member = found->value().as_object().find(field);
    if (member == found->value().as_object().end() || member->value().is_null()) return "";
    const value& it = member->value();
    if (it.is_string()) return std::string(it.as_string());
    return boost::json::serialize(it);
}

struct Tellings {
    std::map<std::string, EventTelling, std::less<>> events{};
    std::map<std::string, RowTelling, std::less<>> rows{};
};

EventTelling own(std::string kind, std::string what) {
    return {.kind = "offenders." + std::move(kind), .what = std::move(what)};
}

/// What this area tells itself; other areas add theirs at start.
Tellings& tellings() {
    static Tellings all = [] {
        Tellings first;
        for (auto& each : {own("imported", "Record taken in from an extract"),
                           own("candidate_found", "May be the same person as another"),
                           own("person_added", "Record made"),
                           own("name_added", "Alias added"),
                           own("corrected", "Personal details corrected"),
                           own("alert_added", "Alert added"),
                           own("alert_ended", "Alert ended"),
                           own("address_added", "Address added"),
                           own("identifier_added", "Identifier added"),
                           own("decision_ended", "A decision to keep two apart was ended"),
                           own("link_undone", "A join was undone"),
                           own("record_parted", "Record made by undoing a join"),
                           own("joined", "Two records joined after a decision"),
                           own("kept_apart", "Kept apart from another record after a decision")})
            first.events.emplace(each.kind, each);
        return first;
    }();
    return all;
}

/// The one line that says most of what a row is about.
std::string gist_of(const object& row) {
    auto table = row.at("table").is_string() ? std::string(row.at("table").as_string()) : "";
    auto after = [&](std::string_view field) { return text_in(row, "after", field); };
    if (auto told = tellings().rows.find(table); told != tellings().rows.end())
        return told->second.gist ? told->second.gist(after) : "";
    if (table == "offender_record")
        return label_of(after("source")) + " record " + after("record_key") + ", line " +
               after("line") + " of " + after("file");
    if (table == "offender_link") return after("evidence");
    if (table == "offender_link_candidate") return "For review: " + after("evidence");
    if (table == "offender_alert")
        return after("kind") + (after("note").empty() ? "" : ": ") + after("note");
    if (table == "offender_identifier") return label_of(after("kind")) + " " + after("value");
    if (table == "offender_address") return after("line") + " " + after("postcode");
    if (table == "offender_name")
        return after("first_name") + " " + after("middle_name") + " " + after("surname");
    return "";
}

bool is_import(const record::Event& event) {
    return event.kind == "offenders.imported";
}

/// Of an import, the records and why they were joined; of a command, what it added.
bool belongs_in_gist(const record::Event& event, const object& row) {
    auto table = row.at("table").as_string();
    if (table == "offender_record") return is_import(event);
    if (table == "offender_link_candidate") return event.kind == "offenders.candidate_found";
    if (table == "offender_link") return true;
    return !is_import(event) && event.kind != "offenders.joined" &&
           event.kind != "offenders.link_undone";
}

/// This area's own tables, and who holds a record, stand on the record itself.
bool may_read_table(const web::Actor& actor, std::string_view table) {
    if (auto told = tellings().rows.find(table); told != tellings().rows.end())
        return actor.may(told->second.permission);
    return (table.starts_with("offender") || table == "access_hold") && actor.may("offenders.read");
}

/// "movements.released" is for those who may read movements.
bool may_read_kind(const web::Actor& actor, std::string_view kind) {
    auto area = kind.substr(0, kind.find('.'));
    return actor.may(std::string(area == "access" ? "offenders" : area) + ".read");
}

/// The changes of an event without the rows that the actor may not read.
std::string changes_for(const web::Actor& actor, const record::Event& event) {
    boost::json::array kept;
    for (auto& row : rows_in(event)) {
        auto table = row.find("table");
        if (table != row.end() && table->value().is_string() &&
            may_read_table(actor, table->value().as_string()))
            kept.emplace_back(std::move(row));
    }
    return boost::json::serialize(kept);
}

}  // namespace

std::vector<record::Event> readable_by(const web::Actor& actor, std::vector<record::Event> events) {
    std::erase_if(events, [&](const auto& event) { return !may_read_kind(actor, event.kind); });
    for (auto& event : events) event.changes = changes_for(actor, event);
    return events;
}

EventWords words_for(const record::Event& event) {
    // Of an event that no area tells, "movements.released", what happened.
    EventWords words{.what = label_of(event.kind.substr(event.kind.find('.') + 1))};
    if (auto told = tellings().events.find(event.kind); told != tellings().events.end()) {
        words.what = told->second.what;
        words.setting = told->second.setting;
    }
    for (const auto& row : rows_in(event)) {
        if (!row.contains("table") || !row.at("table").is_string()) continue;
        auto gist = belongs_in_gist(event, row) ? gist_of(row) : "";
        if (trimmed(gist).empty()) continue;
        words.more += (words.more.empty() ? "" : ". ") + std::string(trimmed(gist));
    }
    return words;
}

void add_tellings(std::vector<EventTelling> events, std::vector<RowTelling> rows) {
    for (auto& each : events) tellings().events.insert_or_assign(each.kind, each);
    for (auto& each : rows) tellings().rows.insert_or_assign(each.table, each);
}

namespace {

std::vector<page::Happening> happenings_among(const web::Actor& actor,
                                              std::vector<record::Event> events) {
    std::vector<page::Happening> out;
    for (const auto& event : readable_by(actor, std::move(events))) {
        auto words = words_for(event);
        out.push_back({.on = event.day,
                       .setting = words.setting,
                       .what = words.what,
                       .more = words.more,
                       .by = "Recorded by " + event.actor_name});
    }
    return out;
}

}  // namespace

std::vector<page::Happening> happenings_of(db::Connection& db,
                                           const web::Actor& actor,
                                           OffenderId id,
                                           int limit) {
    return ask_happenings(db, actor, id, limit).get();
}

db::Later<std::vector<page::Happening>> ask_happenings(db::Connection& db,
                                                       const web::Actor& actor,
                                                       OffenderId id,
                                                       int limit) {
    auto events = record::ask_history(
        db, {std::string(subject_kind), id.number}, record::Partition::Ordinary, limit);
    return db::then(std::move(events), [&actor](std::vector<record::Event> found) {
        return happenings_among(actor, std::move(found));
    });
}

std::vector<FieldChange> changes_in(const record::Event& event) {
    std::vector<FieldChange> out;
    for (const auto& row : rows_in(event)) {
        if (!row.contains("table") || !row.at("table").is_string()) continue;
        std::string table(row.at("table").as_string());
        auto side = row.contains("after") && row.at("after").is_object() ? "after" : "before";
        if (!row.contains(side) || !row.at(side).is_object()) continue;
        for (const auto& member : row.at(side).as_object()) {
            std::string field(member.key());
            FieldChange change{label_of(table) + ": " + lower(label_of(field)),
                               text_in(row, "before", field),
                               text_in(row, "after", field)};
            if (change.before != change.after) out.push_back(std::move(change));
        }
    }
    return out;
}

}  // namespace noms::offenders
