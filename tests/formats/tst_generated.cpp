// SPDX-License-Identifier: Apache-2.0
// The round trip of many made-up articles; DATELINE_ARTICLES says how many (docs/reliability.md).
#include "formatfixtures.h"
#include "support/testhelper.h"

using namespace dateline;
using namespace Qt::StringLiterals;

class TestGenerated : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyArticleReadsBackAsItWas()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("DATELINE_ARTICLES", &isGiven);
        const int count = isGiven ? given : 200;
        qint64 total = 0;
        for (int i = 0; i < count; ++i) {
            const AnnotatedArticle article = test::randomArticle(quint32(1000 + i), 1 + i % 40, 5);
            const QByteArray bytes = writeNative(article);
            total += bytes.size();
            const auto loaded = readNative(bytes, u"a.xml"_s);
            QVERIFY2(loaded.isOk(), qPrintable(QString::number(i)));
            QVERIFY2(loaded.value().issues.isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(loaded.value().article == article, qPrintable(QString::number(i)));
            QVERIFY2(writeNative(loaded.value().article) == bytes, qPrintable(QString::number(i)));
        }
        qInfo("%d articles, %lld bytes", count, qlonglong(total));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestGenerated)
#include "tst_generated.moc"
