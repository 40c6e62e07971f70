// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/entitytreemodel.h"

#include "editing/editsession.h"
#include "itemmodels/textcontext.h"

#include <QMimeData>
#include <QSet>

#include <algorithm>
#include <unordered_map>
#include <map>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr QLatin1StringView EntityMime{"application/x-dateline-entity"};
QString lastPart(const QString &uri)
{
    qsizetype end = uri.size();
    while (end > 0 && uri[end - 1] == u'/')
        --end;
    const qsizetype slash = std::max(uri.lastIndexOf(u'/', end - 1),
                                     std::max(uri.lastIndexOf(u'#', end - 1), uri.lastIndexOf(u':', end - 1)));
    return uri.mid(slash + 1, end - slash - 1);
}

} // namespace

struct EntityTreeModel::Node
{
    Kind kind = Kind::Type;
    QString key;
    QString type;
    QString name; ///< of a row of mentions without entity
    EntityId entity = 0;
    MentionId mention = 0;
    int mentions = 0;
    int reviewed = 0;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    Node &append(std::unique_ptr<Node> child)
    {
        child->parent = this;
        child->row = int(children.size());
        children.push_back(std::move(child));
        return *children.back();
    }
    void renumber(size_t from)
    {
        for (size_t i = from; i < children.size(); ++i)
            children[i]->row = int(i);
    }
};

EntityTreeModel::EntityTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) { }
EntityTreeModel::~EntityTreeModel() = default;

EditSession *EntityTreeModel::session() const { return m_session; }

void EntityTreeModel::setSession(EditSession *session)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    beginResetModel();
    m_session = session;
    m_mentions.clear();
    m_entities.clear();
    m_root = build();
    for (const auto &child : m_root->children)
        remember(*child);
    endResetModel();
    if (session) {
        connect(session, &EditSession::changed, this, &EntityTreeModel::follow);
        connect(session, &QObject::destroyed, this, [this] { setSession(nullptr); });
    }
}

void EntityTreeModel::setFilter(const QString &filter)
{
    if (filter.trimmed() == m_filter)
        return;
    m_filter = filter.trimmed();
    refresh();
}

void EntityTreeModel::setShowRejected(bool show)
{
    if (show == m_showsRejected)
        return;
    m_showsRejected = show;
    refresh();
}

bool EntityTreeModel::matches(const QString &text) const { return text.contains(m_filter, Qt::CaseInsensitive); }

bool EntityTreeModel::isShown(const Mention &mention) const
{
    return mention.isLive() || (m_showsRejected && mention.status == Status::Rejected);
}

