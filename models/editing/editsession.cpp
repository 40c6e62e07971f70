// SPDX-License-Identifier: Apache-2.0
#include "editing/editsession.h"

#include "detection/detector.h"
#include "editing/journal.h"
#include "formats/nativeformat.h"
#include "formats/savefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

QString newUid() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::EditSession)
};

QString neutralName() { return Messages::tr("Unnamed annotator"); }

/// What setAuthor() records. Actions have labels, what stands aside of the history has none.
bool isNaming(const Transaction &transaction)
{
    const auto *edit = transaction.edits.size() == 1 ? std::get_if<AgentEdit>(&transaction.edits.first()) : nullptr;
    return transaction.label.isEmpty() && edit && edit->before && edit->after;
}

/// What ensureLayer() records.
bool isLayerMaking(const Transaction &transaction)
{
    const auto *edit = transaction.edits.isEmpty() ? nullptr : std::get_if<LayerEdit>(&transaction.edits.last());
    return transaction.label.isEmpty() && transaction.edits.size() <= 2 && edit && !edit->before;
}

/// True when the edit changes what the annotator of the layer made.
bool changesWork(const Edit &edit, LayerId layer)
{
    if (const auto *e = std::get_if<MentionEdit>(&edit))
        return e->layer == layer;
    if (const auto *e = std::get_if<EntityEdit>(&edit))
        return e->layer == layer;
    if (std::holds_alternative<TextEdit>(edit))
        return true; // it moves what the annotator tagged
    const auto *e = std::get_if<LayerEdit>(&edit);
    if (!e || !e->before || e->before->id != layer)
        return false;
    LayerInfo staged = *e->before;
    if (e->after) {
        staged.stage = e->after->stage;
        staged.events = e->after->events;
    }
    return !e->after || !(staged == *e->after);
}

} // namespace

EditSession::EditSession(const AnnotatedArticle &article, Options options, QObject *parent)
    : QObject(parent)
    , m_article(article)
    , m_issues(std::move(options.issues))
    , m_clock(options.clock ? std::move(options.clock) : std::make_shared<SystemClock>())
    , m_path(std::move(options.path))
    , m_sourcePath(std::move(options.sourcePath))
    , m_name(std::move(options.name))
    , m_reviewOf(options.reviewOf)
    , m_isReady(!options.isPreparing)
    , m_saved(article)
    , m_fileState(std::move(options.fileState))
{
    // Until somebody says who they are, edits belong to one who can be named later.
    m_author.uid = newUid();
}

EditSession::~EditSession()
{
    if (m_journal && !isModified())
        m_journal->discard();
}

LayerId EditSession::activeLayer() const
{
    if (isReviewing())
        return m_reviewOf;
    if (const Agent *agent = m_article.agentByUid(m_author.uid)) {
        if (const Layer *own = m_article.layerBy(agent->id))
            return own->info.id;
    }
    const Layer *suggested = m_article.detectorLayer();
    return suggested ? suggested->info.id : 0;
}

bool EditSession::isReviewing() const { return m_reviewOf != 0 && ReviewBuilder::canReview(m_article, m_reviewOf, m_author); }

Result<void> EditSession::setReviewing(LayerId layer)
{
    if (layer != 0 && !ReviewBuilder::canReview(m_article, layer, m_author))
        return Error{
            ErrorKind::Conflict,
            Messages::tr("Only the work of another person can be reviewed: open an article that an annotator marked final."),
            {},
            0};
    if (layer == m_reviewOf)
        return {};
    m_reviewOf = layer;
    ArticleChange everything;
    everything.isReset = true;
    Q_EMIT changed(everything);
    Q_EMIT stateChanged();
    return {};
}

Author EditSession::actor() const { return {m_author.uid, m_author.name.isEmpty() ? neutralName() : m_author.name}; }

void EditSession::setAuthor(const Author &author)
{
    Author next = author;
    if (next.uid.isEmpty())
        next.uid = m_author.name.isEmpty() ? m_author.uid : newUid();
    if (next.uid == m_author.uid && next.name == m_author.name)
        return;
    if (!next.name.isEmpty())
        nameWork(next);
    m_author = next;
    ArticleChange everything;
    everything.isReset = true;
    Q_EMIT changed(everything);
    Q_EMIT stateChanged();
}

void EditSession::nameWork(Author &author)
{
    // Work done before the name was known belongs to whoever gives it now: in this session (its
    // agent may be known to undone steps only), or under the same uid in an earlier one.
    std::optional<Agent> nameless;
    if (m_author.name.isEmpty()) {
        if (const Agent *present = m_article.agentByUid(m_author.uid))
            nameless = *present;
        for (const Transaction &step : std::as_const(m_history)) {
            for (const Edit &edit : step.edits) {
                if (const auto *e = std::get_if<AgentEdit>(&edit); e && e->after && e->after->uid == m_author.uid)
                    nameless = *e->after;
            }
        }
    }
    const Agent *known = m_article.agentByUid(author.uid);
    if (!nameless && known && known->kind == AgentKind::Human && (known->name.isEmpty() || known->name == neutralName()))
        nameless = *known;
    if (!nameless)
        return;
    // Someone of that uid is in the file beside: two agents cannot share it.
    if (known && known->id != nameless->id)
        author.uid = nameless->uid;
    Agent named = *nameless;
    named.uid = author.uid;
    named.name = author.name;
    (void)replayNaming({{}, m_clock->now(), {AgentEdit{*nameless, named}}}).isOk();
}

