// SPDX-License-Identifier: Apache-2.0
#include "review/alignment.h"
#include "review/reviewfixture.h"
#include "support/testhelper.h"

#include <QRandomGenerator>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

const QString Story = u"Foreign Minister Sergey Lavrov of Russia met \U0001F600 Dacic in Novi Sad and in Novi Pazar."_s;

/// "1=2 3~1 4- -5": = exact, : same spans, ~ overlap, - alone.
QString shown(const Alignment &alignment)
{
    QStringList pairs;
    for (const AlignedPair &pair : alignment) {
        const QString sign = pair.fit == Fit::Exact     ? u"="_s
                           : pair.fit == Fit::SameSpans ? u":"_s
                           : pair.fit == Fit::Overlap   ? u"~"_s
                                                        : u"-"_s;
        pairs.append((pair.a ? QString::number(pair.a) : QString()) + sign + (pair.b ? QString::number(pair.b) : QString()));
    }
    return pairs.join(u' ');
}

Layer randomLayer(quint32 seed, int mentions, int length)
{
    QRandomGenerator random(seed);
    Layer layer;
    for (int i = 1; i <= mentions; ++i) {
        Mention mention;
        mention.id = MentionId(i);
        mention.type = random.bounded(2) ? u"person"_s : u"place"_s;
        mention.status = Status(random.bounded(4));
        const qsizetype begin = random.bounded(length);
        mention.spans = {{begin, begin + 1 + random.bounded(6)}};
        if (random.bounded(4) == 0)
            mention.spans.append({mention.spans.last().end + 2, mention.spans.last().end + 4});
        layer.mentions.insert(mention);
    }
    return layer;
}

} // namespace

