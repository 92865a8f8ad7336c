package org.commensal.protocol;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationScheme;
import org.commensal.instrument.Expression;
import org.commensal.instrument.Questionnaire;
import org.commensal.kernel.Text;

/**
 * A trial protocol, whole and checked: one immutable version of a study folder.
 *
 * @param id kebab-case, the folder's name
 * @param version as the study team counts it, such as {@code 1.0}
 * @param notice a sentence every page and release of the study carries, such as that it is an example
 * @param zone the time zone of its sites, whose calendar days are the diary's days
 * @param target how many participants will be randomised
 * @param arms those that participants are allocated to
 * @param closedArms those that take nobody new; whoever is in one stays in it
 * @param openLabel the roles to whom an allocation is shown; nobody else sees an arm before unblinding
 * @param factors what randomisation is stratified or minimised by, in order; their levels computed from the facts
 * @param scheme how participants are allocated, with the settings of {@code allocation.yaml}
 * @param expected how many participants of each level are expected for each other, by factor, for a simulation only; a
 *     factor that is not there has each level equally often
 * @param forced whether a participant may be given the arm of another, outside the streams of the scheme
 * @param protocol what the protocol says in words
 * @param conduct how the trial is carried out
 */
public record Study(
        String id,
        String version,
        Text title,
        Text summary,
        Optional<Text> notice,
        ZoneId zone,
        int target,
        List<Site> sites,
        List<ArmDescription> arms,
        List<ClosedArm> closedArms,
        List<String> openLabel,
        ConsentDocument consent,
        Map<String, Questionnaire> questionnaires,
        Schedule schedule,
        List<DerivedVariable> derived,
        List<Criterion> criteria,
        List<Text> criteriaLeftOut,
        List<FactorRule> factors,
        AllocationScheme scheme,
        Map<String, Map<String, Integer>> expected,
        boolean forced,
        Protocol protocol,
        Conduct conduct) {

    public Study {
        sites = List.copyOf(sites);
        arms = List.copyOf(arms);
        closedArms = List.copyOf(closedArms);
        openLabel = List.copyOf(openLabel);
        questionnaires = Collections.unmodifiableMap(new LinkedHashMap<>(questionnaires));
        derived = List.copyOf(derived);
        criteria = List.copyOf(criteria);
        criteriaLeftOut = List.copyOf(criteriaLeftOut);
        factors = List.copyOf(factors);
        expected = Map.copyOf(expected);
    }

    /**
     * @param prefix two to four capitals that begin the codes of its participants
     * @param contact how participants reach it, such as a telephone number and an e-mail address; shown to everybody
     */
    public record Site(String code, String prefix, String name, Optional<String> contact) {}

    /** What the participants of one arm receive. */
    public record ArmDescription(String code, Text name, Text description) {}

    /**
     * An arm that takes nobody new.
     *
     * @param share its part of a set of kits, of which its participants still get theirs
     */
    public record ClosedArm(ArmDescription arm, int share) {}

    /**
     * What a participant agrees to.
     *
     * @param comprehension what is asked first, where it is signed on a screen, to see that it was understood
     */
    public record ConsentDocument(
            String version,
            Text title,
            List<Text> paragraphs,
            List<ConsentQuestion> questions,
            List<Comprehension> comprehension) {}

    /**
     * A question about what the document says.
     *
     * @param answers to choose from, by code
     * @param right the code of the right one
     * @param explanation what is said to somebody who chose another
     */
    public record Comprehension(
            String code, Text question, Map<String, Text> answers, String right, Text explanation) {}

    /** @param required whether the answer must be yes for the consent to be valid */
    public record ConsentQuestion(String code, Text question, boolean required) {}

    /** A condition on entering the trial: an inclusion criterion must be true, an exclusion criterion false. */
    public record Criterion(String id, boolean inclusion, Text text, Expression expression) {}

    /**
     * A variable computed over all diary days of one block, such as the monthly migraine days of the run-in; or of one
     * block and those before it, such as the change since the run-in.
     *
     * @param function a name of {@code instrument.Definitions}
     * @param form the diary form
     * @param block of the schedule
     * @param earlier blocks before it that the function compares with or continues, oldest first; usually none
     */
    public record DerivedVariable(
            String code, String function, String form, String block, List<String> earlier, Text label) {

        public DerivedVariable {
            earlier = List.copyOf(earlier);
        }

        /** The blocks that it is computed from, its own last. */
        public List<String> blocks() {
            return Stream.concat(earlier.stream(), Stream.of(block)).toList();
        }
    }

    /** How the level of an allocation factor follows from the facts: the first level whose condition is true. */
    public record FactorRule(String name, Text label, List<Level> levels) {
        public record Level(String code, Text label, Expression when) {}

        List<String> codes() {
            return levels.stream().map(Level::code).toList();
        }
    }

    /** This study with other forms. */
    Study with(Map<String, Questionnaire> forms) {
        return new Study(
                id,
                version,
                title,
                summary,
                notice,
                zone,
                target,
                sites,
                arms,
                closedArms,
                openLabel,
                consent,
                forms,
                schedule,
                derived,
                criteria,
                criteriaLeftOut,
                factors,
                scheme,
                expected,
                forced,
                protocol,
                conduct);
    }

    /** The place of the factor whose levels are the sites, or −1. */
    public int siteFactor() {
        return siteFactor(sites, factors);
    }

    static int siteFactor(List<Site> sites, List<FactorRule> factors) {
        List<String> codes = sites.stream().map(Site::code).toList();
        return IntStream.range(0, factors.size())
                .filter(place -> factors.get(place).codes().equals(codes))
                .findFirst()
                .orElse(-1);
    }

    /** The form or instrument of this id, which a task of the schedule names. */
    public Questionnaire questionnaire(String id) {
        return Optional.ofNullable(questionnaires.get(id)).orElseThrow();
    }

    /** The share of each arm in the allocation ratio, by its code, in the order of the study. */
    public Map<String, Integer> ratio() {
        return scheme.ratio();
    }

    /** How many kits of the kind of each arm make one set: participants of a closed arm get theirs as before. */
    public Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new LinkedHashMap<>(ratio());
        closedArms.forEach(closed -> kinds.put(closed.arm().code(), closed.share()));
        return kinds;
    }

    /** Every arm that a participant can be in, the closed ones last. */
    public List<ArmDescription> everyArm() {
        return Stream.concat(arms.stream(), closedArms.stream().map(ClosedArm::arm))
                .toList();
    }

    /**
     * Whether both versions allocate alike: by one scheme, but for the name of the version, and by levels that follow from
     * the facts alike.
     */
    public boolean allocatesAs(Study other) {
        return scheme.as(other.version).canonical().equals(other.scheme.canonical())
                && DesignDifferences.rules(factors).equals(DesignDifferences.rules(other.factors));
    }

    public Site site(String code) {
        return sites.stream()
                .filter(site -> site.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