Result<void> EditSession::replayNaming(const Transaction &naming)
{
    const auto &edit = std::get<AgentEdit>(naming.edits.first());
    const Agent before = *edit.before;
    const Agent after = *edit.after;
    if (m_article.agent(before.id)) {
        if (const Result<void> done = perform(naming, StepKind::Aside); !done)
            return done;
    } else {
        journal(naming, StepKind::Aside);
    }
    // Steps name agents by local id, which stays; the one that adds the agent must add the named one.
    qsizetype addedAt = -1;
    for (qsizetype i = 0; i < m_history.size(); ++i) {
        for (Edit &step : m_history[i].edits) {
            auto *agent = std::get_if<AgentEdit>(&step);
            if (!agent)
                continue;
            if (agent->before == before)
                agent->before = after;
            if (agent->after == before) {
                agent->after = after;
                addedAt = i;
            }
        }
    }
    // A file saved with the neutral name differs now; at opening that alone is no work to save.
    if (m_article.agent(before.id) && !m_history.isEmpty()) {
        if (m_savedPosition > addedAt)
            m_savedPosition = -1;
        if (m_save && m_save->position > addedAt)
            m_save->position = -1;
    }
    return {};
}

void EditSession::addDetection(Layer layer, const Agent &detector)
{
    if (!layer.info.started.isValid()) {
        layer.info.started = m_clock->now();
        layer.info.modified = layer.info.started;
    }
    m_article.addLayer(std::move(layer), detector);
    ArticleChange everything;
    everything.isReset = true;
    Q_EMIT changed(everything);
    Q_EMIT stateChanged();
}

void EditSession::setJournal(std::unique_ptr<Journal> journal)
{
    Q_ASSERT(m_history.isEmpty());
    m_journal = std::move(journal);
}

void EditSession::setReady()
{
    m_isReady = true;
    Q_EMIT stateChanged();
}

void EditSession::addIssues(const IssueList &issues)
{
    if (issues.isEmpty())
        return;
    m_issues += issues;
    Q_EMIT stateChanged();
}

void EditSession::ensureLayer()
{
    if (activeLayer() != 0)
        return;
    const Agent *known = m_article.agentByUid(Detector::agent().uid);
    Agent detector = known ? *known : Detector::agent();
    Transaction making{{}, m_clock->now(), {}};
    if (!known) {
        detector.id = m_article.nextAgentId();
        making.edits.append(AgentEdit{std::nullopt, detector});
    }
    LayerInfo info;
    info.id = m_article.nextLayerId();
    info.uid = newUid();
    info.by = detector.id;
    info.stage = Stage::Suggested;
    info.started = making.at;
    info.modified = making.at;
    making.edits.append(LayerEdit{std::nullopt, info});
    const Result<void> done = perform(making, StepKind::Aside);
    Q_ASSERT(done.isOk());
}

ActionBuilder EditSession::edit()
{
    ensureLayer();
    return ActionBuilder(m_article, isReviewing() ? 0 : activeLayer(), actor(), m_clock->now());
}

ReviewBuilder EditSession::review() const
{
    return ReviewBuilder(m_article, isReviewing() ? m_reviewOf : 0, actor(), m_clock->now());
}

void EditSession::journal(const Transaction &transaction, StepKind kind)
{
    // A journal that fails does not stop the work: the window warns with journalError().
    if (m_journal)
        (void)m_journal->append(transaction, kind).isOk();
    if (m_save)
        m_save->since.append({kind, transaction});
}

Result<void> EditSession::perform(const Transaction &transaction, StepKind kind)
{
    Result<ArticleChange> done = m_article.apply(transaction);
    if (!done)
        return done.error();
    journal(transaction, kind);
    switch (kind) {
    case StepKind::Action:
        if (m_savedPosition > m_position)
            m_savedPosition = -1;
        if (m_save && m_save->position > m_position)
            m_save->position = -1;
        m_history.resize(m_position);
        m_history.append(transaction);
        ++m_position;
        break;
    case StepKind::Undo:
        --m_position;
        break;
    case StepKind::Redo:
        ++m_position;
        break;
    case StepKind::Aside:
        break;
    }
    Q_EMIT changed(done.value());
    Q_EMIT stateChanged();
    return {};
}

Result<void> EditSession::apply(const Transaction &transaction)
{
    if (transaction.isEmpty())
        return {};
    if (!m_isReady)
        return Error{ErrorKind::Conflict, Messages::tr("The suggestions are still being made. Esc goes on without them."), {}, 0};
    const auto isForbidden = [this](const Edit &edit) { return changesWork(edit, m_reviewOf); };
    if (isReviewing() && std::any_of(transaction.edits.cbegin(), transaction.edits.cend(), isForbidden))
        return Error{
            ErrorKind::Conflict,
            Messages::tr(
                "You review the work of another person and cannot change it: return the mention, or propose another one."),
            {},
            0};
    return perform(transaction, StepKind::Action);
}

