// SPDX-License-Identifier: Apache-2.0
#include "ui/window/articlemanager_p.h"

#include "annotation/reviewactions.h"
#include "formats/nativeformat.h"
#include "formats/savefile.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

void initSampleResource()
{
    // A static library's resources are linked in by naming them.
    Q_INIT_RESOURCE(dateline_sample);
}

namespace dateline {

namespace {

bool isSamePath(const QString &a, const QString &b) { return !a.isEmpty() && !b.isEmpty() && QFileInfo(a) == QFileInfo(b); }

} // namespace

LoadRequest ArticleManager::Private::newRequest() const
{
    LoadRequest request;
    request.language = options.language;
    request.authorUid = author.uid;
    request.watchlists = options.watchlists;
    return request;
}

void ArticleManager::Private::load(const LoadRequest &request)
{
    work.run(
        WorkQueue::Kind::Open,
        [request](const std::stop_token &token) {
            // Looked at before it is read: what changes in between is noticed then.
            FileState state = request.kind == LoadRequest::Kind::File ? fileState(request.path) : FileState();
            return std::pair(loadArticle(request, token), std::move(state));
        },
        [this, request](std::pair<Result<LoadedArticle>, FileState> read) {
            Result<LoadedArticle> &loaded = read.first;
            if (loaded)
                present(request, std::move(loaded.value()), read.second);
            else if (loaded.error().kind == ErrorKind::Cancelled)
                Q_EMIT q.told(tr("Stopped opening %1.").arg(request.shownName()));
            else
                Q_EMIT q.failed(loaded.error());
        });
}

void ArticleManager::Private::present(const LoadRequest &request, LoadedArticle loaded, const FileState &state)
{
    if (!loaded.isEncodingCertain && request.encoding.isEmpty() && request.kind == LoadRequest::Kind::File) {
        QFile file(request.path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(64 * 1024) : QByteArray();
        const std::optional<QString> chosen = prompts.encoding(bytes, loaded.encodingCandidates);
        if (!chosen)
            return;
        if (!chosen->isEmpty() && *chosen != loaded.article.source.encoding) {
            LoadRequest again = request;
            again.encoding = *chosen;
            load(again);
            return;
        }
    }
    if (EditSession *open = request.kind == LoadRequest::Kind::File ? openAs(request.path) : nullptr) {
        q.setCurrent(open); // asked for twice, or recovered meanwhile
        return;
    }
    EditSession::Options sessionOptions;
    sessionOptions.clock = options.clock;
    sessionOptions.issues = loaded.issues;
    sessionOptions.isPreparing = true;
    sessionOptions.name = request.shownName();
    if (request.opensForReview || request.reviewOf != 0) {
        sessionOptions.reviewOf = layerToReview(loaded.article, request.reviewOf);
        if (sessionOptions.reviewOf == 0)
            Q_EMIT q.told(tr("There is nobody else's work in %1 to review.").arg(request.shownName()));
    }
    const bool isReview = sessionOptions.reviewOf != 0;
    if (loaded.isNative)
        sessionOptions.fileState = state;
    if (request.kind == LoadRequest::Kind::File)
        (loaded.isNative ? sessionOptions.path : sessionOptions.sourcePath) = request.path;
    auto *session = new EditSession(loaded.article, std::move(sessionOptions), &q);
    session->setAuthor(author);
    if (storedCarets.contains(request.path))
        carets.insert(session, storedCarets.take(request.path));
    add(session);
    if (request.kind == LoadRequest::Kind::File)
        store.addRecentFile(request.path);
    Q_EMIT q.opened(session);
    sharing.follow(session);
    // Of the files that come back from the last session, only the one that was shown is shown.
    const bool isRestored = storedPaths.removeOne(request.path);
    if (!isRestored || storedCurrent == request.path || !current)
        q.setCurrent(session);
    Q_EMIT q.listChanged();
    const QPointer<EditSession> guarded(session);
    work.run(
        WorkQueue::Kind::Detect,
        [article = loaded.article, request, isReview, isNative = loaded.isNative, detector = options.detector,
         clock = options.clock, folder = options.journalFolder](const std::stop_token &token) {
            return prepareArticle(article, request, {isNative, isReview}, *detector, *clock, folder, token);
        },
        [this, guarded](PreparedArticle prepared) { finish(guarded, std::move(prepared)); });
}

LayerId ArticleManager::Private::layerToReview(const AnnotatedArticle &article, LayerId wanted) const
{
    LayerId found = 0;
    for (const Layer &layer : article.layers) {
        if (!ReviewBuilder::canReview(article, layer.info.id, author))
            continue;
        if (layer.info.id == wanted)
            return wanted;
        // What was marked final comes before what is still worked on.
        if (found == 0 || (layer.info.stage == Stage::Submitted && article.layer(found)->info.stage != Stage::Submitted))
            found = layer.info.id;
    }
    return found;
}

void ArticleManager::Private::finish(QPointer<EditSession> session, PreparedArticle prepared)
{
    if (!session) {
        if (prepared.journal)
            prepared.journal->discard(); // closed meanwhile
        return;
    }
    if (prepared.suggestions)
        session->addDetection(std::move(*prepared.suggestions), Detector::agent());
    if (prepared.journal)
        session->setJournal(std::move(prepared.journal));
    if (prepared.journalError)
        Q_EMIT q.failed(*prepared.journalError);
    session->setReady();
    if (prepared.isCancelled)
        Q_EMIT q.told(tr("Stopped: %1 is open without suggestions. Tools, Detect Again makes them.").arg(session->displayName()));
    Q_EMIT q.detected(session);
}

void ArticleManager::Private::add(EditSession *session)
{
    sessions.append(session);
    QObject::connect(session, &EditSession::stateChanged, &q, &ArticleManager::listChanged);
}

EditSession *ArticleManager::Private::openAs(const QString &path) const
{
    for (EditSession *session : sessions) {
        if (isSamePath(session->path(), path) || isSamePath(session->sourcePath(), path))
            return session;
    }
    return nullptr;
}

QString ArticleManager::Private::askName(EditSession *session) const
{
    const QString source = session->path().isEmpty() ? session->sourcePath() : session->path();
    const QString folder = source.isEmpty() ? store.lastFolder() : QFileInfo(source).absolutePath();
    const QString suggested = folder + u'/'
                            + suggestedNativeName(session->path().isEmpty() ? session->displayName()
                                                                            : QFileInfo(session->path()).fileName());
    return prompts.saveFileName(suggested);
}

void ArticleManager::Private::write(EditSession *session, const QString &path, const Then &then, EditSession::Overwrite overwrite)
{
    if (const EditSession *other = openAs(path); other && other != session) {
        Q_EMIT q.failed(
            {ErrorKind::Conflict, tr("This file is open as another article. Choose another name, or close it first."), path, 0});
        if (then)
            then(false);
        return;
    }
    const QPointer<EditSession> guarded(session);
    if (session->isSaving()) {
        afterSave[session].append([this, guarded, path, then, overwrite] {
            if (guarded)
                write(guarded, path, then, overwrite);
        });
        return;
    }
    switch (sharing.permissionToWrite(session, path)) {
    case FileSharing::Permission::Granted:
        break;
    case FileSharing::Permission::SaveAs:
        q.saveAs(session, then);
        return;
    case FileSharing::Permission::Refused:
        if (then)
            then(false);
        return;
    }
    work.run(
        WorkQueue::Kind::Save,
        [job = session->beginSave(path, overwrite)](const std::stop_token &) { return EditSession::write(job); },
        [this, guarded, path, then](EditSession::SaveOutcome outcome) {
            if (!guarded)
                return;
            const Result<void> done = guarded->finishSave(std::move(outcome));
            if (done) {
                store.addRecentFile(path);
                sharing.follow(guarded);
                Q_EMIT q.saved(guarded);
                Q_EMIT q.listChanged();
            } else if (done.error().kind == ErrorKind::Conflict) {
                resolve(guarded, done.error(), then);
                return;
            } else {
                Q_EMIT q.failed(done.error());
            }
            const QList<std::function<void()>> waiting = afterSave.take(guarded);
            if (then)
                then(done.isOk());
            for (const std::function<void()> &next : waiting)
                next();
        });
}

void ArticleManager::Private::resolve(EditSession *session, const Error &conflict, const Then &then)
{
    switch (prompts.outside(session->displayName())) {
    case Prompts::Outside::TakeIn:
        sharing.takeIn(session, [this, guarded = QPointer(session), then](bool isDone) {
            if (guarded && isDone)
                write(guarded, guarded->path(), then);
            else if (then)
                then(false);
        });
        break;
    case Prompts::Outside::KeepMine:
        write(session, conflict.file, then, EditSession::Overwrite::Allow);
        break;
    case Prompts::Outside::Cancel:
        Q_EMIT q.failed(conflict);
        if (then)
            then(false);
        break;
    }
}

void ArticleManager::Private::remove(EditSession *session)
{
    sharing.release(session);
    Q_EMIT q.aboutToClose(session);
    const qsizetype row = sessions.indexOf(session);
    sessions.removeAt(row);
    carets.remove(session);
    afterSave.remove(session);
    session->discardJournal();
    if (current == session) {
        current = sessions.isEmpty() ? nullptr : sessions.at(std::min(row, sessions.size() - 1));
        Q_EMIT q.currentChanged(current);
    }
    Q_EMIT q.listChanged();
    session->deleteLater();
}

ArticleManager::ArticleManager(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(options)))
{
    connect(&d->sharing, &FileSharing::heldElsewhere, this, &ArticleManager::heldElsewhere);
    connect(&d->sharing, &FileSharing::changedOutside, this, &ArticleManager::changedOutside);
    connect(&d->sharing, &FileSharing::tookIn, this, &ArticleManager::tookIn);
    connect(&d->sharing, &FileSharing::failed, this, &ArticleManager::failed);
}

ArticleManager::~ArticleManager() = default;

QList<EditSession *> ArticleManager::sessions() const { return d->sessions; }
EditSession *ArticleManager::current() const { return d->current; }
WorkQueue &ArticleManager::work() const { return d->work; }
const Prompts &ArticleManager::prompts() const { return d->prompts; }
const Author &ArticleManager::author() const { return d->author; }
QStringList ArticleManager::recentFiles() const { return d->store.recentFiles(); }

void ArticleManager::setCurrent(EditSession *session)
{
    if (d->current == session || !d->sessions.contains(session))
        return;
    d->current = session;
    Q_EMIT currentChanged(session);
    Q_EMIT listChanged();
}

void ArticleManager::nextArticle(int step)
{
    if (d->sessions.size() < 2)
        return;
    const qsizetype count = d->sessions.size();
    setCurrent(d->sessions.at((d->sessions.indexOf(d->current) + step + count) % count));
}

void ArticleManager::openFiles(const QStringList &paths, const QString &encoding)
{
    for (const QString &path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        if (EditSession *open = d->openAs(absolute)) {
            setCurrent(open);
            continue;
        }
        LoadRequest request = d->newRequest();
        request.path = absolute;
        request.encoding = encoding;
        request.opensForReview = d->options.opensForReview;
        d->load(request);
    }
}

void ArticleManager::openForReview(EditSession *session, LayerId layer)
{
    LoadRequest request = d->newRequest();
    request.path = session->path();
    request.reviewOf = layer;
    d->remove(session);
    d->load(request);
}

void ArticleManager::openSample()
{
    initSampleResource();
    QFile file(u":/sample/talks.txt"_s);
    if (file.open(QIODevice::ReadOnly))
        openText(QString::fromUtf8(file.readAll()), u"talks.txt"_s);
    else
        Q_EMIT failed({ErrorKind::NotFound, tr("The sample is missing from this build."), {}, 0});
}

void ArticleManager::openText(const QString &text, const QString &name)
{
    LoadRequest request = d->newRequest();
    request.kind = LoadRequest::Kind::Text;
    request.content = text.toUtf8();
    request.name = name;
    d->load(request);
}

void ArticleManager::openHtml(const QByteArray &html, const QString &name)
{
    LoadRequest request = d->newRequest();
    request.kind = LoadRequest::Kind::Html;
    request.content = html;
    request.name = name;
    d->load(request);
}

void ArticleManager::save(EditSession *session, const Then &then)
{
    if (session->path().isEmpty())
        saveAs(session, then);
    else
        d->write(session, session->path(), then);
}

void ArticleManager::saveAs(EditSession *session, const Then &then)
{
    const QString path = d->askName(session);
    if (!path.isEmpty())
        d->write(session, path, then);
    else if (then)
        then(false);
}

void ArticleManager::takeIn(EditSession *session) { d->sharing.takeIn(session); }

bool ArticleManager::hasOutsideChanges(EditSession *session) const { return d->sharing.hasOutsideChanges(session); }

void ArticleManager::saveCopy(EditSession *session)
{
    const QString path = d->askName(session);
    if (path.isEmpty())
        return;
    if (isSamePath(path, session->path())) {
        save(session); // a copy of itself in its own place
        return;
    }
    d->work.run(
        WorkQueue::Kind::Save,
        [article = session->article(), path](const std::stop_token &) { return saveBytes(path, writeNative(article)); },
        [this, path](const Result<void> &done) {
            if (done)
                Q_EMIT told(tr("Saved a copy as %1").arg(path));
            else
                Q_EMIT failed(done.error());
        });
}

void ArticleManager::revert(EditSession *session)
{
    const QString path = session->path().isEmpty() ? session->sourcePath() : session->path();
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        Q_EMIT failed({ErrorKind::NotFound,
                       tr("“%1” has no file to go back to. Undo takes single steps back.").arg(session->displayName()), path, 0});
        return;
    }
    if (session->isModified() && d->prompts.unsaved(session->displayName()) != Unsaved::Discard)
        return;
    d->remove(session);
    openFiles({path});
}

