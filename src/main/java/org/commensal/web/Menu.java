package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.protocol.Study;
import org.commensal.randomisation.AllocationRequest;
import org.commensal.randomisation.AllocationRequestRegister;
import org.commensal.randomisation.EnvelopeRegister;
import org.commensal.unblinding.UnblindingRegister;

/** Where somebody may go in a study, in groups by what the work is about. */
@ApplicationScoped
public class Menu {

    private static final String UNBLINDINGS = "/unblindings";
    private static final String REQUESTS = "/allocation-requests";

    /**
     * @param right without which it is not there
     * @param path below the study; a whole address where it begins with two slashes
     * @param has whether the study has anything there
     */
    private record Line(Right right, String path, String label, Predicate<Study> has) {

        Line(Right right, String path, String label) {
            this(right, path, label, study -> true);
        }

        String href(Study study) {
            return path.startsWith("//") ? path.substring(1) : "/studies/" + study.id() + path;
        }
    }

    private static final List<List<Line>> GROUPS = List.of(
            List.of(
                    new Line(Right.SUBMIT_OWN_RESPONSE, "//today", "today"),
                    new Line(Right.SEE_PARTICIPANTS, "", "overview"),
                    new Line(Right.SEE_PARTICIPANTS, "/participants", "participants"),
                    new Line(Right.SEE_PARTICIPANTS, "/screening-log", "screening-log"),
                    new Line(Right.SEE_FLOW, "/flow", "flow")),
            List.of(
                    new Line(Right.SEE_RESPONSES, "/alerts", "alerts"),
                    new Line(Right.SEE_ADVERSE_EVENTS, "/adverse-events", "ae", study -> study.conduct()
                            .safety()
                            .adverseEvents()
                            .isPresent()),
                    new Line(Right.SEE_RESPONSES, "/medication", "medication", study -> study.conduct()
                            .safety()
                            .medicines()
                            .isPresent())),
            List.of(
                    new Line(Right.SEE_RESPONSES, "/queries", "queries"),
                    new Line(Right.SEE_DEVIATIONS, "/deviations", "deviations"),
                    new Line(Right.SEE_MISSING_DATA, "/missing-data", "missing"),
                    new Line(Right.SEE_RESPONSES, "/imports", "imports", study -> !study.conduct()
                            .imports()
                            .isEmpty()),
                    new Line(Right.SEE_RESPONSES, "/closing", "closing")),
            List.of(
                    new Line(Right.SEE_KITS, "/kits", "kits", study -> study.conduct()
                            .kits()
                            .isPresent()),
                    new Line(Right.SEE_UNBLINDINGS, UNBLINDINGS, "unblindings"),
                    new Line(Right.SEE_ALLOCATION_REQUESTS, REQUESTS, "allocation-requests"),
                    new Line(Right.VERIFY_ALLOCATIONS, "/allocation", "seed.menu")),
            List.of(
                    new Line(Right.SEE_STUDY, "/protocol", "protocol"),
                    new Line(Right.SIMULATE, "/simulations", "simulations"),
                    new Line(Right.SEE_RELEASES, "/releases", "releases"),
                    new Line(Right.READ_AUDIT, "/audit", "audit"),
                    new Line(Right.SEE_STUDY, "//studies", "studies")));

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    UnblindingRegister unblindings;

    @Inject
    AllocationRequestRegister requests;

    List<Screen.Entry> aboveStudies(Texts texts) {
        return List.of(new Screen.Entry("/studies", texts.get("studies")));
    }

    List<Screen.Entry> of(Study study, Texts texts) {
        Actor actor = currentActor.actor();
        List<AllocationRequest> asked = permission.allowsSomewhere(actor, Right.SEE_ALLOCATION_REQUESTS, study.id())
                ? requests.list(actor, study.id())
                : List.of();
        boolean offered = study.forced() || EnvelopeRegister.offered(study) || !asked.isEmpty();
        List<Screen.Entry> menu = new ArrayList<>();
        for (List<Line> group : GROUPS) {
            int before = menu.size();
            group.stream()
                    .filter(line -> permission.allowsSomewhere(actor, line.right(), study.id()))
                    .filter(line -> line.has().test(study))
                    .filter(line -> offered || !line.path().equals(REQUESTS))
                    .forEach(line -> menu.add(new Screen.Entry(
                            line.href(study),
                            label(line, waiting(actor, study, line, asked), texts),
                            before > 0 && menu.size() == before)));
        }
        return menu;
    }

    /** How many decisions wait for this person there, so that it is seen on every page. */
    private long waiting(Actor actor, Study study, Line line, List<AllocationRequest> asked) {
        return switch (line.path()) {
            case UNBLINDINGS -> unblindings.waiting(actor, study.id()).size();
            case REQUESTS ->
                asked.stream()
                        .filter(request -> requests.decides(actor, request))
                        .count();
            default -> 0;
        };
    }

    private static String label(Line line, long waiting, Texts texts) {
        return waiting == 0 ? texts.get(line.label()) : texts.get(line.label() + ".waiting", waiting);
    }
}
