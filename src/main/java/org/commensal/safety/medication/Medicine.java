package org.commensal.safety.medication;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.enrolment.Participant;
import org.commensal.instrument.AtcGroup;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;
import org.commensal.safety.medication.MedicineChange.Change;

/** One medicine of a participant, with what happened to it in the order of the days. */
public record Medicine(List<MedicineChange> changes) {

    public Medicine {
        changes = List.copyOf(changes);
    }

    /**
     * The medicines that these responses of a participant tell, for a use case that checks its own right.
     *
     * @param versions of the study by their names, by which the answers are read
     */
    public static List<Medicine> of(Participant participant, Map<String, Study> versions, List<Response> responses) {
        return of(responses.stream()
                .flatMap(response -> Optional.ofNullable(versions.get(response.version()))
                        .flatMap(study -> MedicineChange.of(participant, study, response))
                        .stream())
                .toList());
    }

    /** The medicines of each participant by name; changes on one day in the order in which they were reported. */
    static List<Medicine> of(List<MedicineChange> changes) {
        Map<String, List<MedicineChange>> bySubstance = changes.stream()
                .sorted(Comparator.comparing(MedicineChange::day))
                .collect(Collectors.groupingBy(
                        change -> change.participant().code() + " " + change.substance(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return bySubstance.values().stream()
                .map(Medicine::new)
                .sorted(Comparator.comparing((Medicine medicine) ->
                                medicine.participant().code().value())
                        .thenComparing(medicine -> medicine.newest().substance()))
                .toList();
    }

    public Participant participant() {
        return newest().participant();
    }

    public MedicineChange newest() {
        return changes.get(changes.size() - 1);
    }

    public String product() {
        return newest().product();
    }

    /** The newest code that was filled in; empty where nobody knows it. */
    public String atc() {
        return changes.stream()
                .map(MedicineChange::atc)
                .filter(code -> !code.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    public Optional<AtcGroup> group() {
        return AtcGroup.of(atc());
    }

    /** The day on which it was started; empty where it was in use before. */
    public Optional<LocalDate> started() {
        return changes.stream()
                .filter(change -> change.change() == Change.STARTED)
                .map(MedicineChange::day)
                .findFirst();
    }

    /** The day on which it was stopped; empty while it is used. */
    public Optional<LocalDate> stopped() {
        return Optional.of(newest())
                .filter(change -> change.change() == Change.STOPPED)
                .map(MedicineChange::day);
    }

    /** The newest dose that was filled in. */
    public String strength() {
        return changes.stream()
                .map(MedicineChange::strength)
                .filter(dose -> !dose.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    /** Whether it was used on a day: what was in use at its first mention was so before. */
    public boolean isUsedOn(LocalDate day) {
        Optional<MedicineChange> before =
                changes.stream().filter(change -> !change.day().isAfter(day)).reduce((earlier, later) -> later);
        return before.map(change ->
                        change.change() != Change.STOPPED || change.day().equals(day))
                .orElseGet(() -> changes.get(0).change() != Change.STARTED);
    }

    /** The dose on a day, as far as it is known. */
    public String strengthOn(LocalDate day) {
        return changes.stream()
                .filter(change -> !change.day().isAfter(day))
                .map(MedicineChange::strength)
                .filter(dose -> !dose.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
