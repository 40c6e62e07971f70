// SPDX-License-Identifier: Apache-2.0
#include "ui/window/mainwindow.h"

#include "itemmodels/openarticlesmodel.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"
#include "ui/panels/problemsdock.h"
#include "ui/panels/reviewpanel.h"
#include "ui/panels/sidepanel.h"
#include "ui/view/articleview.h"
#include "ui/widgets/annotatorbar.h"
#include "ui/widgets/keyedtext.h"
#include "ui/widgets/openarticleslist.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/typenames.h"
#include "ui/window/actions.h"
#include "ui/window/articlepane.h"
#include "ui/window/comparecontroller.h"
#include "ui/window/keytranslator.h"
#include "ui/window/reviewcontroller.h"
#include "ui/window/taggingcontroller.h"
#include "ui/window/watchlistcontroller.h"
#include "ui/window/windowcommands.h"
#include "ui/window/workqueue.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

MainWindow::MainWindow(Options options, QWidget *parent)
    : QMainWindow(parent)
    , m_asksNothing(options.asksNothing)
    , m_usesSettings(options.articles.usesSettings)
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    options.articles.dialogParent = this;
    m_articles = new ArticleManager(std::move(options.articles), this);
    m_actions = new Actions(this);
    buildLayout();
    m_tagging = new TaggingController(*m_view, this);
    m_actions->install(*menuBar(), *this, *m_view, {&m_side->entities(), &m_side->review()});
    m_review = new ReviewController(*this);
    m_commands = new WindowCommands(*this);
    m_compare = new CompareController(*this);
    new WatchlistController(*this);
    wireArticles();
    wirePanels();
    if (m_usesSettings)
        m_actions->restoreKeys();
    showKeys();
    setTheme(Theme::light());
    resize(1440, 900);
    if (m_usesSettings) {
        const QSettings settings;
        restoreGeometry(settings.value("window/geometry").toByteArray());
        restoreState(settings.value("window/state").toByteArray());
        m_commands->applyPreferences();
    }
    showSession(nullptr);
}

MainWindow::~MainWindow()
{
    // The sessions go first: views must not follow changes of what is being destroyed.
    disconnect(m_articles, nullptr, this, nullptr);
    disconnect(m_view, nullptr, this, nullptr);
    m_pane->setSession(nullptr);
    m_side->setSession(nullptr);
    // Widgets that go later hide first and say so: nobody may act on half a window.
    delete m_compare;
    delete m_commands;
    delete m_review;
}

void MainWindow::buildLayout()
{
    m_pane = new ArticlePane;
    m_view = &m_pane->view();
    m_view->installEventFilter(this);
    m_side = new SidePanel;
    m_side->entities().installEventFilter(this);
    m_side->review().installEventFilter(this);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"centre"_s);
    splitter->addWidget(m_pane);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({1040, 400});
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    setCentralWidget(splitter);

    m_articlesList = new OpenArticlesList;
    m_articlesDock = new QDockWidget(tr("Articles"), this);
    m_articlesDock->setObjectName(u"articlesDock"_s);
    m_articlesDock->setWidget(m_articlesList);
    m_articlesDock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    addDockWidget(Qt::LeftDockWidgetArea, m_articlesDock);
    m_articlesDock->hide();

    m_problemsDock = new ProblemsDock(this);
    connect(m_problemsDock, &ProblemsDock::placeChosen, m_pane, &ArticlePane::goTo);
    addDockWidget(Qt::BottomDockWidgetArea, m_problemsDock);
    m_problemsDock->hide();

    m_status = new StatusStrip;
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
}

