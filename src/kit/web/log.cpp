#include "kit/web/log.hpp"

#include <cstdio>
#include <memory>
#include <mutex>

#include <fmt/format.h>
#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include "kit/base/date.hpp"
#include "kit/base/id.hpp"
#include "kit/describe/json.hpp"

namespace noms::web::log {

namespace {

std::mutex opening;
std::shared_ptr<spdlog::details::thread_pool> pool;
std::shared_ptr<spdlog::logger> logger;

std::shared_ptr<spdlog::logger> current() {
    std::lock_guard lock(opening);
    return logger;
}

void put(std::string& line, std::string_view name, std::string_view text) {
    line += fmt::format(",\"{}\":", name);
    json::put_text(line, text);
}

void event(std::string_view level, std::string_view request, std::string_view words) {
    std::string line = fmt::format("{{\"time\":\"{}\"", to_text(now()));
    put(line, "level", level);
    if (!request.empty()) put(line, "request", request);
    put(line, "words", words);
    line += '}';
    if (auto to = current())
        to->log(spdlog::level::warn, fmt::string_view(line));
    else
        fmt::print(stderr, "{}\n", line);
}

}  // namespace

void open(const std::string& file) {
    close();
    std::lock_guard lock(opening);
    spdlog::sink_ptr sink;
    if (file == "-")
        sink = std::make_shared<spdlog::sinks::stdout_sink_mt>();
    else
        sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    sink->set_pattern("%v");  // lines come ready made and escaped
    // A slow disk must not stop the service: the oldest waiting lines are given up first.
    pool = std::make_shared<spdlog::details::thread_pool>(8192, 1);
    logger = std::make_shared<spdlog::async_logger>(
        "noms", sink, pool, spdlog::async_overflow_policy::overrun_oldest);
    logger->flush_on(spdlog::level::warn);
}

void close() {
    std::lock_guard lock(opening);
    if (logger) logger->flush();
    logger.reset();
    pool.reset();  // joins the thread once the queue is empty
}

std::string line_of(const Access& access, std::string_view time) {
    std::string line = fmt::format("{{\"time\":\"{}\",\"level\":\"info\"", time);
    put(line, "request", access.request);
    put(line, "method", access.method);
    put(line, "route", access.route);
    line += fmt::format(",\"status\":{},\"milliseconds\":{:.3f},\"bytes\":{}",
                        access.status,
                        access.milliseconds,
                        access.bytes);
    if (access.account) put(line, "account", id_text(access.account));
    line += '}';
    return line;
}

void access(const Access& access) {
    if (auto to = current())
        to->log(spdlog::level::info, fmt::string_view(line_of(access, to_text(now()))));
}

void warn(std::string_view request, std::string_view words) {
    event("warn", request, words);
}
void error(std::string_view request, std::string_view words) {
    event("error", request, words);
}

}  // namespace noms::web::log
