// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowoptions.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace dateline {

Settings::Settings(bool persistent)
{
    if (persistent)
        m_store = std::make_unique<QSettings>();
}

QVariant Settings::value(const QString &key, const QVariant &fallback) const
{
    if (const auto found = m_presets.constFind(key); found != m_presets.cend())
        return *found;
    return m_store ? m_store->value(key, fallback) : m_memory.value(key, fallback);
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    m_presets.remove(key);
    if (m_store)
        m_store->setValue(key, value);
    else
        m_memory.insert(key, value);
}

void Settings::setAnnotator(const QString &name)
{
    // Another person is another author: their layers must not mix.
    if (!annotator().isEmpty() && annotator() != name)
        setValue(u"annotator/uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    setValue(u"annotator/name"_s, name);
}

QString Settings::annotatorUid()
{
    const QString preset = m_presets.value(u"annotator/name"_s).toString();
    if (!preset.isEmpty()) {
        // A name given on the command line is the same author at every start.
        static constexpr QUuid Names(0x5f2d6b1e, 0x6c1f, 0x4f0a, 0x9d, 0x6e, 0x21, 0x7b, 0x8a, 0x40, 0xc3, 0x11);
        return QUuid::createUuidV5(Names, preset).toString(QUuid::WithoutBraces);
    }
    QString uid = value(u"annotator/uid"_s).toString();
    if (uid.isEmpty()) {
        uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        setValue(u"annotator/uid"_s, uid);
    }
    return uid;
}

void Settings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    while (files.size() > 12)
        files.removeLast();
    setValue(u"files/recent"_s, files);
}

} // namespace dateline
