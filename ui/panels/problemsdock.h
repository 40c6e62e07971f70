// SPDX-License-Identifier: Apache-2.0
/// \file
/// The list of problems found in the article's file.
#pragma once

#include "base/issue.h"

#include <QDockWidget>

namespace dateline {

class IssuesModel;

class ProblemsDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit ProblemsDock(QWidget *parent = nullptr);
    void setIssues(const IssueList &issues);

Q_SIGNALS:
    /// Somebody wants to see this place of the text (UTF-16).
    void placeChosen(qsizetype offset);

private:
    IssuesModel *m_model;
};

} // namespace dateline
