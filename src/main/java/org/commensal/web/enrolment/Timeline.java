package org.commensal.web.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Participant;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.safety.RaisedAlert;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Words;
import org.commensal.web.enrolment.ParticipantFile.Fact;

/**
 * The facts of a participant in the order in which they happened: stages, why the screening ended, what was filled in at
 * each visit and of each event, and alerts. Single days of a diary are left out.
 *
 * @param versions of the study, in whose words each response is said
 */
record Timeline(Study study, Map<String, Study> versions, Texts texts) {

    private record Dated(LocalDate day, String what) {}

    List<Fact> of(
            Participant participant,
            List<ScreeningOutcome> outcomes,
            List<Response> responses,
            List<RaisedAlert> alerts) {
        List<Dated> facts = new ArrayList<>();
        participant.milestones().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(reached -> facts.add(new Dated(reached.getValue(), Words.of(reached.getKey(), texts))));
        participant.withdrawn().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> facts.add(new Dated(
                        part.getValue(),
                        texts.get("withdrawal.fact", texts.get("withdrawal." + Words.code(part.getKey()))))));
        outcomes.forEach(outcome -> facts.add(new Dated(
                day(outcome.at()),
                texts.get("screening.outcome." + outcome.kind().code()))));
        facts.addAll(filledIn(responses));
        alerts.forEach(alert -> facts.add(new Dated(
                day(alert.raised()),
                texts.get("timeline.alert", texts.in(alert.rule().name())))));
        return facts.stream()
                .sorted(Comparator.comparing(Dated::day))
                .map(fact -> new Fact(texts.day(fact.day()), fact.what()))
                .toList();
    }

    /** The forms of one visit that were filled in on one day are one line. */
    private List<Dated> filledIn(List<Response> responses) {
        Map<Dated, List<String>> forms = new LinkedHashMap<>();
        for (Response response : responses) {
            if (response.day().isEmpty()) {
                Study asked = versions.getOrDefault(response.version(), study);
                String visit = texts.in(Labels.event(asked, response.event(), response.task()));
                forms.computeIfAbsent(new Dated(day(response.filledIn()), visit), first -> new ArrayList<>())
                        .add(texts.in(asked.questionnaire(response.form()).title()));
            }
        }
        return forms.entrySet().stream()
                .map(line -> new Dated(line.getKey().day(), said(line.getKey().what(), line.getValue())))
                .toList();
    }

    /** {@code Baseline: PHQ-9, HIT-6}; a form that is called as its visit is not said twice. */
    static String said(String visit, List<String> titles) {
        String others =
                titles.stream().distinct().filter(title -> !title.equals(visit)).collect(Collectors.joining(", "));
        return others.isEmpty() ? visit : visit + ": " + others;
    }

    private LocalDate day(Instant at) {
        return at.atZone(study.zone()).toLocalDate();
    }
}
