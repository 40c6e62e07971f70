// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace dateline {

class EditSession;

/// The open articles in the order of opening, with their state. Sessions are borrowed: who owns
/// them removes them here before they die. GUI thread.
class OpenArticlesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< file name
        ModifiedRole,                ///< bool
        MentionCountRole,            ///< all that are or were suggested, and own ones
        ReviewedCountRole,           ///< those decided
        StageRole,                   ///< int of Stage of the layer shown; -1: none
        StageByRole,                 ///< name of who gave it that stage last; empty: nobody yet
        StageAtRole,                 ///< QDateTime of that, UTC
    };

    explicit OpenArticlesModel(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    void append(EditSession *session);
    void replace(EditSession *old, EditSession *fresh);
    void remove(EditSession *session);
    [[nodiscard]] int rowOf(const EditSession *session) const;
    [[nodiscard]] EditSession *sessionAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void follow(EditSession *session);
    void touch(EditSession *session);

    QList<EditSession *> m_sessions;
};

/// How far a layer is decided: rejected suggestions count as reviewed, withdrawn mentions not at all.
struct ReviewProgress
{
    int reviewed = 0;
    int total = 0;
};
[[nodiscard]] ReviewProgress reviewProgress(const EditSession &session);

} // namespace dateline
