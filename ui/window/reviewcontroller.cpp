// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sidepanel.h"
#include "ui/window/reviewcontroller.h"

#include "editing/editsession.h"
#include "itemmodels/reviewmodel.h"
#include "ui/panels/reviewpanel.h"
#include "ui/view/articleview.h"
#include "ui/widgets/choicepopup.h"
#include "ui/widgets/typenames.h"
#include "ui/window/actions.h"
#include "ui/window/caretpopup.h"
#include "ui/window/comparecontroller.h"
#include "ui/window/mainwindow.h"
#include "ui/window/taggingcontroller.h"
#include "ui/window/wordsnapping.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

ReviewController::ReviewController(MainWindow &window) : QObject(&window), m_window(window)
{
    Actions &actions = window.actions();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    on(u"review"_s, [this] { begin(); });
    on(u"endReview"_s, [this] { end(); });
    on(u"approveRest"_s, [this] { approveRest(); });
    on(u"returnArticle"_s, [this] { finishAs(false); });
    on(u"approveArticle"_s, [this] { finishAs(true); });
    on(u"nextItem"_s, [this] { step(true); });
    on(u"previousItem"_s, [this] { step(false); });
    on(u"comment"_s, [this] {
        m_window.sidePanel().showReview();
        m_window.sidePanel().review().focusComment();
    });
    on(u"takeProposal"_s, [this] { takeProposal(); });
    ReviewPanel &panel = window.sidePanel().review();
    connect(&panel.model(), &ReviewModel::stateChanged, this, &ReviewController::showMarks);
    connect(&panel, &ReviewPanel::mentionActivated, this, [this](MentionId id) { m_window.view().setCurrentMention(id); });
    connect(&panel, &ReviewPanel::placeActivated, this, [this](const Span &place) {
        m_window.view().setCurrentMention(0);
        m_window.view().setSelection(place);
    });
    connect(&panel, &ReviewPanel::actionRequested, this, [this](const QString &name) { m_window.actions()[name]->trigger(); });
    connect(&panel, &ReviewPanel::commentGiven, this, [this](const QString &text) {
        comment(text);
        m_window.view().setFocus();
    });
    connect(&panel, &ReviewPanel::commentDismissed, &m_window.view(), qOverload<>(&QWidget::setFocus));
}

void ReviewController::setSession(EditSession *session)
{
    m_session = session;
    showMarks();
    updateEnabled();
}

void ReviewController::showMarks()
{
    const ReviewModel &model = m_window.sidePanel().review().model();
    m_window.view().setReviewMarks(reviewMarks(model.state(), model.returned(), isReviewing()));
}

bool ReviewController::isReviewing() const
{
    return m_session && m_session->isReviewing() && !m_window.comparison().isComparing();
}

ReviewProgress ReviewController::progress() const
{
    if (!m_session)
        return {};
    if (!isReviewing())
        return reviewProgress(*m_session);
    const ReviewCounts &counts = m_window.sidePanel().review().model().counts();
    const qsizetype seen = counts.approved + counts.returned;
    return {int(seen), int(seen + counts.undecided + counts.changed)};
}

void ReviewController::updateEnabled()
{
    Actions &actions = m_window.actions();
    const bool isOpen = !m_session.isNull();
    const bool reviews = isReviewing();
    actions[u"review"_s]->setEnabled(isOpen);
    for (const QString &name : {u"endReview"_s, u"approveRest"_s, u"returnArticle"_s, u"approveArticle"_s})
        actions[name]->setEnabled(reviews);
    const bool hasItems = m_window.comparison().isComparing() || (isOpen && m_window.sidePanel().review().model().rowCount() > 0);
    for (const QString &name : {u"nextItem"_s, u"previousItem"_s})
        actions[name]->setEnabled(hasItems);
    actions[u"takeProposal"_s]->setEnabled(isOpen && !reviews && m_window.sidePanel().review().currentProposal() != 0);
}

MentionId ReviewController::mention() const { return m_window.tagging().currentMention(); }

bool ReviewController::apply(const ReviewBuilder &builder)
{
    if (builder.isEmpty())
        return false;
    if (const Result<void> done = m_session->apply(builder.finish()); !done) {
        m_window.warn(done.error());
        return false;
    }
    return true;
}

