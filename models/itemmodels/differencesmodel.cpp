// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/differencesmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr qsizetype AroundContext = 40;
// More of a mention's text than this is no use in a list.
constexpr qsizetype MostText = 240;

/// The nearest place from `at` on in the direction of `step` that is not inside a surrogate pair.
qsizetype outsidePair(const QString &text, qsizetype at, qsizetype step)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at + step : at;
}

QString oneLine(QString text)
{
    text.replace(u'\n', u' ');
    return text;
}

QString shortened(const QString &text)
{
    return text.size() <= MostText ? text : text.left(outsidePair(text, MostText, -1)) + u'…';
}

QString textOf(const ArticleText &article, const Mention &mention)
{
    QString text;
    for (const Span &span : mention.spans) {
        if (text.size() > MostText)
            break;
        text += (text.isEmpty() ? QString() : u" … "_s) + article.view(span).toString();
    }
    return shortened(oneLine(text));
}

QString notesOf(const Mention &mention)
{
    QStringList notes;
    for (const Note &note : mention.notes)
        notes.append(note.text);
    return notes.join(u'\n');
}

struct Context
{
    QString text;
    qsizetype begin = 0;
    qsizetype length = 0;
};

Context contextOf(const ArticleText &article, const Span &place)
{
    const QString &text = article.text();
    const qsizetype from = outsidePair(text, std::max<qsizetype>(0, place.begin - AroundContext), -1);
    const qsizetype to = outsidePair(text, std::min(text.size(), place.end + AroundContext), 1);
    const QString inside = shortened(article.view(place).toString());
    Context context;
    context.text = (from > 0 ? u"…"_s : QString()) + text.sliced(from, place.begin - from);
    context.begin = context.text.size();
    context.length = inside.size();
    context.text = oneLine(context.text + inside + text.sliced(place.end, to - place.end)
                           + (to < text.size() ? u"…"_s : QString()));
    return context;
}

/// The same place for a view that keeps its current row, whatever was changed about it.
bool isSameRow(const Difference &a, const Difference &b) { return a.a == b.a && a.b == b.b; }

} // namespace

void DifferencesModel::setComparison(const LayerComparison &comparison, const ArticleText &text)
{
    m_comparison = comparison;
    m_text = text;
    showRows(wanted());
    // Types, entities and notes of the rows that stayed may be others now.
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void DifferencesModel::clear()
{
    beginResetModel();
    m_comparison = {};
    m_text = {};
    m_rows.clear();
    m_shown = {};
    endResetModel();
}

void DifferencesModel::setShownKinds(DifferenceKinds kinds)
{
    m_shown = kinds;
    showRows(wanted());
}

int DifferencesModel::count(DifferenceKind kind) const
{
    return int(std::count_if(m_comparison.differences.cbegin(), m_comparison.differences.cend(),
                             [kind](const Difference &difference) { return difference.kinds.testFlag(kind); }));
}

int DifferencesModel::rowOfMention(MentionId a) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [a](const Difference &row) { return row.a == a; });
    return a == 0 || found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int DifferencesModel::rowFrom(qsizetype offset) const
{
    const auto found = std::lower_bound(m_rows.cbegin(), m_rows.cend(), offset,
                                        [](const Difference &row, qsizetype at) { return row.place.begin < at; });
    return int(found - m_rows.cbegin());
}

QList<Difference> DifferencesModel::wanted() const
{
    if (!m_shown)
        return m_comparison.differences;
    QList<Difference> rows;
    std::copy_if(m_comparison.differences.cbegin(), m_comparison.differences.cend(), std::back_inserter(rows),
                 [this](const Difference &difference) { return bool(difference.kinds & m_shown); });
    return rows;
}

/// What is the same at both ends stays; the rows between go and come.
void DifferencesModel::showRows(const QList<Difference> &rows)
{
    const auto front = std::mismatch(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend(), isSameRow);
    const qsizetype begin = front.first - m_rows.cbegin();
    qsizetype end = m_rows.size();
    qsizetype newEnd = rows.size();
    while (end > begin && newEnd > begin && isSameRow(m_rows.at(end - 1), rows.at(newEnd - 1))) {
        --end;
        --newEnd;
    }
    if (end > begin) {
        beginRemoveRows({}, int(begin), int(end) - 1);
        m_rows.remove(begin, end - begin);
        endRemoveRows();
    }
    if (newEnd > begin) {
        beginInsertRows({}, int(begin), int(newEnd) - 1);
        m_rows = rows;
        endInsertRows();
    }
    m_rows = rows;
}

int DifferencesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Difference &row = m_rows.at(index.row());
    const auto side = [&](const Layer &layer, MentionId id, int of) { return sideData(layer, id, of).toString(); };
    switch (role) {
    case Qt::DisplayRole: {
        const QString a = side(m_comparison.a, row.a, TextARole);
        const QString b = side(m_comparison.b, row.b, TextARole);
        return tr("%1, line %2: %3 | %4")
            .arg(kindNames(row.kinds), index.data(LineRole).toString(), a.isEmpty() ? u"–"_s : a, b.isEmpty() ? u"–"_s : b);
    }
    case KindsRole:
        return int(row.kinds);
    case MentionARole:
        return row.a;
    case MentionBRole:
        return row.b;
    case TextARole:
    case TypeARole:
    case EntityARole:
    case LinkARole:
    case NormARole:
    case NoteARole:
        return sideData(m_comparison.a, row.a, role);
    case TextBRole:
    case TypeBRole:
    case EntityBRole:
    case LinkBRole:
    case NormBRole:
    case NoteBRole:
        return sideData(m_comparison.b, row.b, role - 1);
    case BeginRole:
        return row.place.begin;
    case EndRole:
        return row.place.end;
    case LineRole:
        return m_text.offsets().lineColumn(row.place.begin).line;
    case ContextRole:
        return contextOf(m_text, row.place).text;
    case ContextBeginRole:
        return contextOf(m_text, row.place).begin;
    case ContextLengthRole:
        return contextOf(m_text, row.place).length;
    default:
        return {};
    }
}

/// `role`: that of the first side.
QVariant DifferencesModel::sideData(const Layer &layer, MentionId id, int role) const
{
    const Mention *mention = layer.mentions.find(id);
    if (!mention)
        return QString();
    const Entity *entity = layer.entity(mention->entity);
    switch (role) {
    case TextARole:
        return textOf(m_text, *mention);
    case TypeARole:
        return mention->type;
    case EntityARole:
        return entity ? entity->name : QString();
    case LinkARole:
        return mention->link.isEmpty() && entity ? entity->link : mention->link;
    case NormARole:
        return mention->norm;
    case NoteARole:
        return notesOf(*mention);
    default:
        return {};
    }
}

QString DifferencesModel::kindName(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Missing:
        return tr("Missing");
    case DifferenceKind::Extra:
        return tr("Extra");
    case DifferenceKind::Boundary:
        return tr("Boundary");
    case DifferenceKind::Type:
        return tr("Type");
    case DifferenceKind::Entity:
        return tr("Entity");
    case DifferenceKind::Norm:
        return tr("Normal form");
    }
    return {};
}

QString DifferencesModel::kindNames(DifferenceKinds kinds)
{
    QStringList names;
    for (const DifferenceKind kind : kindsIn(kinds))
        names.append(kindName(kind));
    return names.join(u" · "_s);
}

} // namespace dateline
