// SPDX-License-Identifier: Apache-2.0
#include "formats/xmloutput.h"

namespace dateline {

namespace {

void appendEscaped(QByteArray &out, QStringView text, bool isAttribute)
{
    const qsizetype size = text.size();
    const auto *units = text.utf16();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t c = units[i];
        if (c < 0x80) {
            switch (c) {
            case u'&':
                out += "&amp;";
                break;
            case u'<':
                out += "&lt;";
                break;
            case u'>':
                out += "&gt;";
                break;
            case u'\r':
                out += "&#13;";
                break;
            case u'"':
                if (isAttribute)
                    out += "&quot;";
                else
                    out += '"';
                break;
            case u'\t':
            case u'\n':
                if (isAttribute)
                    out += c == u'\t' ? "&#9;" : "&#10;";
                else
                    out += char(c);
                break;
            default:
                if (c < 0x20)
                    out += "\xEF\xBF\xBD";
                else
                    out += char(c);
            }
        } else if (c < 0x800) {
            out += char(0xC0 | (c >> 6));
            out += char(0x80 | (c & 0x3F));
        } else if (QChar::isHighSurrogate(c) && i + 1 < size && QChar::isLowSurrogate(units[i + 1])) {
            const char32_t u = QChar::surrogateToUcs4(c, units[++i]);
            out += char(0xF0 | (u >> 18));
            out += char(0x80 | ((u >> 12) & 0x3F));
            out += char(0x80 | ((u >> 6) & 0x3F));
            out += char(0x80 | (u & 0x3F));
        } else if (QChar::isSurrogate(c) || c >= 0xFFFE) {
            out += "\xEF\xBF\xBD";
        } else {
            out += char(0xE0 | (c >> 12));
            out += char(0x80 | ((c >> 6) & 0x3F));
            out += char(0x80 | (c & 0x3F));
        }
    }
}

} // namespace

void XmlOutput::appendText(QByteArray &out, QStringView text) { appendEscaped(out, text, false); }
void XmlOutput::appendAttributeValue(QByteArray &out, QStringView text) { appendEscaped(out, text, true); }

void XmlOutput::declaration() { m_bytes += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void XmlOutput::startLine() { m_bytes.append(m_indent * 2, ' '); }

void XmlOutput::open(QLatin1StringView name)
{
    startLine();
    m_bytes += '<';
    m_bytes.append(name.data(), name.size());
}

void XmlOutput::attribute(QLatin1StringView name, QStringView value)
{
    m_bytes += ' ';
    m_bytes.append(name.data(), name.size());
    m_bytes += "=\"";
    appendAttributeValue(m_bytes, value);
    m_bytes += '"';
}

void XmlOutput::attributeIfAny(QLatin1StringView name, QStringView value)
{
    if (!value.isEmpty())
        attribute(name, value);
}

void XmlOutput::attribute(QLatin1StringView name, qint64 value)
{
    m_bytes += ' ';
    m_bytes.append(name.data(), name.size());
    m_bytes += "=\"";
    m_bytes += QByteArray::number(value);
    m_bytes += '"';
}

void XmlOutput::openChildren()
{
    m_bytes += ">\n";
    ++m_indent;
}

void XmlOutput::closeChildren(QLatin1StringView name)
{
    --m_indent;
    startLine();
    m_bytes += "</";
    m_bytes.append(name.data(), name.size());
    m_bytes += ">\n";
}

void XmlOutput::closeEmpty() { m_bytes += "/>\n"; }

void XmlOutput::closeWithText(QLatin1StringView name, QStringView text)
{
    m_bytes += '>';
    appendText(m_bytes, text);
    m_bytes += "</";
    m_bytes.append(name.data(), name.size());
    m_bytes += ">\n";
}

void XmlOutput::rawLine(QStringView xml)
{
    startLine();
    m_bytes += xml.toUtf8();
    m_bytes += '\n';
}

void XmlOutput::rawAttributes(QStringView xml)
{
    if (xml.isEmpty())
        return;
    if (!xml.startsWith(u' '))
        m_bytes += ' ';
    m_bytes += xml.toUtf8();
}

} // namespace dateline