void ReviewController::begin()
{
    if (!m_session)
        return;
    if (m_window.articles().author().name.isEmpty()) {
        m_window.askName([this] { begin(); });
        return;
    }
    QList<ChoicePopup::Choice> choices;
    const AnnotatedArticle &article = m_session->article();
    for (const Layer &layer : article.layers) {
        if (!ReviewBuilder::canReview(article, layer.info.id, m_session->author()))
            continue;
        const Agent *by = article.agent(layer.info.by);
        choices.append({QString::number(layer.info.id),
                        tr("%1 · %2").arg(by ? by->name : QString(), stageName(layer.info.stage)),
                        {},
                        m_window.theme().accent,
                        -1});
    }
    if (choices.isEmpty()) {
        const bool isOwn = m_session->layer() && m_session->layer()->info.stage != Stage::Suggested;
        m_window.tell(isOwn ? tr("These tags are yours. Who reviews them?")
                            : tr("There is nobody else's work in this article to review."));
        if (isOwn)
            m_window.askName([this] { begin(); });
    } else if (choices.size() == 1) {
        beginOn(choices.first().id.toUInt());
    } else {
        auto *popup = new ChoicePopup(tr("Whose tags?"), tr("Annotators"), choices, &m_window);
        connect(popup, &ChoicePopup::chosen, this, [this](const QString &layer) { beginOn(layer.toUInt()); });
        popUpAtCaret(popup, m_window.view());
    }
}

void ReviewController::beginOn(LayerId layer)
{
    if (!m_session)
        return;
    // Suggestions that were made for an annotator are no part of a review: read the file again without.
    const bool hasSuggestions = m_session->article().detectorLayer() != nullptr;
    if (!m_session->path().isEmpty() && hasSuggestions && !m_session->isModified() && !m_session->canUndo()) {
        m_window.articles().openForReview(m_session, layer);
        return;
    }
    if (const Result<void> done = m_session->setReviewing(layer); !done) {
        m_window.warn(done.error());
        return;
    }
    m_window.sidePanel().showReview();
    m_window.view().setFocus();
}

void ReviewController::end()
{
    if (isReviewing())
        (void)m_session->setReviewing(0).isOk();
}

void ReviewController::approve()
{
    const MentionId id = mention();
    if (id == 0) {
        goToUndecided(true);
        return;
    }
    ReviewBuilder builder = m_session->review();
    builder.approve(id);
    m_window.view().setCurrentMention(id);
    apply(builder);
    goToUndecided(true);
}

void ReviewController::approveEntity()
{
    const EntityId entity = m_window.tagging().currentEntity();
    if (entity == 0) {
        approve();
        return;
    }
    const MentionId id = mention();
    ReviewBuilder builder = m_session->review();
    builder.approveEntity(entity);
    m_window.view().setCurrentMention(id);
    apply(builder);
    goToUndecided(true);
}

void ReviewController::askReason()
{
    const MentionId id = mention();
    if (id == 0) {
        m_window.tell(tr("Go to the mention first that is to be returned."));
        return;
    }
    m_window.view().setCurrentMention(id);
    QList<ChoicePopup::Choice> choices;
    const QStringList reasons = recentReasons(m_session->article());
    for (qsizetype i = 0; i < reasons.size(); ++i)
        choices.append({reasons.at(i), reasons.at(i), {}, m_window.theme().warning, i < 9 ? int(i) + 1 : -1});
    auto *popup = new ChoicePopup(tr("Why is it returned?"), tr("Reasons given before"), choices, &m_window);
    popup->setTakesText(true);
    connect(popup, &ChoicePopup::chosen, this, &ReviewController::returnMention);
    popUpAtCaret(popup, m_window.view());
}

void ReviewController::returnMention(const QString &reason)
{
    if (!isReviewing() || mention() == 0)
        return;
    ReviewBuilder builder = m_session->review();
    builder.returnMention(mention(), reason.simplified());
    apply(builder);
    goToUndecided(true);
}

void ReviewController::approveRest()
{
    if (!isReviewing())
        return;
    ReviewBuilder builder = m_session->review();
    builder.approveRest();
    if (!apply(builder))
        m_window.tell(tr("Every mention has a verdict."));
}

