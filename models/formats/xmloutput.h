// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QStringView>

namespace dateline {

/// Writes UTF-8 XML into a byte array. QXmlStreamWriter is not used: it writes CR in text raw,
/// breaks the file for a lone surrogate and drops control characters. Here what XML 1.0
/// forbids becomes U+FFFD, and white space that a parser would normalise is written as a
/// character reference, so that every string reads back as it was. One thread.
class XmlOutput
{
public:
    /// `indent`: levels of two spaces before each line.
    explicit XmlOutput(int indent = 0) : m_indent(indent) { }

    void declaration();
    /// Begins a line with `<name`; attributes may follow until close(), closeEmpty() or text.
    void open(QLatin1StringView name);
    void attribute(QLatin1StringView name, QStringView value);
    void attributeIfAny(QLatin1StringView name, QStringView value);
    void attribute(QLatin1StringView name, qint64 value);
    /// `<name …>` with children on lines of their own.
    void openChildren();
    void closeChildren(QLatin1StringView name);
    /// `<name …/>`
    void closeEmpty();
    /// `<name …>text</name>`
    void closeWithText(QLatin1StringView name, QStringView text);
    /// Text as it stands (already XML), on a line of its own.
    void rawLine(QStringView xml);
    /// Already XML, right after the attributes.
    void rawAttributes(QStringView xml);

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void reserve(qsizetype size) { m_bytes.reserve(size); }

    static void appendText(QByteArray &out, QStringView text);
    static void appendAttributeValue(QByteArray &out, QStringView text);

private:
    void startLine();

    QByteArray m_bytes;
    int m_indent;
};

} // namespace dateline
