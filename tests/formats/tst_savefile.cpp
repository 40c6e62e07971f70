// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeformat.h"
#include "formats/savefile.h"
#include "support/testhelper.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif
#include <unistd.h>

using namespace dateline;
using namespace Qt::StringLiterals;

class TestSaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFileIsWritten()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"ä new.xml"_s);
        const auto saved = saveBytes(path, "content");
        QVERIFY2(saved.isOk(), saved.isOk() ? "" : qPrintable(saved.error().toString()));
        QCOMPARE(test::readFile(path), QByteArray("content"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }

    void anOldFileIsReplacedAndKeepsItsPermissions()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.xml"_s);
        test::writeFile(path, "a much longer old content");
        const QFileDevice::Permissions permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
        QVERIFY(QFile::setPermissions(path, permissions));
        const QFileDevice::Permissions before = QFile::permissions(path);
        QVERIFY(saveBytes(path, "new").isOk());
        QCOMPARE(test::readFile(path), QByteArray("new"));
        QCOMPARE(QFile::permissions(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{u"a.xml"_s}));
    }

    void aSymbolicLinkIsFollowed()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"real"_s));
        const QString real = folder.filePath(u"real/a.xml"_s);
        const QString link = folder.filePath(u"link.xml"_s);
        test::writeFile(real, "old");
        QVERIFY(QFile::link(u"real/a.xml"_s, link));
        QVERIFY(saveBytes(link, "new").isOk());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(test::readFile(real), QByteArray("new"));
        // Also when the file behind the link does not exist yet.
        QVERIFY(QFile::remove(real));
        QVERIFY(saveBytes(link, "again").isOk());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(test::readFile(real), QByteArray("again"));
    }

    void placesThatCannotBeWrittenAreNamed()
    {
        QTemporaryDir folder;
        const auto directory = saveBytes(folder.path(), "x");
        QVERIFY(!directory.isOk());
        QCOMPARE(directory.error().kind, ErrorKind::Unwritable);
        const auto missing = saveBytes(folder.filePath(u"no/such/a.xml"_s), "x");
        QVERIFY(!missing.isOk());
        QCOMPARE(missing.error().kind, ErrorKind::Unwritable);
        QVERIFY(missing.error().message.contains(u"folder"_s));
        test::writeFile(folder.filePath(u"file"_s), "kept");
        const auto below = saveBytes(folder.filePath(u"file/a.xml"_s), "x");
        QVERIFY(!below.isOk());
        QCOMPARE(test::readFile(folder.filePath(u"file"_s)), QByteArray("kept"));
    }

    void aFullDiskLeavesTheOldFile()
    {
        if (!QFileInfo::exists(u"/dev/full"_s))
            QSKIP("there is no /dev/full");
        const auto saved = saveBytes(u"/dev/full"_s, "x");
        QVERIFY(!saved.isOk());
        QCOMPARE(saved.error().kind, ErrorKind::Unwritable);
        QVERIFY(QFileInfo::exists(u"/dev/full"_s));
        // A device is written through, never replaced.
        QVERIFY(saveBytes(u"/dev/null"_s, "x").isOk());
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
    }

    void extendedAttributesAreKept()
    {
#ifdef Q_OS_LINUX
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.xml"_s);
        test::writeFile(path, "old");
        if (::setxattr(QFile::encodeName(path).constData(), "user.desk", "north", 5, 0) != 0)
            QSKIP("this disk knows no extended attributes");
        QVERIFY(saveBytes(path, "new").isOk());
        QCOMPARE(test::readFile(path), QByteArray("new"));
        QByteArray value(16, '\0');
        value.truncate(::getxattr(QFile::encodeName(path).constData(), "user.desk", value.data(), size_t(value.size())));
        QCOMPARE(value, QByteArray("north"));
#else
        QSKIP("extended attributes are kept on Linux only");
#endif
    }

    void earlierVersionsStayAsNumberedBackups()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.xml"_s);
        QVERIFY(saveBytes(path, "1", {2}).isOk());
        QVERIFY(backupsOf(path).isEmpty());
        QVERIFY(saveBytes(path, "2", {2}).isOk());
        QCOMPARE(backupsOf(path), (QStringList{path + u".~1~"_s}));
        for (const char *version : {"3", "4", "5"})
            QVERIFY(saveBytes(path, version, {2}).isOk());
        QCOMPARE(backupsOf(path), (QStringList{path + u".~3~"_s, path + u".~4~"_s}));
        QCOMPARE(test::readFile(path + u".~3~"_s), QByteArray("3"));
        QCOMPARE(test::readFile(path + u".~4~"_s), QByteArray("4"));
        QCOMPARE(test::readFile(path), QByteArray("5"));
        // Nothing that only looks like one is taken for one; without backups none is touched.
        test::writeFile(path + u".~x~"_s, "mine");
        QVERIFY(saveBytes(path, "6").isOk());
        QCOMPARE(backupsOf(path).size(), 2);
        QCOMPARE(test::readFile(path + u".~x~"_s), QByteArray("mine"));
        // More than nine are counted as numbers, not as words.
        for (int version = 7; version < 15; ++version)
            QVERIFY(saveBytes(path, QByteArray::number(version), {2}).isOk());
        QCOMPARE(test::readFile(backupsOf(path).last()), QByteArray("13"));
    }

    void aWriteProtectedFileIsLeftAlone()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere: run as an ordinary user");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.xml"_s);
        test::writeFile(path, "old");
        QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
        const auto saved = saveBytes(path, "new");
        QVERIFY(!saved);
        QVERIFY(saved.error().message.contains(u"write-protected"_s));
        QCOMPARE(test::readFile(path), QByteArray("old"));
    }

    void suggestedNamesEndInAnnotatedXml_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("name");
        QTest::newRow("text") << u"talks.txt"_s << u"talks.annotated.xml"_s;
        QTest::newRow("folder") << u"/a/b.c/talks.v2.txt"_s << u"/a/b.c/talks.v2.annotated.xml"_s;
        QTest::newRow("native stays") << u"talks.annotated.xml"_s << u"talks.annotated.xml"_s;
        QTest::newRow("no suffix") << u"talks"_s << u"talks.annotated.xml"_s;
        QTest::newRow("hidden") << u".talks"_s << u".talks.annotated.xml"_s;
        QTest::newRow("empty") << QString() << u"article.annotated.xml"_s;
    }
    void suggestedNamesEndInAnnotatedXml()
    {
        QFETCH(QString, source);
        QTEST(suggestedNativeName(source), "name");
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestSaveFile)
#include "tst_savefile.moc"
