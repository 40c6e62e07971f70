// SPDX-License-Identifier: Apache-2.0
#include "ui/window/keytranslator.h"

#include <QGuiApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Keys by scan code of the PC keyboard's main block, from 2 (digit 1) to 52 (full stop).
constexpr char16_t ByScanCode[] = u"1234567890\0\0\0\0QWERTYUIOP[]\0\0ASDFGHJKL;'\0\0\0ZXCVBNM,.";
constexpr int FirstScanCode = 2;

int fromScanCode(const QKeyEvent &event)
{
    int code = int(event.nativeScanCode());
    if (code == 0)
        return 0;
    const QString platform = QGuiApplication::platformName();
    if (platform == "xcb"_L1 || platform.startsWith("wayland"_L1))
        code -= 8;
    else if (platform != "windows"_L1)
        return 0;
    const int at = code - FirstScanCode;
    return at >= 0 && at < int(std::size(ByScanCode)) - 1 ? ByScanCode[at] : 0;
}

int fromLayouts(char16_t letter)
{
    static constexpr char16_t Russian[] = u"ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";
    static constexpr char16_t Latin[] = u"QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.";
    // Letters that only the Serbian and Ukrainian layouts have; the others would contradict the Russian one.
    static constexpr char16_t Others[] = u"ЉЊЈЋЂЏІЇЄ";
    static constexpr char16_t OthersLatin[] = u"QWJ']XS]'";
    for (size_t i = 0; i + 1 < std::size(Russian); ++i) {
        if (Russian[i] == letter)
            return Latin[i];
    }
    for (size_t i = 0; i + 1 < std::size(Others); ++i) {
        if (Others[i] == letter)
            return OthersLatin[i];
    }
    return 0;
}

char16_t letterOf(const QKeyEvent &event)
{
    const int key = event.key();
    if (key > 0x7f && key < 0xffff)
        return QChar(char16_t(key)).toUpper().unicode();
    const QString text = event.text();
    return (key == 0 || key == Qt::Key_unknown) && text.size() == 1 ? text[0].toUpper().unicode() : u'\0';
}

} // namespace

bool isForeignLetter(const QKeyEvent &event)
{
    const char16_t letter = letterOf(event);
    return letter > 0x24f && QChar(letter).isLetter();
}

QKeySequence sequenceOf(const QKeyEvent &event)
{
    int key = event.key();
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    switch (key) {
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
        return {};
    case Qt::Key_Enter:
        key = Qt::Key_Return;
        break;
    case Qt::Key_Backtab:
        key = Qt::Key_Tab;
        modifiers |= Qt::ShiftModifier;
        break;
    default:
        break;
    }
    if (isForeignLetter(event)) {
        int latin = fromScanCode(event);
        if (latin == 0)
            latin = fromLayouts(letterOf(event));
        if (latin != 0)
            key = latin;
    } else if (modifiers == Qt::NoModifier && key > 0x20 && key < 0xff && !(key >= Qt::Key_0 && key <= Qt::Key_9)
               && !(key >= Qt::Key_A && key <= Qt::Key_Z)) {
        // Layouts whose digits need Shift (French, Czech): the digit row's own place counts.
        const int physical = fromScanCode(event);
        if (physical >= Qt::Key_0 && physical <= Qt::Key_9)
            key = physical;
    }
    return QKeySequence(QKeyCombination(modifiers, Qt::Key(key)));
}

} // namespace dateline
