// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/typenames.h"

#include <QCoreApplication>
#include <QLocale>

namespace dateline {

namespace {

constexpr const char *Names[] = {
    QT_TRANSLATE_NOOP("TypeNames", "Person"),  QT_TRANSLATE_NOOP("TypeNames", "Organisation"),
    QT_TRANSLATE_NOOP("TypeNames", "Place"),   QT_TRANSLATE_NOOP("TypeNames", "Group"),
    QT_TRANSLATE_NOOP("TypeNames", "Event"),   QT_TRANSLATE_NOOP("TypeNames", "Date"),
    QT_TRANSLATE_NOOP("TypeNames", "Topic"),   QT_TRANSLATE_NOOP("TypeNames", "Role"),
    QT_TRANSLATE_NOOP("TypeNames", "Money"),   QT_TRANSLATE_NOOP("TypeNames", "Time"),
    QT_TRANSLATE_NOOP("TypeNames", "Percent"), QT_TRANSLATE_NOOP("TypeNames", "Product"),
};

struct Word
{
    const char *action;
    const char *text;
};
constexpr Word Words[] = {
    {"accept", QT_TRANSLATE_NOOP("Events", "accepted")},
    {"reject", QT_TRANSLATE_NOOP("Events", "rejected")},
    {"retype", QT_TRANSLATE_NOOP("Events", "changed the type")},
    {"move", QT_TRANSLATE_NOOP("Events", "moved the boundary")},
    {"link", QT_TRANSLATE_NOOP("Events", "linked")},
    {"normalise", QT_TRANSLATE_NOOP("Events", "set the normal form")},
    {"group", QT_TRANSLATE_NOOP("Events", "moved to another entity")},
    {"withdraw", QT_TRANSLATE_NOOP("Events", "withdrew")},
    {"restore", QT_TRANSLATE_NOOP("Events", "restored")},
    {"add", QT_TRANSLATE_NOOP("Events", "added")},
    {"note", QT_TRANSLATE_NOOP("Events", "wrote a note")},
    {"unsure", QT_TRANSLATE_NOOP("Events", "marked as unsure")},
    {"attribute", QT_TRANSLATE_NOOP("Events", "set an attribute")},
    {"rename", QT_TRANSLATE_NOOP("Events", "renamed the entity")},
    {"merge", QT_TRANSLATE_NOOP("Events", "merged")},
    {"split", QT_TRANSLATE_NOOP("Events", "split off")},
};

} // namespace

QString typeName(const Tagset &tagset, const QString &typeId)
{
    const TypeDefinition *type = tagset.find(typeId);
    if (!type || type->name.isEmpty())
        return typeId;
    for (const char *name : Names) {
        if (type->name == QLatin1StringView(name))
            return QCoreApplication::translate("TypeNames", name);
    }
    return type->name;
}

QString statusName(Status status)
{
    switch (status) {
    case Status::Suggested:
        return QCoreApplication::translate("StatusNames", "suggested");
    case Status::Accepted:
        return QCoreApplication::translate("StatusNames", "accepted");
    case Status::Rejected:
        return QCoreApplication::translate("StatusNames", "rejected");
    case Status::Withdrawn:
        return QCoreApplication::translate("StatusNames", "withdrawn");
    }
    return {};
}

QString eventText(const Event &event, const AnnotatedArticle &article)
{
    QString text = event.action;
    for (const Word &word : Words) {
        if (event.action == QLatin1StringView(word.action))
            text = QCoreApplication::translate("Events", word.text);
    }
    if (event.action == QLatin1StringView("retype")) {
        text = QCoreApplication::translate("Events", "changed the type from %1 to %2")
                   .arg(typeName(article.tagset, event.from), typeName(article.tagset, event.to));
    } else if (event.action == QLatin1StringView("rename")) {
        text = QCoreApplication::translate("Events", "renamed “%1” to “%2”").arg(event.from, event.to);
    }
    const Agent *agent = article.agent(event.by);
    const QString who = agent && !agent->name.isEmpty() ? agent->name : QCoreApplication::translate("Events", "someone");
    const QString when = QLocale().toString(event.at.toLocalTime(), QLocale::ShortFormat);
    return QCoreApplication::translate("Events", "%1 %2, %3", "who did what, when").arg(who, text, when);
}

QString languageName(const QString &code)
{
    if (code.isEmpty())
        return QCoreApplication::translate("Languages", "Language unknown");
    const QLocale locale(code);
    if (locale.language() == QLocale::C)
        return code;
    if (locale.language() == QLocale::English)
        return QCoreApplication::translate("Languages", "English");
    if (locale.language() == QLocale::Russian)
        return QCoreApplication::translate("Languages", "Russian");
    if (locale.language() == QLocale::Serbian)
        return QCoreApplication::translate("Languages", "Serbian");
    return QLocale::languageToString(locale.language());
}

} // namespace dateline
