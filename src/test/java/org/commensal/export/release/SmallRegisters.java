package org.commensal.export.release;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Participant;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.protocol.Study;
import org.commensal.quality.DeviationLine;
import org.commensal.quality.DeviationRegister;
import org.commensal.questionnaires.Response;
import org.commensal.safety.events.AdverseEvent;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.studies.StudyRegister;
import org.commensal.studies.VersionHistory;

/** The registers from which the tables of a release are made, answering with what is in a {@link SmallTrial}. */
final class SmallRegisters {

    private final SmallTrial trial;

    SmallRegisters(SmallTrial trial) {
        this.trial = trial;
    }

    WholeTables tables() {
        WholeTables whole = new WholeTables();
        whole.facts = facts();
        whole.studies = new Versions();
        whole.completeness = completeness();
        whole.responses = responses();
        whole.factors = new Factors();
        whole.events = new Events();
        whole.deviations = new Deviations();
        return whole;
    }

    SealedFacts facts() {
        return new Facts();
    }

    CompletenessRegister completeness() {
        return new Completed();
    }

    SealedResponseRegister responses() {
        return new Responses();
    }

    private final class Facts extends SealedFacts {

        @Override
        LocalDate day(Study study, long checkpoint) {
            return trial.today;
        }

        @Override
        Map<String, Integer> sizes(String study) {
            return Map.of();
        }

        @Override
        Map<String, Integer> counts(String study, String form) {
            return trial.stored.stream()
                    .filter(one -> one.form().equals(form))
                    .collect(Collectors.toMap(one -> one.revision().participant(), one -> 1, Integer::sum));
        }

        @Override
        Set<String> answering(String study, String form, long checkpoint) {
            return counts(study, form).keySet();
        }

        @Override
        List<Subject> everybody(String study, long checkpoint) {
            return Stream.concat(trial.subjects.values().stream(), trial.notReleased.stream())
                    .toList();
        }

        @Override
        Map<String, ScreeningOutcome.Kind> screeningOutcomes(Basis basis) {
            return trial.outcomes;
        }

        @Override
        Map<String, String> allocatedOutside(String study, long checkpoint) {
            return Map.of();
        }
    }

    private final class Versions extends StudyRegister {

        @Override
        public VersionHistory asOf(String id, long checkpoint) {
            return trial.history();
        }
    }

    private final class Completed extends CompletenessRegister {

        @Override
        void each(Basis basis, List<String> participants, BiConsumer<String, Collection<FilledIn>> own) {
            for (String participant : participants) {
                List<FilledIn> tasks = trial.stored.stream()
                        .filter(one -> one.revision().revision() == 1)
                        .filter(one -> one.revision().participant().equals(participant))
                        .map(Completed::filledIn)
                        .toList();
                if (!tasks.isEmpty()) {
                    own.accept(participant, tasks);
                }
            }
        }

        private static FilledIn filledIn(SealedResponseRegister.Stored one) {
            return new FilledIn(
                    one.revision().version(),
                    one.revision().event(),
                    one.form(),
                    one.revision().task(),
                    one.revision().day(),
                    one.revision().filledIn(),
                    one.revision().late());
        }

        @Override
        Map<String, Set<String>> explained(Basis basis) {
            return trial.explained;
        }

        @Override
        Map<String, LocalDate> screeningEnded(Basis basis) {
            return trial.screeningEnded;
        }
    }

    private final class Responses extends SealedResponseRegister {

        @Override
        void each(Basis basis, String form, List<String> participants, Consumer<List<Stored>> own) {
            participants.forEach(participant -> own.accept(stored(basis, List.of(form), List.of(participant))));
        }

        @Override
        List<Stored> stored(Basis basis, Collection<String> forms, Collection<String> participants) {
            return trial.stored.stream()
                    .filter(one -> forms.contains(one.form()))
                    .filter(one -> participants.contains(one.revision().participant()))
                    .toList();
        }
    }

    private final class Factors extends FactorRegister {

        @Override
        Map<String, Map<String, String>> levels(String study, long checkpoint) {
            return trial.levels;
        }
    }

    private static final class Events extends AdverseEventRegister {

        @Override
        public List<AdverseEvent> sealed(
                String study, Map<String, Study> versions, long checkpoint, Map<Participant, List<Response>> given) {
            return given.entrySet().stream()
                    .flatMap(own -> own.getValue().stream().map(response -> {
                        Study version = Objects.requireNonNull(versions.get(response.version()));
                        return new AdverseEvent(
                                own.getKey(),
                                version,
                                version.conduct().safety().adverseEvents().orElseThrow(),
                                response,
                                List.of(),
                                Optional.empty());
                    }))
                    .toList();
        }
    }

    private static final class Deviations extends DeviationRegister {

        @Override
        public List<DeviationLine> sealed(Study study, long checkpoint) {
            return List.of();
        }
    }
}
