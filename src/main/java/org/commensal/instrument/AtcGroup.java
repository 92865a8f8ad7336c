package org.commensal.instrument;

import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.kernel.Text;

/**
 * The 14 anatomical main groups of the ATC classification, its first level (WHO Collaborating Centre for Drug Statistics
 * Methodology). The Dutch names are those of common use.
 */
public enum AtcGroup {
    A("Alimentary tract and metabolism", "Maag, darmen en stofwisseling"),
    B("Blood and blood-forming organs", "Bloed en bloedvormende organen"),
    C("Cardiovascular system", "Hart en bloedvaten"),
    D("Dermatologicals", "Huid"),
    G("Genito-urinary system and sex hormones", "Urinewegen, geslachtsorganen en geslachtshormonen"),
    H(
            "Systemic hormonal preparations, without sex hormones and insulins",
            "Hormonen, zonder geslachtshormonen en insuline"),
    J("Anti-infectives for systemic use", "Infecties"),
    L("Antineoplastic and immunomodulating agents", "Kanker en afweer"),
    M("Musculo-skeletal system", "Spieren en skelet"),
    N("Nervous system", "Zenuwstelsel"),
    P("Antiparasitic products, insecticides and repellents", "Parasieten en insecten"),
    R("Respiratory system", "Luchtwegen"),
    S("Sensory organs", "Ogen en oren"),
    V("Various", "Diversen");

    private final Text label;

    AtcGroup(String en, String nl) {
        this.label = new Text(en, nl);
    }

    public Text label() {
        return label;
    }

    /** The group of a code of any level; none for what does not begin as a code. */
    public static Optional<AtcGroup> of(String code) {
        return Stream.of(values())
                .filter(group -> code.startsWith(group.name()))
                .findFirst();
    }
}
