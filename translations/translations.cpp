// SPDX-License-Identifier: Apache-2.0
#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

void initI18nResource()
{
    // A static library's resources are linked in by naming them.
    Q_INIT_RESOURCE(i18n);
}

namespace dateline {

void installTranslations(const QString &language)
{
    initI18nResource();
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    for (const auto &[name, folder] : {std::pair{u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}, std::pair{u"dateline"_s, u":/i18n"_s}}) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
}

} // namespace dateline
