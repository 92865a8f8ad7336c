package org.commensal.export.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.Estimand;
import org.commensal.protocol.Protocol.IntercurrentEvent;
import org.commensal.protocol.Protocol.Observed;
import org.commensal.protocol.Schedule.EventForm;
import org.commensal.questionnaires.Response;
import org.commensal.safety.medication.Happened;

/**
 * One row an intercurrent event of an estimand that an answer shows after randomisation (ICH E9(R1)), by the estimands of
 * the newest version. An answer that is in no release shows none.
 */
final class IntercurrentEventTable {

    private IntercurrentEventTable() {}

    /** Whether the protocol says of any intercurrent event in which answers it shows. */
    static boolean isIn(Basis basis) {
        return !forms(basis).isEmpty();
    }

    static Table of(Basis basis, SealedResponseRegister responses) {
        return new Table(
                "intercurrent_events",
                new Text("Intercurrent events of estimands", "Tussenkomende voorvallen van estimands"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        Column.text("estimand", new Text("Estimand", "Estimand")),
                        Column.choice(
                                "intercurrent_event",
                                new Text("Intercurrent event", "Tussenkomend voorval"),
                                happening(basis)
                                        .map(event -> new Code(event.id(), event.event()))
                                        .distinct()
                                        .toList()),
                        Column.text(
                                "strategy", new Text("How the estimand handles it", "Hoe de estimand ermee omgaat")),
                        KeyColumns.studyDay("study_day", "Day on which it was", "Dag waarop het was"),
                        KeyColumns.event(basis.versions()),
                        KeyColumns.instance()),
                rows -> basis.each(ids -> {
                    Map<String, List<Response>> given = responses.released(basis, forms(basis), basis.codes(ids));
                    ids.forEach(id -> {
                        Subject subject = basis.subject(id);
                        List<Response> own = given.getOrDefault(subject.code(), List.of());
                        Happened.of(subject.participant(), basis.study(), own)
                                .forEach(happened -> rows.accept(row(id, subject, happened)));
                    });
                }));
    }

    private static String[] row(String id, Subject subject, Happened happened) {
        String[] task = happened.task().split("/", 2);
        return new String[] {
            id,
            happened.estimand(),
            happened.event().id(),
            happened.event().strategy(),
            ParticipantTable.studyDay(subject, Optional.of(happened.day())),
            task[0],
            task[1]
        };
    }

    private static Stream<IntercurrentEvent> happening(Basis basis) {
        return basis.study().protocol().analysis().estimands().stream()
                .map(Estimand::intercurrentEvents)
                .flatMap(List::stream)
                .filter(event -> !event.observed().isEmpty());
    }

    /** The forms of the events whose answers show one, in any version. */
    private static Set<String> forms(Basis basis) {
        Set<String> events = happening(basis)
                .flatMap(event -> event.observed().stream())
                .map(Observed::event)
                .collect(Collectors.toSet());
        return basis.versions().stream()
                .flatMap(study -> study.schedule().events().stream())
                .filter(event -> events.contains(event.code()))
                .map(EventForm::form)
                .collect(Collectors.toSet());
    }
}
