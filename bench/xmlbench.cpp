// SPDX-License-Identifier: Apache-2.0
#include "bench/articlegenerator.h"
#include "bench/benchmark.h"
#include "editing/editsession.h"
#include "editing/journal.h"
#include "editing/recovery.h"
#include "formats/nativeformat.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr int Rounds = 7;
constexpr int Actions = 10'000;
/// Of the native format for each byte of text, with 20 mentions a kB.
constexpr qint64 XmlPerText = 5;

AnnotatedArticle articleOf(qint64 textBytes)
{
    const GeneratedArticle generated = generateArticle(std::max<qint64>(textBytes, 1000), 1);
    AnnotatedArticle article;
    article.text = ArticleText(generated.text);
    article.head.title = u"Generated"_s;
    article.addLayer(generated.layer, generated.agent);
    return article;
}

double megabytesPerSecond(qint64 bytes, double milliseconds) { return double(bytes) / 1e6 / (milliseconds / 1e3); }

/// What a reader that keeps nothing does with the bytes.
double bareRead(const QByteArray &bytes)
{
    return millisecondsOf([&] {
        QXmlStreamReader reader(bytes);
        while (!reader.atEnd())
            reader.readNext();
    });
}

/// The tokens of the bytes, kept, so that writing them needs no reading.
struct Token
{
    QXmlStreamReader::TokenType type;
    QString words; ///< a name or text
    QXmlStreamAttributes attributes;
};
QList<Token> tokensOf(const QByteArray &bytes)
{
    QList<Token> tokens;
    QXmlStreamReader reader(bytes);
    while (!reader.atEnd()) {
        const auto type = reader.readNext();
        if (type == QXmlStreamReader::StartElement)
            tokens.append({type, reader.name().toString(), reader.attributes()});
        else if (type == QXmlStreamReader::Characters)
            tokens.append({type, reader.text().toString(), {}});
        else if (type == QXmlStreamReader::EndElement)
            tokens.append({type, {}, {}});
    }
    return tokens;
}

double bareWrite(const QList<Token> &tokens)
{
    return millisecondsOf([&] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QXmlStreamWriter writer(&buffer);
        writer.writeStartDocument();
        for (const Token &token : tokens) {
            if (token.type == QXmlStreamReader::StartElement) {
                writer.writeStartElement(token.words);
                for (const QXmlStreamAttribute &attribute : token.attributes)
                    writer.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
            } else if (token.type == QXmlStreamReader::Characters) {
                writer.writeCharacters(token.words);
            } else {
                writer.writeEndElement();
            }
        }
        writer.writeEndDocument();
    });
}

std::unique_ptr<EditSession> journalledSession(const AnnotatedArticle &article, const QString &folder)
{
    EditSession::Options options;
    options.name = u"bench.txt"_s;
    auto session = std::make_unique<EditSession>(article, std::move(options));
    session->setAuthor({u"bench"_s, u"Bench"_s});
    auto journal = Journal::create(folder, {{}, {}, u"bench.txt"_s, writeNative(article), exactState(article)});
    if (journal)
        session->setJournal(std::move(journal.value()));
    return session;
}

/// Milliseconds of each action with its record.
QList<double> act(EditSession &session)
{
    QRandomGenerator random(5);
    QList<double> times;
    const qsizetype length = session.article().text.length();
    const int mentions = int(session.article().layers.first().mentions.size());
    for (int i = 0; times.size() < Actions; ++i) {
        bool isDone = false;
        const double time = millisecondsOf([&] {
            ActionBuilder builder = session.edit();
            const qsizetype begin = qsizetype(random.bounded(double(length - 20)));
            if (i % 3 == 0)
                builder.add({begin, begin + 8}, u"event"_s);
            else if (i % 3 == 1)
                builder.setNote(MentionId(1 + random.bounded(mentions)), QString::number(i));
            else
                builder.setUnsure(MentionId(1 + random.bounded(mentions)), i % 2 == 0);
            isDone = !builder.isEmpty() && session.apply(builder.finish(u"Act"_s)).isOk();
        });
        if (isDone)
            times.append(time);
    }
    return times;
}

/// Finds the journal, reads it and does everything again.
double recover(const QString &folder, qsizetype &replayed)
{
    return millisecondsOf([&] {
        const QList<RecoverableArticle> found = findRecoverable(folder);
        if (found.isEmpty())
            return;
        const Result<RecoveredArticle> recovered = readRecoverable(found.first().journal);
        if (!recovered)
            return;
        EditSession session(recovered.value().article, {});
        for (const Transaction &transaction : recovered.value().transactions)
            replayed += session.replay(transaction).isOk() ? 1 : 0;
    });
}

} // namespace

QJsonObject runXml(const Request &request)
{
    const qint64 wanted = request.number(u"--bytes"_s, 20'000'000);
    const AnnotatedArticle article = articleOf(wanted / XmlPerText);
    const QByteArray bytes = writeNative(article);
    const QList<Token> tokens = tokensOf(bytes);
    QList<double> read;
    QList<double> readFloor;
    QList<double> write;
    QList<double> writeFloor;
    bool isSame = true;
    for (int i = 0; i < Rounds; ++i) {
        readFloor.append(bareRead(bytes));
        read.append(millisecondsOf([&] { isSame = isSame && readNative(bytes, u"bench.xml"_s).isOk(); }));
        writeFloor.append(bareWrite(tokens));
        write.append(millisecondsOf([&] { isSame = isSame && writeNative(article).size() == bytes.size(); }));
    }
    if (!isSame)
        return {{u"error"_s, u"the generated article does not read back"_s}};

    QTemporaryDir folder;
    auto session = journalledSession(articleOf(100'000), folder.path());
    const QList<double> actions = act(*session);
    const bool hasFailed = session->journalError().has_value();
    session.reset();
    QList<double> recovery;
    for (int i = 0; i < 3; ++i) {
        qsizetype replayed = 0;
        recovery.append(recover(folder.path(), replayed));
        if (hasFailed || replayed < Actions)
            return {{u"error"_s, u"%1 of %2 actions came back"_s.arg(replayed).arg(Actions)}};
    }
    const auto speed = [&](const QList<double> &times) { return rounded(megabytesPerSecond(bytes.size(), median(times))); };
    return {{u"bytes"_s, qint64(bytes.size())},
            {u"mentions"_s, qint64(article.layers.first().mentions.size())},
            {u"read_mb_s"_s, speed(read)},
            {u"write_mb_s"_s, speed(write)},
            {u"read_floor_mb_s"_s, speed(readFloor)},
            {u"write_floor_mb_s"_s, speed(writeFloor)},
            {u"read_ratio"_s, rounded(median(readFloor) / median(read))},
            {u"write_ratio"_s, rounded(median(writeFloor) / median(write))},
            {u"journal_p99_ms"_s, rounded(percentile(actions, 0.99))},
            {u"journal_worst_ms"_s, rounded(percentile(actions, 1.0))},
            {u"recover_10000_ms"_s, rounded(median(recovery))}};
}

} // namespace dateline::bench
