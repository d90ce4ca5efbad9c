#pragma once

#include <string>
#include <string_view>

#include "kit/page/element.hpp"
#include "kit/page/form.hpp"
#include "kit/page/parts.hpp"

/// What every kind of field shares; for the files of this folder alone.
namespace noms::page {

/// The id of the field's box: its name, unless it has one of its own.
std::string id_of(const Field&);
/// The ids of the texts that describe the field to a screen reader.
std::string described_by(const Field&);
/// The classes of the box: its width, and that it is in error.
std::string css_of(const Field&, std::string_view base);
/// The hint and the error, as far as the field has them.
Html hint_and_error(const Field&);
/// The box of a form group, marked when the field is in error.
Html form_group(const Field&, const Html& inside, std::string_view more_css = {});
/// Label, hint, error and the box itself.
Html labelled(const Field&, const Html& box);

}  // namespace noms::page
