// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articleaccessible.h"

#include "editing/editsession.h"
#include "ui/view/articleview.h"

#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

QAccessibleInterface *create(const QString &, QObject *object)
{
    auto *view = qobject_cast<ArticleView *>(object);
    return view ? new ArticleAccessible(view) : nullptr;
}

QTextBoundaryFinder::BoundaryType finderType(QAccessible::TextBoundaryType type)
{
    switch (type) {
    case QAccessible::CharBoundary:
        return QTextBoundaryFinder::Grapheme;
    case QAccessible::WordBoundary:
        return QTextBoundaryFinder::Word;
    default:
        return QTextBoundaryFinder::Sentence;
    }
}

/// Keeps a separator of the attribute string out of a value.
QString escaped(QString value)
{
    for (const QChar special : {u'\\', u':', u',', u'=', u';'})
        value.replace(special, u'\\' + QString(special));
    return value;
}

} // namespace

ArticleAccessible::ArticleAccessible(ArticleView *view)
    : QAccessibleWidget(view, QAccessible::EditableText, view->accessibleName())
{ }

void ArticleAccessible::install()
{
    // Qt asks the newest factory first and does not look for doubles.
    static const bool isInstalled = [] {
        QAccessible::installFactory(create);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void *ArticleAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State ArticleAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

ArticleView *ArticleAccessible::view() const { return static_cast<ArticleView *>(widget()); }

const QString &ArticleAccessible::whole() const
{
    static const QString none;
    const EditSession *session = view()->session();
    return session ? session->article().text.text() : none;
}

void ArticleAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    const Span span = selectionIndex == 0 ? view()->selection() : Span{};
    *startOffset = int(span.begin);
    *endOffset = int(span.end);
}

int ArticleAccessible::selectionCount() const { return view()->selection().isEmpty() ? 0 : 1; }

void ArticleAccessible::addSelection(int startOffset, int endOffset) { view()->setSelection({startOffset, endOffset}); }

void ArticleAccessible::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0)
        view()->setCaret(view()->caret());
}

void ArticleAccessible::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex == 0)
        view()->setSelection({startOffset, endOffset});
}

int ArticleAccessible::cursorPosition() const { return int(view()->caret()); }

void ArticleAccessible::setCursorPosition(int position) { view()->setCaret(position); }

QString ArticleAccessible::text(int startOffset, int endOffset) const
{
    return whole().mid(startOffset, std::max(0, endOffset - startOffset));
}

QString ArticleAccessible::pieceAround(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                       int *endOffset) const
{
    *startOffset = *endOffset = -1;
    const QString &all = whole();
    if (offset < 0 || offset > all.size())
        return {};
    qsizetype begin = 0;
    qsizetype end = all.size();
    if (boundaryType != QAccessible::NoBoundary) {
        // A newline belongs to the paragraph that it ends.
        begin = offset == 0 ? 0 : all.lastIndexOf(u'\n', offset - 1) + 1;
        const qsizetype newline = all.indexOf(u'\n', offset);
        end = newline < 0 ? all.size() : newline + 1;
        if (boundaryType != QAccessible::ParagraphBoundary && boundaryType != QAccessible::LineBoundary && begin < end) {
            QTextBoundaryFinder finder(finderType(boundaryType), QStringView(all).mid(begin, end - begin));
            finder.setPosition(offset - begin);
            const qsizetype after = finder.toNextBoundary();
            if (after >= 0)
                end = begin + after;
            finder.setPosition(offset - begin);
            if (!finder.isAtBoundary()) {
                const qsizetype before = finder.toPreviousBoundary();
                begin += std::max<qsizetype>(0, before);
            } else {
                begin = offset;
            }
        }
    }
    *startOffset = int(begin);
    *endOffset = int(end);
    return all.mid(begin, end - begin);
}

QString ArticleAccessible::textAtOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                        int *endOffset) const
{
    return pieceAround(offset, boundaryType, startOffset, endOffset);
}

QString ArticleAccessible::textBeforeOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                            int *endOffset) const
{
    (void)pieceAround(offset, boundaryType, startOffset, endOffset);
    const int begin = *startOffset;
    *startOffset = *endOffset = -1;
    return begin > 0 ? pieceAround(begin - 1, boundaryType, startOffset, endOffset) : QString();
}

QString ArticleAccessible::textAfterOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                           int *endOffset) const
{
    (void)pieceAround(offset, boundaryType, startOffset, endOffset);
    const int end = *endOffset;
    *startOffset = *endOffset = -1;
    return end >= 0 && end < characterCount() ? pieceAround(end, boundaryType, startOffset, endOffset) : QString();
}

int ArticleAccessible::characterCount() const { return int(whole().size()); }

QRect ArticleAccessible::characterRect(int offset) const
{
    const QList<QRectF> boxes = view()->rectanglesOf({offset, offset + 1});
    if (boxes.isEmpty())
        return {};
    const QRect box = boxes.first().toAlignedRect();
    return {view()->viewport()->mapToGlobal(box.topLeft()), box.size()};
}

int ArticleAccessible::offsetAtPoint(const QPoint &point) const
{
    return int(view()->positionAt(view()->viewport()->mapFromGlobal(point)));
}

void ArticleAccessible::scrollToSubstring(int startIndex, int endIndex) { view()->ensureVisible({startIndex, endIndex}); }

QString ArticleAccessible::attributes(int offset, int *startOffset, int *endOffset) const
{
    *startOffset = offset;
    *endOffset = std::min(offset + 1, characterCount());
    const EditSession *session = view()->session();
    const Layer *layer = session ? session->layer() : nullptr;
    const MentionId id = view()->mentionAt(offset);
    const Mention *mention = layer && id != 0 ? layer->mentions.find(id) : nullptr;
    if (!mention)
        return {};
    *startOffset = int(mention->extent().begin);
    *endOffset = int(mention->extent().end);
    const TypeDefinition *type = session->article().tagset.find(mention->type);
    QStringList parts{u"mention:"_s + escaped(type ? type->name : mention->type), u"status:"_s + toName(mention->status)};
    const Entity *entity = layer->entity(mention->entity);
    if (entity && !entity->name.isEmpty())
        parts.append(u"entity:"_s + escaped(entity->name));
    const ReviewMarks &review = view()->reviewMarks();
    if (review.isReviewing)
        parts.append(u"review:"_s + reviewMarkName(review.of(id)));
    else if (review.of(id) == ReviewMark::Returned)
        parts.append(u"review:returned"_s);
    parts.append(review.shownStatus(*mention) == Status::Accepted ? u"text-underline-style:solid"_s
                                                                  : u"text-underline-style:dash"_s);
    return parts.join(u';') + u';';
}

} // namespace dateline
