// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/shortcutsheet.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr int Columns = 3;
}

ShortcutSheet::ShortcutSheet(const QList<Actions::Sheet> &lines, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keys"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    const int perColumn = (int(lines.size()) + 8 + Columns - 1) / Columns;
    int row = 0;
    int column = 0;
    QString section;
    for (const Actions::Sheet &line : lines) {
        if (row >= perColumn && line.section != section && column < Columns - 1) {
            row = 0;
            ++column;
        }
        if (line.section != section) {
            auto *head = new QLabel(line.section);
            QFont font = head->font();
            font.setBold(true);
            head->setFont(font);
            head->setContentsMargins(0, row == 0 ? 0 : 10, 0, 0);
            grid->addWidget(head, row++, column * 3, 1, 2);
            section = line.section;
        }
        auto *keys = new QLabel(line.keys);
        keys->setTextFormat(Qt::PlainText);
        grid->addWidget(keys, row, column * 3);
        auto *what = new QLabel(line.what);
        what->setTextFormat(Qt::PlainText);
        grid->addWidget(what, row++, column * 3 + 1);
    }
    for (int gap = 1; gap < Columns; ++gap)
        grid->setColumnMinimumWidth(gap * 3 - 1, 28);
    grid->setRowStretch(grid->rowCount(), 1);
}

} // namespace dateline
