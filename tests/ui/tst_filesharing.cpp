// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "editing/articlelock.h"
#include "formats/nativeformat.h"
#include "formats/savefile.h"

/// Two programs on one file, through the real window.
class TestFileSharing : public test::WindowFixture
{
    Q_OBJECT

    MessageBar &messages() { return *m_window->findChild<MessageBar *>(); }
    QAction *takeIn() { return m_window->actions()[u"takeIn"_s]; }
    void save()
    {
        m_window->actions()[u"save"_s]->trigger();
        QTRY_VERIFY(!session().isSaving());
    }
    AnnotatedArticle onDisk() { return readNative(test::readFile(m_savePath), m_savePath).value().article; }
    /// What another program does to the saved file: sets the type of the mention of these words.
    void changeOutside(const QString &words, const QString &type)
    {
        AnnotatedArticle theirs = onDisk();
        const LayerId id = session().activeLayer();
        const auto layer = std::find_if(theirs.layers.begin(), theirs.layers.end(),
                                        [id](const Layer &one) { return one.info.id == id; });
        QVERIFY(layer != theirs.layers.end());
        Mention changed;
        layer->mentions.forEach([&](const Mention &mention) {
            if (changed.id == 0 && theirs.text.view(mention.extent()) == words)
                changed = mention;
        });
        QVERIFY(changed.id != 0);
        changed.type = type;
        changed.entity = 0;
        layer->mentions.replace(changed);
        test::writeFile(m_savePath, writeNative(theirs));
    }
    const Mention *saved(const AnnotatedArticle &article, const QString &words)
    {
        const Mention *found = nullptr;
        article.layer(session().activeLayer())->mentions.forEach([&](const Mention &mention) {
            if (!found && article.text.view(mention.extent()) == words)
                found = article.layer(session().activeLayer())->mentions.find(mention.id);
        });
        return found;
    }
    /// Accepts a mention by key.
    void accept(const QString &words)
    {
        view().setFocus();
        goTo(words);
        key(Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"tst_filesharing"_s); }
    void init()
    {
        m_heldAnswer = Prompts::Held::Cancel;
        m_outsideAnswer = Prompts::Outside::Cancel;
        setUp();
        accept(u"Belgrade"_s);
        save();
        QVERIFY(QFile::exists(m_savePath) && !session().isModified());
    }
    void cleanup() { m_window.reset(); }

    void anOpenFileIsLockedAndClosingFreesIt()
    {
        QVERIFY(ArticleLock::holderOf(m_savePath));
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        QVERIFY(!ArticleLock::holderOf(m_savePath));
        QVERIFY(!QFile::exists(ArticleLock::lockFileOf(m_savePath)));
    }

    void whoHasTheFileIsSaidAndSavingAsks()
    {
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        const ArticleLock::Outcome other = ArticleLock::acquire(m_savePath, u"Vera"_s);
        QVERIFY(other.lock);
        open(m_savePath);
        QVERIFY2(messages().message().contains(u"Vera has talks.annotated.xml open"_s), qPrintable(messages().message()));
        const QByteArray before = test::readFile(m_savePath);

        accept(u"Sergey Lavrov"_s); // what can be done is done
        save();
        QCOMPARE(m_askedHeld.size(), 1);
        QVERIFY(session().isModified());
        QCOMPARE(test::readFile(m_savePath), before);

        const QString kept = m_savePath;
        m_savePath = m_folder->filePath(u"mine.annotated.xml"_s);
        m_heldAnswer = Prompts::Held::SaveAs;
        save();
        QTRY_COMPARE(session().path(), m_savePath);
        QVERIFY(other.lock->isHeld());
        QCOMPARE(test::readFile(kept), before);
    }

    void takingOverSavesAndTellsTheOther()
    {
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        const ArticleLock::Outcome other = ArticleLock::acquire(m_savePath, u"Vera"_s);
        open(m_savePath);
        accept(u"Sergey Lavrov"_s);
        m_heldAnswer = Prompts::Held::TakeOver;
        save();
        QVERIFY(!session().isModified());
        QVERIFY(!other.lock->isHeld());
        accept(u"Alexander Vucic"_s);
        save();
        QCOMPARE(m_askedHeld.size(), 1); // it is ours now
    }

