// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/reviewpanel.h"

#include "editing/editsession.h"
#include "itemmodels/reviewmodel.h"
#include "ui/panels/reviewcard.h"
#include "ui/panels/reviewdelegate.h"
#include "ui/widgets/typenames.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

class ReviewPanel::Private final : public QObject
{
public:
    explicit Private(ReviewPanel &panel);
    bool eventFilter(QObject *watched, QEvent *event) override;
    void activate(const QModelIndex &index);
    void refresh();
    void applyFilter();
    [[nodiscard]] QString summary() const;

    ReviewPanel &q;
    QPointer<EditSession> session;
    ReviewModel model;
    ReviewDelegate *delegate = nullptr;
    QLabel *head = nullptr;
    QWidget *filters = nullptr;
    QComboBox *show = nullptr;
    QComboBox *type = nullptr;
    QListView *list = nullptr;
    QLabel *empty = nullptr;
    ReviewCard *card = nullptr;
    bool isFollowing = false; ///< the row is set from outside
};

ReviewPanel::Private::Private(ReviewPanel &panel) : q(panel)
{
    head = new QLabel;
    head->setObjectName(u"reviewHead"_s);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    show = new QComboBox;
    show->setObjectName(u"reviewShow"_s);
    show->setAccessibleName(ReviewPanel::tr("Which mentions"));
    show->addItem(ReviewPanel::tr("All"), int(ReviewFilter::Show::All));
    show->addItem(ReviewPanel::tr("To review"), int(ReviewFilter::Show::ToReview));
    show->addItem(ReviewPanel::tr("Returned"), int(ReviewFilter::Show::Returned));
    show->addItem(ReviewPanel::tr("Commented"), int(ReviewFilter::Show::Commented));
    show->addItem(ReviewPanel::tr("Low confidence"), int(ReviewFilter::Show::LowConfidence));
    type = new QComboBox;
    type->setObjectName(u"reviewType"_s);
    type->setAccessibleName(ReviewPanel::tr("Of which type"));
    filters = new QWidget;
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(show, 1);
    row->addWidget(type, 1);

    delegate = new ReviewDelegate(&q);
    list = new QListView;
    list->setObjectName(u"reviewList"_s);
    list->setAccessibleName(ReviewPanel::tr("Review"));
    list->setModel(&model);
    list->setItemDelegate(delegate);
    list->setFrameShape(QFrame::NoFrame);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->installEventFilter(this);
    empty = new QLabel;
    empty->setObjectName(u"reviewEmpty"_s);
    empty->setWordWrap(true);
    empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    empty->setContentsMargins(14, 12, 14, 12);
    card = new ReviewCard;

    auto *top = new QVBoxLayout;
    top->setContentsMargins(12, 9, 12, 6);
    top->setSpacing(8);
    top->addWidget(head);
    top->addWidget(filters);
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(empty);
    layout->addWidget(list, 1);
    layout->addWidget(card);

    connect(show, &QComboBox::activated, this, &Private::applyFilter);
    connect(type, &QComboBox::activated, this, &Private::applyFilter);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) { activate(index); });
    connect(list, &QListView::clicked, this, &Private::activate);
    connect(&model, &ReviewModel::stateChanged, this, &Private::refresh);
    connect(card, &ReviewCard::actionRequested, &q, &ReviewPanel::actionRequested);
    connect(card, &ReviewCard::commentGiven, &q, &ReviewPanel::commentGiven);
    connect(card, &ReviewCard::commentDismissed, &q, &ReviewPanel::commentDismissed);
}

bool ReviewPanel::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == list && event->type() == QEvent::KeyPress && session && session->isReviewing()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            Q_EMIT q.actionRequested(u"accept"_s);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void ReviewPanel::Private::applyFilter()
{
    ReviewFilter filter;
    filter.show = ReviewFilter::Show(show->currentData().toInt());
    filter.type = type->currentData().toString();
    model.setFilter(filter);
}

void ReviewPanel::Private::activate(const QModelIndex &index)
{
    if (isFollowing || !index.isValid() || !session)
        return;
    refresh();
    if (const MentionId mention = index.data(ReviewModel::MentionRole).toUInt(); mention != 0) {
        Q_EMIT q.mentionActivated(mention);
        return;
    }
    const qsizetype begin = index.data(ReviewModel::BeginRole).toLongLong();
    const qsizetype length = index.data(ReviewModel::ContextLengthRole).toLongLong();
    Q_EMIT q.placeActivated(begin < 0 ? Span{} : Span{begin, begin + length});
}

