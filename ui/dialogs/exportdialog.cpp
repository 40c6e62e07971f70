// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/exportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int EndingRole = Qt::UserRole + 1;
constexpr int MostLossesHeight = 150; ///< more are scrolled
constexpr qsizetype LongLine = 1000;  ///< characters; beyond, the preview wraps

/// The format's title, and its ending dimmed at the other side.
class FormatDelegate final : public QStyledItemDelegate
{
public:
    FormatDelegate(const QColor &dimmed, QObject *parent) : QStyledItemDelegate(parent), m_dimmed(dimmed) { }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool isReversed = option.direction == Qt::RightToLeft;
        painter->setPen(m_dimmed);
        painter->setFont(option.font);
        painter->drawText(option.rect.adjusted(10, 0, -10, 0), Qt::AlignVCenter | (isReversed ? Qt::AlignLeft : Qt::AlignRight),
                          index.data(EndingRole).toString());
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const int ending = option.fontMetrics.horizontalAdvance(index.data(EndingRole).toString());
        return {size.width() + ending + 28, option.fontMetrics.height() + 12};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus; // the row's ground says it
    }

private:
    QColor m_dimmed;
};

QLabel *heading(const QString &text, QWidget *buddy = nullptr)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setBuddy(buddy);
    return label;
}

/// Lists and fields of this dialog stand in frames of one kind.
QString frameStyle(const Theme &theme)
{
    return u"QListWidget { background: %1; border: 1px solid %2; border-radius: 6px; padding: 3px; }"
           "QListWidget:focus { border: 1px solid %3; }"
           "QListWidget::item { padding: 3px 7px; border-radius: 4px; }"_s.arg(theme.field.name(), theme.border.name(),
                                                                               theme.accent.name());
}

} // namespace

ExportDialog::ExportDialog(const AnnotatedArticle &article, const QString &name, LayerId shownLayer, const QString &format,
                           const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_article(article)
    , m_name(name)
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export"));
    resize(920, 600);
    setStyleSheet(frameStyle(theme));
    m_worker.setMaxThreadCount(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("E&xport…"));
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(buildChoices(theme));
    row->addWidget(buildPreview(theme), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(14);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);
    fillLayers(shownLayer);
    setFormat(format);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_formats, &QListWidget::currentRowChanged, this, &ExportDialog::followChoice);
    // Not itemActivated: Return presses the default button, too.
    connect(m_formats, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(m_layers, &QComboBox::currentIndexChanged, this, [this] {
        updateCounts();
        followChoice();
    });
    for (QCheckBox *box : std::as_const(m_statuses))
        connect(box, &QCheckBox::toggled, this, &ExportDialog::followChoice);
    connect(m_files, &QTabBar::currentChanged, this, &ExportDialog::showFile);
    updateCounts();
    followChoice();
    m_formats->setFocus();
}

ExportDialog::~ExportDialog()
{
    m_worker.clear();
    m_worker.waitForDone(); // its answer must find nobody
}

QWidget *ExportDialog::buildChoices(const Theme &theme)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_formats = new QListWidget;
    m_formats->setAccessibleName(tr("Format"));
    m_formats->setItemDelegate(new FormatDelegate(theme.dimmed, m_formats));
    m_formats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Format &format : formats()) {
        if (!format.canWrite())
            continue;
        auto *item = new QListWidgetItem(translatedTitle(format), m_formats);
        item->setData(Qt::UserRole, QString(format.name));
        item->setData(EndingRole, u'.' + usualEnding(format).section(u'.', -1));
        item->setData(Qt::AccessibleDescriptionRole, item->data(EndingRole));
    }
    m_formats->setMinimumWidth(m_formats->sizeHintForColumn(0) + 16);
    m_formats->setFixedHeight(m_formats->sizeHintForRow(0) * m_formats->count() + 10);
    layout->addWidget(heading(tr("&Format"), m_formats));
    layout->addWidget(m_formats);

    layout->addSpacing(8);
    layout->addWidget(heading(tr("Mentions")));
    for (const Status status : {Status::Accepted, Status::Suggested, Status::Rejected, Status::Withdrawn}) {
        auto *box = new QCheckBox;
        box->setChecked(defaultStatuses().contains(status));
        m_statuses.insert(status, box);
        layout->addWidget(box);
    }
    m_layers = new QComboBox;
    m_layers->setAccessibleName(tr("Layer"));
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_layerLabel = heading(tr("&Layer"), m_layers);
    layout->addSpacing(8);
    layout->addWidget(m_layerLabel);
    layout->addWidget(m_layers);
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setStyleSheet(u"color: %1"_s.arg(theme.dimmed.name()));
    layout->addWidget(m_hint);
    layout->addStretch(1);
    column->setFixedWidth(std::max(270, m_formats->minimumWidth()));
    return column;
}

