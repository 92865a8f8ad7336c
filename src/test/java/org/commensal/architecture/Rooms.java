package org.commensal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rooms below one root package: those of the server, or those that were planted to break one rule. */
record Rooms(String root) {

    /** Each may know those before it; those on one line do not know each other. */
    static final List<List<String>> ORDER = List.of(
            List.of("kernel"),
            List.of("power", "anonymity", "leakage", "background", "bundle"),
            List.of("allocation", "instrument"),
            List.of("allocation.simulation"),
            List.of("protocol"),
            List.of("exchange"),
            List.of("audit"),
            List.of("access"),
            List.of("mail"),
            List.of("studies"),
            List.of("golive"),
            List.of("enrolment"),
            List.of("freezing"),
            List.of("questionnaires"),
            List.of("reminders"),
            List.of("eligibility"),
            List.of("unblinding"),
            List.of("kits"),
            List.of("randomisation"),
            List.of("safety", "quality", "imports", "verification"),
            List.of("safety.medication"),
            List.of("safety.events"),
            List.of("export.release"),
            List.of("export.format", "export.disclosure", "export.comparison"),
            List.of("export.redcap"),
            List.of("export"),
            List.of("demo"),
            List.of("web", "server", "cli"),
            List.of(
                    "web.access",
                    "web.safety",
                    "web.quality",
                    "web.unblinding",
                    "web.kits",
                    "web.questionnaires",
                    "web.export",
                    "web.imports"),
            List.of("web.reminders", "web.closing"),
            List.of("web.randomisation"),
            List.of("web.enrolment"),
            List.of("web.studies"));

    /** Every room that {@code room} must not know. */
    static List<String> hiddenFrom(String room) {
        List<String> hidden = new ArrayList<>();
        for (int line = ORDER.size() - 1; !ORDER.get(line).contains(room); line--) {
            hidden.addAll(ORDER.get(line));
        }
        ORDER.stream().filter(line -> line.contains(room)).forEach(hidden::addAll);
        hidden.remove(room);
        return hidden;
    }

    static List<String> all() {
        return ORDER.stream().flatMap(List::stream).toList();
    }

    /** The rooms that know HTTP. */
    static String[] edge() {
        return all().stream()
                .filter(room -> room.equals("web") || room.startsWith("web."))
                .toArray(String[]::new);
    }

    /** Rooms that have rooms of their own below them: each is itself alone. */
    private static final Set<String> ALONE = Set.of("allocation", "export", "safety", "web");

    /** In one of these rooms, as they are written in the order. */
    DescribedPredicate<JavaClass> in(String... rooms) {
        List<String> packages = new ArrayList<>();
        for (String room : rooms) {
            packages.add(root + "." + room + (ALONE.contains(room) ? "" : ".."));
        }
        return resideInAnyPackage(packages.toArray(String[]::new));
    }

    /** What was planted has few rooms, so that a rule about one of them may find nothing. */
    boolean isPlanted() {
        return root.contains(".planted.");
    }
}
