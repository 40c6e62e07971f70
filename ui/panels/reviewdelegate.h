// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QStyledItemDelegate>

namespace dateline {

/// Paints the rows of the Review tab: a mark whose form says where the mention stands, the words in
/// their context, confidence and number of comments; below it, when there is one, the reason or the
/// last comment. GUI thread; pixels logical.
class ReviewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ReviewDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) { }

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setTagset(const Tagset &tagset) { m_tagset = tagset; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme = Theme::light();
    Tagset m_tagset = Tagset::news();
};

} // namespace dateline
