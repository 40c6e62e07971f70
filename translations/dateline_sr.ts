<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sr_RS" sourcelanguage="en">
<context>
    <name>Messages</name>
    <message>
        <source>The suggestions are still being made. Esc goes on without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the work of another person can be reviewed: open an article that an annotator marked final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You review the work of another person and cannot change it: return the mention, or propose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed by somebody else since it was opened. Merge their version, replace it, or save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageNames</name>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adjudicated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypeNames</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ActionBuilder</name>
    <message>
        <source>There is no layer of yours to mark final.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark final</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer on the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Actions</name>
    <message>
        <source>T&amp;ype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 … 9, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the type, or tag the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::AnnotatedArticle</name>
    <message>
        <source>The change does not fit the article as it is now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change would break the article: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mention m%1 names an entity that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer l%1 is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mention m%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mention m%1 has no span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mention m%1 lies outside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entity e%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer&apos;s id is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer l%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer l%1 is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent a%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the article&apos;s properties differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mention goes that a review speaks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer l%1 has a review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change of a review says nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the review of layer l%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the review of layer l%1 is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer l%1 has no such review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the verdict on mention m%1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a verdict is on mention m%1, which is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment %1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment %1 is on something that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment %1 has replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal %1 differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal %1 has no span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal %1 lies outside the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal %1 has comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text differs at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the corrected text is no text of an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mention at the correction is not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::AnnotatorBar</name>
    <message>
        <source>Whose tags are these? Your &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name shown in the file&apos;s history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Application</name>
    <message>
        <source>Annotates news articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who tags, instead of the name in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the articles (en, ru, sr).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start, detect, accept, save, reopen, and exit 0 if all of it worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit as soon as the article with its suggestions is painted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles to open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reviews the work of others: opens articles for that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ArticleLock</name>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 open on %3 since %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lock can be made beside the file: %1. Others will not see that you work on it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ArticleManager</name>
    <message>
        <source>The sample is missing from this build.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped opening %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1 is open without suggestions. Tools, Detect Again makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is open as another article. Choose another name, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved a copy as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no file to go back to. Undo takes single steps back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the suggestions are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else&apos;s work in %1 to review.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ArticlePrinter</name>
    <message>
        <source>Annotated by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ArticlePropertiesDialog</name>
    <message>
        <source>Article Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2024-03-21</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Thursday” and “March 21” are read against this day; changing it reads them again, in one step of undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day as year-month-day, for instance 2024-03-21.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ArticleReader</name>
    <message>
        <source>The file has %1 MiB, more than the %2 MiB that can be opened as one article. Split it into articles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The file holds only white space. Choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding was guessed as %1. If the text looks wrong, choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This XML file is not an annotated article of Dateline; it was opened as plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. Choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file. Check the name, or choose the file in the dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link points to a file that does not exist. Restore the file or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder, not an article. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check the disk or copy the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file holds %n article(s); this is the first. &quot;dateline-cli convert&quot; makes a file of each.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ArticleView</name>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>returned: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::BratFormat</name>
    <message>
        <source>This is no line of brat&apos;s; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line refers to an annotation that is not there; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no place in the text and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pieces of “%1” do not read so in the text. Check this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brat is two files, .ann and .txt, and cannot be read from a stream. Name the .ann file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that belongs to it is missing: %1. Put it into the same folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no text. Choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ClipboardCommands</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied %n mention(s) as a table</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::CommandLine</name>
    <message>
        <source>&quot;%1&quot; is not a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;text&quot; is missing or not a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;published&quot; is not an ISO date such as 2024-03-21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli validate FILE|FOLDER… [options]

Checks annotated XML: structure, quotes, bounds, digest and references. Lists all
problems, not only the first, as FILE:LINE: message on standard error.

  --recursive  look into the folders of a folder too
  --json       the problems as JSON on standard output
  -            read standard input

