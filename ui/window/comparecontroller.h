// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"
#include "itemmodels/differencesmodel.h"
#include "ui/theme.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace dateline {

struct ArticleChange;
class DifferencesPanel;
class EditSession;
class MainWindow;

/// Compares two annotators of the open article: another file of the same text, or two layers of this
/// one. Reads and compares off the GUI thread; while a comparison is on, it follows the session's
/// changes, outlines the other side in the article, shows the Differences tab and steps through it.
/// Changes no annotation. Closing the article or going to another one ends the comparison. The window
/// is borrowed and owns this. GUI thread.
class CompareController final : public QObject
{
    Q_OBJECT

public:
    explicit CompareController(MainWindow &window);

    void setTheme(const Theme &theme);
    [[nodiscard]] bool isComparing() const { return m_session != nullptr; }

private:
    /// The other side: a layer of the session, or one of another file.
    struct Other
    {
        LayerId layer = 0; ///< of the session; 0: `value`
        Layer value;
        QString name;
    };

    void compareWith();
    void takeFile(EditSession &session, const QString &path, const Result<LoadedArticle> &loaded);
    void compareWithin();
    [[nodiscard]] std::optional<LayerId> chooseOwn(const EditSession &session, const QString &question) const;
    void begin(EditSession &session, LayerId own, const Other &other);
    void end();
    void follow(const ArticleChange &change);
    void compare();
    void take(const LayerComparison &comparison, const Layer &outlined);
    void updateNames();
    void step(int by);
    void show(int row);
    void remember(int row);
    void followMention(MentionId mention);
    void setActionsEnabled(bool isComparing);
    /// The row that was shown last; -1: it differs no more, or is filtered out.
    [[nodiscard]] int shownRow() const;

    MainWindow &m_window;
    DifferencesModel m_model;
    DifferencesPanel *m_panel;        ///< owned by the side panel
    QWidget *m_tabBefore = nullptr;   ///< of the side panel; borrowed
    QPointer<EditSession> m_session;  ///< null: no comparison
    QMetaObject::Connection m_change; ///< of the session
    Other m_other;
    LayerId m_reviewed = 0; ///< another person's layer that was made the session's active one for this
    QString m_digest;       ///< of the text that was compared
    QList<Token> m_tokens;  ///< of it; empty before the first comparison
    int m_run = 0;          ///< results of an older one come too late
    bool m_isComparingNow = false;
    bool m_isStale = false; ///< the session changed since the comparison under way began
    bool m_hasResult = false;
    bool m_isShowing = false;
    std::optional<Difference> m_shown;
    qsizetype m_shownCaret = -1; ///< UTF-16; where showing it put the caret
};

} // namespace dateline
