// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThreadPool>

#include <array>
#include <memory>
#include <stop_token>
#include <utility>

namespace dateline {

/// Long work of the window, off its thread: reading and detecting one after another in the order
/// asked for, saving and comparing beside it, so that they never wait for a large file. Jobs take
/// values and hand back values. Lives on the GUI thread; its destructor cancels and waits.
class WorkQueue final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Open, Detect, Save, Recover, Compare };

    explicit WorkQueue(QObject *parent = nullptr);
    ~WorkQueue() override;

    /// `work(stop_token)` on a worker, then `done(result)` on the GUI thread, unless the queue is gone.
    template<typename Work, typename Done>
    void run(Kind kind, Work work, Done done);
    /// Asks what is under way to stop; saving goes on, half a save is no use to anyone, and comparing is
    /// soon over. Stopped work calls its `done` all the same.
    void cancel();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool canCancel() const;
    /// What is going on, for the status bar; empty: nothing.
    [[nodiscard]] QString description() const;

Q_SIGNALS:
    void changed();

private:
    void count(Kind kind, int by);
    [[nodiscard]] QThreadPool &poolFor(Kind kind);
    [[nodiscard]] static bool canStop(Kind kind) { return kind != Kind::Save && kind != Kind::Compare; }

    std::array<int, 5> m_counts{};
    std::stop_source m_stop;
    QThreadPool m_readers;
    QThreadPool m_writers;
    QThreadPool m_comparers;
};

template<typename Work, typename Done>
void WorkQueue::run(Kind kind, Work work, Done done)
{
    count(kind, 1);
    const std::stop_token token = canStop(kind) ? m_stop.get_token() : std::stop_token(); // one that nobody stops
    poolFor(kind).start([this, kind, token, work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work(token))>(work(token));
        QMetaObject::invokeMethod(
            this,
            [this, kind, result, done = std::move(done)]() mutable {
                count(kind, -1);
                done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace dateline
