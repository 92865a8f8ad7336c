package org.commensal.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyFolder;
import org.commensal.protocol.StudyReader;

/**
 * A small study for tests: sites north and south, one short form that decides eligibility and strata, and arms whose
 * codes stand nowhere else.
 */
record TestStudy(String id, Map<String, byte[]> files) {

    static final String ARM = "ARMX7Q|ARMZ3K";

    /** Permuted blocks of random size in four strata; no role sees an arm, and answers set rules off. */
    static final TestStudy BLOCKS = of("two-sites").watched().reporting();

    /** The same, minimised over both factors. */
    static final TestStudy MINIMISED = of("minimised")
            .with(
                    "allocation.yaml",
                    "method: minimisation\nmeasure: range\nprobability: 4/5\noverall-total: true\nsimple-first: 4\n");

    /** The same as the first, but coordinators and participants see the arm. */
    static final TestStudy OPEN =
            of("open-label").watched().reporting().inserting("open-label: [participant, coordinator]\n");

    /** The same as the first, to be paused, closed and locked. */
    static final TestStudy ENDING = of("ending");

    /** Its data are locked, and its arms are told. */
    static final TestStudy TOLD = of("told");

    /** The same as the first, of which releases are compared; its arms are told at the end. */
    static final TestStudy COMPARED = of("compared");

    /** The same as the first, whose data are frozen, signed and locked. */
    static final TestStudy CLOSING = of("closing").watched();

    /** The same as the first, whose seed others contribute to before it is activated, and which is verified. */
    static final TestStudy VERIFIED = of("verified");

    /** The same as the first, whose consent document is changed. */
    static final TestStudy CONSENTED = of("consented");

    /** Its version 2, with another document to consent to. */
    TestStudy withAnotherConsent() {
        return replacing("study.yaml", "version: \"1\"", "version: \"2\"")
                .replacing("consent.yaml", "version: \"1\"", "version: \"2\"");
    }

    /** The same as the first with two questions about the mood, to be amended. */
    static final TestStudy AMENDED = of("amended").with("forms/mood.yaml", mood("calm", "Calm", "Kalm"));

    /** Its version 2: a question is added, one re-worded, two retired, and a visit is gone. */
    TestStudy amended() {
        return replacing("study.yaml", "version: \"1\"", "version: \"2\"")
                .replacing("study.yaml", " {2,}- \\{code: C8.*\n", "")
                .replacing("forms/check.yaml", "question: \\{en: \"Attacks\"", "question: {en: \"Number of attacks\"")
                .replacing(
                        "forms/check.yaml",
                        "- \\{code: remark.*",
                        "- {code: worst, type: integer, least: 0, most: 10,"
                                + " question: {en: \"Worst pain\", nl: \"Ergste pijn\"}}")
                .with("forms/mood.yaml", mood("sleep", "Sleep", "Slaap"));
    }

    private static String mood(String second, String en, String nl) {
        return """
                title: {en: "Mood", nl: "Stemming"}
                minutes: 1
                items:
                  - {code: mood, type: integer, least: 0, most: 10, required: true, question: {en: "Mood", nl: "Stemming"}}
                  - {code: %s, type: integer, least: 0, most: 10, question: {en: "%s", nl: "%s"}}
                scores:
                  - {code: mood_doubled, label: {en: "Twice the mood", nl: "Twee keer de stemming"}, formula: mood * 2}
                """.formatted(second, en, nl);
    }

    /** With each match of a pattern in a file replaced. */
    TestStudy replacing(String file, String pattern, String replacement) {
        String content = text(file);
        String replaced = content.replaceAll(pattern, replacement);
        if (replaced.equals(content)) {
            throw new IllegalArgumentException("nothing in " + file + " matches " + pattern);
        }
        return with(file, replaced);
    }
    /** The same as the first with a third factor, so that it has eight strata. */
    static final TestStudy STORM = of("storm").withAge();

    /** The same as the first, published and opened by its own journey. */
    static final TestStudy OPENING = of("opening");

