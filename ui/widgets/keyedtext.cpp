// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/keyedtext.h"

#include <QAbstractButton>
#include <QLabel>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr auto TextProperty = "keyedText";
constexpr auto ActionProperty = "keysOfAction";

template<typename Widget>
void mark(Widget &widget, const QString &text, const QString &action)
{
    if (!text.contains("%1"_L1)) {
        widget.setText(text);
        return;
    }
    widget.setProperty(TextProperty, text);
    widget.setProperty(ActionProperty, action);
    widget.setText(text.arg(QString()).trimmed());
}

template<typename Widget>
void write(QWidget &root, const std::function<QKeySequence(const QString &)> &keysOf)
{
    const QList<Widget *> widgets = root.findChildren<Widget *>();
    for (Widget *widget : widgets) {
        const QString action = widget->property(ActionProperty).toString();
        if (!action.isEmpty())
            widget->setText(widget->property(TextProperty).toString().arg(shortKeys(keysOf(action))).trimmed());
    }
}

} // namespace

void setKeyedText(QAbstractButton &button, const QString &text, const QString &action) { mark(button, text, action); }

void setKeyedText(QLabel &label, const QString &text, const QString &action) { mark(label, text, action); }

void writeKeyedTexts(QWidget &root, const std::function<QKeySequence(const QString &)> &keysOf)
{
    write<QAbstractButton>(root, keysOf);
    write<QLabel>(root, keysOf);
}

QString shortKeys(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    const QString portable = keys.toString(QKeySequence::PortableText);
    if (portable.endsWith("Return"_L1) || portable.endsWith("Enter"_L1)) {
        // The keyboard's own sign is shorter than its name, in any language.
        text = QKeySequence(keys[0].keyboardModifiers() | Qt::Key_A).toString(QKeySequence::NativeText);
        text.chop(1);
        text += u'⏎';
        if (keys[0].keyboardModifiers() == Qt::ShiftModifier)
            text = u"⇧⏎"_s;
    }
    return text;
}

} // namespace dateline
