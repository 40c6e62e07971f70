// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QList>
#include <QPersistentModelIndex>
#include <QWidget>

class QLabel;

namespace dateline {

/// The card below the list of differences: what each of the two sides says at the place, one above
/// the other, with what differs in bold. Shows a row of a DifferencesModel. GUI thread.
class DifferenceCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DifferenceCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTagset(const Tagset &tagset);
    void setNames(const QString &a, const QString &b);
    /// An invalid index: nothing, and a line that says what F8 does.
    void showDifference(const QModelIndex &index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Side
    {
        QLabel *swatch = nullptr;
        QLabel *name = nullptr;
        QLabel *text = nullptr;
        QList<QLabel *> captions; ///< of entity, normal form, note
        QList<QLabel *> values;
    };
    void applyColors();
    void fill(int side);

    Theme m_theme = Theme::light();
    Tagset m_tagset = Tagset::news();
    QPersistentModelIndex m_index;
    QString m_names[2];
    Side m_sides[2];
    QWidget *m_body = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace dateline