    /** The same as the first, to be simulated. */
    static final TestStudy SIMULATED = of("simulated");
    /** Three arms with kits; coordinators see the arm of their participants. Its allocation scheme is amended. */
    static final TestStudy RESCHEMED = of("reschemed")
            .inserting("open-label: [coordinator]\n")
            .replacing(
                    "study.yaml",
                    "\nschedule:",
                    "  - {code: ARMY9V, ratio: 1, name: {en: \"Kind Yucca\", nl: \"Soort Yucca\"},"
                            + " description: {en: \"The Yucca way.\", nl: \"De manier van Yucca.\"}}\n\nschedule:")
            .with("allocation.yaml", "method: permuted-blocks\nblock-sizes: [3]\n")
            .allowingForced()
            .withKits();

    /** Its version 2: another ratio. */
    TestStudy withAnotherRatio() {
        return replacing("study.yaml", "version: \"1\"", "version: \"2\"")
                .replacing("study.yaml", "code: ARMX7Q, ratio: 1", "code: ARMX7Q, ratio: 2")
                .with("allocation.yaml", "method: permuted-blocks\nblock-sizes: [4]\nforced: allowed\n");
    }

    /** Version 3: one arm takes nobody new. */
    TestStudy withAClosedArm() {
        return withAnotherRatio()
                .replacing("study.yaml", "version: \"2\"", "version: \"3\"")
                .replacing("study.yaml", "code: ARMY9V, ratio: 1", "code: ARMY9V, closed: true, ratio: 1")
                .with("allocation.yaml", "method: permuted-blocks\nblock-sizes: [3]\nforced: allowed\n");
    }

    /** Version 4: a site is added, which is a level of a factor. */
    TestStudy withAThirdSite() {
        return withAClosedArm()
                .replacing("study.yaml", "version: \"3\"", "version: \"4\"")
                .replacing("study.yaml", " *- \\{code: south.*", "$0\n  - {code: west, prefix: WES, name: \"West\"}");
    }

    /** The same as the first, in blocks of four, whose coordinators see arms and note by whom somebody was seen. */
    static final TestStudy LEAKING = of("leaking")
            .inserting("open-label: [coordinator]\n")
            .with("allocation.yaml", "method: permuted-blocks\nblock-sizes: [4]\n")
            .with("forms/check.yaml", """
                    title: {en: "Call", nl: "Gesprek"}
                    minutes: 1
                    items:
                      - {code: attacks, type: integer, least: 0, most: 100, required: true, question: {en: "Attacks", nl: "Aanvallen"}}
                      - code: seen_by
                        type: choice
                        question: {en: "Seen by", nl: "Gezien door"}
                        options:
                          - {value: d1, label: {en: "The first", nl: "De eerste"}}
                          - {value: d2, label: {en: "The second", nl: "De tweede"}}
                    scores:
                      - {code: twice, label: {en: "Twice the attacks", nl: "Twee keer de aanvallen"}, formula: attacks * 2}
                    """);

    /** The same with kits, and a form in which more can leak. */
    static final TestStudy PLANTED = of("planted")
            .inserting("open-label: [coordinator]\n")
            .with("allocation.yaml", "method: permuted-blocks\nblock-sizes: [4]\n")
            .with("forms/check.yaml", StudyParts.CALL)
            .withKits();

    /** The same as the first, for events and alerts. */
    static final TestStudy WATCHED = of("watched").watched();

    /** The same as the first, where monitors compare calls of half of the participants, and the severity of all. */
    static final TestStudy SOURCED =
            of("sourced").inserting("source-verification: {share: 50, forms: [check], critical: [severity]}\n");

    /** The same as the first, where two people enter the form of a call. */
    static final TestStudy TWICE = of("twice").watched().inserting("double-entry: [check]\n");

    /** The same as the first, for adverse events and medicines. */
    static final TestStudy SAFETY = of("safety").watched().reporting();

    /** The same as the first, with kits of a blinded product, handed out when drawn and at call 2. */
    static final TestStudy KITS = of("kits").withKits();

    /** The same with kits of a blinded product, where a participant may be given the arm of another. */
    static final TestStudy FORCED = of("forced").withKits().allowingForced();

    /** The same, minimised, without kits and never opened to others: its ledger is revealed. */
    static final TestStudy FOLLOWED = of("followed")
            .with("allocation.yaml", MINIMISED.text("allocation.yaml"))
            .allowingForced();

