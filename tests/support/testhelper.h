// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QtTest>

namespace dateline::test {

/// Makes the test independent of the user's machine: offscreen platform, C.UTF-8, no
/// saved settings, QStandardPaths in test mode. Call before the application object exists;
/// DATELINE_TEST_MAIN does.
void prepareEnvironment();

/// Whole content of `path`; fails the running test when it cannot be read.
QByteArray readFile(const QString &path);
/// Writes `bytes` to `path`, creating folders.
void writeFile(const QString &path, const QByteArray &bytes);

} // namespace dateline::test

/// Like QTEST_MAIN / QTEST_GUILESS_MAIN with the environment prepared first.
#define DATELINE_TEST_MAIN(ApplicationClass, TestClass)                                                                          \
    int main(int argc, char **argv)                                                                                              \
    {                                                                                                                            \
        dateline::test::prepareEnvironment();                                                                                    \
        ApplicationClass application(argc, argv);                                                                                \
        TestClass test;                                                                                                          \
        return QTest::qExec(&test, argc, argv);                                                                                  \
    }
