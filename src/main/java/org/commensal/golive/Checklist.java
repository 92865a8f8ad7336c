package org.commensal.golive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/**
 * What is on file for one version of a study, and what it still lacks before it may open to participants.
 *
 * @param amendment where the version amends a running study, whether it is approved as an amendment
 * @param missingWording why its questionnaires cannot be shown yet
 * @param simulated whether the report of a simulation of its allocation is on file
 * @param dryRuns the newest first
 */
public record Checklist(
        String study,
        String version,
        Optional<Boolean> amendment,
        Optional<Text> missingWording,
        boolean simulated,
        List<DryRun> dryRuns,
        List<Approval> approvals) {

    static final int APPROVALS_NEEDED = 2;

    private static final Text NOT_YET = new Text(
            "Version %s of study \"%s\" cannot be activated yet. %s",
            "Versie %s van studie \"%s\" kan nog niet worden geactiveerd. %s");
    private static final Text AMENDMENT = new Text("The amendment is approved", "Het amendement is goedgekeurd");
    private static final Text AMEND = new Text(
            "Somebody else than its publisher approves version %s as an amendment first.",
            "Iemand anders dan de publicist keurt versie %s eerst goed als amendement.");
    private static final Text WORDING =
            new Text("Every questionnaire has its wording", "Elke vragenlijst heeft haar tekst");
    private static final Text SIMULATION =
            new Text("A simulation of the allocation is on file", "Er is een simulatie van de loting vastgelegd");
    private static final Text SIMULATE = new Text(
            "Simulate the allocation of version %s first. A statistician or the custodian does that.",
            "Simuleer eerst de loting van versie %s. Dat doet een statisticus of de beheerder van de blindering.");
    private static final Text DRY_RUN =
            new Text("A dry run on a test list has passed", "Een proefloting op een testlijst is geslaagd");
    private static final Text TRY =
            new Text("Perform a dry run of version %s first.", "Doe eerst een proefloting met versie %s.");
    private static final Text APPROVED = new Text("Two people have approved", "Twee personen hebben goedgekeurd");
    private static final Text APPROVE =
            new Text("%s of 2 people have approved version %s.", "%s van 2 personen hebben versie %s goedgekeurd.");

    public Checklist {
        dryRuns = List.copyOf(dryRuns);
        approvals = List.copyOf(approvals);
    }

    /**
     * One thing that must be on file.
     *
     * @param code as the API names it
     * @param todo what is to be done; empty where it is on file
     */
    public record Item(String code, Text label, Optional<Text> todo) {

        public boolean met() {
            return todo.isEmpty();
        }
    }

    /** In the order in which they are done. */
    public List<Item> items() {
        Stream<Item> amended =
                amendment.stream().map(approved -> item("amendment", AMENDMENT, approved, AMEND.with(version)));
        return Stream.concat(
                        amended,
                        Stream.of(
                                new Item("wording", WORDING, missingWording),
                                item("simulation", SIMULATION, simulated, SIMULATE.with(version)),
                                item("dry-run", DRY_RUN, dryRuns.stream().anyMatch(DryRun::passed), TRY.with(version)),
                                item(
                                        "approvals",
                                        APPROVED,
                                        approvals.size() >= APPROVALS_NEEDED,
                                        APPROVE.with(approvals.size(), version))))
                .toList();
    }

    private static Item item(String code, Text label, boolean met, Text todo) {
        return new Item(code, label, met ? Optional.empty() : Optional.of(todo));
    }

    public boolean approvedBy(UUID person) {
        return approvals.stream().anyMatch(approval -> approval.person().equals(person));
    }

    /** Whether nothing is missing but approvals. */
    public boolean awaitsApproval() {
        return allButApprovals().allMatch(Item::met);
    }

    private Stream<Item> allButApprovals() {
        return items().stream().limit(items().size() - 1L);
    }

    void requireAllButApprovals() {
        refuse(allButApprovals());
    }

    /** @throws Refusal {@code NOT_YET} where anything is missing, with what is to be done about each */
    public void requireAll() {
        refuse(items().stream());
    }

    private void refuse(Stream<Item> items) {
        List<Text> todo = items.flatMap(item -> item.todo().stream()).toList();
        if (!todo.isEmpty()) {
            Text all = todo.stream().reduce(Checklist::both).orElseThrow();
            throw new Refusal(
                    Reason.NOT_YET,
                    new Text(
                            NOT_YET.en().formatted(version, study, all.en()),
                            NOT_YET.nl().formatted(version, study, all.nl())),
                    todo.stream().map(what -> new Violation("", what)).toList());
        }
    }

    private static Text both(Text one, Text other) {
        return new Text(one.en() + " " + other.en(), one.nl() + " " + other.nl());
    }
}