Exit status: 0 all valid, 1 some not, 2 wrong usage.

Example:
  echo &quot;Ana Petrovic met the mayor of Lisbon.&quot; | dateline-cli annotate - | dateline-cli validate -
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article in this folder itself. Use --recursive to look into its folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is larger than %n MB. Split it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is not an annotated article of Dateline. Make one with &quot;dateline-cli annotate&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input has no place beside it: name a folder with -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several inputs need a folder after -o; &quot;%1&quot; is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Name a file, or end the name with &quot;/&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file holds a person&apos;s work and was left as it is. Use --force to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be made. Choose another after -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date such as 2024-03-21.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--jobs needs a number from 1 to 256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--jsonl reads standard input and writes standard output; --%1 does not go with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--jsonl reads standard input; give it no files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file or folder, or &quot;-&quot; for standard input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input can be read only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown option &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli stats FILE|FOLDER… [options]

Counts the mentions of annotated articles by type, status, annotator and entity.
Rejected and withdrawn mentions count by status only.

  --recursive  look into the folders of a folder too
  --json       as JSON on standard output, with every entity
  -            read standard input

Example:
  echo &quot;Ana Petrovic met the mayor of Lisbon.&quot; | dateline-cli annotate - | dateline-cli stats -
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most named entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format that this version writes. It writes %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli compare A.xml B.xml… [options]

Compares every two layers of annotated files of the same text: what one has and the
other has not, other boundaries, types, entities and normal forms, and measures of
agreement from 0 to 1. Layers are l1, l2, … in the order of the files.

  --unit span|token  what alpha is measured over: marked places (default) or tokens
  --json             as JSON on standard output
  --html FILE        write a page of the differences too
  --recursive        look into the folders of a folder too
  -                  read standard input

Differences are no failure: status 0. Files of another text: status 1.

