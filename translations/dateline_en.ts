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
    <name>dateline::CommandLine</name>
    <message numerus="yes">
        <source>It is larger than %n MB. Split it.</source>
        <translation>
            <numerusform>It is larger than %n MB. Split it.</numerusform>
            <numerusform>It is larger than %n MB. Split it.</numerusform>
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
        <source>%n problem(s) in %1: F10 lists them.</source>
        <translation>
            <numerusform>%n problem in %1: F10 lists them.</numerusform>
            <numerusform>%n problems in %1: F10 lists them.</numerusform>
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
    <name>dateline::WindowCommands</name>
    <message numerus="yes">
        <source>Copied %n mention(s) as a table</source>
        <translation>
            <numerusform>Copied %n mention as a table</numerusform>
            <numerusform>Copied %n mentions as a table</numerusform>
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
