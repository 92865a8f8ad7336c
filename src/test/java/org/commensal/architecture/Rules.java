package org.commensal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.commensal.access.Permission;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.ArmCode;
import org.commensal.allocation.simulation.Reallocation;
import org.commensal.audit.AuditTrail;
import org.commensal.leakage.Allocations;
import org.commensal.protocol.Study.ArmDescription;

/** The rules of src/docs/decisions/0001 for the rooms below one root package. */
final class Rules {

    private static final Set<String> PURE = Set.of(
            "kernel", "power", "anonymity", "leakage", "allocation", "allocation.simulation", "instrument", "protocol");

    /** What the command line is made of. */
    private static final Set<String> COMMAND_LINE = Set.of(
            "kernel",
            "power",
            "anonymity",
            "bundle",
            "allocation",
            "allocation.simulation",
            "instrument",
            "protocol",
            "exchange",
            "cli");

    /** What writes to the database without a right of somebody, and why. */
    private static final Set<String> NEED_NO_PERMISSION_OR_AUDIT = Set.of(
            // What is typed so far is no fact; who may save it is asked, but nothing is recorded.
            "Drafts",
            // Who appends a message has asked and recorded; sending it is decided by nobody.
            "Outbox",
            "MailLedger");

    /** What reaches the database and is called neither ledger nor register: it is one thing, not a collection. */
    private static final Set<String> REACH_THE_DATABASE = Set.of(
            "IdentityVault", "SealedFacts", "SealedAllocations", "Drafts", "AuditTrail", "Locks", "SignInFailures");

    private static final Set<String> READ_THE_TIME = Set.of("DemoClock", "Clocks");

    private final String root;
    private final Rooms rooms;

    Rules(String root) {
        this.root = root;
        this.rooms = new Rooms(root);
    }

