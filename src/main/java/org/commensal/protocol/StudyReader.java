package org.commensal.protocol;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.allocation.AllocationScheme;
import org.commensal.kernel.Asked;
import org.commensal.kernel.ProtocolFault;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;
import org.commensal.protocol.Protocol.AnalysisPlan;

/**
 * Reads a study folder whole, or says everything that is wrong with it.
 *
 * <p>The folder has {@code study.yaml}, {@code allocation.yaml}, {@code consent.yaml}, one file a form under
 * {@code forms/}, one an instrument under {@code instruments/}, under {@code texts/} the wording of instruments that come
 * without, and {@code simulation.yaml} where participants of some levels are expected more often than others.
 */
public final class StudyReader {

    static final String STUDY = "study.yaml";
    private static final String ALLOCATION = "allocation.yaml";
    static final String SIMULATION = "simulation.yaml";
    private static final String CONSENT = "consent.yaml";
    private static final String EXAMPLES = "examples/";
    private static final String A_FORM = "forms/*.yaml/";

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,31}");
    private static final int LARGEST_TARGET = 1_000_000;
    private static final int MOST_FAULTS = 200;
    private static final int LONGEST = 400;

    private final StudyFolder folder;
    private final Consumer<Asked> questions;
    private final List<ProtocolFault> faults = new ArrayList<>();
    private final Set<String> filesRead = new HashSet<>();
    private final Codes variables = new Codes();
    private boolean scheduleIsSound = true;

    private StudyReader(StudyFolder folder, Consumer<Asked> questions) {
        this.folder = folder;
        this.questions = questions;
    }

    /** @throws FaultyStudy with every fault at once */
    public static Study read(StudyFolder folder) {
        return read(folder, question -> {});
    }

    /** @param questions is told every key that is asked for, whether the study has it or not */
    static Study read(StudyFolder folder, Consumer<Asked> questions) {
        StudyReader reader = new StudyReader(folder, questions);
        reader.faults.addAll(folder.faults());
        reader.refuseIfFaulty();
        Optional<Settings> study = reader.file(STUDY);
        reader.refuseIfFaulty();
        return reader.study(study.orElseThrow());
    }

    /** @param files by their path within the folder, as from a zip */
    public static Study read(Map<String, byte[]> files) {
        return read(StudyFolder.of(files));
    }

    public static Study read(Path folder) {
        return read(StudyFolder.of(folder));
    }

    private void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw new FaultyStudy(faults);
        }
    }

    /** Stops at a number of faults that nobody repairs at once, and keeps each as short as a sentence. */
    private void report(ProtocolFault fault) {
        String what = fault.what();
        String clipped = what.length() > LONGEST ? what.substring(0, LONGEST) + "…" : what;
        faults.add(new ProtocolFault(fault.file(), fault.line(), clipped, fault.fix()));
        if (faults.size() == MOST_FAULTS) {
            throw new FaultyStudy(faults);
        }
    }

    private Optional<Settings> file(String path) {
        filesRead.add(path);
        return Optional.ofNullable(folder.files().get(path))
                .or(() -> {
                    faults.add(
                            new ProtocolFault(path, 1, "The file " + path + " is missing.", "Add it to the folder."));
                    return Optional.empty();
                })
                .flatMap(bytes -> YamlFile.read(path, bytes, this::report))
                .map(node -> new Settings(node, this::report, questions, isForm(path) ? A_FORM : path + "/"));
    }

    private Optional<byte[]> content(String path) {
        return Optional.ofNullable(folder.files().get(path));
    }

    private static boolean isForm(String path) {
        return path.startsWith("forms/") || path.startsWith("instruments/");
    }

    /** One statement a part; a fault in one never hides a fault in another. */
    private Study study(Settings root) {
        DesignReading design = new DesignReading(root);
        String id = Codes.formed(root, "id", root.string("id"), Codes.KEBAB, "probiotic-placebo");
        String version = Codes.formed(root, "version", root.string("version"), VERSION, "1.0");
        Text title = root.text("title");
        Text summary = root.text("summary");
        Optional<Text> notice = design.notice();
        ZoneId zone = design.zone();
        int target = root.integer("target", 1, LARGEST_TARGET);
        List<Study.Site> sites = design.sites();
        List<Study.ArmDescription> arms = design.arms();
        List<String> openLabel = design.openLabel();
        Optional<Study.ConsentDocument> consent = file(CONSENT).map(DesignReading::consent);
        FormsReading forms = new FormsReading(this::file, variables);
        forms.read(root, folder.files().keySet());
        Schedule schedule = schedule(root, forms);
        RuleReading.Rules rules =
                new RuleReading(root, variables).read(sites, forms.formulas(), schedule, scheduleIsSound);
        Map<String, Map<String, Integer>> expected = expected(sites, rules.factors());
        Optional<Settings> allocation = file(ALLOCATION);
        boolean forced = allocation.map(DesignReading::forced).orElse(false);
        Optional<AllocationScheme> scheme = allocation.flatMap(
                settings -> design.scheme(id, version, arms, rules.factors(), this::content, settings));
        Formulas all = Names.always(sites, forms.formulas(), rules.derived());
        AnalysisPlan analysis = new AnalysisReading(root, scheduleIsSound)
                .read(
                        all,
                        forms.formulas(),
                        schedule,
                        arms.size() + design.closedArms().size(),
                        target);
        Protocol protocol = protocol(root, design, openLabel, analysis);
        Conduct conduct = conduct(root, all, forms, schedule, everyArm(arms, design.closedArms()));
        root.done();
        findUnreadFiles();
        refuseIfFaulty();
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
                design.closedArms(),
                openLabel,
                consent.orElseThrow(),
                forms.questionnaires(),
                schedule,
                rules.derived(),
                rules.criteria(),
                rules.leftOut(),
                rules.factors(),
                scheme.orElseThrow(),
                expected,
                forced,
                protocol,
                conduct);
    }

    /** Judged by the sites and factors, hence only where study.yaml has no fault. */
    private Map<String, Map<String, Integer>> expected(List<Study.Site> sites, List<Study.FactorRule> factors) {
        filesRead.add(SIMULATION);
        boolean sound = faults.stream().noneMatch(fault -> fault.file().equals(STUDY));
        return sound && folder.files().containsKey(SIMULATION)
                ? file(SIMULATION)
                        .map(new ExpectedReading(sites, factors)::read)
                        .orElse(Map.of())
                : Map.of();
    }

    private static Protocol protocol(
            Settings root, DesignReading design, List<String> openLabel, AnalysisPlan analysis) {
        ProtocolReading reading = new ProtocolReading(root);
        return new Protocol(
                reading.administration(),
                reading.rationale(),
                design.interventions(),
                design.armsNotUsed(),
                InterventionReading.blinding(root, openLabel),
                analysis,
                root.texts("limitations"));
    }

    private static List<Study.ArmDescription> everyArm(List<Study.ArmDescription> arms, List<Study.ClosedArm> closed) {
        return Stream.concat(arms.stream(), closed.stream().map(Study.ClosedArm::arm))
                .toList();
    }

    private Conduct conduct(
            Settings root, Formulas all, FormsReading forms, Schedule schedule, List<Study.ArmDescription> arms) {
        SafetyReading safety = new SafetyReading(all, forms, schedule, variables, scheduleIsSound);
        Conduct.Safety rules = safety.read(root);
        return new ConductReading(root)
                .read(
                        rules,
                        new QueryReading(safety::when, forms.formulas()).read(root),
                        schedule,
                        new RemindersReading(arms, schedule, scheduleIsSound),
                        new OwnDiaryReading(all, schedule, forms.questionnaires()),
                        new ImportsReading(forms.questionnaires(), schedule, scheduleIsSound),
                        new DoubleEntryReading(schedule, scheduleIsSound),
                        new SourceVerificationReading(forms.questionnaires(), all.doubtful()));
    }

    private Schedule schedule(Settings root, FormsReading forms) {
        int before = faults.size();
        Schedule schedule = root.child("schedule")
                .map(new ScheduleReading(forms.formulas().keySet())::read)
                .orElse(new Schedule(List.of(), List.of()));
        scheduleIsSound = faults.size() == before;
        if (scheduleIsSound) {
            forms.findUnused(schedule);
        }
        return schedule;
    }

    private void findUnreadFiles() {
        folder.files().keySet().stream()
                .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml"))
                .filter(path -> !filesRead.contains(path) && !path.startsWith(EXAMPLES))
                .forEach(path -> report(new ProtocolFault(
                        path,
                        1,
                        "Nothing reads this file.",
                        "Put a form under forms/, ending in .yaml, or remove it.")));
    }
}
