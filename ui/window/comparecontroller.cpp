// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sidepanel.h"
#include "ui/window/comparecontroller.h"

#include "editing/editsession.h"
#include "review/sametext.h"
#include "ui/panels/differencespanel.h"
#include "ui/view/articleview.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/reviewcontroller.h"
#include "ui/window/workqueue.h"

#include <QFileInfo>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isByPerson(const AnnotatedArticle &article, const Layer &layer)
{
    const Agent *agent = article.agent(layer.info.by);
    return !agent || agent->kind == AgentKind::Human;
}

QList<const Layer *> layersOfPersons(const AnnotatedArticle &article)
{
    QList<const Layer *> layers;
    for (const Layer &layer : article.layers) {
        if (isByPerson(article, layer))
            layers.append(&layer);
    }
    return layers;
}

QString nameOf(const AnnotatedArticle &article, const Layer &layer)
{
    if (!isByPerson(article, layer))
        return CompareController::tr("Suggestions");
    const Agent *agent = article.agent(layer.info.by);
    return agent && !agent->name.isEmpty() ? agent->name : CompareController::tr("Annotator without name");
}

/// To choose from: who, how much, when. Different for any two of them.
QStringList namesOf(const AnnotatedArticle &article, const QList<const Layer *> &layers)
{
    QStringList names;
    for (const Layer *layer : layers) {
        const int count = int(layer->mentions.size());
        QString name = (count == 1 ? CompareController::tr("%1: 1 mention, %2")
                                   : CompareController::tr("%1: %n mentions, %2", nullptr, count))
                           .arg(nameOf(article, *layer), QLocale().toString(layer->info.modified.date(), QLocale::ShortFormat));
        if (names.contains(name))
            name += u" (%1)"_s.arg(names.size() + 1);
        names.append(name);
    }
    return names;
}

/// Types that mean something else, or nothing, on the other side cannot be compared.
Result<void> checkSameTypes(const Tagset &tagset, const QString &name, const NamedArticle &other, const Layer &layer)
{
    const Tagset &theirs = other.article.tagset;
    if (theirs.id != tagset.id)
        return Error{ErrorKind::Conflict,
                     CompareController::tr("It is tagged with the tagset “%1”, “%2” with “%3”: their types cannot be compared.")
                         .arg(theirs.id, name, tagset.id),
                     other.name, 0};
    QString unknown;
    layer.mentions.forEach([&](const Mention &mention) {
        if (unknown.isEmpty() && !tagset.find(mention.type))
            unknown = mention.type;
    });
    if (!unknown.isEmpty())
        return Error{ErrorKind::Conflict,
                     CompareController::tr("It has mentions of the type “%1”, which “%2” does not know: their types cannot be "
                                           "compared.")
                         .arg(unknown, name),
                     other.name, 0};
    return {};
}

Result<LoadedArticle> readOther(const QString &path, const NamedArticle &own, const std::stop_token &stop)
{
    Result<LoadedArticle> loaded = readArticleFile(path, {}, stop);
    if (!loaded)
        return loaded;
    const NamedArticle other{QFileInfo(path).fileName(), loaded.value().article};
    if (const Result<void> same = checkSameText(own, other); !same)
        return same.error();
    if (other.article.layers.isEmpty())
        return Error{ErrorKind::Empty, CompareController::tr("There are no annotations in it to compare with."), other.name, 0};
    return loaded;
}

struct Compared
{
    LayerComparison comparison;
    Layer outlined;
    QList<Token> tokens;
};

} // namespace

