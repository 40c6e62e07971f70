// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/issue.h"

#include <QAbstractListModel>

namespace dateline {

/// The problems of an article, one a row, in the order given. GUI thread.
class IssuesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SeverityRole = Qt::UserRole + 1, ///< int of Severity
        OffsetRole,                      ///< UTF-16 offset to jump to, -1: none
        LineRole,                        ///< line of the file, 0: unknown
    };

    explicit IssuesModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }
    void setIssues(const IssueList &issues);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    IssueList m_issues;
};

} // namespace dateline
