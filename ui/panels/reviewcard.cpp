// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/reviewcard.h"

#include "editing/editsession.h"
#include "itemmodels/reviewmodel.h"
#include "ui/panels/rowpainting.h"
#include "ui/widgets/keyedtext.h"
#include "ui/widgets/typenames.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QModelIndex>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr qsizetype MostComments = 8; ///< that the card shows, the last ones

QString nameOf(const AnnotatedArticle &article, AgentId agent)
{
    const Agent *known = article.agent(agent);
    return known && !known->name.isEmpty() ? known->name : ReviewCard::tr("Unknown");
}

QString when(const QDateTime &at) { return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat); }

/// The verdict that counts of the review that returned it, else of any.
QString verdictText(const EditSession &session, MentionId mention)
{
    const AnnotatedArticle &article = session.article();
    QString text;
    for (const Review &review : article.reviews) {
        const Verdict *verdict = review.of == session.activeLayer() ? review.verdictOn(mention) : nullptr;
        if (!verdict)
            continue;
        const QString by = nameOf(article, verdict->by != 0 ? verdict->by : review.by);
        if (verdict->decision == Decision::Return) {
            const QString returned = ReviewCard::tr("Returned by %1, %2").arg(by, when(verdict->at));
            return verdict->reason.isEmpty() ? returned : returned + u": "_s + verdict->reason;
        }
        text = ReviewCard::tr("Approved by %1, %2").arg(by, when(verdict->at));
    }
    return text;
}

/// What was said on a mention, a proposal or (both 0) the article, oldest first.
QStringList threadLines(const EditSession &session, MentionId mention, ProposalId proposal)
{
    const AnnotatedArticle &article = session.article();
    QList<const Comment *> said;
    for (const Review &review : article.reviews) {
        if (review.of != session.activeLayer())
            continue;
        for (const Comment &comment : review.comments) {
            const Comment *thread = review.threadOf(comment.id);
            if (thread && thread->mention == mention && thread->proposal == proposal)
                said.append(&comment);
        }
    }
    std::stable_sort(said.begin(), said.end(), [](const Comment *a, const Comment *b) { return a->at < b->at; });
    if (said.size() > MostComments)
        said = said.last(MostComments);
    QStringList lines;
    for (const Comment *comment : std::as_const(said))
        lines.append(ReviewCard::tr("%1: %2").arg(nameOf(article, comment->by), comment->text));
    return lines;
}

} // namespace

ReviewCard::ReviewCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"reviewCard"_s);
    setAccessibleName(tr("What was said"));
    const auto label = [](const QString &name) {
        auto *made = new QLabel;
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_words = label(u"reviewWords"_s);
    QFont bold = m_words->font();
    bold.setBold(true);
    m_words->setFont(bold);
    m_verdict = label(u"reviewVerdict"_s);
    m_thread = label(u"reviewThread"_s);
    m_thread->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_comment = new QLineEdit;
    m_comment->setObjectName(u"reviewComment"_s);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->installEventFilter(this);

    const auto row = [](QWidget *&owner) {
        owner = new QWidget;
        auto *layout = new QHBoxLayout(owner);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(6);
        return layout;
    };
    QHBoxLayout *verdicts = row(m_reviewerButtons);
    QPushButton *approve = addButton(*verdicts, tr("Approve %1"), u"accept"_s, tr("Approve this mention and go on"));
    approve->setProperty("primary", true);
    m_perMention = {approve,
                    addButton(*verdicts, tr("Entity %1"), u"acceptEntity"_s, tr("Approve the entity with all its mentions")),
                    addButton(*verdicts, tr("Return… %1"), u"reject"_s, tr("Return this mention with a reason"))};
    verdicts->addStretch();
    QHBoxLayout *end = row(m_reviewerEnd);
    addButton(*end, tr("Approve the rest"), u"approveRest"_s, tr("Approve every mention that has no verdict yet"));
    addButton(*end, tr("Send back"), u"returnArticle"_s, tr("Give the article back to the annotator"));
    addButton(*end, tr("Approve all"), u"approveArticle"_s, tr("Approve the article as a whole"));
    end->addStretch();
    QHBoxLayout *answers = row(m_annotatorButtons);
    m_take = addButton(*answers, tr("Take it %1"), u"takeProposal"_s, tr("Take the proposed mention over"));
    m_take->setProperty("primary", true);
    addButton(*answers, tr("Next %1"), u"nextItem"_s, tr("To the next that came back"));
    addButton(*answers, tr("Submit again"), u"finish"_s, tr("Save, mark final and go to the next article"));
    answers->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 12, 12);
    layout->setSpacing(7);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_words, m_verdict, m_thread, m_comment, m_reviewerButtons,
                                                            m_annotatorButtons, m_reviewerEnd})
        layout->addWidget(widget);
    applyColors();
    showRow(nullptr, {});
}

