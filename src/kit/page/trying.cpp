#include "kit/page/trying.hpp"

#include "kit/page/element.hpp"
#include "kit/page/form.hpp"

namespace noms::page {

Html trying_box(std::string_view id, const Html& inside) {
    return Element("div").set("class", "app-panel").set("id", id).with(inside);
}

Html trying_form(std::string_view path,
                 std::string_view id,
                 const Html& fields,
                 std::string_view go) {
    return Element("form")
        .set("class", "app-noprint")
        .set("method", "get")
        .set("action", std::string(path) + "#" + std::string(id))
        .with(element("div", "app-whatif", fields + secondary_button(go)));
}

Html changed(const Cell& words) {
    return element("strong", "app-changed", words.html());
}

}  // namespace noms::page
