// SPDX-License-Identifier: Apache-2.0
#include "text/folding.h"

#include <QString>

#include <array>

namespace dateline {

namespace {

constexpr char16_t TableBegin = 0x80;
constexpr char16_t TableEnd = 0x250;
constexpr char16_t MoreBegin = 0x1E00;
constexpr char16_t MoreEnd = 0x1F00;

/// The letter under all marks, small.
char16_t withoutMarks(char16_t letter)
{
    switch (letter) {
    case u'Đ':
    case u'đ':
    case u'Ð':
    case u'ð':
        return u'd';
    case u'Ø':
    case u'ø':
        return u'o';
    case u'Ł':
    case u'ł':
        return u'l';
    case u'Ħ':
    case u'ħ':
        return u'h';
    case u'ı':
    case u'İ':
        return u'i';
    case u'ß':
        return u's';
    default:
        break;
    }
    QChar base(letter);
    for (int depth = 0; depth < 4; ++depth) {
        if (base.decompositionTag() != QChar::Canonical)
            break;
        base = base.decomposition().at(0);
    }
    return base.toLower().unicode();
}

struct Table
{
    Table()
    {
        for (char16_t c = TableBegin; c < TableEnd; ++c)
            low[c - TableBegin] = withoutMarks(c);
        for (char16_t c = MoreBegin; c < MoreEnd; ++c)
            high[c - MoreBegin] = withoutMarks(c);
    }
    std::array<char16_t, TableEnd - TableBegin> low{};
    std::array<char16_t, MoreEnd - MoreBegin> high{};
};

} // namespace

char16_t foldedLetter(char16_t letter)
{
    if (letter < TableBegin)
        return letter >= u'A' && letter <= u'Z' ? char16_t(letter | 0x20) : letter;
    static const Table table;
    if (letter < TableEnd)
        return table.low[letter - TableBegin];
    if (letter >= MoreBegin && letter < MoreEnd)
        return table.high[letter - MoreBegin];
    if (letter >= 0x300 && letter < 0x370)
        return 0;
    if (letter == u'\u2019' || letter == u'\u02BC')
        return u'\'';
    return QChar(letter).toLower().unicode();
}

QString folded(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (const char16_t letter = foldedLetter(c.unicode()))
            result.append(QChar(letter));
    }
    return result;
}

namespace {

struct Romanised
{
    char16_t letter;
    const char *latin;
};

/// Russian, Ukrainian, Belarusian, Bulgarian, Macedonian and Serbian letters as English-language
/// agencies write them. Serbian Latin loses its marks in folded(): ч, ћ become what č, ć become.
constexpr Romanised Cyrillic[] = {
    {u'а', "a"},    {u'б', "b"}, {u'в', "v"}, {u'г', "g"},  {u'ґ', "g"},  {u'д', "d"},  {u'ђ', "d"},  {u'ѓ', "g"},
    {u'е', "e"},    {u'ё', "e"}, {u'є', "e"}, {u'ж', "zh"}, {u'з', "z"},  {u'ѕ', "z"},  {u'и', "i"},  {u'і', "i"},
    {u'ї', "i"},    {u'й', "i"}, {u'ј', "j"}, {u'к', "k"},  {u'л', "l"},  {u'љ', "lj"}, {u'м', "m"},  {u'н', "n"},
    {u'њ', "nj"},   {u'о', "o"}, {u'п', "p"}, {u'р', "r"},  {u'с', "s"},  {u'т', "t"},  {u'ћ', "c"},  {u'ќ', "k"},
    {u'у', "u"},    {u'ў', "u"}, {u'ф', "f"}, {u'х', "kh"}, {u'ц', "ts"}, {u'ч', "ch"}, {u'џ', "dz"}, {u'ш', "sh"},
    {u'щ', "shch"}, {u'ъ', ""},  {u'ы', "y"}, {u'ь', ""},   {u'э', "e"},  {u'ю', "yu"}, {u'я', "ya"},
};

/// Spellings of one sound; the order counts, longer ones first. The last choice is what all become.
struct Spelling
{
    const char *from;
    const char *to;
};
constexpr Spelling Spellings[] = {
    {"ander", "andr"}, {"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"tsch", "c"}, {"ch", "c"},  {"sh", "s"},
    {"zh", "z"},       {"kh", "h"},   {"ts", "c"},  {"ks", "x"},  {"ph", "f"},   {"ou", "u"},  {"oo", "u"},
    {"iy", "i"},       {"yi", "i"},   {"ij", "i"},  {"ey", "ei"}, {"ay", "ai"},  {"oy", "oi"}, {"yu", "u"},
    {"iu", "u"},       {"ju", "u"},   {"ya", "a"},  {"ia", "a"},  {"ja", "a"},   {"ye", "e"},  {"ie", "e"},
    {"je", "e"},       {"w", "v"},    {"y", "i"},   {"j", "i"},   {"'", ""},
};

} // namespace

QString nameKey(QStringView text)
{
    QString latin;
    for (const QChar c : folded(text)) {
        bool isCyrillic = false;
        for (const Romanised &known : Cyrillic) {
            if (c.unicode() < 0x400)
                break;
            if (known.letter == c.unicode()) {
                latin.append(QLatin1String(known.latin));
                isCyrillic = true;
                break;
            }
        }
        if (!isCyrillic)
            latin.append(c);
    }
    QString key;
    for (qsizetype at = 0; at < latin.size();) {
        bool isFound = false;
        for (const Spelling &spelling : Spellings) {
            if (latin.at(at) != QLatin1Char(*spelling.from))
                continue;
            const QLatin1String from(spelling.from);
            if (QStringView(latin).mid(at).startsWith(from)) {
                key.append(QLatin1String(spelling.to));
                at += from.size();
                isFound = true;
                break;
            }
        }
        if (!isFound)
            key.append(latin.at(at++));
    }
    // A letter that stands twice is one sound: "Hussein", "Husein"; "Sergei", "Sergii".
    QString once;
    for (const QChar c : key) {
        if (once.isEmpty() || once.back() != c)
            once.append(c);
    }
    return once;
}

} // namespace dateline
