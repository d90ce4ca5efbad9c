#include <map>

#include <boost/json.hpp>

#include "areas/offenders/views.hpp"
#include "kit/base/text.hpp"

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

std::string_view title_of(std::string_view kind) {
    static const std::map<std::string_view, std::string_view> titles{
        {"offenders.imported", "Record taken in from an extract"},
        {"offenders.name_added", "Alias added"},
        {"offenders.corrected", "Personal details corrected"},
        {"offenders.alert_added", "Alert added"},
        {"offenders.alert_ended", "Alert ended"},
        {"offenders.address_added", "Address added"},
        {"offenders.identifier_added", "Identifier added"},
        {"offenders.link_undone", "A join was undone"},
        {"offenders.record_parted", "Record made by undoing a join"},
        {"offenders.joined", "Two records joined after a decision"},
        {"offenders.kept_apart", "Kept apart from another record after a decision"}};
    auto found = titles.find(kind);
    return found == titles.end() ? std::string_view{} : found->second;
}

/// The one line that says most of what a row is about.
std::string gist_of(const object& row) {
    auto table = row.at("table").is_string() ? std::string(row.at("table").as_string()) : "";
    auto after = [&](std::string_view field) { return text_in(row, "after", field); };
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
    if (table == "offender_record" || table == "offender_link_candidate") return is_import(event);
    if (table == "offender_link") return true;
    return !is_import(event) && event.kind != "offenders.joined" &&
           event.kind != "offenders.link_undone";
}

}  // namespace

EventWords words_for(const record::Event& event) {
    EventWords words{.what = std::string(title_of(event.kind))};
    // Of another area's event, "movements.released", what happened.
    if (words.what.empty()) words.what = label_of(event.kind.substr(event.kind.find('.') + 1));
    for (const auto& row : rows_in(event)) {
        if (!row.contains("table") || !row.at("table").is_string()) continue;
        auto gist = belongs_in_gist(event, row) ? gist_of(row) : "";
        if (trimmed(gist).empty()) continue;
        words.more += (words.more.empty() ? "" : ". ") + std::string(trimmed(gist));
    }
    return words;
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