void MainWindow::wireArticles()
{
    connect(m_articles, &ArticleManager::currentChanged, this, &MainWindow::showSession);
    connect(m_articles, &ArticleManager::opened, this, [this](EditSession *session) {
        const qsizetype caret = m_articles->takeInitialCaret(session);
        if (session == m_session && caret >= 0)
            m_view->setCaret(caret);
        if (!session->issues().isEmpty())
            tell(tr("%n problem(s) in %1: %2 lists them.", nullptr, int(session->issues().size()))
                     .arg(session->displayName(), keysOf(u"showProblems"_s)));
        connect(session, &EditSession::stateChanged, this, [this, session] {
            if (session == m_session)
                followChange();
        });
    });
    connect(m_articles, &ArticleManager::listChanged, this, [this] {
        const QList<EditSession *> sessions = m_articles->sessions();
        m_articlesList->setSessions(sessions, m_session);
        if (sessions.size() > 1)
            m_articlesDock->show();
        (*m_actions)[u"showArticles"_s]->setChecked(!m_articlesDock->isHidden());
        m_commands->updateRecent();
    });
    connect(m_articles, &ArticleManager::detected, this, [this](EditSession *session) {
        if (session == m_session)
            m_review->tellWhatCameBack();
        if (session->isReviewing())
            m_side->showReview();
    });
    connect(m_articles, &ArticleManager::failed, this, &MainWindow::warn);
    connect(m_articles, &ArticleManager::saved, this,
            [this](EditSession *session) { tell(tr("Saved %1").arg(session->path())); });
    connect(m_articles, &ArticleManager::recovered, this, [this](EditSession *, const QString &description) {
        m_pane->showMessage(
            Severity::Note,
            tr("Recovered after the last session ended unexpectedly: %1. Save to keep it, or undo what you do not want.")
                .arg(description));
    });
    connect(m_articles, &ArticleManager::heldElsewhere, this, [this](EditSession *, const QString &who) {
        m_pane->showMessage(Severity::Note, tr("%1. You can read and tag it; saving asks first.").arg(who));
    });
    connect(m_articles, &ArticleManager::changedOutside, this, [this](EditSession *session, bool isGone) {
        const QString name = session->displayName();
        m_pane->showMessage(Severity::Warning,
                            isGone ? tr("The file of “%1” is not there any more. Saving writes it anew.").arg(name)
                                   : tr("“%1” was changed by another program: %2 takes its changes in, "
                                        "saving asks first.")
                                         .arg(name, keysOf(u"takeIn"_s)));
        followChange();
    });
    connect(m_articles, &ArticleManager::tookIn, this, [this](EditSession *session, const QString &message) {
        m_pane->showMessage(Severity::Note, message);
        if (session != m_session)
            return;
        m_problemsDock->setIssues(session->issues());
        followChange();
    });
    connect(m_articles, &ArticleManager::told, this, &MainWindow::tell);
    connect(&m_articles->work(), &WorkQueue::changed, this, [this] {
        m_status->setWork(m_articles->work().description());
        (*m_actions)[u"stop"_s]->setEnabled(m_articles->work().canCancel());
    });
    connect(m_articlesList, &OpenArticlesList::articleChosen, m_articles, &ArticleManager::setCurrent);
    connect(m_articlesList, &OpenArticlesList::closeRequested, m_articles,
            [this](EditSession *session) { m_articles->close(session); });
}

void MainWindow::wirePanels()
{
    connect(m_view, &ArticleView::currentMentionChanged, this, &MainWindow::followCurrentMention);
    connect(m_view, &ArticleView::caretMoved, this, &MainWindow::updatePlace);
    const auto showMenu = [this](const QPoint &global) {
        if (auto *menu = menuBar()->findChild<QMenu *>(u"mentionMenu"_s))
            menu->popup(global);
    };
    connect(m_view, &ArticleView::menuRequested, this, showMenu);
    connect(&m_side->entities(), &EntitiesPanel::menuRequested, this, showMenu);
    connect(&m_side->entities(), &EntitiesPanel::mentionActivated, this,
            [this](MentionId mention) { m_view->setCurrentMention(mention); });
    connect(&m_side->entities(), &EntitiesPanel::mergeRequested, m_tagging, &TaggingController::merge);
    connect(&m_side->entities(), &EntitiesPanel::actionRequested, this, [this](const QString &action) {
        if (m_actions->contains(action))
            (*m_actions)[action]->trigger();
    });
    connect(&m_side->details(), &DetailsPanel::typeChosen, m_tagging, &TaggingController::retype);
    connect(&m_side->details(), &DetailsPanel::entityRenamed, m_tagging, &TaggingController::rename);
    connect(&m_side->details(), &DetailsPanel::entityLinked, m_tagging, &TaggingController::setEntityLink);
    connect(&m_side->details(), &DetailsPanel::normChanged, m_tagging, &TaggingController::setNorm);
    connect(&m_side->details(), &DetailsPanel::noteChanged, m_tagging, &TaggingController::setNote);
    connect(&m_side->details(), &DetailsPanel::unsureChanged, m_tagging, &TaggingController::setUnsure);
    connect(&m_side->details(), &DetailsPanel::attributeChanged, m_tagging, &TaggingController::setAttribute);
    connect(&m_side->details(), &DetailsPanel::editingFinished, this, [this] {
        m_side->showEntities();
        m_view->setFocus();
    });
    connect(m_tagging, &TaggingController::told, this, &MainWindow::tell);
    connect(m_tagging, &TaggingController::decided, this, [this] {
        m_pane->setWelcomeShown(false);
        if (!m_asksNothing && m_articles->author().name.isEmpty())
            m_pane->annotatorBar().ask();
    });
    connect(&m_pane->annotatorBar(), &AnnotatorBar::nameGiven, this, [this](const QString &name) {
        m_articles->setAuthorNamed(name);
        m_view->setFocus();
        followChange();
        if (const auto then = std::exchange(m_afterName, {}))
            then();
    });
}

void MainWindow::showSession(EditSession *session)
{
    m_session = session;
    m_pane->setSession(session);
    m_side->setSession(session);
    m_tagging->setSession(session);
    m_review->setSession(session);
    m_problemsDock->setIssues(session ? session->issues() : IssueList());
    if (session) {
        const qsizetype caret = m_articles->takeInitialCaret(session);
        if (caret >= 0)
            m_view->setCaret(caret);
        m_view->setFocus();
    }
    updateTypes();
    followChange();
}

