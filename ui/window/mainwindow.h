// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include "ui/window/articlemanager.h"

#include <QMainWindow>

#include <memory>

class QDockWidget;

namespace dateline {

class Actions;
class ArticlePane;
class ArticleView;
class CompareController;
class OpenArticlesList;
class ProblemsDock;
class ReviewController;
class SidePanel;
class StatusStrip;
class TaggingController;
class WindowCommands;

/// The window: puts the view, panels, bars and lists together and wires them to the open articles.
/// What the actions do stands in WindowCommands and TaggingController. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    struct Options
    {
        ArticleManager::Options articles;
        bool asksNothing = false; ///< self-test and timing: no bars that want an answer
    };

    explicit MainWindow(Options options, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ArticleManager &articles() const { return *m_articles; }
    [[nodiscard]] TaggingController &tagging() const { return *m_tagging; }
    [[nodiscard]] ArticleView &view() const { return *m_view; }
    [[nodiscard]] Actions &actions() const { return *m_actions; }
    [[nodiscard]] ArticlePane &pane() const { return *m_pane; }
    [[nodiscard]] SidePanel &sidePanel() const { return *m_side; }
    [[nodiscard]] ReviewController &review() const { return *m_review; }
    [[nodiscard]] CompareController &comparison() const { return *m_compare; }
    [[nodiscard]] QDockWidget &articlesDock() const { return *m_articlesDock; }
    [[nodiscard]] ProblemsDock &problemsDock() const { return *m_problemsDock; }
    [[nodiscard]] bool usesSettings() const { return m_usesSettings; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    void setTheme(const Theme &theme);
    /// An action's keys as the platform writes them; its name when it has none.
    [[nodiscard]] QString keysOf(const QString &action) const;
    /// Writes the actions' keys on the buttons, after they changed.
    void showKeys();
    /// Asks whose work this is and goes on with `then` once that is known.
    void askName(const std::function<void()> &then);
    /// To the next (1) or previous (-1) of article, side panel, list of articles.
    void cyclePane(int step);
    void tell(const QString &message);
    void warn(const Error &error);
    /// Comes to the front, for files handed over by a later start.
    void raiseWindow();
    /// The sample with the three lines that say what to do, when nothing else is open.
    void welcome();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildLayout();
    void wireArticles();
    void wirePanels();
    void showSession(EditSession *session);
    void followChange();
    void followCurrentMention(MentionId mention);
    void updateTitle();
    void updatePlace();
    void updateTypes();

    ArticleManager *m_articles = nullptr;
    Actions *m_actions = nullptr;
    ArticlePane *m_pane = nullptr;
    ArticleView *m_view = nullptr; ///< m_pane's
    SidePanel *m_side = nullptr;
    TaggingController *m_tagging = nullptr;
    ReviewController *m_review = nullptr;
    std::function<void()> m_afterName;
    StatusStrip *m_status = nullptr;
    OpenArticlesList *m_articlesList = nullptr;
    QDockWidget *m_articlesDock = nullptr;
    ProblemsDock *m_problemsDock = nullptr;
    WindowCommands *m_commands = nullptr;
    CompareController *m_compare = nullptr;
    EditSession *m_session = nullptr; ///< borrowed from m_articles; null: none open
    Theme m_theme;
    bool m_asksNothing = false;
    bool m_usesSettings = true;
    bool m_isAsking = false; ///< the close event is waiting for answers
    bool m_mayClose = false; ///< everything is saved or given up
};

} // namespace dateline
