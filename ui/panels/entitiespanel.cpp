// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/entitiespanel.h"

#include "editing/editsession.h"
#include "itemmodels/entitytreemodel.h"
#include "ui/panels/entitydelegate.h"
#include "ui/panels/mentioncard.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

using Kind = EntityTreeModel::Kind;

Kind kindOf(const QModelIndex &index) { return Kind(index.data(EntityTreeModel::KindRole).toInt()); }

/// The tree with triangles that the delegate paints. Knows whether what happens comes from the
/// user: rows that come and go move the current index as well.
class EntityTree final : public QTreeView
{
public:
    using QTreeView::QTreeView;
    bool isUserActing = false;
    std::function<void()> onReturn;

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        const QScopedValueRollback acting(isUserActing, true);
        const QModelIndex index = indexAt(event->position().toPoint());
        if (event->button() == Qt::LeftButton && index.isValid() && kindOf(index) == Kind::Entity
            && EntityDelegate::isOnTriangle(visualRect(index), event->position().toPoint(), layoutDirection())) {
            setExpanded(index, !isExpanded(index));
            event->accept();
            return;
        }
        QTreeView::mousePressEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const QScopedValueRollback acting(isUserActing, true);
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
            onReturn();
            event->accept();
            return;
        }
        QTreeView::keyPressEvent(event);
    }
};

QIcon magnifier(const QColor &color)
{
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(QPointF(7, 7), 4, 4);
    painter.drawLine(QPointF(10, 10), QPointF(13.2, 13.2));
    return QIcon(pixmap);
}

} // namespace

class EntitiesPanel::Private : public QObject
{
public:
    explicit Private(EntitiesPanel &panel);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void openTypes();
    void placeHint();
    void showCurrent();
    void activate(const QModelIndex &index);
    void follow(const QModelIndex &current);
    void select(MentionId mention);
    [[nodiscard]] MentionId mentionOf(const QModelIndex &index) const;

    EntitiesPanel &q;
    QPointer<EditSession> session;
    EntityTreeModel model;
    QLineEdit *filter = nullptr;
    QAction *icon = nullptr;
    QLabel *hint = nullptr;
    EntityTree *tree = nullptr;
    EntityDelegate *delegate = nullptr;
    MentionCard *card = nullptr;
    MentionId current = 0;
    EntityId lastEntity = 0;
    QPersistentModelIndex opened; ///< the entity row that follows the article, to be closed again
};

EntitiesPanel::Private::Private(EntitiesPanel &panel) : q(panel)
{
    filter = new QLineEdit(&q);
    filter->setObjectName(u"entityFilter"_s);
    filter->setPlaceholderText(EntitiesPanel::tr("Filter entities…"));
    filter->setAccessibleName(EntitiesPanel::tr("Filter entities"));
    filter->setClearButtonEnabled(true);
    icon = filter->addAction(QIcon(), QLineEdit::LeadingPosition);
    hint = new QLabel(QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText), filter);
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    filter->installEventFilter(this);

    tree = new EntityTree(&q);
    tree->setObjectName(u"entityTree"_s);
    tree->setAccessibleName(EntitiesPanel::tr("Entities"));
    delegate = new EntityDelegate(tree);
    tree->setModel(&model);
    tree->setItemDelegate(delegate);
    tree->setHeaderHidden(true);
    tree->setIndentation(0);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setExpandsOnDoubleClick(true);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setDragEnabled(true);
    tree->setAcceptDrops(true);
    tree->setDragDropMode(QAbstractItemView::DragDrop);
    tree->setDefaultDropAction(Qt::MoveAction);
    tree->setContextMenuPolicy(Qt::CustomContextMenu);

    card = new MentionCard(&q);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 9, 12, 6);
    top->addWidget(filter);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(tree, 1);
    layout->addWidget(card);

    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        hint->setVisible(text.isEmpty());
        model.setFilter(text);
        openTypes();
        select(current);
    });
    tree->onReturn = [this] { activate(tree->currentIndex()); };
    connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { follow(index); });
    connect(tree, &QTreeView::customContextMenuRequested, this,
            [this](const QPoint &at) { Q_EMIT q.menuRequested(tree->viewport()->mapToGlobal(at)); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        openTypes();
        select(current);
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent) {
        if (!parent.isValid())
            openTypes();
    });
    connect(&model, &EntityTreeModel::mergeRequested, &q, &EntitiesPanel::mergeRequested);
    connect(card, &MentionCard::actionRequested, &q, &EntitiesPanel::actionRequested);
}