    /** Every rule by its name, which is also the package of what was planted to break it. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("order", roomsKnowThoseBeforeThem());
        rules.put("cycles", noCycles());
        rules.put("purity", pureRoomsUseTheLanguageOnly());
        rules.put("yaml", yamlStaysInOneClass());
        rules.put("time", onlyClocksReadTheTime());
        rules.put("chance", chanceIsNeverUnseen());
        rules.put("rights", whatWritesAsksAndRecords());
        rules.put("capture", dataCaptureKnowsNoAllocation());
        rules.put("arms", armsStayInside());
        rules.put("door", oneDoorShowsAnArm());
        rules.put("reallocation", oneCheckAllocatesAnew());
        rules.put("entities", pagesSeeNoEntities());
        rules.put("database", onlyLedgersReachTheDatabase());
        rules.put("writers", writersSeeBlindedTablesOnly());
        rules.put("offline", theCommandLineKnowsNoServer());
        rules.put("names", classesHaveNamesOfTheField());
        rules.put("flat", roomsAreFlat());
        return rules;
    }

    private ArchRule roomsKnowThoseBeforeThem() {
        List<ArchRule> rules = new ArrayList<>();
        for (String room : Rooms.all()) {
            rules.add(noClasses()
                    .that(are(in(room)))
                    .should()
                    .dependOnClassesThat(are(in(Rooms.hiddenFrom(room).toArray(String[]::new))))
                    .allowEmptyShould(rooms.isPlanted()));
        }
        return CompositeArchRule.of(rules);
    }

    /** Templates are compiled into a package of their own, and belong to the pages that fill them. */
    private ArchRule noCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(in("pages"), DescribedPredicate.alwaysTrue());
    }

    private ArchRule pureRoomsUseTheLanguageOnly() {
        DescribedPredicate<JavaClass> language = resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..");
        DescribedPredicate<JavaClass> yaml = resideInAnyPackage("org.snakeyaml..");
        return classes()
                .that(are(in(PURE.toArray(String[]::new))))
                .should()
                .onlyDependOnClassesThat(
                        language.or(yaml).or(in(PURE.toArray(String[]::new))).or(isArray()));
    }

    private ArchRule yamlStaysInOneClass() {
        return noClasses()
                .that(not(named(Set.of("YamlFile"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..");
    }

    private ArchRule onlyClocksReadTheTime() {
        return noClasses()
                .that(not(named(READ_THE_TIME)))
                .should()
                .callCodeUnitWhere(describe("reads the clock of the machine", Rules::readsTheTime));
    }

    private static boolean readsTheTime(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        boolean asksNoClock = call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        boolean now = owner.startsWith("java.time.") && name.equals("now") && asksNoClock;
        boolean system = owner.startsWith("java.time.") && name.startsWith("system") && !name.equals("systemDefault");
        boolean old = owner.equals("java.util.Date") && name.equals("<init>");
        return now || system || old || name.equals("currentTimeMillis");
    }

    private ArchRule chanceIsNeverUnseen() {
        DescribedPredicate<JavaClass> unseen = JavaClass.Predicates.equivalentTo(Random.class)
                .or(JavaClass.Predicates.equivalentTo(ThreadLocalRandom.class));
        ArchRule everywhere =
                noClasses().should().dependOnClassesThat(are(unseen)).orShould().callMethod(Math.class, "random");
        ArchRule seededInTheDemonstration = noClasses()
                .that(not(in("demo")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SplittableRandom.class);
        return CompositeArchRule.of(everywhere).and(seededInTheDemonstration);
    }

    private ArchRule whatWritesAsksAndRecords() {
        DescribedPredicate<JavaClass> writes = describe(
                "write",
                type -> type.isAnnotatedWith(Transactional.class)
                        || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
        return classes()
                .that(are(writes.and(not(in("audit", "access"))).and(not(named(NEED_NO_PERMISSION_OR_AUDIT)))))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Permission.class)
                .andShould()
                .dependOnClassesThat()
                .areAssignableTo(AuditTrail.class);
    }

    private ArchRule dataCaptureKnowsNoAllocation() {
        return noClasses()
                .that(are(in(
                        "mail",
                        "studies",
                        "enrolment",
                        "freezing",
                        "questionnaires",
                        "reminders",
                        "eligibility",
                        "kits",
                        "unblinding",
                        "safety",
                        "quality",
                        "verification")))
                .should()
                .dependOnClassesThat(are(in("allocation", "allocation.simulation", "randomisation")));
    }

    /** By return type as well: what a call returns is seen where a local variable is not. */
    private ArchRule armsStayInside() {
        DescribedPredicate<JavaMethodCall> returnsAnArm = describe(
                "returns an arm",
                call -> call.getTarget().getRawReturnType().isAssignableTo(ArmCode.class)
                        || call.getTarget().getRawReturnType().isAssignableTo(Allocation.class));
        return noClasses()
                .that(not(in("allocation", "allocation.simulation", "protocol", "randomisation", "export.release")))
                .should()
                .callMethodWhere(returnsAnArm)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ArmCode.class, Allocation.class);
    }

    private ArchRule oneDoorShowsAnArm() {
        return methods()
                .that()
                .haveRawReturnType(ArmDescription.class)
                .and()
                .areDeclaredInClassesThat(not(in("protocol").or(in(Rooms.edge()))))
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*\\.(RevealAllocation|IssueEnvelopes(\\$Sheet)?)");
    }

    /** Arms as numbers are arms: whoever holds them against data is one class, which says yes or no. */
    private ArchRule oneCheckAllocatesAnew() {
        return noClasses()
                .that(not(in("allocation.simulation", "leakage").or(named(Set.of("CheckForLeaks")))))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Reallocation.class, Allocations.class);
    }

    private ArchRule pagesSeeNoEntities() {
        return noClasses()
                .that(are(in("pages").or(in(Rooms.edge()))))
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Entity.class);
    }

    private ArchRule onlyLedgersReachTheDatabase() {
        return noClasses()
                .that(not(named(REACH_THE_DATABASE)))
                .and()
                .haveSimpleNameNotEndingWith("Ledger")
                .and()
                .haveSimpleNameNotEndingWith("Register")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(EntityManager.class);
    }

    private ArchRule writersSeeBlindedTablesOnly() {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(root + "..");
        return noClasses()
                .that(are(in("export.format")))
                .should()
                .dependOnClassesThat(are(ours.and(not(in("export.format", "export.release", "kernel")))));
    }

    private ArchRule theCommandLineKnowsNoServer() {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(root + "..");
        DescribedPredicate<JavaClass> server = resideInAnyPackage("jakarta..", "org.eclipse..");
        return noClasses()
                .that(are(in("cli")))
                .should()
                .dependOnClassesThat(are(
                        ours.and(not(in(COMMAND_LINE.toArray(String[]::new)))).or(server)));
    }

    private ArchRule classesHaveNamesOfTheField() {
        return noClasses()
                .should()
                .haveNameMatching("(?i).*\\.[^.]*(commensal|util|common|helper|manager|impl|dto|service)[^.]*")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..impl..", "..dto..", "..service..", "..model..");
    }

    private ArchRule roomsAreFlat() {
        List<String> flat = new ArrayList<>(List.of(root + ".pages.."));
        Rooms.all().forEach(room -> flat.add(root + "." + room));
        return classes().should().resideInAnyPackage(flat.toArray(String[]::new));
    }

    private DescribedPredicate<JavaClass> in(String... names) {
        return rooms.in(names);
    }

    /** A class of this name, with the classes inside it. */
    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe("named " + names, type -> {
            String name = type.getName().substring(type.getPackageName().length() + 1);
            return names.contains(name.replaceAll("\\$.*", ""));
        });
    }

    private static DescribedPredicate<JavaClass> isArray() {
        return describe("arrays or primitives", type -> type.isArray() || type.isPrimitive());
    }
}
