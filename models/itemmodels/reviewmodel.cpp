// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/reviewmodel.h"

#include "editing/editsession.h"
#include "itemmodels/textcontext.h"

#include <algorithm>

namespace dateline {

namespace {

/// What was said last in the threads, by what they are on.
QHash<std::pair<MentionId, ProposalId>, QString> lastComments(const AnnotatedArticle &article, const ReviewState &state)
{
    QHash<std::pair<MentionId, ProposalId>, const Comment *> last;
    for (const CommentThread &thread : state.threads) {
        const Review *review = article.review(state.layer, thread.review);
        for (const CommentId id : thread.comments) {
            const Comment *comment = review ? review->comment(id) : nullptr;
            const Comment *&known = last[{thread.mention, thread.proposal}];
            if (comment && (!known || known->at <= comment->at))
                known = comment;
        }
    }
    QHash<std::pair<MentionId, ProposalId>, QString> texts;
    for (auto it = last.cbegin(); it != last.cend(); ++it)
        texts.insert(it.key(), *it ? (*it)->text : QString());
    return texts;
}

} // namespace

ReviewModel::ReviewModel(QObject *parent) : QAbstractListModel(parent) { }

void ReviewModel::setSession(EditSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    if (session) {
        connect(session, &EditSession::changed, this, &ReviewModel::rebuild);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
    rebuild();
}

void ReviewModel::setFilter(const ReviewFilter &filter)
{
    m_filter = filter;
    rebuild();
}

QList<ReviewModel::Row> ReviewModel::reviewerRows() const
{
    const auto said = lastComments(m_session->article(), m_state);
    QList<Row> rows;
    const QList<ReviewedMention> mentions = filtered(m_state, m_filter);
    rows.reserve(mentions.size());
    for (const ReviewedMention &mention : mentions) {
        QString note = mention.verdict ? mention.verdict->reason : QString();
        if (note.isEmpty())
            note = said.value({mention.mention, 0});
        rows.append({Kind::Mention, mention.mention, 0, 0, mention.mark, mention.type, note, mention.comments, mention.place});
    }
    const bool showsProposals = m_filter.show == ReviewFilter::Show::All || m_filter.show == ReviewFilter::Show::Commented;
    for (const ReviewedProposal &proposal : m_state.proposals) {
        const bool isWanted = m_filter.type.isEmpty() || m_filter.type == proposal.type;
        const bool hasComments = m_filter.show != ReviewFilter::Show::Commented || proposal.comments > 0;
        if (!showsProposals || proposal.isWithdrawn || !isWanted || !hasComments)
            continue;
        rows.append({Kind::Proposal, 0, proposal.proposal, 0, proposal.taken != 0 ? ReviewMark::Approved : ReviewMark::Undecided,
                     proposal.type, said.value({0, proposal.proposal}), proposal.comments, proposal.place});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.place.begin < b.place.begin; });
    return rows;
}

QList<ReviewModel::Row> ReviewModel::annotatorRows() const
{
    QList<Row> rows;
    const Layer *layer = m_session->layer();
    for (const ReturnedItem &item : m_returned) {
        Row row;
        row.kind = item.proposal != 0 ? Kind::Proposal : item.mention != 0 ? Kind::Mention : Kind::Article;
        row.mention = item.mention;
        row.proposal = item.proposal;
        row.thread = item.thread;
        row.mark = item.kind == ReturnedItem::Kind::Mention ? ReviewMark::Returned : ReviewMark::Undecided;
        row.note = item.text;
        row.comments = item.kind == ReturnedItem::Kind::Comment ? 1 : 0;
        row.place = item.place;
        if (const Mention *mention = layer ? layer->mentions.find(item.mention) : nullptr)
            row.type = mention->type;
        for (const ReviewedProposal &proposal : m_state.proposals) {
            if (proposal.proposal == item.proposal)
                row.type = proposal.type;
        }
        rows.append(row);
    }
    return rows;
}

void ReviewModel::rebuild()
{
    m_state = {};
    m_returned.clear();
    QList<Row> rows;
    const LayerId layer = m_session ? m_session->activeLayer() : 0;
    if (layer != 0) {
        const AnnotatedArticle &article = m_session->article();
        if (m_session->isReviewing()) {
            const Agent *reviewer = article.agentByUid(m_session->author().uid);
            // One who has not said anything yet has no agent in the file: nobody's review, then.
            constexpr AgentId Nobody = ~AgentId(0);
            m_state = reviewState(article, layer, reviewer ? reviewer->id : Nobody);
            rows = reviewerRows();
        } else {
            // While somebody tags an article that nobody reviewed, this runs at every key: nothing to look for.
            const bool isReviewed = std::any_of(article.reviews.cbegin(), article.reviews.cend(),
                                                [&](const Review &review) { return review.of == layer; });
            if (isReviewed) {
                m_state = reviewState(article, layer);
                m_returned = returnedItems(article, m_state);
                rows = annotatorRows();
            }
        }
    }
    if (rows.size() == m_rows.size()) {
        // The same rows in another state: selection and scrolling stay.
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows.at(i) == m_rows.at(i))
                continue;
            m_rows[i] = rows.at(i);
            Q_EMIT dataChanged(index(int(i)), index(int(i)));
        }
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    Q_EMIT stateChanged();
}

int ReviewModel::rowOf(MentionId mention) const
{
    if (mention == 0)
        return -1;
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.mention == mention; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int ReviewModel::rowBeside(qsizetype offset, bool forward) const
{
    int found = -1;
    for (int i = 0; i < m_rows.size(); ++i) {
        const qsizetype begin = m_rows.at(i).place.begin;
        if (forward && begin > offset)
            return i;
        if (!forward && begin < offset)
            found = i;
    }
    return found;
}

int ReviewModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    const AnnotatedArticle &article = m_session->article();
    switch (role) {
    case Qt::DisplayRole:
        return row.kind == Kind::Article ? tr("The article") : article.text.view(row.place).toString().simplified();
    case Qt::AccessibleTextRole: {
        const QString words = data(index, Qt::DisplayRole).toString();
        return row.note.isEmpty() ? words : words + QStringLiteral(": ") + row.note;
    }
    case KindRole:
        return int(row.kind);
    case MentionRole:
        return row.mention;
    case ProposalRole:
        return row.proposal;
    case ThreadRole:
        return row.thread;
    case TypeRole:
        return row.type;
    case MarkRole:
        return int(row.mark);
    case NoteRole:
        return row.note;
    case CommentsRole:
        return int(row.comments);
    case ConfidenceRole: {
        const Layer *layer = m_session->layer();
        const Mention *mention = layer ? layer->mentions.find(row.mention) : nullptr;
        return mention ? mention->confidence : -1.0;
    }
    case BeginRole:
        return row.kind == Kind::Article ? qsizetype(-1) : row.place.begin;
    case ContextRole:
        return row.kind == Kind::Article ? QString() : contextOf(article.text, row.place).text;
    case ContextBeginRole:
        return row.kind == Kind::Article ? 0 : int(contextOf(article.text, row.place).begin);
    case ContextLengthRole:
        return row.kind == Kind::Article ? 0 : int(contextOf(article.text, row.place).length);
    default:
        return {};
    }
}

} // namespace dateline
