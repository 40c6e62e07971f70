// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace dateline {

/// What a person prefers, kept in the application's QSettings. A value. The annotator's name
/// is not here: ArticleManager keeps it with its uid.
struct Preferences
{
    enum class ThemeChoice { Auto, Light, Dark };

    ThemeChoice theme = ThemeChoice::Auto;
    int zoomPercent = 100;              ///< 50…400
    QString language;                   ///< of the interface, "ru"; empty: the system's
    bool restoresSession = true;

    bool operator==(const Preferences &) const = default;
    [[nodiscard]] static Preferences load();
    void save() const;
};

} // namespace dateline
