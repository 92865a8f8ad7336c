package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.commensal.eligibility.ScreeningOutcome.Kind;
import org.commensal.enrolment.Stage;
import org.commensal.enrolment.Withdrawal.Part;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Code;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.Outcome;

/**
 * The numbers of the flow diagram of CONSORT 2025: one row a step, of all arms together, and in a release that tells arms one
 * more for each arm from randomisation on.
 *
 * <p>It counts everybody who was screened, whatever the population of the release, also who stopped the use of their data and
 * is in no other table. Which rows there are follows from the protocol alone.
 */
final class FlowTable {

    /**
     * Somebody who was screened.
     *
     * @param outcome of the screening as it was recorded last, if one was; it counts until somebody is randomised
     */
    private record Person(Subject subject, Optional<Kind> outcome) {

        boolean reached(Stage stage) {
            return subject.days().keySet().stream().anyMatch(own -> own.compareTo(stage) >= 0);
        }

        boolean stopped(Part part) {
            return reached(Stage.RANDOMISED) && subject.stopped(part).isPresent();
        }

        /** Why they were not randomised; whoever stops before it has declined. */
        Optional<Kind> excluded() {
            if (reached(Stage.RANDOMISED)) {
                return Optional.empty();
            }
            return outcome.filter(Kind::ends).or(() -> Optional.of(Kind.DECLINED)
                    .filter(kind -> !subject.stopped().isEmpty()));
        }

        boolean excluded(Kind kind) {
            return excluded().filter(kind::equals).isPresent();
        }

        boolean isUndecided() {
            return !reached(Stage.RANDOMISED) && excluded().isEmpty();
        }
    }

    /** @param byArm whether it is after randomisation, so that it can be told by arm */
    private record Step(Code code, boolean byArm, Predicate<Person> counts) {

        static Step before(String code, String en, String nl, Predicate<Person> counts) {
            return new Step(new Code(code, new Text(en, nl)), false, counts);
        }

        static Step after(String code, String en, String nl, Predicate<Person> counts) {
            return new Step(new Code(code, new Text(en, nl)), true, counts);
        }
    }

    private static final List<Step> STEPS = List.of(
            Step.before("assessed", "Assessed for eligibility", "Beoordeeld op geschiktheid", person -> true),
            Step.before("excluded", "Excluded", "Uitgesloten", person -> person.excluded()
                    .isPresent()),
            Step.before(
                    "excluded-not-meeting-criteria",
                    "Excluded: did not meet the criteria",
                    "Uitgesloten: voldeed niet aan de criteria",
                    person -> person.excluded(Kind.NOT_MEETING_CRITERIA)),
            Step.before(
                    "excluded-declined",
                    "Excluded: declined to take part",
                    "Uitgesloten: wilde niet meedoen",
                    person -> person.excluded(Kind.DECLINED)),
            Step.before(
                    "excluded-other",
                    "Excluded: other reasons",
                    "Uitgesloten: andere redenen",
                    person -> person.excluded(Kind.OTHER)),
            Step.before("undecided", "Not decided yet", "Nog niet beslist", Person::isUndecided),
            Step.before("consented", "Consented", "Gaf toestemming", person -> person.reached(Stage.CONSENTED)),
            Step.before(
                    "enrolled",
                    "Enrolled, or randomised at once",
                    "Ingeschreven, of meteen geloot",
                    person -> person.reached(Stage.ENROLLED)),
            Step.after("randomised", "Randomised", "Geloot", person -> person.reached(Stage.RANDOMISED)),
            Step.after(
                    "stopped-intervention",
                    "Randomised, and stopped with the intervention",
                    "Geloot, en gestopt met de interventie",
                    person -> person.stopped(Part.INTERVENTION)),
            Step.after(
                    "stopped-follow-up",
                    "Randomised, and stopped with follow-up, at any time",
                    "Geloot, en gestopt met vragenlijsten en bezoeken, wanneer ook",
                    person -> person.stopped(Part.FOLLOW_UP)),
            Step.after(
                    "stopped-use-of-data",
                    "Randomised, and stopped the use of their data",
                    "Geloot, en gestopt met het gebruik van de gegevens",
                    person -> person.stopped(Part.USE_OF_DATA)));

