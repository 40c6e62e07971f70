// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"
#include "support/testhelper.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"
#include "ui/panels/problemsdock.h"
#include "ui/panels/sidepanel.h"
#include "ui/themestyle.h"
#include "ui/view/articleview.h"
#include "ui/widgets/annotatorbar.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/gotolinebar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/statusstrip.h"
#include "ui/window/actions.h"
#include "ui/window/articlepane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/taggingcontroller.h"

#include <QApplication>
#include <QLineEdit>
#include <QPrinter>
#include <QSpinBox>
#include <QTemporaryDir>

#include <atomic>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace dateline::test {

using namespace Qt::StringLiterals;

inline const QString Text =
    u"Sergey Lavrov visits Belgrade\n\n"
    "Russian Foreign Minister Sergey Lavrov arrived in Belgrade on Thursday. Lavrov said that the talks went well.\n\n"
    "Serbian President Alexander Vucic thanked Lavrov. The guitar was blue.\n"_s;

/// A second passes whenever it is looked at: what came later has a later time.
class TickingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(++m_seconds, Qt::UTC); }

private:
    mutable std::atomic<qint64> m_seconds = 1774083600; // a worker asks, too
};

/// A real window with the article above open and its suggestions in. No dialog opens: answers come
/// from the members.
class WindowFixture : public QObject
{
protected:
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_savePath;
    ArticleManager::Unsaved m_answer = ArticleManager::Unsaved::Cancel;
    int m_asked = 0;
    std::optional<QString> m_encoding = QString(); ///< what a doubtful file is read in; empty: as guessed, none: cancelled
    QStringList m_candidates;                      ///< offered last
    bool m_usesSettings = false;                   ///< set before setUp()
    Prompts::Held m_heldAnswer = Prompts::Held::Cancel;
    Prompts::Outside m_outsideAnswer = Prompts::Outside::Cancel;
    QStringList m_askedHeld;  ///< what was asked about files open elsewhere or changed outside
    QString m_comparePath;    ///< what Compare With is answered
    QStringList m_layerNames; ///< what was offered last
    qsizetype m_layerRow = 0; ///< the answer
    QString m_exportPath;     ///< empty: cancelled
    QString m_suggested;      ///< the name that the export proposed
    QStringList m_toReplace;
    bool m_mayReplace = false;
    std::function<bool(QPrinter &)> m_choosePrinter;

    ArticleView &view() { return m_window->view(); }
    ArticleManager &articles() { return m_window->articles(); }
    EditSession &session() { return *articles().current(); }
    const MentionStore &mentions() { return session().layer()->mentions; }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view(), code, modifiers); }
    QString textOf(MentionId id) { return session().article().text.view(mentions().find(id)->extent()).toString(); }
    QString currentText() { return view().currentMention() == 0 ? QString() : textOf(view().currentMention()); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        writeFile(path, bytes);
        return path;
    }
    /// Null: no mention of exactly these words.
    const Mention *mentionOf(const QString &text, qsizetype from = 0)
    {
        const qsizetype at = session().article().text.text().indexOf(text, from);
        const Mention *found = nullptr;
        mentions().forEachIn({at, at + text.size()}, [&](const Mention &mention) {
            if (mention.extent() == Span{at, at + text.size()})
                found = &mention;
            return !found;
        });
        return found;
    }
    void goTo(const QString &text, qsizetype from = 0)
    {
        const Mention *mention = mentionOf(text, from);
        QVERIFY2(mention, qPrintable(u"no mention of "_s + text));
        view().setCurrentMention(mention->id);
    }
    /// Opens a file and waits for its suggestions.
    void open(const QString &path)
    {
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        articles().openFiles({path});
        QTRY_COMPARE_WITH_TIMEOUT(detected.size(), 1, 20000);
    }
    void setUp()
    {
        QCoreApplication::setOrganizationName(u"dateline-test"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_savePath = m_folder->filePath(u"talks.annotated.xml"_s);
        m_answer = ArticleManager::Unsaved::Cancel;
        m_asked = 0;
        MainWindow::Options options;
        options.articles.usesSettings = m_usesSettings;
        options.articles.clock = std::make_shared<TickingClock>();
        options.articles.prompts.saveFileName = [this](const QString &) { return m_savePath; };
        m_encoding = QString();
        options.articles.prompts.encoding = [this](const QByteArray &, const QStringList &candidates) {
            m_candidates = candidates;
            return m_encoding;
        };
        options.articles.prompts.unsaved = [this](const QString &) {
            ++m_asked;
            return m_answer;
        };
        m_askedHeld.clear();
        options.articles.prompts.held = [this](const QString &who) {
            m_askedHeld.append(who);
            return m_heldAnswer;
        };
        options.articles.prompts.outside = [this](const QString &name) {
            m_askedHeld.append(name);
            return m_outsideAnswer;
        };
        options.articles.prompts.compareFileName = [this](const QString &) { return m_comparePath; };
        options.articles.prompts.layer = [this](const QString &, const QStringList &names) {
            m_layerNames = names;
            return m_layerRow;
        };
        m_toReplace.clear();
        m_mayReplace = false;
        options.articles.prompts.exportFileName = [this](const QString &suggested, const QString &) {
            m_suggested = suggested;
            return m_exportPath;
        };
        options.articles.prompts.overwrite = [this](const QStringList &paths) {
            m_toReplace = paths;
            return m_mayReplace;
        };
        m_choosePrinter = nullptr;
        options.articles.prompts.printer = [this](QPrinter &printer) { return m_choosePrinter && m_choosePrinter(printer); };
        m_window = std::make_unique<MainWindow>(std::move(options));
        m_window->show();
        m_window->activateWindow();
        open(write(u"talks.txt"_s, Text.toUtf8()));
        QTRY_VERIFY(view().hasFocus());
        view().setCaret(0);
    }
};

} // namespace dateline::test

/// A window test's main: the look that the program has, nothing of the user's settings.
#define DATELINE_WINDOW_TEST_MAIN(Class)                                                                                         \
    int main(int argc, char **argv)                                                                                              \
    {                                                                                                                            \
        dateline::test::prepareEnvironment();                                                                                    \
        QApplication application(argc, argv);                                                                                    \
        QApplication::setStyle(new dateline::ThemeStyle);                                                                        \
        Class test;                                                                                                              \
        return QTest::qExec(&test, argc, argv);                                                                                  \
    }