Example:
  echo &quot;Ana Petrovic left Lisbon.&quot; | dateline-cli annotate - &gt; a.xml; dateline-cli compare a.xml a.xml
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2: F1 %3 exact, %4 overlapping; kappa %5; alpha %6 (tokens: %7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2: F1 %3 exact, %4 overlapping; kappa %5; alpha %6 (marked places: %7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the files to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--unit is span or token, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--html needs the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not two layers to compare. Name the files of both annotators.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1, overlapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli convert INPUT… --to FORMAT [options]

Writes articles and their annotations in another format, and says what it cannot hold.
  to:   %1
  from: %2

  --from FORMAT          what the inputs are (else by name and content)
  -o, --output FILE|DIR  where to write; else standard output for one input,
                         a file beside each of several
  --force                replace even a file that holds a person&apos;s work
  --status LIST          which mentions (accepted,suggested); also rejected, withdrawn
  --layer ID             whose, if not the adjudicated or the only layer: l2
  --strict               a loss is an error, and nothing is written
  --recursive            look into the folders of a folder too
  --json                 what was written and lost as JSON; needs -o

Example:
  echo &quot;Ana Petrovic left Lisbon.&quot; | dateline-cli annotate - | dateline-cli convert - --to csv
</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It holds %n article(s), and each becomes a file: name a file or a folder with -o.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only the %1 file goes to standard output; with -o FILE the %2 file stands beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written, since something would be lost (--strict).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--to is missing: name the format to write, one of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format that this version reads. It reads %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no status. There are suggested, accepted, rejected and withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--json takes standard output: name a file or a folder with -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli history FILE [options]

Who did what when in an annotated article, oldest first: time, name, action,
layer and mention, entity or proposal, its words, and the old and the new value,
or what a reviewer said of it.

  --json  as JSON on standard output
  -       read standard input

Example:
  echo &quot;Ana Petrovic met the mayor of Lisbon.&quot; | dateline-cli annotate - | dateline-cli history -
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli merge A.xml B.xml… [-o OUT.xml] [options]

Puts the layers of several annotated files of one article into one file. Annotators
and layers are matched by uid; of one layer in two states the one that goes on counts,
and two that went apart are both kept. What does not agree is reported. Files of
another text are refused, and then nothing is written.

  -o, --output FILE  where to write; else standard output
  --force            replace even a file that holds a person&apos;s work
  --recursive        look into the folders of a folder too
  -                  read standard input

Example:
  echo &quot;Ana Petrovic left Lisbon.&quot; | dateline-cli annotate - &gt; a.xml; dateline-cli merge a.xml a.xml
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli split FILE -o DIR [options]

Writes each layer of an annotated file into a file of its own in the folder, with its
reviews, and prints the names of the files. They are named after the annotator:
Vera.xml, Vera-2.xml. An adjudicated layer takes the layers along that it came from.
&quot;merge&quot; puts them together again.

  -o, --output DIR  the folder; it is made when it is missing
  --force           replace even files that hold a person&apos;s work
  -                 read standard input

Example:
  echo &quot;Ana Petrovic left Lisbon.&quot; | dateline-cli annotate - | dateline-cli split - -o layers
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least two files to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a folder with -o.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-o needs a folder; &quot;%1&quot; is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of the file beside it. Name the one that ends in &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is already there and differs; it was left as it is. Use --force to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By verdict of a reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli annotate INPUT… [options]
       dateline-cli annotate --jsonl [options] &lt; IN &gt; OUT

Detects people, places, organisations, dates and more in articles (text, HTML or
annotated XML; files, folders or &quot;-&quot;) and writes annotated XML.

  -o, --output FILE|DIR  where to write; else standard output for one input,
                         NAME.annotated.xml beside each of several
  --force                replace even a file that holds a person&apos;s work
  --format NAME          native (default), %1
  --published DATE       publication date, 2024-03-21
  --language CODE        language, en
  --watchlist FILE       a list of your own (CSV or TSV: name, type, aliases, link,
                         note) that wins over the detector; may be repeated
  --recursive            look into the folders of a folder too
  --jobs N               articles at a time (1)
  --model MODEL          a model that train made; &quot;none&quot;: the rules alone
  --jsonl                filter: {&quot;id&quot;, &quot;text&quot;, &quot;published&quot;?, &quot;lang&quot;?} a line in,
                         {&quot;id&quot;, &quot;entities&quot;: [{start, end, type, text, …}]} out

Example:
  echo &quot;Ana Petrovic met the mayor of Lisbon on Monday.&quot; | dateline-cli annotate -
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli evaluate --gold FILE… [options]

Detects entities in annotated articles and counts how many are right: exact span and type.

  --gold FILE…    JSON lines, annotated XML or any other format that convert reads
  --model MODEL   a model of your own; &quot;none&quot;: the rules alone (else the shipped model)
  --types LIST    which types count (PERSON,ORG,LOC); else those of the gold articles
  --json          as JSON on standard output

Example:
  dateline-cli evaluate --gold articles.jsonl --types PERSON,ORG,LOC
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file with --gold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type        precision  recall      F1    gold   found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli COMMAND [options] INPUT…

Finds who and what news articles name, and works with the annotated XML.

Commands:
  annotate   detect entities in articles, write annotated XML or JSON lines
  convert    from one format into another, and what is lost by it
  validate   check annotated files and list all problems
  history    who did what when in an annotated file
  stats      counts by type, status, annotator and entity
  compare    differences and agreement of annotators
  merge      the layers of several files of one article into one file
  split      each layer of a file into a file of its own
  train      a model of your own from annotated articles
  evaluate   how right the suggestions are on annotated articles

  --help     this text; after a command, that command&apos;s
  --version  the version

Exit status: 0 done, 1 some inputs failed, 2 wrong usage.

Example:
  echo &quot;Ana Petrovic met the mayor of Lisbon on Monday.&quot; | dateline-cli annotate -
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dateline-cli train --corpus FILE… -o MODEL [options]

Trains the sequence tagger on your own articles, with your own types: JSON lines (id, text,
entities with start, end, type), annotated XML or any other format that convert reads.
A type that does not occur in a file is unknown there, not absent.

  --corpus FILE…     what to learn from
  --dev FILE         what to measure on after each epoch; training ends early when the
                     score does not rise any more, and the best state is kept
  --clusters FILE    word clusters (else those of the shipped model)
  --plan FILE        which corpora with which weights, as docs/detection.md says;
                     its files are named from the folder after --folder
  --folder DIR
  --epochs N         passes over the corpus (8)
  --seed N           same data and seed, same bytes (1)
  -o, --output MODEL where to write; nothing half-written stays

Example:
  dateline-cli train --corpus articles.jsonl --dev more.jsonl -o ours.tagger
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line holds a word and three numbers, separated by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn: no article has annotations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corpus has %1 types; a model holds at most %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2, loss %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, F1 on the dev set %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning %1 types from %2 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first without the articles that the confidence is fitted on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with -o where to write the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one file with --corpus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seed needs a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--epochs needs a number from 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no plan of a training: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line needs a token, 0 or 1, and labels, separated by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::CompareController</name>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator without name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: 1 mention, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n mentions, %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is tagged with the tagset “%1”, “%2” with “%3”: their types cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has mentions of the type “%1”, which “%2” does not know: their types cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no annotations in it to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestions are still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work is to be compared with “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds the work of several annotators. Compare with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article holds the work of one annotator at most: Review, Compare With takes another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work is to be compared?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is annotated in this article yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was changed, so the comparison ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the first difference: here is the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was the last difference: here is the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 difference. %1 goes there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n differences. %1 goes to the next one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ConllFormat</name>
    <message>
        <source>The line holds no token; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has no tag in column %1; it counts as O.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokens do not make up the sentence that the comment states; the tokens count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no token. Choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column holds tags such as O, B-PER or I-PER. Choose another format or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Decoding</name>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a GZIP archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a BZIP2 archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an XZ archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Zstandard archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound, video or picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an old office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an MP3 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an OGG sound or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a FLAC sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an MP4 video or a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Matroska or WebM video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a text: more than a tenth of it are control characters or bytes that no text holds. Choose a text, HTML or annotated XML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) could not be decoded as %1 and became U+FFFD. If the text looks wrong, choose another encoding.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is not a text but %1. Choose a text, HTML or annotated XML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding “%1” is not known here. Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::DetailsPanel</name>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed “unsure”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed an attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mention selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Detector</name>
    <message>
        <source>a place of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a city or region of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a people, religion or party&apos;s members of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an organisation of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an event of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a product or treaty of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a topic of policy news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a title or office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that begins with the given name “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name after the title “%1” on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name beside “%1” on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>capitalised words in the shape of a person&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a capitalised word that acts like a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a given name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of the name “%1” on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an organisation&apos;s name by its word “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an organisation&apos;s name that begins with “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a ministry named with its country, “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a company by its form “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an acronym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the acronym of “%1” on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the agency in the dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the place in the dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a place&apos;s name by its word “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name after “%1” on line %2, as places stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name before the place “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a people or following, in the plural</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two peoples joined by a hyphen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a title or office beside the name “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a named event by its word “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a named law, treaty or product by its word “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an amount with a currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a topic of policy news around “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same name as on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a public figure of the gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the watchlist “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by the word “%1” and its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by “%1” before it on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by “%1” after it on line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by the capitalised words around “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by what the article says of “%1” elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tagger, by the gazetteer&apos;s entry for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::DifferenceCard</name>
    <message>
        <source>Current difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing marked here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a difference in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::DifferenceDelegate</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::DifferencesModel</name>
    <message>
        <source>%1, line %2: %3 | %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal form</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::DifferencesPanel</name>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinted and underlined in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlined in the article, where it differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement on mentions of the same words and type, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement on mentions that share words and are of one type, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>κ tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen’s kappa over the types of all words: 1 full agreement, 0 that of chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n differences</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::EditSession</name>
    <message>
        <source>Unnamed annotator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::EncodingDialog</name>
    <message>
        <source>Encoding of the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this file is encoded cannot be told for sure. Choose the line that makes it readable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::EntitiesPanel</name>
    <message>
        <source>Filter entities…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::EntityDelegate</name>
    <message>
        <source>1 entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::EntityTreeModel</name>
    <message>
        <source>%1, %2 of %3 accepted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ExportCommands</name>
    <message>
        <source>The suggestions are still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Printed: the article has %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Printing failed. See whether the printer is on and chosen, or save as PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Exported %n file(s) to %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This file belongs to an open article and was left as it is. Export under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported: %1 was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Accepted (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Suggested (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rejected (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Withdrawn (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated XML keeps the mentions of every status and all layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text keeps no mentions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is l&amp;ost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ExportPreview</name>
    <message>
        <source>annotated XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ExportedArticle</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>l%1: %2, %3, %n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The article&apos;s text is left out: %1 does not hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kinds of paragraphs differ from those found in the bare text; %1 does not hold them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n propertie(s) of the article are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n type(s) of the article&apos;s own tagset lose name, colour and description: %1 holds labels only.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other layer(s) are left out: %1 holds one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Content of other XML namespaces is left out: %1 does not hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are left out: %1 holds the text alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) overlap another and are left out: %1 holds no overlap.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of several spans become one stretch from the first to the last in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) begin or end with white space, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are not accepted, which %1 does not show.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a confidence, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a reason, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are flagged unsure, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a normal form, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have a link, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on mentions are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attribute(s) of mentions are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entitie(s) are left out: %1 does not hold which mentions belong together.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entitie(s) have notes, attributes or a type of their own, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s) are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Who first proposed or noted what, and when, is left out in %n place(s): %1 does not hold it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of the history are left out: %1 does not hold them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Whose layer this is, and how far it is, is left out: %1 does not hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) lose line breaks or outer spaces, which %1 does not hold.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;: the article has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no layer &quot;%1&quot;. The layers are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several layers could be meant. Choose one by its id:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::FileCommands</name>
    <message>
        <source>Open Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no text: copy an article first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestions are still being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the article&apos;s properties</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::FileLayer</name>
    <message>
        <source>the disk is full; free some space, or choose another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your quota on this disk is used up; remove some files, or choose another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is read-only; choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are not allowed to write there; choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is gone; choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file would be larger than the disk or your limit allows; choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk reports an error; choose another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network share or the device is gone; connect it again, or choose another place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::FileSharing</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes of the other version are in. Undo takes them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The changes of the other version are in; %n conflict(s): yours stayed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::FindBar</name>
    <message>
        <source>Match &amp;case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::FormatRegistry</name>
    <message>
        <source>Annotated XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CoNLL columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of mentions (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of the format %1 are written, but not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. Choose a file with an article in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::GoToLineBar</name>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::HtmlReader</name>
    <message>
        <source>The page is too large to be read as one article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page has no visible text. Copy the article&apos;s text and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::HtmlWriter</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ImportedArticle</name>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A mention has no label; it got the type “Unlabelled”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “%1” is not in the tagset; it became a type of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that XML cannot hold became U+FFFD.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A mention from %1 to %2 is outside the text and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 did not quote “%3”; it was placed where the text says this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 is outside the text, and “%3” is not found: it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 quotes “%3”, but the text says “%4” there. Check this place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::IssuesModel</name>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Journal</name>
    <message>
        <source>The recovery journal cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery journal is damaged from its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for recovery cannot be made. Your work is safe only once it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for recovery cannot be written. Your work is safe only once it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal for recovery cannot be written (%1). Nothing is lost yet: save the article now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::JsonLinesFormat</name>
    <message>
        <source>An entity is no object with start, end and type; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A relation has no type, or names a mention that is not there; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has no &quot;text&quot;; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line holds an article: a JSON object with a &quot;text&quot;. Choose another format or file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::JsonLinesReader</name>
    <message numerus="yes">
        <source>The line is longer than %n byte(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is not JSON: %1, at byte %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is JSON, but not an object.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::MainWindow</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered after the last session ended unexpectedly: %1. Save to keep it, or undo what you do not want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] — Dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] (%2) — Dateline</source>
        <comment>file, stage</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in %1: %2 lists them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1. You can read and tag it; saving asks first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of “%1” is not there any more. Saving writes it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was changed by another program: %2 takes its changes in, saving asks first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::MentionCard</name>
    <message>
        <source>Current mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the entity with all its mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept this mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject this mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mention selected. Tab in the article goes to the next undecided one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add… L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · change… L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 undecided, this one at line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept entity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type… %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::NativeFormat</name>
    <message>
        <source>&lt;%1&gt; has the unknown attribute “%2”, which is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1 %2=&quot;%3&quot;&gt;: the value is not one of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1 %2=&quot;%3&quot;&gt;: the value is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; lacks the attribute “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB. Split the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An element has more than %1 attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements are nested more than %1 deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; stands too late in &lt;%2&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; stands more than once in &lt;%2&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; is not known in &lt;%2&gt; and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; lacks a &lt;%2&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends too early: it is damaged or was not written completely. Open a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text stands where only elements may, in &lt;%1&gt;, and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; stands inside the text of &lt;%2&gt;; its text is kept, the element is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an annotated article of Dateline: its root is &lt;%1&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer Dateline (format %1). Update Dateline to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format version “%1” is not known; the file is read as version 1.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written by a newer Dateline (format %1). What this one does not know is left out when you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The type “%1” is defined twice or without an id and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent id “%1” is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1=&quot;%2&quot;&gt;: there is no such agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block starts at %1, inside or right after the one before it: was the text edited by hand? It is placed on the next line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap before a block is too large (start=&quot;%1&quot;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has %1 characters, but length=&quot;%2&quot; is stated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not match its digest: it was changed outside Dateline. Annotations are placed by their quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 from %2 to %3 is not inside one block and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer id “%1” is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1 type=&quot;%2&quot;&gt;: the tagset does not have this type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The entity id “%1” is used twice in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mention id “%1” is used twice in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;mention id=&quot;%1&quot; entity=&quot;%2&quot;&gt;: there is no such entity in this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;relation from=&quot;%1&quot; to=&quot;%2&quot;&gt;: there is no such mention in this layer. The relation is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer comes from “%1”, which the file does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 did not quote “%3”; it was placed where the text says this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 is outside the text, and “%3” is not found: it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span from %1 to %2 quotes “%3”, but the text says “%4” there. Check this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mention “%1” has no place in the text and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mention “%1” has spans that touch or overlap; they became one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;%1&gt; does not belong to the format; it is kept only in the root, in layers and in reviews, and is left out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;review of=&quot;%1&quot;&gt;: there is no such layer. The review is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;review of=&quot;%1&quot;&gt;: this agent has a review of this layer already; they became one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment id “%1” is used twice in this review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proposal id “%1” is used twice in this review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;verdict mention=&quot;%1&quot;&gt;: there is no such mention in the reviewed layer. The verdict is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;verdict mention=&quot;%1&quot;&gt;: there is no such mention in the reviewed layer. The reason is kept as a comment on the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;mention entity=&quot;%1&quot;&gt; of a proposal: there is no such entity in the reviewed layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;comment id=&quot;%1&quot; %2=&quot;%3&quot;&gt;: there is no such %2 in the review or its layer. The comment is kept without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments of a review answer each other in a circle; one of them begins the thread now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than %1 spans. Split the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not well-formed XML at column %1: %2 Correct this place or open a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has a DOCTYPE (column %1). Annotated articles never have one, so it is refused for safety: remove the declaration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::OpenArticlesList</name>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <comment>stage, who, when</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::OverviewStrip</name>
    <message>
        <source>Overview of mentions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::PreferencesDialog</name>
    <message>
        <source>Bring back the articles of the last session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::PrintedLists</name>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ProblemsDock</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Prompts</name>
    <message>
        <source>Unsaved Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has decisions that are not saved. Save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Annotated XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated XML (*.xml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that belong to the export are there already and differ:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated articles (*.xml *.jsonl *.ann *.conll);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you take it over, the other one is told when it saves. Your work stays in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Under &amp;Another Name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take Over and Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by Another Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was changed by another program since it was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in its changes keeps both; where both changed the same thing yours stays, and it is listed. Saving yours alone keeps the other version as a backup beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take In and Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;Mine Alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Recovery</name>
    <message>
        <source>The recovery journal is damaged from its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) on %1, %2–%3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::Review</name>
    <message>
        <source>&quot;%1&quot; means &quot;%2&quot; here and &quot;%3&quot; in a file before. Give one of them another name in its file, then merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotator &quot;%1&quot; is called &quot;%2&quot; here and &quot;%3&quot; before; the one with the newest layer counts: &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same text is divided into other blocks here; those of the first file stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is &quot;%1&quot; here and &quot;%2&quot; before, or was read otherwise; the first stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is &quot;%2&quot; here and &quot;%3&quot; before; the first stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tagset is &quot;%1&quot; here and &quot;%2&quot; before; the types of both are kept under the first name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The type &quot;%1&quot; is &quot;%2&quot; (%3) here and &quot;%4&quot; (%5) before, or is described otherwise; the first stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer of %1 (%2) is in an older state in one of the files; the newer one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer of %1 (%2) was changed in two files independently. Both are kept; this file&apos;s is now %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is not that of &quot;%1&quot;: from line %2, column %3 of the text on, there is %4 there and %5 here. Only layers of the same text go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their relations between mentions differ and stay out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their list of types differs and stays out: set it here as well if you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their description of the source differs and stays out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their content of other programs differs and stays out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text was corrected here and there in different ways. Keep yours under another name, or open theirs and correct it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the version on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the normal form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the doubt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a property of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether it is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: both changed %2. Here: “%3”, there: “%4”. Yours stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewBuilder</name>
    <message>
        <source>The article is marked final already: the reviewer has to return it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are suggestions only: decide on one of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is approved already. To change it, ask the reviewer to return it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer does not get the stage “%1” in a review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article was returned already: the annotator has to mark it final again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is approved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotator still works on the article: it has to be marked final first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are suggestions only: a person has to decide on them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is adjudicated: there is nothing to return or approve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the verdict on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Approve %n mention(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Approve the other %n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comment on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to a comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose “%1” as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the proposal “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not another person&apos;s layer: there is nothing to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) are still returned: approve them, or return the article.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Approve the article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewCard</name>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve this mention and go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the entity with all its mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return this mention with a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve every mention that has no verdict yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the article back to the annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the article as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the proposed mention over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, mark final and go to the next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment… C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer… C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewController</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tags are yours. Who reviews them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody else&apos;s work in this article to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose tags?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the mention first that is to be returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it returned?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons given before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mention has a verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags are another person&apos;s: return a mention, or select words to propose a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) have no verdict yet: approve the rest, or return one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every mention is looked at. %1 sends the article back or approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 goes through them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewDelegate</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::ReviewModel</name>
    <message>
        <source>The article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewPanel</name>
    <message>
        <source>Which mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of which type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this kind. Choose “All” above to see every mention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review yet. To check what another person tagged, choose Review, Review as Yourself…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you: everything that came back is answered. “Submit again” below marks the article final.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ReviewState</name>
    <message numerus="yes">
        <source>%n returned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::SaveFile</name>
    <message>
        <source>This is a folder. Choose a file name in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is write-protected. Save under another name, or allow writing to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” does not exist. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was written could not be read back the same. The old file is unchanged. Choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving failed: %1. The old file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier version could not be kept as a backup: %1. The old file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was written, but the disk does not confirm it: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::ShortcutsDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New keys:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This works everywhere in the window, so a key alone would be taken from text fields: hold Ctrl or Alt, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has these keys: it loses them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::SidePanel</name>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::StatusStrip</name>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next undecided: Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Tagger</name>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is empty; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too large to be a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is damaged or cut short; install or train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no model of Dateline&apos;s tagger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was made by a later version of Dateline; update Dateline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was trained by another version of Dateline; train it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models are read on little-endian machines only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from: no article has words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::TaggingController</name>
    <message>
        <source>Every mention is decided. Ctrl+S saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept %n mention(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reject “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reject %n mention(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Select words, or go to a mention with Tab, then press a type&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mention lies inside one paragraph: select less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag “%1” as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the boundary of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are all the mentions of the entity: there is nothing to split off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Split %n mention(s) off</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Merge %1 into %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the normal form of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “%1” unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark “%1” sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The suggestions are still being made. Esc goes on without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “%1” to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change all mentions of %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::TextCorrection</name>
    <message>
        <source>No text would remain. Close the article instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” lost a part of its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stands elsewhere now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no longer in the text: its mention was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of “%1” is no longer in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place to correct lies outside the text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::VersionMerger</name>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>url</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::Watchlist</name>
    <message>
        <source>There is no such watchlist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist is larger than 256 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist has too many names to be compiled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has no name; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no type; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no type of the tagset; the row is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark opens and does not close; the row is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something follows the closing quotation mark of a cell; the row is left out. A quotation mark inside a cell is written twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too long to be a name; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stands on line %2 already; that one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a web address nor a Wikidata number; the row counts without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has neither letters nor digits; it is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more problem(s) are not listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::WatchlistController</name>
    <message>
        <source>Watchlists (*.csv *.tsv *.tab *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Watchlists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Watchlist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlists count from the next detection on (Detect Again for this article).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) in the watchlists; the first: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::WatchlistDialog</name>
    <message>
        <source>Watchlists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the selected list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New for This &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove En&amp;try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (this folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A watchlist holds names of your own that win over the detector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some rows break the list&apos;s format (a quotation mark that does not close), so it can only be looked at here. Mend it in the program that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries. Other names are parted by “|”; a type is one of the tagset, such as “person”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dateline::WatchlistTable</name>
    <message>
        <source>Edit a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist cannot be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list holds rows that break its format, so it is not written over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watchlist cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::WelcomeStrip</name>
    <message>
        <source>&lt;b&gt;Tab&lt;/b&gt; goes to the next suggestion, &lt;b&gt;Return&lt;/b&gt; accepts it, &lt;b&gt;Shift+Return&lt;/b&gt; accepts it everywhere in the article.&lt;br&gt;&lt;b&gt;Delete&lt;/b&gt; rejects, &lt;b&gt;1 … 9&lt;/b&gt; set the type; select words and press a number to tag what was missed.&lt;br&gt;&lt;b&gt;Ctrl+O&lt;/b&gt; opens your own article, &lt;b&gt;Ctrl+S&lt;/b&gt; saves annotated XML, &lt;b&gt;F1&lt;/b&gt; shows all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::WindowCommands</name>
    <message>
        <source>About Dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Dateline %1&lt;/h3&gt;&lt;p&gt;Annotates news articles: detected entities are reviewed, corrected and saved as annotated XML.&lt;/p&gt;&lt;p&gt;Apache License 2.0&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (confidence %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name or a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a mention of the entity first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other entity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge %1 into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dateline::WorkQueue</name>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering unsaved work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Opening %n article(s)… Esc stops it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for names… Esc stops it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
