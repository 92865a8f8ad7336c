package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.commensal.web.KitsSheet.Alarm;
import org.commensal.web.KitsSheet.Kinds;
import org.commensal.web.KitsSheet.Line;
import org.commensal.web.KitsSheet.Stock;
import org.commensal.web.Overview.Tone;

/** Gathers what somebody may see of the kits of a study: stock, alarms and numbers, and for the unblinded the kinds. */
@ApplicationScoped
public class KitsReading {

    /** So many rows are read on a page; the rest is in the list to download. */
    private static final int MOST_ROWS = 300;

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

    KitsSheet read(Actor actor, String id, Texts texts, Optional<String> said) {
        List<SiteStock> stock = kits.stock(actor, id);
        List<Kit> all = kits.list(actor, id);
        Study study = studies.get(actor, id).study();
        boolean manages = permission.allows(actor, Right.MANAGE_KITS, id, "*");
        return new KitsSheet(
                "/studies/" + id + "/kits",
                study.conduct().kits().orElseThrow().prefix(),
                alarms(actor, study, stock, texts),
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
                all.stream()
                        .sorted(Comparator.comparing(Kit::state).thenComparing(Kit::number))
                        .limit(MOST_ROWS)
                        .map(kit -> line(study, kit, texts))
                        .toList(),
                Math.max(0, all.size() - MOST_ROWS),
                manages,
                manages || permission.allowsSomewhere(actor, Right.HANDLE_KITS, id),
                study.sites().stream()
                        .map(site -> new SiteChoice(site.code(), site.name()))
                        .toList(),
                said);
    }

    private List<Alarm> alarms(Actor actor, Study study, List<SiteStock> stock, Texts texts) {
        List<Alarm> alarms = new ArrayList<>();
        kits.recalls(actor, study.id()).forEach(recall -> recall.concerned().forEach(kit -> kit.participant()
                .ifPresent(code -> alarms.add(new Alarm(
                        texts.get("kit-state.recalled"),
                        Tone.ROSE,
                        code.value(),
                        Optional.of(kitsOf(study, code.value())),
                        texts.get("kits.alarm.recalled", kit.number(), recall.batch()))))));
        stock.forEach(site -> alarms.addAll(alarms(study, site, texts)));
        kits.shipments(actor, study.id()).stream()
                .filter(sent -> !sent.waiting().isEmpty())
                .forEach(sent -> alarms.add(waiting(actor, study, sent, texts)));
        return alarms;
    }

    private static List<Alarm> alarms(Study study, SiteStock stock, Texts texts) {
        String site = study.site(stock.site()).name();
        String tag = texts.get("kits.at-sites");
        List<Alarm> alarms = new ArrayList<>();
        if (!stock.enough()) {
            alarms.add(new Alarm(tag, Tone.ROSE, site, Optional.empty(), texts.get("kits.alarm.not-enough")));
        } else if (stock.low()) {
            alarms.add(new Alarm(tag, Tone.AMBER, site, Optional.empty(), texts.get("kits.alarm.low")));
        }
        if (stock.expiring() > 0) {
            String text = texts.get("kits.alarm.expiring", stock.expiring());
            alarms.add(new Alarm(texts.get("kits.alarm.date"), Tone.AMBER, site, Optional.empty(), text));
        }
        return alarms;
    }

    private Alarm waiting(Actor actor, Study study, KitRegister.Sent sent, Texts texts) {
        boolean receives = permission.allows(actor, Right.HANDLE_KITS, study.id(), sent.site());
        return new Alarm(
                texts.get("kit-state.shipped"),
                Tone.PLAIN,
                study.site(sent.site()).name(),
                receives ? Optional.of("/studies/" + study.id() + "/kits/shipments/" + sent.id()) : Optional.empty(),
                texts.get("kits.shipment.waiting", sent.waiting().size()));
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

    private static Line line(Study study, Kit kit, Texts texts) {
        return new Line(
                kit.number(),
                state(kit, texts),
                tone(kit),
                texts.day(kit.expiry()),
                kit.batch(),
                kit.site().map(site -> study.site(site).name()).orElse(texts.get("kits.depot")),
                kit.participant().map(code -> new ParticipantFile.Step(kitsOf(study, code.value()), code.value())));
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

    private static String kitsOf(Study study, String code) {
        return "/studies/" + study.id() + "/participants/" + code + "/kits";
    }
}
