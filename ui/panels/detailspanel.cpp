// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/detailspanel.h"

#include "editing/editsession.h"
#include "ui/widgets/typenames.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyleOptionButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// The words of the file format as a reader sees them; others are shown as they are.
QString actionText(const QString &action)
{
    static const QHash<QString, const char *> words = {
        {u"accept"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "accepted")},
        {u"reject"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "rejected")},
        {u"retype"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed the type")},
        {u"move"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "moved")},
        {u"link"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "linked")},
        {u"normalise"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed the normal form")},
        {u"group"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed the entity")},
        {u"withdraw"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "withdrew")},
        {u"restore"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "restored")},
        {u"add"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "added")},
        {u"note"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed the note")},
        {u"unsure"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed “unsure”")},
        {u"attribute"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "changed an attribute")},
        {u"rename"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "renamed")},
        {u"merge"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "merged")},
        {u"split"_s, QT_TRANSLATE_NOOP("dateline::DetailsPanel", "split off")},
    };
    const char *word = words.value(action);
    return word ? DetailsPanel::tr(word) : action;
}

QString ownNote(const EditSession &session, const Mention &mention)
{
    const Agent *agent = session.article().agentByUid(session.author().uid);
    for (const Note &note : mention.notes) {
        if (agent && note.by == agent->id)
            return note.text;
    }
    return {};
}

/// A check box whose outline can be seen in every theme: styles derive theirs from the ground.
class ThemedCheckBox final : public QCheckBox
{
public:
    using QCheckBox::QCheckBox;
    Theme theme = Theme::light();

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box =
            QRectF(style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(isChecked() || hasFocus() ? theme.accent : theme.dimmed, hasFocus() ? 1.6 : 1));
        painter.setBrush(isChecked() ? theme.accent : theme.field);
        painter.drawRoundedRect(box, 3, 3);
        if (isChecked()) {
            painter.setPen(QPen(theme.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF tick[] = {box.topLeft() + QPointF(box.width() * 0.24, box.height() * 0.54),
                                    box.topLeft() + QPointF(box.width() * 0.43, box.height() * 0.73),
                                    box.topLeft() + QPointF(box.width() * 0.78, box.height() * 0.30)};
            painter.drawPolyline(tick, 3);
        }
        painter.setPen(theme.text);
        const QRect label = style()->subElementRect(QStyle::SE_CheckBoxContents, &option, this);
        painter.drawText(label,
                         int(Qt::AlignVCenter | Qt::TextShowMnemonic | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                         text());
    }
};

constexpr int NameColumn = 0;
constexpr int ValueColumn = 1;

} // namespace

class DetailsPanel::Private : public QObject
{
public:
    explicit Private(DetailsPanel &panel);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void load();
    void loadAttributes(const Mention &shown);
    void loadHistory(const Mention &shown, const Entity *entity);
    void commitNote();
    void commitAttribute(QTableWidgetItem *item);
    void edit(QLineEdit *field);
    QLineEdit *addField(const QString &caption, const QString &name);
    [[nodiscard]] const Mention *mention() const;
    [[nodiscard]] const Entity *entity() const;

    DetailsPanel &q;
    QPointer<EditSession> session;
    MentionId current = 0;
    Theme theme = Theme::light();
    bool isLoading = false;

    QScrollArea *area = nullptr;
    QWidget *form = nullptr;
    QFormLayout *layout = nullptr;
    QLabel *empty = nullptr;
    QComboBox *type = nullptr;
    QLabel *text = nullptr;
    QLineEdit *name = nullptr;
    QLineEdit *norm = nullptr;
    QLineEdit *link = nullptr;
    QPlainTextEdit *note = nullptr;
    QLabel *otherNotes = nullptr;
    ThemedCheckBox *unsure = nullptr;
    QTableWidget *attributes = nullptr;
    QLabel *why = nullptr;
    QLabel *confidence = nullptr;
    QLabel *history = nullptr;
};

DetailsPanel::Private::Private(DetailsPanel &panel) : q(panel)
{
    form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(14, 12, 14, 14);
    layout = new QFormLayout;
    column->addLayout(layout);
    column->addStretch(1);
    layout->setVerticalSpacing(9);
    layout->setHorizontalSpacing(12);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);

