// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr qsizetype ContextBefore = 28;
constexpr qsizetype ContextAfter = 60;

} // namespace

TextContext contextOf(const ArticleText &article, const Span &place)
{
    const qsizetype block = article.blockAt(place.begin);
    const Span bounds = block >= 0 ? article.blocks()[block].span : Span{0, article.length()};
    const QString &text = article.text();
    const qsizetype end = std::min(place.end, bounds.end);
    qsizetype from = std::max(bounds.begin, place.begin - ContextBefore);
    if (from > bounds.begin) {
        const qsizetype space = text.indexOf(u' ', from);
        from = space >= 0 && space < place.begin ? space + 1 : place.begin;
    }
    qsizetype to = std::min(bounds.end, end + ContextAfter);
    if (to < bounds.end) {
        const qsizetype space = text.lastIndexOf(u' ', to);
        to = space > end ? space : end;
    }
    TextContext context;
    if (from > bounds.begin)
        context.text = u"… "_s;
    context.begin = context.text.size() + place.begin - from;
    context.length = end - place.begin;
    context.text += QStringView(text).mid(from, to - from);
    if (to < bounds.end)
        context.text += u'…';
    return context;
}

} // namespace dateline
