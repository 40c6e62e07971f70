// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/issuesmodel.h"

namespace dateline {

void IssuesModel::setIssues(const IssueList &issues)
{
    beginResetModel();
    m_issues = issues;
    endResetModel();
}

int IssuesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_issues.size()); }

QVariant IssuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Issue &issue = m_issues.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return issue.line > 0 ? tr("Line %1: %2").arg(issue.line).arg(issue.message) : issue.message;
    case Qt::ToolTipRole:
        return issue.file;
    case SeverityRole:
        return int(issue.severity);
    case OffsetRole:
        return issue.offset;
    case LineRole:
        return issue.line;
    default:
        return {};
    }
}

} // namespace dateline