std::unique_ptr<EntityTreeModel::Node> EntityTreeModel::build() const
{
    auto root = std::make_unique<Node>();
    const Layer *layer = m_session ? m_session->layer() : nullptr;
    if (!layer)
        return root;
    const AnnotatedArticle &article = m_session->article();

    std::unordered_map<QString, std::unique_ptr<Node>> groups;
    QStringList unknownTypes;
    QHash<QString, Node *> rows;
    QHash<Node *, bool> isMatching;
    layer->mentions.forEach([&](const Mention &mention) {
        if (!isShown(mention))
            return;
        const Entity *entity = layer->entity(mention.entity);
        const QString type = entity ? entity->type : mention.type;
        const QString text = article.text.view(mention.extent()).toString().simplified();
        const QString key = entity ? u"e%1"_s.arg(entity->id)
                                   : u"t%1/%2"_s.arg(type, mention.norm.isEmpty() ? text.toCaseFolded() : mention.norm);
        auto &group = groups[type];
        if (!group) {
            group = std::make_unique<Node>();
            group->type = type;
            group->key = u"g"_s + type;
            if (article.tagset.indexOf(type) < 0)
                unknownTypes.append(type);
        }
        Node *&row = rows[key];
        if (!row) {
            auto node = std::make_unique<Node>();
            node->kind = Kind::Entity;
            node->key = key;
            node->type = type;
            node->entity = entity ? entity->id : 0;
            node->name = entity ? entity->name : text;
            row = &group->append(std::move(node));
            isMatching[row] = m_filter.isEmpty() || matches(row->name) || (entity && matches(entity->link));
        }
        if (!m_filter.isEmpty() && !isMatching[row] && (matches(text) || matches(mention.norm)))
            isMatching[row] = true;
        auto node = std::make_unique<Node>();
        node->kind = Kind::Mention;
        node->key = u"m%1"_s.arg(mention.id);
        node->type = mention.type;
        node->entity = mention.entity;
        node->mention = mention.id;
        row->append(std::move(node));
        if (mention.isLive()) {
            ++row->mentions;
            if (mention.status == Status::Accepted)
                ++row->reviewed;
        }
    });

    QStringList order;
    for (const TypeDefinition &type : article.tagset.types)
        order.append(type.id);
    order += unknownTypes;
    for (const QString &type : std::as_const(order)) {
        auto found = groups.find(type);
        if (found == groups.end())
            continue;
        std::unique_ptr<Node> group = std::move(found->second);
        std::erase_if(group->children, [&](const auto &row) { return !isMatching.value(row.get()); });
        if (group->children.empty())
            continue;
        group->renumber(0);
        for (const auto &row : group->children) {
            group->mentions += row->mentions;
            group->reviewed += row->reviewed;
        }
        root->append(std::move(group));
    }
    return root;
}

void EntityTreeModel::remember(Node &node)
{
    if (node.kind == Kind::Mention)
        m_mentions.insert(node.mention, &node);
    else if (node.kind == Kind::Entity && node.entity != 0)
        m_entities.insert(node.entity, &node);
    for (const auto &child : node.children)
        remember(*child);
}

void EntityTreeModel::forget(const Node &node)
{
    if (node.kind == Kind::Mention && m_mentions.value(node.mention) == &node)
        m_mentions.remove(node.mention);
    else if (node.kind == Kind::Entity && m_entities.value(node.entity) == &node)
        m_entities.remove(node.entity);
    for (const auto &child : node.children)
        forget(*child);
}

void EntityTreeModel::takeValues(Node &present, const Node &wanted)
{
    present.type = wanted.type;
    present.name = wanted.name;
    present.entity = wanted.entity;
    present.mentions = wanted.mentions;
    present.reviewed = wanted.reviewed;
}

void EntityTreeModel::synchronise(Node &present, Node &wanted)
{
    QSet<QString> wantedKeys;
    for (const auto &child : wanted.children)
        wantedKeys.insert(child->key);
    const auto parentIndex = [&] { return indexFor(present); };
    for (size_t i = present.children.size(); i-- > 0;) {
        if (wantedKeys.contains(present.children[i]->key))
            continue;
        beginRemoveRows(parentIndex(), int(i), int(i));
        forget(*present.children[i]);
        present.children.erase(present.children.begin() + qptrdiff(i));
        present.renumber(i);
        endRemoveRows();
    }
    for (size_t i = 0; i < wanted.children.size(); ++i) {
        Node &target = *wanted.children[i];
        if (i < present.children.size() && present.children[i]->key == target.key) {
            takeValues(*present.children[i], target);
            synchronise(*present.children[i], target);
            continue;
        }
        size_t at = i + 1;
        while (at < present.children.size() && present.children[at]->key != target.key)
            ++at;
        if (at < present.children.size()) {
            // A known row that changed its place moves, so that views keep it open and selected.
            beginMoveRows(parentIndex(), int(at), int(at), parentIndex(), int(i));
            auto node = std::move(present.children[at]);
            present.children.erase(present.children.begin() + qptrdiff(at));
            present.children.insert(present.children.begin() + qptrdiff(i), std::move(node));
            present.renumber(i);
            endMoveRows();
            takeValues(*present.children[i], target);
            synchronise(*present.children[i], target);
            continue;
        }
        beginInsertRows(parentIndex(), int(i), int(i));
        auto node = std::move(wanted.children[i]);
        node->parent = &present;
        remember(*node);
        present.children.insert(present.children.begin() + qptrdiff(i), std::move(node));
        present.renumber(i);
        endInsertRows();
    }
    if (!present.children.empty())
        Q_EMIT dataChanged(indexFor(*present.children.front()), indexFor(*present.children.back()));
}

