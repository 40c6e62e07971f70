// SPDX-License-Identifier: Apache-2.0
// The fuzz targets on their seeds and on a few thousand plain mutations of them, in any build (also under
// the sanitizers of the asan preset). The long search is the fuzz preset's.
#include "targets.h"
#include "support/testhelper.h"

#include <QRandomGenerator>

using namespace dateline;

class TestFuzzSeeds : public QObject
{
    Q_OBJECT

private:
    static QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
    {
        for (int i = random.bounded(4); i >= 0; --i) {
            const qsizetype at = bytes.isEmpty() ? 0 : random.bounded(int(bytes.size()));
            switch (random.bounded(5)) {
            case 0:
                bytes.insert(at, char(random.bounded(256)));
                break;
            case 1:
                bytes.remove(at, 1 + random.bounded(16));
                break;
            case 2:
                bytes.insert(at, bytes.mid(random.bounded(int(bytes.size()) + 1), random.bounded(64)));
                break;
            case 3:
                bytes.truncate(at);
                break;
            default:
                if (at < bytes.size())
                    bytes[at] = char(random.bounded(256));
            }
        }
        return bytes;
    }

private Q_SLOTS:
    void seedsAndMutations_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const fuzz::Target &target : fuzz::targets())
            QTest::newRow(target.name) << QByteArray(target.name);
    }
    void seedsAndMutations()
    {
        QFETCH(QByteArray, name);
        const fuzz::Target *target = fuzz::targetNamed(name);
        QVERIFY(target);
        QRandomGenerator random(23);
        const QList<QByteArray> seeds = target->seeds();
        QVERIFY(!seeds.isEmpty());
        for (const QByteArray &seed : seeds) {
            QVERIFY(!seed.isEmpty());
            target->run(seed);
        }
        for (int round = 0; round < 400; ++round)
            target->run(mutated(seeds.at(round % seeds.size()), random));
        target->run({});
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
