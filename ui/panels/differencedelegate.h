// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "review/difference.h"
#include "ui/theme.h"

#include <QPixmap>
#include <QStyledItemDelegate>

namespace dateline {

/// Paints a difference of a DifferencesModel in three lines: its kinds with a mark, then what each
/// side says there. All rows have one height. GUI thread; pixels logical.
class DifferenceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit DifferenceDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) { }

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setTagset(const Tagset &tagset) { m_tagset = tagset; }
    void setNames(const QString &a, const QString &b);
    /// Line colour of a type in this theme and tagset.
    [[nodiscard]] QColor lineOf(const QString &type) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSide(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int side, int top) const;

    Theme m_theme = Theme::light();
    Tagset m_tagset = Tagset::news();
    QString m_names[2];
};

/// How the article shows the first side (a tint with a line under it) or the second (an outline): for
/// legends. 18 × 12 pixels.
[[nodiscard]] QPixmap sideSwatch(const Theme &theme, bool isSecond, qreal ratio);

} // namespace dateline
