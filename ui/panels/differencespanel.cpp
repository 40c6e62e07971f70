// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/differencespanel.h"

#include "itemmodels/differencesmodel.h"
#include "ui/panels/differencecard.h"
#include "ui/panels/differencedelegate.h"
#include "ui/widgets/keyedtext.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int NameWidth = 120;
constexpr DifferenceKinds AllKinds = DifferenceKinds::fromInt(0x3f);

/// Knows whether what happens comes from the user: rows that come and go move the current one as well.
class DifferenceList final : public QListView
{
public:
    using QListView::QListView;
    bool isUserActing = false;

protected:
    void mousePressEvent(QMouseEvent *event) override
    {
        const QScopedValueRollback acting(isUserActing, true);
        QListView::mousePressEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const QScopedValueRollback acting(isUserActing, true);
        QListView::keyPressEvent(event);
    }
};

} // namespace

class DifferencesPanel::Private : public QObject
{
public:
    Private(DifferencesPanel &panel, DifferencesModel &differences);

    void buildHead(QVBoxLayout *layout);
    void fillFilter();
    void showFigures();
    void showCurrent() { card->showDifference(list->currentIndex()); }

    DifferencesPanel &q;
    DifferencesModel &model;
    Theme theme = Theme::light();
    QLabel *swatches[2] = {};
    QLabel *names[2] = {};
    QToolButton *close = nullptr;
    QList<QPair<QLabel *, QString>> figures; ///< with their captions
    QComboBox *filter = nullptr;
    QLabel *hint = nullptr;
    DifferenceList *list = nullptr;
    DifferenceDelegate *delegate = nullptr;
    DifferenceCard *card = nullptr;
};

DifferencesPanel::Private::Private(DifferencesPanel &panel, DifferencesModel &differences) : q(panel), model(differences)
{
    auto *layout = new QVBoxLayout(&q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);

    list = new DifferenceList(&q);
    list->setObjectName(u"differenceList"_s);
    list->setAccessibleName(DifferencesPanel::tr("Differences"));
    delegate = new DifferenceDelegate(list);
    list->setModel(&model);
    list->setItemDelegate(delegate);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setFrameShape(QFrame::NoFrame);
    card = new DifferenceCard(&q);
    layout->addWidget(list, 1);
    layout->addWidget(card);

    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        showCurrent();
        if (list->isUserActing && index.isValid())
            Q_EMIT q.rowChosen(index.row());
    });
    connect(list, &QListView::activated, this, [this](const QModelIndex &index) { Q_EMIT q.rowChosen(index.row()); });
    connect(filter, &QComboBox::activated, this, [this] { model.setShownKinds(DifferenceKinds(filter->currentData().toInt())); });
    connect(close, &QToolButton::clicked, &q, &DifferencesPanel::closeRequested);
}

void DifferencesPanel::Private::buildHead(QVBoxLayout *layout)
{
    auto *who = new QHBoxLayout;
    who->setSpacing(7);
    for (int side = 0; side < 2; ++side) {
        swatches[side] = new QLabel;
        names[side] = new QLabel;
        names[side]->setObjectName(side == 0 ? u"sideNameA"_s : u"sideNameB"_s);
        names[side]->setTextFormat(Qt::PlainText);
        QFont bold = names[side]->font();
        bold.setBold(true);
        names[side]->setFont(bold);
        who->addWidget(swatches[side]);
        who->addWidget(names[side]);
        if (side == 0)
            who->addSpacing(12);
    }
    swatches[0]->setToolTip(DifferencesPanel::tr("Tinted and underlined in the article"));
    swatches[1]->setToolTip(DifferencesPanel::tr("Outlined in the article, where it differs"));
    who->addStretch();
    close = new QToolButton;
    close->setObjectName(u"endComparisonButton"_s);
    close->setText(u"×"_s);
    close->setAutoRaise(true);
    close->setToolTip(DifferencesPanel::tr("End the comparison"));
    close->setAccessibleName(DifferencesPanel::tr("End the comparison"));
    who->addWidget(close);

    auto *measures = new QHBoxLayout;
    measures->setSpacing(16);
    const auto addFigure = [&](const QString &name, const QString &caption, const QString &tip) {
        auto *label = new QLabel;
        label->setObjectName(name);
        label->setTextFormat(Qt::RichText);
        label->setToolTip(tip);
        measures->addWidget(label);
        figures.append({label, caption});
    };
    addFigure(u"f1Exact"_s, DifferencesPanel::tr("F1 exact"),
              DifferencesPanel::tr("Agreement on mentions of the same words and type, 0 to 1"));
    addFigure(u"f1Overlap"_s, DifferencesPanel::tr("F1 overlap"),
              DifferencesPanel::tr("Agreement on mentions that share words and are of one type, 0 to 1"));
    addFigure(u"kappa"_s, DifferencesPanel::tr("κ tokens"),
              DifferencesPanel::tr("Cohen’s kappa over the types of all words: 1 full agreement, 0 that of chance"));
    measures->addStretch();

    auto *choice = new QHBoxLayout;
    filter = new QComboBox;
    filter->setObjectName(u"differenceFilter"_s);
    filter->setAccessibleName(DifferencesPanel::tr("Show"));
    filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    hint = new QLabel;
    setKeyedText(*hint, DifferencesPanel::tr("%1 next"), u"nextItem"_s);
    choice->addWidget(filter, 1);
    choice->addSpacing(8);
    choice->addWidget(hint);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(14, 6, 12, 8);
    head->setSpacing(6);
    head->addLayout(who);
    head->addLayout(measures);
    head->addSpacing(2);
    head->addLayout(choice);
    layout->addLayout(head);
}

