package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.protocol.Study;
import org.commensal.quality.DeviationRegister;
import org.commensal.safety.events.AdverseEventRegister;
import org.commensal.studies.StudyRegister;

/**
 * The tables of a release from the second edition on. Which there are, and their columns, follow from the protocol alone,
 * whatever the facts.
 */
@ApplicationScoped
public class WholeTables {

    @Inject
    StudyRegister studies;

    @Inject
    SealedFacts facts;

    @Inject
    CompletenessRegister completeness;

    @Inject
    SealedResponseRegister responses;

    @Inject
    FactorRegister factors;

    @Inject
    AdverseEventRegister events;

    @Inject
    DeviationRegister deviations;

    /**
     * @param subjects by their ids in this release
     * @param arms if the release tells them
     */
    List<Table> of(
            List<Study> versions,
            Map<String, Subject> subjects,
            long checkpoint,
            byte[] seed,
            Specification specification,
            Optional<ToldArms> arms) {
        Study study = versions.get(versions.size() - 1);
        Basis basis = new Basis(
                versions,
                subjects,
                studies.asOf(study.id(), checkpoint),
                checkpoint,
                facts.day(study, checkpoint),
                facts.sizes(study.id()),
                specification);
        List<Table> tables = new ArrayList<>();
        Table participants =
                ParticipantTable.whole(study, subjects, facts.allocatedOutside(study.id(), checkpoint), seed);
        tables.add(arms.map(told -> told.beside(participants, subjects)).orElse(participants));
        List<Table> ofSubjects = ofSubjects(basis, seed);
        Optional<Table> endpoints = ofSubjects.stream()
                .filter(table -> table.name().equals(EndpointTable.NAME))
                .findFirst();
        tables.add(FlowTable.of(basis, facts, endpoints, arms));
        tables.addAll(ofSubjects);
        tables.addAll(ofEvents(basis));
        if (specification.history()) {
            tables.add(CorrectionTable.of(basis, responses));
        }
        List<AmendedForm> forms = AmendedForm.all(versions);
        List<Table> all = new ArrayList<>(
                named(tables, forms.stream().map(form -> form.newest().id()).collect(Collectors.toSet())));
        forms.forEach(form -> all.add(FormTable.of(basis, form, responses, facts)));
        return all;
    }

    /** A table steps aside for a form of its name. */
    static List<Table> named(List<Table> tables, Set<String> forms) {
        return tables.stream()
                .map(table -> forms.contains(table.name()) ? table.named("subject_" + table.name()) : table)
                .toList();
    }

    private List<Table> ofSubjects(Basis basis, byte[] seed) {
        DerivedValues derived = new DerivedValues(basis, responses);
        Progresses progresses = new Progresses(basis, completeness);
        List<Table> tables = new ArrayList<>();
        tables.add(PopulationTable.of(basis));
        if (FactorTable.isIn(basis)) {
            tables.add(FactorTable.of(basis, factors, seed));
        }
        tables.add(VisitTable.of(basis, progresses));
        if (basis.versions().stream()
                .anyMatch(study -> !study.schedule().blocks().isEmpty())) {
            tables.add(DiaryDayTable.of(basis, progresses));
            tables.add(DiaryBlockTable.of(basis, progresses, derived));
        }
        if (EndpointTable.isIn(basis)) {
            tables.add(EndpointTable.of(basis, progresses, responses, derived));
        }
        return tables;
    }

    private List<Table> ofEvents(Basis basis) {
        List<Table> tables = new ArrayList<>();
        if (AdverseEventTable.isIn(basis)) {
            tables.add(AdverseEventTable.of(basis, responses, events));
        }
        if (MedicationTable.isIn(basis)) {
            tables.add(MedicationTable.of(basis, responses));
        }
        if (IntercurrentEventTable.isIn(basis)) {
            tables.add(IntercurrentEventTable.of(basis, responses));
        }
        tables.add(DeviationTable.of(basis, deviations));
        return tables;
    }
}
