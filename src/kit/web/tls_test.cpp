#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <filesystem>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "kit/base/id.hpp"
#include "kit/web/server.hpp"
#include "kit/web/test_client.hpp"

namespace noms::web {
namespace {

/// A key and a certificate that nobody vouches for, in files that go when the test ends.
class Certificate {
public:
    Certificate() {
        std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
        std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
        ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
        X509_set_pubkey(made.get(), key.get());
        auto* name = X509_get_subject_name(made.get());
        X509_NAME_add_entry_by_txt(name,
                                   "CN",
                                   MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>("localhost"),
                                   -1,
                                   -1,
                                   0);
        X509_set_issuer_name(made.get(), name);
        X509_sign(made.get(), key.get(), EVP_sha256());
        write(certificate, [&](BIO* out) { return PEM_write_bio_X509(out, made.get()); });
        write(this->key, [&](BIO* out) {
            return PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }
    ~Certificate() {
        std::filesystem::remove(certificate);
        std::filesystem::remove(key);
    }

    std::string prefix =
        std::filesystem::temp_directory_path().string() + "/noms-tls-" + id_text(new_id_number());
    std::string certificate = prefix + ".crt";
    std::string key = prefix + ".key";

private:
    template <class Write>
    static void write(const std::string& file, Write write) {
        std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new_file(file.c_str(), "w"), BIO_free);
        if (!out || write(out.get()) != 1) throw std::runtime_error("cannot write " + file);
    }
};

/// A TLS client that speaks `newest` at the most.
class TlsClient {
public:
    TlsClient(unsigned short port, int newest) : raw_(port) {
        SSL_CTX_set_max_proto_version(context_.get(), newest);
        SSL_CTX_set_security_level(context_.get(), 0);  // so that it may offer what is too old
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), raw_.socket());
    }
    bool connect() { return SSL_connect(tls_.get()) == 1; }
    std::string ask(std::string_view bytes) {
        SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()));
        std::string out;
        char some[4096];
        int got = 0;
        while ((got = SSL_read(tls_.get(), some, sizeof some)) > 0)
            out.append(some, static_cast<size_t>(got));
        return out;
    }

private:
    RawClient raw_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{SSL_CTX_new(TLS_client_method()),
                                                               SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, SSL_free};
};

struct TlsServer {
    Certificate files{};
    Server server;

    explicit TlsServer(int seconds = 10)
        : server({.listen = "127.0.0.1:0",
                  .header_seconds_max = seconds,
                  .certificate_file = files.certificate,
                  .key_file = files.key},
                 [](const Request& request) {
                     return Reply{.body = std::string(request.secure ? "secure " : "open ") +
                                          std::string(50'000, 'x') + request.path};
                 }) {
        server.start();
    }
};

TEST(TlsServer, AnswersOverTls) {
    TlsServer here;
    TlsClient client(here.server.port(), TLS1_3_VERSION);
    ASSERT_TRUE(client.connect());
    auto reply = client.ask(
        "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\nHost: a\r\nConnection: "
        "close\r\n\r\n");
    EXPECT_TRUE(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_NE(reply.find("secure xxxx"), std::string::npos);
    EXPECT_NE(reply.find("x/a"), std::string::npos);
    EXPECT_TRUE(reply.ends_with("x/b"));
}

TEST(TlsServer, TakesVersion12AndNothingOlder) {
    TlsServer here;
    EXPECT_TRUE(TlsClient(here.server.port(), TLS1_2_VERSION).connect());
    EXPECT_FALSE(TlsClient(here.server.port(), TLS1_1_VERSION).connect());
}

TEST(TlsServer, ClosesOnAClientThatDoesNotShakeHands) {
    TlsServer here(1);
    RawClient silent(here.server.port());
    RawClient plain(here.server.port());
    plain.get("/");
    EXPECT_TRUE(plain.is_closed_within(5));
    EXPECT_TRUE(silent.is_closed_within(5));
}

TEST(TlsServer, DoesNotStartWithoutItsCertificate) {
    Server server({.listen = "127.0.0.1:0", .certificate_file = "/nonexistent"},
                  [](const Request&) { return Reply{}; });
    EXPECT_THROW(server.start(), std::runtime_error);
}

}  // namespace
}  // namespace noms::web
