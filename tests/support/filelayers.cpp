// SPDX-License-Identifier: Apache-2.0
#include "support/filelayers.h"

#include "support/testhelper.h"

#include <QDir>
#include <QFileInfo>

namespace dateline::test {

bool FailingLayer::fails(const char *name)
{
    const QMutexLocker guard(&m_mutex);
    ++m_count;
    const bool isNow = m_count == m_call || (m_how == How::FailsFromNowOn && m_count > m_call);
    if (isNow && m_name.isEmpty())
        m_name = name;
    return isNow;
}

qint64 FailingLayer::write(int descriptor, QByteArrayView bytes)
{
    if (!fails("write"))
        return FileLayer::write(descriptor, bytes);
    // A full disk takes what still fits, and says so at the next call.
    if (m_how == How::Fails)
        return -m_code;
    const qint64 taken = bytes.size() > 1 ? FileLayer::write(descriptor, bytes.first(bytes.size() / 2)) : 0;
    if (m_how == How::TakesHalf) {
        const QMutexLocker guard(&m_mutex);
        m_call = m_count + 1;
        m_how = How::Fails;
    }
    return taken > 0 ? taken : -m_code;
}

int FailingLayer::close(int descriptor)
{
    const int closed = FileLayer::close(descriptor);
    return fails("close") ? -m_code : closed;
}

void ForgetfulLayer::done() const
{
    if (afterCall)
        afterCall();
}

int ForgetfulLayer::create(const QString &path)
{
    const int descriptor = FileLayer::create(path);
    if (descriptor >= 0) {
        const QMutexLocker guard(&m_mutex);
        m_open.insert(descriptor, m_next);
        m_files.insert(m_next, {});
        m_names.insert(path, m_next++);
    }
    done();
    return descriptor;
}

int ForgetfulLayer::open(const QString &path)
{
    const int descriptor = FileLayer::open(path);
    if (descriptor >= 0) {
        const QMutexLocker guard(&m_mutex);
        m_open.insert(descriptor, m_names.value(path));
    }
    return descriptor;
}

qint64 ForgetfulLayer::write(int descriptor, QByteArrayView bytes)
{
    const qint64 written = FileLayer::write(descriptor, bytes);
    if (written > 0) {
        const QMutexLocker guard(&m_mutex);
        m_files[m_open.value(descriptor)].now += bytes.first(written);
    }
    done();
    return written;
}

int ForgetfulLayer::truncate(int descriptor, qint64 size)
{
    const int code = FileLayer::truncate(descriptor, size);
    const QMutexLocker guard(&m_mutex);
    m_files[m_open.value(descriptor)].now.truncate(size);
    return code;
}

int ForgetfulLayer::sync(int descriptor)
{
    {
        const QMutexLocker guard(&m_mutex);
        Content &content = m_files[m_open.value(descriptor)];
        content.synced = content.now;
    }
    done();
    return 0;
}

int ForgetfulLayer::duplicate(int descriptor)
{
    const int copy = FileLayer::duplicate(descriptor);
    const QMutexLocker guard(&m_mutex);
    m_open.insert(copy, m_open.value(descriptor));
    return copy;
}

int ForgetfulLayer::close(int descriptor)
{
    {
        const QMutexLocker guard(&m_mutex);
        m_open.remove(descriptor);
    }
    return FileLayer::close(descriptor);
}

int ForgetfulLayer::rename(const QString &from, const QString &to)
{
    const int code = FileLayer::rename(from, to);
    if (code == 0) {
        const QMutexLocker guard(&m_mutex);
        m_names.insert(to, m_names.take(from));
    }
    done();
    return code;
}

int ForgetfulLayer::link(const QString &from, const QString &to)
{
    const int code = FileLayer::link(from, to);
    if (code == 0) {
        const QMutexLocker guard(&m_mutex);
        m_names.insert(to, m_names.value(from));
    }
    done();
    return code;
}

int ForgetfulLayer::remove(const QString &path)
{
    const int code = FileLayer::remove(path);
    if (code == 0) {
        const QMutexLocker guard(&m_mutex);
        m_names.remove(path);
    }
    done();
    return code;
}

int ForgetfulLayer::syncFolder(const QString &folder)
{
    const auto isIn = [&](const QString &path) { return QFileInfo(path).absolutePath() == QFileInfo(folder).absoluteFilePath(); };
    {
        const QMutexLocker guard(&m_mutex);
        m_syncedNames.removeIf([&](const auto &entry) { return isIn(entry.key()); });
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
            if (isIn(name.key()))
                m_syncedNames.insert(name.key(), name.value());
        }
    }
    done();
    return 0;
}

QMap<QString, QByteArray> ForgetfulLayer::afterPowerCut(QRandomGenerator *random) const
{
    const QMutexLocker guard(&m_mutex);
    QMap<QString, QByteArray> left;
    const bool areNamesThrough = random && random->bounded(2) == 1;
    const QMap<QString, int> &names = areNamesThrough ? m_names : m_syncedNames;
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        const Content &content = m_files.value(name.value());
        QByteArray bytes = content.synced;
        if (random && content.now.startsWith(content.synced) && content.now.size() > bytes.size())
            bytes += content.now.mid(bytes.size(), random->bounded(content.now.size() - bytes.size() + 1));
        left.insert(name.key(), bytes);
    }
    return left;
}

void ForgetfulLayer::adopt(const QString &path, const QByteArray &bytes)
{
    const QMutexLocker guard(&m_mutex);
    m_files.insert(m_next, {bytes, bytes});
    m_names.insert(path, m_next);
    m_syncedNames.insert(path, m_next++);
}

void writeSnapshot(const QMap<QString, QByteArray> &files, const QString &root, const QString &target)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        writeFile(QDir(target).filePath(QDir(root).relativeFilePath(file.key())), file.value());
}

} // namespace dateline::test