void ReviewController::propose(const QString &type)
{
    const Span span = snappedToWords(m_session->article().text, m_window.view().selection());
    if (span.isEmpty()) {
        m_window.tell(tr("The tags are another person's: return a mention, or select words to propose a new one."));
        return;
    }
    ReviewBuilder builder = m_session->review();
    builder.propose(span, type);
    if (apply(builder))
        m_window.sidePanel().showReview();
}

void ReviewController::goToUndecided(bool forward)
{
    const ArticleView &view = m_window.view();
    const MentionId next = nextToReview(m_window.sidePanel().review().model().state(), view.currentMention(), view.caret(),
                                        forward);
    if (next != 0)
        m_window.view().setCurrentMention(next);
    else
        m_window.tell(
            tr("Every mention is looked at. %1 sends the article back or approves it.").arg(m_window.keysOf(u"finish"_s)));
}

bool ReviewController::finish()
{
    const ReviewCounts &counts = m_window.sidePanel().review().model().counts();
    if (counts.returned == 0 && counts.undecided + counts.changed > 0) {
        m_window.tell(tr("%n mention(s) have no verdict yet: approve the rest, or return one.", nullptr,
                         int(counts.undecided + counts.changed)));
        return false;
    }
    return finishAs(counts.returned == 0);
}

bool ReviewController::finishAs(bool isApproved)
{
    if (!isReviewing())
        return false;
    ReviewBuilder builder = m_session->review();
    if (const Result<void> done = isApproved ? builder.finishApproved() : builder.finishReturned(); !done) {
        m_window.tell(done.error().message);
        return false;
    }
    return apply(builder);
}

void ReviewController::step(bool forward)
{
    if (m_window.comparison().isComparing())
        return; // F8 goes through the differences
    m_window.sidePanel().showReview();
    if (!m_window.sidePanel().review().step(m_window.view().caret(), forward))
        m_window.tell(tr("There is nothing in the list."));
    updateEnabled();
}

void ReviewController::takeProposal()
{
    const ProposalId proposal = m_window.sidePanel().review().currentProposal();
    if (!m_session || isReviewing() || proposal == 0)
        return;
    ActionBuilder builder = m_session->edit();
    const MentionId taken = builder.takeProposal(proposal);
    if (builder.isEmpty())
        return;
    if (const Result<void> done = m_session->apply(builder.finish()); !done)
        m_window.warn(done.error());
    else
        m_window.view().setCurrentMention(taken);
}

void ReviewController::comment(const QString &text)
{
    if (!m_session)
        return;
    const ReviewPanel &panel = m_window.sidePanel().review();
    const ProposalId proposal = panel.currentProposal();
    const MentionId id = proposal != 0 ? 0 : mention();
    CommentId thread = panel.currentThread();
    const QList<CommentThread> &threads = panel.model().state().threads;
    for (const CommentThread &one : threads) {
        if (thread == 0 && one.mention == id && one.proposal == proposal && !one.comments.isEmpty())
            thread = one.comments.first();
    }
    if (isReviewing()) {
        ReviewBuilder builder = m_session->review();
        if (thread != 0)
            builder.reply(thread, text);
        else if (proposal != 0)
            builder.commentOnProposal(proposal, text);
        else if (id != 0)
            builder.comment(id, text);
        else
            builder.commentOnArticle(text);
        apply(builder);
        return;
    }
    ActionBuilder builder = m_session->edit();
    if (thread != 0)
        builder.reply(thread, text);
    else if (proposal != 0)
        builder.answerProposal(proposal, text);
    else
        builder.answer(id, text);
    if (builder.isEmpty())
        m_window.tell(tr("There is nothing here to answer."));
    else if (const Result<void> done = m_session->apply(builder.finish()); !done)
        m_window.warn(done.error());
}

bool ReviewController::tellWhatCameBack()
{
    if (!m_session || isReviewing() || m_window.sidePanel().review().model().returned().isEmpty())
        return false;
    m_window.tell(tr("%1: %2 goes through them.")
                      .arg(describe(m_window.sidePanel().review().model().counts()), m_window.keysOf(u"nextItem"_s)));
    m_window.sidePanel().showReview();
    return true;
}

} // namespace dateline
