package org.commensal.protocol;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.ArmCode;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.Intervention;
import org.commensal.protocol.Study.ArmDescription;
import org.commensal.protocol.Study.ClosedArm;
import org.commensal.protocol.Study.Comprehension;
import org.commensal.protocol.Study.ConsentDocument;
import org.commensal.protocol.Study.ConsentQuestion;
import org.commensal.protocol.Study.FactorRule;
import org.commensal.protocol.Study.Site;

/** Reads the design of a study: where, which arms, who sees them, what is agreed to, how it is allocated. */
final class DesignReading {

    private static final Pattern PREFIX = Pattern.compile("[A-Z]{2,4}");
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9_]*");
    static final List<String> UNBLINDABLE = List.of("participant", "coordinator", "investigator");
    private static final int LARGEST_RATIO = 100;

    private final Settings study;
    private final List<Integer> ratio = new ArrayList<>();
    private final List<ArmDescription> armsNotUsed = new ArrayList<>();
    private final List<ClosedArm> closedArms = new ArrayList<>();
    private final Map<String, Intervention> interventions = new LinkedHashMap<>();

    DesignReading(Settings study) {
        this.study = study;
    }

    ZoneId zone() {
        String zone = study.string("time-zone");
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            study.fault("time-zone", "There is no time zone \"" + zone + "\".", "Write it like Europe/Amsterdam.");
            return ZoneId.of("UTC");
        }
        return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
    }

    /** The notice, which an example must have. */
    Optional<Text> notice() {
        if (study.flag("example", false) && !study.has("notice")) {
            study.fault("example", "An example must say that it is one.", "Add notice: with a sentence to show.");
        }
        return study.optionalText("notice");
    }

    List<Site> sites() {
        Codes codes = new Codes();
        Codes prefixes = new Codes();
        List<Site> sites = study.children("sites", 1).stream()
                .map(at -> {
                    Site site = new Site(
                            codes.unique(at, "code", Codes.KEBAB, "leiden"),
                            prefixes.unique(at, "prefix", PREFIX, "LEI, two to four capitals"),
                            at.string("name"),
                            at.optionalString("contact"));
                    at.done();
                    return site;
                })
                .toList();
        if (sites.isEmpty()) {
            study.fault("sites", "There is no site.", "List at least one under sites.");
        }
        return sites;
    }

    /**
     * The arms that are allocated to. One that is switched off is described and never drawn; one that is closed was drawn,
     * by an earlier version.
     */
    List<ArmDescription> arms() {
        List<ArmDescription> arms = new ArrayList<>();
        Codes codes = new Codes();
        for (Settings at : study.children("arms", 2)) {
            ArmDescription arm = new ArmDescription(
                    codes.unique(at, "code", Codes.CAPITALS, "PROB"), at.text("name"), at.text("description"));
            int share = at.integer("ratio", 1, LARGEST_RATIO, 1);
            at.optionalChild("intervention")
                    .map(InterventionReading::intervention)
                    .ifPresent(intervention -> interventions.put(arm.code(), intervention));
            boolean closed = at.flag("closed", false);
            if (!at.flag("enabled", true)) {
                armsNotUsed.add(arm);
            } else if (closed) {
                closedArms.add(new ClosedArm(arm, share));
            } else {
                arms.add(arm);
                ratio.add(share);
            }
            at.done();
        }
        if (arms.size() < 2) {
            study.fault("arms", "There are " + arms.size() + " arms.", "List at least two to randomise between.");
        }
        return arms;
    }

    List<ArmDescription> armsNotUsed() {
        return armsNotUsed;
    }

    List<ClosedArm> closedArms() {
        return closedArms;
    }

    Map<String, Intervention> interventions() {
        return interventions;
    }

    /** The roles that see an allocation; every other role stays blinded whatever a study says. */
    List<String> openLabel() {
        List<String> roles = study.strings("open-label");
        roles.stream()
                .filter(role -> !UNBLINDABLE.contains(role))
                .forEach(role -> study.fault(
                        "open-label", "\"" + role + "\" cannot be shown an arm.", ItemReading.oneOf(UNBLINDABLE)));
        return roles;
    }

    static ConsentDocument consent(Settings at) {
        Codes codes = new Codes();
        String version = at.string("version");
        Text title = at.text("title");
        List<Text> paragraphs = at.children("paragraphs").stream()
                .map(paragraph -> {
                    Text text = paragraph.text("text");
                    paragraph.done();
                    return text;
                })
                .toList();
        List<ConsentQuestion> questions = at.children("questions", 1).stream()
                .map(question -> {
                    ConsentQuestion read = new ConsentQuestion(
                            codes.unique(question, "code", SNAKE, "take_part"),
                            question.text("question"),
                            question.flag("required", true));
                    question.done();
                    return read;
                })
                .toList();
        if (questions.stream().noneMatch(ConsentQuestion::required)) {
            at.fault("questions", "No question has to be answered with yes.", "Make at least one required: true.");
        }
        List<Comprehension> comprehension = at.children("comprehension").stream()
                .map(question -> comprehension(question, codes))
                .toList();
        at.done();
        return new ConsentDocument(version, title, paragraphs, questions, comprehension);
    }

    private static Comprehension comprehension(Settings at, Codes codes) {
        String code = codes.unique(at, "code", SNAKE, "may_stop");
        Text question = at.text("question");
        Map<String, Text> answers = new LinkedHashMap<>();
        List<String> right = new ArrayList<>();
        for (Settings answer : at.children("answers", 2)) {
            String chosen = codes.unique(answer, "code", SNAKE, "any_time");
            answers.put(chosen, answer.text("label"));
            if (answer.flag("right", false)) {
                right.add(chosen);
            }
            answer.done();
        }
        if (right.size() != 1) {
            at.fault("answers", right.size() + " answers are right.", "Mark one with right: true.");
        }
        Text explanation = at.text("explanation");
        at.done();
        return new Comprehension(code, question, answers, right.isEmpty() ? "" : right.get(0), explanation);
    }

    /**
     * How this study allocates; empty where its arms or factors are too faulty for the settings to be judged.
     *
     * @param files the content of a file of the study folder, by its path
     */
    Optional<AllocationScheme> scheme(
            String id,
            String version,
            List<ArmDescription> arms,
            List<FactorRule> rules,
            Function<String, Optional<byte[]>> files,
            Settings at) {
        List<ArmCode> codes = arms.stream().map(arm -> new ArmCode(arm.code())).toList();
        List<AllocationScheme.Factor> factors = rules.stream()
                .map(rule -> new AllocationScheme.Factor(
                        rule.name(),
                        rule.levels().stream().map(FactorRule.Level::code).toList()))
                .toList();
        boolean judgeable = areDistinctAndSeveral(codes)
                && factors.stream().allMatch(factor -> areDistinctAndSeveral(factor.levels()))
                && factors.stream()
                                .map(AllocationScheme.Factor::name)
                                .distinct()
                                .count()
                        == factors.size();
        return judgeable
                ? Optional.of(AllocationScheme.read(id, version, codes, ratio, factors, files, at))
                : Optional.empty();
    }

    /** Whether a participant may be given the arm of another: {@code forced: allowed} in {@code allocation.yaml}. */
    static boolean forced(Settings allocation) {
        return allocation
                .oneOf("forced", List.of("refused", "allowed"), "refused")
                .equals("allowed");
    }

    private static boolean areDistinctAndSeveral(List<?> codes) {
        return codes.size() > 1 && Set.copyOf(codes).size() == codes.size();
    }
}
