// SPDX-License-Identifier: Apache-2.0
#include "text/jsonlines.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonDocument>

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::JsonLinesReader)
};

} // namespace

JsonLinesReader::JsonLinesReader(QIODevice &device, qint64 maximumBytes) : m_device(device), m_maximum(maximumBytes) { }

std::optional<JsonLine> JsonLinesReader::next()
{
    while (true) {
        QByteArray bytes = m_device.readLine(m_maximum + 2); // one for the newline, one to see more
        if (bytes.isEmpty()) {
            if (!m_device.atEnd())
                m_error = m_device.errorString();
            return std::nullopt;
        }
        JsonLine line;
        line.number = ++m_number;
        const bool isWhole = bytes.endsWith('\n');
        if (!isWhole && bytes.size() > m_maximum) {
            for (QByteArray rest = m_device.readLine(1 << 20); !rest.isEmpty() && !rest.endsWith('\n');)
                rest = m_device.readLine(1 << 20);
            line.error = Messages::tr("The line is longer than %n byte(s).", nullptr, int(m_maximum));
            return line;
        }
        if (m_number == 1 && bytes.startsWith("\xEF\xBB\xBF"))
            bytes.remove(0, 3);
        if (bytes.trimmed().isEmpty())
            continue;
        QJsonParseError parse;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
        if (parse.error != QJsonParseError::NoError)
            line.error = Messages::tr("This is not JSON: %1, at byte %2.").arg(parse.errorString()).arg(parse.offset);
        else if (!document.isObject())
            line.error = Messages::tr("The line is JSON, but not an object.");
        else
            line.object = document.object();
        return line;
    }
}

} // namespace dateline
