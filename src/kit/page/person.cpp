#include "kit/page/person.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kit/page/element.hpp"

namespace noms::page {
namespace {

std::string month_of(Date day) {
    auto words = in_words(day);
    return words.substr(words.find(' ') + 1);
}

std::string_view item_class(Setting setting) {
    switch (setting) {
        case Setting::Custody: return "app-timeline__item app-timeline__item--custody";
        case Setting::Community: return "app-timeline__item app-timeline__item--community";
        case Setting::Court: return "app-timeline__item app-timeline__item--court";
        case Setting::Office: return "app-timeline__item";
    }
    return {};
}

Html item(const Happening& happening) {
    auto when = in_short(happening.on);
    Html body = element("div", "app-timeline__what", happening.what.html());
    if (!happening.more.html().empty()) body += element("p", "", happening.more.html());
    if (!happening.by.empty()) body += element("div", "app-timeline__by", text(happening.by));
    return element("li",
                   item_class(happening.setting),
                   element("div", "app-timeline__when", text(when.substr(0, when.rfind(' ')))) +
                       element("div", "app-timeline__body", body));
}

std::string per_cent(int part, int whole) {
    return fmt::format("{:.2f}%", 100.0 * part / whole);
}

std::string_view shade_class(Shade shade) {
    switch (shade) {
        case Shade::Dark: return "dark";
        case Shade::Pale: return "pale";
        case Shade::Outlined: return "none";
    }
    return {};
}

class BarDrawing {
public:
    explicit BarDrawing(const Bar& bar)
        : bar_(bar),
          start_(bar.stretches.front().from),
          days_(days_between(start_, bar.stretches.back().until)) {}

    Html drawn() {
        for (const auto& stretch : bar_.stretches) put(stretch);
        put_ends();
        if (bar_.today && *bar_.today >= start_ && *bar_.today <= bar_.stretches.back().until)
            put_today(*bar_.today);
        return inside_;
    }

private:
    const Bar& bar_;
    Date start_;
    int days_;
    Html inside_{};

    std::string at(Date day) const { return per_cent(days_between(start_, day), days_); }
    void put_text(std::string_view css,
                  std::string_view x,
                  int y,
                  std::string_view anchor,
                  std::string_view words) {
        inside_ += Element("text")
                       .set("class", css)
                       .set("x", x)
                       .set("y", std::to_string(y))
                       .set("text-anchor", anchor)
                       .with(text(words));
    }
    void put(const Stretch& stretch) {
        int length = days_between(stretch.from, stretch.until);
        inside_ += Element("rect")
                       .set("class", shade_class(stretch.shade))
                       .set("x", at(stretch.from))
                       .set("y", "30")
                       .set("width", per_cent(length, days_))
                       .set("height", "30")
                       .with({});
        constexpr int label_share_min = 12;  // per cent of the bar; a shorter stretch has no room
        if (length * 100 >= label_share_min * days_)
            put_text(stretch.shade == Shade::Dark ? "on-dark" : "",
                     per_cent(days_between(start_, stretch.from) * 100 + days_, days_ * 100),
                     50,
                     "start",
                     stretch.label);
    }
    void put_ends() {
        put_text("muted", "0", 84, "start", in_words(start_));
        put_text("muted", "100%", 84, "end", in_words(plus_days(bar_.stretches.back().until, -1)));
    }
    void put_today(Date day) {
        int share = days_between(start_, day) * 100 / days_;
        auto anchor = share < 5 ? "start" : share > 95 ? "end" : "middle";
        inside_ += Element("line")
                       .set("class", "now")
                       .set("x1", at(day))
                       .set("x2", at(day))
                       .set("y1", "20")
                       .set("y2", "68")
                       .with({});
        put_text("strong", at(day), 14, anchor, "Today");
    }
};

}  // namespace

Html identity(const Identity& who) {
    Html facts;
    for (const auto& [name, value] : who.facts)
        facts +=
            element("div", "", element("dt", "", text(name)) + element("dd", "", value.html()));
    auto name = element("h1", "govuk-heading-l app-identity__name", text(who.name));
    Html top = element("div", "", name + element("dl", "app-identity__facts", facts));
    if (!who.actions.empty()) top += element("div", "app-buttons app-noprint", who.actions);
    Html inside = element("div", "app-identity__top", top);
    Html alerts;
    for (const auto& alert : who.alerts)
        alerts += element("li",
                          "",
                          tag(alert.words, alert.colour) + text(" ") +
                              element("span", "app-alerts__why", alert.why.html()));
    if (!alerts.empty())
        inside += Element("ul").set("class", "app-alerts").set("aria-label", "Alerts").with(alerts);
    return Element("section")
        .set("class", "app-identity app-identity--sticky")
        .set("aria-label", "Who this record is about")
        .with(element("div", "govuk-width-container app-wide app-identity__inner", inside));
}

Html timeline(const std::vector<Happening>& happenings) {
    Html out;
    for (size_t i = 0; i < happenings.size();) {
        auto month = month_of(happenings[i].on);
        Html items;
        for (; i < happenings.size() && month_of(happenings[i].on) == month; ++i)
            items += item(happenings[i]);
        out += element("h3", "app-timeline__month", text(month));
        out += element("ol", "app-timeline", items);
    }
    return out;
}

Html bar(const Bar& bar, std::string_view id) {
    if (bar.stretches.empty() || bar.stretches.back().until <= bar.stretches.front().from)
        return {};
    auto title_id = std::string(id) + "-title";
    auto description_id = std::string(id) + "-description";
    Html inside = Element("title").set("id", title_id).with(text(bar.title));
    inside += Element("desc").set("id", description_id).with(text(bar.description));
    inside += BarDrawing(bar).drawn();
    return Element("svg")
        .set("class", "app-chart")
        .set("height", "92")
        .set("role", "img")
        .set("aria-labelledby", title_id + " " + description_id)
        .with(inside);
}

Html meter(std::int64_t part, std::int64_t whole, std::string_view words) {
    auto share = whole <= 0 ? 0.0 : std::clamp(100.0 * double(part) / double(whole), 0.0, 100.0);
    auto filled = Element("rect")
                      .set("class", "dark")
                      .set("width", fmt::format("{:.1f}%", share))
                      .set("height", "10")
                      .with({});
    auto frame =
        Element("rect").set("class", "none").set("width", "100%").set("height", "10").with({});
    return text(words) + Element("svg")
                             .set("class", "app-chart app-meter")
                             .set("aria-hidden", "true")
                             .with(frame + filled);
}

}  // namespace noms::page
