// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/layer.h"
#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace dateline {

/// A popup to choose one of a list by keyboard: part of a name narrows it down, a number key takes
/// the choice that shows the number.
class ChoicePopup final : public QFrame
{
    Q_OBJECT

public:
    struct Choice
    {
        QString id;
        QString label;
        QString detail;  ///< tool tip
        QColor color;    ///< of the dot before it
        int number = -1; ///< 0…9: the key that takes it
    };

    /// `placeholder` and `name` (for screen readers) say what is chosen.
    ChoicePopup(const QString &placeholder, const QString &name, const QList<Choice> &choices, QWidget *parent = nullptr);
    /// What is typed is an answer, too: Return takes it unless a row was chosen with the arrows.
    void setTakesText(bool takesText);
    void popup(const QPoint &global);
    [[nodiscard]] QListWidget *list() const { return m_list; }
    [[nodiscard]] QLineEdit *field() const { return m_filter; }

Q_SIGNALS:
    void chosen(const QString &id); ///< of the choice, or the text

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void filter(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
    bool m_takesText = false;
};

/// All types, in the tagset's order; the first ten have number keys.
[[nodiscard]] QList<ChoicePopup::Choice> typeChoices(const Tagset &tagset, const Theme &theme);
/// The entities that `entity` may be merged into: those of its type first, by name; ids are numbers.
[[nodiscard]] QList<ChoicePopup::Choice> mergeChoices(const Layer &layer, EntityId entity, const Tagset &tagset,
                                                      const Theme &theme);

} // namespace dateline
