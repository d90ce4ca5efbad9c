# The stylesheet and the script of the pages, made by web/build into ${CMAKE_BINARY_DIR}/web.
# npm's own note of what it installed stands for the installation.
find_program(NPM npm REQUIRED)
set(npm_installed ${CMAKE_SOURCE_DIR}/web/node_modules/.package-lock.json)
add_custom_command(OUTPUT ${npm_installed}
  COMMAND ${NPM} ci --prefix ${CMAKE_SOURCE_DIR}/web --ignore-scripts --no-audit --no-fund --loglevel=error
  DEPENDS ${CMAKE_SOURCE_DIR}/web/package-lock.json
  COMMENT "Installing what the pages' styles are made of")

file(GLOB web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/styles/*.scss ${CMAKE_SOURCE_DIR}/web/script/*.js)
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/web/noms.css ${CMAKE_BINARY_DIR}/web/noms.js
  COMMAND ${CMAKE_SOURCE_DIR}/web/build ${CMAKE_BINARY_DIR}/web
  DEPENDS ${CMAKE_SOURCE_DIR}/web/build ${npm_installed} ${web_sources}
  COMMENT "Making noms.css and noms.js")
add_custom_target(web ALL DEPENDS ${CMAKE_BINARY_DIR}/web/noms.css ${CMAKE_BINARY_DIR}/web/noms.js)