void MainWindow::followChange()
{
    m_commands->updateEnabled(m_session);
    m_review->updateEnabled();
    updateTitle();
    updatePlace();
    const ReviewProgress progress = m_review->progress();
    m_status->setProgress(progress.reviewed, progress.total);
    m_status->setSaved(!m_session || !m_session->isModified(), m_session != nullptr);
    const QString language = m_session ? m_session->article().head.language : QString();
    m_status->setLanguage(language.isEmpty() ? QString() : QLocale::languageToString(QLocale(language).language()));
    m_status->setAnnotator(m_articles->author().name.isEmpty() ? tr("No name yet") : m_articles->author().name);
    if (m_session) {
        if (const std::optional<Error> error = m_session->journalError())
            m_pane->showMessage(Severity::Error, error->message);
    }
}

void MainWindow::followCurrentMention(MentionId mention)
{
    m_side->setCurrentMention(mention);
    m_commands->updateEnabled(m_session);
    m_review->updateEnabled();
}

void MainWindow::updateTitle()
{
    if (!m_session) {
        setWindowTitle(tr("Dateline"));
        setWindowModified(false);
        return;
    }
    const Layer *layer = m_session->layer();
    const QString name = m_session->displayName();
    if (layer && layer->info.stage != Stage::Suggested && layer->info.stage != Stage::Draft)
        setWindowTitle(tr("%1[*] (%2) — Dateline", "file, stage").arg(name, stageName(layer->info.stage)));
    else
        setWindowTitle(tr("%1[*] — Dateline").arg(name));
    setWindowModified(m_session->isModified());
}

void MainWindow::updatePlace()
{
    if (!m_session)
        m_status->setPlace(0, 0);
    else if (const LineColumn place = m_session->article().text.offsets().lineColumn(m_view->caret()); true)
        m_status->setPlace(int(place.line), int(place.column));
}

void MainWindow::updateTypes()
{
    const QList<QAction *> keys = m_actions->menu(u"type"_s);
    const QList<TypeDefinition> types = m_session ? m_session->article().tagset.types : QList<TypeDefinition>();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        keys.at(i)->setVisible(i < types.size());
        keys.at(i)->setEnabled(i < types.size());
        if (i < types.size()) {
            keys.at(i)->setText(typeName(m_session->article().tagset, types.at(i).id));
            keys.at(i)->setData(types.at(i).id);
        }
    }
}

void MainWindow::setTheme(const Theme &theme)
{
    m_theme = theme;
    QApplication::setPalette(theme.palette());
    qApp->setStyleSheet(theme.styleSheet());
    m_pane->setTheme(theme);
    m_side->setTheme(theme);
    m_status->setTheme(theme);
    m_articlesList->setTheme(theme);
    m_compare->setTheme(theme);
}

QString MainWindow::keysOf(const QString &action) const
{
    const QString keys = (*m_actions)[action]->shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? (*m_actions)[action]->text().remove(u'&').remove(u'…') : keys;
}

void MainWindow::showKeys()
{
    writeKeyedTexts(*m_side, [this](const QString &action) {
        return m_actions->contains(action) ? (*m_actions)[action]->shortcut() : QKeySequence();
    });
}

void MainWindow::askName(const std::function<void()> &then)
{
    m_afterName = then;
    m_pane->annotatorBar().insist();
}

void MainWindow::cyclePane(int step)
{
    QList<QWidget *> panes{m_view, m_side};
    if (m_articlesDock->isVisible())
        panes.append(m_articlesList);
    qsizetype current = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->hasFocus() || panes.at(i)->isAncestorOf(QApplication::focusWidget()))
            current = i;
    }
    QWidget *next = panes.at((current + step + panes.size()) % panes.size());
    if (next == m_side)
        m_side->takeFocus();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::tell(const QString &message) { m_status->showMessage(message); }

void MainWindow::warn(const Error &error) { m_pane->showMessage(Severity::Error, error.toString()); }

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::welcome()
{
    m_articles->openSample();
    m_pane->setWelcomeShown(true);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_isAsking) { // twice while a question is open
        event->ignore();
        return;
    }
    if (m_usesSettings && !m_mayClose) {
        m_articles->storeSession([this](EditSession *session) { return session == m_session ? m_view->caret() : qsizetype(-1); });
        QSettings settings;
        settings.setValue("window/geometry", saveGeometry());
        settings.setValue("window/state", saveState());
    }
    // What is saved first is saved off this thread; the window goes when that is done.
    m_mayClose = false;
    m_isAsking = true;
    m_articles->closeAll([this](bool areClosed) {
        m_mayClose = areClosed;
        if (areClosed && !m_isAsking)
            close();
    });
    m_isAsking = false;
    event->setAccepted(m_mayClose);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty())
        m_articles->openFiles(files);
    else if (event->mimeData()->hasHtml())
        m_articles->openHtml(event->mimeData()->html().toUtf8(), tr("Dropped text"));
    else if (event->mimeData()->hasText())
        m_articles->openText(event->mimeData()->text(), tr("Dropped text"));
    event->acceptProposedAction();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Under a Cyrillic layout the key that types У must do what E does.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isForeignLetter(*key)) {
            if (QAction *action = m_actions->forKey(sequenceOf(*key))) {
                action->trigger();
                return true;
            }
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace dateline
