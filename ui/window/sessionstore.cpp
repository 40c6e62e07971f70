// SPDX-License-Identifier: Apache-2.0
#include "ui/window/sessionstore.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr qsizetype RecentCount = 10;
}

SessionStore::SessionStore(bool usesSettings) : m_usesSettings(usesSettings) { }

Author SessionStore::author() const
{
    if (!m_usesSettings)
        return {QUuid::createUuid().toString(QUuid::WithoutBraces), {}};
    QSettings settings;
    QString uid = settings.value("annotator/uid").toString();
    if (uid.isEmpty()) {
        uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        settings.setValue("annotator/uid", uid);
    }
    return {uid, settings.value("annotator/name").toString()};
}

Author SessionStore::authorNamed(const Author &present, const QString &name)
{
    if (present.name == name || present.name.isEmpty())
        return {present.uid, name};
    const auto keyOf = [](const QString &who) { return u"annotators/"_s + QString::fromLatin1(who.toUtf8().toHex()); };
    if (!m_usesSettings)
        return {QUuid::createUuid().toString(QUuid::WithoutBraces), name};
    QSettings settings;
    settings.setValue(keyOf(present.name), present.uid);
    QString uid = settings.value(keyOf(name)).toString();
    if (uid.isEmpty())
        uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    settings.setValue(keyOf(name), uid);
    return {uid, name};
}

void SessionStore::setAuthor(const Author &author)
{
    if (!m_usesSettings)
        return;
    QSettings settings;
    settings.setValue("annotator/uid", author.uid);
    settings.setValue("annotator/name", author.name);
}

QStringList SessionStore::recentFiles() const
{
    return m_usesSettings ? QSettings().value("files/recent").toStringList() : QStringList();
}

void SessionStore::addRecentFile(const QString &path)
{
    if (!m_usesSettings)
        return;
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    files.resize(std::min(files.size(), RecentCount));
    QSettings().setValue("files/recent", files);
}

QString SessionStore::lastFolder() const
{
    const QStringList files = recentFiles();
    return files.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                           : QFileInfo(files.first()).absolutePath();
}

QList<SessionStore::OpenFile> SessionStore::openFiles() const
{
    QList<OpenFile> files;
    if (!m_usesSettings)
        return files;
    QSettings settings;
    const int count = settings.beginReadArray("session/files");
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        files.append({settings.value("path").toString(), settings.value("caret", -1).toLongLong()});
    }
    settings.endArray();
    return files;
}

QString SessionStore::currentFile() const { return m_usesSettings ? QSettings().value("session/current").toString() : QString(); }

void SessionStore::setOpenFiles(const QList<OpenFile> &files, const QString &current)
{
    if (!m_usesSettings)
        return;
    QSettings settings;
    settings.remove("session/files");
    settings.beginWriteArray("session/files", int(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue("path", files.at(i).path);
        settings.setValue("caret", files.at(i).caret);
    }
    settings.endArray();
    settings.setValue("session/current", current);
}

} // namespace dateline
