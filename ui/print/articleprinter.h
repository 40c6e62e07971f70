// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "ui/theme.h"
#include "ui/view/articlestyle.h"

class QPagedPaintDevice;

namespace dateline {

/// Sets the marked-up article on paper: the text as in the window, in the light theme, then the types and
/// the entities with their counts; title and date above, page numbers below. Suggested and accepted
/// mentions of one layer. A value, made on the GUI thread; printing may be done on any thread.
class ArticlePrinter
{
public:
    /// `layer` 0: the text alone.
    ArticlePrinter(const AnnotatedArticle &article, LayerId layer);

    /// Prints the pages `first`…`last`, from 1; 0: all. How many pages the whole has; 0: the device cannot
    /// be painted on. Sets the device's margins.
    int print(QPagedPaintDevice &device, int first = 0, int last = 0) const;
    /// The bytes of a PDF file; empty: it could not be made. Any thread.
    [[nodiscard]] QByteArray pdf() const;

private:
    class Pages;

    AnnotatedArticle m_article;
    LayerId m_layer = 0;
    ArticleStyle m_style;
    Theme m_theme;
};

} // namespace dateline
