// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/localids.h"
#include "formats/nativeformat.h"
#include "formats/nativeschema.h"
#include "formats/quoteanchor.h"

#include <QMap>
#include <QXmlStreamReader>

#include <optional>
#include <stop_token>

namespace dateline {

/// Reads one native file that scanXml() passed. Whatever disagrees with the schema or with
/// itself becomes an Issue; what can be kept is kept. References are resolved at the end of
/// the layer (of reviews: of the file), places once the text is known. Used once; one thread.
class NativeReader
{
public:
    NativeReader(const QByteArray &bytes, const QString &file, const std::stop_token &stop);
    [[nodiscard]] Result<LoadedArticle> read();
    /// What was found so far, also when read() failed. Empty after a read() that did not.
    [[nodiscard]] const IssueList &issues() const { return m_loaded.issues; }

private:
    struct PendingSpan
    {
        qint64 start = -1;
        qint64 end = -1;
        QString quote;
        qint64 line = 0;
    };
    struct PendingMention
    {
        Mention mention;
        QString id;
        QString entity;
        QList<PendingSpan> spans;
        qint64 line = 0;
    };
    struct PendingEntity
    {
        Entity entity;
        QString id;
        qint64 line = 0;
    };
    struct PendingRelation
    {
        Relation relation;
        QString id;
        QString from;
        QString to;
        qint64 line = 0;
    };
    struct PendingVerdict
    {
        Verdict verdict;
        QString mention;
        QString decision;
        qint64 line = 0;
    };
    struct PendingComment
    {
        Comment comment;
        QString id;
        QString parent;
        QString mention;
        QString proposal;
        qint64 line = 0;
    };
    struct PendingProposal
    {
        Proposal proposal;
        QString id;
        QList<PendingMention> mentions;
        qint64 line = 0;
    };
    struct PendingReview
    {
        Review review;
        QString of;
        QList<PendingVerdict> verdicts;
        QList<PendingComment> comments;
        QList<PendingProposal> proposals;
        qint64 line = 0;
    };
    /// Of the comments and proposals of a layer's reviews.
    struct ReviewIds
    {
        LocalIds comments{u'c'};
        LocalIds proposals{u'p'};
    };
    struct PendingLayer
    {
        Layer layer;
        QStringList from;
        QList<PendingMention> mentions;
    };

    bool nextChild();
    QString readText();
    void skip();
    void captureForeign();
    void issue(Severity severity, const QString &message, qint64 line = -1);
    void report(const QStringList &problems);
    [[nodiscard]] QString attribute(QLatin1StringView name) const;
    [[nodiscard]] qint64 number(QLatin1StringView name) const;
    [[nodiscard]] std::optional<Error> failure() const;

    void readRoot();
    void readSource();
    void readHead();
    void readTagset();
    void readAgents();
    void readArticleText();
    void readLayer();
    void readEntity(QList<PendingEntity> &entities);
    void readMention(QList<PendingMention> &mentions);
    void readReview();
    void readProposal(QList<PendingProposal> &proposals);
    [[nodiscard]] AgentId agentRef(QLatin1StringView name);
    [[nodiscard]] AgentId agentFor(const QString &id, const QString &where, qint64 line);
    void resolveHeadEvents();
    [[nodiscard]] Attribute readAttribute();
    [[nodiscard]] Note readNote();
    [[nodiscard]] Event readEvent();
    [[nodiscard]] QString readLink();

    void finishLayer(PendingLayer &pending, QList<PendingEntity> &entities, QList<PendingRelation> &relations);
    void placeMentions();
    [[nodiscard]] bool placeMention(PendingMention &pending, QuoteAnchor &anchor);
    void checkType(QString &type, qint64 line, QLatin1StringView element);
    [[nodiscard]] static QString shortened(const QString &quote);
    void finishReviews();
    void numberReview(PendingReview &pending, ReviewIds &ids);
    void finishVerdicts(PendingReview &pending, const Layer &layer, ReviewIds &ids);
    void finishProposals(PendingReview &pending, const Layer &layer, QuoteAnchor &anchor);
    void finishComments(PendingReview &pending, const Layer &layer);
    void breakCircles(PendingReview &pending);
    [[nodiscard]] MentionId reviewedMention(const PendingReview &pending, const Layer &layer, const QString &id) const;

    QXmlStreamReader m_xml;
    QString m_file;
    std::stop_token m_stop;
    NativeSchema m_schema;
    LoadedArticle m_loaded;
    AnnotatedArticle &m_article;
    std::optional<Error> m_error;
    QHash<QString, QString> m_rootPrefixes;
    LocalIds m_agentIds{u'a'};
    LocalIds m_layerIds{u'l'};
    QMap<LayerId, LocalIds> m_mentionIds;
    QMap<LayerId, LocalIds> m_entityIds;
    QList<PendingLayer> m_layers;
    QList<PendingReview> m_reviews;
    struct HeadEventBy
    {
        QString id;
        qint64 line = 0;
    };
    QList<HeadEventBy> m_headEventBy; ///< agents follow the head: one for each of its events
    QString *m_foreign = nullptr;     ///< where foreign elements of the present level go
    QSet<QString> m_types;            ///< ids in the tagset
    qsizetype m_spanCount = 0;
    bool m_hasText = false;
    bool m_wasEdited = false;   ///< the text does not match its digest
    qsizetype m_suppressed = 0; ///< issues beyond the cap
};

} // namespace dateline
