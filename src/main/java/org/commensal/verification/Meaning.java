package org.commensal.verification;

import java.util.Locale;
import org.commensal.kernel.Text;

/** What a signature says (21 CFR 11.50(a)(3)), in the words that are printed with it. */
public enum Meaning {
    REVIEWED(new Text(
            "I have reviewed these data, and they are complete and right as far as I know.",
            "Ik heb deze gegevens nagekeken. Ze zijn volledig en juist voor zover ik weet.")),
    APPROVED(new Text("I approve these data for analysis.", "Ik keur deze gegevens goed om te worden geanalyseerd.")),
    RESPONSIBLE(new Text("I am responsible for these data.", "Ik ben verantwoordelijk voor deze gegevens."));

    private final Text words;

    Meaning(Text words) {
        this.words = words;
    }

    public Text words() {
        return words;
    }

    /** As forms and addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
