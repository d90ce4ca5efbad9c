#pragma once

#include <string>
#include <string_view>

#include "kit/web/message.hpp"

namespace noms::web {

/// The bytes as a gzip file, `name` in its header. Throws std::runtime_error when zlib fails.
std::string gzipped(std::string_view bytes, int level, std::string name = {});
/// Whether a client's Accept-Encoding takes gzip.
bool takes_gzip(std::string_view accept_encoding);
/// Compresses the reply's body when that is worth it and the client takes it.
void compress(const Request&, Reply&);

}  // namespace noms::web