class TestAlignment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyLayersHaveNoPairs()
    {
        QCOMPARE(shown(alignLayers(Layer(), Layer())), QString());
        LayerOf one(Story);
        one.at(u"Dacic"_s, u"person"_s);
        QCOMPARE(shown(alignLayers(one, Layer())), u"1-"_s);
        QCOMPARE(shown(alignLayers(Layer(), one)), u"-1"_s);
    }

    void identicalLayersAlignExactly()
    {
        LayerOf layer(Story);
        layer.at(u"Sergey Lavrov"_s, u"person"_s).at(u"Russia"_s, u"place"_s).at(u"\U0001F600"_s, u"topic"_s);
        QCOMPARE(shown(alignLayers(layer, layer)), u"1=1 2=2 3=3"_s);
    }

    void disjointLayersStandAloneInOrderOfPlace()
    {
        LayerOf a(Story);
        a.at(u"Dacic"_s, u"person"_s).at(u"Sergey"_s, u"person"_s);
        LayerOf b(Story);
        b.at(u"Russia"_s, u"place"_s).at(u"Lavrov"_s, u"person"_s);
        QCOMPARE(shown(alignLayers(a, b)), u"2- -2 -1 1-"_s);
    }

    void exactPairComesBeforeOneThatSharesMore()
    {
        // b has the inner place of a and something longer: the inner ones are a pair all the same.
        LayerOf a(Story);
        a.at(u"Foreign Minister Sergey Lavrov of Russia"_s, u"role"_s).at(u"Russia"_s, u"place"_s);
        LayerOf b(Story);
        b.at(u"Russia"_s, u"place"_s).at(u"Minister Sergey Lavrov of Russia"_s, u"role"_s);
        QCOMPARE(shown(alignLayers(a, b)), u"1~2 2=1"_s);
    }

    void sameSpansTakeTheSameTypeFirst()
    {
        LayerOf a(Story);
        a.at(u"Novi Sad"_s, u"place"_s).at(u"Novi Sad"_s, u"organisation"_s);
        LayerOf b(Story);
        b.at(u"Novi Sad"_s, u"organisation"_s).at(u"Novi Sad"_s, u"event"_s);
        QCOMPARE(shown(alignLayers(a, b)), u"1:2 2=1"_s);
        QCOMPARE(shown(alignLayers(a, b, AlignBy::Type)), u"1- 2=1 -2"_s);
    }

    void largestSharedTextWins()
    {
        LayerOf a(Story);
        a.at(u"Minister Sergey"_s, u"role"_s).at(u"Lavrov of Russia"_s, u"person"_s);
        LayerOf b(Story);
        b.at(u"Sergey Lavrov"_s, u"person"_s).at(u"of Russia"_s, u"place"_s);
        // Lavrov of Russia shares 9 units with "of Russia" and 6 with "Sergey Lavrov".
        QCOMPARE(shown(alignLayers(a, b)), u"1~1 2~2"_s);
        QCOMPARE(shown(alignLayers(a, b, AlignBy::Type)), u"1- 2~1 -2"_s);
    }

    void equalSharesTakeTheSameTypeThenTheTighterOne()
    {
        LayerOf a(Story);
        a.at(u"Lavrov"_s, u"person"_s);
        LayerOf b(Story);
        b.at(u"Foreign Minister Sergey Lavrov"_s, u"person"_s).at(u"Sergey Lavrov"_s, u"role"_s);
        QCOMPARE(shown(alignLayers(a, b)), u"1~1 -2"_s);
        LayerOf c(Story);
        c.at(u"Foreign Minister Sergey Lavrov"_s, u"role"_s).at(u"Sergey Lavrov"_s, u"role"_s);
        QCOMPARE(shown(alignLayers(a, c)), u"-1 1~2"_s);
    }

    void gapsOfDiscontinuousMentionsShareNothing()
    {
        const qsizetype novi = Story.indexOf(u"Novi Sad"_s);
        const qsizetype pazar = Story.indexOf(u"Pazar"_s);
        const QList<Span> noviPazar{{novi, novi + 4}, {pazar, pazar + 5}};
        LayerOf a(Story);
        a.spans(noviPazar, u"place"_s);
        LayerOf gap(Story);
        gap.at(u"Sad and in"_s, u"place"_s);
        QCOMPARE(shown(alignLayers(a, gap)), u"1- -1"_s);
        LayerOf same(Story);
        same.spans(noviPazar, u"place"_s).at(u"Pazar"_s, u"place"_s);
        QCOMPARE(shown(alignLayers(a, same)), u"1=1 -2"_s);
        LayerOf part(Story);
        part.at(u"Novi Pazar"_s, u"place"_s);
        QCOMPARE(shown(alignLayers(a, part)), u"1~1"_s);
        QCOMPARE(sharedLength(noviPazar, {{novi + 2, pazar + 1}}), 3);
        QCOMPARE(coveredLength(noviPazar), 9);
    }

    void rejectedAndWithdrawnMentionsAreNotThere()
    {
        LayerOf a(Story);
        a.at(u"Dacic"_s, u"person"_s).with([](Mention &mention) { mention.status = Status::Rejected; });
        a.at(u"Lavrov"_s, u"person"_s).with([](Mention &mention) { mention.status = Status::Withdrawn; });
        a.at(u"Russia"_s, u"place"_s).with([](Mention &mention) { mention.status = Status::Suggested; });
        LayerOf b(Story);
        b.at(u"Dacic"_s, u"person"_s).at(u"Russia"_s, u"place"_s);
        QCOMPARE(shown(alignLayers(a, b)), u"3=2 -1"_s);
    }

    void everyLiveMentionStandsOnceAndSwappingSwapsTheFits()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            const Layer a = randomLayer(seed, 30 + int(seed) * 5, 80 + int(seed) * 20);
            const Layer b = randomLayer(seed + 1000, 50, 80 + int(seed) * 20);
            for (const AlignBy by : {AlignBy::Place, AlignBy::Type}) {
                const Alignment alignment = alignLayers(a, b, by);
                QSet<MentionId> seenA;
                QSet<MentionId> seenB;
                QMap<Fit, int> fits;
                Span last;
                for (const AlignedPair &pair : alignment) {
                    const Mention *first = a.mentions.find(pair.a);
                    const Mention *second = b.mentions.find(pair.b);
                    QVERIFY(first || second);
                    QVERIFY(!first || (first->isLive() && !seenA.contains(pair.a)));
                    QVERIFY(!second || (second->isLive() && !seenB.contains(pair.b)));
                    if (first)
                        seenA.insert(pair.a);
                    if (second)
                        seenB.insert(pair.b);
                    QCOMPARE(pair.fit == Fit::Alone, !first || !second);
                    if (first && second) {
                        QVERIFY(sharedLength(first->spans, second->spans) > 0);
                        QCOMPARE(pair.fit == Fit::Exact, first->spans == second->spans && first->type == second->type);
                    }
                    QVERIFY(last.begin <= pair.place.begin);
                    last = pair.place;
                    ++fits[pair.fit];
                }
                const auto live = [](const Layer &layer) {
                    qsizetype count = 0;
                    layer.mentions.forEach([&](const Mention &mention) { count += mention.isLive() ? 1 : 0; });
                    return count;
                };
                QCOMPARE(seenA.size(), live(a));
                QCOMPARE(seenB.size(), live(b));
                QMap<Fit, int> swapped;
                for (const AlignedPair &pair : alignLayers(b, a, by))
                    ++swapped[pair.fit];
                QCOMPARE(swapped.value(Fit::Exact), fits.value(Fit::Exact));
                QCOMPARE(swapped.value(Fit::SameSpans), fits.value(Fit::SameSpans));
            }
        }
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestAlignment)
#include "tst_alignment.moc"
