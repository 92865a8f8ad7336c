package org.commensal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.eligibility.ScreeningOutcome;
import org.commensal.enrolment.Stage;

/**
 * The story of one synthetic participant.
 *
 * @param arrives how many days before today they are screened
 * @param last the stage at which they are today
 * @param planted what goes wrong with their data, if anything
 */
record SyntheticParticipant(String site, int arrives, Stage last, Optional<DataQualityCase> planted) {

    /** Days after screening. */
    static final int CONSENTS = 2;

    static final int ENROLS = 7;
    static final int BASELINE = ENROLS + 27;
    static final int RANDOMISED = ENROLS + 29;

    private static final List<String> SITES = List.of("leiden", "nijmegen", "leiden", "zwolle", "leiden", "maastricht");

    /** Thirty, in every state that a study team meets. */
    static List<SyntheticParticipant> cast() {
        List<SyntheticParticipant> cast = new ArrayList<>();
        add(cast, Stage.RANDOMISED, 155, 148, 140, 131, 122, 112, 103, 92, 84, 71, 60, 50, 41, 38);
        add(cast, Stage.ENROLLED, 40, 38, 37, 36, 30, 24, 19, 13, 9);
        add(cast, Stage.CONSENTED, 6, 5, 3);
        add(cast, Stage.SCREENED, 4, 2, 1);
        cast.add(new SyntheticParticipant("leiden", 45, Stage.ENROLLED, DataQualityCase.at(cast.size())));
        return cast;
    }

    private static void add(List<SyntheticParticipant> cast, Stage last, int... arrivals) {
        for (int arrives : arrivals) {
            int n = cast.size();
            cast.add(new SyntheticParticipant(SITES.get(n % SITES.size()), arrives, last, DataQualityCase.at(n)));
        }
    }

    /** Why they do not go on, and how many days after screening that is recorded: who stopped the diary, and one who declined. */
    Optional<ScreeningOutcome.Kind> endsOn(int day) {
        if (last == Stage.ENROLLED && arrives == 45 && day == RANDOMISED + 2) {
            return Optional.of(ScreeningOutcome.Kind.NOT_MEETING_CRITERIA);
        }
        return last == Stage.SCREENED && arrives == 4 && day == CONSENTS
                ? Optional.of(ScreeningOutcome.Kind.DECLINED)
                : Optional.empty();
    }

    boolean reaches(Stage stage) {
        return last.compareTo(stage) >= 0;
    }
}
