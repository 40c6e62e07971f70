// SPDX-License-Identifier: Apache-2.0
// CoNLL columns: two or more, tabs or spaces, IOB1, IOB2 or BIOES; token numbers, comments and
// SpaceAfter=No as in Universal NER; articles divided by -DOCSTART- or "# newdoc".
#include "formats/formatfunctions.h"

#include "formats/conllformat.h"
#include "formats/importedarticle.h"
#include "text/decoding.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ConllFormat)
};

/// A line that is neither blank nor a comment.
struct Row
{
    QStringList cells;
    qint64 line = 0;
};

struct Sentence
{
    QList<Row> rows;
    QString text; ///< of the comment; null: none
    QString lineBreaks;
    QString spacesBefore;
    std::optional<QString> spacesAfter; ///< none: the usual gap
    bool isParagraph = false;
    qint64 line = 0;
};

struct Document
{
    QString name;
    QList<Sentence> sentences;
};

bool isTag(QStringView cell)
{
    if (cell == u"O" || cell == u"_" || cell == u"-")
        return true;
    return cell.size() > 2 && cell[1] == u'-' && QStringView(u"BIESLUM").contains(cell[0]);
}

bool isRealTag(QStringView cell) { return isTag(cell) && cell != u"_" && cell != u"-"; }

bool isNumber(QStringView cell)
{
    return !cell.isEmpty()
        && std::all_of(cell.begin(), cell.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'-' || c == u'.'; })
        && cell[0].isDigit();
}

QStringList cellsOf(QStringView line)
{
    QStringList cells;
    if (line.contains(u'\t')) {
        for (const QStringView cell : line.split(u'\t'))
            cells.append(cell.trimmed().toString());
        return cells;
    }
    for (const QStringView cell : line.split(u' ', Qt::SkipEmptyParts))
        cells.append(cell.toString());
    return cells;
}

/// "# newdoc id = a" -> {"newdoc id", "a"}; without "=" only the key. None: a token, even "#".
std::optional<std::pair<QString, QString>> commentOf(QStringView line)
{
    if (!line.startsWith(u'#') || (line.contains(u'\t') && !line.startsWith(u"# ")))
        return std::nullopt;
    const qsizetype equals = line.indexOf(u" = ");
    if (equals < 0) {
        const QStringList cells = cellsOf(line);
        if (cells.size() > 1 && isRealTag(cells.last()))
            return std::nullopt;
        return std::pair{line.sliced(1).trimmed().toString(), QString()};
    }
    return std::pair{line.sliced(1, equals - 1).trimmed().toString(), line.sliced(equals + 3).toString()};
}

QList<Document> documentsOf(const QString &text)
{
    QList<Document> documents{{}};
    Sentence sentence;
    const auto finish = [&] {
        if (!sentence.rows.isEmpty())
            documents.last().sentences.append(sentence);
        sentence = {};
    };
    const auto begin = [&](const QString &name) {
        finish();
        if (!documents.last().sentences.isEmpty() || !documents.last().name.isEmpty())
            documents.append(Document());
        documents.last().name = name;
    };
    qint64 number = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.trimmed().isEmpty()) {
            finish();
        } else if (const auto comment = commentOf(line)) {
            const auto &[key, value] = *comment;
            // A comment belongs to the sentence after it, even without a blank line between.
            if (!sentence.rows.isEmpty())
                finish();
            if (key == "newdoc id"_L1 || key == "newdoc"_L1)
                begin(value);
            else if (key == "newpar id"_L1 || key == "newpar"_L1)
                sentence.isParagraph = true;
            else if (key == conll::Text)
                sentence.text = value;
            else if (key == conll::LineBreaks)
                sentence.lineBreaks = value;
            else if (key == conll::SpacesBefore)
                sentence.spacesBefore = conll::unescaped(value);
            else if (key == conll::SpacesAfter)
                sentence.spacesAfter = conll::unescaped(value);
        } else if (line.startsWith(u"-DOCSTART-")) {
            begin({});
        } else {
            if (sentence.rows.isEmpty())
                sentence.line = number;
            sentence.rows.append({cellsOf(line), number});
        }
    }
    finish();
    documents.removeIf([](const Document &document) { return document.sentences.isEmpty(); });
    return documents;
}

/// Where token and tag stand.
struct Columns
{
    qsizetype token = 0;
    qsizetype tag = -1; ///< none: no column holds tags
};