Result<void> EditSession::replay(const Transaction &transaction)
{
    if (isNaming(transaction))
        return replayNaming(transaction);
    if (isLayerMaking(transaction))
        return perform(transaction, StepKind::Aside);
    if (canUndo() && transaction.edits == m_history.at(m_position - 1).inverse().edits)
        return perform(transaction, StepKind::Undo);
    if (canRedo() && transaction.edits == m_history.at(m_position).edits)
        return perform(transaction, StepKind::Redo);
    // Not apply(): what was done before a review began is not forbidden in it.
    if (!m_isReady)
        return apply(transaction);
    return transaction.isEmpty() ? Result<void>() : perform(transaction, StepKind::Action);
}

QString EditSession::undoLabel() const { return canUndo() ? m_history.at(m_position - 1).label : QString(); }

QString EditSession::redoLabel() const { return canRedo() ? m_history.at(m_position).label : QString(); }

void EditSession::undo()
{
    if (!canUndo())
        return;
    const Result<void> done = perform(m_history.at(m_position - 1).inverse(), StepKind::Undo);
    Q_ASSERT(done.isOk());
}

void EditSession::redo()
{
    if (!canRedo())
        return;
    const Transaction again = m_history.at(m_position);
    const Result<void> done = perform(again, StepKind::Redo);
    Q_ASSERT(done.isOk());
}

QString EditSession::displayName() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    return m_name.isEmpty() ? QFileInfo(m_sourcePath).fileName() : m_name;
}

EditSession::SaveJob EditSession::beginSave(const QString &path, Overwrite overwrite)
{
    Q_ASSERT(!m_save);
    m_save.emplace(PendingSave{m_position, {}});
    SaveJob job{m_article, path, m_sourcePath, {}, m_backups, std::nullopt, m_layer};
    if (m_journal)
        job.journalFolder = QFileInfo(m_journal->fileName()).absolutePath();
    if (overwrite == Overwrite::Refuse && !m_path.isEmpty() && isSameFile(path, m_path))
        job.expected = m_fileState;
    return job;
}

EditSession::SaveOutcome EditSession::write(const SaveJob &job)
{
    SaveOutcome outcome{job.path, {}, nullptr, std::nullopt, job.article, {}};
    if (job.expected && outsideChange(job.path, *job.expected) == OutsideChange::Changed) {
        outcome.written = Error{ErrorKind::Conflict,
                                Messages::tr("The file was changed by somebody else since it was opened. Merge their version, "
                                             "replace it, or save under another name."),
                                job.path, 0};
        return outcome;
    }
    const QByteArray bytes = writeNative(job.article);
    outcome.written = saveBytes(job.path, bytes, {job.backups, job.layer});
    if (!outcome.written)
        return outcome;
    outcome.state = dateline::fileState(job.path, bytes);
    if (job.journalFolder.isEmpty())
        return outcome;
    Result<std::unique_ptr<Journal>> journal = Journal::create(
        job.journalFolder, {job.path, job.sourcePath, QFileInfo(job.path).fileName(), bytes, exactState(job.article)},
        *job.layer);
    if (journal)
        outcome.journal = std::move(journal.value());
    else
        outcome.journalError = journal.error();
    return outcome;
}

Result<void> EditSession::finishSave(SaveOutcome outcome)
{
    Q_ASSERT(m_save);
    const PendingSave save = std::move(*m_save);
    m_save.reset();
    if (!outcome.written)
        return outcome.written;
    m_path = outcome.path;
    m_savedPosition = save.position;
    m_saved = outcome.article;
    m_fileState = outcome.state;
    if (outcome.journal) {
        for (const JournalStep &step : save.since)
            (void)outcome.journal->append(step.transaction, step.kind).isOk();
        if (m_journal)
            m_journal->discard();
        m_journal = std::move(outcome.journal);
    }
    // Without a new journal the old one goes on: a recovery from it holds more than needed, never less.
    m_journalError = outcome.journalError;
    Q_EMIT stateChanged();
    return {};
}

Result<void> EditSession::saveAs(const QString &path, Overwrite overwrite)
{
    return finishSave(write(beginSave(path, overwrite)));
}

void EditSession::acknowledgeOutside(const AnnotatedArticle &theirs, const FileState &state)
{
    m_saved = theirs;
    m_fileState = state;
    m_savedPosition = -1;
    if (m_save)
        m_save->position = -1;
    Q_EMIT stateChanged();
}

void EditSession::discardJournal()
{
    if (m_journal)
        m_journal->discard();
}

std::optional<Error> EditSession::journalError() const
{
    if (m_journalError)
        return m_journalError;
    return m_journal ? m_journal->error() : std::nullopt;
}

} // namespace dateline
