// SPDX-License-Identifier: Apache-2.0
#include "annotation/textcorrection.h"

#include "annotation/reviewactions.h"
#include "support/testhelper.h"

#include <QRandomGenerator>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

const QString Text = u"Marin to host Okoro\n\nOSLO. Elsa Marin and Tunde Okoro 😀 meet on Friday.\nMarin spoke."_s;
const Author Editor{u"6f0c"_s, u"Vera"_s};
const QDateTime At(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);

Span placeOf(const QString &words, qsizetype from = 0)
{
    const qsizetype begin = Text.indexOf(words, from);
    return {begin, begin + words.size()};
}

/// Mentions: 1 "Marin" (headline), 2 "Okoro" (headline), 3 "Elsa Marin", 4 "Tunde Okoro", 5 "OSLO", 6 "Friday",
/// 7 "Elsa … Okoro" in two spans, 8 "Marin" (last line).
AnnotatedArticle article()
{
    AnnotatedArticle result;
    result.text = ArticleText(Text);
    Layer layer;
    layer.info.stage = Stage::Draft;
    layer.info.uid = u"layer"_s;
    const auto add = [&](MentionId id, const QList<Span> &spans, Status status = Status::Accepted) {
        Mention mention;
        mention.id = id;
        mention.type = u"person"_s;
        mention.status = status;
        mention.spans = spans;
        layer.mentions.insert(mention);
    };
    add(1, {placeOf(u"Marin"_s)});
    add(2, {placeOf(u"Okoro"_s)});
    add(3, {placeOf(u"Elsa Marin"_s)});
    add(4, {placeOf(u"Tunde Okoro"_s)});
    add(5, {placeOf(u"OSLO"_s)});
    add(6, {placeOf(u"Friday"_s)}, Status::Suggested);
    add(7, {placeOf(u"Elsa"_s), placeOf(u"Okoro"_s, 30)});
    add(8, {placeOf(u"Marin spoke"_s)});
    Agent annotator;
    annotator.uid = u"a"_s;
    annotator.name = u"Anna"_s;
    result.addLayer(layer, annotator);
    return result;
}

QString wordsOf(const AnnotatedArticle &article, MentionId id)
{
    QStringList words;
    for (const Span &span : article.layers.first().mentions.find(id)->spans)
        words.append(article.text.view(span).toString());
    return words.join(u" … "_s);
}

} // namespace

