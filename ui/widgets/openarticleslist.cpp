// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/openarticleslist.h"

#include "ui/widgets/typenames.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// How far an article is, or the stage that it has, with who and when.
QString stateOf(const QModelIndex &index)
{
    const int stage = index.data(OpenArticlesModel::StageRole).toInt();
    if (stage <= int(Stage::Draft))
        return OpenArticlesList::tr("%1 of %2 reviewed")
            .arg(index.data(OpenArticlesModel::ReviewedCountRole).toInt())
            .arg(index.data(OpenArticlesModel::MentionCountRole).toInt());
    const QString name = stageName(Stage(stage));
    const QString by = index.data(OpenArticlesModel::StageByRole).toString();
    if (by.isEmpty())
        return name;
    const QDateTime at = index.data(OpenArticlesModel::StageAtRole).toDateTime().toLocalTime();
    return OpenArticlesList::tr("%1 · %2, %3", "stage, who, when")
        .arg(name, by, QLocale().toString(at.date(), QLocale::ShortFormat));
}

/// Title on the first line, state on the second.
class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    Theme theme;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {160, 2 * option.fontMetrics.height() + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.selectionRow);
        const QRect inner = option.rect.adjusted(12, 6, -12, -6);
        const int lineHeight = option.fontMetrics.height();
        QFont bold = option.font;
        bold.setBold(option.state & QStyle::State_Selected);
        painter->setFont(bold);
        painter->setPen(theme.text);
        const QString mark = index.data(OpenArticlesModel::ModifiedRole).toBool() ? u"• "_s : QString();
        painter->drawText(
            QRect(inner.left(), inner.top(), inner.width(), lineHeight), Qt::AlignLeft,
            QFontMetrics(bold).elidedText(mark + index.data(Qt::DisplayRole).toString(), Qt::ElideRight, inner.width()));
        painter->setFont(option.font);
        painter->setPen(theme.dimmed);
        painter->drawText(QRect(inner.left(), inner.top() + lineHeight + 3, inner.width(), lineHeight), Qt::AlignLeft,
                          option.fontMetrics.elidedText(stateOf(index), Qt::ElideRight, inner.width()));
        painter->restore();
    }
};

} // namespace

OpenArticlesList::OpenArticlesList(QWidget *parent) : QListView(parent)
{
    setObjectName(u"openArticles"_s);
    setAccessibleName(tr("Open articles"));
    setModel(&m_model);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(200);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT articleChosen(m_model.sessionAt(index.row())); };
    connect(this, &QListView::activated, this, choose);
    connect(this, &QListView::clicked, this, choose);
}

void OpenArticlesList::setSessions(const QList<EditSession *> &sessions, EditSession *current)
{
    for (EditSession *session : std::as_const(m_sessions)) {
        if (!sessions.contains(session))
            m_model.remove(session);
    }
    for (EditSession *session : sessions) {
        if (!m_sessions.contains(session))
            m_model.append(session);
    }
    m_sessions = sessions;
    const int row = current ? m_model.rowOf(current) : -1;
    if (row >= 0)
        setCurrentIndex(m_model.index(row));
}

void OpenArticlesList::setTheme(const Theme &theme)
{
    static_cast<Delegate *>(itemDelegate())->theme = theme;
    viewport()->update();
}

void OpenArticlesList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid())
        Q_EMIT closeRequested(m_model.sessionAt(currentIndex().row()));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT articleChosen(m_model.sessionAt(currentIndex().row()));
    else
        QListView::keyPressEvent(event);
}

void OpenArticlesList::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::MiddleButton && index.isValid())
        Q_EMIT closeRequested(m_model.sessionAt(index.row()));
    else
        QListView::mouseReleaseEvent(event);
}

} // namespace dateline
