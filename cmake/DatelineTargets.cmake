# SPDX-License-Identifier: Apache-2.0
# One CMake target a room. A room links PUBLIC only the rooms to its right (ARCHITECTURE.md).

add_library(dateline_options INTERFACE)
target_compile_definitions(dateline_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  DATELINE_VERSION="${PROJECT_VERSION}")
target_compile_options(dateline_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(DATELINE_WERROR)
  target_compile_options(dateline_options INTERFACE -Werror)
endif()
if(DATELINE_SANITIZE)
  target_compile_options(dateline_options INTERFACE -fsanitize=${DATELINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(dateline_options INTERFACE -fsanitize=${DATELINE_SANITIZE})
endif()
if(DATELINE_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "DATELINE_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  target_compile_options(dateline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(NOT APPLE)
  target_link_options(dateline_options INTERFACE -Wl,--as-needed)
endif()

# dateline_room(NAME SOURCES ... LINKS ...): the static library dateline_NAME, alias Dateline::NAME.
# Headers are included as "room/header.h" relative to models/ (or "ui/header.h" relative to the top).
function(dateline_room name)
  cmake_parse_arguments(ROOM "" "INCLUDE_ROOT" "SOURCES;LINKS" ${ARGN})
  add_library(dateline_${name} STATIC ${ROOM_SOURCES})
  add_library(Dateline::${name} ALIAS dateline_${name})
  target_include_directories(dateline_${name} PUBLIC "${ROOM_INCLUDE_ROOT}")
  target_link_libraries(dateline_${name} PUBLIC dateline_options ${ROOM_LINKS})
  set_property(GLOBAL APPEND PROPERTY DATELINE_ROOMS dateline_${name})
endfunction()
