package org.commensal.web.unblinding;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.commensal.access.CurrentActor;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.pages.Templates;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.unblinding.Unblinding;
import org.commensal.unblinding.Unblinding.Kind;
import org.commensal.unblinding.Unblinding.Somebody;
import org.commensal.unblinding.Unblinding.State;
import org.commensal.unblinding.UnblindingRegister;
import org.commensal.web.Figure;
import org.commensal.web.Screen;
import org.commensal.web.Screens;
import org.commensal.web.Texts;
import org.commensal.web.unblinding.UnblindingList.Knower;

/** The register of code breaks and unblindings of a study, and who knows an arm of whom; never which. */
@ApplicationScoped
@Path("/studies/{study}/unblindings")
@Produces(MediaType.TEXT_HTML)
public class UnblindingsPage {

    @Inject
    Screens screens;

    @Inject
    Templates pages;

    @Inject
    CurrentActor currentActor;

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    UnblindingRegister register;

    @GET
    public JteModel show(@PathParam("study") String id) {
        Actor actor = currentActor.actor();
        List<Unblinding> all = register.list(actor, id);
        Screen screen = screens.in(id);
        Study study = studies.get(actor, id).study();
        boolean asks = permission.allowsSomewhere(actor, Right.REQUEST_UNBLINDING, id);
        return pages.unblindingUnblindings(
                screen,
                new UnblindingList(
                        facts(all, screen.texts()),
                        all.stream()
                                .map(each -> UnblindingLine.of(each, register.state(each), study, screen.texts()))
                                .toList(),
                        knowers(all, study, screen.texts()),
                        asks ? Optional.of("/studies/" + id + "/unblinding-request") : Optional.empty()));
    }

    private List<Figure> facts(List<Unblinding> all, Texts texts) {
        long broken = all.stream().filter(each -> each.kind() == Kind.EMERGENCY).count();
        long waiting = count(all, State.TO_REVIEW) + count(all, State.OVERDUE);
        long overdue = count(all, State.OVERDUE);
        long approved = count(all, State.APPROVED);
        long requested = count(all, State.REQUESTED);
        long people = all.stream()
                .filter(Unblinding::opens)
                .flatMap(each -> each.shownTo().stream())
                .distinct()
                .count();
        long participants = all.stream()
                .filter(Unblinding::opens)
                .flatMap(each -> each.participants().stream())
                .distinct()
                .count();
        return List.of(
                fact(texts, "broken", broken, texts.get("unblindings.broken.foot", waiting, overdue), overdue > 0),
                fact(texts, "approved", approved, texts.get("unblindings.approved.foot", requested), false),
                fact(texts, "participants", participants, "", false),
                fact(texts, "people", people, "", false));
    }

    private static Figure fact(Texts texts, String key, long count, String foot, boolean warns) {
        return new Figure(texts.get("unblindings." + key), Long.toString(count), "", foot, warns, -1);
    }

    private long count(List<Unblinding> all, State state) {
        return all.stream().filter(each -> register.state(each) == state).count();
    }

    /** By name; for each the codes, and since when the first was known. */
    private static List<Knower> knowers(List<Unblinding> all, Study study, Texts texts) {
        record Known(Somebody somebody, SortedSet<String> codes, List<Instant> since) {}
        Map<UUID, Known> known = new TreeMap<>();
        all.stream().filter(Unblinding::opens).forEach(each -> each.shownTo().forEach(somebody -> {
            Known mine = known.computeIfAbsent(
                    somebody.id(), first -> new Known(somebody, new TreeSet<>(), new ArrayList<>()));
            each.participants().forEach(whom -> mine.codes().add(whom.code().value()));
            mine.since()
                    .add(each.decided()
                            .filter(made -> each.kind() == Kind.PLANNED)
                            .map(Unblinding.Decision::at)
                            .orElse(each.at()));
        }));
        return known.values().stream()
                .map(each -> new Knower(
                        each.somebody().name(),
                        List.copyOf(each.codes()),
                        texts.moment(
                                each.since().stream().min(Instant::compareTo).orElseThrow(), study.zone())))
                .sorted(Comparator.comparing(Knower::name))
                .toList();
    }
}
