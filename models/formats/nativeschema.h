// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringView>
#include <QXmlStreamAttributes>

namespace dateline {

/// The structure and vocabulary of version 1 of the native format, held against one element
/// after the other while a file is read; says the same as annotated-article-1.xsd. Elements of
/// foreign namespaces are not shown to it. One thread.
class NativeSchema
{
public:
    /// Enters an element; returns a translated sentence for each thing that is wrong with its
    /// place, order and attributes.
    [[nodiscard]] QStringList enter(QStringView name, const QXmlStreamAttributes &attributes);
    /// Leaves the innermost element; returns what is missing in it.
    [[nodiscard]] QStringList leave();
    /// True when the innermost element may hold text.
    [[nodiscard]] bool allowsText() const;
    /// True when foreign elements are kept in the innermost element (the root, a layer, a review).
    [[nodiscard]] bool allowsForeign() const;
    /// Name of the innermost element; empty outside.
    [[nodiscard]] QString current() const { return m_stack.isEmpty() ? QString() : m_stack.last().name; }
    /// Name of the one around it; empty: none.
    [[nodiscard]] QString parent() const { return m_stack.size() < 2 ? QString() : m_stack[m_stack.size() - 2].name; }

private:
    struct Level
    {
        QString name;
        const void *rule = nullptr; ///< null: unknown element, whose content is not judged
        int reached = -1;           ///< position among the parent's children in their order
        QStringList seen;           ///< children that may come once, and those required
        bool isOutOfOrder = false;  ///< reported already
    };
    QList<Level> m_stack;
};

} // namespace dateline
