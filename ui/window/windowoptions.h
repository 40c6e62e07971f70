// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace dateline {

/// What the window remembers between starts. With `persistent` false nothing is read or
/// written outside the process (self-test, timing). GUI thread.
class Settings
{
public:
    explicit Settings(bool persistent = true);

    [[nodiscard]] bool isPersistent() const { return m_store != nullptr; }
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    /// For this run only: wins over what is stored, is not written.
    void preset(const QString &key, const QVariant &value) { m_presets.insert(key, value); }

    [[nodiscard]] QString annotator() const { return value(QStringLiteral("annotator/name")).toString(); }
    void setAnnotator(const QString &name);
    /// Made once and kept.
    [[nodiscard]] QString annotatorUid();
    [[nodiscard]] QString themeName() const { return value(QStringLiteral("window/theme"), QStringLiteral("auto")).toString(); }
    [[nodiscard]] int zoom() const { return value(QStringLiteral("window/zoom"), 100).toInt(); }
    [[nodiscard]] QString language() const { return value(QStringLiteral("window/language")).toString(); }
    [[nodiscard]] bool restoresSession() const { return value(QStringLiteral("session/restore"), true).toBool(); }
    [[nodiscard]] QStringList recentFiles() const { return value(QStringLiteral("files/recent")).toStringList(); }
    void addRecentFile(const QString &path);

private:
    std::unique_ptr<QSettings> m_store;
    QVariantMap m_memory;
    QVariantMap m_presets;
};

} // namespace dateline