bool EntitiesPanel::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == filter && event->type() == QEvent::Resize)
        placeHint();
    if (watched == filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !filter->text().isEmpty()) {
            filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            const QModelIndex type = model.index(0, 0);
            const QModelIndex first = type.isValid() ? model.index(0, 0, type) : QModelIndex();
            if (!first.isValid())
                return true;
            tree->setFocus();
            tree->setCurrentIndex(first);
            activate(first);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void EntitiesPanel::Private::openTypes()
{
    for (int row = 0; row < model.rowCount(); ++row)
        tree->expand(model.index(row, 0));
}

void EntitiesPanel::Private::placeHint()
{
    const QSize size = hint->sizeHint();
    const QRect place(filter->width() - size.width() - 10, (filter->height() - size.height()) / 2, size.width(), size.height());
    hint->setGeometry(QStyle::visualRect(filter->layoutDirection(), filter->rect(), place));
}

MentionId EntitiesPanel::Private::mentionOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return 0;
    switch (kindOf(index)) {
    case Kind::Mention:
        return index.data(EntityTreeModel::MentionRole).toUInt();
    case Kind::Entity:
        return model.index(0, 0, index).data(EntityTreeModel::MentionRole).toUInt();
    case Kind::Type:
        break;
    }
    return 0;
}

void EntitiesPanel::Private::showCurrent() { card->showMention(session, current); }

void EntitiesPanel::Private::activate(const QModelIndex &index)
{
    const MentionId mention = mentionOf(index);
    if (mention == 0)
        return;
    current = mention;
    showCurrent();
    Q_EMIT q.mentionActivated(mention);
}

void EntitiesPanel::Private::follow(const QModelIndex &index)
{
    const EntityId entity = q.currentEntity();
    if (entity != lastEntity) {
        lastEntity = entity;
        Q_EMIT q.currentEntityChanged(entity);
    }
    if (tree->isUserActing)
        activate(index);
}

void EntitiesPanel::Private::select(MentionId mention)
{
    const QModelIndex index = model.indexOfMention(mention);
    if (!index.isValid()) {
        tree->selectionModel()->clear();
        return;
    }
    const QModelIndex entity = index.parent();
    // The user chose the entity's row, which stands for its first mention: stay on it.
    if (tree->currentIndex() == entity && mentionOf(entity) == mention)
        return;
    if (opened.isValid() && opened != entity) {
        tree->collapse(opened);
        opened = QPersistentModelIndex();
    }
    if (!tree->isExpanded(entity)) {
        tree->expand(entity);
        opened = entity;
    }
    if (tree->currentIndex() != index || !tree->selectionModel()->isSelected(index))
        tree->setCurrentIndex(index);
    tree->scrollTo(index);
}

EntitiesPanel::EntitiesPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"entitiesPanel"_s);
    setFocusProxy(d->tree);
    setTheme(Theme::light());
}

EntitiesPanel::~EntitiesPanel() = default;

void EntitiesPanel::setSession(EditSession *session)
{
    if (d->session)
        disconnect(d->session, nullptr, d.get(), nullptr);
    d->session = session;
    d->current = 0;
    d->opened = QPersistentModelIndex();
    if (session)
        d->delegate->setTagset(session->article().tagset);
    d->model.setSession(session);
    d->showCurrent();
    if (!session)
        return;
    // Connected after the model: the rows are up to date when this runs.
    connect(session, &EditSession::changed, d.get(), [this] {
        if (!selectedMentions().contains(d->current))
            d->select(d->current);
        d->showCurrent();
    });
    connect(session, &QObject::destroyed, d.get(), [this] {
        d->current = 0;
        d->card->showMention(nullptr, 0);
    });
}

void EntitiesPanel::setTheme(const Theme &theme)
{
    d->delegate->setTheme(theme);
    d->card->setTheme(theme);
    d->showCurrent();
    d->icon->setIcon(magnifier(theme.dimmed));
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.85);
    d->hint->setFont(small);
    d->hint->setStyleSheet(u"color: %1; background: transparent;"_s.arg(theme.dimmed.name()));
    d->placeHint();
    d->tree->viewport()->update();
}

void EntitiesPanel::setCurrentMention(MentionId mention)
{
    d->current = mention;
    d->select(mention);
    d->showCurrent();
}

void EntitiesPanel::focusFilter()
{
    d->filter->setFocus(Qt::ShortcutFocusReason);
    d->filter->selectAll();
}

void EntitiesPanel::focusTree()
{
    // A view that gets the focus without a current row takes its first one, a heading.
    const QModelIndex present = d->tree->currentIndex();
    if ((!present.isValid() || kindOf(present) == Kind::Type) && d->model.rowCount() > 0)
        d->tree->setCurrentIndex(d->model.index(0, 0, d->model.index(0, 0)));
    d->tree->setFocus(Qt::ShortcutFocusReason);
}

EntityId EntitiesPanel::currentEntity() const
{
    const QModelIndex index = d->tree->currentIndex();
    return index.isValid() && kindOf(index) != Kind::Type ? index.data(EntityTreeModel::EntityRole).toUInt() : 0;
}

QList<MentionId> EntitiesPanel::selectedMentions() const
{
    QList<MentionId> mentions;
    const QModelIndexList selected = d->tree->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected) {
        if (kindOf(index) == Kind::Mention)
            mentions.append(index.data(EntityTreeModel::MentionRole).toUInt());
    }
    return mentions;
}

} // namespace dateline
