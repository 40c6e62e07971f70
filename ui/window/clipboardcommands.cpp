// SPDX-License-Identifier: Apache-2.0
#include "ui/window/clipboardcommands.h"

#include "ui/view/articleview.h"
#include "ui/widgets/typenames.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/taggingcontroller.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// A cell of a table for a spreadsheet: tabs and line ends would break the row.
QString cell(const QString &text) { return text.simplified(); }

} // namespace

ClipboardCommands::ClipboardCommands(MainWindow &window) : QObject(&window), m_window(window)
{
    Actions &actions = m_window.actions();
    const auto on = [&](const QString &name, auto slot) { connect(actions[name], &QAction::triggered, this, slot); };
    on(u"copy"_s, [this] {
        const QString text = m_window.view().selectedText();
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
        else
            copyMention();
    });
    on(u"copyMention"_s, [this] { copyMention(); });
    on(u"copyEntity"_s, [this] { copyEntity(); });
    on(u"copyTable"_s, [this] { copyTable(); });
}

EditSession *ClipboardCommands::session() const { return m_window.articles().current(); }

void ClipboardCommands::copyMention()
{
    const MentionId id = m_window.tagging().currentMention();
    if (id == 0)
        return;
    const Mention *mention = session()->layer()->mentions.find(id);
    QGuiApplication::clipboard()->setText(session()->article().text.view(mention->extent()).toString());
}

void ClipboardCommands::copyEntity()
{
    const EntityId id = m_window.tagging().currentEntity();
    if (id == 0)
        return;
    QGuiApplication::clipboard()->setText(session()->layer()->entity(id)->name);
}

void ClipboardCommands::copyTable()
{
    if (!session() || !session()->layer())
        return;
    const AnnotatedArticle &article = session()->article();
    const Layer &layer = *session()->layer();
    QStringList lines{
        QStringList{tr("Text"), tr("Type"), tr("Entity"), tr("Status"), tr("Line"), tr("Normal form"), tr("Link")}.join(u'\t')};
    layer.mentions.forEach([&](const Mention &mention) {
        if (!mention.isLive())
            return;
        const Entity *entity = layer.entity(mention.entity);
        lines.append(QStringList{cell(article.text.view(mention.extent()).toString()), typeName(article.tagset, mention.type),
                                 entity ? cell(entity->name) : QString(), toName(mention.status),
                                 QString::number(article.text.offsets().lineColumn(mention.extent().begin).line), mention.norm,
                                 entity && mention.link.isEmpty() ? entity->link : mention.link}
                         .join(u'\t'));
    });
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
    m_window.tell(tr("Copied %n mention(s) as a table", nullptr, int(lines.size()) - 1));
}

} // namespace dateline
