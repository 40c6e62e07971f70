// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QCoreApplication>

namespace dateline::editerrors {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::AnnotatedArticle)
};

/// A `before` differs from the present state.
inline Error conflict(const QString &what)
{
    return {ErrorKind::Conflict, Messages::tr("The change does not fit the article as it is now: %1.").arg(what), {}, 0};
}

/// An `after` breaks a rule.
inline Error broken(const QString &what)
{
    return {ErrorKind::Malformed, Messages::tr("The change would break the article: %1.").arg(what), {}, 0};
}

} // namespace dateline::editerrors