    /** The same as the first, but coordinators and participants see the arm; for sealed envelopes. */
    static final TestStudy ENVELOPES = of("envelopes").inserting("open-label: [participant, coordinator]\n");

    /** The same as the first, whose laboratory sends its results in files. */
    static final TestStudy IMPORTED = of("imported").watched().withImports();

    private TestStudy withImports() {
        TestStudy asking = replacing(
                        "study.yaml",
                        "\n {2,}- \\{code: AE,",
                        "\n    - {code: LAB, name: {en: \"Sample\", nl: \"Monster\"}, form: lab, by: staff, repeating: true}$0")
                .replacing(
                        "study.yaml",
                        "\n {2,}- \\{id: ST2,",
                        "\n    - {id: ST3, name: {en: \"High CRP\", nl: \"Hoog CRP\"}, when: crp >= 100,"
                                + " action: {en: \"Call.\", nl: \"Bel.\"}, within-hours: 24, who: investigator}$0");
        String study = asking.text("study.yaml");
        return asking.with("study.yaml", study + StudyParts.IMPORTS).with("forms/lab.yaml", StudyParts.LABORATORY);
    }

    /** The same as the first, whose participants are reminded of the form that they fill in from enrolment on. */
    static final TestStudy REMINDED = of("reminded").withReminders();

    static final TestStudy REMINDED_AGAIN = of("reminded-again").withReminders();

    /** Of the first two rules one comes on whichever day it is, and a participant gets one reminder in all. */
    private TestStudy withReminders() {
        TestStudy asking = replacing("study.yaml", "(code: M1.*)anchor: randomisation", "$1anchor: enrolment");
        String study = asking.text("study.yaml");
        return asking.with("study.yaml", study + StudyParts.REMINDERS);
    }

    private TestStudy allowingForced() {
        return with("allocation.yaml", text("allocation.yaml").stripTrailing() + "\nforced: allowed\n");
    }

    private TestStudy withKits() {
        String study = text("study.yaml");
        return with("study.yaml", study + StudyParts.KITS);
    }

    private static TestStudy of(String id) {
        Map<String, byte[]> files =
                new TreeMap<>(StudyFolder.of(Path.of("src", "test", "resources", "studies", "two-sites"))
                        .files());
        TestStudy study = new TestStudy(id, files);
        return study.with("study.yaml", study.text("study.yaml").replace("id: two-sites", "id: " + id));
    }

    private String text(String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    private TestStudy with(String file, String content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content.getBytes(StandardCharsets.UTF_8));
        return new TestStudy(id, changed);
    }

    private TestStudy watched() {
        String study = text("study.yaml");
        return with(
                        "study.yaml",
                        study.replace("\neligibility:", StudyParts.EVENTS + "\neligibility:") + StudyParts.ALERTS)
                .with("forms/complaint.yaml", StudyParts.COMPLAINT);
    }

    /** With adverse events that are followed up, and medicines. */
    private TestStudy reporting() {
        String study = text("study.yaml");
        return with(
                        "study.yaml",
                        study.replace("\n    - {code: END,", "\n" + StudyParts.ILLNESSES + "    - {code: END,")
                                .replace("\nsafety:\n", "\nsafety:\n" + StudyParts.REPORTING))
                .with("forms/adverse-event.yaml", StudyParts.ILLNESS)
                .with("forms/medicine.yaml", StudyParts.MEDICINE);
    }

    private TestStudy withAge() {
        String study = text("study.yaml");
        return with("study.yaml", study.stripTrailing() + """

                  - name: age
                    label: {en: "Age", nl: "Leeftijd"}
                    levels:
                      - {code: younger, label: {en: "Younger", nl: "Jonger"}, when: age_years < 45}
                      - {code: older, label: {en: "Older", nl: "Ouder"}, when: age_years >= 45}
                """);
    }

    private TestStudy inserting(String lines) {
        String study = text("study.yaml");
        return with("study.yaml", study.replace("\narms:", "\n" + lines + "\narms:"));
    }

    Study read() {
        return StudyReader.read(files);
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
