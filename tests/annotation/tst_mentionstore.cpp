// SPDX-License-Identifier: Apache-2.0
#include "annotation/mentionstore.h"
#include "support/testhelper.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace dateline;

namespace {

Mention mentionAt(MentionId id, qsizetype begin, qsizetype end)
{
    Mention mention;
    mention.id = id;
    mention.type = QStringLiteral("person");
    mention.spans = {{begin, end}};
    return mention;
}

QList<MentionId> idsIn(const MentionStore &store, const Span &range)
{
    QList<MentionId> ids;
    store.forEachIn(range, [&](const Mention &mention) {
        ids.append(mention.id);
        return true;
    });
    return ids;
}

/// The plain list that the store must behave like.
struct Model
{
    QList<Mention> mentions;
    void sort()
    {
        std::sort(mentions.begin(), mentions.end(), [](const Mention &a, const Mention &b) {
            return std::make_tuple(a.extent().begin, -a.extent().end, a.id)
                 < std::make_tuple(b.extent().begin, -b.extent().end, b.id);
        });
    }
    [[nodiscard]] QList<MentionId> idsIn(const Span &range) const
    {
        QList<MentionId> ids;
        for (const Mention &mention : mentions) {
            if (mention.extent().overlaps(range))
                ids.append(mention.id);
        }
        return ids;
    }
};

} // namespace

class TestMentionStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderOfPlaceOuterFirst()
    {
        MentionStore store;
        store.insert(mentionAt(1, 10, 14));
        store.insert(mentionAt(2, 10, 20));
        store.insert(mentionAt(3, 2, 4));
        const QList<Mention> all = store.toList();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0).id, 3u);
        QCOMPARE(all.at(1).id, 2u);
        QCOMPARE(all.at(2).id, 1u);
        QCOMPARE(store.highestId(), 3u);
    }

    void behavesLikeAPlainListUnderRandomEdits()
    {
        QRandomGenerator random(20260321);
        MentionStore store;
        Model model;
        MentionId next = 1;
        for (int step = 0; step < 6000; ++step) {
            const int choice = int(random.bounded(10));
            if (choice < 6 || model.mentions.isEmpty()) {
                // Many share a begin, so that equal places cross chunk borders.
                const qsizetype begin = qsizetype(random.bounded(400)) * 3;
                const Mention mention = mentionAt(next++, begin, begin + 1 + qsizetype(random.bounded(40)));
                store.insert(mention);
                model.mentions.append(mention);
            } else {
                const qsizetype row = qsizetype(random.bounded(int(model.mentions.size())));
                const MentionId id = model.mentions.at(row).id;
                if (choice < 8) {
                    QVERIFY(store.remove(id));
                    QVERIFY(!store.find(id));
                    model.mentions.removeAt(row);
                } else {
                    const qsizetype begin = qsizetype(random.bounded(1200));
                    Mention moved = mentionAt(id, begin, begin + 1 + qsizetype(random.bounded(300)));
                    QVERIFY(store.replace(moved));
                    model.mentions[row] = moved;
                }
            }
            if (step % 97 == 0) {
                model.sort();
                QCOMPARE(store.size(), model.mentions.size());
                QVERIFY(store.toList() == model.mentions);
                const qsizetype from = qsizetype(random.bounded(1200));
                const Span range{from, from + qsizetype(random.bounded(60))};
                QCOMPARE(idsIn(store, range), model.idsIn(range));
                for (const Mention &mention : std::as_const(model.mentions)) {
                    const Mention *found = store.find(mention.id);
                    QVERIFY(found && *found == mention);
                }
            }
        }
    }

    void stepsForwardAndBackThroughEqualPlaces()
    {
        MentionStore store;
        for (MentionId id = 1; id <= 600; ++id)
            store.insert(mentionAt(id, 5, 9));
        const auto any = [](const Mention &) { return true; };
        MentionId at = 0;
        for (MentionId expected = 1; expected <= 600; ++expected) {
            const Mention *found = store.next(at == 0 ? -1 : 5, at, any);
            QVERIFY(found);
            QCOMPARE(found->id, expected);
            at = found->id;
        }
        QVERIFY(!store.next(5, at, any));
        for (MentionId expected = 599; expected >= 1; --expected) {
            const Mention *found = store.previous(5, at, any);
            QVERIFY(found);
            QCOMPARE(found->id, expected);
            at = found->id;
        }
        QVERIFY(!store.previous(5, at, any));
    }

    void aCopyIsUntouchedByLaterEdits()
    {
        MentionStore store;
        for (MentionId id = 1; id <= 1000; ++id)
            store.insert(mentionAt(id, qsizetype(id) * 10, qsizetype(id) * 10 + 5));
        const MentionStore snapshot = store;
        Mention changed = *store.find(500);
        changed.status = Status::Accepted;
        store.replace(changed);
        store.remove(1);
        QCOMPARE(snapshot.size(), 1000);
        QCOMPARE(snapshot.find(500)->status, Status::Suggested);
        QVERIFY(snapshot.find(1));
        QVERIFY(!(snapshot == store));
    }

    void equalityIgnoresHowChunksCameToBe()
    {
        MentionStore forward;
        MentionStore backward;
        for (MentionId id = 1; id <= 700; ++id)
            forward.insert(mentionAt(id, qsizetype(id), qsizetype(id) + 3));
        for (MentionId id = 700; id >= 1; --id)
            backward.insert(mentionAt(id, qsizetype(id), qsizetype(id) + 3));
        QVERIFY(forward == backward);
    }

    void manyAtOnePlaceAreFoundAsQuickly()
    {
        MentionStore store;
        constexpr MentionId Many = 100'000;
        for (MentionId id = 1; id <= Many; ++id) {
            Mention mention;
            mention.id = id;
            mention.spans = {{3, 9}};
            store.insert(mention);
        }
        // A search along the equal ones would take 5 * 10^9 comparisons.
        for (MentionId id = 1; id <= Many; ++id) {
            Mention mention = *store.find(id);
            QCOMPARE(mention.id, id);
            mention.isUnsure = true;
            QVERIFY(store.replace(mention));
        }
        for (MentionId id = 1; id <= Many; id += 2)
            QVERIFY(store.remove(id));
        QCOMPARE(store.size(), qsizetype(Many / 2));
        MentionId last = 0;
        store.forEach([&](const Mention &mention) {
            QCOMPARE(mention.id, last + 2);
            QVERIFY(mention.isUnsure);
            last = mention.id;
        });
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestMentionStore)
#include "tst_mentionstore.moc"
