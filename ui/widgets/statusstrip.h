// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/offsetmap.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QTimer;
class QToolButton;

namespace dateline {

/// Content of the status bar: how much is reviewed, a passing message, place, language,
/// annotator, saved or not. Give it to QStatusBar::addWidget(strip, 1). GUI thread.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);
    ~StatusStrip() override;

    void setTheme(const Theme &theme);
    /// Nothing to review: total 0.
    void setProgress(int reviewed, int total);
    void setPlace(const LineColumn &place);
    void setLanguage(const QString &code);          ///< BCP 47; empty: unknown
    void setAnnotator(const QString &name);         ///< empty: "No name yet"
    void setModified(bool isModified);
    /// Empties all but the annotator: no article is open.
    void setNoArticle();
    /// Stays for `milliseconds` in place of the hint.
    void showMessage(const QString &text, int milliseconds = 5000);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void annotatorClicked();
    void placeClicked();
    void languageClicked();

private:
    class Bar;
    void showHint();

    Bar *m_bar;
    QLabel *m_progress;
    QLabel *m_hint;
    QToolButton *m_place;
    QToolButton *m_language;
    QToolButton *m_annotator;
    QLabel *m_saved;
    QTimer *m_timer;
    int m_reviewed = 0;
    int m_total = 0;
};

} // namespace dateline
