// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/choicepopup.h"

#include "ui/widgets/dotpixmap.h"
#include "ui/widgets/typenames.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int NumberRole = Qt::UserRole + 1;
constexpr int MostRows = 14;

QIcon dot(const QColor &color, qreal ratio)
{
    const QPixmap pixmap = dotPixmap(color, 16, 10, ratio);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // else the style would tint it
    return icon;
}

} // namespace

ChoicePopup::ChoicePopup(const QString &placeholder, const QString &name, const QList<Choice> &choices, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(u"choicePopup"_s);
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(placeholder);
    m_filter->setAccessibleName(placeholder);
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(name);
    m_list->setFocusProxy(m_filter);
    m_list->setFrameShape(QFrame::NoFrame);
    const bool hasNumbers = std::any_of(choices.begin(), choices.end(), [](const Choice &choice) { return choice.number >= 0; });
    for (const Choice &choice : choices) {
        QString text = choice.label;
        if (hasNumbers)
            text.prepend(choice.number >= 0 ? QString::number(choice.number) + u"   "_s : u"     "_s);
        auto *item = new QListWidgetItem(dot(choice.color, devicePixelRatioF()), text, m_list);
        item->setData(IdRole, choice.id);
        item->setData(NumberRole, choice.number);
        item->setToolTip(choice.detail);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    m_list->setCurrentRow(0);
    connect(m_filter, &QLineEdit::textChanged, this, &ChoicePopup::filter);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::choose);
}

void ChoicePopup::setTakesText(bool takesText)
{
    m_takesText = takesText;
    m_list->setCurrentRow(takesText ? -1 : 0);
}

void ChoicePopup::popup(const QPoint &global)
{
    // Only now is it known how the style draws a row.
    ensurePolished();
    m_list->ensurePolished();
    m_filter->ensurePolished();
    m_list->doItemsLayout();
    m_list->setVisible(m_list->count() > 0);
    const int rows = std::clamp(m_list->count(), 1, MostRows);
    m_list->setFixedHeight(m_list->sizeHintForRow(0) * rows + 2 * m_list->frameWidth() + 4);
    resize(std::clamp(m_list->sizeHintForColumn(0) + 48, 250, 420), sizeHint().height());
    const QScreen *screen = QGuiApplication::screenAt(global);
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::clamp(global.x(), area.left(), std::max(area.left(), area.right() - width())),
         std::clamp(global.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    show();
    m_filter->setFocus();
}

void ChoicePopup::filter(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
        if (!item->isHidden() && first < 0)
            first = row;
    }
    m_list->setCurrentRow(m_takesText ? -1 : first);
}

void ChoicePopup::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item && !m_takesText)
        return;
    const QString id = item ? item->data(IdRole).toString() : m_filter->text();
    close();
    Q_EMIT chosen(id);
}

bool ChoicePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9 && m_filter->text().isEmpty()) {
            for (int row = 0; row < m_list->count(); ++row) {
                if (m_list->item(row)->data(NumberRole).toInt() != key->key() - Qt::Key_0)
                    continue;
                m_list->setCurrentRow(row);
                choose();
                return true;
            }
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            choose();
            return true;
        }
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int by = key->key() == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
                if (!m_list->item(row)->isHidden()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

QList<ChoicePopup::Choice> typeChoices(const Tagset &tagset, const Theme &theme)
{
    QList<ChoicePopup::Choice> choices;
    for (qsizetype i = 0; i < tagset.types.size(); ++i) {
        const TypeDefinition &type = tagset.types.at(i);
        choices.append({type.id, typeName(tagset, type.id), type.description, theme.colorsOf(type.id, tagset).line,
                        i < 10 ? int(i + 1) % 10 : -1});
    }
    return choices;
}

QList<ChoicePopup::Choice> mergeChoices(const Layer &layer, EntityId entity, const Tagset &tagset, const Theme &theme)
{
    const Entity *merged = layer.entity(entity);
    QList<Entity> others;
    for (const Entity &other : layer.entities) {
        if (merged && other.id != entity)
            others.append(other);
    }
    std::sort(others.begin(), others.end(), [&](const Entity &a, const Entity &b) {
        const bool isAlikeA = a.type == merged->type;
        const bool isAlikeB = b.type == merged->type;
        return isAlikeA != isAlikeB ? isAlikeA : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    QList<ChoicePopup::Choice> choices;
    for (const Entity &other : std::as_const(others)) {
        choices.append(
            {QString::number(other.id), other.name, typeName(tagset, other.type), theme.colorsOf(other.type, tagset).line, -1});
    }
    return choices;
}

} // namespace dateline