Columns columnsOf(const QList<Document> &documents)
{
    Columns columns;
    constexpr qsizetype Enough = 5000;
    QList<qsizetype> tags;
    QList<qsizetype> others;
    qsizetype rows = 0;
    qsizetype numbered = 0;
    for (const Document &document : documents) {
        for (const Sentence &sentence : document.sentences) {
            for (const Row &row : sentence.rows) {
                if (++rows > Enough)
                    break;
                if (row.cells.size() > 2 && isNumber(row.cells.first()))
                    ++numbered;
                while (tags.size() < row.cells.size()) {
                    tags.append(0);
                    others.append(0);
                }
                for (qsizetype i = 0; i < row.cells.size(); ++i)
                    ++(isRealTag(row.cells.at(i)) ? tags : others)[i];
            }
        }
    }
    rows = std::min(rows, Enough);
    columns.token = numbered == rows ? 1 : 0;
    // The last column of tags: before it may stand chunks, after it remarks. A stray line is no reason to refuse.
    for (qsizetype i = columns.token + 1; i < tags.size(); ++i) {
        if (tags.at(i) > 0 && others.at(i) <= rows / 20)
            columns.tag = i;
    }
    return columns;
}

class DocumentReader
{
public:
    DocumentReader(const Document &document, const Columns &columns, bool hasParagraphs, LabelMap &labels, IssueLog &log)
        : m_document(document)
        , m_columns(columns)
        , m_hasParagraphs(hasParagraphs)
        , m_labels(labels)
        , m_log(log)
    { }

    LoadedArticle read()
    {
        for (qsizetype i = 0; i < m_document.sentences.size(); ++i) {
            const Sentence &sentence = m_document.sentences.at(i);
            if (i > 0)
                m_text += gapBefore(m_document.sentences.at(i - 1), sentence);
            else
                m_text += sentence.spacesBefore;
            readSentence(sentence);
        }
        m_text += m_document.sentences.last().spacesAfter.value_or(QString());
        ImportedArticle article(m_text, m_log);
        for (const Found &found : std::as_const(m_found)) {
            Mention mention;
            mention.id = article.layer().nextMentionId();
            mention.type = m_labels.typeFor(found.label, found.line);
            mention.status = Status::Accepted;
            mention.spans = {found.span};
            article.add(mention);
        }
        return article.finish(m_labels, {0, {}, AgentKind::Human, m_found.isEmpty() ? QString() : u"CoNLL"_s, {}});
    }

private:
    struct Found
    {
        Span span; ///< of m_text
        QString label;
        qint64 line = 0;
    };
    struct Token
    {
        QString word;
        QString tag;
        bool isGlued = false; ///< no space after it
        qint64 line = 0;
    };

    [[nodiscard]] QString gapBefore(const Sentence &before, const Sentence &sentence) const
    {
        if (before.spacesAfter)
            return *before.spacesAfter;
        if (!m_hasParagraphs)
            return conll::UsualGap;
        return sentence.isParagraph ? u"\n\n"_s : u" "_s;
    }

    /// A word that stands for several ("don't" as 1-2) carries the tag of the first one that has any.
    [[nodiscard]] QList<Token> tokensOf(const Sentence &sentence)
    {
        QList<Token> tokens;
        qint64 coveredTo = 0;
        for (const Row &row : sentence.rows) {
            if (row.cells.size() <= m_columns.token || row.cells.at(m_columns.token).isEmpty()) {
                m_log.add(Severity::Error, Messages::tr("The line holds no token; it is left out."), row.line);
                continue;
            }
            QString tag = row.cells.value(m_columns.tag);
            if (row.cells.size() <= m_columns.tag || !isTag(tag)) {
                m_log.add(Severity::Warning,
                          Messages::tr("The line has no tag in column %1; it counts as O.").arg(m_columns.tag + 1), row.line);
                tag = u"O"_s;
            }
            if (m_columns.token == 1) {
                const QString number = row.cells.first();
                if (number.contains(u'.'))
                    continue; // an empty node of a graph
                if (number.contains(u'-')) {
                    coveredTo = number.section(u'-', 1).toLongLong();
                } else if (number.toLongLong() <= coveredTo && !tokens.isEmpty()) {
                    if (!isRealTag(tokens.last().tag) || tokens.last().tag == "O"_L1)
                        tokens.last().tag = tag;
                    continue;
                } else {
                    coveredTo = 0;
                }
            }
            bool isGlued = false;
            for (qsizetype i = m_columns.tag + 1; i < row.cells.size(); ++i)
                isGlued = isGlued || row.cells.at(i).split(u'|').contains(u"SpaceAfter=No"_s);
            for (qsizetype i = m_columns.token + 1; i < m_columns.tag; ++i)
                isGlued = isGlued || row.cells.at(i) == "SpaceAfter=No"_L1;
            tokens.append({row.cells.at(m_columns.token), tag, isGlued, row.line});
        }
        return tokens;
    }