    const auto addText = [this](const QString &caption, const QString &objectName) {
        auto *label = new QLabel;
        label->setObjectName(objectName);
        label->setAccessibleName(caption);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addRow(caption, label);
        return label;
    };
    text = addText(DetailsPanel::tr("Text"), u"detailsText"_s);
    QFont bold = text->font();
    bold.setBold(true);
    text->setFont(bold);
    type = new QComboBox;
    type->setObjectName(u"detailsType"_s);
    type->setAccessibleName(DetailsPanel::tr("Type"));
    layout->addRow(DetailsPanel::tr("Type"), type);
    name = addField(DetailsPanel::tr("Entity"), u"detailsEntity"_s);
    norm = addField(DetailsPanel::tr("Normal form"), u"detailsNorm"_s);
    link = addField(DetailsPanel::tr("Link"), u"detailsLink"_s);
    link->setPlaceholderText(u"https://www.wikidata.org/entity/…"_s);
    note = new QPlainTextEdit;
    note->setObjectName(u"detailsNote"_s);
    note->setAccessibleName(DetailsPanel::tr("Note"));
    note->setTabChangesFocus(true);
    note->setFixedHeight(note->fontMetrics().lineSpacing() * 3 + 20);
    note->installEventFilter(this);
    layout->addRow(DetailsPanel::tr("Note"), note);
    otherNotes = addText(DetailsPanel::tr("Other notes"), u"detailsOtherNotes"_s);
    unsure = new ThemedCheckBox(DetailsPanel::tr("Unsure"));
    unsure->setObjectName(u"detailsUnsure"_s);
    unsure->installEventFilter(this);
    layout->addRow(QString(), unsure);
    attributes = new QTableWidget(0, 2);
    attributes->setObjectName(u"detailsAttributes"_s);
    attributes->setAccessibleName(DetailsPanel::tr("Attributes"));
    attributes->setHorizontalHeaderLabels({DetailsPanel::tr("Name"), DetailsPanel::tr("Value")});
    attributes->horizontalHeader()->setStretchLastSection(true);
    attributes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    attributes->verticalHeader()->hide();
    attributes->setShowGrid(true);
    attributes->setTabKeyNavigation(false);
    attributes->setFixedHeight(attributes->fontMetrics().height() * 5 + 24);
    attributes->installEventFilter(this);
    layout->addRow(DetailsPanel::tr("Attributes"), attributes);
    why = addText(DetailsPanel::tr("Why"), u"detailsWhy"_s);
    confidence = addText(DetailsPanel::tr("Confidence"), u"detailsConfidence"_s);
    history = addText(DetailsPanel::tr("History"), u"detailsHistory"_s);
    for (int row = 0; row < layout->rowCount(); ++row) {
        if (QLayoutItem *item = layout->itemAt(row, QFormLayout::LabelRole); item && item->widget())
            item->widget()->setProperty("caption", true);
    }

    area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(form);
    empty = new QLabel(DetailsPanel::tr("No mention selected."));
    empty->setMargin(14);
    empty->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *outer = new QVBoxLayout(&q);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    outer->addWidget(empty);
    QWidget *const order[] = {type, name, norm, link, note, unsure, attributes};
    for (size_t i = 1; i < std::size(order); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);

    connect(type, &QComboBox::activated, this, [this](int index) {
        const Mention *shown = mention();
        const QString chosen = type->itemData(index).toString();
        if (shown && shown->type != chosen)
            Q_EMIT q.typeChosen(current, chosen);
    });
    connect(name, &QLineEdit::editingFinished, this, [this] {
        const Entity *shown = entity();
        const QString wanted = name->text().trimmed();
        if (shown && !wanted.isEmpty() && wanted != shown->name)
            Q_EMIT q.entityRenamed(shown->id, wanted);
        else if (shown && wanted.isEmpty())
            name->setText(shown->name);
    });
    connect(norm, &QLineEdit::editingFinished, this, [this] {
        const Mention *shown = mention();
        if (shown && norm->text().trimmed() != shown->norm)
            Q_EMIT q.normChanged(current, norm->text().trimmed());
    });
    connect(link, &QLineEdit::editingFinished, this, [this] {
        const Entity *shown = entity();
        if (shown && link->text().trimmed() != shown->link)
            Q_EMIT q.entityLinked(shown->id, link->text().trimmed());
    });
    connect(unsure, &QCheckBox::clicked, this, [this](bool checked) {
        if (mention())
            Q_EMIT q.unsureChanged(current, checked);
    });
    connect(attributes, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) { commitAttribute(item); });
}

