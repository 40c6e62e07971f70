// SPDX-License-Identifier: Apache-2.0
// brat standoff: NAME.txt and NAME.ann with one annotation a line. What brat has no line for stands
// in notes of a type of our own, which brat shows and keeps (docs/formats.md).
#include "formats/bratformat.h"
#include "formats/formatfunctions.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isWord(QStringView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'_' || c == u'-';
    });
}

bool hasSpace(QStringView value)
{
    return std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
}

QString withoutSpace(QString label)
{
    for (QChar &c : label) {
        if (c.isSpace())
            c = u'_';
    }
    return label;
}

QString oneLine(QString value) { return value.replace(u'\n', u' ').trimmed(); }

class BratWriter
{
public:
    explicit BratWriter(const ExportedArticle &exported) : m_exported(exported), m_text(exported.article.text) { }

    QByteArray write()
    {
        const QList<Mention> mentions = m_exported.mentions();
        QMap<EntityId, QStringList> members;
        for (const Mention &mention : mentions) {
            const QString target = u"T%1"_s.arg(mention.id);
            writeMention(mention, target);
            const Entity *entity = m_exported.layer()->entity(mention.entity);
            if (!entity)
                continue;
            if (!members.contains(entity->id))
                writeEntity(*entity, mention, target);
            members[entity->id].append(target);
        }
        for (const QStringList &targets : std::as_const(members)) {
            if (targets.size() > 1)
                line(u"*\tEquiv "_s + targets.join(u' '));
        }
        if (const Layer *layer = m_exported.layer()) {
            for (const Relation &relation : layer->relations)
                line(u"R%1\t%2 Arg1:T%3 Arg2:T%4"_s.arg(relation.id)
                         .arg(withoutSpace(relation.type))
                         .arg(relation.from)
                         .arg(relation.to));
        }
        return m_out;
    }

private:
    void line(const QString &text) { m_out += text.toUtf8() + '\n'; }

    void note(QLatin1StringView type, const QString &target, const QString &text)
    {
        line(u"#%1\t%2 %3\t"_s.arg(++m_notes).arg(type, target) + oneLine(text));
    }

    void noteIfAny(QLatin1StringView type, const QString &target, const QString &text)
    {
        if (!text.isEmpty())
            note(type, target, text);
    }

    void attribute(const QString &name, const QString &target, const QString &value)
    {
        line(u"A%1\t%2 %3"_s.arg(++m_attributes).arg(name, target) + (value.isEmpty() ? QString() : u' ' + value));
    }

    void writeMention(const Mention &mention, const QString &target)
    {
        const OffsetMap &offsets = m_text.offsets();
        QStringList places;
        QStringList quotes;
        for (const Span &span : mention.spans) {
            places.append(u"%1 %2"_s.arg(offsets.toCodePoint(span.begin)).arg(offsets.toCodePoint(span.end)));
            quotes.append(m_text.view(span).toString().replace(u'\n', u' '));
        }
        line(target + u'\t' + withoutSpace(typeLabel(mention.type)) + u' ' + places.join(u';') + u'\t' + quotes.join(u' '));
        if (mention.status != Status::Accepted)
            attribute(brat::Status, target, toName(mention.status));
        if (mention.confidence >= 0)
            attribute(brat::Confidence, target, QString::number(mention.confidence));
        if (mention.isUnsure)
            attribute(brat::Unsure, target, {});
        for (const Attribute &own : mention.attributes) {
            if (isWord(own.name) && !hasSpace(own.value) && !brat::isReserved(own.name))
                attribute(own.name, target, own.value);
            else
                note(brat::AttributeNote, target, own.name + u'\t' + own.value);
        }
        const QString link = effectiveLink(*m_exported.layer(), mention);
        if (!link.isEmpty() && !hasSpace(link)) {
            const Entity *entity = m_exported.layer()->entity(mention.entity);
            line(u"N%1\tReference %2 "_s.arg(++m_references).arg(target) + brat::referenceOf(link) + u'\t'
                 + (entity && !entity->name.isEmpty() ? oneLine(entity->name) : quotes.join(u' ')));
        } else {
            noteIfAny(brat::LinkNote, target, mention.link);
        }
        noteIfAny(brat::NormNote, target, mention.norm);
        noteIfAny(brat::ReasonNote, target, mention.why);
        for (const Note &own : mention.notes)
            note(brat::AnnotatorNote, target, own.text);
    }

    /// The details of an entity stand at its first mention.
    void writeEntity(const Entity &entity, const Mention &first, const QString &target)
    {
        note(brat::EntityNote, target, entity.name);
        if (entity.type != first.type)
            note(brat::EntityTypeNote, target, typeLabel(entity.type));
        noteIfAny(brat::EntityLinkNote, target, entity.link);
        for (const Note &own : entity.notes)
            note(brat::EntityNotesNote, target, own.text);
        for (const Attribute &own : entity.attributes)
            note(brat::EntityAttributeNote, target, own.name + u'\t' + own.value);
    }

    const ExportedArticle &m_exported;
    const ArticleText &m_text;
    QByteArray m_out;
    qsizetype m_attributes = 0;
    qsizetype m_notes = 0;
    qsizetype m_references = 0;
};

} // namespace

WrittenFiles writeBrat(const ExportedArticle &exported)
{
    return {{u".ann"_s, BratWriter(exported).write()}, {u".txt"_s, exported.article.text.text().toUtf8()}};
}

} // namespace dateline
