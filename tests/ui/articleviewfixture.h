// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/editsession.h"
#include "editing/journal.h"
#include "support/testhelper.h"
#include "ui/view/articleview.h"

#include <QApplication>

#include <memory>

namespace dateline::test {

using namespace Qt::StringLiterals;

inline const QString Copy =
    u"Moscow to receive minister\n"
    "\n"
    "The ministers plan to review trade and the question of Kosovo.\n"
    "\n"
    "Serbian Foreign Minister Ivica Dacic met Sergey Lavrov on Thursday and said that the talks in Belgrade would go on "
    "for as long as the two sides wished, while aides compared notes on sanctions and on trade.\n"
    "Second paragraph here.\n"_s;

inline ArticleText articleOf(const QString &text, const QList<BlockKind> &kinds = {})
{
    QList<Block> blocks;
    qsizetype at = 0;
    const QList<QString> lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (!line.isEmpty())
            blocks.append({{at, at + line.size()}, kinds.value(blocks.size(), BlockKind::Paragraph)});
        at += line.size() + 1;
    }
    return ArticleText(text, blocks, {});
}

/// A shown view over an article with mentions made by add().
struct Fixture
{
    AnnotatedArticle article;
    Layer layer;
    std::unique_ptr<EditSession> session;
    ArticleView view;

    explicit Fixture(const QString &text = Copy, const QList<BlockKind> &kinds = {BlockKind::Headline, BlockKind::Lede})
    {
        article.text = articleOf(text, kinds);
        layer.info.stage = Stage::Suggested;
    }
    ~Fixture() { view.setSession(nullptr); }

    Span find(const QString &text, qsizetype from = 0) const
    {
        const qsizetype begin = article.text.text().indexOf(text, from);
        Q_ASSERT(begin >= 0);
        return {begin, begin + text.size()};
    }
    MentionId add(const QList<Span> &spans, const QString &type, Status status = Status::Suggested)
    {
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = type;
        mention.status = status;
        mention.origin = 1;
        mention.spans = spans;
        mention.why = u"a known name"_s;
        layer.mentions.insert(mention);
        return mention.id;
    }
    MentionId add(const QString &text, const QString &type, Status status = Status::Suggested)
    {
        return add(QList<Span>{find(text)}, type, status);
    }
    void show(const QSize &size = {1000, 700})
    {
        Agent detector;
        detector.id = 1;
        detector.uid = u"detector"_s;
        detector.kind = AgentKind::Detector;
        layer.info.by = 1;
        article.addLayer(layer, detector);
        EditSession::Options options;
        options.name = u"talks.txt"_s;
        session = std::make_unique<EditSession>(article, std::move(options));
        session->setAuthor({u"ann"_s, u"Ann"_s});
        view.resize(size);
        view.setSession(session.get());
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
    }
    QPoint pointAt(qsizetype position)
    {
        const QList<QRectF> boxes = view.rectanglesOf({position, position + 1});
        return boxes.isEmpty() ? QPoint(-1, -1) : QPointF(boxes.first().left() + 1, boxes.first().center().y()).toPoint();
    }
    void click(qsizetype position, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, pointAt(position));
    }
    void drag(qsizetype from, qsizetype to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, pointAt(from));
        const QPoint end = pointAt(to);
        QMouseEvent move(QEvent::MouseMove, QPointF(end), view.viewport()->mapToGlobal(QPointF(end)), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, end);
    }
    QImage image() { return view.viewport()->grab().toImage(); }
    /// How many pixels have the colour inside the rectangle.
    static int countOf(const QImage &image, const QRectF &where, const QColor &color)
    {
        int count = 0;
        const QRect area = where.toAlignedRect().intersected(image.rect());
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                count += image.pixelColor(x, y) == color;
        }
        return count;
    }
};

/// Paragraphs of different lengths, numbered, with empty lines between.
inline QString longText(int paragraphs)
{
    QString text;
    for (int i = 0; i < paragraphs; ++i) {
        text += u"Paragraph %1 of a long article"_s.arg(i);
        for (int word = 0; word < (i * 37) % 60; ++word)
            text += word % 7 ? u" and words"_s : u" wide MMMMMM WWWWW"_s;
        text += u".\n\n"_s;
    }
    return text;
}

/// The first text position in view.
inline qsizetype firstPosition(Fixture &f)
{
    const int x = f.view.viewport()->width() / 2;
    for (int y = 0; y < f.view.viewport()->height(); y += 4) {
        for (int at = 40; at < x; at += 40) {
            const qsizetype position = f.view.positionAt({at, y});
            if (position >= 0)
                return position;
        }
    }
    return -1;
}

} // namespace dateline::test
