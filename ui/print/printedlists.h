// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "ui/theme.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace dateline {

/// What stands after a printed article: the types with their colours and counts, what the lines mean, and
/// the entities by number of mentions. Lengths in the units of the page. `theme` is borrowed.
class PrintedLists
{
public:
    /// `pixel`: a 96th of an inch in these units.
    PrintedLists(const AnnotatedArticle &article, LayerId layer, const Theme &theme, qreal pixel);

    /// No mentions to tell of.
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    /// Sets all rows between `top` and `bottom` of as many pages as needed, from `y` of the first. True:
    /// there is no room at `y`, so the first is a new page.
    bool place(qreal width, qreal top, qreal bottom, qreal y);
    [[nodiscard]] int pageCount() const { return isEmpty() ? 0 : m_rows.last().page + 1; }
    /// `page` counts from 0 with the first that place() used.
    void paint(QPainter *painter, int page) const;

private:
    enum class Kind { Heading, Type, Line, Entity };
    struct Row
    {
        Kind kind = Kind::Heading;
        QString text;
        QString detail; ///< of an entity: its type
        qsizetype count = 0;
        TypeColors colors;
        Status status = Status::Accepted;
        int page = 0;
        QRectF at;
    };

    void addTypes(const AnnotatedArticle &article, const Layer &layer);
    void addEntities(const AnnotatedArticle &article, const Layer &layer);
    void paintSample(QPainter *painter, const Row &row) const;
    void paintEntity(QPainter *painter, const Row &row) const;

    const Theme &m_theme;
    qreal m_pixel;
    QList<Row> m_rows; ///< by page once placed
};

} // namespace dateline
