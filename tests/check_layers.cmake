# SPDX-License-Identifier: Apache-2.0
# Checks what the linker cannot: which room includes which, that nothing under models/ touches
# Gui or Widgets, file sizes, top-level folders, headers' first lines, no sleeping in tests.
#   cmake -DSOURCE_DIR=<top of the tree> -P tests/check_layers.cmake
# Prints every violation as file:line: message, and fails when there is one.
cmake_minimum_required(VERSION 3.21)

if(NOT IS_DIRECTORY "${SOURCE_DIR}")
  message(FATAL_ERROR "check_layers: -DSOURCE_DIR=<folder> is missing")
endif()

# What a room may include, beside itself (ARCHITECTURE.md).
set(base_sees)
set(text_sees base)
set(annotation_sees text base)
set(detection_sees annotation text base)
set(formats_sees annotation text base)
set(review_sees annotation text base)
set(editing_sees detection formats review annotation text base)
set(corpus_sees editing ${editing_sees})
set(itemmodels_sees corpus ${corpus_sees})
set(ui_sees itemmodels ${itemmodels_sees})
set(translations_sees)
set(app_sees translations ui ${ui_sees})
set(bench_sees app ${app_sees})
set(rooms base text annotation detection formats review editing corpus itemmodels ui translations app bench)
set(model_rooms base text annotation detection formats review editing corpus itemmodels)

set(allowed_folders app ui resources models tests translations cmake bench docs scripts)
set(most_lines 600)
set(most_lines_mainwindow 500)

# Modules that models/ must not link or include, and headers of Gui and Widgets by their first
# letters (QTextBoundaryFinder and QTextStream are Core).
set(gui_modules "Gui|Widgets|Svg|SvgWidgets|Network|PrintSupport|OpenGL|OpenGLWidgets|Qml|Quick")
string(CONCAT gui_headers
  "Q(Color|Rgb|Font|RawFont|Icon|Pixmap|Image|Bitmap|Paint|Palette|Brush|Pen|Region|Transform|Matrix4x4|Vector[234]D|"
  "Widget|Application|GuiApplication|Window|Screen|Cursor|Clipboard|Shortcut|KeySequence|Action|Undo|Validator|"
  "IntValidator|DoubleValidator|RegularExpressionValidator|SyntaxHighlighter|StandardItem|Accessible|Desktop|Drag|"
  "TextDocument|TextCursor|TextLayout|TextCharFormat|TextFormat|TextBlock|TextObject|TextOption|TextEdit|TextBrowser|"
  "TextTable|TextList|TextFrame|PlainTextEdit|AbstractScrollArea|AbstractItemView|AbstractItemDelegate|"
  "StyledItemDelegate|ItemDelegate|Style|MainWindow|DockWidget|Dialog|MessageBox|FileDialog|InputDialog|ColorDialog|"
  "FontDialog|ErrorMessage|ProgressDialog|ProgressBar|Label|LineEdit|ComboBox|CheckBox|RadioButton|PushButton|"
  "ToolButton|ToolBar|ToolTip|StatusBar|Menu|Tree|List(View|Widget)|Table(View|Widget)|Header(View)|Tab(Bar|Widget)|"
  "ScrollBar|ScrollArea|Splitter|Layout|BoxLayout|HBoxLayout|VBoxLayout|GridLayout|FormLayout|Graphics|Svg|Printer|"
  "PrintDialog|PrintPreview)")

set(violations 0)

# Text of line 1, 2, … up to the first place where `needle` stands, as a line number.
function(line_of content needle result)
  string(FIND "${content}" "${needle}" at)
  if(at LESS 0)
    set(${result} 1 PARENT_SCOPE)
    return()
  endif()
  string(SUBSTRING "${content}" 0 ${at} before)
  string(REGEX REPLACE "[^\n]" "" newlines "${before}")
  string(LENGTH "${newlines}" line)
  math(EXPR line "${line} + 1")
  set(${result} ${line} PARENT_SCOPE)
endfunction()

macro(violation place line text)
  message(NOTICE "${place}:${line}: ${text}")
  math(EXPR violations "${violations} + 1")
endmacro()

# The room a file belongs to: models/<room>/…, ui/…, app/…, bench/…, tests/<room>/….
function(room_of file result)
  set(room "")
  if(file MATCHES "^(models|tests)/([a-z]+)/")
    set(room "${CMAKE_MATCH_2}")
  elseif(file MATCHES "^(ui|translations|app|bench)/")
    set(room "${CMAKE_MATCH_1}")
  endif()
  # The window's tests start the program, so they see what the program sees.
  if(file MATCHES "^tests/ui/")
    set(room app)
  endif()
  if(NOT room IN_LIST rooms)
    set(room "")
  endif()
  set(${result} "${room}" PARENT_SCOPE)