void ArticleManager::close(EditSession *session, const Then &then)
{
    if (!session->isModified() && !session->isSaving()) {
        d->remove(session);
        if (then)
            then(true);
        return;
    }
    Unsaved answer = Unsaved::Save; // a save is under way: it is waited for
    if (session->isModified()) {
        setCurrent(session);
        answer = d->prompts.unsaved(session->displayName());
    }
    switch (answer) {
    case Unsaved::Cancel:
        if (then)
            then(false);
        break;
    case Unsaved::Save:
        d->closeNext({session}, then);
        break;
    case Unsaved::Discard:
        d->remove(session);
        if (then)
            then(true);
        break;
    }
}

void ArticleManager::closeAll(const Then &then)
{
    QList<QPointer<EditSession>> toSave;
    const QList<EditSession *> all = d->sessions;
    for (EditSession *session : all) {
        Unsaved answer = session->isSaving() ? Unsaved::Save : Unsaved::Discard;
        if (session->isModified()) {
            setCurrent(session);
            answer = d->prompts.unsaved(session->displayName());
        }
        if (answer == Unsaved::Cancel) {
            if (then)
                then(false);
            return;
        }
        if (answer == Unsaved::Save)
            toSave.append(session);
    }
    d->closeNext(toSave, [this, then](bool areSaved) {
        if (areSaved) {
            while (!d->sessions.isEmpty())
                d->remove(d->sessions.last());
        }
        if (then)
            then(areSaved);
    });
}