void DifferencesPanel::Private::fillFilter()
{
    const QSignalBlocker blocker(filter);
    filter->clear();
    const int all = int(model.comparison().differences.size());
    filter->addItem(all == 1 ? DifferencesPanel::tr("1 difference") : DifferencesPanel::tr("%n differences", nullptr, all), 0);
    for (const DifferenceKind kind : kindsIn(AllKinds)) {
        const int count = model.count(kind);
        if (count > 0 || model.shownKinds() == kind)
            filter->addItem(u"%1 (%2)"_s.arg(DifferencesModel::kindName(kind)).arg(count), int(kind));
    }
    filter->setCurrentIndex(std::max(0, filter->findData(model.shownKinds().toInt())));
}

void DifferencesPanel::Private::showFigures()
{
    const Agreement &agreement = model.comparison().agreement;
    const std::optional<double> values[] = {agreement.f1Exact, agreement.f1Overlap, agreement.kappa};
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const auto &[label, caption] = figures.at(i);
        const QString value = shownMeasure(values[i]);
        label->setText(
            u"<span style=\"color: %1\">%2</span> <b>%3</b>"_s.arg(theme.dimmed.name(), caption.toHtmlEscaped(), value));
        label->setAccessibleName(u"%1 %2"_s.arg(caption, value));
    }
}

DifferencesPanel::DifferencesPanel(DifferencesModel &model, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, model))
{
    setObjectName(u"differencesPanel"_s);
    setFocusProxy(d->list);
    setTheme(Theme::light());
}

DifferencesPanel::~DifferencesPanel() = default;

void DifferencesPanel::setTheme(const Theme &theme)
{
    d->theme = theme;
    d->delegate->setTheme(theme);
    d->card->setTheme(theme);
    for (int side = 0; side < 2; ++side)
        d->swatches[side]->setPixmap(sideSwatch(theme, side == 1, devicePixelRatioF()));
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    d->hint->setFont(small);
    d->hint->setStyleSheet(u"color: %1;"_s.arg(theme.dimmed.name()));
    d->showFigures();
    d->list->viewport()->update();
}

void DifferencesPanel::setTagset(const Tagset &tagset)
{
    d->delegate->setTagset(tagset);
    d->card->setTagset(tagset);
}

void DifferencesPanel::setNames(const QString &a, const QString &b)
{
    const QString names[] = {a, b};
    for (int side = 0; side < 2; ++side) {
        d->names[side]->setText(d->names[side]->fontMetrics().elidedText(names[side], Qt::ElideRight, NameWidth));
        d->names[side]->setToolTip(names[side].toHtmlEscaped());
        d->names[side]->setAccessibleName(names[side]);
    }
    d->delegate->setNames(a, b);
    d->card->setNames(a, b);
}

void DifferencesPanel::refresh()
{
    d->fillFilter();
    d->showFigures();
    d->showCurrent();
}

void DifferencesPanel::setCurrentRow(int row)
{
    const QModelIndex index = row >= 0 ? d->model.index(row) : QModelIndex();
    if (!index.isValid()) {
        d->list->selectionModel()->clear();
        return;
    }
    d->list->setCurrentIndex(index);
    d->list->scrollTo(index);
}

int DifferencesPanel::currentRow() const { return d->list->currentIndex().row(); }

QString DifferencesPanel::shownMeasure(const std::optional<double> &measure)
{
    return measure ? QLocale::c().toString(*measure, 'f', 2) : u"–"_s;
}

} // namespace dateline
