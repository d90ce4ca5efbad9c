#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

/// The source tree as the tests of the house style read it.
namespace noms::sources {

namespace fs = std::filesystem;

struct Source {
    fs::path path{};  // from the project's root
    std::vector<std::string> lines{};
};

inline std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream text(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

/// Every file below `folder` (from the root) with one of these endings, in order.
inline std::vector<Source> below(const std::string& folder,
                                 const std::vector<std::string>& endings) {
    std::vector<Source> found;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SOURCE) / folder)) {
        auto path = fs::relative(entry.path(), SOURCE);
        bool wanted = std::ranges::find(endings, path.extension().string()) != endings.end();
        bool foreign = path.string().find("node_modules") != std::string::npos;
        if (entry.is_regular_file() && wanted && !foreign)
            found.push_back({path, lines_of(entry.path())});
    }
    std::ranges::sort(found, {}, &Source::path);
    return found;
}

}  // namespace noms::sources
