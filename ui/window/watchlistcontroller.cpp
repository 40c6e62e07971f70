// SPDX-License-Identifier: Apache-2.0
#include "ui/window/watchlistcontroller.h"

#include "detection/watchliststore.h"
#include "editing/editsession.h"
#include "ui/dialogs/watchlistdialog.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workqueue.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

QString pathOf(const EditSession *session)
{
    if (!session)
        return {};
    return session->path().isEmpty() ? session->sourcePath() : session->path();
}

} // namespace

WatchlistController::WatchlistController(MainWindow &window) : QObject(&window), m_window(window)
{
    restore();
    connect(window.actions()[u"watchlists"_s], &QAction::triggered, this, &WatchlistController::openDialog);
}

void WatchlistController::restore()
{
    if (!m_window.usesSettings())
        return;
    QSettings settings;
    QList<WatchlistSource> sources;
    const int count = settings.beginReadArray(u"watchlists"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        sources.append({settings.value(u"path"_s).toString(), settings.value(u"enabled"_s, true).toBool()});
    }
    settings.endArray();
    m_window.articles().watchlists()->setSources(sources);
}

void WatchlistController::store() const
{
    if (!m_window.usesSettings())
        return;
    QSettings settings;
    settings.remove(u"watchlists"_s);
    settings.beginWriteArray(u"watchlists"_s);
    int row = 0;
    for (const WatchlistSource &source : m_window.articles().watchlists()->sources()) {
        settings.setArrayIndex(row++);
        settings.setValue(u"path"_s, source.path);
        settings.setValue(u"enabled"_s, source.isEnabled);
    }
    settings.endArray();
}

void WatchlistController::openDialog()
{
    const QString filter = tr("Watchlists (*.csv *.tsv *.tab *.txt)");
    WatchlistDialog::Prompts prompts;
    prompts.existing = [this, filter] { return QFileDialog::getOpenFileNames(&m_window, tr("Add Watchlists"), {}, filter); };
    prompts.created = [this, filter](const QString &folder) {
        const QString own = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/watchlists"_s;
        const QString where = folder.isEmpty() ? own : folder;
        QDir().mkpath(where);
        return QFileDialog::getSaveFileName(&m_window, tr("New Watchlist"), where + u"/watchlist.csv"_s, filter);
    };
    const QList<WatchlistSource> kept = m_window.articles().watchlists()->sources();
    const QString folder = WatchlistStore::folderFor(pathOf(m_window.articles().current()));
    auto *dialog = new WatchlistDialog(kept, folder, prompts, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, kept, folder] {
        QList<WatchlistSource> sources = dialog->sources();
        // What is switched off in other folders stays so.
        for (const WatchlistSource &source : kept) {
            const bool isElsewhere = source.path.contains(u"/.dateline/watchlists/"_s) && !source.path.startsWith(folder + u'/');
            if (isElsewhere && !sources.contains(source))
                sources.append(source);
        }
        m_window.articles().watchlists()->setSources(sources);
        store();
        tellProblems();
    });
    dialog->open();
}

/// Compiles what is new now, on a worker, so that the next detection need not wait, and says what is wrong.
void WatchlistController::tellProblems()
{
    const QPointer<MainWindow> window(&m_window);
    m_window.articles().work().run(
        WorkQueue::Kind::Detect,
        [lists = m_window.articles().watchlists(), path = pathOf(m_window.articles().current())](const std::stop_token &) {
            return lists->listsFor(path).issues;
        },
        [window](const IssueList &issues) {
            if (!window)
                return;
            if (issues.isEmpty()) {
                window->tell(tr("The watchlists count from the next detection on (Detect Again for this article)."));
                return;
            }
            const Issue &first = issues.first();
            window->tell(
                tr("%n problem(s) in the watchlists; the first: %1", nullptr, int(issues.size()))
                    .arg(Error{ErrorKind::Malformed, first.message, QFileInfo(first.file).fileName(), first.line}.toString()));
        });
}

} // namespace dateline
