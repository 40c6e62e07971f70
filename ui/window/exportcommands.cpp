// SPDX-License-Identifier: Apache-2.0
#include "ui/window/exportcommands.h"

#include "formats/nativeformat.h"
#include "formats/savefile.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/print/articleprinter.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/workqueue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QPrinter>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr char FormatKey[] = "export/format";

struct Target
{
    QString path;
    QByteArray bytes;
    bool isThere = false;     ///< and would be replaced
    bool isUnchanged = false; ///< holds these bytes already
};
using Targets = QList<Target>;

/// Where the files go and what stands there. Any thread.
Targets targetsOf(const QString &path, const WrittenFiles &files)
{
    Targets targets;
    for (const WrittenFile &file : files) {
        Target target;
        target.path = targets.isEmpty() ? path : besidePath(path, file.suffix);
        target.bytes = file.bytes;
        QFile old(target.path);
        target.isThere = QFileInfo::exists(target.path);
        target.isUnchanged = target.isThere && QFileInfo(target.path).isFile() && old.size() == file.bytes.size()
                          && old.open(QIODevice::ReadOnly) && old.readAll() == file.bytes;
        targets.append(target);
    }
    return targets;
}

/// The main file last: once it is there, all that it needs is. Any thread.
Result<void> writeTargets(const Targets &targets)
{
    for (qsizetype i = targets.size() - 1; i >= 0; --i) {
        if (targets.at(i).isUnchanged)
            continue;
        if (const Result<void> done = saveBytes(targets.at(i).path, targets.at(i).bytes); !done)
            return done;
    }
    return {};
}

QString folderOf(const EditSession &session, const QStringList &recentFiles)
{
    for (const QString &path : {session.path(), session.sourcePath(), recentFiles.value(0)}) {
        if (!path.isEmpty())
            return QFileInfo(path).absolutePath();
    }
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// Without the ending of a format: "talks" of "talks.annotated.xml".
QString baseNameOf(const QString &name)
{
    for (const Format &format : formats()) {
        const QStringList endings = format.suffixes();
        for (const QString &ending : endings) {
            if (name.size() > ending.size() + 1 && name.endsWith(u'.' + ending, Qt::CaseInsensitive))
                return name.chopped(ending.size() + 1);
        }
    }
    return name;
}

} // namespace

ExportCommands::ExportCommands(MainWindow &window) : QObject(&window), m_window(window)
{
    Actions &actions = m_window.actions();
    connect(actions[u"export"_s], &QAction::triggered, this, &ExportCommands::openDialog);
    connect(actions[u"savePdf"_s], &QAction::triggered, this, &ExportCommands::savePdf);
    connect(actions[u"print"_s], &QAction::triggered, this, &ExportCommands::print);
}

EditSession *ExportCommands::readySession() const
{
    EditSession *session = m_window.articles().current();
    if (session && !session->isReady()) {
        m_window.tell(tr("The suggestions are still being made."));
        return nullptr;
    }
    return session;
}

void ExportCommands::openDialog()
{
    EditSession *session = readySession();
    if (!session || m_window.findChild<ExportDialog *>())
        return;
    const QString format = m_window.usesSettings() ? QSettings().value(FormatKey).toString() : QString();
    auto *dialog = new ExportDialog(session->article(), baseNameOf(session->displayName()), session->activeLayer(), format,
                                    m_window.theme(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, folder = folderOf(*session, m_window.articles().recentFiles())] { exportChosen(*dialog, folder); });
    dialog->open();
}

void ExportCommands::exportChosen(const ExportDialog &dialog, const QString &folder)
{
    const ExportChoice choice = dialog.choice();
    const AnnotatedArticle article = dialog.article();
    if (m_window.usesSettings())
        QSettings().setValue(FormatKey, QString(choice.format->name));
    const QString suggested = QDir(folder).filePath(withEnding(dialog.name(), *choice.format));
    const QString chosen = m_window.articles().prompts().exportFileName(suggested, filterOf(*choice.format));
    if (chosen.isEmpty())
        return;
    const QString path = withEnding(chosen, *choice.format);
    write(path, path == chosen, [article, choice, name = baseNameOf(QFileInfo(path).fileName())] {
        return writeArticle(*choice.format, choice.of(article, name));
    });
}

