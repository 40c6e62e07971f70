// SPDX-License-Identifier: Apache-2.0
#include "ui/window/filecommands.h"

#include "detection/detector.h"
#include "ui/dialogs/articlepropertiesdialog.h"
#include "ui/dialogs/exportpreview.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewcontroller.h"
#include "ui/window/workqueue.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace dateline {

FileCommands::FileCommands(MainWindow &window) : QObject(&window), m_window(window)
{
    Actions &actions = m_window.actions();
    ArticleManager &articles = m_window.articles();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    on(u"open"_s, [this] {
        const QStringList files = QFileDialog::getOpenFileNames(&m_window, tr("Open Articles"), {}, filterOfReadable());
        m_window.articles().openFiles(files);
    });
    auto *recent = new QMenu(&m_window);
    actions[u"recent"_s]->setMenu(recent);
    on(u"paste"_s, [this] { paste(); });
    on(u"sample"_s, [&articles] { articles.openSample(); });
    on(u"save"_s, [this, &articles] {
        if (session())
            articles.save(session());
    });
    on(u"saveAs"_s, [this, &articles] {
        if (session())
            articles.saveAs(session());
    });
    on(u"saveCopy"_s, [this, &articles] {
        if (session())
            articles.saveCopy(session());
    });
    on(u"revert"_s, [this, &articles] {
        if (session())
            articles.revert(session());
    });
    on(u"takeIn"_s, [this, &articles] {
        if (session())
            articles.takeIn(session());
    });
    on(u"finish"_s, [this] { finishArticle(); });
    on(u"properties"_s, [this] { editProperties(); });
    on(u"nextArticle"_s, [&articles] { articles.nextArticle(1); });
    on(u"previousArticle"_s, [&articles] { articles.nextArticle(-1); });
    on(u"close"_s, [this, &articles] {
        if (session())
            articles.close(session());
    });
    on(u"quit"_s, [this] { m_window.close(); });
    on(u"stop"_s, [&articles] { articles.work().cancel(); });
    on(u"detectAgain"_s, [this, &articles] {
        if (session())
            articles.detectAgain(session());
    });
}

EditSession *FileCommands::session() const { return m_window.articles().current(); }

void FileCommands::updateRecent()
{
    QMenu *menu = m_window.actions()[u"recent"_s]->menu();
    menu->clear();
    const QStringList files = m_window.articles().recentFiles();
    for (const QString &file : files) {
        QAction *action = menu->addAction(QFileInfo(file).fileName());
        action->setToolTip(file);
        connect(action, &QAction::triggered, this, [this, file] { m_window.articles().openFiles({file}); });
    }
    menu->setToolTipsVisible(true);
    m_window.actions()[u"recent"_s]->setEnabled(!files.isEmpty());
}

void FileCommands::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (data && data->hasHtml())
        m_window.articles().openHtml(data->html().toUtf8(), tr("Pasted page"));
    else if (data && data->hasText() && !data->text().trimmed().isEmpty())
        m_window.articles().openText(data->text(), tr("Pasted text"));
    else
        m_window.tell(tr("The clipboard holds no text: copy an article first."));
}

EditSession *FileCommands::readySession() const
{
    EditSession *current = session();
    if (current && !current->isReady()) {
        m_window.tell(tr("The suggestions are still being made."));
        return nullptr;
    }
    return current;
}

void FileCommands::finishArticle()
{
    EditSession *current = readySession();
    if (!current)
        return;
    bool isNew = true; // a step of the history, to be taken back when it cannot be saved
    if (current->isReviewing()) {
        if (!m_window.review().finish())
            return;
    } else {
        ActionBuilder builder = current->edit();
        // What is final already is saved as it is.
        const Stage stage = current->layer()->info.stage;
        if (const Result<void> done = builder.submit(); !done && stage != Stage::Submitted && stage != Stage::Approved) {
            m_window.warn(done.error());
            return;
        }
        isNew = !builder.isEmpty();
        if (const Result<void> done = current->apply(builder.finish()); !done) {
            m_window.warn(done.error());
            return;
        }
    }
    ArticleManager &articles = m_window.articles();
    articles.save(current, [&articles, current = QPointer(current), isNew, label = current->undoLabel()](bool isSaved) {
        if (isSaved) {
            if (articles.current() == current)
                articles.nextArticle(1);
        } else if (current && isNew && current->canUndo() && current->undoLabel() == label) {
            current->undo(); // not saved, so not final either
        }
    });
}

void FileCommands::editProperties()
{
    EditSession *current = readySession();
    if (!current)
        return;
    const Head before = current->article().head;
    ArticlePropertiesDialog dialog(before, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Head after = dialog.head();
    ActionBuilder builder = current->edit();
    builder.setHead(after);
    if (after.published != before.published && current->layer()) {
        // Dates that were read against the old day are read again, in the same step.
        const ArticleText &text = current->article().text;
        for (const Mention &mention : current->layer()->mentions.toList()) {
            if (mention.type != "date"_L1 && mention.type != "time"_L1)
                continue;
            const QString expression = text.view(mention.extent()).toString();
            if (normaliseDate(expression, before.published) == mention.norm || mention.norm.isEmpty())
                builder.setNorm(mention.id, normaliseDate(expression, after.published));
        }
    }
    if (const Result<void> done = current->apply(builder.finish(tr("Change the article's properties"))); !done)
        m_window.warn(done.error());
}

} // namespace dateline