QLineEdit *DetailsPanel::Private::addField(const QString &caption, const QString &objectName)
{
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setAccessibleName(caption);
    field->installEventFilter(this);
    layout->addRow(caption, field);
    return field;
}

const Mention *DetailsPanel::Private::mention() const
{
    const Layer *layer = session ? session->layer() : nullptr;
    return layer ? layer->mentions.find(current) : nullptr;
}

const Entity *DetailsPanel::Private::entity() const
{
    const Mention *shown = mention();
    return shown ? session->layer()->entity(shown->entity) : nullptr;
}

bool DetailsPanel::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == note && event->type() == QEvent::FocusOut)
        commitNote();
    if (event->type() == QEvent::ShortcutOverride) {
        // While a field is edited, the keys that end the editing are not the window's.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape || (isReturn && watched == note)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            // Reverted before the focus goes, so that losing it commits nothing.
            load();
            Q_EMIT q.editingFinished();
            return true;
        }
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && watched == note && key->modifiers() == Qt::ControlModifier) {
            commitNote();
            Q_EMIT q.editingFinished();
            return true;
        }
        if (isReturn && qobject_cast<QLineEdit *>(watched) && key->modifiers() == Qt::NoModifier) {
            const QPointer<DetailsPanel> panel(&q);
            Q_EMIT static_cast<QLineEdit *>(watched)->editingFinished();
            if (panel)
                Q_EMIT q.editingFinished();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void DetailsPanel::Private::commitNote()
{
    const Mention *shown = mention();
    const QString wanted = note->toPlainText().trimmed();
    if (shown && wanted != ownNote(*session, *shown))
        Q_EMIT q.noteChanged(current, wanted);
}

void DetailsPanel::Private::commitAttribute(QTableWidgetItem *item)
{
    const Mention *shown = mention();
    if (isLoading || !shown)
        return;
    const auto textAt = [&](int column) {
        const QTableWidgetItem *cell = attributes->item(item->row(), column);
        return cell ? cell->text().trimmed() : QString();
    };
    const QString attribute = textAt(NameColumn);
    const QString value = textAt(ValueColumn);
    const bool isNew = item->row() >= shown->attributes.size();
    // A new attribute is complete when it has both; an empty value removes an existing one.
    if (attribute.isEmpty() || (isNew && value.isEmpty()))
        return;
    if (!isNew && shown->attributes.at(item->row()).value == value)
        return;
    Q_EMIT q.attributeChanged(current, attribute, value);
}

void DetailsPanel::Private::edit(QLineEdit *field)
{
    area->ensureWidgetVisible(field);
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

void DetailsPanel::Private::load()
{
    const QScopedValueRollback loading(isLoading, true);
    const Mention *shown = mention();
    area->setVisible(shown);
    empty->setVisible(!shown);
    if (!shown)
        return;
    const Entity *shared = entity();
    const QSignalBlocker quiet(type);
    type->clear();
    for (const TypeDefinition &definition : session->article().tagset.types)
        type->addItem(typeName(session->article().tagset, definition.id), definition.id);
    if (type->findData(shown->type) < 0)
        type->addItem(shown->type, shown->type);
    type->setCurrentIndex(type->findData(shown->type));

    text->setText(session->article().text.view(shown->extent()).toString().simplified());
    const auto put = [](QLineEdit *field, const QString &value) {
        if (field->text() != value)
            field->setText(value);
    };
    put(name, shared ? shared->name : QString());
    name->setEnabled(shared);
    put(norm, shown->norm);
    put(link, shared ? shared->link : shown->link);
    link->setEnabled(shared);
    const QString own = ownNote(*session, *shown);
    if (note->toPlainText() != own)
        note->setPlainText(own);
    unsure->setChecked(shown->isUnsure);

    QStringList others;
    const Agent *self = session->article().agentByUid(session->author().uid);
    for (const Note &other : shown->notes) {
        if (self && other.by == self->id)
            continue;
        const Agent *by = session->article().agent(other.by);
        others.append(by && !by->name.isEmpty() ? DetailsPanel::tr("%1: %2").arg(by->name, other.text) : other.text);
    }
    otherNotes->setText(others.join(u'\n'));
    why->setText(shown->why);
    confidence->setText(shown->confidence >= 0 ? QLocale::c().toString(shown->confidence, 'f', 2) : QString());
    loadAttributes(*shown);
    loadHistory(*shown, shared);
    for (QLabel *label : {otherNotes, why, confidence, history})
        layout->setRowVisible(label, !label->text().isEmpty());
}

void DetailsPanel::Private::loadAttributes(const Mention &shown)
{
    const int rows = int(shown.attributes.size());
    attributes->setRowCount(rows + 1);
    for (int row = 0; row <= rows; ++row) {
        const Attribute attribute = row < rows ? shown.attributes.at(row) : Attribute{};
        auto *nameItem = new QTableWidgetItem(attribute.name);
        if (row < rows)
            nameItem->setFlags(nameItem->flags() & ~Qt::ItemIsEditable);
        attributes->setItem(row, NameColumn, nameItem);
        attributes->setItem(row, ValueColumn, new QTableWidgetItem(attribute.value));
    }
}

void DetailsPanel::Private::loadHistory(const Mention &shown, const Entity *shared)
{
    QStringList lines;
    const auto add = [&](const QList<Event> &events) {
        for (const Event &event : events) {
            const Agent *by = session->article().agent(event.by);
            QString line = DetailsPanel::tr("%1 · %2 %3")
                               .arg(QLocale().toString(event.at.toLocalTime(), QLocale::ShortFormat),
                                    by ? by->name : DetailsPanel::tr("Unknown"), actionText(event.action));
            if (!event.from.isEmpty() || !event.to.isEmpty())
                line += u"\n    "_s + (event.from.isEmpty() ? u"–"_s : event.from) + u" → "_s
                      + (event.to.isEmpty() ? u"–"_s : event.to);
            lines.append(line);
        }
    };
    add(shown.events);
    if (shared)
        add(shared->events);
    history->setText(lines.join(u'\n'));
}

DetailsPanel::DetailsPanel(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(*this))
{
    setObjectName(u"detailsPanel"_s);
    setAccessibleName(tr("Details"));
    setFocusProxy(d->name);
    setTheme(Theme::light());
    d->load();
}

DetailsPanel::~DetailsPanel() = default;

void DetailsPanel::setSession(EditSession *session)
{
    if (d->session == session)
        return;
    if (d->session)
        disconnect(d->session, nullptr, d.get(), nullptr);
    d->session = session;
    d->current = 0;
    d->load();
    if (!session)
        return;
    connect(session, &EditSession::changed, d.get(), [this](const ArticleChange &change) {
        const Mention *shown = d->mention();
        // What is being typed stays unless this very mention or its entity changed.
        if (!shown || change.isReset || change.hasLayerChanged || change.changed.contains(d->current)
            || change.added.contains(d->current) || change.entities.contains(shown->entity))
            d->load();
    });
    connect(session, &QObject::destroyed, d.get(), [this] { d->load(); });
}

void DetailsPanel::setTheme(const Theme &theme)
{
    d->theme = theme;
    d->empty->setStyleSheet(u"color: %1;"_s.arg(theme.dimmed.name()));
    d->form->setStyleSheet(u"QLabel { color: %1; } QLabel[caption=\"true\"] { color: %2; }"
                           "QTableWidget { background: %3; border: 1px solid %4; border-radius: 6px; gridline-color: %4; }"
                           "QTableWidget:focus { border: 1px solid %5; }"_s.arg(theme.text.name(), theme.dimmed.name(),
                                                                                theme.field.name(), theme.border.name(),
                                                                                theme.accent.name()));
    d->unsure->theme = theme;
    d->unsure->update();
    QPalette colors = d->area->palette();
    colors.setColor(QPalette::Window, theme.panel);
    d->area->setPalette(colors);
    d->area->viewport()->setPalette(colors);
    d->form->setPalette(colors);
    d->form->setAutoFillBackground(true);
}

void DetailsPanel::setCurrentMention(MentionId mention)
{
    if (mention == d->current)
        return;
    // Typed but not yet left: belongs to the mention that was shown until now.
    if (d->note->hasFocus())
        d->commitNote();
    for (QLineEdit *field : {d->name, d->norm, d->link}) {
        if (field->hasFocus() && field->isModified())
            Q_EMIT field->editingFinished();
    }
    d->current = mention;
    d->load();
}

void DetailsPanel::editEntityName() { d->edit(d->name->isEnabled() ? d->name : d->norm); }

void DetailsPanel::editNote()
{
    d->area->ensureWidgetVisible(d->note);
    d->note->setFocus(Qt::ShortcutFocusReason);
    d->note->selectAll();
}

void DetailsPanel::editLink() { d->edit(d->link); }

} // namespace dateline
