package org.commensal.kits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.kernel.ParticipantCode;

/**
 * A numbered pack of a blinded product and what happened to it; what kind it is of is not here.
 *
 * @param number such as {@code KIT-482133}
 * @param batch in which it was packed together with kits of every other kind
 * @param expiry the last day on which it is good
 * @param recalled whether its batch was recalled
 * @param done what happened to it, each step at most once
 */
public record Kit(String number, String batch, LocalDate expiry, boolean recalled, Map<Step, Done> done) {

    /** What can happen to a kit, each once, in the order in which a later one says more of where it is now. */
    public enum Step {
        /** On the list, at the depot. */
        LISTED,
        /** On its way to a site. */
        SHIPPED,
        /** In stock at the site. */
        ARRIVED,
        /** Handed out to a participant. */
        ASSIGNED,
        LOST,
        DAMAGED,
        /** Brought back by the participant, used or not. */
        RETURNED,
        DESTROYED;

        private static final Map<Step, Set<Step>> NEXT = Map.of(
                LISTED, Set.of(SHIPPED, LOST, DAMAGED, DESTROYED),
                SHIPPED, Set.of(ARRIVED, LOST, DAMAGED),
                ARRIVED, Set.of(ASSIGNED, LOST, DAMAGED, DESTROYED),
                ASSIGNED, Set.of(LOST, DAMAGED, RETURNED),
                LOST, Set.of(RETURNED),
                DAMAGED, Set.of(RETURNED, DESTROYED),
                RETURNED, Set.of(DESTROYED),
                DESTROYED, Set.of());

        /** Whether {@code next} may happen to a kit of which this happened last. */
        public boolean leadsTo(Step next) {
            return NEXT.getOrDefault(this, Set.of()).contains(next);
        }
    }

    /**
     * One step, when it was taken and what belongs to it; what does not belong to the step is empty.
     *
     * @param site that it was sent to
     * @param visit at which it was handed out
     * @param replaces the number of the lost or damaged kit in whose place it was handed out
     * @param units that were brought back
     */
    public record Done(
            Instant at,
            Optional<String> site,
            Optional<UUID> shipment,
            Optional<ParticipantCode> participant,
            String visit,
            String replaces,
            Optional<Integer> units,
            String reason) {

        private Done withoutParticipant() {
            return new Done(at, site, shipment, Optional.empty(), visit, replaces, units, reason);
        }
    }

    public Kit {
        done = done.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(done));
    }

    /** The last thing that happened to it. */
    public Step state() {
        return done.keySet().stream().max(Step::compareTo).orElse(Step.LISTED);
    }

    public Optional<Done> step(Step step) {
        return Optional.ofNullable(done.get(step));
    }

    public Optional<String> site() {
        return step(Step.SHIPPED).flatMap(Done::site);
    }

    public Optional<ParticipantCode> participant() {
        return step(Step.ASSIGNED).flatMap(Done::participant);
    }

    /** The visit at which it was handed out; empty where it was not. */
    public String visit() {
        return step(Step.ASSIGNED).map(Done::visit).orElse("");
    }

    /** The same kit, without whom it was handed out to. */
    Kit withoutParticipant() {
        Map<Step, Done> others = new EnumMap<>(Step.class);
        done.forEach((step, taken) -> others.put(step, taken.withoutParticipant()));
        return new Kit(number, batch, expiry, recalled, others);
    }

    /** Whether it was lost or damaged, or its batch recalled, while the participant had it: another may replace it. */
    public boolean failed() {
        boolean gone = done.containsKey(Step.LOST) || done.containsKey(Step.DAMAGED);
        return participant().isPresent() && (gone || recalled && state() == Step.ASSIGNED);
    }

    /** Whether it is in stock at its site and stays good for this many days after that of handing it out. */
    public boolean usable(LocalDate today, int shelfLifeDays) {
        return state() == Step.ARRIVED && good(today, shelfLifeDays);
    }

    /** Whether its batch stands, and it is good for this many days more. */
    boolean good(LocalDate today, int days) {
        return !recalled && !expiry.isBefore(today.plusDays(days));
    }
}
