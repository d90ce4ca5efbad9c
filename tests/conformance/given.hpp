#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "kit/page/html.hpp"

namespace noms::conformance {

/// The options of a fixture. Reading a member takes it away, so that what is left at the end is
/// what our components were not asked for.
class Given {
public:
    /// No options at all.
    Given();
    explicit Given(boost::json::value& options) : options_(&options) {}

    /// Text, number or truth as text; empty when there is none.
    std::string text(std::string_view key);
    bool flag(std::string_view key);
    bool has(std::string_view key) const;
    /// The member `text`, escaped, or else the member `html` as it is.
    page::Html content();
    /// Takes one class out of the member `classes`.
    bool take_class(std::string_view css_class);
    /// Takes the class that begins so out of `classes` and gives its ending; empty when there is
    /// none.
    std::string class_ending(std::string_view beginning);
    /// The object under the key; an empty one when there is none.
    Given inside(std::string_view key);
    /// The objects of a list; what is no object counts for nothing, as in the Nunjucks macros.
    std::vector<Given> items(std::string_view key);
    std::vector<std::string> texts(std::string_view key);

    /// Paths of the members that nobody read: "label.attributes".
    std::vector<std::string> left() const;
    /// Notes why this fixture asks for what we leave out on purpose.
    void leave_out(std::string_view why) { left_out_ = why; }
    const std::string& left_out() const { return left_out_; }

private:
    std::shared_ptr<boost::json::value> none_{};
    boost::json::value* options_;
    std::string left_out_;
};

}  // namespace noms::conformance
