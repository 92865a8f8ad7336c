package org.commensal.export.release;

import java.util.List;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.export.release.Table.Column;
import org.commensal.kernel.Text;

/**
 * To which analysis populations each subject belongs. Intention to treat is everybody who was randomised (ICH E9, 5.2.1);
 * a population by what was received, such as per protocol, cannot be told while blinded.
 */
final class PopulationTable {

    private PopulationTable() {}

    static Table of(Basis basis) {
        return new Table(
                "populations",
                new Text("Analysis populations", "Analysepopulaties"),
                List.of(
                        ParticipantTable.subjectColumn(),
                        Column.truth("consented", new Text("Consented", "Gaf toestemming")),
                        Column.truth(
                                "enrolled",
                                new Text("Enrolled, or randomised at once", "Ingeschreven, of meteen geloot")),
                        Column.truth(
                                "randomised",
                                new Text("Randomised: intention to treat", "Geloot: intention-to-treat"))),
                rows -> basis.subjects()
                        .forEach((id, subject) -> rows.accept(new String[] {
                            id,
                            reached(subject, Stage.CONSENTED),
                            reached(subject, Stage.ENROLLED),
                            reached(subject, Stage.RANDOMISED)
                        })));
    }

    private static String reached(Subject subject, Stage stage) {
        return Boolean.toString(subject.days().keySet().stream().anyMatch(own -> own.compareTo(stage) >= 0));
    }
}
