// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace dateline {

/// The line at the bottom: how much is reviewed, what just happened, where the caret stands, whose
/// work it is, whether it is saved.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setProgress(int reviewed, int total);
    void setPlace(int line, int column); ///< from 1; 0: none
    void setLanguage(const QString &name);
    void setAnnotator(const QString &name);
    void setSaved(bool isSaved, bool isOpen);
    /// What is going on; empty: nothing. Shown once it has gone on for a moment, so that short work does
    /// not flicker.
    void setWork(const QString &description);
    /// A sentence that gives way to the hint after some seconds.
    void showMessage(const QString &message);
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString progressText() const;
    void setTheme(const Theme &theme);

private:
    class Bar;
    void showHint();

    Bar *m_bar;
    QLabel *m_progress;
    QLabel *m_message;
    QLabel *m_place;
    QLabel *m_language;
    QLabel *m_annotator;
    QLabel *m_saved;
    QTimer m_fade;
    int m_left = 0;
    QTimer m_patience;
    QString m_work;
};

} // namespace dateline
