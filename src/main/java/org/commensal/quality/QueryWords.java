package org.commensal.quality;

import java.util.List;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;

/** What those who write about data are told where it cannot be taken. */
final class QueryWords {

    private static final int LONGEST = 2000;

    static final Text CHANGED = new Text(
            "Somebody else wrote in this query meanwhile. Read it again before you go on.",
            "Iemand anders heeft intussen iets bij deze query geschreven. Lees de query opnieuw voordat u verdergaat.");
    static final Text NOT_OPEN = new Text(
            "This query is not open, so it cannot be answered.",
            "Deze query staat niet open en kan dus niet worden beantwoord.");
    static final Text CLOSED = new Text(
            "This query is closed. Open it again if something is still to be asked.",
            "Deze query is gesloten. Open de query opnieuw als er nog iets te vragen is.");
    static final Text OPEN = new Text(
            "This query is open already and waits for the site.", "Deze query staat al open en wacht op het centrum.");
    static final Text NO_SUCH_DATUM = new Text(
            "There is no \"%s\" of this participant to ask about. Choose a visit or a form from the list.",
            "Er is geen \"%s\" van deze deelnemer om over te vragen. Kies een bezoek of formulier uit de lijst.");
    static final Text NO_SUCH_ITEM = new Text(
            "This form has no question \"%s\". Choose one from the list, or ask about the whole form.",
            "Dit formulier heeft geen vraag \"%s\". Kies er een uit de lijst, of stel de query over het hele formulier.");
    static final Text OTHER_CONTENT = new Text(
            "A query with this id was raised before, about something else or in other words. Use another id.",
            "Met dit nummer is al een andere query gesteld. Gebruik een ander nummer.");

    private static final Text WRITE = new Text(
            "Write something here, in at most 2000 characters.", "Schrijf hier iets, in hoogstens 2000 tekens.");

    private QueryWords() {}

    /** A text that must be there. */
    static String required(String field, String text) {
        String written = optional(field, text);
        if (written.isEmpty()) {
            throw invalid(field, WRITE);
        }
        return written;
    }

    static String optional(String field, String text) {
        String written = text.strip();
        if (written.length() > LONGEST) {
            throw invalid(field, WRITE);
        }
        return written;
    }

    static Refusal invalid(String field, Text why) {
        return new Refusal(Reason.INVALID, why, List.of(new Violation("/" + field, why)));
    }
}
