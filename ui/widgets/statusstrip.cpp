// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statusstrip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr int MessageMs = 6000;
constexpr int PatienceMs = 200;
} // namespace

/// A flat bar: accent over track.
class StatusStrip::Bar final : public QWidget
{
public:
    Theme theme;
    double share = 0;

    Bar() { setFixedSize(160, 6); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track);
        painter.drawRoundedRect(rect(), 3, 3);
        painter.setBrush(theme.accent);
        if (share > 0)
            painter.drawRoundedRect(QRectF(0, 0, width() * share, height()), 3, 3);
    }
};

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar)
    , m_progress(new QLabel)
    , m_message(new QLabel)
    , m_place(new QLabel)
    , m_language(new QLabel)
    , m_annotator(new QLabel)
    , m_saved(new QLabel)
{
    setObjectName(u"statusStrip"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 2, 14, 2);
    layout->setSpacing(18);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_message, 1);
    for (QLabel *label : {m_place, m_language, m_annotator, m_saved})
        layout->addWidget(label);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setMinimumWidth(40);
    m_annotator->setTextFormat(Qt::PlainText);
    m_fade.setSingleShot(true);
    m_fade.setInterval(MessageMs);
    connect(&m_fade, &QTimer::timeout, this, &StatusStrip::showHint);
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_message->setText(m_work); });
}

void StatusStrip::setProgress(int reviewed, int total)
{
    m_left = total - reviewed;
    m_bar->share = total > 0 ? double(reviewed) / total : 0;
    m_bar->update();
    m_progress->setText(total > 0 ? tr("%1 of %2 reviewed").arg(reviewed).arg(total) : QString());
    m_bar->setAccessibleName(m_progress->text());
    if (!m_fade.isActive())
        showHint();
}

void StatusStrip::showHint()
{
    if (!m_work.isEmpty() && !m_patience.isActive())
        m_message->setText(m_work);
    else
        m_message->setText(m_left > 0 ? tr("Next undecided: Tab") : QString());
}

void StatusStrip::setPlace(int line, int column)
{
    m_place->setText(line > 0 ? tr("Line %1, column %2").arg(line).arg(column) : QString());
}

void StatusStrip::setLanguage(const QString &name) { m_language->setText(name); }
void StatusStrip::setAnnotator(const QString &name) { m_annotator->setText(name); }

void StatusStrip::setSaved(bool isSaved, bool isOpen)
{
    m_saved->setText(!isOpen ? QString() : isSaved ? tr("Saved") : tr("Not saved"));
}

void StatusStrip::setWork(const QString &description)
{
    const bool isShown = !m_work.isEmpty() && !m_patience.isActive();
    if (m_work.isEmpty() && !description.isEmpty())
        m_patience.start();
    m_work = description;
    if (m_work.isEmpty())
        m_patience.stop();
    if (isShown && !m_fade.isActive())
        showHint();
}

void StatusStrip::showMessage(const QString &message)
{
    m_message->setText(message);
    m_fade.start();
}

QString StatusStrip::message() const { return m_message->text(); }
QString StatusStrip::progressText() const { return m_progress->text(); }

void StatusStrip::setTheme(const Theme &theme)
{
    m_bar->theme = theme;
    m_bar->update();
}

} // namespace dateline
