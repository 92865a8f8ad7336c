package org.commensal.safety.medication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commensal.enrolment.Participant;
import org.commensal.instrument.Value;
import org.commensal.protocol.Study;
import org.commensal.questionnaires.Response;

/**
 * What happened to a medicine on a day: it was in use, or was started, raised, lowered or stopped.
 *
 * @param task key of the event that reported it, such as {@code CM/2}
 * @param atc its code; empty where nobody knows
 * @param dose as it was from that day on, with the code of its unit; empty where nobody said
 */
public record MedicineChange(
        Participant participant,
        String task,
        String product,
        String atc,
        Optional<BigDecimal> dose,
        String unit,
        Change change,
        LocalDate day) {

    /** What may happen to a medicine. */
    public enum Change {
        IN_USE,
        STARTED,
        RAISED,
        LOWERED,
        STOPPED
    }

    /** An answer to an event that reports medicines; none where it names no medicine, change or day. */
    static Optional<MedicineChange> of(Participant participant, Study study, Response response) {
        return study.conduct()
                .safety()
                .medicines()
                .filter(asked -> asked.event().equals(response.event()))
                .flatMap(asked -> {
                    Value medicine = response.answers().get(asked.medicine());
                    Value change = response.answers().get(asked.change());
                    Value day = response.answers().get(asked.date());
                    return medicine instanceof Value.Parts parts
                                    && change instanceof Value.Word word
                                    && day instanceof Value.Day on
                            ? Optional.of(of(participant, response.task(), parts.value(), word.value(), on.value()))
                            : Optional.empty();
                });
    }

    private static MedicineChange of(
            Participant participant, String task, Map<String, Value> parts, String change, LocalDate day) {
        return new MedicineChange(
                participant,
                task,
                word(parts, "product"),
                word(parts, "atc"),
                parts.get("dose") instanceof Value.Num dose ? Optional.of(dose.value()) : Optional.empty(),
                word(parts, "unit"),
                Change.valueOf(change.toUpperCase(Locale.ROOT)),
                day);
    }

    private static String word(Map<String, Value> parts, String part) {
        return parts.get(part) instanceof Value.Word word ? word.value() : "";
    }

    /** By which changes of one medicine are known to belong together: its name, however it is written. */
    String substance() {
        return product.strip().toLowerCase(Locale.ROOT);
    }

    /** {@code 50 mg}; empty where nobody said. */
    public String strength() {
        return dose.map(amount -> amount.stripTrailingZeros().toPlainString() + " " + unit)
                .orElse("");
    }
}
