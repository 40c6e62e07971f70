// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowcommands.h"

#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"
#include "ui/panels/problemsdock.h"
#include "ui/panels/sidepanel.h"
#include "ui/view/articleview.h"
#include "ui/widgets/choicepopup.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/typenames.h"
#include "ui/window/actions.h"
#include "ui/window/articlepane.h"
#include "ui/window/caretpopup.h"
#include "ui/window/clipboardcommands.h"
#include "ui/window/commandpalette.h"
#include "ui/window/exportcommands.h"
#include "ui/window/filecommands.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewcontroller.h"
#include "ui/window/taggingcontroller.h"
#include "ui/window/workqueue.h"

#include <QApplication>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMessageBox>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace dateline {

WindowCommands::WindowCommands(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_isSystemDark(QGuiApplication::palette().color(QPalette::Window).lightness() < 128)
{
    connectEditing();
    connectView();
    connectTagging();
    new ClipboardCommands(window);
    new ExportCommands(window);
    m_files = new FileCommands(window);
}

EditSession *WindowCommands::session() const { return m_window.articles().current(); }

void WindowCommands::connectEditing()
{
    Actions &actions = m_window.actions();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    on(u"undo"_s, [this] { m_window.tagging().undo(); });
    on(u"redo"_s, [this] { m_window.tagging().redo(); });
    on(u"selectAll"_s, [this] {
        if (session())
            m_window.view().setSelection({0, session()->article().text.length()});
    });
    on(u"find"_s, [this] { m_window.pane().find(); });
    on(u"findNext"_s, [this] { m_window.pane().findBar().findNext(); });
    on(u"findPrevious"_s, [this] { m_window.pane().findBar().findPrevious(); });
    on(u"goToLine"_s, [this] { m_window.pane().askLine(); });
    on(u"preferences"_s, [this] { editPreferences(); });
    on(u"shortcuts"_s, [this] {
        ShortcutsDialog dialog(m_window.actions(), m_window.usesSettings(), &m_window);
        if (dialog.exec() == QDialog::Accepted)
            m_window.showKeys();
    });
    on(u"palette"_s, [this] { openPalette(); });
}

void WindowCommands::connectView()
{
    Actions &actions = m_window.actions();
    ArticleView &view = m_window.view();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    on(u"filter"_s, [this] {
        m_window.sidePanel().showEntities();
        m_window.sidePanel().entities().focusFilter();
    });
    on(u"nextPane"_s, [this] { m_window.cyclePane(1); });
    on(u"previousPane"_s, [this] { m_window.cyclePane(-1); });
    on(u"zoomIn"_s, [this, &view] { zoomTo(view.zoomPercent() + 10); });
    on(u"zoomOut"_s, [this, &view] { zoomTo(view.zoomPercent() - 10); });
    on(u"zoomReset"_s, [this] { zoomTo(100); });
    on(u"dark"_s, [this](bool isDark) {
        setDark(isDark);
        remember([isDark](Preferences &preferences) {
            preferences.theme = isDark ? Preferences::ThemeChoice::Dark : Preferences::ThemeChoice::Light;
        });
    });
    on(u"showRejected"_s, [&view](bool show) { view.setShowRejected(show); });
    on(u"showArticles"_s, [this](bool show) { m_window.articlesDock().setVisible(show); });
    on(u"showProblems"_s, [this](bool show) { m_window.problemsDock().setVisible(show); });
    connect(&m_window.problemsDock(), &QDockWidget::visibilityChanged, this,
            [this] { m_window.actions()[u"showProblems"_s]->setChecked(!m_window.problemsDock().isHidden()); });
    connect(&m_window.articlesDock(), &QDockWidget::visibilityChanged, this,
            [this] { m_window.actions()[u"showArticles"_s]->setChecked(!m_window.articlesDock().isHidden()); });
    on(u"keys"_s, [this] {
        auto *sheet = new ShortcutSheet(m_window.actions().sheet(), &m_window);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->show();
    });
    on(u"about"_s, [this] {
        QMessageBox::about(&m_window, tr("About Dateline"),
                           tr("<h3>Dateline %1</h3><p>Annotates news articles: detected entities are reviewed, corrected and "
                              "saved as annotated XML.</p>"
                              "<p>Apache License 2.0</p>")
                               .arg(QCoreApplication::applicationVersion()));
    });
}

void WindowCommands::connectTagging()
{
    Actions &actions = m_window.actions();
    TaggingController &tagging = m_window.tagging();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    // In a review the same keys judge another person's tags.
    ReviewController &review = m_window.review();
    const auto onEither = [&](const QString &name, auto tag, auto judge) {
        connect(actions[name], &QAction::triggered, this, [&review, tag, judge] {
            if (review.isReviewing())
                judge();
            else
                tag();
        });
    };
    onEither(
        u"nextUndecided"_s, [&tagging] { tagging.goToUndecided(true); }, [&review] { review.goToUndecided(true); });
    onEither(
        u"previousUndecided"_s, [&tagging] { tagging.goToUndecided(false); }, [&review] { review.goToUndecided(false); });
    onEither(
        u"accept"_s, [&tagging] { tagging.accept(); }, [&review] { review.approve(); });
    onEither(
        u"acceptEntity"_s, [&tagging] { tagging.acceptEntity(); }, [&review] { review.approveEntity(); });
    onEither(
        u"reject"_s, [&tagging] { tagging.reject(); }, [&review] { review.askReason(); });
    on(u"rejectEntity"_s, [&tagging] { tagging.rejectEntity(); });
    on(u"startLeft"_s, [&tagging] { tagging.moveStart(-1); });
    on(u"startRight"_s, [&tagging] { tagging.moveStart(1); });
    on(u"endLeft"_s, [&tagging] { tagging.moveEnd(-1); });
    on(u"endRight"_s, [&tagging] { tagging.moveEnd(1); });
    on(u"unsure"_s, [&tagging] { tagging.toggleUnsure(); });
    on(u"split"_s, [this, &tagging] {
        QList<MentionId> mentions = m_window.sidePanel().entities().selectedMentions();
        if (mentions.isEmpty() && tagging.currentMention() != 0)
            mentions = {tagging.currentMention()};
        tagging.split(mentions);
    });
    on(u"merge"_s, [this] { chooseMerge(); });
    on(u"chooseType"_s, [this] { chooseType(false); });
    on(u"chooseEntityType"_s, [this] { chooseType(true); });
    on(u"peek"_s, [this] { peek(); });
    for (QAction *action : actions.menu(u"type"_s))
        onEither(
            action->objectName(), [&tagging, action] { tagging.setType(action->data().toString()); },
            [&review, action] { review.propose(action->data().toString()); });
    const auto edit = [this](void (DetailsPanel::*field)()) {
        if (m_window.tagging().currentMention() == 0)
            return;
        m_window.view().setCurrentMention(m_window.tagging().currentMention());
        m_window.sidePanel().showDetails();
        (m_window.sidePanel().details().*field)();
    };
    on(u"editEntity"_s, [edit] { edit(&DetailsPanel::editEntityName); });
    on(u"note"_s, [edit] { edit(&DetailsPanel::editNote); });
    on(u"link"_s, [edit] { edit(&DetailsPanel::editLink); });
}

void WindowCommands::updateEnabled(EditSession *session)
{
    Actions &actions = m_window.actions();
    const bool isOpen = session != nullptr;
    for (const QString &name : {u"save"_s, u"saveAs"_s, u"saveCopy"_s, u"revert"_s, u"finish"_s, u"properties"_s, u"close"_s,
                                u"copyTable"_s, u"selectAll"_s, u"export"_s, u"savePdf"_s, u"print"_s, u"find"_s, u"findNext"_s,
                                u"findPrevious"_s, u"goToLine"_s, u"detectAgain"_s})
        actions[name]->setEnabled(isOpen);
    actions[u"takeIn"_s]->setEnabled(isOpen && m_window.articles().hasOutsideChanges(session));
    QAction *undo = actions[u"undo"_s];
    undo->setEnabled(isOpen && session->canUndo());
    undo->setText(undo->isEnabled() ? tr("&Undo: %1").arg(session->undoLabel()) : tr("&Undo"));
    QAction *redo = actions[u"redo"_s];
    redo->setEnabled(isOpen && session->canRedo());
    redo->setText(redo->isEnabled() ? tr("&Redo: %1").arg(session->redoLabel()) : tr("&Redo"));
    const bool hasSeveral = m_window.articles().sessions().size() > 1;
    actions[u"nextArticle"_s]->setEnabled(hasSeveral);
    actions[u"previousArticle"_s]->setEnabled(hasSeveral);
}

void WindowCommands::openPalette()
{
    auto *palette = new CommandPalette(m_window.actions(), m_recentCommands, m_window.theme(), &m_window);
    connect(palette, &CommandPalette::chosen, this, [this](const QString &action) {
        m_recentCommands.removeAll(action);
        m_recentCommands.prepend(action);
        m_window.actions()[action]->trigger();
    });
    palette->popup();
}

void WindowCommands::editPreferences()
{
    Preferences present = Preferences::load();
    present.annotatorName = m_window.articles().author().name;
    PreferencesDialog dialog(present, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    dialog.preferences().store();
    if (const QString name = dialog.preferences().annotatorName; !name.isEmpty()) {
        Author author = m_window.articles().author();
        author.name = name;
        m_window.articles().setAuthor(author);
    }
    applyPreferences();
}

void WindowCommands::applyPreferences()
{
    const Preferences preferences = Preferences::load();
    setDark(preferences.theme == Preferences::ThemeChoice::Dark
            || (preferences.theme == Preferences::ThemeChoice::Auto && m_isSystemDark));
    m_window.view().setZoomPercent(preferences.zoomPercent);
}

/// What a key changed is how it is at the next start, too.
void WindowCommands::remember(const std::function<void(Preferences &)> &change)
{
    if (!m_window.usesSettings())
        return;
    Preferences preferences = Preferences::load();
    change(preferences);
    preferences.store();
}

void WindowCommands::zoomTo(int percent)
{
    m_window.view().setZoomPercent(percent);
    remember([this](Preferences &preferences) { preferences.zoomPercent = m_window.view().zoomPercent(); });
}

void WindowCommands::setDark(bool isDark)
{
    m_window.actions()[u"dark"_s]->setChecked(isDark);
    m_window.setTheme(isDark ? Theme::dark() : Theme::light());
}

void WindowCommands::chooseType(bool wholeEntity)
{
    EditSession *current = session();
    if (!current)
        return;
    auto *chooser = new ChoicePopup(tr("Type a name or a number"), tr("Types"),
                                    typeChoices(current->article().tagset, m_window.theme()), &m_window);
    connect(chooser, &ChoicePopup::chosen, this, [this, wholeEntity](const QString &type) {
        if (m_window.review().isReviewing())
            m_window.review().propose(type);
        else if (wholeEntity)
            m_window.tagging().retypeEntity(type);
        else
            m_window.tagging().setType(type);
    });
    popUpAtCaret(chooser, m_window.view());
}

void WindowCommands::chooseMerge()
{
    const EntityId entity = m_window.tagging().currentEntity();
    if (entity == 0) {
        m_window.tell(tr("Go to a mention of the entity first."));
        return;
    }
    const Layer &layer = *session()->layer();
    const QList<ChoicePopup::Choice> choices = mergeChoices(layer, entity, session()->article().tagset, m_window.theme());
    if (choices.isEmpty()) {
        m_window.tell(tr("There is no other entity."));
        return;
    }
    auto *chooser = new ChoicePopup(tr("Merge %1 into…").arg(layer.entity(entity)->name), tr("Entities"), choices, &m_window);
    connect(chooser, &ChoicePopup::chosen, this,
            [this, entity](const QString &into) { m_window.tagging().merge(entity, into.toUInt()); });
    popUpAtCaret(chooser, m_window.view());
}

void WindowCommands::peek()
{
    const MentionId id = m_window.tagging().currentMention();
    if (id == 0)
        return;
    const Mention mention = *session()->layer()->mentions.find(id);
    const ArticleView &view = m_window.view();
    const QList<QRectF> rectangles = view.rectanglesOf(mention.extent());
    if (rectangles.isEmpty())
        return;
    QString reason = mention.why.isEmpty() ? tr("Added by a person") : mention.why;
    if (mention.confidence >= 0)
        reason += tr(" (confidence %1)").arg(mention.confidence, 0, 'f', 2);
    QToolTip::showText(view.viewport()->mapToGlobal(rectangles.first().bottomLeft().toPoint()), reason, view.viewport());
}

} // namespace dateline
