# read_headers_once(<target>): the headers of others that nearly every file reads are compiled once,
# which halves the time of a cold build. Our own headers are not among them: a change of one would build everything.
# Tests have GoogleTest beside them: read_headers_once(<target> TEST).
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

function(read_headers_once target)
  cmake_parse_arguments(ARG "TEST" "" "" ${ARGN})
  target_compile_options(${target} PRIVATE -fpch-preprocess)
  if(ARG_TEST)
    target_precompile_headers(${target} REUSE_FROM test_headers)
  else()
    target_precompile_headers(${target} REUSE_FROM headers)
  endif()
endfunction()