QString ReviewPanel::Private::summary() const
{
    const Layer *layer = session ? session->layer() : nullptr;
    if (!layer)
        return {};
    const ReviewCounts &counts = model.counts();
    if (!session->isReviewing())
        return describe(counts);
    const Agent *annotator = session->article().agent(layer->info.by);
    const qsizetype seen = counts.approved + counts.returned;
    const qsizetype all = seen + counts.undecided + counts.changed;
    const QString progress = ReviewPanel::tr("%1 of %2 looked at").arg(seen).arg(all);
    const QString rest = describe(counts);
    return ReviewPanel::tr("The work of %1").arg(annotator ? annotator->name : QString()) + u" · "_s + progress
         + (rest.isEmpty() ? QString() : u" · "_s + rest);
}

void ReviewPanel::Private::refresh()
{
    const bool isReviewing = session && session->isReviewing();
    const QString text = summary();
    head->setText(text);
    head->setVisible(!text.isEmpty());
    filters->setVisible(isReviewing);
    const bool isEmpty = model.rowCount() == 0;
    list->setVisible(!isEmpty);
    empty->setVisible(isEmpty);
    if (!session || !session->layer())
        empty->setText(ReviewPanel::tr("Open an article first."));
    else if (isReviewing)
        empty->setText(ReviewPanel::tr("Nothing of this kind. Choose “All” above to see every mention."));
    else if (!text.isEmpty())
        empty->setText(ReviewPanel::tr("Nothing waits for you: everything that came back is answered. "
                                       "“Submit again” below marks the article final."));
    else
        empty->setText(ReviewPanel::tr("No review yet. To check what another person tagged, choose Review, Review as Yourself…"));
    card->showRow(session, list->currentIndex());
}

ReviewPanel::ReviewPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"reviewPanel"_s);
    setFocusProxy(d->list);
    setTheme(Theme::light());
    d->refresh();
}

ReviewPanel::~ReviewPanel() = default;

void ReviewPanel::setSession(EditSession *session)
{
    d->session = session;
    if (session) {
        d->delegate->setTagset(session->article().tagset);
        const QString present = d->type->currentData().toString();
        d->type->clear();
        d->type->addItem(tr("All types"), QString());
        for (const TypeDefinition &type : session->article().tagset.types)
            d->type->addItem(typeName(session->article().tagset, type.id), type.id);
        d->type->setCurrentIndex(std::max(0, d->type->findData(present)));
        d->applyFilter();
    }
    d->model.setSession(session);
    d->refresh();
}

void ReviewPanel::setTheme(const Theme &theme)
{
    d->delegate->setTheme(theme);
    d->card->setTheme(theme);
    d->head->setStyleSheet(u"color: %1;"_s.arg(theme.dimmed.name()));
    d->empty->setStyleSheet(u"color: %1;"_s.arg(theme.dimmed.name()));
    d->list->viewport()->update();
    d->refresh();
}

void ReviewPanel::setCurrentMention(MentionId mention)
{
    const int row = d->model.rowOf(mention);
    // A proposal's row, or the article's, stays while no mention is current.
    const QModelIndex present = d->list->currentIndex();
    if (mention == 0 && present.isValid() && present.data(ReviewModel::MentionRole).toUInt() == 0)
        return;
    d->isFollowing = true;
    d->list->setCurrentIndex(row < 0 ? QModelIndex() : d->model.index(row));
    d->isFollowing = false;
    d->refresh();
}

ReviewModel &ReviewPanel::model() const { return d->model; }
ProposalId ReviewPanel::currentProposal() const { return d->list->currentIndex().data(ReviewModel::ProposalRole).toUInt(); }
CommentId ReviewPanel::currentThread() const { return d->list->currentIndex().data(ReviewModel::ThreadRole).toUInt(); }
QLineEdit *ReviewPanel::commentField() const { return d->card->commentField(); }

bool ReviewPanel::step(qsizetype caret, bool forward)
{
    if (d->model.rowCount() == 0)
        return false;
    const QModelIndex present = d->list->currentIndex();
    int row = present.isValid() ? present.row() + (forward ? 1 : -1) : d->model.rowBeside(caret, forward);
    if (row < 0 || row >= d->model.rowCount())
        row = forward ? 0 : d->model.rowCount() - 1; // round the end
    const QModelIndex next = d->model.index(row);
    d->list->setCurrentIndex(next);
    if (next == present)
        d->activate(next);
    d->list->scrollTo(next);
    return true;
}

void ReviewPanel::focusList() { d->list->setFocus(Qt::ShortcutFocusReason); }
void ReviewPanel::focusComment() { d->card->commentField()->setFocus(Qt::ShortcutFocusReason); }

} // namespace dateline
