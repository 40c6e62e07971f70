// SPDX-License-Identifier: Apache-2.0
#include "editing/editsession.h"

#include "editing/journal.h"
#include "formats/nativeformat.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dateline {

EditSession::EditSession(const AnnotatedArticle &article, Options options, QObject *parent)
    : QObject(parent)
    , m_article(article)
    , m_issues(std::move(options.issues))
    , m_clock(options.clock ? std::move(options.clock) : std::make_shared<SystemClock>())
    , m_journal(std::move(options.journal))
    , m_path(std::move(options.path))
    , m_sourcePath(std::move(options.sourcePath))
    , m_name(std::move(options.name))
{
    // Until somebody says who they are, edits belong to one who can be named later.
    m_author = {QUuid::createUuid().toString(QUuid::WithoutBraces), tr("Unnamed annotator")};
}

EditSession::~EditSession()
{
    if (m_journal && !m_journal->hasTransactions())
        m_journal->discard();
}

LayerId EditSession::activeLayer() const
{
    if (const Agent *agent = m_article.agentByUid(m_author.uid)) {
        if (const Layer *own = m_article.layerBy(agent->id))
            return own->info.id;
    }
    const Layer *suggested = m_article.detectorLayer();
    return suggested ? suggested->info.id : 0;
}

void EditSession::setAuthor(const Author &author)
{
    if (author.uid == m_author.uid && author.name == m_author.name)
        return;
    // Work done before the name was known belongs to whoever gives it now.
    const Agent *nameless = m_article.agentByUid(m_author.uid);
    const Agent *known = m_article.agentByUid(author.uid);
    if (nameless && !known && m_isAuthorUnnamed && !author.uid.isEmpty()) {
        Agent named = *nameless;
        named.uid = author.uid;
        named.name = author.name;
        const Transaction naming{tr("Name the annotator"), m_clock->now(), {AgentEdit{*nameless, named}}};
        if (const Result<ArticleChange> done = m_article.apply(naming)) {
            if (m_journal)
                (void)m_journal->append(naming).isOk();
            // Steps on the history name agents by local id, which stays; those that added the
            // agent itself must add the named one.
            for (Transaction &step : m_history) {
                for (Edit &edit : step.edits) {
                    if (auto *added = std::get_if<AgentEdit>(&edit); added && added->after && added->after->id == named.id)
                        added->after = named;
                }
            }
        }
    }
    m_author = author;
    m_isAuthorUnnamed = false;
    ArticleChange everything;
    everything.isReset = true;
    Q_EMIT changed(everything);
    Q_EMIT stateChanged();
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
    m_journal = std::move(journal);
    for (qsizetype i = 0; i < m_position; ++i)
        (void)m_journal->append(m_history.at(i)).isOk();
}

ActionBuilder EditSession::edit() const
{
    return ActionBuilder(m_article, activeLayer(), m_author, m_clock->now());
}

Result<void> EditSession::perform(const Transaction &transaction)
{
    Result<ArticleChange> done = m_article.apply(transaction);
    if (!done)
        return done.error();
    // A journal that fails does not stop the work: the window warns with journalError().
    if (m_journal)
        (void)m_journal->append(transaction).isOk();
    Q_EMIT changed(done.value());
    Q_EMIT stateChanged();
    return {};
}

Result<void> EditSession::apply(const Transaction &transaction)
{
    if (transaction.isEmpty())
        return {};
    const QList<Transaction> redoable = m_history.mid(m_position);
    const qsizetype saved = m_savedPosition;
    m_history.resize(m_position);
    m_history.append(transaction);
    if (m_savedPosition > m_position)
        m_savedPosition = -1;
    ++m_position;
    const Result<void> done = perform(transaction);
    if (!done) {
        --m_position;
        m_history.removeLast();
        m_history += redoable;
        m_savedPosition = saved;
    }
    return done;
}

Result<void> EditSession::replay(const Transaction &transaction)
{
    return apply(transaction);
}

QString EditSession::undoLabel() const
{
    return canUndo() ? m_history.at(m_position - 1).label : QString();
}

QString EditSession::redoLabel() const
{
    return canRedo() ? m_history.at(m_position).label : QString();
}

void EditSession::undo()
{
    if (!canUndo())
        return;
    --m_position;
    const Result<void> done = perform(m_history.at(m_position).inverse());
    Q_ASSERT(done.isOk());
    if (!done)
        ++m_position;
}

void EditSession::redo()
{
    if (!canRedo())
        return;
    ++m_position;
    const Result<void> done = perform(m_history.at(m_position - 1));
    Q_ASSERT(done.isOk());
    if (!done)
        --m_position;
}

QString EditSession::displayName() const
{
    return m_path.isEmpty() ? m_name : QFileInfo(m_path).fileName();
}

Result<void> EditSession::saveAs(const QString &path)
{
    const QByteArray bytes = writeNative(m_article);
    const Result<void> written = saveBytes(path, bytes);
    if (!written)
        return written;
    m_path = path;
    m_savedPosition = m_position;
    if (m_journal)
        (void)m_journal->restart({m_path, m_sourcePath, displayName(), bytes}).isOk();
    Q_EMIT stateChanged();
    return {};
}

Result<void> EditSession::saveCopy(const QString &path) const
{
    return saveBytes(path, writeNative(m_article));
}

void EditSession::discardJournal()
{
    if (m_journal)
        m_journal->discard();
}

std::optional<Error> EditSession::journalError() const
{
    return m_journal ? m_journal->error() : std::nullopt;
}

} // namespace dateline