    void changesFromOutsideAreNoticedAndTakenIn()
    {
        QVERIFY(!takeIn()->isEnabled());
        changeOutside(u"Belgrade"_s, u"organisation"_s);
        QTRY_VERIFY(takeIn()->isEnabled());
        QVERIFY(messages().message().contains(u"changed by another program"_s));
        accept(u"Sergey Lavrov"_s);
        takeIn()->trigger();
        QTRY_COMPARE(mentionOf(u"Belgrade"_s)->type, u"organisation"_s);
        QCOMPARE(mentionOf(u"Sergey Lavrov"_s)->status, Status::Accepted);
        QVERIFY(!takeIn()->isEnabled());
        save();
        QVERIFY(m_askedHeld.isEmpty());
        const AnnotatedArticle both = onDisk();
        QCOMPARE(saved(both, u"Belgrade"_s)->type, u"organisation"_s);
        QCOMPARE(saved(both, u"Sergey Lavrov"_s)->status, Status::Accepted);
    }

    void savingOverAnotherVersionAsks_data()
    {
        QTest::addColumn<Prompts::Outside>("answer");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("isSaved");
        QTest::newRow("take in") << Prompts::Outside::TakeIn << u"organisation"_s << true;
        QTest::newRow("mine alone") << Prompts::Outside::KeepMine << u"place"_s << true;
        QTest::newRow("cancel") << Prompts::Outside::Cancel << u"organisation"_s << false;
    }
    void savingOverAnotherVersionAsks()
    {
        QFETCH(Prompts::Outside, answer);
        QFETCH(QString, type);
        QFETCH(bool, isSaved);
        m_outsideAnswer = answer;
        accept(u"Sergey Lavrov"_s);
        changeOutside(u"Belgrade"_s, u"organisation"_s);
        const QByteArray theirs = test::readFile(m_savePath);
        m_window->actions()[u"save"_s]->trigger();
        QTRY_COMPARE(m_askedHeld.size(), 1);
        QTRY_COMPARE(session().isModified(), !isSaved);
        QTRY_VERIFY(!session().isSaving());
        QCOMPARE(saved(onDisk(), u"Belgrade"_s)->type, type);
        if (isSaved)
            QCOMPARE(saved(onDisk(), u"Sergey Lavrov"_s)->status, Status::Accepted);
        if (answer == Prompts::Outside::KeepMine)
            QCOMPARE(test::readFile(backupsOf(m_savePath).last()), theirs);
    }

    void whereBothChangedTheSameOursStaysAndIsListed()
    {
        view().setFocus();
        goTo(u"Belgrade"_s);
        key(Qt::Key_5);
        const QString ours = mentionOf(u"Belgrade"_s)->type;
        changeOutside(u"Belgrade"_s, u"organisation"_s);
        QTRY_VERIFY(takeIn()->isEnabled());
        takeIn()->trigger();
        QTRY_VERIFY(!takeIn()->isEnabled());
        QCOMPARE(mentionOf(u"Belgrade"_s)->type, ours);
        const IssueList issues = session().issues();
        const auto names = [](const Issue &issue) { return issue.message.contains(u"Belgrade"_s) && issue.offset >= 0; };
        QVERIFY(std::any_of(issues.cbegin(), issues.cend(), names));
        QVERIFY(messages().message().contains(u"conflict"_s));
    }

    void aBrokenVersionOnTheDiskLosesNothing()
    {
        accept(u"Sergey Lavrov"_s);
        test::writeFile(m_savePath, "<annotatedArticle");
        QTRY_VERIFY(takeIn()->isEnabled());
        takeIn()->trigger();
        QTRY_VERIFY(messages().message().contains(u"talks.annotated.xml"_s) && !messages().message().contains(u"takes"_s));
        QCOMPARE(mentionOf(u"Sergey Lavrov"_s)->status, Status::Accepted);
        QVERIFY(session().isModified());
    }

    void aFileThatIsGoneIsWrittenAnew()
    {
        QVERIFY(QFile::remove(m_savePath));
        QTRY_VERIFY(messages().message().contains(u"not there any more"_s));
        accept(u"Sergey Lavrov"_s);
        m_outsideAnswer = Prompts::Outside::KeepMine;
        save();
        QTRY_VERIFY(QFile::exists(m_savePath) && !session().isModified());
    }
};

DATELINE_WINDOW_TEST_MAIN(TestFileSharing)
#include "tst_filesharing.moc"