QWidget *ExportDialog::buildPreview(const Theme &theme)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_losses = new QListWidget;
    m_losses->setAccessibleName(tr("What is lost"));
    m_losses->setObjectName(u"losses"_s);
    m_losses->setWordWrap(true);
    m_losses->setSelectionMode(QAbstractItemView::NoSelection);
    m_losses->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lossTitle = heading({}, m_losses);
    layout->addWidget(m_lossTitle);
    layout->addWidget(m_losses);
    layout->addSpacing(8);
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Preview"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabStopDistance(4 * QFontMetricsF(m_text->font()).horizontalAdvance(u' '));
    m_files = new QTabBar;
    m_files->setAccessibleName(tr("Files"));
    m_files->setDrawBase(false);
    m_files->setExpanding(false);
    m_size = new QLabel;
    m_size->setStyleSheet(u"color: %1"_s.arg(theme.dimmed.name()));
    auto *top = new QHBoxLayout;
    top->addWidget(m_files, 1);
    top->addWidget(m_size, 0, Qt::AlignVCenter);
    layout->addLayout(top);
    layout->addWidget(m_text, 1);
    return column;
}

void ExportDialog::fillLayers(LayerId shownLayer)
{
    for (const Layer &layer : m_article.layers) {
        const Agent *by = m_article.agent(layer.info.by);
        const QString who = by && !by->name.isEmpty() ? by->name : tr("Unknown");
        m_layers->addItem(tr("%1, %n mention(s)", nullptr, int(layer.mentions.size())).arg(who), layer.info.id);
    }
    const Result<LayerId> decided = layerToExport(m_article);
    m_layers->setCurrentIndex(std::max(0, m_layers->findData(decided ? decided.value() : shownLayer)));
    m_layers->setVisible(m_article.layers.size() > 1);
    m_layerLabel->setVisible(m_article.layers.size() > 1);
}

void ExportDialog::setFormat(const QString &name)
{
    int row = 0;
    for (int i = 0; i < m_formats->count(); ++i) {
        if (m_formats->item(i)->data(Qt::UserRole).toString() == name)
            row = i;
    }
    m_formats->setCurrentRow(row);
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.format = formatNamed(m_formats->currentItem()->data(Qt::UserRole).toString());
    choice.layer = m_layers->currentData().toUInt();
    choice.statuses.clear();
    for (const auto &[status, box] : m_statuses.asKeyValueRange()) {
        if (box->isChecked())
            choice.statuses.append(status);
    }
    return choice;
}

void ExportDialog::updateCounts()
{
    QMap<Status, int> counts;
    if (const Layer *layer = m_article.layer(m_layers->currentData().toUInt()))
        layer->mentions.forEach([&](const Mention &mention) { ++counts[mention.status]; });
    m_statuses[Status::Accepted]->setText(tr("&Accepted (%1)").arg(counts.value(Status::Accepted)));
    m_statuses[Status::Suggested]->setText(tr("&Suggested (%1)").arg(counts.value(Status::Suggested)));
    m_statuses[Status::Rejected]->setText(tr("&Rejected (%1)").arg(counts.value(Status::Rejected)));
    m_statuses[Status::Withdrawn]->setText(tr("&Withdrawn (%1)").arg(counts.value(Status::Withdrawn)));
}

void ExportDialog::followChoice()
{
    const ExportChoice chosen = choice();
    const bool holdsMentions = chosen.format->holds.testFlag(Feature::Mentions);
    const bool isChoosable = holdsMentions && !chosen.isWhole();
    for (QCheckBox *box : std::as_const(m_statuses))
        box->setEnabled(isChoosable);
    m_layers->setEnabled(isChoosable);
    m_hint->setText(isChoosable     ? QString()
                    : holdsMentions ? tr("Annotated XML keeps the mentions of every status and all layers.")
                                    : tr("Plain text keeps no mentions."));
    // Only the newest choice matters: one that waits is dropped.
    m_worker.clear();
    m_worker.start([this, number = ++m_asked, article = m_article, name = m_name, chosen] {
        const ExportPreview made = previewOf(article, name, chosen);
        QMetaObject::invokeMethod(
            this,
            [this, number, made] {
                if (number != m_asked)
                    return;
                m_shown = number;
                present(made);
            },
            Qt::QueuedConnection);
    });
}

void ExportDialog::present(const ExportPreview &preview)
{
    m_preview = preview;
    m_losses->clear();
    m_losses->addItems(preview.losses);
    m_losses->setVisible(!preview.losses.isEmpty());
    m_losses->doItemsLayout();
    int height = 2 * m_losses->frameWidth() + 8;
    for (int row = 0; row < m_losses->count(); ++row)
        height += m_losses->sizeHintForRow(row);
    m_losses->setFixedHeight(std::min(height, MostLossesHeight));
    m_lossTitle->setText(preview.losses.isEmpty() ? tr("Nothing is lost.") : tr("What is l&ost"));
    const QSignalBlocker blocker(m_files);
    while (m_files->count() > 0)
        m_files->removeTab(0);
    for (const ExportPreview::File &file : preview.files)
        m_files->addTab(file.name);
    showFile(0);
}

void ExportDialog::showFile(int index)
{
    if (index < 0 || index >= m_preview.files.size())
        return;
    const ExportPreview::File &file = m_preview.files.at(index);
    const QStringList lines = file.beginning.split(u'\n');
    const bool isWide = std::any_of(lines.cbegin(), lines.cend(), [](const QString &line) { return line.size() > LongLine; });
    m_text->setLineWrapMode(isWide ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setPlainText(file.beginning);
    const QString size = locale().formattedDataSize(file.bytes, 1, QLocale::DataSizeTraditionalFormat);
    m_size->setText(file.isCut ? tr("The beginning of %1").arg(size) : size);
}

} // namespace dateline
