// SPDX-License-Identifier: Apache-2.0
/// \file
/// The article with the bars above and below it.
#pragma once

#include "base/issue.h"
#include "ui/theme.h"

#include <QPointer>
#include <QWidget>

namespace dateline {

class AnnotatorBar;
class ArticleView;
class EditSession;
class FindBar;
class GoToLineBar;
class MessageBar;
class WelcomeStrip;

/// The view of the article, above it messages, the welcome and the question for a name, below it
/// the bars to find and to go to a line, which move the view. GUI thread; owns its parts.
class ArticlePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ArticlePane(QWidget *parent = nullptr);

    [[nodiscard]] ArticleView &view() const { return *m_view; }
    [[nodiscard]] AnnotatorBar &annotatorBar() const { return *m_annotatorBar; }
    [[nodiscard]] FindBar &findBar() const { return *m_findBar; }
    [[nodiscard]] GoToLineBar &goToLineBar() const { return *m_goToLineBar; }

    /// Borrowed; null for none.
    void setSession(EditSession *session);
    void setTheme(const Theme &theme);
    void showMessage(Severity severity, const QString &text);
    void setWelcomeShown(bool isShown);
    /// Opens the bar that finds, with what is selected.
    void find();
    /// Opens the bar that goes to a line.
    void askLine();
    /// To a place of the text (UTF-16), as if somebody had clicked there.
    void goTo(qsizetype offset);

private:
    QPointer<EditSession> m_session;
    MessageBar *m_messages;
    WelcomeStrip *m_welcome;
    AnnotatorBar *m_annotatorBar;
    ArticleView *m_view;
    FindBar *m_findBar;
    GoToLineBar *m_goToLineBar;
};

} // namespace dateline
