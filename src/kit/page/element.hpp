#pragma once

#include <string>
#include <string_view>

#include "kit/page/escape.hpp"
#include "kit/page/html.hpp"

namespace noms::page {

/// One tag, for the components of this folder alone: names and classes are ours, values are
/// escaped.
class Element {
public:
    /// `name` is a literal.
    explicit Element(std::string_view name) : name_(name) { attributes_.reserve(usual_size); }

    Element& set(std::string_view attribute, std::string_view value) {
        attributes_.append(" ").append(attribute).append("=\"");
        append_escaped(attributes_, value);
        attributes_.append("\"");
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
    /// Its two halves, for what is too long to be copied into it.
    std::string opening() const { return "<" + std::string(name_) + attributes_ + ">"; }
    std::string closing() const { return "</" + std::string(name_) + ">"; }
    /// A tag that has no end: input, br, meta.
    Html alone() const { return Html(opening()); }

private:
    static constexpr size_t usual_size = 120;  // of the attributes of a cell, in bytes
    std::string_view name_;
    std::string attributes_;
};

inline Html element(std::string_view name, std::string_view css_class, const Html& inside) {
    return Element(name).set_if(!css_class.empty(), "class", css_class).with(inside);
}

}  // namespace noms::page
