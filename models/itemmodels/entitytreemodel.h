// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"

#include <QAbstractItemModel>
#include <QPointer>

#include <memory>
#include <vector>

namespace dateline {

class EditSession;
struct ArticleChange;
struct Layer;

/// The session's active layer as a tree: type, entity, mention. Follows the session's changes
/// row by row (only what came, went or changed is signalled), so selection and expansion in a
/// view stay. Gives ids, names and numbers through roles; the look is the delegate's. Filters
/// itself by name, link and mention text. The session is borrowed, may be null and may die
/// first. GUI thread. Offsets UTF-16.
class EntityTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Type, Entity, Mention };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        TypeRole,                    ///< type id
        EntityRole,                  ///< EntityId; 0 for a row of mentions without entity
        MentionRole,                 ///< MentionId of a mention row
        StatusRole,                  ///< int of Status (mention)
        ConfidenceRole,              ///< double, -1: none (mention)
        MentionCountRole,            ///< live mentions (type, entity)
        ReviewedCountRole,           ///< those accepted (type, entity)
        EntityCountRole,             ///< entities (type)
        LinkRole,                    ///< URI (entity)
        LinkIdRole,                  ///< last part of the link, or the normal form (entity)
        ContextRole,                 ///< text around (mention)
        ContextBeginRole,            ///< where the mention begins in the context
        ContextLengthRole,
        UnsureRole, ///< bool (mention)
        WhyRole,    ///< reason (mention)
        KeyRole,    ///< string that names the row for as long as it means the same
    };

    explicit EntityTreeModel(QObject *parent = nullptr);
    ~EntityTreeModel() override;

    void setSession(EditSession *session);
    [[nodiscard]] EditSession *session() const;
    void setFilter(const QString &filter);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setShowRejected(bool show);

    [[nodiscard]] QModelIndex indexOfMention(MentionId mention) const;
    [[nodiscard]] QModelIndex indexOfEntity(EntityId entity) const;
    [[nodiscard]] QModelIndex indexOfType(const QString &type) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    /// One entity was dropped on another; the model changes nothing itself.
    void mergeRequested(dateline::EntityId from, dateline::EntityId into);

private:
    struct Node;
    void follow(const ArticleChange &change);
    void refresh();
    [[nodiscard]] bool updateInPlace(const ArticleChange &change);
    [[nodiscard]] std::unique_ptr<Node> build() const;
    void synchronise(Node &present, Node &wanted);
    void takeValues(Node &present, const Node &wanted);
    void forget(const Node &node);
    void remember(Node &node);
    [[nodiscard]] QModelIndex indexFor(const Node &node) const;
    [[nodiscard]] QVariant typeData(const Node &node, int role) const;
    [[nodiscard]] QVariant entityData(const Node &node, int role) const;
    [[nodiscard]] QVariant mentionData(const Node &node, int role) const;
    [[nodiscard]] bool matches(const QString &text) const;
    [[nodiscard]] bool isShown(const Mention &mention) const;
    [[nodiscard]] EntityId draggedEntity(const QMimeData *data) const;

    QPointer<EditSession> m_session;
    QString m_filter;
    bool m_showsRejected = false;
    std::unique_ptr<Node> m_root;
    QHash<MentionId, Node *> m_mentions;
    QHash<EntityId, Node *> m_entities;
};

} // namespace dateline
