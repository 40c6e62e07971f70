// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/layercomparison.h"
#include "text/articletext.h"

#include <QAbstractListModel>

namespace dateline {

/// The differences of two layers in order of place, one a row, or those of some kinds only. Takes a
/// comparison that was made elsewhere and keeps it; a newer one changes only the rows that differ,
/// so that a view keeps its place. Gives ids, enums, numbers and strings; the look is the delegate's.
/// GUI thread. Offsets UTF-16 of the article's text.
class DifferencesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindsRole = Qt::UserRole + 1, ///< int of DifferenceKinds
        MentionARole,                 ///< MentionId; 0: that side has none here
        MentionBRole,
        TextARole, ///< parts of a discontinuous mention with " … " between; empty: no mention
        TextBRole,
        TypeARole, ///< type id
        TypeBRole,
        EntityARole, ///< name; empty: none
        EntityBRole,
        LinkARole, ///< URI of the mention, else of its entity; empty: none
        LinkBRole,
        NormARole, ///< normal form; empty: none
        NormBRole,
        NoteARole, ///< all notes; empty: none
        NoteBRole,
        BeginRole, ///< of the place
        EndRole,
        LineRole,         ///< of the text, from 1
        ContextRole,      ///< text around the place, one line
        ContextBeginRole, ///< where the place begins in the context
        ContextLengthRole,
    };

    explicit DifferencesModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    void setComparison(const LayerComparison &comparison, const ArticleText &text);
    void clear();
    [[nodiscard]] const LayerComparison &comparison() const { return m_comparison; }
    /// Shows the differences that have one of these kinds; none: all of them.
    void setShownKinds(DifferenceKinds kinds);
    [[nodiscard]] DifferenceKinds shownKinds() const { return m_shown; }
    /// How many differences have the kind, shown or not.
    [[nodiscard]] int count(DifferenceKind kind) const;

    /// Pre: 0 <= row < rowCount().
    [[nodiscard]] const Difference &at(int row) const { return m_rows.at(row); }
    /// The row of a mention of the first layer; -1: it does not differ, or is not shown.
    [[nodiscard]] int rowOfMention(MentionId a) const;
    /// The first row that begins at `offset` or later; rowCount(): none.
    [[nodiscard]] int rowFrom(qsizetype offset) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// "Missing", "Normal form", in the user's language.
    [[nodiscard]] static QString kindName(DifferenceKind kind);
    /// "Boundary · Type".
    [[nodiscard]] static QString kindNames(DifferenceKinds kinds);

private:
    void showRows(const QList<Difference> &rows);
    [[nodiscard]] QList<Difference> wanted() const;
    [[nodiscard]] QVariant sideData(const Layer &layer, MentionId id, int role) const;

    LayerComparison m_comparison;
    ArticleText m_text;
    DifferenceKinds m_shown;
    QList<Difference> m_rows;
};

} // namespace dateline
