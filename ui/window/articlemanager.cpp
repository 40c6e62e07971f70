// SPDX-License-Identifier: Apache-2.0
#include "ui/window/articlemanager.h"

#include "editing/recovery.h"
#include "formats/nativeformat.h"
#include "ui/dialogs/encodingdialog.h"
#include "ui/window/articleloader.h"
#include "ui/window/sessionstore.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QThreadPool>
#include <QUuid>

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

class ArticleManager::Private
{
public:
    Private(ArticleManager &manager, Options given) : q(manager), options(std::move(given)), store(options.usesSettings)
    {
        if (!options.clock)
            options.clock = std::make_shared<SystemClock>();
        if (!options.detector)
            options.detector = std::make_shared<const Detector>();
        author = store.author();
        pool.setMaxThreadCount(1); // in the order asked for
    }

    void load(const LoadRequest &request);
    void present(const LoadRequest &request, LoadedArticle loaded);
    void finish(QPointer<EditSession> session, PreparedArticle prepared);
    void pending(int by)
    {
        loading += by;
        Q_EMIT q.loadingChanged(loading);
    }
    void add(EditSession *session);
    [[nodiscard]] EditSession *openAs(const QString &path) const;
    bool write(EditSession *session, const QString &path);
    [[nodiscard]] QString askName(EditSession *session) const;
    [[nodiscard]] Unsaved askUnsaved(EditSession *session) const;
    void remove(EditSession *session);
    /// Runs on the worker, then hands its result to the GUI thread if the manager still lives.
    template<typename Work, typename Done>
    void run(Work work, Done done);

    ArticleManager &q;
    Options options;
    SessionStore store;
    Author author;
    QList<EditSession *> sessions;
    EditSession *current = nullptr;
    QHash<EditSession *, qsizetype> carets;
    QHash<QString, qsizetype> storedCarets; ///< of the last session, by path
    QStringList storedPaths;
    QString storedCurrent;
    int loading = 0;
    std::stop_source stop;
    QThreadPool pool;
};

