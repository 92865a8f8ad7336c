package org.commensal.allocation.simulation;

import java.util.Locale;
import org.commensal.kernel.Text;

/** What is measured in each simulated trial. */
public enum Measure {
    CORRECT_GUESS(
            "Right guesses of somebody who knows all allocations and the method",
            "Goed geraden door iemand die alle indelingen en de methode kent"),
    CORRECT_GUESS_CONVERGENCE(
            "Right guesses of the arm that has been allocated least (Blackwell and Hodges 1957)",
            "Goed geraden door te gokken op de groep met de minste deelnemers (Blackwell en Hodges 1957)"),
    CORRECT_GUESS_SITE(
            "The same guess, at a site that sees its own allocations only",
            "Dezelfde gok in een centrum dat alleen de eigen indelingen ziet"),
    DETERMINISTIC_SHARE("Allocations that are certain beforehand", "Indelingen die vooraf vaststaan"),
    ENTROPY("Bits of surprise in an allocation", "Bits verrassing in een indeling"),
    MEAN_RANGE(
            "Difference between the largest and the smallest arm at the end",
            "Verschil tussen de grootste en de kleinste groep aan het eind"),
    MEAN_RUNNING_RANGE("The largest such difference at any time", "Het grootste verschil op enig moment"),
    MARGINAL_RANGE(
            "Difference within a level of a factor, mean of the levels",
            "Verschil binnen een niveau van een factor, gemiddeld"),
    MARGINAL_RANGE_LARGEST("Difference within the worst level", "Verschil binnen het slechtste niveau"),
    WITHIN_STRATUM_RANGE("Difference within a stratum, mean of the strata", "Verschil binnen een stratum, gemiddeld"),
    WITHIN_STRATUM_RANGE_LARGEST("Difference within the worst stratum", "Verschil binnen het slechtste stratum"),
    ARM_SIZE_DEVIATION(
            "Deviation of an arm from its planned size (root mean square)",
            "Afwijking van een groep van de geplande grootte (wortel uit gemiddeld kwadraat)"),
    SMALLER_THAN_PLANNED(
            "Probability that some arm is smaller than planned", "Kans dat een groep kleiner is dan gepland"),
    LOSS("Participants lost to imbalance (Atkinson)", "Deelnemers verloren door onbalans (Atkinson)"),
    LOSS_PERCENT("The same, in percent", "Hetzelfde, in procenten"),
    POWER_LOSS(
            "Power lost by that, of a comparison of two arms that has .80 in a balanced trial",
            "Onderscheidingsvermogen dat dat kost, van een vergelijking van twee groepen met .80 bij balans"),
    SELECTION_BIAS(
            "Bias of the first arm against the others, in the units by which somebody who guesses the arm allocated least"
                    + " picks whom to bring (Blackwell and Hodges 1957)",
            "Vertekening van de eerste groep tegenover de andere, in de eenheden waarmee iemand die gokt op de groep met"
                    + " de minste deelnemers kiest wie hij aanmeldt (Blackwell en Hodges 1957)"),
    INCOMPLETE_BLOCKS("Strata that end in an incomplete block", "Strata die eindigen met een onvolledig blok");

    private final Text label;

    Measure(String en, String nl) {
        this.label = new Text(en, nl);
    }

    public Text label() {
        return label;
    }

    /** Its name in {@code --json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its distribution over the trials is of interest, beside its mean. */
    public boolean isImbalance() {
        return name().contains("RANGE") || this == LOSS;
    }
}