endfunction()

# Folders at the top; hidden ones and build folders belong to tools.
file(GLOB entries LIST_DIRECTORIES true RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/*")
foreach(entry IN LISTS entries)
  if(IS_DIRECTORY "${SOURCE_DIR}/${entry}" AND NOT entry IN_LIST allowed_folders
     AND NOT entry MATCHES "^(\\.|build$|build-|__pycache__$)")
    violation("${entry}" 1 "unexpected folder at the top of the tree")
  endif()
endforeach()

set(globs)
foreach(top app ui models tests bench)
  list(APPEND globs "${SOURCE_DIR}/${top}/*.cpp" "${SOURCE_DIR}/${top}/*.h")
endforeach()
file(GLOB_RECURSE files RELATIVE "${SOURCE_DIR}" ${globs})
list(LENGTH files file_count)

foreach(file IN LISTS files)
  file(READ "${SOURCE_DIR}/${file}" content)

  if(NOT content MATCHES "^// SPDX-License-Identifier: Apache-2\\.0\n")
    violation("${file}" 1 "the first line must be // SPDX-License-Identifier: Apache-2.0")
  endif()
  if(file MATCHES "\\.h$" AND NOT content MATCHES "\n#pragma once\n")
    violation("${file}" 1 "a header needs #pragma once")
  endif()

  string(REGEX REPLACE "[^\n]" "" newlines "${content}")
  string(LENGTH "${newlines}" lines)
  set(limit ${most_lines})
  if(file MATCHES "(^|/)mainwindow\\.cpp$")
    set(limit ${most_lines_mainwindow})
  endif()
  if(lines GREATER limit)
    violation("${file}" ${lines} "${lines} lines; the most is ${limit}")
  endif()

  if(file MATCHES "^tests/")
    string(REGEX MATCH "[^a-zA-Z_](qWait|qSleep|[mnu]?sleep|sleep_for|sleep_until)[ \t]*\\(" found "${content}")
    if(found)
      line_of("${content}" "${found}" line)
      violation("${file}" ${line} "a test must not sleep; use QTRY_* or QSignalSpy::wait")
    endif()
  endif()

  room_of("${file}" room)
  string(REGEX MATCHALL "(^|\n)[ \t]*#[ \t]*include[ \t]*[<\"][^>\"\n]+[>\"]" includes "${content}")
  foreach(include IN LISTS includes)
    string(REGEX MATCH "([<\"])([^>\"]+)[>\"]$" ignored "${include}")
    set(bracket "${CMAKE_MATCH_1}")
    set(path "${CMAKE_MATCH_2}")
    set(problem "")

    if(path MATCHES "(^|/)\\.\\.(/|$)")
      set(problem "includes ${path}; name headers from their room (room/header.h)")
    elseif(path MATCHES "^([a-z]+)/")
      set(other "${CMAKE_MATCH_1}")
      if(other IN_LIST rooms)
        if(room AND NOT other STREQUAL room AND NOT other IN_LIST ${room}_sees)
          set(problem "${room} must not include ${path}: ${other} is not to its right")
        endif()
      elseif(bracket STREQUAL "\"" AND NOT (file MATCHES "^tests/" AND other STREQUAL "support"))
        set(problem "includes ${path}; ${other} is no room")
      endif()
    endif()

    if(NOT problem AND room IN_LIST model_rooms)
      if(path MATCHES "^Qt(${gui_modules})(/|$)" OR path MATCHES "^${gui_headers}[A-Za-z0-9]*$")
        set(problem "models must not include ${path}: only Qt's Core, Concurrent and Sql")
      endif()
    endif()

    if(problem)
      line_of("${content}" "${include}" line)
      if(include MATCHES "^\n")
        math(EXPR line "${line} + 1")
      endif()
      violation("${file}" ${line} "${problem}")
    endif()
  endforeach()
endforeach()

# What the rooms link.
file(GLOB_RECURSE lists RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/models/CMakeLists.txt")
foreach(file IN LISTS lists)
  file(READ "${SOURCE_DIR}/${file}" content)
  string(REGEX MATCH "Qt6?::(${gui_modules})[^A-Za-z]" found "${content}")
  if(found)
    line_of("${content}" "${found}" line)
    violation("${file}" ${line} "models link only Qt's Core, Concurrent and Sql")
  endif()
endforeach()

if(violations GREATER 0)
  message(FATAL_ERROR "check_layers: ${violations} violation(s) in ${file_count} files")
endif()
message(STATUS "check_layers: ${file_count} files, no violation")
