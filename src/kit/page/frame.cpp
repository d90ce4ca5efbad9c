#include "kit/page/content.hpp"
#include "kit/page/element.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/page/parts.hpp"

namespace noms::page {
namespace {

constexpr size_t keys_room = 2'000;  // for what stands in forms instead of the mark
constexpr std::string_view wide = "govuk-width-container app-wide";

Html head_of(const Frame& frame, const Page& page) {
    auto title = (page.has_failed() ? "Error: " : "") + page.title() + " – " + frame.service;
    Html inside = Element("meta").set("charset", "utf-8").alone();
    inside += element("title", "", text(title));
    inside += Element("meta")
                  .set("name", "viewport")
                  .set("content", "width=device-width, initial-scale=1, viewport-fit=cover")
                  .alone();
    inside += Element("meta").set("name", "robots").set("content", "noindex").alone();
    inside += Element("link").set("rel", "icon").set("href", "data:,").alone();
    if (!frame.styles.empty())
        inside += Element("link").set("rel", "stylesheet").set("href", frame.styles).alone();
    if (!frame.script.empty())
        inside += Element("script").set("type", "module").set("src", frame.script).with({});
    return element("head", "", inside);
}

Html menu_item(const MenuItem& item, std::string_view current) {
    bool active = item.path == current;
    Element anchor("a");
    anchor.set("class", "govuk-service-navigation__link").set("href", item.path);
    anchor.set_if(active, "aria-current", "true");
    auto label =
        active ? element("strong", "govuk-service-navigation__active-fallback", text(item.label))
               : text(item.label);
    return element("li",
                   active ? "govuk-service-navigation__item govuk-service-navigation__item--active"
                          : "govuk-service-navigation__item",
                   anchor.with(label));
}

Html menu(const Page& page, const Reader& reader) {
    Html items;
    for (const auto& item : reader.menu) items += menu_item(item, page.current());
    auto list = Element("ul").set("class", "govuk-service-navigation__list").with(items);
    auto nav = Element("nav")
                   .set("aria-label", "Menu")
                   .set("class", "govuk-service-navigation__wrapper")
                   .with(list);
    Html inside = element("div", "govuk-service-navigation__container", nav);
    if (!reader.shown.empty())
        inside += element(
            "div", "app-user", text(reader.shown + " ") + post_link("/sign-out", "Sign out"));
    return Element("section")
        .set("class", "govuk-service-navigation")
        .set("aria-label", "Service information")
        .with(element(
            "div", std::string(wide) + " govuk-service-navigation__inlining-container", inside));
}

/// Names stay out of addresses and history: the search is a POST.
Html search_box(const Frame& frame) {
    auto label = Element("label").set("class", "govuk-label app-search__label").set("for", "q");
    auto box = Element("input")
                   .set("class", "govuk-input app-search__input")
                   .set("id", "q")
                   .set("name", "q")
                   .set("type", "search")
                   .set("autocomplete", "off")
                   .set("spellcheck", "false");
    auto inside = label.with(text("Find a person")) + box.alone() + secondary_button("Find");
    auto form = Element("form")
                    .set("class", "app-search")
                    .set("method", "post")
                    .set("action", frame.search_path)
                    .set("role", "search")
                    .with(Html(std::string(form_keys_mark)) + inside);
    return element("div", std::string(wide) + " app-noprint", form);
}

Html demonstration(const Frame& frame, const Reader& reader) {
    Html words;
    if (!frame.notice.empty()) words += strong("Demonstration.") + text(" " + frame.notice);
    if (!reader.today.empty()) words += text(" Today is " + reader.today + ".");
    if (words.empty()) return {};
    return element("div", std::string(wide) + " app-noprint", element("p", "app-demo", words));
}

Html footer() {
    auto item = [](std::string_view path, std::string_view label) {
        return element(
            "li",
            "govuk-footer__inline-list-item",
            Element("a").set("class", "govuk-footer__link").set("href", path).with(text(label)));
    };
    auto list = element("ul",
                        "govuk-footer__inline-list",
                        item("/law", "Law and rules") + item("/accessibility", "Accessibility") +
                            item("/assets/openapi.json", "Interface for machines"));
    auto heading = element("h2", "govuk-visually-hidden", text("About this service"));
    auto meta = element(
        "div",
        "govuk-footer__meta",
        element("div", "govuk-footer__meta-item govuk-footer__meta-item--grow", heading + list));
    return element("footer", "govuk-footer", element("div", wide, meta));
}

Html keys_of(const Reader& reader) {
    Html keys;
    if (!reader.csrf.empty()) keys += hidden("csrf", reader.csrf);
    if (!reader.idempotency.empty()) keys += hidden("idempotency", reader.idempotency);
    return keys;
}

std::string with_keys(std::string document, const Reader& reader) {
    auto keys = keys_of(reader).markup();
    for (auto at = document.find(form_keys_mark); at != std::string::npos;
         at = document.find(form_keys_mark, at + keys.size()))
        document.replace(at, form_keys_mark.size(), keys);
    return document;
}

}  // namespace

std::string framed(const Frame& frame, const Page& page, const Reader& reader) {
    Html top = generic_header(frame.service, "/", "app-wide") + menu(page, reader) +
               demonstration(frame, reader);
    if (reader.may_search) top += search_box(frame);
    auto html = Element("html").set("lang", "en").set("class", "govuk-template");
    auto body = Element("body").set("class", "govuk-template__body");
    auto main = Element("main").set("id", "main-content");
    auto inside = Element("div").set("class", std::string(wide) + " govuk-main-wrapper");
    auto skip = skip_link("#main-content", "Skip to main content");
    auto before = "<!DOCTYPE html>\n" + html.opening() + head_of(frame, page).markup() +
                  body.opening() + skip.markup() + element("header", "", top).markup() +
                  main.opening() + page.banner().markup() + inside.opening();
    auto after =
        inside.closing() + main.closing() + footer().markup() + body.closing() + html.closing();
    std::string document;
    document.reserve(before.size() + page.body().markup().size() + after.size() + keys_room);
    document.append(before).append(page.body().markup()).append(after);
    return with_keys(std::move(document), reader);
}

}  // namespace noms::page
