package org.commensal.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Settings;
import org.commensal.kernel.Text;

/**
 * How one version of a study allocates: arms with their ratio, a method with its settings, the factors with their
 * levels.
 *
 * <p>Everything is a pure function of the scheme, the seed and the history, to the byte: see the decision page "Every
 * allocation can be computed again".
 */
public final class AllocationScheme {

    private static final String ALGORITHM = "allocation-v1";
    private static final Text LEVELS = new Text(
            "This participant cannot be allocated: a factor has no valid level.",
            "Deze deelnemer kan niet worden ingedeeld: een factor heeft geen geldige waarde.");

    private final String study;
    private final String version;
    private final Design design;
    private final String name;
    private final AllocationMethod method;
    private final String canonical;
    private final Binding binding;

    private AllocationScheme(String study, String version, Design design, String name, AllocationMethod method) {
        this.study = study;
        this.version = version;
        this.design = design;
        this.name = name;
        this.method = method;
        this.canonical = CanonicalJson.of(Map.of(
                "algorithm",
                ALGORITHM,
                "study",
                study,
                "version",
                version,
                "arms",
                design.arms().stream().map(ArmCode::value).toList(),
                "ratio",
                design.ratio(),
                "factors",
                design.factors().stream()
                        .map(factor -> Map.of("name", factor.name(), "levels", factor.levels()))
                        .toList(),
                "method",
                name,
                "settings",
                method.settings()));
        this.binding = new Binding(study, version, canonical);
    }

    /**
     * Something about a participant by which allocation is stratified or balanced, such as the site.
     *
     * @param levels every level that a participant can have, in order
     */
    public record Factor(String name, List<String> levels) {

        public Factor {
            levels = List.copyOf(levels);
        }
    }

    /** The same, of a method that needs no file. */
    public static AllocationScheme read(
            String study,
            String version,
            List<ArmCode> arms,
            List<Integer> ratio,
            List<Factor> factors,
            Settings settings) {
        return read(study, version, arms, ratio, factors, path -> Optional.empty(), settings);
    }

    /**
     * Reads the settings of {@code allocation.yaml}; every fault is reported through them, with its line.
     *
     * @param study and {@code version} bind the streams to this protocol
     * @param ratio the share of each arm, in the order of the arms
     * @param files the content of a file of the study folder by its path, for a method that names one
     * @return after a fault, a scheme that must not be used
     */
    public static AllocationScheme read(
            String study,
            String version,
            List<ArmCode> arms,
            List<Integer> ratio,
            List<Factor> factors,
            Function<String, Optional<byte[]>> files,
            Settings settings) {
        Design design = new Design(arms, ratio, factors);
        String name = settings.string("method");
        Optional<AllocationMethods.Entry> entry = AllocationMethods.named(name, settings);
        AllocationMethod method = new CompleteRandomisation(design);
        if (design.sound(settings) && entry.isPresent()) {
            method = entry.get().reader().read(design, settings, files);
            settings.done();
        }
        return new AllocationScheme(study, version, design, name, method);
    }

    /** One method that a study can name, with settings that suit this allocation ratio, as lines of a study file. */
    public record Method(String name, List<Integer> ratio, String example) {}

    /** Every method that a study can name. */
    public static List<Method> methods() {
        return AllocationMethods.TABLE.stream()
                .map(entry -> new Method(entry.name(), entry.ratio(), entry.example()))
                .toList();
    }

    public String study() {
        return study;
    }

    public String version() {
        return version;
    }

    public List<ArmCode> arms() {
        return design.arms();
    }

    /** The allocation ratio: the share of each arm by its code, in the order of the arms. */
    public Map<String, Integer> ratio() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        design.arms().forEach(arm -> shares.put(arm.value(), design.ratio().get(design.place(arm))));
        return shares;
    }

    /**
     * This scheme as an earlier version of the study named it: a running study keeps the streams of the version that it
     * was activated with.
     */
    public AllocationScheme as(String version) {
        return new AllocationScheme(study, version, design, name, method);
    }

    /** Whether both schemes have one method with the same settings, whatever their arms, ratio and factors. */
    public boolean allocatesAs(AllocationScheme other) {
        return name.equals(other.name) && method.settings().equals(other.method.settings());
    }

    public List<Factor> factors() {
        return design.factors();
    }

    /**
     * The stream that a participant with these levels is drawn from: the stratum, as in {@code site=S1;aura=yes} in the
     * order of the factors, or {@code all} where the scheme has one stream.
     *
     * @throws Refusal where a factor has no level, or a level that it does not know
     */
    public String stream(Map<String, String> levels) {
        List<Refusal.Violation> violations = design.violations(levels);
        if (!violations.isEmpty()) {
            throw new Refusal(Refusal.Reason.INVALID, LEVELS, violations);
        }
        if (!method.stratifies() || design.factors().isEmpty()) {
            return Design.WHOLE;
        }
        return design.factors().stream()
                .map(factor -> factor.name() + "=" + levels.get(factor.name()))
                .collect(Collectors.joining(";"));
    }

    boolean knows(Map<String, String> levels) {
        return design.violations(levels).isEmpty();
    }

    /** The scheme in canonical JSON (RFC 8785), whose SHA-256 the commitment binds. */
    public String canonical() {
        return canonical;
    }

    /** The file that the scheme binds by its SHA-256, where it has one. */
    Optional<byte[]> list() {
        return method.list();
    }

    /** What is published at activation: it binds the seed and the scheme and tells neither. Lower-case hex. */
    public String commitment(Seed seed) {
        return binding.commitment(seed);
    }

    /** The chain of the rows of a stream, which only the seed can continue. */
    public LedgerChain chain(Seed seed, String stream) {
        return new LedgerChain(
                commitment(seed),
                binding.chainKey(seed, stream),
                design.factors().stream().map(Factor::name).toList());
    }

    /**
     * The next allocation, a pure function of its arguments.
     *
     * @param history the allocations of this stream so far, in sequence
     * @throws Refusal where a factor has no level, or a level that it does not know
     * @throws IllegalArgumentException where the history is of another stream or not in sequence
     */
    public Allocation next(Seed seed, List<Allocation> history, Map<String, String> levels) {
        AllocationStream stream = open(seed, stream(levels));
        history.forEach(stream::add);
        return stream.next(levels);
    }

    /** The name of the method. */
    public String method() {
        return name;
    }

    /** The settings of the method by their keys, as the study file writes them; defaults may be left out. */
    public Map<String, Object> settings() {
        return method.settings();
    }

    /** Whether each stratum has a stream of its own. */
    public boolean stratifies() {
        return method.stratifies() && !design.factors().isEmpty();
    }

    /** One stream of this scheme before its first participant, for whoever simulates it or computes exact figures. */
    public Course begin() {
        return method.begin();
    }

    /** Whether the weights depend on the levels of the participants of a stream, and not on their arms alone. */
    public boolean balancesFactors() {
        return method.balancesFactors();
    }

    /** One stream of this scheme before its first participant, with the numbers that this seed gives. */
    public AllocationStream open(Seed seed, String stream) {
        return new AllocationStream(stream, design, begin(), binding.streamKey(seed, stream));
    }

    /** The allocations that no stream of this scheme makes, with the numbers that this seed gives. */
    public OutsideStreams outside(Seed seed) {
        return new OutsideStreams(design, binding, seed);
    }

    /**
     * Computes a whole ledger again and says, in a sentence each, where it differs; empty where it agrees.
     *
     * @param ledger of all streams of the scheme, each stream in sequence
     */
    public List<String> replay(Seed seed, List<Allocation> ledger) {
        return new Replay(this, seed).of(ledger);
    }
}
