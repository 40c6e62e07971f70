// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/typechooser.h"

#include "ui/widgets/typenames.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int TypeRole = Qt::UserRole;

QIcon dot(const QColor &color, qreal ratio)
{
    QPixmap pixmap(QSize(16, 16) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(3, 3, 10, 10));
    return QIcon(pixmap);
}

} // namespace

TypeChooser::TypeChooser(const Tagset &tagset, const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_filter(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(u"typeChooser"_s);
    setFrameShape(QFrame::StyledPanel);
    m_filter->setPlaceholderText(tr("Type a name or a number"));
    m_filter->setAccessibleName(tr("Filter types"));
    m_filter->installEventFilter(this);
    m_list->setAccessibleName(tr("Types"));
    m_list->setFocusProxy(m_filter);
    m_list->setFrameShape(QFrame::NoFrame);
    for (qsizetype i = 0; i < tagset.types.size(); ++i) {
        const TypeDefinition &type = tagset.types.at(i);
        const QString key = i < 10 ? QString::number((i + 1) % 10) + u"   "_s : u"    "_s;
        auto *item = new QListWidgetItem(dot(theme.colorsOf(type.id, QColor(type.color)).line, devicePixelRatioF()),
                                         key + typeName(tagset, type.id), m_list);
        item->setData(TypeRole, type.id);
        item->setToolTip(type.description);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_filter);
    layout->addWidget(m_list);
    m_list->setCurrentRow(0);
    resize(250, 44 + m_list->sizeHintForRow(0) * int(tagset.types.size()) + 16);
    connect(m_filter, &QLineEdit::textChanged, this, &TypeChooser::filter);
    connect(m_list, &QListWidget::itemClicked, this, &TypeChooser::choose);
}

void TypeChooser::popup(const QPoint &global)
{
    const QScreen *screen = QGuiApplication::screenAt(global);
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    move(std::clamp(global.x(), area.left(), std::max(area.left(), area.right() - width())),
         std::clamp(global.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    show();
    m_filter->setFocus();
}

void TypeChooser::filter(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
        if (!item->isHidden() && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void TypeChooser::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString type = item->data(TypeRole).toString();
    close();
    Q_EMIT typeChosen(type);
}

bool TypeChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9 && m_filter->text().isEmpty()) {
            const int row = (key->key() - Qt::Key_0 + 9) % 10;
            if (row < m_list->count()) {
                m_list->setCurrentRow(row);
                choose();
            }
            return true;
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

} // namespace dateline