CompareController::CompareController(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_panel(new DifferencesPanel(m_model))
{
    QTabWidget &tabs = window.sidePanel();
    tabs.setTabVisible(tabs.addTab(m_panel, tr("Differences")), false);
    const auto on = [&](const QString &name, auto slot) { connect(window.actions()[name], &QAction::triggered, this, slot); };
    on(u"compareWith"_s, [this] { compareWith(); });
    on(u"compareLayers"_s, [this] { compareWithin(); });
    // In a review the same keys go through its list.
    on(u"nextItem"_s, [this] {
        if (isComparing())
            step(1);
    });
    on(u"previousItem"_s, [this] {
        if (isComparing())
            step(-1);
    });
    on(u"endComparison"_s, [this] { end(); });
    connect(m_panel, &DifferencesPanel::rowChosen, this, &CompareController::show);
    connect(m_panel, &DifferencesPanel::closeRequested, this, &CompareController::end);
    connect(&window.view(), &ArticleView::currentMentionChanged, this, &CompareController::followMention);
    connect(&window.articles(), &ArticleManager::currentChanged, this, [this](EditSession *session) {
        if (isComparing() && session != m_session)
            end();
        for (const QString &name : {u"compareWith"_s, u"compareLayers"_s})
            m_window.actions()[name]->setEnabled(session != nullptr);
    });
    for (const QString &name : {u"compareWith"_s, u"compareLayers"_s})
        window.actions()[name]->setEnabled(false);
    window.actions()[u"endComparison"_s]->setEnabled(false);
}

void CompareController::setTheme(const Theme &theme) { m_panel->setTheme(theme); }

void CompareController::setActionsEnabled(bool isOn)
{
    m_window.actions()[u"endComparison"_s]->setEnabled(isOn);
    m_window.review().updateEnabled();
}

void CompareController::compareWith()
{
    ArticleManager &articles = m_window.articles();
    const QPointer<EditSession> session(articles.current());
    if (!session)
        return;
    if (!session->isReady()) {
        m_window.tell(tr("The suggestions are still being made."));
        return;
    }
    const QString file = session->path().isEmpty() ? session->sourcePath() : session->path();
    const QString path = articles.prompts().compareFileName(file.isEmpty() ? QString() : QFileInfo(file).absolutePath());
    if (path.isEmpty())
        return;
    articles.work().run(
        WorkQueue::Kind::Open,
        [path, own = NamedArticle{session->displayName(), session->article()}](const std::stop_token &stop) {
            return readOther(path, own, stop);
        },
        [this, session, path](const Result<LoadedArticle> &loaded) {
            if (!loaded && loaded.error().kind == ErrorKind::Cancelled)
                m_window.tell(tr("Stopped: nothing is compared."));
            else if (!loaded)
                m_window.warn(loaded.error());
            else if (session && session == m_window.articles().current())
                takeFile(*session, path, loaded);
        });
}

void CompareController::takeFile(EditSession &session, const QString &path, const Result<LoadedArticle> &loaded)
{
    const QString file = QFileInfo(path).fileName();
    const std::optional<LayerId> own = chooseOwn(session, tr("Whose work is to be compared with “%1”?").arg(file));
    if (!own)
        return;
    const AnnotatedArticle &article = loaded.value().article;
    QList<const Layer *> layers = layersOfPersons(article);
    if (layers.isEmpty())
        layers = {&article.layers.last()};
    // A file that holds this layer as well is of interest for its others.
    const QString ownUid = session.article().layer(*own)->info.uid;
    QList<const Layer *> others = layers;
    others.removeIf([&](const Layer *layer) { return layer->info.uid == ownUid; });
    if (!others.isEmpty())
        layers = others;
    qsizetype row = 0;
    if (layers.size() > 1) {
        row = m_window.articles().prompts().layer(tr("“%1” holds the work of several annotators. Compare with:").arg(file),
                                                  namesOf(article, layers));
        if (row < 0)
            return;
    }
    Other other;
    other.value = *layers.at(row);
    if (const Result<void> same = checkSameTypes(session.article().tagset, session.displayName(), {file, article}, other.value);
        !same) {
        m_window.warn(same.error());
        return;
    }
    other.name = nameOf(article, other.value);
    if (other.name == nameOf(session.article(), *session.article().layer(*own)))
        other.name = u"%1 (%2)"_s.arg(other.name, file);
    begin(session, *own, other);
}

void CompareController::compareWithin()
{
    EditSession *session = m_window.articles().current();
    if (!session)
        return;
    const AnnotatedArticle &article = session->article();
    QList<const Layer *> layers = layersOfPersons(article);
    if (layers.size() < 2) {
        m_window.tell(tr("This article holds the work of one annotator at most: Review, Compare With takes another file."));
        return;
    }
    std::optional<LayerId> own = layers.first()->info.id;
    if (layers.size() > 2 || (session->layer() && isByPerson(article, *session->layer())))
        own = chooseOwn(*session, tr("Whose work is to be compared?"));
    if (!own)
        return;
    layers.removeIf([&](const Layer *layer) { return layer->info.id == *own; });
    qsizetype row = 0;
    if (layers.size() > 1) {
        row = m_window.articles().prompts().layer(tr("Compare with:"), namesOf(article, layers));
        if (row < 0)
            return;
    }
    Other other;
    other.layer = layers.at(row)->info.id;
    other.name = nameOf(article, *layers.at(row));
    if (other.name == nameOf(article, *article.layer(*own)))
        other.name = u"%1 (%2)"_s.arg(other.name, QLocale().toString(layers.at(row)->info.modified.date(), QLocale::ShortFormat));
    begin(*session, *own, other);
}

/// The active layer when a person made it, else the work of a person in the file; only where there is
/// none, the suggestions. None: cancelled, or nothing there.
std::optional<LayerId> CompareController::chooseOwn(const EditSession &session, const QString &question) const
{
    const AnnotatedArticle &article = session.article();
    const Layer *active = session.layer();
    const QList<const Layer *> persons = layersOfPersons(article);
    if (active && (isByPerson(article, *active) || persons.isEmpty()))
        return active->info.id;
    if (persons.isEmpty()) {
        m_window.tell(tr("Nothing is annotated in this article yet."));
        return std::nullopt;
    }
    const qsizetype row = persons.size() == 1 ? 0 : m_window.articles().prompts().layer(question, namesOf(article, persons));
    if (row < 0)
        return std::nullopt;
    return persons.at(row)->info.id;
}

void CompareController::begin(EditSession &session, LayerId own, const Other &other)
{
    end();
    if (own != session.activeLayer()) {
        // Another person's work can be looked at, not changed.
        if (const Result<void> done = session.setReviewing(own); !done) {
            m_window.warn(done.error());
            return;
        }
        m_reviewed = own;
    }
    m_session = &session;
    m_other = other;
    m_digest = session.article().text.digest();
    m_change = connect(&session, &EditSession::changed, this, &CompareController::follow);
    m_panel->setTagset(session.article().tagset);
    compare();
}

void CompareController::end()
{
    if (!isComparing())
        return;
    const QPointer<EditSession> session = std::exchange(m_session, nullptr);
    disconnect(m_change);
    ++m_run;
    m_isComparingNow = false;
    m_isStale = false;
    m_hasResult = false;
    m_shown.reset();
    m_shownCaret = -1;
    m_tokens.clear();
    m_other = {};
    m_model.clear();
    setActionsEnabled(false);
    m_window.view().setOtherLayer(nullptr);
    QTabWidget &tabs = m_window.sidePanel();
    const int tab = tabs.indexOf(m_panel);
    const bool hadFocus = m_panel->isAncestorOf(m_window.focusWidget());
    if (tabs.currentWidget() == m_panel && m_tabBefore)
        tabs.setCurrentWidget(m_tabBefore);
    tabs.setTabVisible(tab, false);
    if (hadFocus)
        m_window.view().setFocus();
    const LayerId reviewed = std::exchange(m_reviewed, 0);
    if (reviewed != 0 && session->isReviewing() && session->activeLayer() == reviewed)
        (void)session->setReviewing(0); // cannot fail
    m_window.review().showMarks();
}

void CompareController::follow(const ArticleChange &change)
{
    if (m_session->article().text.digest() != m_digest) {
        end();
        m_window.tell(tr("The text was changed, so the comparison ended."));
    } else if (change.isReset || change.hasLayerChanged || change.layer != 0) {
        compare();
    }
}

/// One at a time; what changes meanwhile is compared after it.
void CompareController::compare()
{
    if (m_isComparingNow) {
        m_isStale = true;
        return;
    }
    const AnnotatedArticle &article = m_session->article();
    const Layer *own = m_session->layer();
    const Layer *other = m_other.layer != 0 ? article.layer(m_other.layer) : &m_other.value;
    if (!own || !other) {
        end();
        return;
    }
    m_isComparingNow = true;
    m_isStale = false;
    m_window.articles().work().run(
        WorkQueue::Kind::Compare,
        [a = *own, b = *other, text = article.text.text(), known = m_tokens](const std::stop_token &) {
            const QList<Token> tokens = known.isEmpty() ? tokenize(text) : known;
            const LayerComparison comparison = compareLayers(tokens, a, b);
            return Compared{comparison, differingPart(comparison), tokens};
        },
        [self = QPointer(this), run = m_run](const Compared &compared) {
            if (!self || run != self->m_run)
                return;
            self->m_isComparingNow = false;
            self->m_tokens = compared.tokens;
            self->take(compared.comparison, compared.outlined);
            if (self->m_isStale)
                self->compare();
        });
}

void CompareController::take(const LayerComparison &comparison, const Layer &outlined)
{
    m_model.setComparison(comparison, m_session->article().text);
    m_window.view().setOtherLayer(&outlined);
    m_window.view().setReviewMarks({}); // the differences are what counts now
    updateNames();
    const int row = shownRow();
    m_panel->setCurrentRow(row);
    m_window.view().setCurrentOther(row < 0 ? 0 : m_model.at(row).b);
    m_panel->refresh();
    if (std::exchange(m_hasResult, true))
        return;
    QTabWidget &tabs = m_window.sidePanel();
    if (tabs.currentWidget() != m_panel)
        m_tabBefore = tabs.currentWidget();
    tabs.setTabVisible(tabs.indexOf(m_panel), true);
    tabs.setCurrentWidget(m_panel);
    setActionsEnabled(true);
    const int count = int(comparison.differences.size());
    if (count == 0)
        m_window.tell(tr("No differences."));
    else
        m_window.tell(count == 1
                          ? tr("1 difference. %1 goes there.").arg(m_window.keysOf(u"nextItem"_s))
                          : tr("%n differences. %1 goes to the next one.", nullptr, count).arg(m_window.keysOf(u"nextItem"_s)));
}

void CompareController::updateNames() { m_panel->setNames(nameOf(m_session->article(), *m_session->layer()), m_other.name); }

void CompareController::step(int by)
{
    const int rows = m_model.rowCount();
    if (rows == 0) {
        m_window.tell(m_model.shownKinds() ? tr("No difference of this kind.") : tr("No differences."));
        return;
    }
    const qsizetype caret = m_window.view().caret();
    int row = shownRow();
    if (row >= 0 && caret == m_shownCaret)
        row += by;
    else // from where the caret was put, or from what differs no more
        row = m_model.rowFrom(caret) - (by < 0 ? 1 : 0);
    if (row < 0)
        m_window.tell(tr("That was the first difference: here is the last one."));
    else if (row >= rows)
        m_window.tell(tr("That was the last difference: here is the first one."));
    show((row + rows) % rows);
}

void CompareController::show(int row)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const Difference difference = m_model.at(row);
    ArticleView &view = m_window.view();
    view.setCurrentMention(difference.a);
    if (difference.a == 0)
        view.setCaret(difference.place.begin);
    view.setCurrentOther(difference.b);
    view.ensureVisible(difference.place);
    remember(row);
}

void CompareController::remember(int row)
{
    m_shown = m_model.at(row);
    m_shownCaret = m_window.view().caret();
    m_panel->setCurrentRow(row);
}

/// Who goes through the article sees what it is compared with.
void CompareController::followMention(MentionId mention)
{
    if (m_isShowing || !m_hasResult)
        return;
    const int row = m_model.rowOfMention(mention);
    m_window.view().setCurrentOther(row < 0 ? 0 : m_model.at(row).b);
    if (row >= 0)
        remember(row);
}

int CompareController::shownRow() const
{
    if (!m_shown)
        return -1;
    for (int row = m_model.rowFrom(m_shown->place.begin); row < m_model.rowCount(); ++row) {
        const Difference &difference = m_model.at(row);
        if (difference.a == m_shown->a && difference.b == m_shown->b)
            return row;
        if (difference.place.begin > m_shown->place.begin)
            break;
    }
    return -1;
}

} // namespace dateline
