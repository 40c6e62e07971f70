// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace dateline {

/// Finds words in the article's text, as it is typed. Offsets UTF-16.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Shows the bar with `query` (empty: the last one) and begins at `from`.
    void open(const QString &query, qsizetype from);
    void findNext();
    void findPrevious();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] qsizetype matchCount() const { return m_matches.size(); }

Q_SIGNALS:
    /// All places, and the index of the active one (-1: none).
    void matchesChanged(const QList<dateline::Span> &matches, qsizetype active);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void step(qsizetype by);
    void publish();

    QString m_text;
    QLineEdit *m_field;
    QCheckBox *m_matchCase;
    QLabel *m_count;
    QList<Span> m_matches;
    qsizetype m_active = -1;
    qsizetype m_from = 0;
};

} // namespace dateline
