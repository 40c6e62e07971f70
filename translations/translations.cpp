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
    const auto install = [](const QLocale &wanted, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(wanted, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // English plural forms lie beneath every language, the C locale included; what is installed
    // later is asked first.
    install(QLocale(QLocale::English), u"dateline"_s, u":/i18n"_s);
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"dateline"_s, u":/i18n"_s);
}

} // namespace dateline
