#include "reasons.hpp"

#include <map>

namespace noms::conformance {

/// By the last part of the path.
std::string_view reason_for(std::string_view path) {
    static const std::map<std::string_view, std::string_view> reasons{
        {"attributes",
         "attributes of the caller's choice are not offered: markup stays in the kit"},
        {"classes", "classes of the caller's choice are not offered: looks stay in the kit"},
        {"html", "raw markup is not taken here: what is passed is text, and is escaped"},
        {"titleHtml", "raw markup is not taken here: what is passed is text, and is escaped"},
        {"summaryHtml", "raw markup is not taken here: what is passed is text, and is escaped"},
        {"descriptionHtml", "raw markup is not taken here: what is passed is text, and is escaped"},
        {"logoHtml", "the service's name is text: it has no picture"},
        {"containerClasses",
         "classes of the caller's choice are not offered: looks stay in the kit"},
        {"wrapperClasses", "classes of the caller's choice are not offered: looks stay in the kit"},
        {"descriptionText", "each fault stands in the list, and leads to its field"},
        {"disableAutoFocus", "the focus always goes to the summary or the notice"},
        {"describedBy", "a field is described by its hint and its error"},
        {"disabled", "nothing is shown greyed out: what cannot be done is said in words"},
        {"behaviour", "an option that unticks others needs script, and pages work without"},
        {"javascript", "a file is chosen with the browser's own button"},
        {"multiple", "one file is taken at a time"},
        {"collapseOnMobile", "breadcrumbs are short"},
        {"headingLevel", "the panel's title is the page's heading"},
        {"titleHeadingLevel", "a notice's title is a heading of level 2"},
        {"titleId", "there is one notice on a page"},
        {"role", "the role goes with the kind of notice"},
        {"isStartButton", "the service is for staff: it has no start page"},
        {"preventDoubleClick", "the script guards every button against a second press"},
        {"inputmode", "numbers are whole here, and whole_number_input asks for digits"},
        {"pattern", "the service checks, not the browser"},
        {"spellcheck", "left to the browser"},
        {"autocapitalize", "left to the browser"},
        {"type", "a button sends its form"},
        {"name", "a form has one button that writes, so it needs no name"},
        {"value", "not kept: a password or a file is given anew each time"},
        {"id", "no id of its own: nothing leads to it"},
        {"actions", "what comes next stands below as links"},
        {"headerLevel", "lists in cards are not offered: a section has its heading"},
        {"title", "lists in cards are not offered: a section has its heading"},
        {"number", "pages of a list are walked, not numbered: it may change meanwhile"},
    };
    if (path.starts_with("previous.") || path.starts_with("next."))
        return "the neighbours of a page are always called Previous page and Next page";
    if (path.ends_with("Text") && !path.ends_with("descriptionText"))
        return "the words of the parts are the kit's, in English";
    if (path.starts_with("card."))
        return "lists in cards are not offered: a section has its heading";
    if (path.starts_with("actions.")) return "what comes next stands below as links";
    if (path.starts_with("items.label.")) return "looks and markup of labels stay in the kit";
    if (path.find("Attributes.") != path.npos || path.find("attributes.") != path.npos)
        return reasons.at("attributes");
    auto found = reasons.find(path.substr(path.rfind('.') + 1));
    return found == reasons.end() ? std::string_view() : found->second;
}

}  // namespace noms::conformance
