// SPDX-License-Identifier: Apache-2.0
// The bytes of a journal and their reading. Counts and lengths that a file states are held against
// the bytes that are there before anything is allocated.
#include "editing/journalformat.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>

#include <array>

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Journal)
};

constexpr auto StreamVersion = QDataStream::Qt_6_4;

/// CRC-32 (ISO 3309, the polynomial of zlib and PNG), continued from `crc`.
quint32 crc32(QByteArrayView bytes, quint32 crc = 0)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> result{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            result[i] = value;
        }
        return result;
    }();
    crc = ~crc;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

QByteArray kindAndLength(quint8 kind, quint64 size)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kind << size;
    return bytes;
}

bool readBase(const QByteArray &payload, JournalBase &base)
{
    QDataStream stream(payload);
    stream.setVersion(StreamVersion);
    stream >> base.path >> base.sourcePath >> base.name >> base.native >> base.exact;
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

bool readStep(const QByteArray &payload, Transaction &transaction)
{
    QDataStream stream(payload);
    stream.setVersion(StreamVersion);
    stream >> transaction;
    return stream.status() == QDataStream::Ok && stream.atEnd();
}

} // namespace

namespace journalformat {

QByteArray record(quint8 kind, const QByteArray &payload)
{
    QByteArray bytes = kindAndLength(kind, quint64(payload.size()));
    const quint32 sum = crc32(payload, crc32(bytes));
    QByteArray sumBytes;
    QDataStream(&sumBytes, QIODevice::WriteOnly) << sum;
    bytes.reserve(HeaderSize + payload.size());
    return bytes.append(sumBytes).append(payload);
}

QByteArray baseRecord(const JournalBase &base)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << base.path << base.sourcePath << base.name << base.native << base.exact;
    return record(BaseRecord, payload);
}

QByteArray stepRecord(const Transaction &transaction, StepKind kind)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << transaction;
    return record(quint8(kind), payload);
}

} // namespace journalformat

QByteArray exactState(const AnnotatedArticle &article)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(StreamVersion);
    stream << Transaction{{}, {}, {HeadEdit{Head{}, article.head}}};
    stream << quint32(article.agents.size());
    for (const Agent &agent : article.agents)
        stream << agent;
    stream << quint32(article.layers.size());
    for (const Layer &layer : article.layers)
        stream << layer;
    stream << quint32(article.reviews.size());
    for (const Review &review : article.reviews)
        stream << review;
    return bytes;
}

bool restoreExactState(const QByteArray &bytes, AnnotatedArticle &article)
{
    QDataStream stream(bytes);
    stream.setVersion(StreamVersion);
    Transaction head;
    QList<Agent> agents;
    QList<Layer> layers;
    quint32 count = 0;
    stream >> head >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> agents.emplaceBack();
    count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> layers.emplaceBack();
    QList<Review> reviews = article.reviews;
    if (!stream.atEnd()) { // journals of before reviews were edited end here
        reviews.clear();
        stream >> count;
        for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
            stream >> reviews.emplaceBack();
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || head.edits.size() != 1
        || !std::holds_alternative<HeadEdit>(head.edits.first()))
        return false;
    article.head = std::get<HeadEdit>(head.edits.first()).after;
    article.agents = agents;
    article.layers = layers;
    article.reviews = reviews;
    return true;
}

Result<JournalContent> Journal::read(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable, Messages::tr("The recovery journal cannot be read: %1.").arg(file.errorString()),
                     fileName, 0};
    return read(file, fileName);
}

Result<JournalContent> Journal::read(QIODevice &file, const QString &fileName)
{
    using namespace journalformat;
    const Error broken{ErrorKind::Malformed, Messages::tr("The recovery journal is damaged from its beginning."), fileName, 0};
    if (file.read(Magic.size()) != Magic)
        return broken;
    JournalContent content;
    bool hasBase = false;
    while (!file.atEnd()) {
        content.hasTornEnd = true; // until this record proves whole
        const QByteArray header = file.read(HeaderSize);
        quint8 kind = 0;
        quint64 size = 0;
        quint32 sum = 0;
        QDataStream head(header);
        head >> kind >> size >> sum;
        if (head.status() != QDataStream::Ok || size > quint64(file.size() - file.pos()))
            break;
        const QByteArray payload = file.read(qint64(size));
        if (payload.size() != qint64(size) || crc32(payload, crc32(QByteArrayView(header).first(1 + 8))) != sum)
            break;
        if (!hasBase) {
            hasBase = kind == BaseRecord && readBase(payload, content.base);
            if (!hasBase)
                break;
        } else {
            Transaction transaction;
            if (kind < quint8(StepKind::Action) || kind > quint8(StepKind::Aside) || !readStep(payload, transaction))
                break;
            content.steps.append({StepKind(kind), transaction});
        }
        content.hasTornEnd = false;
    }
    if (!hasBase)
        return broken;
    return content;
}

} // namespace dateline
