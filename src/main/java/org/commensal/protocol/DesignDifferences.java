package org.commensal.protocol;

import static org.commensal.protocol.Compared.whole;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.kernel.Text;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.protocol.Study.Site;
import org.commensal.protocol.StudyDifference.Comparison;
import org.commensal.protocol.StudyDifference.Kind;

/**
 * Where a study runs, its arms, and how participants are allocated to them. Of the settings of {@code allocation.yaml}
 * it says that they changed, never how: they would help to predict an allocation.
 */
final class DesignDifferences {

    static final List<Comparison> TABLE = List.of(
            DesignDifferences::sites,
            DesignDifferences::arms,
            DesignDifferences::order,
            DesignDifferences::openLabel,
            DesignDifferences::ratio,
            DesignDifferences::allocation,
            DesignDifferences::forced,
            DesignDifferences::factors,
            DesignDifferences::expected);

    private DesignDifferences() {}

    private static <T> Function<T, String> inStudy() {
        return part -> StudyReader.STUDY;
    }

    private static Stream<StudyDifference> sites(Study old, Study amended) {
        Compared<Site> sites = Compared.of(inStudy(), old.sites(), amended.sites(), Site::code);
        return Stream.of(
                        sites.added(
                                Kind.SITE_ADDED,
                                site -> Sentence.of(
                                        "Site %s (%s) takes part.",
                                        "Centrum %s (%s) doet mee.", site.code(), site.name())),
                        sites.removed(
                                Kind.SITE_REMOVED,
                                site -> Sentence.of(
                                        "Site %s (%s) is gone, and its participants with it. Keep it in the study.",
                                        "Centrum %s (%s) is weg, en zijn deelnemers ook. Houd het in het onderzoek.",
                                        site.code(),
                                        site.name())),
                        sites.changed(
                                Kind.SITE_RENAMED,
                                Site::name,
                                pair -> Sentence.of(
                                        "Site %s is called \"%s\" instead of \"%s\".",
                                        "Centrum %s heet \"%s\" in plaats van \"%s\".",
                                        pair.code(),
                                        pair.amended().name(),
                                        pair.old().name())),
                        sites.changed(
                                Kind.SITE_CONTACT,
                                Site::contact,
                                pair -> Sentence.of(
                                        "Participants reach site %s in another way: %s instead of %s.",
                                        "Deelnemers bereiken centrum %s anders: %s in plaats van %s.",
                                        pair.code(),
                                        pair.amended().contact().orElse("–"),
                                        pair.old().contact().orElse("–"))),
                        sites.changed(
                                Kind.SITE_PREFIX,
                                Site::prefix,
                                pair -> Sentence.of(
                                        "New participant codes of site %s begin with %s, those given with %s.",
                                        "Nieuwe deelnemercodes van centrum %s beginnen met %s, de gegeven codes met %s.",
                                        pair.code(),
                                        pair.amended().prefix(),
                                        pair.old().prefix())))
                .flatMap(found -> found);
    }

    /** The arms that are allocated to. */
    private static Compared<ArmDescription> compareArms(Study old, Study amended) {
        return Compared.of(inStudy(), old.arms(), amended.arms(), ArmDescription::code);
    }

    private static Stream<StudyDifference> arms(Study old, Study amended) {
        Compared<ArmDescription> every =
                Compared.of(inStudy(), old.everyArm(), amended.everyArm(), ArmDescription::code);
        List<ArmDescription> closed =
                amended.closedArms().stream().map(Study.ClosedArm::arm).toList();
        return Stream.of(
                        compareArms(old, amended)
                                .added(
                                        Kind.ARM_ADDED,
                                        arm -> Sentence.of(
                                                "Participants are allocated to arm %s (%s) as well.",
                                                "Er worden ook deelnemers toegewezen aan arm %s (%s).",
                                                arm.code(),
                                                arm.name())),
                        Compared.of(inStudy(), old.arms(), closed, ArmDescription::code)
                                .pairs()
                                .map(pair -> new StudyDifference(
                                        Kind.ARM_CLOSED,
                                        StudyReader.STUDY,
                                        pair.code(),
                                        Sentence.of(
                                                "Arm %s (%s) takes nobody new. Whoever is in it stays in it.",
                                                "In arm %s (%s) komt niemand meer bij. Wie erin zit, blijft erin.",
                                                pair.code(),
                                                pair.amended().name()))),
                        every.removed(
                                Kind.ARM_REMOVED,
                                arm -> Sentence.of(
                                        "Arm %s (%s) is gone, and what its participants were allocated to with it."
                                                + " Keep it, with closed: true.",
                                        "Arm %s (%s) is weg, en daarmee waar zijn deelnemers in zitten. Laat de arm"
                                                + " staan, met closed: true.",
                                        arm.code(),
                                        arm.name())),
                        every.changed(
                                Kind.ARM_TEXT,
                                arm -> List.of(arm.name(), arm.description()),
                                pair -> Sentence.of(
                                        "Arm %s (%s) is described in other words.",
                                        "Arm %s (%s) is anders beschreven.",
                                        pair.code(),
                                        pair.amended().name())))
                .flatMap(found -> found);
    }

    private static Stream<StudyDifference> order(Study old, Study amended) {
        return whole(
                Kind.ARM_ORDER,
                StudyReader.STUDY,
                amended.id(),
                true,
                compareArms(old, amended).sameOrder(),
                new Text(
                        "The arms stand in another order; draws are made in that order.",
                        "De armen staan in een andere volgorde; de loting gebruikt die volgorde."));
    }

