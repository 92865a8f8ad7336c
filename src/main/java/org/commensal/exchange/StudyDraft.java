package org.commensal.exchange;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Text;
import org.commensal.protocol.FaultyStudy;
import org.commensal.protocol.StudyReader;

/** A study while it is imported, and the placeholders for what no source says. */
final class StudyDraft {

    private static final String SKELETON = """
            # Imported. What is marked as a placeholder has to be completed before the study can be used.
            id: %s
            version: %s
            title: %s
            summary: %s
            time-zone: %s
            target: %s
            sites: # placeholder
              - {code: site-1, prefix: AAA, name: "Site 1"}
            arms: # placeholder
              - {code: A, name: {en: "Group A", nl: "Groep A"}, description: {en: "To be written.", nl: "Moet nog worden geschreven."}}
              - {code: B, name: {en: "Group B", nl: "Groep B"}, description: {en: "To be written.", nl: "Moet nog worden geschreven."}}
            %seligibility: {inclusion: [], exclusion: []} # placeholder
            """;
    private static final String CONSENT = """
            # placeholder
            version: "0.1"
            title: {en: "Consent, to be written", nl: "Toestemming, moet nog worden geschreven"}
            questions:
              - {code: take_part, question: {en: "I want to take part.", nl: "Ik wil meedoen."}}
            """;
    private static final String ALLOCATION = "# placeholder\nmethod: permuted-blocks\nblock-sizes: [2, 4]\n";
    /**
     * What a source says of the study itself.
     *
     * @param zone of the sites
     * @param target how many participants will be randomised
     */
    record Head(
            String id,
            Text title,
            Optional<Text> summary,
            Optional<String> version,
            Optional<String> zone,
            Optional<String> target) {

        static Head of(String id, Text title) {
            return new Head(id, title, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private static final int MOST_QUESTIONS = 5_000;

    private final String file;
    private final Losses losses;
    private final CodeNames variables = new CodeNames();
    private final CodeNames forms = new CodeNames();
    private final Map<String, FormDraft> drafts = new LinkedHashMap<>();
    private final ScheduleDraft schedule;
    private int questions = 0;

    StudyDraft(String file) {
        this.file = file;
        this.losses = new Losses(file);
        this.schedule = new ScheduleDraft(losses);
    }

    Losses losses() {
        return losses;
    }

    ScheduleDraft schedule() {
        return schedule;
    }

    /** A form that is new, under the name it had or one near to it. */
    FormDraft form(String wanted, Text title, String where) {
        String id = forms.form(wanted);
        if (!id.equals(wanted)) {
            losses.renamed(where, wanted, id);
        }
        FormDraft draft = new FormDraft(id, title, losses);
        drafts.put(id, draft);
        return draft;
    }

    /** The variable for what the source calls this. */
    String variable(String wanted, String where) {
        if (++questions > MOST_QUESTIONS) {
            throw new FaultyImport(
                    file, 1, "There are more than " + MOST_QUESTIONS + " questions.", "Import a part of it at a time.");
        }
        String code = variables.variable(wanted);
        if (!code.equals(wanted)) {
            losses.renamed(where, wanted, code);
        }
        return code;
    }

    /** The study folder, which the reader has read without a fault. */
    Import finish(Head head) {
        Map<String, byte[]> files = new TreeMap<>();
        drafts.values().forEach(draft -> {
            if (draft.isEmpty()) {
                draft.leaveOut();
            } else {
                files.put("forms/" + draft.id() + ".yaml", FormYaml.bytes(draft.questionnaire()));
            }
        });
        if (files.isEmpty()) {
            throw new FaultyImport(file, 1, "There is no question here.", "Import a file with at least one question.");
        }
        List<String> unscheduled = drafts.values().stream()
                .filter(draft -> !draft.isEmpty() && !schedule.fillsIn(draft.id()))
                .map(FormDraft::id)
                .toList();
        if (!unscheduled.isEmpty()) {
            schedule.visit("V1", new Text("Visit 1", "Bezoek 1"), unscheduled, "schedule");
        }
        files.put("study.yaml", skeleton(head).getBytes(StandardCharsets.UTF_8));
        files.put("consent.yaml", CONSENT.getBytes(StandardCharsets.UTF_8));
        files.put("allocation.yaml", ALLOCATION.getBytes(StandardCharsets.UTF_8));
        placeholders();
        return checked(files);
    }

    private String skeleton(Head head) {
        if (head.summary().isEmpty()) {
            losses.toComplete("study.yaml", "The summary.", "De samenvatting.");
        }
        if (head.zone().isEmpty()) {
            losses.toComplete("study.yaml", "The time zone.", "De tijdzone.");
        }
        if (head.target().isEmpty()) {
            losses.toComplete("study.yaml", "How many participants.", "Hoeveel deelnemers.");
        }
        return SKELETON.formatted(
                new CodeNames().form(head.id()),
                FormYaml.quoted(head.version().orElse("0.1")),
                FormYaml.sentence(head.title()),
                FormYaml.sentence(head.summary().orElse(head.title())),
                head.zone().orElse("Europe/Amsterdam # placeholder"),
                head.target().orElse("1 # placeholder"),
                schedule.yaml());
    }

    private void placeholders() {
        losses.toComplete("study.yaml", "The sites.", "De centra.");
        losses.toComplete("study.yaml", "The arms.", "De groepen.");
        losses.toComplete(
                "study.yaml", "The criteria; now everybody may enter.", "De criteria; nu mag iedereen meedoen.");
        losses.toComplete("consent.yaml", "The consent.", "De toestemming.");
        losses.toComplete("allocation.yaml", "How is allocated.", "Hoe er wordt geloot.");
    }

    private Import checked(Map<String, byte[]> files) {
        try {
            StudyReader.read(files);
            return new Import(new TreeMap<>(files), losses.all());
        } catch (FaultyStudy faulty) {
            throw new FaultyImport(faulty.faults().stream()
                    .map(fault -> new ProtocolFault(
                            file,
                            1,
                            "The study made of it is refused. " + fault.file() + ": " + fault.what(),
                            fault.fix()))
                    .toList());
        }
    }
}