    void readSentence(const Sentence &sentence)
    {
        const QList<Token> tokens = tokensOf(sentence);
        const qsizetype from = m_text.size();
        QList<Span> spans = aligned(tokens, sentence.text);
        if (!spans.isEmpty() || tokens.isEmpty()) {
            m_text += withLineBreaks(sentence);
        } else {
            if (!sentence.text.isNull())
                m_log.add(Severity::Warning,
                          Messages::tr("The tokens do not make up the sentence that the comment states; the tokens count."),
                          sentence.line, from);
            QString text;
            for (qsizetype i = 0; i < tokens.size(); ++i) {
                spans.append({text.size(), text.size() + tokens.at(i).word.size()});
                text += tokens.at(i).word;
                if (!tokens.at(i).isGlued && i + 1 < tokens.size())
                    text += u' ';
            }
            m_text += text;
        }
        bool isOpen = false;
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const QString &tag = tokens.at(i).tag;
            if (!isRealTag(tag) || tag == "O"_L1) {
                isOpen = false;
                continue;
            }
            const QChar part = tag.at(0);
            const QString label = tag.sliced(2);
            const bool begins = part == u'B' || part == u'S' || part == u'U' || !isOpen || m_found.last().label != label;
            const Span span{from + spans.at(i).begin, from + spans.at(i).end};
            if (begins)
                m_found.append({span, label, tokens.at(i).line});
            else
                m_found.last().span.end = span.end;
            isOpen = part == u'B' || part == u'I' || part == u'M';
        }
    }

    /// Places of the tokens in the stated text; empty when they are not there one after the other.
    static QList<Span> aligned(const QList<Token> &tokens, const QString &text)
    {
        QList<Span> spans;
        qsizetype at = 0;
        const auto skipSpaces = [&] {
            while (at < text.size() && text.at(at).isSpace())
                ++at;
        };
        for (const Token &token : tokens) {
            skipSpaces();
            if (!QStringView(text).sliced(at).startsWith(token.word))
                return {};
            spans.append({at, at + token.word.size()});
            at += token.word.size();
        }
        skipSpaces();
        return at == text.size() ? spans : QList<Span>();
    }

    static QString withLineBreaks(const Sentence &sentence)
    {
        QString text = sentence.text;
        if (sentence.lineBreaks.isEmpty())
            return text;
        const OffsetMap offsets(text);
        for (const QString &number : sentence.lineBreaks.split(u' ', Qt::SkipEmptyParts)) {
            const qsizetype at = offsets.toUtf16(std::max<qsizetype>(0, number.toLongLong()));
            if (at < text.size() && text.at(at).isSpace())
                text[at] = u'\n';
        }
        return text;
    }

    const Document &m_document;
    const Columns &m_columns;
    bool m_hasParagraphs;
    LabelMap &m_labels;
    IssueLog &m_log;
    QString m_text;
    QList<Found> m_found;
};

} // namespace

Result<ReadArticles> readConll(const FormatInput &input)
{
    Result<DecodedText> decoded = decodeText(input.bytes, input.encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.file = input.name;
        return error;
    }
    // Normalised first, so that places in the text that is built need no translation; U+FFFD one for one.
    const QList<Document> documents = documentsOf(cleaned(decoded.value().text));
    if (documents.isEmpty())
        return Error{ErrorKind::Empty, Messages::tr("The file holds no token. Choose a file with an article in it."), input.name,
                     0};
    const Columns columns = columnsOf(documents);
    if (columns.tag < 0)
        return Error{ErrorKind::Malformed,
                     Messages::tr("No column holds tags such as O, B-PER or I-PER. Choose another format or file."), input.name,
                     documents.first().sentences.first().line};
    const bool hasParagraphs = std::any_of(documents.cbegin(), documents.cend(), [](const Document &document) {
        return std::any_of(document.sentences.cbegin(), document.sentences.cend(),
                           [](const Sentence &sentence) { return sentence.isParagraph; });
    });
    IssueLog log(input.name);
    LabelMap labels(log);
    ReadArticles result;
    for (const Document &document : documents) {
        if (input.stop.stop_requested())
            return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), input.name, 0};
        LoadedArticle loaded = DocumentReader(document, columns, hasParagraphs, labels, log).read();
        loaded.isEncodingCertain = decoded.value().isCertain;
        loaded.encodingCandidates = decoded.value().candidates;
        loaded.article.source.href = QFileInfo(input.name).fileName();
        loaded.article.source.format = u"text/x-conll"_s;
        loaded.article.source.encoding = decoded.value().encoding;
        QString name = document.name.simplified();
        if (name.isEmpty() && documents.size() > 1)
            name = QString::number(result.articles.size() + 1);
        result.articles.append({name, loaded});
    }
    for (ReadArticle &named : result.articles)
        named.loaded.article.tagset = labels.tagset(); // one for the file
    for (Issue issue : decoded.value().issues) {
        issue.file = input.name;
        result.issues.append(issue);
    }
    result.issues += log.take();
    return result;
}

} // namespace dateline
