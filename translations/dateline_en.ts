<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>dateline::ArticleReader</name>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation>
            <numerusform>%n character that XML cannot hold became U+FFFD.</numerusform>
            <numerusform>%n characters that XML cannot hold became U+FFFD.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n article(s); this is the first. &quot;dateline-cli convert&quot; makes a file of each.</source>
        <translation>
            <numerusform>The file holds %n article. &quot;dateline-cli convert&quot; makes a file of it.</numerusform>
            <numerusform>The file holds %n articles; this is the first. &quot;dateline-cli convert&quot; makes a file of each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ArticleView</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ClipboardCommands</name>
    <message numerus="yes">
        <source>Copied %n mention(s) as a table</source>
        <translation>
            <numerusform>Copied %n mention as a table</numerusform>
            <numerusform>Copied %n mentions as a table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::CommandLine</name>
    <message numerus="yes">
        <source>It is larger than %n MB. Split it.</source>
        <translation>
            <numerusform>It is larger than %n MB. Split it.</numerusform>
            <numerusform>It is larger than %n MB. Split it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n article(s), and each becomes a file: name a file or a folder with -o.</source>
        <translation>
            <numerusform>It holds %n article: name a file with -o.</numerusform>
            <numerusform>It holds %n articles, and each becomes a file: name a file or a folder with -o.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::CompareController</name>
    <message numerus="yes">
        <source>%1: %n mentions, %2</source>
        <translation>
            <numerusform>%1: %n mention, %2</numerusform>
            <numerusform>%1: %n mentions, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences. %1 goes to the next one.</source>
        <translation>
            <numerusform>%n difference. %1 goes there.</numerusform>
            <numerusform>%n differences. %1 goes to the next one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::Decoding</name>
    <message numerus="yes">
        <source>%n byte(s) could not be decoded as %1 and became U+FFFD. If the text looks wrong, choose another encoding.</source>
        <translation>
            <numerusform>%n byte could not be decoded as %1 and became U+FFFD. If the text looks wrong, choose another encoding.</numerusform>
            <numerusform>%n bytes could not be decoded as %1 and became U+FFFD. If the text looks wrong, choose another encoding.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::DifferencesPanel</name>
    <message numerus="yes">
        <source>%n differences</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::EntityDelegate</name>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ExportCommands</name>
    <message numerus="yes">
        <source>Printed: the article has %n page(s)</source>
        <translation>
            <numerusform>Printed: the article has %n page</numerusform>
            <numerusform>Printed: the article has %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n file(s) to %1</source>
        <translation>
            <numerusform>Exported %n file to %1</numerusform>
            <numerusform>Exported %n files to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ExportDialog</name>
    <message numerus="yes">
        <source>%1, %n mention(s)</source>
        <translation>
            <numerusform>%1, %n mention</numerusform>
            <numerusform>%1, %n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ExportedArticle</name>
    <message numerus="yes">
        <source>l%1: %2, %3, %n mention(s)</source>
        <translation>
            <numerusform>l%1: %2, %3, %n mention</numerusform>
            <numerusform>l%1: %2, %3, %n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n propertie(s) of the article are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n property of the article is left out: %1 does not hold it.</numerusform>
            <numerusform>%n properties of the article are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s) of the article&apos;s own tagset lose name, colour and description: %1 holds labels only.</source>
        <translation>
            <numerusform>%n type of the article&apos;s own tagset loses name, colour and description: %1 holds labels only.</numerusform>
            <numerusform>%n types of the article&apos;s own tagset lose name, colour and description: %1 holds labels only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other layer(s) are left out: %1 holds one.</source>
        <translation>
            <numerusform>%n other layer is left out: %1 holds one.</numerusform>
            <numerusform>%n other layers are left out: %1 holds one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n review is left out: %1 does not hold it.</numerusform>
            <numerusform>%n reviews are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are left out: %1 holds the text alone.</source>
        <translation>
            <numerusform>%n mention is left out: %1 holds the text alone.</numerusform>
            <numerusform>%n mentions are left out: %1 holds the text alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) overlap another and are left out: %1 holds no overlap.</source>
        <translation>
            <numerusform>%n mention overlaps another and is left out: %1 holds no overlap.</numerusform>
            <numerusform>%n mentions overlap another and are left out: %1 holds no overlap.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of several spans become one stretch from the first to the last in %1.</source>
        <translation>
            <numerusform>%n mention of several spans becomes one stretch from the first to the last in %1.</numerusform>
            <numerusform>%n mentions of several spans become one stretch from the first to the last in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) begin or end with white space, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention begins or ends with white space, which %1 does not hold.</numerusform>
            <numerusform>%n mentions begin or end with white space, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are not accepted, which %1 does not show.</source>
        <translation>
            <numerusform>%n mention is not accepted, which %1 does not show.</numerusform>
            <numerusform>%n mentions are not accepted, which %1 does not show.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a confidence, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention has a confidence, which %1 does not hold.</numerusform>
            <numerusform>%n mentions have a confidence, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a reason, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention has a reason, which %1 does not hold.</numerusform>
            <numerusform>%n mentions have a reason, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are flagged unsure, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention is flagged unsure, which %1 does not hold.</numerusform>
            <numerusform>%n mentions are flagged unsure, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a normal form, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention has a normal form, which %1 does not hold.</numerusform>
            <numerusform>%n mentions have a normal form, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a link, which %1 does not hold.</source>
        <translation>
            <numerusform>%n mention has a link, which %1 does not hold.</numerusform>
            <numerusform>%n mentions have a link, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on mentions are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n note on mentions is left out: %1 does not hold it.</numerusform>
            <numerusform>%n notes on mentions are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribute(s) of mentions are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n attribute of mentions is left out: %1 does not hold it.</numerusform>
            <numerusform>%n attributes of mentions are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entitie(s) are left out: %1 does not hold which mentions belong together.</source>
        <translation>
            <numerusform>%n entity is left out: %1 does not hold which mentions belong together.</numerusform>
            <numerusform>%n entities are left out: %1 does not hold which mentions belong together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entitie(s) have notes, attributes or a type of their own, which %1 does not hold.</source>
        <translation>
            <numerusform>%n entity has notes, attributes or a type of their own, which %1 does not hold.</numerusform>
            <numerusform>%n entities have notes, attributes or a type of their own, which %1 does not hold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n relation is left out: %1 does not hold it.</numerusform>
            <numerusform>%n relations are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who first proposed or noted what, and when, is left out in %n place(s): %1 does not hold it.</source>
        <translation>
            <numerusform>Who first proposed or noted what, and when, is left out in %n place: %1 does not hold it.</numerusform>
            <numerusform>Who first proposed or noted what, and when, is left out in %n places: %1 does not hold it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the history are left out: %1 does not hold them.</source>
        <translation>
            <numerusform>%n event of the history is left out: %1 does not hold it.</numerusform>
            <numerusform>%n events of the history are left out: %1 does not hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) lose line breaks or outer spaces, which %1 does not hold.</source>
        <translation>
            <numerusform>%n value loses line breaks or outer spaces, which %1 does not hold.</numerusform>
            <numerusform>%n values lose line breaks or outer spaces, which %1 does not hold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::FileSharing</name>
    <message numerus="yes">
        <source>The changes of the other version are in; %n conflict(s): yours stayed.</source>
        <translation>
            <numerusform>The changes of the other version are in; %n conflict: yours stayed.</numerusform>
            <numerusform>The changes of the other version are in; %n conflicts: yours stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::HtmlReader</name>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation>
            <numerusform>%n character that XML cannot hold became U+FFFD.</numerusform>
            <numerusform>%n characters that XML cannot hold became U+FFFD.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ImportedArticle</name>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation>
            <numerusform>%n character that XML cannot hold became U+FFFD.</numerusform>
            <numerusform>%n characters that XML cannot hold became U+FFFD.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::JsonLinesReader</name>
    <message numerus="yes">
        <source>The line is longer than %n byte(s).</source>
        <translation>
            <numerusform>The line is longer than %n byte.</numerusform>
            <numerusform>The line is longer than %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::MainWindow</name>
    <message numerus="yes">
        <source>%n problem(s) in %1: %2 lists them.</source>
        <translation>
            <numerusform>%n problem in %1: %2 lists it.</numerusform>
            <numerusform>%n problems in %1: %2 lists them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::NativeFormat</name>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::Prompts</name>
    <message numerus="yes">
        <source>%n file(s) that belong to the export are there already and differ:</source>
        <translation>
            <numerusform>%n file that belongs to the export is there already and differs:</numerusform>
            <numerusform>%n files that belong to the export are there already and differ:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::Recovery</name>
    <message numerus="yes">
        <source>%n action(s) on %1, %2–%3</source>
        <translation>
            <numerusform>%n action on %1, %2–%3</numerusform>
            <numerusform>%n actions on %1, %2–%3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ReviewBuilder</name>
    <message numerus="yes">
        <source>Approve %n mention(s) of %1</source>
        <translation>
            <numerusform>Approve %n mention of %1</numerusform>
            <numerusform>Approve %n mentions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve the other %n mention(s)</source>
        <translation>
            <numerusform>Approve the other mention</numerusform>
            <numerusform>Approve the other %n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are still returned: approve them, or return the article.</source>
        <translation>
            <numerusform>%n mention is still returned: approve it, or return the article.</numerusform>
            <numerusform>%n mentions are still returned: approve them, or return the article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ReviewController</name>
    <message numerus="yes">
        <source>%n mention(s) have no verdict yet: approve the rest, or return one.</source>
        <translation>
            <numerusform>%n mention has no verdict yet: approve it, or return it.</numerusform>
            <numerusform>%n mentions have no verdict yet: approve the rest, or return one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ReviewDelegate</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ReviewState</name>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n returned</numerusform>
            <numerusform>%n returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation>
            <numerusform>%n proposed</numerusform>
            <numerusform>%n proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::TaggingController</name>
    <message numerus="yes">
        <source>Accept %n mention(s) of %1</source>
        <translation>
            <numerusform>Accept %n mention of %1</numerusform>
            <numerusform>Accept %n mentions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject %n mention(s) of %1</source>
        <translation>
            <numerusform>Reject %n mention of %1</numerusform>
            <numerusform>Reject %n mentions of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %n mention(s) off</source>
        <translation>
            <numerusform>Split %n mention off</numerusform>
            <numerusform>Split %n mentions off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::Watchlist</name>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation>
            <numerusform>%n more problem is not listed.</numerusform>
            <numerusform>%n more problems are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::WatchlistController</name>
    <message numerus="yes">
        <source>%n problem(s) in the watchlists; the first: %1</source>
        <translation>
            <numerusform>%n problem in the watchlists: %1</numerusform>
            <numerusform>%n problems in the watchlists; the first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::WatchlistDialog</name>
    <message numerus="yes">
        <source>%n entries. Other names are parted by “|”; a type is one of the tagset, such as “person”.</source>
        <translation>
            <numerusform>%n entry. Other names are parted by “|”; a type is one of the tagset, such as “person”.</numerusform>
            <numerusform>%n entries. Other names are parted by “|”; a type is one of the tagset, such as “person”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::WorkQueue</name>
    <message numerus="yes">
        <source>Opening %n article(s)… Esc stops it.</source>
        <translation>
            <numerusform>Opening %n article… Esc stops it.</numerusform>
            <numerusform>Opening %n articles… Esc stops it.</numerusform>
        </translation>
    </message>
</context>
</TS>
