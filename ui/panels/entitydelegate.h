// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace dateline {

/// Paints the rows of the entity tree: type headings, entities with their progress, mentions in
/// their context. Disclosure triangles are part of the rows, so that the selected row is tinted
/// over its full width and nothing moves. All rows have one height. GUI thread; pixels logical.
class EntityDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit EntityDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) { }

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setTagset(const Tagset &tagset) { m_tagset = tagset; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// Line colour of a type in this theme and tagset.
    [[nodiscard]] QColor lineOf(const QString &type) const;
    /// Whether `at` lies on the disclosure triangle of an entity row that covers `row`.
    [[nodiscard]] static bool isOnTriangle(const QRect &row, const QPoint &at, Qt::LayoutDirection direction);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintType(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEntity(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMention(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Theme m_theme = Theme::light();
    Tagset m_tagset = Tagset::news();
};

} // namespace dateline
