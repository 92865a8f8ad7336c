package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kits.Kit;
import org.commensal.kits.Kit.Step;
import org.commensal.kits.KitRegister;
import org.commensal.kits.KitRegister.KindStock;
import org.commensal.kits.KitRegister.SiteStock;
import org.commensal.protocol.Study;
import org.commensal.studies.StudyRegister;
import org.commensal.web.Link;
import org.commensal.web.SiteChoice;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Words;
import org.commensal.web.kits.KitsSheet.Group;
import org.commensal.web.kits.KitsSheet.Kinds;
import org.commensal.web.kits.KitsSheet.Line;
import org.commensal.web.kits.KitsSheet.Stock;

/** Gathers what somebody may see of the kits of a study: stock, alarms and numbers, and for the unblinded the kinds. */
@ApplicationScoped
public class KitsReading {

    /** So many kits of a state are read on a page. */
    private static final int MOST_ROWS = 100;

    private static final Map<Step, Tone> TONES = Map.of(
            Step.ARRIVED, Tone.TEAL,
            Step.SHIPPED, Tone.AMBER,
            Step.LOST, Tone.ROSE,
            Step.DAMAGED, Tone.ROSE);

    @Inject
    Permission permission;

    @Inject
    StudyRegister studies;

    @Inject
    KitRegister kits;

    @Inject
    KitAlarms alarms;

    KitsSheet read(Actor actor, String id, Texts texts, String key, Optional<String> said) {
        List<SiteStock> stock = kits.stock(actor, id);
        List<Kit> all = kits.list(actor, id);
        Study study = studies.get(actor, id).study();
        boolean manages = permission.allows(actor, Right.MANAGE_KITS, id, "*");
        return new KitsSheet(
                "/studies/" + id + "/kits",
                study.conduct().kits().orElseThrow().prefix(),
                alarms.each(actor, study, texts),
                stock.stream()
                        .map(each -> new Stock(
                                study.site(each.site()).name(),
                                each.inStock(),
                                each.low(),
                                each.onTheWay(),
                                each.enough(),
                                each.expiring()))
                        .toList(),
                manages ? Optional.of(kinds(study, kits.kindStock(actor, id), texts)) : Optional.empty(),
                groups(study, all, texts),
                manages,
                manages || permission.allowsSomewhere(actor, Right.HANDLE_KITS, id),
                study.sites().stream()
                        .map(site -> new SiteChoice(site.code(), site.name()))
                        .toList(),
                key,
                said);
    }

    /** The name of a site of the study. */
    String site(Actor actor, String study, String code) {
        return studies.get(actor, study).study().site(code).name();
    }

    private static Kinds kinds(Study study, List<KindStock> stock, Texts texts) {
        return new Kinds(
                study.everyArm().stream().map(arm -> texts.in(arm.name())).toList(),
                stock.stream()
                        .map(each -> new Kinds.Row(
                                each.site().isEmpty()
                                        ? texts.get("kits.depot")
                                        : study.site(each.site()).name(),
                                study.everyArm().stream()
                                        .map(arm -> Integer.toString(each.kits().getOrDefault(arm.code(), 0)))
                                        .toList(),
                                each.low()))
                        .toList());
    }

    private static List<Group> groups(Study study, List<Kit> kits, Texts texts) {
        Map<String, List<Kit>> byState = kits.stream()
                .sorted(Comparator.comparing(Kit::state).thenComparing(Kit::number))
                .collect(Collectors.groupingBy(kit -> state(kit, texts), LinkedHashMap::new, Collectors.toList()));
        return byState.entrySet().stream()
                .map(each -> new Group(
                        each.getKey(),
                        tone(each.getValue().get(0)),
                        each.getValue().size(),
                        each.getValue().stream()
                                .limit(MOST_ROWS)
                                .map(kit -> line(study, kit, texts))
                                .toList()))
                .toList();
    }

    private static Line line(Study study, Kit kit, Texts texts) {
        return new Line(
                kit.number(),
                texts.day(kit.expiry()),
                kit.batch(),
                kit.site().map(site -> study.site(site).name()).orElse(texts.get("kits.depot")),
                kit.participant().map(code -> new Link(kitsOf(study, code.value()), code.value())));
    }

    /** A batch that was recalled matters as long as its kits can still be used. */
    static String state(Kit kit, Texts texts) {
        return texts.get("kit-state." + (isOut(kit) ? "recalled" : Words.code(kit.state())));
    }

    static Tone tone(Kit kit) {
        return isOut(kit) ? Tone.ROSE : TONES.getOrDefault(kit.state(), Tone.PLAIN);
    }

    private static boolean isOut(Kit kit) {
        return kit.recalled() && kit.state().compareTo(Step.ASSIGNED) <= 0;
    }

    static String kitsOf(Study study, String code) {
        return "/studies/" + study.id() + "/participants/" + code + "/kits";
    }
}
