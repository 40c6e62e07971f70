// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace dateline {

/// Finds in the text given (plain, all places, not overlapping). Hidden until open().
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    /// Implicitly shared. Finds anew while open.
    void setText(const QString &text);
    /// Shows the bar with the focus in the field; a non-empty `preset` replaces the words. The
    /// first place at or after `from` (UTF-16) becomes the active one.
    void open(qsizetype from, const QString &preset = {});
    void close();
    void next() { step(1); }
    void previous() { step(-1); }
    [[nodiscard]] const QList<Span> &places() const { return m_places; }
    [[nodiscard]] qsizetype active() const { return m_active; }
    /// Places of `words` in `text`; case folded without `isCaseSensitive`. Pure.
    [[nodiscard]] static QList<Span> find(const QString &text, const QString &words, bool isCaseSensitive);

Q_SIGNALS:
    void matches(const QList<dateline::Span> &places, qsizetype active);    ///< active -1: none
    void found(const dateline::Span &place);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void step(int by);
    void tell();

    QString m_text;
    QList<Span> m_places;
    qsizetype m_active = -1;
    qsizetype m_from = 0;
    QLineEdit *m_field;
    QToolButton *m_case;
    QLabel *m_count;
};

} // namespace dateline
