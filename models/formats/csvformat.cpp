// SPDX-License-Identifier: Apache-2.0
// A table of mentions for spreadsheets, RFC 4180: CRLF, and quotes doubled inside quotes.
#include "formats/formatfunctions.h"

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// A cell is what the article says, letter for letter. Nothing is put before "=" or "+" to keep a
/// spreadsheet from computing it: that would falsify the text for every other reader.
QByteArray cell(const QString &value)
{
    QByteArray bytes = value.toUtf8();
    const bool isPlain = !value.contains(u'"') && !value.contains(u',') && !value.contains(u'\n') && !value.contains(u'\r')
                      && !(value.startsWith(u' ') || value.endsWith(u' '));
    if (isPlain)
        return bytes;
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

QString lines(const QList<Note> &notes)
{
    QStringList texts;
    for (const Note &note : notes)
        texts.append(note.text);
    return texts.join(u'\n');
}

} // namespace

WrittenFiles writeCsv(const ExportedArticle &exported)
{
    QByteArray table;
    const OffsetMap &offsets = exported.article.text.offsets();
    const QString annotator = exported.annotator();
    for (const Mention &mention : exported.mentions()) {
        QStringList parts;
        QStringList spans;
        for (const Span &span : mention.spans) {
            parts.append(exported.article.text.view(span).toString());
            spans.append(u"%1-%2"_s.arg(offsets.toCodePoint(span.begin)).arg(offsets.toCodePoint(span.end)));
        }
        const Layer &layer = *exported.layer();
        const Entity *entity = layer.entity(mention.entity);
        const Span extent = mention.extent();
        const QStringList row{exported.name,
                              u"m%1"_s.arg(mention.id),
                              QString::number(offsets.toCodePoint(extent.begin)),
                              QString::number(offsets.toCodePoint(extent.end)),
                              parts.join(u" … "_s),
                              typeLabel(mention.type),
                              entity ? entity->name : QString(),
                              entity ? u"e%1"_s.arg(entity->id) : QString(),
                              toName(mention.status),
                              mention.confidence >= 0 ? QString::number(mention.confidence) : QString(),
                              mention.isUnsure ? u"yes"_s : QString(),
                              mention.norm,
                              effectiveLink(layer, mention),
                              lines(mention.notes),
                              mention.why,
                              annotator,
                              spans.size() > 1 ? spans.join(u';') : QString()};
        for (qsizetype i = 0; i < row.size(); ++i)
            table += (i > 0 ? "," : "") + cell(row.at(i));
        table += "\r\n";
    }
    return {{u".csv"_s, table}};
}

} // namespace dateline
