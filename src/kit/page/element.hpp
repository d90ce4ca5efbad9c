#pragma once

#include <string>
#include <string_view>

#include "kit/page/html.hpp"

namespace noms::page {

/// One tag, for the components of this folder alone: names and classes are ours, values are
/// escaped.
class Element {
public:
    explicit Element(std::string_view name) : name_(name) {}

    Element& set(std::string_view attribute, std::string_view value) {
        attributes_.append(" ").append(attribute).append("=\"");
        attributes_.append(text(value).markup()).append("\"");
        return *this;
    }
    Element& set_if(bool wanted, std::string_view attribute, std::string_view value) {
        return wanted ? set(attribute, value) : *this;
    }
    /// An attribute without a value: "checked", "open".
    Element& flag(std::string_view attribute, bool wanted = true) {
        if (wanted) attributes_.append(" ").append(attribute);
        return *this;
    }
    Html with(const Html& inside) const {
        std::string all;
        all.reserve(2 * name_.size() + attributes_.size() + inside.markup().size() + 5);
        all.append("<").append(name_).append(attributes_).append(">");
        all.append(inside.markup()).append("</").append(name_).append(">");
        return Html(std::move(all));
    }
    /// A tag that has no end: input, br, meta.
    Html alone() const { return Html("<" + name_ + attributes_ + ">"); }

private:
    std::string name_;
    std::string attributes_;
};

inline Html element(std::string_view name, std::string_view css_class, const Html& inside) {
    return Element(name).set_if(!css_class.empty(), "class", css_class).with(inside);
}

}  // namespace noms::page