void EntityTreeModel::refresh()
{
    std::unique_ptr<Node> wanted = build();
    if (m_root->children.empty() && !wanted->children.empty()) {
        // From nothing to everything: one reset costs less than a signal a row.
        beginResetModel();
        m_root = std::move(wanted);
        for (const auto &child : m_root->children)
            remember(*child);
        endResetModel();
        return;
    }
    synchronise(*m_root, *wanted);
}

bool EntityTreeModel::updateInPlace(const ArticleChange &change)
{
    const Layer *layer = m_session->layer();
    if (change.isReset || change.hasLayerChanged || !change.entities.isEmpty() || !change.added.isEmpty()
        || !change.removed.isEmpty() || !layer || !m_filter.isEmpty())
        return false;
    for (MentionId id : change.changed) {
        const Mention *mention = layer->mentions.find(id);
        const Node *node = m_mentions.value(id);
        if (!mention || !node || !isShown(*mention) || mention->entity != node->entity || mention->type != node->type
            || node->parent->entity == 0)
            return false;
        // A moved mention may change places with its neighbours.
        const auto &siblings = node->parent->children;
        const auto begin = [&](const Node &other) { return layer->mentions.find(other.mention)->extent().begin; };
        const qsizetype at = mention->extent().begin;
        if ((node->row > 0 && begin(*siblings[size_t(node->row) - 1]) > at)
            || (size_t(node->row) + 1 < siblings.size() && begin(*siblings[size_t(node->row) + 1]) < at))
            return false;
    }
    QSet<Node *> rows;
    for (MentionId id : change.changed) {
        Node *node = m_mentions.value(id);
        const QModelIndex index = indexFor(*node);
        Q_EMIT dataChanged(index, index);
        rows.insert(node->parent);
    }
    for (Node *row : std::as_const(rows)) {
        int live = 0;
        int reviewed = 0;
        for (const auto &child : row->children) {
            const Mention *mention = layer->mentions.find(child->mention);
            live += mention->isLive() ? 1 : 0;
            reviewed += mention->status == Status::Accepted ? 1 : 0;
        }
        row->parent->mentions += live - row->mentions;
        row->parent->reviewed += reviewed - row->reviewed;
        row->mentions = live;
        row->reviewed = reviewed;
        const QModelIndex index = indexFor(*row);
        Q_EMIT dataChanged(index, index);
        Q_EMIT dataChanged(index.parent(), index.parent());
    }
    return true;
}

void EntityTreeModel::follow(const ArticleChange &change)
{
    if (!updateInPlace(change))
        refresh();
}

QModelIndex EntityTreeModel::indexFor(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex EntityTreeModel::indexOfMention(MentionId mention) const
{
    const Node *node = m_mentions.value(mention);
    return node ? indexFor(*node) : QModelIndex();
}

QModelIndex EntityTreeModel::indexOfEntity(EntityId entity) const
{
    const Node *node = m_entities.value(entity);
    return node ? indexFor(*node) : QModelIndex();
}

QModelIndex EntityTreeModel::indexOfType(const QString &type) const
{
    for (const auto &child : m_root->children) {
        if (child->type == type)
            return indexFor(*child);
    }
    return {};
}

QModelIndex EntityTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *node = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    if (column != 0 || row < 0 || size_t(row) >= node->children.size())
        return {};
    return createIndex(row, 0, node->children[size_t(row)].get());
}

QModelIndex EntityTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return indexFor(*static_cast<const Node *>(index.internalPointer())->parent);
}

int EntityTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const Node *node = parent.isValid() ? static_cast<const Node *>(parent.internalPointer()) : m_root.get();
    return int(node->children.size());
}

int EntityTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant EntityTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_session)
        return {};
    const Node &node = *static_cast<const Node *>(index.internalPointer());
    switch (role) {
    case KindRole:
        return int(node.kind);
    case TypeRole:
        return node.type;
    case EntityRole:
        return node.entity;
    case MentionRole:
        return node.mention;
    case KeyRole:
        return node.key;
    case MentionCountRole:
        return node.mentions;
    case ReviewedCountRole:
        return node.reviewed;
    default:
        break;
    }
    switch (node.kind) {
    case Kind::Type:
        return typeData(node, role);
    case Kind::Entity:
        return entityData(node, role);
    case Kind::Mention:
        return mentionData(node, role);
    }
    return {};
}

QVariant EntityTreeModel::typeData(const Node &node, int role) const
{
    if (role == EntityCountRole)
        return int(node.children.size());
    if (role == Qt::DisplayRole) {
        const TypeDefinition *type = m_session->article().tagset.find(node.type);
        return type && !type->name.isEmpty() ? type->name : node.type;
    }
    return {};
}

QVariant EntityTreeModel::entityData(const Node &node, int role) const
{
    const Layer *layer = m_session->layer();
    const Entity *entity = layer ? layer->entity(node.entity) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return entity ? entity->name : node.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 of %3 accepted").arg(entity ? entity->name : node.name).arg(node.reviewed).arg(node.mentions);
    case LinkRole:
        return entity ? entity->link : QString();
    case LinkIdRole: {
        if (entity && !entity->link.isEmpty())
            return lastPart(entity->link);
        const Mention *first = layer && !node.children.empty() ? layer->mentions.find(node.children.front()->mention) : nullptr;
        return first ? first->norm : QString();
    }
    default:
        return {};
    }
}

QVariant EntityTreeModel::mentionData(const Node &node, int role) const
{
    const Layer *layer = m_session->layer();
    const Mention *mention = layer ? layer->mentions.find(node.mention) : nullptr;
    if (!mention)
        return {};
    const ArticleText &text = m_session->article().text;
    switch (role) {
    case Qt::DisplayRole:
        return text.view(mention->extent()).toString();
    case Qt::AccessibleTextRole:
    case ContextRole:
        return contextOf(text, mention->extent()).text;
    case ContextBeginRole:
        return contextOf(text, mention->extent()).begin;
    case ContextLengthRole:
        return contextOf(text, mention->extent()).length;
    case StatusRole:
        return int(mention->status);
    case ConfidenceRole:
        return mention->confidence;
    case UnsureRole:
        return mention->isUnsure;
    case WhyRole:
        return mention->why;
    default:
        return {};
    }
}

Qt::ItemFlags EntityTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const Node &node = *static_cast<const Node *>(index.internalPointer());
    if (node.kind == Kind::Entity && node.entity != 0)
        flags |= Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    if (node.kind == Kind::Mention)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QStringList EntityTreeModel::mimeTypes() const { return {EntityMime}; }

QMimeData *EntityTreeModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(EntityMime, QByteArray::number(indexes.first().data(EntityRole).toUInt()));
    data->setText(indexes.first().data().toString());
    return data;
}

Qt::DropActions EntityTreeModel::supportedDropActions() const { return Qt::MoveAction | Qt::CopyAction; }

EntityId EntityTreeModel::draggedEntity(const QMimeData *data) const { return data ? data->data(EntityMime).toUInt() : 0; }

bool EntityTreeModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    const EntityId from = draggedEntity(data);
    const EntityId into = parent.isValid() ? parent.data(EntityRole).toUInt() : 0;
    return from != 0 && into != 0 && from != into && parent.data(KindRole).toInt() == int(Kind::Entity);
}

bool EntityTreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT mergeRequested(draggedEntity(data), parent.data(EntityRole).toUInt());
    // False: the view must not remove the dragged row by itself.
    return false;
}

} // namespace dateline
