#include <curl/curl.h>
#include <fmt/format.h>

#include <cstring>

#include "areas/appointments/sending.hpp"

/// Messages handed to a server of mail by libcurl.
namespace noms::appointments {
namespace {

constexpr long seconds_to_connect = 10;
constexpr long first_refusal = 400;  // RFC 5321, 4.2.1: 4yz and 5yz say no

struct Freed {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

/// What is left of a message, as libcurl asks for it.
struct Left {
    std::string_view text{};
};

size_t give(char* into, size_t size, size_t count, void* from) {
    auto& left = *static_cast<Left*>(from);
    auto some = std::min(size * count, left.text.size());
    std::memcpy(into, left.text.data(), some);
    left.text.remove_prefix(some);
    return some;
}

std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    std::string out(text);
    curl_free(text);
    return out;
}

/// What became of a message: one that was handed over whole and got no answer may have been taken.
Delivered judged(CURLcode outcome, long reply, bool handed_over) {
    if (outcome == CURLE_OK) return {};
    auto why = fmt::format("{} (reply {})", curl_easy_strerror(outcome), reply);
    bool told_no = reply >= first_refusal;
    return {handed_over && !told_no ? Delivery::NotKnown : Delivery::Failed, why};
}

class ByMail : public Sender {
public:
    ByMail(MailServer server, bool loopback) : server_(std::move(server)), loopback_(loopback) {}

    Delivered send(const Letter& letter) override {
        Owned<CURL> handle(curl_easy_init());
        Owned<curl_slist> to(curl_slist_append(nullptr, ("<" + letter.to + ">").c_str()));
        if (!handle || !to) return {Delivery::Failed, "libcurl could not begin"};
        Left left{letter.text};
        auto from = "<" + letter.from + ">";
        set_up(handle.get());
        curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, from.c_str());
        curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, to.get());
        curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, &give);
        curl_easy_setopt(handle.get(), CURLOPT_READDATA, &left);
        curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
        auto outcome = curl_easy_perform(handle.get());
        long reply = 0;
        curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &reply);
        return judged(outcome, reply, left.text.empty());
    }
    std::optional<bool> has_sent(const std::string&) override { return std::nullopt; }

private:
    MailServer server_;
    bool loopback_;

    void set_up(CURL* handle) const {
        curl_easy_setopt(handle, CURLOPT_URL, server_.url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT, long(server_.seconds));
        curl_easy_setopt(
            handle, CURLOPT_USE_SSL, long(loopback_ ? CURLUSESSL_TRY : CURLUSESSL_ALL));
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        if (!server_.authority.empty())
            curl_easy_setopt(handle, CURLOPT_CAINFO, server_.authority.c_str());
        if (server_.user.empty()) return;
        curl_easy_setopt(handle, CURLOPT_USERNAME, server_.user.c_str());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, server_.password.c_str());
    }
};

}  // namespace

Result<bool> is_loopback(const std::string& text) {
    static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    Owned<CURLU> url(curl_url());
    if (ready != CURLE_OK || !url) return refused("libcurl could not begin.");
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK)
        return refused("The server of mail is no address: write smtp://host:port.");
    auto scheme = part_of(url.get(), CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps")
        return refused("The server of mail must be smtp:// or smtps://.");
    if (!part_of(url.get(), CURLUPART_USER).empty() ||
        !part_of(url.get(), CURLUPART_PASSWORD).empty())
        return refused("The name and the password do not stand in the address: give the file.");
    auto host = part_of(url.get(), CURLUPART_HOST);
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

Result<std::unique_ptr<Sender>> by_mail(const MailServer& server) {
    return std::make_unique<ByMail>(server, TRY(is_loopback(server.url)));
}

}  // namespace noms::appointments
