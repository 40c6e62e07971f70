// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/typenames.h"

#include <QCoreApplication>

#include <algorithm>

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

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Suggested:
        return QCoreApplication::translate("StageNames", "suggested");
    case Stage::Draft:
        return QCoreApplication::translate("StageNames", "draft");
    case Stage::Submitted:
        return QCoreApplication::translate("StageNames", "final");
    case Stage::Returned:
        return QCoreApplication::translate("StageNames", "returned");
    case Stage::Approved:
        return QCoreApplication::translate("StageNames", "approved");
    case Stage::Adjudicated:
        return QCoreApplication::translate("StageNames", "adjudicated");
    }
    return {};
}

QString shortLink(const QString &uri)
{
    const qsizetype at = std::max(uri.lastIndexOf(u'/'), uri.lastIndexOf(u'#'));
    return at >= 0 && at + 1 < uri.size() ? uri.mid(at + 1) : uri;
}

} // namespace dateline
