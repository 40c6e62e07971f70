# SPDX-License-Identifier: Apache-2.0
# Shows that check_layers.cmake finds what it is for: a clean tree passes, and each broken file
# is reported at its line.
#   cmake -DWORK_DIR=<scratch folder> -P tests/check_layers_selftest.cmake
cmake_minimum_required(VERSION 3.21)

if(NOT WORK_DIR)
  message(FATAL_ERROR "check_layers_selftest: -DWORK_DIR=<folder> is missing")
endif()
set(tree "${WORK_DIR}/check_layers_selftest")
set(spdx "// SPDX-License-Identifier: Apache-2.0\n")

macro(clean_tree)
  file(REMOVE_RECURSE "${tree}")
  file(WRITE "${tree}/models/text/span.h" "${spdx}#pragma once\n")
  file(WRITE "${tree}/models/formats/reader.h" "${spdx}#pragma once\n\n#include \"text/span.h\"\n\n#include <QTextBoundaryFinder>\n")
  file(WRITE "${tree}/models/CMakeLists.txt" "dateline_room(text LINKS Qt6::Core Qt6::Sql)\n")
  file(WRITE "${tree}/ui/view.h" "${spdx}#pragma once\n#include \"formats/reader.h\"\n#include <QColor>\n")
  file(WRITE "${tree}/app/main.cpp" "${spdx}#include \"ui/view.h\"\n#include <sys/stat.h>\n#include \"main.moc\"\n")
  file(WRITE "${tree}/tests/text/tst_span.cpp" "${spdx}#include \"text/span.h\"\n#include \"support/helper.h\"\nQTRY_VERIFY(a); QTest::qWaitFor(b);\n")
endmacro()

macro(run_check)
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DSOURCE_DIR=${tree}" -P "${CMAKE_CURRENT_LIST_DIR}/check_layers.cmake"
                  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
endmacro()

# expect(<what is wrong> <file> <its content> <what the check must print>)
function(expect name file content message)
  clean_tree()
  file(WRITE "${tree}/${file}" "${content}")
  run_check()
  string(FIND "${output}" "${message}" at)
  if(status EQUAL 0 OR at LESS 0)
    message(SEND_ERROR "${name}: expected \"${message}\", got status ${status}:\n${output}")
  endif()
endfunction()

clean_tree()
run_check()
if(NOT status EQUAL 0)
  message(SEND_ERROR "a clean tree must pass:\n${output}")
endif()

set(header "${spdx}#pragma once\n")
expect("a room includes one to its left" models/text/bad.h "${header}\n#include \"annotation/mention.h\"\n"
       "models/text/bad.h:4: text must not include annotation/mention.h")
expect("the second include of a file" models/text/bad.h "${header}#include \"base/result.h\"\n#include \"ui/view.h\"\n"
       "models/text/bad.h:4: text must not include ui/view.h")
expect("angle brackets hide nothing" models/text/bad.h "${header}#include <formats/reader.h>\n"
       "models/text/bad.h:3: text must not include formats/reader.h")
foreach(pair detection/formats formats/detection review/formats formats/review detection/review review/detection)
  string(REPLACE "/" ";" pair_names "${pair}")
  list(GET pair_names 0 from)
  list(GET pair_names 1 to)
  expect("${from} and ${to} are apart" models/${from}/bad.h "${header}#include \"${to}/thing.h\"\n"
         "models/${from}/bad.h:3: ${from} must not include ${to}/thing.h")
endforeach()
expect("editing knows no widgets" models/editing/bad.cpp "${spdx}#include \"itemmodels/tree.h\"\n"
       "models/editing/bad.cpp:2: editing must not include itemmodels/tree.h")
expect("the window knows no program" ui/bad.cpp "${spdx}#include \"app/options.h\"\n"
       "ui/bad.cpp:2: ui must not include app/options.h")
expect("a way round by dots" models/text/bad.cpp "${spdx}#include \"../formats/reader.h\"\n"
       "models/text/bad.cpp:2: includes ../formats/reader.h")
expect("an unknown room" ui/bad.cpp "${spdx}#include \"widgets/x.h\"\n" "ui/bad.cpp:2: includes widgets/x.h")
foreach(qt QColor QFont QIcon QWidget QApplication QTextDocument QPainter QStandardItemModel QtGui/QImage QtWidgets)
  expect("${qt} in models" models/itemmodels/bad.cpp "${spdx}\n#include <${qt}>\n"
         "models/itemmodels/bad.cpp:3: models must not include ${qt}")
endforeach()
expect("a room links Widgets" models/CMakeLists.txt "dateline_room(text LINKS\n  Qt6::Widgets)\n" "models/CMakeLists.txt:2: models link only")
expect("a test includes a room to the left of its own" tests/text/bad.cpp "${spdx}#include \"editing/x.h\"\n"
       "tests/text/bad.cpp:2: text must not include editing/x.h")
foreach(sleep "QTest::qWait(200)" "QThread::msleep(5)" "::sleep (1)" "std::this_thread::sleep_for(x)")
  expect("a test sleeps" tests/text/bad.cpp "${spdx}\n  ${sleep};\n" "tests/text/bad.cpp:3: a test must not sleep")
endforeach()
expect("no licence line" ui/bad.cpp "int a;\n" "ui/bad.cpp:1: the first line must be")
expect("no include guard" ui/bad.h "${spdx}int a;\n" "ui/bad.h:1: a header needs #pragma once")
string(REPEAT "\n" 600 long)
expect("a file that is too long" ui/bad.cpp "${spdx}${long}" "ui/bad.cpp:601: 601 lines; the most is 600")
string(REPEAT "\n" 500 long)
expect("a main window that is too long" ui/mainwindow.cpp "${spdx}${long}" "ui/mainwindow.cpp:501: 501 lines; the most is 500")
expect("a new folder at the top" misc/a.txt "a" "misc:1: unexpected folder")

file(REMOVE_RECURSE "${tree}")
message(STATUS "check_layers_selftest: done")
