// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mentioncard.h"

#include "editing/editsession.h"
#include "ui/panels/rowpainting.h"
#include "ui/widgets/keyedtext.h"
#include "ui/widgets/dotpixmap.h"
#include "ui/widgets/typenames.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int DotSize = 9;

QString colored(const QColor &color) { return u"color: %1;"_s.arg(color.name()); }

} // namespace

MentionCard::MentionCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"mentionCard"_s);
    setAccessibleName(tr("Current mention"));

    m_dot = new QLabel;
    m_name = new QLabel;
    m_name->setObjectName(u"cardName"_s);
    m_name->setTextFormat(Qt::PlainText);
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_type = new QLabel;
    m_type->setTextFormat(Qt::PlainText);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(7);
    heading->addWidget(m_dot);
    heading->addWidget(m_name);
    heading->addWidget(m_type);
    heading->addStretch();

    m_body = new QWidget;
    auto *grid = new QGridLayout;
    grid->setContentsMargins(2, 2, 0, 6);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    grid->setColumnStretch(1, 1);
    const auto addTo = [&](const QString &caption, const QString &name) {
        auto *label = new QLabel(caption);
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        auto *value = new QLabel;
        value->setObjectName(name);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        value->setAccessibleName(caption);
        m_captions.append(label);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1);
        return value;
    };
    m_mention = addTo(tr("Mention"), u"cardMention"_s);
    m_why = addTo(tr("Why"), u"cardWhy"_s);
    m_whyRow = {m_captions.last(), m_why};
    m_confidence = addTo(tr("Confidence"), u"cardConfidence"_s);
    m_confidenceRow = {m_captions.last(), m_confidence};
    m_link = addTo(tr("Link"), u"cardLink"_s);
    m_link->setTextFormat(Qt::RichText);
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_link, &QLabel::linkActivated, this, [this] { Q_EMIT actionRequested(u"link"_s); });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    const auto addButton = [&](const QString &text, const QString &action, const QString &tip) {
        auto *button = new QPushButton;
        setKeyedText(*button, text, action);
        button->setObjectName(action + u"Button"_s);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        buttons->addWidget(button);
        return button;
    };
    addButton(tr("Accept entity %1"), u"acceptEntity"_s, tr("Accept the entity with all its mentions"))
        ->setProperty("primary", true);
    addButton(tr("Accept %1"), u"accept"_s, tr("Accept this mention"));
    addButton(tr("Reject %1"), u"reject"_s, tr("Reject this mention"));
    addButton(tr("Type… %1"), u"chooseType"_s, tr("Choose another type"));
    buttons->addStretch();

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(6);
    body->addLayout(heading);
    body->addLayout(grid);
    body->addLayout(buttons);

    m_hint = new QLabel(tr("No mention selected. Tab in the article goes to the next undecided one."));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 12, 12);
    layout->addWidget(m_body);
    layout->addWidget(m_hint);
    applyColors();
    setEmpty();
}

void MentionCard::setEmpty()
{
    m_body->hide();
    m_hint->show();
}

void MentionCard::setTheme(const Theme &theme)
{
    m_theme = theme;
    applyColors();
}

void MentionCard::applyColors()
{
    for (QLabel *label : std::as_const(m_captions))
        label->setStyleSheet(colored(m_theme.dimmed));
    m_type->setStyleSheet(colored(m_theme.dimmed));
    m_hint->setStyleSheet(colored(m_theme.dimmed));
    for (QLabel *label : {m_name, m_mention, m_why, m_confidence})
        label->setStyleSheet(colored(m_theme.text));
    // A row of four buttons must fit beside the article.
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setStyleSheet(u"padding-left: 8px; padding-right: 8px;"_s);
    setLinkText(m_linkUri);
    update();
}

void MentionCard::setLinkText(const QString &uri)
{
    m_linkUri = uri;
    const QString text = uri.isEmpty() ? tr("add… L") : tr("%1 · change… L").arg(shortLink(uri));
    m_link->setText(
        u"<a href=\"link\" style=\"color: %1; text-decoration: none\">%2</a>"_s.arg(m_theme.accent.name(), text.toHtmlEscaped()));
    m_link->setToolTip(uri.toHtmlEscaped());
}

void MentionCard::showMention(const EditSession *session, MentionId id)
{
    const Layer *layer = session ? session->layer() : nullptr;
    const Mention *mention = layer ? layer->mentions.find(id) : nullptr;
    if (!mention) {
        setEmpty();
        return;
    }
    const AnnotatedArticle &article = session->article();
    const Entity *entity = layer->entity(mention->entity);
    m_line = m_theme.colorsOf(mention->type, article.tagset).line;
    m_dot->setPixmap(dotPixmap(m_line, DotSize, DotSize, devicePixelRatioF()));
    m_name->setText(entity ? entity->name : article.text.view(mention->extent()).toString().simplified());
    m_type->setText(typeName(article.tagset, mention->type));

    const qsizetype line = article.text.view({0, mention->extent().begin}).count(u'\n') + 1;
    int live = 0;
    int undecided = 0;
    const QList<MentionId> siblings = entity ? layer->mentionsOf(entity->id) : QList<MentionId>{id};
    for (MentionId sibling : siblings) {
        const Mention *other = layer->mentions.find(sibling);
        live += other && other->isLive() ? 1 : 0;
        undecided += other && other->status == Status::Suggested ? 1 : 0;
    }
    m_mention->setText(tr("%1 of %2 undecided, this one at line %3").arg(undecided).arg(live).arg(line));
    m_why->setText(mention->why);
    for (QWidget *widget : std::as_const(m_whyRow))
        widget->setVisible(!mention->why.isEmpty());
    m_confidence->setText(QLocale::c().toString(mention->confidence, 'f', 2));
    for (QWidget *widget : std::as_const(m_confidenceRow))
        widget->setVisible(mention->confidence >= 0);
    setLinkText(mention->link.isEmpty() && entity ? entity->link : mention->link);
    m_hint->hide();
    m_body->show();
}

void MentionCard::paintEvent(QPaintEvent *) { paintCardGround(*this, m_theme); }

} // namespace dateline
