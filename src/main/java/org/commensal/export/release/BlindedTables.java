package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Specification.Arms;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;
import org.commensal.studies.PublishedStudy;
import org.commensal.studies.StudyRegister;

/**
 * The tables of one release: in the first edition participants, and one for each questionnaire; later those of
 * {@link WholeTables}.
 *
 * <p>No column depends on an allocation: arms, strata, order of randomisation, dates, people, free text and direct
 * identifiers are not there to be left out by mistake, since nothing here reads them. That somebody was allocated by an
 * envelope or was given the arm of another is there, and whose arm is not.
 */
@ApplicationScoped
public class BlindedTables {

    @Inject
    SealedFacts facts;

    @Inject
    SealedAllocations allocated;

    @Inject
    StudyRegister studies;

    @Inject
    WholeTables whole;

    /**
     * The versions of the study on which the facts up to a checkpoint were collected, the oldest first.
     *
     * @return at least one
     */
    public List<PublishedStudy> versions(String study, long checkpoint) {
        return facts.versions(study, checkpoint).stream()
                .map(version -> studies.version(study, version))
                .toList();
    }

    /**
     * @param versions of the study by which the facts are read
     * @param seed of the subject ids of this release
     * @param specification what is in it
     */
    public List<Table> of(List<Study> versions, long checkpoint, byte[] seed, Specification specification) {
        Selection selection = new Selection(specification.tables(), specification.leftOut());
        return all(versions, checkpoint, seed, specification).stream()
                .flatMap(table -> selection.of(table).stream())
                .toList();
    }

    /** All that a release may hold, without rows. */
    public List<Table> offered(List<Study> versions, long checkpoint, Specification specification) {
        return all(versions, checkpoint, new byte[1], specification).stream()
                .map(table -> new Table(table.name(), table.label(), table.columns(), rows -> {}))
                .toList();
    }

    /**
     * The columns by which somebody could be recognised, as {@code table.column}: the site, what the protocol calls a
     * quasi-identifier, and the factors of randomisation. Days on which something happened to somebody are none of a
     * person, and are not among them.
     */
    public Set<String> recognising(List<Study> versions) {
        Set<String> columns = new LinkedHashSet<>(Set.of("participants.site"));
        AmendedForm.all(versions).stream().filter(form -> !form.isOfEvent()).forEach(form -> form.items().stream()
                .filter(item -> item.inAny(one -> one.exportClass().equals("quasi-identifier")))
                .forEach(item ->
                        columns.add(form.newest().id() + "." + item.newest().code())));
        columns.addAll(FactorTable.names(versions));
        return columns;
    }

    /** The columns that name a site by its pseudonym, as {@code table.column}; it is another one in each release. */
    public Set<String> ofSites(List<Study> versions) {
        Set<String> columns = new LinkedHashSet<>(Set.of("participants.site"));
        columns.addAll(FactorTable.ofSites(versions));
        return columns;
    }

    /** Whether these words may stand beside the tables of a release: they hold the code of no arm, or arms are told by name. */
    public boolean maySay(Study study, Specification specification, Text words) {
        return specification.arms() == Arms.NAMED
                || ArmWords.in(study, List.of(new Table("words", words, List.of(), rows -> {})))
                        .isEmpty();
    }

    private List<Table> all(List<Study> versions, long checkpoint, byte[] seed, Specification specification) {
        Study study = versions.get(versions.size() - 1);
        Map<String, Subject> known = facts.subjects(study.id(), checkpoint).stream()
                .map(subject -> subject.upTo(specification))
                .filter(subject -> specification.population().holds(subject))
                .collect(Collectors.toMap(Subject::code, Function.identity()));
        Map<String, Subject> subjects = new LinkedHashMap<>();
        SubjectIds.of(seed, known.keySet()).forEach((id, code) -> subjects.put(id, known.get(code)));
        return specification.isFirst()
                ? first(versions, subjects, checkpoint, seed)
                : whole.of(
                        versions,
                        subjects,
                        checkpoint,
                        seed,
                        specification,
                        arms(study, checkpoint, seed, specification));
    }

    private Optional<ToldArms> arms(Study study, long checkpoint, byte[] seed, Specification specification) {
        return switch (specification.arms()) {
            case NONE -> Optional.empty();
            case MASKED -> Optional.of(ToldArms.masked(study, allocated.arms(study.id(), checkpoint), seed));
            case NAMED -> Optional.of(ToldArms.named(study, allocated.arms(study.id(), checkpoint)));
        };
    }

    /** The tables of the first edition: participants and questionnaires. */
    private List<Table> first(List<Study> versions, Map<String, Subject> subjects, long checkpoint, byte[] seed) {
        Study study = versions.get(versions.size() - 1);
        List<Table> tables = new ArrayList<>();
        tables.add(ParticipantTable.of(study, subjects, facts.allocatedOutside(study.id(), checkpoint), seed));
        for (AmendedForm form : AmendedForm.all(versions)) {
            tables.add(new QuestionnaireTable(study, form, subjects, facts, checkpoint).table());
        }
        return tables;
    }
}