    private final Basis basis;
    private final SealedFacts facts;
    private final Optional<Table> endpoints;
    private final Optional<ToldArms> arms;

    private FlowTable(Basis basis, SealedFacts facts, Optional<Table> endpoints, Optional<ToldArms> arms) {
        this.basis = basis;
        this.facts = facts;
        this.endpoints = endpoints;
        this.arms = arms;
    }

    /**
     * @param endpoints the table of them, which is read for the primary outcomes
     * @param arms if the release tells them
     */
    static Table of(Basis basis, SealedFacts facts, Optional<Table> endpoints, Optional<ToldArms> arms) {
        FlowTable table = new FlowTable(basis, facts, endpoints, arms);
        return new Table(
                "flow",
                new Text("Flow of participants (CONSORT)", "Stroom van deelnemers (CONSORT)"),
                table.columns(),
                table::rows);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.choice(
                "step",
                new Text("Step", "Stap"),
                Stream.concat(STEPS.stream().map(Step::code), primary().map(FlowTable::withOutcome))
                        .toList()));
        arms.ifPresent(told -> columns.add(Column.choice(
                "arm", new Text("Arm; empty for all together", "Groep; leeg voor allen samen"), told.codes())));
        columns.add(Column.integer("participants", new Text("Number of participants", "Aantal deelnemers")));
        return columns;
    }

    private Stream<Outcome> primary() {
        return basis.study().protocol().analysis().outcomes().stream()
                .filter(outcome -> outcome.role().equals("primary"));
    }

    private static Code withOutcome(Outcome outcome) {
        return new Code(
                "with-" + outcome.id(),
                new Text(
                        "Randomised, and with a value of: " + outcome.name().en(),
                        "Geloot, en met een waarde van: " + outcome.name().nl()));
    }

    private void rows(Consumer<String[]> rows) {
        Map<String, Kind> outcomes = facts.screeningOutcomes(basis);
        List<Person> people = facts.everybody(basis.study().id(), basis.checkpoint()).stream()
                .map(subject -> subject.upTo(basis.specification()))
                .filter(subject -> subject.day(Stage.SCREENED).isPresent())
                .map(subject -> new Person(subject, Optional.ofNullable(outcomes.get(subject.code()))))
                .toList();
        STEPS.forEach(step -> count(
                step.code(),
                people.stream()
                        .filter(step.counts())
                        .map(person -> person.subject().code())
                        .toList(),
                step.byArm(),
                rows));
        primary().forEach(outcome -> count(withOutcome(outcome), withValue(outcome), true, rows));
    }

    private void count(Code step, Collection<String> codes, boolean byArm, Consumer<String[]> rows) {
        String all = Integer.toString(codes.size());
        rows.accept(arms.isPresent() ? new String[] {step.value(), "", all} : new String[] {step.value(), all});
        arms.filter(told -> byArm).ifPresent(told -> told.codes().forEach(arm -> {
            long number = codes.stream()
                    .filter(code -> arm.value().equals(told.byParticipant().get(code)))
                    .count();
            rows.accept(new String[] {step.value(), arm.value(), Long.toString(number)});
        }));
    }

    /** The codes of those in the release who were randomised and have what the outcome is measured by at its time point. */
    private Set<String> withValue(Outcome outcome) {
        Set<String> codes = new HashSet<>();
        endpoints.ifPresent(table -> {
            List<String> names = table.columns().stream().map(Column::name).toList();
            List<String> measured = EndpointTable.measuredBy(outcome);
            table.rows().each(cells -> {
                Subject subject = basis.subject(cells[names.indexOf("subject")]);
                if (measured.stream().anyMatch(name -> !cells[names.indexOf(name)].isEmpty())
                        && subject.day(Stage.RANDOMISED).isPresent()
                        && cells[names.indexOf("outcome")].equals(outcome.id())
                        && cells[names.indexOf("at_baseline")].equals("false")) {
                    codes.add(subject.code());
                }
            });
        });
        return codes;
    }
}
