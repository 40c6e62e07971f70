// SPDX-License-Identifier: Apache-2.0
#include "formats/xmlcapture.h"

#include "formats/nativeformat.h"
#include "formats/xmloutput.h"

#include <QList>
#include <QMap>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Collects the prefixes that are used inside but declared outside.
class Scopes
{
public:
    void enter(const QXmlStreamNamespaceDeclarations &declarations)
    {
        QStringList prefixes;
        for (const auto &declaration : declarations)
            prefixes.append(declaration.prefix().toString());
        m_declared.append(prefixes);
    }
    void leave() { m_declared.removeLast(); }
    void use(const QString &prefix, const QString &uri)
    {
        if (prefix == u"xml")
            return;
        for (const QStringList &prefixes : std::as_const(m_declared)) {
            if (prefixes.contains(prefix))
                return;
        }
        m_outer.insert(prefix, uri);
    }
    [[nodiscard]] const QMap<QString, QString> &outer() const { return m_outer; }

private:
    QList<QStringList> m_declared;
    QMap<QString, QString> m_outer;
};

void appendAttribute(QByteArray &out, const QString &name, const QString &value)
{
    out += ' ';
    out += name.toUtf8();
    out += "=\"";
    XmlOutput::appendAttributeValue(out, value);
    out += '"';
}

} // namespace

QString XmlCapture::capture(QXmlStreamReader &xml) const
{
    QByteArray out;
    Scopes scopes;
    qsizetype declarationsAt = -1;
    bool isTagOpen = false;
    int depth = 0;
    const auto closeTag = [&] {
        if (isTagOpen)
            out += '>';
        isTagOpen = false;
    };
    while (true) {
        switch (xml.tokenType()) {
        case QXmlStreamReader::StartElement: {
            closeTag();
            scopes.enter(xml.namespaceDeclarations());
            scopes.use(xml.prefix().toString(), xml.namespaceUri().toString());
            out += '<';
            out += xml.qualifiedName().toUtf8();
            if (depth++ == 0)
                declarationsAt = out.size();
            for (const auto &declaration : xml.namespaceDeclarations()) {
                const QString prefix = declaration.prefix().toString();
                appendAttribute(out, prefix.isEmpty() ? u"xmlns"_s : u"xmlns:"_s + prefix, declaration.namespaceUri().toString());
            }
            for (const auto &attribute : xml.attributes()) {
                if (!attribute.prefix().isEmpty())
                    scopes.use(attribute.prefix().toString(), attribute.namespaceUri().toString());
                appendAttribute(out, attribute.qualifiedName().toString(), attribute.value().toString());
            }
            isTagOpen = true;
            break;
        }
        case QXmlStreamReader::EndElement:
            if (isTagOpen) {
                out += "/>";
                isTagOpen = false;
            } else {
                out += "</";
                out += xml.qualifiedName().toUtf8();
                out += '>';
            }
            scopes.leave();
            --depth;
            break;
        case QXmlStreamReader::Characters:
            closeTag();
            XmlOutput::appendText(out, xml.text());
            break;
        case QXmlStreamReader::Comment:
            closeTag();
            out += "<!--";
            out += xml.text().toUtf8();
            out += "-->";
            break;
        case QXmlStreamReader::ProcessingInstruction:
            closeTag();
            out += "<?";
            out += xml.processingInstructionTarget().toUtf8();
            if (!xml.processingInstructionData().isEmpty()) {
                out += ' ';
                out += xml.processingInstructionData().toUtf8();
            }
            out += "?>";
            break;
        default:
            break;
        }
        if (depth == 0 || xml.atEnd() || xml.hasError())
            break;
        xml.readNext();
    }
    QByteArray declarations;
    for (auto it = scopes.outer().begin(); it != scopes.outer().end(); ++it) {
        const QString known = it.key().isEmpty() ? QString(NativeNamespace) : rootPrefixes.value(it.key());
        if (known != it.value())
            appendAttribute(declarations, it.key().isEmpty() ? u"xmlns"_s : u"xmlns:"_s + it.key(), it.value());
    }
    if (declarationsAt >= 0)
        out.insert(declarationsAt, declarations);
    return QString::fromUtf8(out);
}

} // namespace dateline
