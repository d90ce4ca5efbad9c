#include <filesystem>
#include <fstream>

#include "areas/appointments/sending.hpp"

/// Messages as files: what is sent by default, and what tests read.
namespace noms::appointments {
namespace {

namespace fs = std::filesystem;

class IntoFolder : public Sender {
public:
    explicit IntoFolder(fs::path folder) : folder_(std::move(folder)) {}

    Delivered send(const Letter& letter) override {
        auto unfinished = folder_ / (letter.key + ".part");
        std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
        file << letter.text;
        file.close();
        std::error_code error;
        if (!file.fail()) fs::rename(unfinished, file_of(letter.key), error);
        if (file.fail() || error) return {Delivery::Failed, "The folder cannot be written to"};
        return {};
    }
    std::optional<bool> has_sent(const std::string& key) override {
        return fs::exists(file_of(key));
    }

private:
    fs::path folder_;

    fs::path file_of(const std::string& key) const { return folder_ / (key + ".eml"); }
};

}  // namespace

Result<std::unique_ptr<Sender>> into_folder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!fs::is_directory(folder)) return refused("There is no folder " + folder + ".");
    return std::make_unique<IntoFolder>(folder);
}

}  // namespace noms::appointments
