package org.commensal.unblinding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Refusal.Violation;
import org.commensal.kernel.Text;
import org.commensal.unblinding.Unblinding.Category;
import org.commensal.unblinding.Unblinding.Kind;

/**
 * Why somebody must know an arm.
 *
 * @param text in words; never a name, never an arm
 */
public record Grounds(Category category, String text) {

    static final int LONGEST = 2000;

    private static final Text INVALID =
            new Text("The reason cannot be accepted, so nothing was done.", "De reden klopt niet. Er is niets gedaan.");
    private static final Text TEXT =
            new Text("Say why, in at most 2000 characters.", "Schrijf waarom, in hoogstens 2000 tekens.");
    private static final Text CATEGORY =
            new Text("Choose one of the reasons offered.", "Kies een van de redenen die er staan.");

    public Grounds {
        text = text.strip();
    }

    void refuseUnlessOf(Kind kind) {
        List<Violation> faults = new ArrayList<>();
        if (!Category.of(kind).contains(category)) {
            faults.add(new Violation("/category", CATEGORY));
        }
        fault(text).ifPresent(why -> faults.add(new Violation("/reason", why)));
        if (!faults.isEmpty()) {
            throw new Refusal(Reason.INVALID, INVALID, faults);
        }
    }

    /** What is wrong with words that must be there. */
    static Optional<Text> fault(String words) {
        boolean fits = !words.isEmpty() && words.length() <= LONGEST;
        return fits ? Optional.empty() : Optional.of(TEXT);
    }
}
