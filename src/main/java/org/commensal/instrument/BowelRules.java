package org.commensal.instrument;

import java.util.List;
import java.util.Optional;

/**
 * Irritable bowel as a checklist of five questions, and its subtype by the form of the stools.
 *
 * <p>After the Rome IV criteria (Lacy et al. 2016, Gastroenterology 150:1393) and the Bristol stool scale (Lewis and
 * Heaton 1997, Scand J Gastroenterol 32:920). A checklist for a trial's baseline, not a diagnosis.
 */
public final class BowelRules {

    private static final int FEWEST_STOOLS = 4;
    private static final Expression CHECKLIST =
            Expression.parse("rome_1 >= 1 and at_least(2, rome_2, rome_3, rome_4) and rome_5");

    /** Predominantly constipation, diarrhoea, mixed, or unclassified. */
    public enum Subtype {
        C,
        D,
        M,
        U
    }

    private BowelRules() {}

    /** Pain on a day a week, two of three relations to stool, and a start six months ago; unknown if not decided. */
    public static Value irritable(Answers answers) {
        return CHECKLIST.evaluate(answers::get);
    }

    /**
     * The subtype by the stools of seven days: hard is type 1 or 2, loose is 6 or 7, and more than a quarter counts.
     *
     * @param types of all logged stools, each from 1 to 7
     * @return empty below four stools
     */
    public static Optional<Subtype> subtype(List<Integer> types) {
        if (types.size() < FEWEST_STOOLS) {
            return Optional.empty();
        }
        long hard = 4 * types.stream().filter(type -> type <= 2).count();
        long loose = 4 * types.stream().filter(type -> type >= 6).count();
        long all = types.size();
        if (hard > all && loose > all) {
            return Optional.of(Subtype.M);
        }
        if (hard > all && loose < all) {
            return Optional.of(Subtype.C);
        }
        return Optional.of(loose > all && hard < all ? Subtype.D : Subtype.U);
    }
}
