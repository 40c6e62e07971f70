// SPDX-License-Identifier: Apache-2.0
#include "ui/window/workqueue.h"

#include <algorithm>

namespace dateline {

WorkQueue::WorkQueue(QObject *parent) : QObject(parent)
{
    m_readers.setMaxThreadCount(1);
    m_writers.setMaxThreadCount(1);
    m_comparers.setMaxThreadCount(1);
}

WorkQueue::~WorkQueue()
{
    m_stop.request_stop();
    m_readers.waitForDone();
    m_writers.waitForDone();
    m_comparers.waitForDone();
}

void WorkQueue::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

bool WorkQueue::isBusy() const
{
    return std::any_of(m_counts.begin(), m_counts.end(), [](int count) { return count > 0; });
}

bool WorkQueue::canCancel() const
{
    return m_counts[size_t(Kind::Save)] == 0
        && m_counts[size_t(Kind::Open)] + m_counts[size_t(Kind::Detect)] + m_counts[size_t(Kind::Recover)] > 0;
}

QThreadPool &WorkQueue::poolFor(Kind kind)
{
    switch (kind) {
    case Kind::Save:
        return m_writers;
    case Kind::Compare:
        return m_comparers;
    default:
        return m_readers;
    }
}

QString WorkQueue::description() const
{
    if (m_counts[size_t(Kind::Save)] > 0)
        return tr("Saving…");
    if (m_counts[size_t(Kind::Recover)] > 0)
        return tr("Recovering unsaved work…");
    if (const int opening = m_counts[size_t(Kind::Open)]; opening > 0)
        return tr("Opening %n article(s)… Esc stops it.", nullptr, opening);
    return m_counts[size_t(Kind::Detect)] > 0 ? tr("Looking for names… Esc stops it.") : QString();
}

void WorkQueue::count(Kind kind, int by)
{
    m_counts[size_t(kind)] += by;
    Q_EMIT changed();
}

} // namespace dateline
