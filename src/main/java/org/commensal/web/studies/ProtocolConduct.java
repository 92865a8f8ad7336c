package org.commensal.web.studies;

import java.util.List;
import java.util.Optional;
import org.commensal.kernel.Text;
import org.commensal.protocol.Conduct;
import org.commensal.protocol.Study;
import org.commensal.web.Labels;
import org.commensal.web.Texts;
import org.commensal.web.Tone;
import org.commensal.web.studies.ProtocolSheet.Details;
import org.commensal.web.studies.ProtocolSheet.Entries;
import org.commensal.web.studies.ProtocolSheet.Entry;
import org.commensal.web.studies.ProtocolSheet.Points;
import org.commensal.web.studies.ProtocolSheet.Prose;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Term;

/** How a trial is carried out: safety, kits, monitoring, consent, ethics, and what becomes of the data. */
record ProtocolConduct(Study study, Texts texts) {

    private static final int HOURS_A_DAY = 24;

    Section safety() {
        Conduct.Safety safety = study.conduct().safety();
        return Section.of(
                "safety",
                texts.get("protocol.safety"),
                new Prose("", safety.reporting().stream().map(texts::in).toList()),
                points("safety.expected", safety.expectedHarms()),
                new Entries(
                        texts.get("safety.alerts"),
                        safety.alerts().stream().map(this::alert).toList()),
                points("safety.left-out", safety.alertsLeftOut()),
                new Points(
                        texts.get("safety.baseline"),
                        safety.baseline().stream().map(this::baseline).toList()),
                points("safety.pause", safety.pauseRules()));
    }

    Section queries() {
        return Section.of(
                "queries",
                texts.get("protocol.queries"),
                new Entries(
                        "", study.conduct().queries().stream().map(this::query).toList()));
    }

    private Entry query(Conduct.QueryRule rule) {
        return new Entry(
                rule.id(),
                Tone.PLAIN,
                texts.in(rule.text()),
                "",
                "",
                List.of(),
                rule.when().source());
    }

    private Points points(String key, List<Text> points) {
        return new Points(texts.get(key), points.stream().map(texts::in).toList());
    }

    private Entry alert(Conduct.Alert alert) {
        List<Term> terms = new Terms(texts)
                .add("safety.action", alert.action())
                .plain(
                        "safety.by",
                        texts.get("safety.within", texts.get("person." + alert.who()), within(alert.withinHours())))
                .add("safety.help", alert.help())
                .list();
        return new Entry(
                alert.id(),
                Tone.AMBER,
                texts.in(alert.name()),
                "",
                "",
                terms,
                alert.when().source());
    }

    /** Whole days from two days on, hours below. */
    private String within(int hours) {
        return hours >= 2 * HOURS_A_DAY && hours % HOURS_A_DAY == 0
                ? texts.count("protocol.days", hours / HOURS_A_DAY)
                : texts.count("safety.hours", hours);
    }

    private String baseline(Conduct.Baseline kept) {
        return texts.in(kept.label()) + " (" + kept.code() + "): " + kept.of() + ", "
                + texts.in(Labels.event(study, kept.visit()));
    }

    Section kits() {
        return Section.of(
                "kits",
                texts.get("protocol.kits"),
                new Details("", study.conduct().kits().map(this::kits).orElse(List.of())));
    }

    private List<Term> kits(Conduct.Kits kits) {
        return new Terms(texts)
                .add("kits.contents", kits.contents())
                .plain("kits.prefix", kits.prefix())
                .add("kits.storage", kits.storage())
                .lines("kits.units", kits.units().map(String::valueOf).stream().toList())
                .lines("kits.visits", kits.visits())
                .plain("kits.shelf-life", texts.count("protocol.days", kits.shelfLifeDays()))
                .plain("kits.stock", Integer.toString(kits.minimumStock()))
                .list();
    }

    Section monitoring() {
        Optional<Conduct.Monitoring> monitoring = study.conduct().monitoring();
        Terms terms = new Terms(texts);
        monitoring.ifPresent(by -> terms.add("monitoring.committee", by.committee())
                .add("monitoring.reviews", by.reviews())
                .add("monitoring.interim", by.interimAnalysis())
                .add("monitoring.audits", by.audits()));
        return Section.of("monitoring", texts.get("protocol.monitoring"), new Details("", terms.list()));
    }

    Section consent() {
        Study.ConsentDocument consent = study.consent();
        List<Entry> questions = consent.questions().stream()
                .map(question -> new Entry(
                        texts.get(question.required() ? "consent.needed" : "consent.free"),
                        question.required() ? Tone.TEAL : Tone.PLAIN,
                        "",
                        "",
                        texts.in(question.question()),
                        List.of(),
                        ""))
                .toList();
        return Section.of(
                "consent",
                texts.get("protocol.consent"),
                new Prose(
                        texts.in(consent.title()) + ", " + texts.get("version", consent.version()),
                        consent.paragraphs().stream().map(texts::in).toList()),
                new Entries(texts.get("consent.questions"), questions));
    }

    Section ethics() {
        Terms terms = new Terms(texts);
        study.conduct().ethics().ifPresent(ethics -> terms.add("ethics.review", ethics.review())
                .add("ethics.amendments", ethics.amendments())
                .add("ethics.consent", ethics.consent())
                .add("ethics.confidentiality", ethics.confidentiality())
                .add("ethics.care", ethics.ancillaryCare())
                .add("ethics.insurance", ethics.insurance()));
        return Section.of("ethics", texts.get("protocol.ethics"), new Details("", terms.list()));
    }

    Section data() {
        Terms terms = new Terms(texts);
        study.conduct().data().ifPresent(data -> {
            terms.add("data.management", data.management())
                    .add("data.quality", data.quality())
                    .plain("data.retention", texts.count("data.years", data.retentionYears()));
            data.sharing().ifPresent(sharing -> terms.add("data.sharing", sharing.what())
                    .plain("data.where", sharing.where())
                    .add("data.when", sharing.when())
                    .plain("data.licence", sharing.licence())
                    .add("data.anonymisation", sharing.anonymisation())
                    .add("data.code", sharing.code()));
        });
        return Section.of(
                "data",
                texts.get("protocol.data"),
                new Details("", terms.list()),
                points("data.dissemination", study.conduct().dissemination()));
    }
}