class TestTextCorrection : public QObject
{
    Q_OBJECT

private:
    /// Applies, checks that undo gives back what was, and returns the corrected article.
    static AnnotatedArticle applied(const AnnotatedArticle &before, const Result<TextCorrection> &corrected)
    {
        AnnotatedArticle after = before;
        if (!corrected || !after.apply(corrected.value().transaction)) {
            QTest::qFail("the correction does not apply", __FILE__, __LINE__);
            return before;
        }
        AnnotatedArticle again = after;
        if (!again.apply(corrected.value().transaction.inverse()) || !(again == before))
            QTest::qFail("undo does not give back what was", __FILE__, __LINE__);
        // The journal's bytes hold all of it.
        QByteArray bytes;
        QDataStream out(&bytes, QIODevice::WriteOnly);
        out << corrected.value().transaction;
        QDataStream in(bytes);
        Transaction read;
        in >> read;
        if (!(read == corrected.value().transaction) || !in.atEnd())
            QTest::qFail("the journal changes it", __FILE__, __LINE__);
        return after;
    }

private Q_SLOTS:
    void aTypoInANameStaysInTheName()
    {
        const AnnotatedArticle before = article();
        const Result<TextCorrection> corrected = correctText(before, placeOf(u"Marin"_s), u"Marinen"_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QVERIFY(corrected.value().notes.isEmpty());
        QVERIFY(after.text.text().startsWith(u"Marinen to host Okoro\n\nOSLO."_s));
        QCOMPARE(wordsOf(after, 1), u"Marinen"_s);
        for (MentionId id : {2, 3, 4, 5, 6, 7, 8})
            QCOMPARE(wordsOf(after, id), wordsOf(before, id));
        QCOMPARE(after.text.blocks().size(), before.text.blocks().size());
        for (qsizetype i = 0; i < before.text.blocks().size(); ++i)
            QCOMPARE(after.text.blocks().at(i).kind, before.text.blocks().at(i).kind);
        QCOMPARE(after.head.events.size(), 1);
        QCOMPARE(after.head.events.first().action, u"text"_s);
        QCOMPARE(after.agent(after.head.events.first().by)->name, u"Vera"_s);
    }

    void aSentenceReplacedKeepsTheNamesThatStay()
    {
        const AnnotatedArticle before = article();
        const Span sentence{Text.indexOf(u"OSLO"), Text.indexOf(u"\nMarin spoke")};
        const auto corrected = correctText(before, sentence, u"OSLO. Elsa Marin and Tunde Okoro 😀 will meet on Friday."_s, Editor,
                                           At);
        const AnnotatedArticle after = applied(before, corrected);
        QVERIFY(corrected.value().notes.isEmpty());
        for (MentionId id = 1; id <= 8; ++id)
            QCOMPARE(wordsOf(after, id), wordsOf(before, id));
    }

    void aNameThatGoesIsListedAndWaits()
    {
        const AnnotatedArticle before = article();
        const Span words{Text.indexOf(u" and Tunde"), Text.indexOf(u" 😀")};
        const auto corrected = correctText(before, words, {}, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        const Mention *gone = after.layers.first().mentions.find(4);
        QVERIFY(gone);
        QCOMPARE(gone->status, Status::Withdrawn);
        QCOMPARE(gone->events.last().action, u"withdraw"_s);
        QCOMPARE(gone->events.last().from, u"Tunde Okoro"_s);
        QCOMPARE(gone->spans.size(), 1);
        QVERIFY(!gone->spans.first().isEmpty());
        const QList<AnchorNote> &notes = corrected.value().notes;
        QCOMPARE(notes.size(), 2);
        const auto noteOn = [&](MentionId id) {
            return *std::find_if(notes.cbegin(), notes.cend(), [&](const AnchorNote &note) { return note.mention == id; });
        };
        QCOMPARE(noteOn(4).kind, AnchorNote::Kind::Collapsed);
        QCOMPARE(noteOn(4).was, u"Tunde Okoro"_s);
        QCOMPARE(noteOn(7).kind, AnchorNote::Kind::Lost);
        QCOMPARE(wordsOf(after, 7), u"Elsa"_s);
        QVERIFY(describe(noteOn(4)).contains(u"Tunde Okoro"_s));
        QCOMPARE(wordsOf(after, 8), u"Marin spoke"_s);
    }

    void aCutThroughANameClipsIt()
    {
        const AnnotatedArticle before = article();
        const Span words{Text.indexOf(u" Marin and"), Text.indexOf(u" Okoro 😀")};
        const auto corrected = correctText(before, words, u","_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QCOMPARE(wordsOf(after, 3), u"Elsa"_s);
        QCOMPARE(wordsOf(after, 4), u" Okoro"_s);
        QCOMPARE(corrected.value().notes.size(), 2);
        QCOMPARE(corrected.value().notes.first().kind, AnchorNote::Kind::Clipped);
    }

    void wordsThatMoveTakeTheirMentionAlong()
    {
        const AnnotatedArticle before = article();
        const Span sentence{Text.indexOf(u"Elsa Marin"), Text.indexOf(u"meet on")};
        const auto corrected = correctText(before, sentence, u"Tunde Okoro and Elsa Marin 😀 "_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QCOMPARE(wordsOf(after, 3), u"Elsa Marin"_s);
        QCOMPARE(wordsOf(after, 4), u"Tunde Okoro"_s);
        for (const AnchorNote &note : corrected.value().notes)
            QCOMPARE(note.kind, AnchorNote::Kind::Relocated);
    }

    void newLinesMakeNewBlocks()
    {
        const AnnotatedArticle before = article();
        const qsizetype at = Text.indexOf(u" and Tunde");
        const auto corrected = correctText(before, {at, at}, u"\r\nand then\n\n"_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QCOMPARE(after.text.blocks().size(), before.text.blocks().size() + 2);
        QVERIFY(!after.text.text().contains(u'\r'));
        QCOMPARE(wordsOf(after, 4), u"Tunde Okoro"_s);
    }

    void proposalsOfReviewersMoveToo()
    {
        AnnotatedArticle before = article();
        ReviewBuilder builder(before, before.layers.first().info.id, {u"r"_s, u"Rita"_s}, At);
        QVERIFY(builder.propose({placeOf(u"meet"_s)}, u"event"_s) != 0);
        QVERIFY(before.apply(builder.finish()).isOk());
        const auto corrected = correctText(before, {0, 0}, u"NEWS "_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        const Span moved = after.reviews.first().proposals.first().mention.spans.first();
        QCOMPARE(after.text.view(moved).toString(), u"meet"_s);
    }

    void whatCannotBeIsRefused()
    {
        const AnnotatedArticle before = article();
        QCOMPARE(correctText(before, {-1, 3}, u"x"_s, Editor, At).error().kind, ErrorKind::Usage);
        QCOMPARE(correctText(before, {0, Text.size() + 1}, u"x"_s, Editor, At).error().kind, ErrorKind::Usage);
        QCOMPARE(correctText(before, {0, Text.size()}, u"\n\n"_s, Editor, At).error().kind, ErrorKind::Usage);
        QVERIFY(correctText(before, {0, 5}, u"Marin"_s, Editor, At).value().transaction.isEmpty());
        // An edit that does not fit the article changes nothing.
        AnnotatedArticle other = before;
        QVERIFY(other.apply(correctText(before, {0, 5}, u"Marinen"_s, Editor, At).value().transaction).isOk());
        const AnnotatedArticle kept = other;
        QCOMPARE(other.apply(correctText(before, {0, 5}, u"Mariner"_s, Editor, At).value().transaction).error().kind,
                 ErrorKind::Conflict);
        QVERIFY(other == kept);
    }

    void halfAPairIsNeverCut()
    {
        const AnnotatedArticle before = article();
        const qsizetype at = Text.indexOf(u"😀");
        const auto corrected = correctText(before, {at + 1, at + 2}, u"!"_s, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QVERIFY(!after.text.text().contains(u"😀"));
        QVERIFY(after.text.text().contains(u"Okoro ! meet"));
    }

    void anotherTextUnderneathTakesTheMentionsAlong()
    {
        const AnnotatedArticle before = article();
        QString text = Text;
        text.replace(u"Friday"_s, u"Monday"_s);
        text.replace(u"to host"_s, u"hosts"_s);
        text.prepend(u"Update\n\n"_s);
        const auto corrected = correctTextTo(before, text, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        QCOMPARE(after.text.text(), text);
        for (MentionId id : {1, 2, 3, 4, 5, 7, 8})
            QCOMPARE(wordsOf(after, id), wordsOf(before, id));
        QCOMPARE(wordsOf(after, 6), u"Monday"_s);
        QVERIFY(correctTextTo(before, Text, Editor, At).value().transaction.isEmpty());
    }

    void aParagraphThatMovedTakesItsMentionsAlong()
    {
        const AnnotatedArticle before = article();
        const QString text = u"Marin to host Okoro\n\nMarin spoke.\nOSLO. Elsa Marin and Tunde Okoro 😀 meet on Friday."_s;
        const auto corrected = correctTextTo(before, text, Editor, At);
        const AnnotatedArticle after = applied(before, corrected);
        for (MentionId id = 1; id <= 8; ++id)
            QCOMPARE(wordsOf(after, id), wordsOf(before, id));
    }

    void anyCorrectionKeepsEveryMentionInsideTheText()
    {
        QRandomGenerator random(17);
        const QStringList words{u"Elsa Marin"_s, u"\n"_s, u"😀"_s, u""_s, u"x"_s, u"Tunde Okoro met Elsa Marin"_s, u"\n\nOSLO"_s};
        AnnotatedArticle state = article();
        QList<Transaction> done;
        for (int round = 0; round < 300; ++round) {
            const qsizetype length = state.text.length();
            const qsizetype begin = random.bounded(int(length) + 1);
            const Span range{begin, std::min<qsizetype>(length, begin + random.bounded(30))};
            const auto corrected = correctText(state, range, words.at(random.bounded(words.size())), Editor, At);
            if (!corrected) {
                QCOMPARE(corrected.error().kind, ErrorKind::Usage);
                state = article();
                done.clear();
                continue;
            }
            if (corrected.value().transaction.isEmpty())
                continue;
            QVERIFY(state.apply(corrected.value().transaction).isOk());
            done.append(corrected.value().transaction);
            QCOMPARE(state.layers.first().mentions.size(), 8);
            state.layers.first().mentions.forEach([&](const Mention &mention) {
                QVERIFY(!mention.spans.isEmpty());
                for (const Span &span : mention.spans) {
                    QVERIFY(span.begin >= 0 && !span.isEmpty() && span.end <= state.text.length());
                    QVERIFY(!state.text.text().at(span.begin).isLowSurrogate());
                    QVERIFY(span.end == state.text.length() || !state.text.text().at(span.end).isLowSurrogate());
                }
            });
        }
        for (auto transaction = done.crbegin(); transaction != done.crend(); ++transaction)
            QVERIFY(state.apply(transaction->inverse()).isOk());
        QVERIFY(state == article());
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestTextCorrection)
#include "tst_textcorrection.moc"