/// Saves and closes one after the other; stops at the first that cannot be saved.
void ArticleManager::Private::closeNext(QList<QPointer<EditSession>> toSave, const Then &then)
{
    while (!toSave.isEmpty() && !toSave.first())
        toSave.removeFirst();
    if (toSave.isEmpty()) {
        if (then)
            then(true);
        return;
    }
    const QPointer<EditSession> session = toSave.takeFirst();
    q.save(session, [this, session, toSave, then](bool isSaved) {
        if (!isSaved) {
            if (then)
                then(false);
            return;
        }
        if (session)
            remove(session);
        closeNext(toSave, then);
    });
}

const std::shared_ptr<WatchlistStore> &ArticleManager::watchlists() const { return d->options.watchlists; }

void ArticleManager::detectAgain(EditSession *session)
{
    const QPointer<EditSession> guarded(session);
    const DetectionOptions base = detectionOptions(session->article(), d->options.language);
    const QString path = session->path().isEmpty() ? session->sourcePath() : session->path();
    d->work.run(
        WorkQueue::Kind::Detect,
        [text = session->article().text, base, path, lists = d->options.watchlists,
         detector = d->options.detector](const std::stop_token &token) -> std::optional<Layer> {
            DetectionOptions options = base;
            options.watchlists = lists->listsFor(path).lists;
            Layer layer = detector->detect(text, options, token);
            return token.stop_requested() ? std::nullopt : std::optional(std::move(layer));
        },
        [this, guarded](const std::optional<Layer> &layer) {
            if (!guarded)
                return;
            if (!layer) {
                Q_EMIT told(tr("Stopped: the suggestions are as they were."));
                return;
            }
            ActionBuilder builder = guarded->edit();
            builder.replaceSuggestions(*layer, Detector::agent());
            const Result<void> done = guarded->apply(builder.finish(tr("Detect again")));
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void ArticleManager::setAuthorNamed(const QString &name)
{
    if (name != d->author.name)
        setAuthor(d->store.authorNamed(d->author, name));
}

void ArticleManager::setAuthor(const Author &author)
{
    d->author = author;
    d->sharing.setOwner(author.name);
    d->store.setAuthor(author);
    for (EditSession *session : std::as_const(d->sessions))
        session->setAuthor(author);
}

qsizetype ArticleManager::takeInitialCaret(EditSession *session)
{
    return d->carets.contains(session) ? d->carets.take(session) : -1;
}

} // namespace dateline
