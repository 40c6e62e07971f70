// SPDX-License-Identifier: Apache-2.0
#include "review/sametext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Review)
};

/// What stands at a place, shortly, for a message.
QString shownAt(const QString &text, qsizetype at)
{
    constexpr qsizetype Most = 30;
    if (at >= text.size())
        return Messages::tr("the end of the text");
    qsizetype end = std::min(text.size(), at + Most);
    if (end < text.size() && text.at(end).isLowSurrogate())
        ++end;
    QString words = text.sliced(at, end - at);
    words.replace(u'\n', u'↵');
    return u"\"%1%2\""_s.arg(words, end < text.size() ? u"…"_s : QString());
}

} // namespace

Result<void> checkSameText(const NamedArticle &a, const NamedArticle &b)
{
    if (a.article.text.digest() == b.article.text.digest())
        return {};
    const QString &first = a.article.text.text();
    const QString &second = b.article.text.text();
    qsizetype at = std::mismatch(first.cbegin(), first.cend(), second.cbegin(), second.cend()).first - first.cbegin();
    if (at > 0 && first.at(at - 1).isHighSurrogate())
        --at;
    const LineColumn place = a.article.text.offsets().lineColumn(at);
    return Error{
        ErrorKind::Conflict,
        Messages::tr("The text is not that of \"%1\": from line %2, column %3 of the text on, there is %4 there and %5 "
                     "here. Only layers of the same text go together.")
            .arg(a.name, QString::number(place.line), QString::number(place.column), shownAt(first, at), shownAt(second, at)),
        b.name, 0};
}

} // namespace dateline