    private static Stream<StudyDifference> openLabel(Study old, Study amended) {
        return whole(
                Kind.OPEN_LABEL,
                StudyReader.STUDY,
                amended.id(),
                List.copyOf(old.openLabel()),
                List.copyOf(amended.openLabel()),
                Sentence.of(
                        "An allocation is shown to: %s; it was shown to: %s.",
                        "Een toewijzing is zichtbaar voor: %s; eerst voor: %s.", amended.openLabel(), old.openLabel()));
    }

    /** By arm, so that an arm that was added is not a changed ratio as well. */
    private static Stream<StudyDifference> ratio(Study old, Study amended) {
        Map<String, Integer> before = old.scheme().ratio();
        Map<String, Integer> after = amended.scheme().ratio();
        boolean same = before.entrySet().stream().allMatch(share -> after.getOrDefault(share.getKey(), share.getValue())
                .equals(share.getValue()));
        return whole(
                Kind.RATIO,
                StudyReader.STUDY,
                amended.id(),
                true,
                same,
                Sentence.of(
                        "The allocation ratio is %s instead of %s.",
                        "De toewijzingsverhouding is %s in plaats van %s.", shares(after), shares(before)));
    }

    private static String shares(Map<String, Integer> ratio) {
        return ratio.values().stream().map(String::valueOf).collect(Collectors.joining(":"));
    }

    private static Stream<StudyDifference> allocation(Study old, Study amended) {
        return whole(
                Kind.ALLOCATION,
                "allocation.yaml",
                amended.id(),
                true,
                old.scheme().allocatesAs(amended.scheme()),
                new Text(
                        "The allocation method or its settings changed. What changed is not said here.",
                        "De toewijzingsmethode of de instellingen zijn gewijzigd. Wat, staat hier niet."));
    }

    private static Stream<StudyDifference> forced(Study old, Study amended) {
        return whole(
                Kind.FORCED,
                "allocation.yaml",
                amended.id(),
                old.forced(),
                amended.forced(),
                amended.forced()
                        ? new Text(
                                "A participant may be given the arm of another one.",
                                "Een deelnemer mag de behandelgroep van een ander krijgen.")
                        : new Text(
                                "Nobody is given the arm of another participant any more.",
                                "Niemand krijgt nog de behandelgroep van een andere deelnemer."));
    }

    private static Stream<StudyDifference> factors(Study old, Study amended) {
        Compared<FactorRule> factors = Compared.of(inStudy(), old.factors(), amended.factors(), FactorRule::name);
        return Stream.of(
                        factors.added(
                                Kind.FACTOR,
                                factor -> Sentence.of(
                                        "Allocation balances over %s as well.",
                                        "De toewijzing houdt ook rekening met %s.", factor.name())),
                        factors.removed(
                                Kind.FACTOR,
                                factor -> Sentence.of(
                                        "Allocation no longer balances over %s.",
                                        "De toewijzing houdt geen rekening meer met %s.", factor.name())),
                        factors.changed(
                                Kind.FACTOR,
                                DesignDifferences::rules,
                                pair -> Sentence.of(
                                        "The levels of factor %s are %s instead of %s.",
                                        "De niveaus van factor %s zijn %s in plaats van %s.",
                                        pair.code(),
                                        rules(pair.amended()),
                                        rules(pair.old()))),
                        whole(
                                Kind.FACTOR,
                                StudyReader.STUDY,
                                amended.id(),
                                true,
                                factors.sameOrder(),
                                new Text(
                                        "The factors of the allocation stand in another order.",
                                        "De factoren van de toewijzing staan in een andere volgorde.")),
                        labels(factors))
                .flatMap(found -> found);
    }

    private static Stream<StudyDifference> expected(Study old, Study amended) {
        return whole(
                Kind.EXPECTED,
                StudyReader.SIMULATION,
                amended.id(),
                old.expected(),
                amended.expected(),
                new Text(
                        "A simulation expects other participants. Nobody is allocated otherwise.",
                        "Een simulatie verwacht andere deelnemers. Niemand wordt anders ingedeeld."));
    }

    private static Stream<StudyDifference> labels(Compared<FactorRule> factors) {
        return factors.pairs()
                .filter(pair -> rules(pair.old()).equals(rules(pair.amended())))
                .filter(pair -> !words(pair.old()).equals(words(pair.amended())))
                .map(pair -> new StudyDifference(
                        Kind.FACTOR_TEXT,
                        StudyReader.STUDY,
                        pair.code(),
                        Sentence.of(
                                "Factor %s or a level of it has another label.",
                                "Factor %s of een niveau ervan heeft een ander opschrift.", pair.code())));
    }

    private static List<Text> words(FactorRule factor) {
        return Stream.concat(Stream.of(factor.label()), factor.levels().stream().map(FactorRule.Level::label))
                .toList();
    }

    /** By what each factor gives its levels, in order. */
    static List<List<String>> rules(List<FactorRule> factors) {
        return factors.stream().map(DesignDifferences::rules).toList();
    }

    private static List<String> rules(FactorRule factor) {
        return factor.levels().stream()
                .map(level -> level.code() + " (" + level.when().source() + ")")
                .toList();
    }
}
