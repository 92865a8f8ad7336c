package org.commensal.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String content = new String(files.get(file), StandardCharsets.UTF_8);
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
            .with("allocation.yaml", new String(MINIMISED.files.get("allocation.yaml"), StandardCharsets.UTF_8))
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
        String study = new String(asking.files.get("study.yaml"), StandardCharsets.UTF_8);
        return asking.with("study.yaml", study + """

                imports:
                  - code: lab
                    name: {en: "Laboratory", nl: "Laboratorium"}
                    event: LAB
                    form: lab
                    participant: who
                    sampled: taken
                    decimals: comma
                    told-apart-by: [sample]
                    columns:
                      - {column: sample, item: sample, values: {T0: baseline, T12: week_12}}
                      - {column: taken, item: taken}
                      - {column: crp, item: crp, unit-column: unit, units: {mg/dL: 10}}
                """).with("forms/lab.yaml", """
                title: {en: "Laboratory", nl: "Laboratorium"}
                minutes: 1
                items:
                  - code: sample
                    type: choice
                    required: true
                    question: {en: "Which sample?", nl: "Welk monster?"}
                    options:
                      - {value: baseline, label: {en: "Baseline", nl: "Nulmeting"}}
                      - {value: week_12, label: {en: "Week 12", nl: "Week 12"}}
                  - {code: taken, type: date, question: {en: "Taken on", nl: "Afgenomen op"}}
                  - {code: crp, type: number, least: 0, most: 300, decimals: 2, unit: mg/L, usual-most: 50, question: {en: "CRP", nl: "CRP"}}
                """);
    }

    /** The same as the first, whose participants are reminded of the form that they fill in from enrolment on. */
    static final TestStudy REMINDED = of("reminded").withReminders();

    static final TestStudy REMINDED_AGAIN = of("reminded-again").withReminders();

    /** Of the first two rules one comes on whichever day it is, and a participant gets one reminder in all. */
    private TestStudy withReminders() {
        TestStudy asking = replacing("study.yaml", "(code: M1.*)anchor: randomisation", "$1anchor: enrolment");
        String study = new String(asking.files.get("study.yaml"), StandardCharsets.UTF_8);
        return asking.with("study.yaml", study + """

                reminders:
                  name: {en: "Two sites", nl: "Twee centra"}
                  most: 1
                  rules:
                    - {code: A, for: [M1], days-after-opening: 1, at: "00:00", subject: {en: "{study}: today", nl: "{study}: vandaag"}, body: {en: "{link}", nl: "Tot en met {until}: {link}"}}
                    - {code: B, for: [M1], days-after-opening: 2, at: "00:00", subject: {en: "{study}: today", nl: "{study}: vandaag"}, body: {en: "{link}", nl: "{link}"}}
                    - {code: C, for: [M1], days-before-due: 0, at: "12:00", subject: {en: "{study}: until {until}", nl: "{study}: tot en met {until}"}, body: {en: "{link}", nl: "{link}"}}
                """);
    }

    private TestStudy allowingForced() {
        return with(
                "allocation.yaml",
                new String(files.get("allocation.yaml"), StandardCharsets.UTF_8).stripTrailing()
                        + "\nforced: allowed\n");
    }

    private TestStudy withKits() {
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        return with("study.yaml", study + """

                kits:
                  prefix: KIT
                  contents: {en: "Ten sachets", nl: "Tien sachets"}
                  units: 10
                  shelf-life-days: 30
                  minimum-stock: 2
                  visits: [C2]
                """);
    }

    private static TestStudy of(String id) {
        Map<String, byte[]> files =
                new TreeMap<>(StudyFolder.of(Path.of("src", "test", "resources", "studies", "two-sites"))
                        .files());
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        return new TestStudy(id, files).with("study.yaml", study.replace("id: two-sites", "id: " + id));
    }

    private TestStudy with(String file, String content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(file, content.getBytes(StandardCharsets.UTF_8));
        return new TestStudy(id, changed);
    }

    private TestStudy watched() {
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        String events = """
                  events:
                    - {code: AE, name: {en: "Adverse event", nl: "Ongewenst voorval"}, form: complaint, by: staff, repeating: true}
                    - {code: OWN, name: {en: "Own complaint", nl: "Eigen klacht"}, form: complaint, by: participant, when: {en: "When you feel ill", nl: "Als u zich ziek voelt"}, repeating: true}
                    - {code: END, name: {en: "Early end", nl: "Eerder stoppen"}, form: complaint, by: staff}
                """;
        String safety = """

                safety:
                  alerts:
                    - id: ST1
                      name: {en: "Grave complaint", nl: "Ernstige klacht"}
                      when: grade >= 3
                      action: {en: "Call today.", nl: "Bel vandaag."}
                      help: {en: "Call 112 if you are in danger.", nl: "Bel 112 bij gevaar."}
                      within-hours: 24
                      who: investigator
                    - {id: ST2, name: {en: "Many attacks", nl: "Veel aanvallen"}, when: attacks >= 50, action: {en: "Review.", nl: "Beoordeel."}, within-hours: 72, who: coordinator}
                queries:
                  - {id: Q1, text: {en: "So many attacks?", nl: "Zo veel aanvallen?"}, when: attacks >= 40, about: attacks}
                """;
        String complaint = """
                title: {en: "Complaint", nl: "Klacht"}
                minutes: 1
                items:
                  - {code: grade, type: integer, least: 1, most: 5, required: true, question: {en: "Grade", nl: "Graad"}}
                """;
        return with("study.yaml", study.replace("\neligibility:", events + "\neligibility:") + safety)
                .with("forms/complaint.yaml", complaint);
    }

    /** With adverse events that are followed up, and medicines. */
    private TestStudy reporting() {
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        String events = """
                    - {code: AD, name: {en: "Illness", nl: "Ziekte"}, form: adverse-event, by: staff, repeating: true}
                    - {code: CM, name: {en: "Medicine", nl: "Medicijn"}, form: medicine, by: staff, repeating: true}
                """;
        String mapping = """
                  adverse-events:
                    event: AD
                    term: ad_term
                    category: ad_kind
                    start: ad_start
                    ongoing: ad_ongoing
                    end: ad_end
                    grade: ad_grade
                    serious: ad_serious
                    criteria: ad_criteria
                    aware-day: ad_aware_day
                    aware-time: ad_aware_time
                    action: ad_action
                    outcome: ad_outcome
                    age: age_years
                    committee: {fatal-days: 7, other-days: 15}
                    pause-at: 2
                  medicines: {event: CM, medicine: drug, change: drug_change, date: drug_date}
                """;
        String illness = """
                title: {en: "Illness", nl: "Ziekte"}
                minutes: 1
                items:
                  - {code: ad_term, type: text, required: true, question: {en: "Which?", nl: "Welke?"}}
                  - code: ad_kind
                    type: choice
                    required: true
                    question: {en: "Which kind?", nl: "Welke soort?"}
                    options: [{value: nausea, label: {en: "Nausea", nl: "Misselijkheid"}}, {value: other, label: {en: "Other", nl: "Anders"}}]
                  - {code: ad_start, type: date, required: true, question: {en: "Since?", nl: "Sinds?"}}
                  - {code: ad_ongoing, type: boolean, required: true, question: {en: "Ongoing?", nl: "Nog gaande?"}}
                  - {code: ad_end, type: date, ask-if: not ad_ongoing, question: {en: "Until?", nl: "Tot?"}}
                  - code: ad_grade
                    type: choice
                    required: true
                    question: {en: "Grade?", nl: "Graad?"}
                    options: [%s]
                  - {code: ad_serious, type: boolean, required: true, question: {en: "Serious?", nl: "Ernstig?"}}
                  - code: ad_criteria
                    type: choices
                    required: true
                    ask-if: ad_serious
                    question: {en: "By what?", nl: "Waardoor?"}
                    options: [%s]
                  - {code: ad_aware_day, type: date, ask-if: ad_serious, question: {en: "Known since?", nl: "Bekend sinds?"}}
                  - {code: ad_aware_time, type: time, ask-if: ad_serious, question: {en: "At?", nl: "Hoe laat?"}}
                  - code: ad_action
                    type: choice
                    question: {en: "Done?", nl: "Gedaan?"}
                    options: [%s]
                  - code: ad_outcome
                    type: choice
                    required: true
                    question: {en: "Outcome?", nl: "Afloop?"}
                    options: [%s]
                """.formatted(
                        options("1", "2", "3", "4", "5"),
                        options("death", "life_threatening", "hospitalisation", "disability", "congenital", "other"),
                        options("none", "stopped"),
                        options("recovered", "recovering", "not_recovered", "sequelae", "fatal", "unknown"));
        String medicine = """
                title: {en: "Medicine", nl: "Medicijn"}
                minutes: 1
                items:
                  - {code: drug, type: medication, required: true, question: {en: "Which?", nl: "Welk?"}}
                  - code: drug_change
                    type: choice
                    required: true
                    question: {en: "What happened?", nl: "Wat gebeurde er?"}
                    options: [%s]
                  - {code: drug_date, type: date, required: true, question: {en: "When?", nl: "Wanneer?"}}
                """.formatted(options("in_use", "started", "raised", "lowered", "stopped"));
        return with(
                        "study.yaml",
                        study.replace("\n    - {code: END,", "\n" + events + "    - {code: END,")
                                .replace("\nsafety:\n", "\nsafety:\n" + mapping))
                .with("forms/adverse-event.yaml", illness)
                .with("forms/medicine.yaml", medicine);
    }

    private static String options(String... values) {
        return Stream.of(values)
                .map(value -> "{value: \"%s\", label: {en: \"%s\", nl: \"%s\"}}".formatted(value, value, value))
                .collect(Collectors.joining(", "));
    }

    private TestStudy withAge() {
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
        return with("study.yaml", study.stripTrailing() + """

                  - name: age
                    label: {en: "Age", nl: "Leeftijd"}
                    levels:
                      - {code: younger, label: {en: "Younger", nl: "Jonger"}, when: age_years < 45}
                      - {code: older, label: {en: "Older", nl: "Ouder"}, when: age_years >= 45}
                """);
    }

    private TestStudy inserting(String lines) {
        String study = new String(files.get("study.yaml"), StandardCharsets.UTF_8);
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