void ExportCommands::savePdf()
{
    EditSession *session = readySession();
    if (!session)
        return;
    const QString suggested =
        QDir(folderOf(*session, m_window.articles().recentFiles())).filePath(baseNameOf(session->displayName()) + u".pdf"_s);
    const ArticlePrinter printer(session->article(), session->activeLayer());
    const QString chosen = m_window.articles().prompts().exportFileName(suggested, tr("PDF (*.pdf)"));
    if (chosen.isEmpty())
        return;
    const QString path = chosen.endsWith(".pdf"_L1, Qt::CaseInsensitive) ? chosen : chosen + u".pdf"_s;
    write(path, path == chosen, [printer] { return WrittenFiles{{u".pdf"_s, printer.pdf()}}; });
}

void ExportCommands::print()
{
    EditSession *session = readySession();
    if (!session)
        return;
    const ArticlePrinter printer(session->article(), session->activeLayer());
    const auto device = std::make_shared<QPrinter>(QPrinter::HighResolution);
    device->setDocName(session->displayName());
    device->setCreator(u"Dateline"_s);
    if (!m_window.articles().prompts().printer(*device))
        return;
    const QPointer<ExportCommands> guarded(this);
    m_window.articles().work().run(
        WorkQueue::Kind::Save,
        [printer, device](const std::stop_token &) { return printer.print(*device, device->fromPage(), device->toPage()); },
        [guarded, device](int pages) {
            if (!guarded)
                return;
            if (pages > 0)
                guarded->m_window.tell(tr("Printed: the article has %n page(s)", nullptr, pages));
            else
                guarded->m_window.warn({ErrorKind::Unwritable,
                                        tr("Printing failed. See whether the printer is on and chosen, or save as PDF instead."),
                                        device->outputFileName(), 0});
        });
}

bool ExportCommands::isOpen(const QString &path) const
{
    const QFileInfo file(path);
    const QList<EditSession *> sessions = m_window.articles().sessions();
    return std::any_of(sessions.cbegin(), sessions.cend(), [&](const EditSession *session) {
        return (!session->path().isEmpty() && QFileInfo(session->path()) == file)
            || (!session->sourcePath().isEmpty() && QFileInfo(session->sourcePath()) == file);
    });
}

void ExportCommands::write(const QString &path, bool isConfirmed, const Produce &produce)
{
    const QPointer<ExportCommands> guarded(this);
    WorkQueue &work = m_window.articles().work();
    const auto written = [guarded](const Targets &targets, const Result<void> &done) {
        if (!guarded)
            return;
        MainWindow &window = guarded->m_window;
        const QString folder = QDir::toNativeSeparators(QFileInfo(targets.first().path).absolutePath());
        if (!done)
            window.warn(done.error());
        else if (targets.size() == 1)
            window.tell(tr("Exported %1 to %2").arg(QFileInfo(targets.first().path).fileName(), folder));
        else
            window.tell(tr("Exported %n file(s) to %1", nullptr, int(targets.size())).arg(folder));
    };
    const auto made = [guarded, isConfirmed, written, &work](const Targets &targets) {
        if (!guarded)
            return;
        QStringList toAsk;
        for (qsizetype i = 0; i < targets.size(); ++i) {
            const Target &target = targets.at(i);
            if (!target.isThere || target.isUnchanged)
                continue;
            if (guarded->isOpen(target.path)) {
                guarded->m_window.warn(
                    {ErrorKind::Conflict,
                     tr("This file belongs to an open article and was left as it is. Export under another name."),
                     QDir::toNativeSeparators(target.path), 0});
                return;
            }
            if (i > 0 || !isConfirmed)
                toAsk.append(target.path);
        }
        if (!toAsk.isEmpty() && !guarded->m_window.articles().prompts().overwrite(toAsk)) {
            if (guarded)
                guarded->m_window.tell(
                    tr("Nothing was exported: %1 was left as it is.").arg(QFileInfo(toAsk.first()).fileName()));
            return;
        }
        if (guarded)
            work.run(
                WorkQueue::Kind::Save, [targets](const std::stop_token &) { return writeTargets(targets); },
                [targets, written](const Result<void> &done) { written(targets, done); });
    };
    work.run(
        WorkQueue::Kind::Save, [path, produce](const std::stop_token &) { return targetsOf(path, produce()); }, made);
}

} // namespace dateline
