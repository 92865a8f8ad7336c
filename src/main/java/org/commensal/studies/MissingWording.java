package org.commensal.studies;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study;

/** Whether participants would be shown placeholders in the place of questions that are under licence. */
public final class MissingWording {

    private static final Text SENTENCE = new Text(
            "The study cannot open, for these instruments have no questions yet: %1$s. With the leave of their owners,"
                    + " add %2$s to the study folder, publish it as a new version and activate that.",
            "De studie kan niet open, want deze vragenlijsten hebben nog geen vragen: %1$s. Voeg met toestemming van de"
                    + " eigenaars %2$s toe aan de map van de studie, publiceer die als nieuwe versie en activeer die.");

    private MissingWording() {}

    /** Why the study may not open; empty where every question of every form has its wording. */
    public static Optional<Text> of(Study study) {
        List<String> lacking = study.questionnaires().values().stream()
                .filter(Questionnaire::lacksWording)
                .map(Questionnaire::id)
                .toList();
        String files = lacking.stream().map(id -> "texts/" + id + ".yaml").collect(Collectors.joining(", "));
        return lacking.isEmpty() ? Optional.empty() : Optional.of(SENTENCE.with(String.join(", ", lacking), files));
    }
}
