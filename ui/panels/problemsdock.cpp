// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problemsdock.h"

#include "itemmodels/issuesmodel.h"

#include <QListView>

using namespace Qt::StringLiterals;

namespace dateline {

ProblemsDock::ProblemsDock(QWidget *parent) : QDockWidget(tr("Problems"), parent), m_model(new IssuesModel(this))
{
    setObjectName(u"problemsDock"_s);
    setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    auto *list = new QListView;
    list->setModel(m_model);
    list->setAccessibleName(tr("Problems"));
    list->setWordWrap(true);
    connect(list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const qsizetype offset = index.data(IssuesModel::OffsetRole).toLongLong(); offset >= 0)
            Q_EMIT placeChosen(offset);
    });
    setWidget(list);
}

void ProblemsDock::setIssues(const IssueList &issues) { m_model->setIssues(issues); }

} // namespace dateline
