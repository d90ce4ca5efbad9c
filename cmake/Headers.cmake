# read_headers_once(<target>): the headers of others that nearly every file reads are compiled once,
# which halves the time of a cold build. Our own headers are not among them: a change of one would build everything.
# Tests have GoogleTest beside them: read_headers_once(<target> TEST).
# Not in a release build: from a precompiled header GCC 12 no longer knows that std::string is not ours, and
# -O2 finds overflows in it that are not there.
function(read_headers_once target)
  cmake_parse_arguments(ARG "TEST" "" "" ${ARGN})
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    return()
  endif()
  target_compile_options(${target} PRIVATE -fpch-preprocess)
  if(ARG_TEST)
    target_precompile_headers(${target} REUSE_FROM test_headers)
  else()
    target_precompile_headers(${target} REUSE_FROM headers)
  endif()
endfunction()

if(CMAKE_BUILD_TYPE STREQUAL "Release")
  return()
endif()
add_library(headers OBJECT ${CMAKE_SOURCE_DIR}/cmake/headers.cpp)
add_library(test_headers OBJECT ${CMAKE_SOURCE_DIR}/cmake/headers.cpp)
foreach(each headers test_headers)
  target_compile_options(${each} PRIVATE -fpch-preprocess)
  target_link_libraries(${each} PRIVATE ${libraries_of_others})
endforeach()
target_link_libraries(test_headers PRIVATE GTest::gtest)
set(headers_of_others <algorithm> <array> <charconv> <chrono> <compare> <cstdint> <functional> <map> <memory>
  <optional> <set> <span> <sstream> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <boost/describe.hpp> <boost/mp11.hpp> <boost/pfr/tuple_size.hpp> <fmt/format.h>)
target_precompile_headers(headers PRIVATE ${headers_of_others})
target_precompile_headers(test_headers PRIVATE ${headers_of_others} <gtest/gtest.h>)
