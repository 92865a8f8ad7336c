package org.commensal.web.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commensal.access.Permission;
import org.commensal.access.Right;
import org.commensal.kernel.Actor;
import org.commensal.kits.KitRegister;
import org.commensal.kits.KitRegister.KindStock;
import org.commensal.kits.KitRegister.SiteStock;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.Worklist;
import org.commensal.web.kits.KitsSheet.Alarm;

/**
 * What somebody must look at about kits, the most pressing first. Whoever is blinded reads totals; that a single kind is
 * short, only the unblinded are told.
 */
@ApplicationScoped
public class KitAlarms {

    @Inject
    Permission permission;

    @Inject
    KitRegister kits;

    /** With a line for each kit of a recalled batch that a participant has. */
    List<Alarm> each(Actor actor, Study study, Texts texts) {
        Stream<Alarm> recalled = kits.recalls(actor, study.id()).stream()
                .flatMap(recall -> recall.concerned().stream().flatMap(kit -> kit.participant().stream()
                        .map(code -> recalled(
                                texts,
                                code.value(),
                                KitsReading.kitsOf(study, code.value()),
                                texts.get("kits.alarm.recalled", kit.number(), recall.batch())))));
        return Stream.concat(recalled, ofStock(actor, study, texts)).toList();
    }

    /** With a line for each recalled batch of which participants have kits. */
    public List<Alarm> inShort(Actor actor, Study study, Texts texts) {
        Stream<Alarm> recalled = kits.recalls(actor, study.id()).stream()
                .filter(recall -> !recall.concerned().isEmpty())
                .map(recall -> recalled(
                        texts,
                        recall.batch(),
                        "/studies/" + study.id() + "/kits",
                        texts.get(
                                "kits.alarm.recalled.batch", recall.concerned().size())));
        return Stream.concat(recalled, ofStock(actor, study, texts)).toList();
    }

    private static Alarm recalled(Texts texts, String about, String href, String text) {
        return new Alarm(texts.get("kit-state.recalled"), Tone.ROSE, about, Optional.of(href), text);
    }

    private Stream<Alarm> ofStock(Actor actor, Study study, Texts texts) {
        List<Alarm> alarms = new ArrayList<>();
        kits.stock(actor, study.id()).forEach(site -> alarms.addAll(stock(study, site, texts)));
        if (permission.allows(actor, Right.MANAGE_KITS, study.id(), "*")) {
            kits.kindStock(actor, study.id()).stream()
                    .filter(each -> each.low() && !each.site().isEmpty())
                    .forEach(each -> alarms.add(kinds(study, each, texts)));
        }
        kits.shipments(actor, study.id()).stream()
                .filter(sent -> !sent.waiting().isEmpty())
                .forEach(sent -> alarms.add(waiting(actor, study, sent, texts)));
        return alarms.stream().sorted(Comparator.comparingInt(alarm -> Worklist.PRESSING.indexOf(alarm.tone())));
    }

    private static List<Alarm> stock(Study study, SiteStock stock, Texts texts) {
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

    private static Alarm kinds(Study study, KindStock stock, Texts texts) {
        int least = study.conduct().kits().orElseThrow().minimumStock();
        List<String> lacking = study.arms().stream()
                .filter(arm -> stock.kits().getOrDefault(arm.code(), 0) < least)
                .map(arm -> texts.in(arm.name()) + " " + stock.kits().getOrDefault(arm.code(), 0))
                .toList();
        return new Alarm(
                texts.get("kits.kind"),
                Tone.AMBER,
                study.site(stock.site()).name(),
                Optional.empty(),
                texts.get("kits.alarm.kind", least, String.join(", ", lacking)));
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
}
