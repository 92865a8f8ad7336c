package org.commensal.studies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/**
 * The version of a study that is in force, and where the study is in its life, as it was read at one moment.
 *
 * @param hash SHA-256 of the published folder, in hex
 * @param scheme by which whoever is randomised is allocated, from activation on
 * @param versions that were ever in force, by their names, the oldest first: answers may have been given by each
 */
public record PublishedStudy(
        Study study,
        String hash,
        State state,
        Instant publishedAt,
        Optional<Scheme> scheme,
        Map<String, Study> versions) {

    /**
     * What allocates.
     *
     * @param study the version whose scheme it is
     * @param commitment to the sealed seed
     */
    public record Scheme(Study study, String commitment) {}

    /** Where a study is in its life. */
    public enum State {
        /** Published, and not yet open to participants. */
        PUBLISHED,
        /** Open to participants, its seed sealed and its commitment shown. */
        ACTIVE,
        /** Recruitment is on hold: nobody new is screened, enrolled or randomised; who takes part goes on. */
        PAUSED,
        /** Recruitment has ended for good; who takes part goes on. */
        CLOSED,
        /** The data are final: nothing more is taken in. */
        LOCKED;

        private static final Map<State, List<State>> NEXT = Map.of(
                ACTIVE, List.of(PAUSED, CLOSED),
                PAUSED, List.of(ACTIVE, CLOSED),
                CLOSED, List.of(LOCKED));

        /** The states that may follow; from published to active leads activation alone, which seals the seed. */
        public List<State> next() {
            return NEXT.getOrDefault(this, List.of());
        }

        public boolean recruits() {
            return this == ACTIVE;
        }

        /** Whether answers about participants are still taken in. */
        public boolean collects() {
            return this == ACTIVE || this == PAUSED || this == CLOSED;
        }
    }

    private static final Text NOT_ACTIVE = new Text(
            "Study \"%s\" is not active yet. An administrator activates it first.",
            "Studie \"%s\" is nog niet actief. Een beheerder moet de studie eerst activeren.");
    private static final Map<State, Text> NO_RECRUITMENT = Map.of(
            State.PAUSED,
                    new Text(
                            "Recruitment of study \"%s\" is on hold. Nobody can be screened, enrolled or randomised until an administrator resumes it.",
                            "De werving van studie \"%s\" ligt stil. Niemand kan worden gescreend, ingeschreven of gerandomiseerd totdat een beheerder de werving hervat."),
            State.CLOSED,
                    new Text(
                            "Study \"%s\" is closed to new participants.",
                            "Studie \"%s\" is gesloten voor nieuwe deelnemers."));
    private static final Text LOCKED = new Text(
            "The data of study \"%s\" are locked. Nothing more can be added. Ask the data manager if something is missing.",
            "De gegevens van studie \"%s\" zijn vergrendeld. Er kan niets meer bij. Mist er iets? Vraag het de datamanager.");

    /** The same before its own scheme is committed to. */
    PublishedStudy uncommitted() {
        return new PublishedStudy(study, hash, state, publishedAt, Optional.empty(), versions);
    }

    /** The commitment to the sealed seed, from activation on. */
    public Optional<String> commitment() {
        return scheme.map(Scheme::commitment);
    }

    /** The study, if it was ever opened to participants. */
    public Study opened() {
        if (state == State.PUBLISHED) {
            throw new Refusal(Reason.NOT_YET, NOT_ACTIVE.with(study.id()));
        }
        return study;
    }

    /** The study, if it takes in new participants now. */
    public Study recruiting() {
        Study collecting = collecting();
        if (!state.recruits()) {
            throw new Refusal(
                    Reason.NOT_YET,
                    NO_RECRUITMENT.getOrDefault(state, NOT_ACTIVE).with(study.id()));
        }
        return collecting;
    }

    /** The study, if it takes in answers now. */
    public Study collecting() {
        Study opened = opened();
        if (!state.collects()) {
            throw new Refusal(Reason.NOT_YET, LOCKED.with(study.id()));
        }
        return opened;
    }
}
