#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kit/web/message.hpp"

namespace noms::web {

/// The style sheets, scripts and pictures, read once at start and kept in memory. Each is served
/// under
/// "/assets/<digest>/name" for good, and under "/assets/name" to those who ask again each time.
class StaticFiles {
public:
    /// Throws std::logic_error when the name is taken.
    void add(std::string name, std::string bytes);
    /// Every file below the folder, by its path from there. Throws std::runtime_error when a file
    /// cannot be read.
    void add_folder(const std::string& folder);

    /// "/assets/3f2a…/app.css"; "/assets/app.css" when there is no such file, so that a page is
    /// still made.
    std::string path(std::string_view name) const;
    /// The file, 304 when the client has it, 404 when there is none; nothing for a path that is not
    /// below /assets/.
    std::optional<Reply> serve(const Request&) const;

private:
    struct File {
        std::string bytes{};
        std::string compressed{};  // empty where gzip does not pay
        std::string type{};
        std::string digest{};
    };
    std::map<std::string, File, std::less<>> files_;

    Reply reply(const Request&, const File&, bool for_good) const;
};

/// Those of this process: filled at start, before anything is served.
StaticFiles& static_files();
/// The address of one of them, for pages.
std::string asset_path(std::string_view name);

}  // namespace noms::web
