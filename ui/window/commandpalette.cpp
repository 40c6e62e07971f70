// SPDX-License-Identifier: Apache-2.0
#include "ui/window/commandpalette.h"

#include "ui/panels/rowpainting.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int NameRole = Qt::UserRole + 1;
constexpr int SectionRole = Qt::UserRole + 2;
constexpr int KeysRole = Qt::UserRole + 3;
constexpr int MostRows = 12;
constexpr int Width = 560;
constexpr int Margin = 12;

/// "Save as PDF" of "Save as P&DF…".
QString plainName(const QAction &action) { return action.text().remove(u'&').remove(u'…'); }

/// Name, menu in grey, keys at the end.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    CommandDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, QFontMetrics(option.font).height() + 12};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, isSelected ? m_theme.selectionRow : m_theme.field);
        const Row row{option.rect, option.direction};
        const QString name = index.data(Qt::DisplayRole).toString();
        const QString keys = index.data(KeysRole).toString();
        const QFont small = smaller(option.font);
        const int keysWidth = QFontMetrics(small).horizontalAdvance(keys);
        const int nameWidth = std::min(QFontMetrics(option.font).horizontalAdvance(name) + 2, // whole pixels
                                       option.rect.width() - keysWidth - 4 * Margin);
        painter->setFont(option.font);
        painter->setPen(m_theme.text);
        drawText(*painter, row.at(Margin, nameWidth), leading(option),
                 QFontMetrics(option.font).elidedText(name, Qt::ElideRight, nameWidth));
        painter->setFont(small);
        painter->setPen(m_theme.dimmed);
        const int sectionAt = 2 * Margin + nameWidth;
        drawText(*painter, row.at(sectionAt, std::max(0, option.rect.width() - sectionAt - keysWidth - 2 * Margin)),
                 leading(option), index.data(SectionRole).toString());
        drawText(*painter, row.at(option.rect.width() - Margin - keysWidth, keysWidth), trailing(option), keys);
        painter->restore();
    }

private:
    Theme m_theme;
};

} // namespace

int commandFit(const QString &name, const QString &typed)
{
    const QStringList wanted = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    int fit = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const qsizetype at = name.indexOf(wanted.at(i), 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        const bool beginsWord = at == 0 || name.contains(u' ' + wanted.at(i), Qt::CaseInsensitive);
        fit += at == 0 ? 0 : beginsWord ? 1 : 3;
    }
    return fit;
}

CommandPalette::CommandPalette(const Actions &actions, const QStringList &recent, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_recent(recent)
    , m_field(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(u"choicePopup"_s); // looks as the other popups do
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const QList<Actions::Listed> all = actions.all();
    for (const Actions::Listed &listed : all) {
        if (listed.action->isEnabled() && !listed.action->menu() && listed.action->objectName() != "palette"_L1)
            m_actions.append(listed);
    }
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(theme, m_list));
    m_list->setFocusProxy(m_field);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    fill({});
}

void CommandPalette::popup()
{
    ensurePolished();
    m_list->ensurePolished();
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * MostRows + 4);
    const QWidget *over = parentWidget();
    resize(std::min(Width, over->width() - 20), sizeHint().height());
    move(over->mapToGlobal(QPoint((over->width() - width()) / 2, 60)));
    show();
    m_field->setFocus();
}

void CommandPalette::fill(const QString &typed)
{
    struct Fitting
    {
        int fit = 0;
        const Actions::Listed *listed = nullptr;
    };
    QList<Fitting> fitting;
    for (const Actions::Listed &listed : std::as_const(m_actions)) {
        int fit = commandFit(plainName(*listed.action), typed);
        if (fit < 0 && commandFit(listed.section + u' ' + plainName(*listed.action), typed) >= 0)
            fit = 100; // found by the name of its menu
        if (fit < 0)
            continue;
        const qsizetype used = m_recent.indexOf(listed.action->objectName());
        if (typed.isEmpty())
            fit = used < 0 ? int(m_recent.size()) : int(used);
        fitting.append({fit, &listed});
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const Fitting &a, const Fitting &b) { return a.fit < b.fit; });
    m_model->clear();
    for (const Fitting &one : std::as_const(fitting)) {
        auto *item = new QStandardItem(plainName(*one.listed->action));
        item->setData(one.listed->action->objectName(), NameRole);
        item->setData(one.listed->section, SectionRole);
        item->setData(one.listed->action->shortcut().toString(QKeySequence::NativeText), KeysRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
}

void CommandPalette::choose()
{
    const QString action = m_list->currentIndex().data(NameRole).toString();
    if (action.isEmpty())
        return;
    close();
    Q_EMIT chosen(action);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose();
            return true;
        }
        const int by = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (by != 0 && m_model->rowCount() > 0) {
            const int rows = m_model->rowCount();
            m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + by + rows) % rows, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace dateline