QPushButton *ReviewCard::addButton(QHBoxLayout &row, const QString &text, const QString &action, const QString &tip)
{
    auto *button = new QPushButton;
    setKeyedText(*button, text, action);
    button->setObjectName(action + u"ReviewButton"_s);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    row.addWidget(button);
    return button;
}

void ReviewCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyColors();
    update();
}

void ReviewCard::applyColors()
{
    const auto colored = [](const QColor &color) { return u"color: %1;"_s.arg(color.name()); };
    m_words->setStyleSheet(colored(m_theme.text));
    m_thread->setStyleSheet(colored(m_theme.text));
    m_verdict->setStyleSheet(colored(m_theme.dimmed));
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setStyleSheet(u"padding-left: 8px; padding-right: 8px;"_s);
}

void ReviewCard::showRow(const EditSession *session, const QModelIndex &row)
{
    const Layer *layer = session ? session->layer() : nullptr;
    const bool isReviewing = session && session->isReviewing();
    const bool hasRow = layer && row.isValid();
    const MentionId mention = hasRow ? row.data(ReviewModel::MentionRole).toUInt() : 0;
    const ProposalId proposal = hasRow ? row.data(ReviewModel::ProposalRole).toUInt() : 0;
    const bool hasReview = layer
                        && std::any_of(session->article().reviews.cbegin(), session->article().reviews.cend(),
                                       [&](const Review &review) { return review.of == layer->info.id; });
    setVisible(isReviewing || hasReview);
    if (!isReviewing && !hasReview)
        return;
    QString words = tr("On the article");
    if (mention != 0 || proposal != 0) {
        words = row.data().toString();
        if (const QString type = row.data(ReviewModel::TypeRole).toString(); !type.isEmpty())
            words += u" · "_s + typeName(session->article().tagset, type);
        if (proposal != 0)
            words += u" · "_s + tr("proposed");
    }
    m_words->setText(words);
    const QString verdict = mention != 0 ? verdictText(*session, mention) : QString();
    m_verdict->setText(verdict);
    m_verdict->setVisible(!verdict.isEmpty());
    const QStringList thread = threadLines(*session, mention, proposal);
    m_thread->setText(thread.join(u'\n'));
    m_thread->setVisible(!thread.isEmpty());
    m_comment->setPlaceholderText(isReviewing ? tr("Comment… C") : tr("Answer… C"));
    m_reviewerButtons->setVisible(isReviewing);
    m_reviewerEnd->setVisible(isReviewing);
    m_annotatorButtons->setVisible(!isReviewing);
    for (QPushButton *button : std::as_const(m_perMention))
        button->setEnabled(mention != 0);
    m_take->setVisible(!isReviewing && proposal != 0);
}

bool ReviewCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_comment && (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn || key->key() == Qt::Key_Escape) {
            event->accept();
            if (event->type() == QEvent::ShortcutOverride)
                return true;
            const QString text = m_comment->text().trimmed();
            m_comment->clear();
            if (isReturn && !text.isEmpty())
                Q_EMIT commentGiven(text);
            else
                Q_EMIT commentDismissed();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReviewCard::paintEvent(QPaintEvent *) { paintCardGround(*this, m_theme); }

} // namespace dateline
