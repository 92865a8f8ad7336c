package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.enrolment.Participant;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;

/**
 * One row an adverse event: when it began and ended, how grave it was, how it ended, what the investigator judged of its
 * cause, and how it was followed up if it was ever serious.
 */
final class AdverseEventTable {

    private AdverseEventTable() {}

    /** Whether any version reports adverse events. */
    static boolean isIn(Basis basis) {
        return !forms(basis).isEmpty();
    }

    static Table of(Basis basis, SealedResponseRegister responses, AdverseEventRegister register) {
        Map<Column, Function<AdverseEvent, String>> cells = new AdverseEventColumns(basis.versions()).cells();
        List<Column> columns = new ArrayList<>(
                List.of(ParticipantTable.subjectColumn(), KeyColumns.event(basis.versions()), KeyColumns.instance()));
        columns.addAll(cells.keySet());
        return new Table(
                "adverse_events",
                new Text("Adverse events with their judgement", "Ongewenste voorvallen met het oordeel"),
                columns,
                rows -> basis.each(ids -> {
                    Map<String, List<AdverseEvent>> events = events(basis, ids, responses, register);
                    ids.forEach(id -> events.getOrDefault(basis.subject(id).code(), List.of()).stream()
                            .sorted(Comparator.comparing(AdverseEventTable::instance))
                            .map(event -> Stream.concat(
                                            Stream.of(id, event.response().event(), "" + instance(event)),
                                            cells.values().stream().map(cell -> cell.apply(event)))
                                    .toArray(String[]::new))
                            .forEach(rows));
                }));
    }

    /** By participant code. */
    private static Map<String, List<AdverseEvent>> events(
            Basis basis, List<String> ids, SealedResponseRegister responses, AdverseEventRegister register) {
        Map<String, List<Response>> given = responses.current(basis, forms(basis), basis.codes(ids));
        Map<Participant, List<Response>> reported = new LinkedHashMap<>();
        ids.stream()
                .map(basis::subject)
                .forEach(subject -> reported.put(subject.participant(), given.getOrDefault(subject.code(), List.of())));
        Map<String, Study> versions =
                basis.versions().stream().collect(Collectors.toMap(Study::version, Function.identity()));
        return register.sealed(basis.study().id(), versions, basis.checkpoint(), reported).stream()
                .collect(Collectors.groupingBy(event -> event.code().value()));
    }

    private static Set<String> forms(Basis basis) {
        return basis.versions().stream()
                .flatMap(study -> study.conduct().safety().adverseEvents().stream()
                        .flatMap(asked -> study.schedule().event(asked.event()).stream()))
                .map(EventForm::form)
                .collect(Collectors.toSet());
    }

    private static int instance(AdverseEvent event) {
        return Integer.parseInt(event.response().task().replaceFirst(".*/", ""));
    }
}