template<typename Work, typename Done>
void ArticleManager::Private::run(Work work, Done done)
{
    pending(1);
    pool.start([this, work = std::move(work), done = std::move(done), token = stop.get_token()]() mutable {
        auto result = std::make_shared<decltype(work(token))>(work(token));
        QMetaObject::invokeMethod(
            &q,
            [this, result, done = std::move(done)]() mutable {
                pending(-1);
                done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void ArticleManager::Private::load(const LoadRequest &request)
{
    run([request](const std::stop_token &token) { return loadArticle(request, token); },
        [this, request](Result<LoadedArticle> loaded) {
            if (loaded)
                present(request, std::move(loaded.value()));
            else if (loaded.error().kind != ErrorKind::Cancelled)
                Q_EMIT q.failed(loaded.error());
        });
}

void ArticleManager::Private::present(const LoadRequest &request, LoadedArticle loaded)
{
    if (!loaded.isEncodingCertain && request.encoding.isEmpty() && request.kind == LoadRequest::Kind::File) {
        QFile file(request.path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(64 * 1024) : QByteArray();
        QString chosen;
        if (options.prompts.encoding) {
            chosen = options.prompts.encoding(bytes, loaded.encodingCandidates);
        } else if (options.dialogParent && options.usesSettings) {
            EncodingDialog dialog(bytes, loaded.encodingCandidates, options.dialogParent);
            if (dialog.exec() != QDialog::Accepted)
                return;
            chosen = dialog.encoding();
        }
        if (!chosen.isEmpty() && chosen != loaded.article.source.encoding) {
            LoadRequest again = request;
            again.encoding = chosen;
            load(again);
            return;
        }
    }
    EditSession::Options sessionOptions;
    sessionOptions.clock = options.clock;
    sessionOptions.issues = loaded.issues;
    sessionOptions.name = request.kind == LoadRequest::Kind::File ? QFileInfo(request.path).fileName() : request.name;
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
    // Of the files that come back from the last session, only the one that was shown is shown.
    const bool isRestored = storedPaths.removeOne(request.path);
    if (!isRestored || storedCurrent == request.path || !current)
        q.setCurrent(session);
    Q_EMIT q.listChanged();
    const QPointer<EditSession> guarded(session);
    run(
        [article = loaded.article, request, isNative = loaded.isNative, detector = options.detector, clock = options.clock,
         folder = options.journalFolder](const std::stop_token &token) {
            return prepareArticle(article, request, isNative, *detector, *clock, folder, token);
        },
        [this, guarded](PreparedArticle prepared) { finish(guarded, std::move(prepared)); });
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
    if (options.prompts.saveFileName)
        return options.prompts.saveFileName(suggested);
    return QFileDialog::getSaveFileName(options.dialogParent, tr("Save Annotated XML"), suggested, tr("Annotated XML (*.xml)"));
}

ArticleManager::Unsaved ArticleManager::Private::askUnsaved(EditSession *session) const
{
    if (options.prompts.unsaved)
        return options.prompts.unsaved(session->displayName());
    const auto answer = QMessageBox::question(options.dialogParent, tr("Unsaved Work"),
                                              tr("“%1” has decisions that are not saved. Save them?").arg(session->displayName()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Save ? Unsaved::Save : answer == QMessageBox::Discard ? Unsaved::Discard : Unsaved::Cancel;
}

bool ArticleManager::Private::write(EditSession *session, const QString &path)
{
    const Result<void> done = session->saveAs(path);
    if (!done) {
        Q_EMIT q.failed(done.error());
        return false;
    }
    store.addRecentFile(path);
    Q_EMIT q.saved(session);
    Q_EMIT q.listChanged();
    return true;
}

void ArticleManager::Private::remove(EditSession *session)
{
    Q_EMIT q.aboutToClose(session);
    const qsizetype row = sessions.indexOf(session);
    sessions.removeAt(row);
    carets.remove(session);
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
{ }

ArticleManager::~ArticleManager()
{
    d->stop.request_stop();
    d->pool.waitForDone();
}

QList<EditSession *> ArticleManager::sessions() const { return d->sessions; }
EditSession *ArticleManager::current() const { return d->current; }
bool ArticleManager::isLoading() const { return d->loading > 0; }
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
        LoadRequest request;
        request.path = absolute;
        request.encoding = encoding;
        request.language = d->options.language;
        request.authorUid = d->author.uid;
        d->load(request);
    }
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
    LoadRequest request;
    request.kind = LoadRequest::Kind::Text;
    request.content = text.toUtf8();
    request.name = name;
    request.language = d->options.language;
    request.authorUid = d->author.uid;
    d->load(request);
}

void ArticleManager::openHtml(const QByteArray &html, const QString &name)
{
    LoadRequest request;
    request.kind = LoadRequest::Kind::Html;
    request.content = html;
    request.name = name;
    request.language = d->options.language;
    request.authorUid = d->author.uid;
    d->load(request);
}

void ArticleManager::cancelLoading()
{
    d->stop.request_stop();
    d->stop = std::stop_source();
}

bool ArticleManager::save(EditSession *session)
{
    return session->path().isEmpty() ? saveAs(session) : d->write(session, session->path());
}

bool ArticleManager::saveAs(EditSession *session)
{
    const QString path = d->askName(session);
    return !path.isEmpty() && d->write(session, path);
}

bool ArticleManager::saveCopy(EditSession *session)
{
    const QString path = d->askName(session);
    if (path.isEmpty())
        return false;
    const Result<void> done = session->saveCopy(path);
    if (!done)
        Q_EMIT failed(done.error());
    return done.isOk();
}

bool ArticleManager::revert(EditSession *session)
{
    const QString path = session->path().isEmpty() ? session->sourcePath() : session->path();
    if (path.isEmpty()) {
        Q_EMIT failed({ErrorKind::NotFound,
                       tr("“%1” was never saved, so there is nothing to go back to. Undo takes single steps back.")
                           .arg(session->displayName()),
                       {},
                       0});
        return false;
    }
    if (session->isModified() && d->askUnsaved(session) != Unsaved::Discard)
        return false;
    d->remove(session);
    openFiles({path});
    return true;
}

bool ArticleManager::close(EditSession *session)
{
    if (session->isModified()) {
        setCurrent(session);
        switch (d->askUnsaved(session)) {
        case Unsaved::Cancel:
            return false;
        case Unsaved::Save:
            if (!save(session))
                return false;
            break;
        case Unsaved::Discard:
            break;
        }
    }
    d->remove(session);
    return true;
}

bool ArticleManager::closeAll()
{
    const QList<EditSession *> all = d->sessions;
    for (EditSession *session : all) {
        if (!close(session))
            return false;
    }
    return true;
}

void ArticleManager::detectAgain(EditSession *session)
{
    const QPointer<EditSession> guarded(session);
    const DetectionOptions options = detectionOptions(session->article(), d->options.language);
    d->run([text = session->article().text, options,
            detector = d->options.detector](const std::stop_token &token) { return detector->detect(text, options, token); },
           [this, guarded](const Layer &layer) {
               if (!guarded || !guarded->layer())
                   return;
               const Agent *detector = guarded->article().agentByUid(Detector::agent().uid);
               if (!detector)
                   return;
               ActionBuilder builder = guarded->edit();
               builder.replaceSuggestions(layer, detector->id);
               const Result<void> done = guarded->apply(builder.finish(tr("Detect again")));
               if (!done)
                   Q_EMIT failed(done.error());
           });
}

void ArticleManager::setAuthor(const Author &author)
{
    d->author = author;
    d->store.setAuthor(author);
    for (EditSession *session : std::as_const(d->sessions))
        session->setAuthor(author);
}

void ArticleManager::recoverWork()
{
    if (d->options.journalFolder.isEmpty())
        return;
    const QList<RecoverableArticle> found = findRecoverable(d->options.journalFolder);
    for (const RecoverableArticle &one : found) {
        Result<RecoveredArticle> recovered = readRecoverable(one.journal);
        if (!recovered) {
            Q_EMIT failed(recovered.error());
            continue;
        }
        RecoveredArticle &work = recovered.value();
        EditSession::Options options;
        options.clock = d->options.clock;
        options.path = work.path;
        options.sourcePath = work.sourcePath;
        options.name = work.name;
        options.issues = work.issues;
        if (Result<std::unique_ptr<Journal>> journal = Journal::create(
                d->options.journalFolder, {work.path, work.sourcePath, work.name, writeNative(work.article)}))
            options.journal = std::move(journal.value());
        auto *session = new EditSession(work.article, std::move(options), this);
        bool isWhole = true;
        for (const Transaction &transaction : std::as_const(work.transactions)) {
            if (const Result<void> done = session->replay(transaction); !done) {
                Q_EMIT failed(done.error());
                isWhole = false;
                break;
            }
        }
        session->setAuthor(d->author);
        d->add(session);
        Q_EMIT opened(session);
        setCurrent(session);
        Q_EMIT detected(session);
        if (isWhole) // else the journal stays, so that nothing is lost
            removeRecoverable(one.journal);
        Q_EMIT this->recovered(session, describe(one));
    }
    if (!found.isEmpty())
        Q_EMIT listChanged();
}

void ArticleManager::storeSession(const std::function<qsizetype(EditSession *)> &caretOf)
{
    QList<SessionStore::OpenFile> files;
    QString currentPath;
    for (EditSession *session : std::as_const(d->sessions)) {
        const QString path = session->path().isEmpty() ? session->sourcePath() : session->path();
        if (path.isEmpty())
            continue;
        files.append({path, caretOf(session)});
        if (session == d->current)
            currentPath = path;
    }
    d->store.setOpenFiles(files, currentPath);
}

bool ArticleManager::restoreSession()
{
    QStringList paths;
    const QList<SessionStore::OpenFile> files = d->store.openFiles();
    for (const SessionStore::OpenFile &file : files) {
        if (!QFileInfo::exists(file.path))
            continue;
        paths.append(file.path);
        if (file.caret >= 0)
            d->storedCarets.insert(file.path, file.caret);
    }
    if (paths.isEmpty())
        return false;
    d->storedCurrent = paths.contains(d->store.currentFile()) ? d->store.currentFile() : paths.first();
    d->storedPaths = paths;
    openFiles(paths);
    return true;
}

qsizetype ArticleManager::takeInitialCaret(EditSession *session)
{
    return d->carets.contains(session) ? d->carets.take(session) : -1;
}

} // namespace dateline
