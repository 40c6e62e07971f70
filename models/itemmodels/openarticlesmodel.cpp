// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/openarticlesmodel.h"

#include "editing/editsession.h"

namespace dateline {

namespace {

/// Events of a layer are those of its stages.
const Event *lastStageEvent(const Layer *layer)
{
    return layer && !layer->info.events.isEmpty() ? &layer->info.events.last() : nullptr;
}

} // namespace

ReviewProgress reviewProgress(const EditSession &session)
{
    ReviewProgress progress;
    if (const Layer *layer = session.layer()) {
        layer->mentions.forEach([&](const Mention &mention) {
            if (mention.status == Status::Withdrawn)
                return;
            ++progress.total;
            if (mention.status != Status::Suggested)
                ++progress.reviewed;
        });
    }
    return progress;
}

void OpenArticlesModel::follow(EditSession *session)
{
    connect(session, &EditSession::stateChanged, this, [this, session] { touch(session); });
}

void OpenArticlesModel::append(EditSession *session)
{
    const int row = int(m_sessions.size());
    beginInsertRows({}, row, row);
    m_sessions.append(session);
    endInsertRows();
    follow(session);
}

void OpenArticlesModel::replace(EditSession *old, EditSession *fresh)
{
    const int row = rowOf(old);
    if (row < 0)
        return;
    disconnect(old, nullptr, this, nullptr);
    m_sessions[row] = fresh;
    follow(fresh);
    touch(fresh);
}

void OpenArticlesModel::remove(EditSession *session)
{
    const int row = rowOf(session);
    if (row < 0)
        return;
    disconnect(session, nullptr, this, nullptr);
    beginRemoveRows({}, row, row);
    m_sessions.removeAt(row);
    endRemoveRows();
}

int OpenArticlesModel::rowOf(const EditSession *session) const
{
    for (qsizetype i = 0; i < m_sessions.size(); ++i) {
        if (m_sessions.at(i) == session)
            return int(i);
    }
    return -1;
}

EditSession *OpenArticlesModel::sessionAt(int row) const
{
    return row >= 0 && row < m_sessions.size() ? m_sessions.at(row) : nullptr;
}

void OpenArticlesModel::touch(EditSession *session)
{
    const QModelIndex index = createIndex(rowOf(session), 0);
    Q_EMIT dataChanged(index, index);
}

int OpenArticlesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_sessions.size()); }

QVariant OpenArticlesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EditSession &session = *m_sessions.at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString title = session.article().title();
        return title.isEmpty() ? session.displayName() : title;
    }
    case Qt::ToolTipRole:
        return session.path().isEmpty() ? session.sourcePath() : session.path();
    case NameRole:
        return session.displayName();
    case ModifiedRole:
        return session.isModified();
    case MentionCountRole:
        return reviewProgress(session).total;
    case ReviewedCountRole:
        return reviewProgress(session).reviewed;
    case StageRole:
        return session.layer() ? int(session.layer()->info.stage) : -1;
    case StageByRole: {
        const Event *event = lastStageEvent(session.layer());
        const Agent *by = event ? session.article().agent(event->by) : nullptr;
        return by ? by->name : QString();
    }
    case StageAtRole: {
        const Event *event = lastStageEvent(session.layer());
        return event ? event->at : QDateTime();
    }
    default:
        return {};
    }
}

} // namespace dateline
