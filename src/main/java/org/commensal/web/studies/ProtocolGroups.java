package org.commensal.web.studies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commensal.protocol.Protocol;
import org.commensal.protocol.Study;
import org.commensal.web.Texts;
import org.commensal.web.studies.ProtocolSheet.Details;
import org.commensal.web.studies.ProtocolSheet.Entries;
import org.commensal.web.studies.ProtocolSheet.Entry;
import org.commensal.web.studies.ProtocolSheet.Prose;
import org.commensal.web.studies.ProtocolSheet.Section;
import org.commensal.web.studies.ProtocolSheet.Term;

/**
 * The arms of a trial as everybody may read them, and what may be said of the allocation: that there is one, who sees it,
 * and what it balances. No method and none of its settings is read here.
 */
record ProtocolGroups(Study study, Texts texts) {

    Section arms() {
        return Section.of(
                "arms",
                texts.get("protocol.arms"),
                new Entries("", study.arms().stream().map(this::arm).toList()),
                new Entries(
                        texts.get("protocol.arms.closed"),
                        study.closedArms().stream()
                                .map(closed -> arm(closed.arm()))
                                .toList()),
                new Entries(
                        texts.get("protocol.arms.not-used"),
                        study.protocol().armsNotUsed().stream().map(this::arm).toList()));
    }

    private Entry arm(Study.ArmDescription arm) {
        List<Term> terms = Optional.ofNullable(study.protocol().interventions().get(arm.code()))
                .map(this::intervention)
                .orElse(List.of());
        return Entry.plain(texts.in(arm.name()), texts.in(arm.description()), terms);
    }

    /** By the items of TIDieR (Hoffmann et al. 2014, BMJ 348:g1687). */
    private List<Term> intervention(Protocol.Intervention given) {
        return new Terms(texts)
                .add("tidier.why", given.why())
                .add("tidier.what", given.what())
                .add("tidier.materials", given.materials())
                .add("tidier.provider", given.provider())
                .add("tidier.how", given.how())
                .add("tidier.where", given.where())
                .add("tidier.when", given.whenAndHowMuch())
                .add("tidier.tailoring", given.tailoring())
                .add("tidier.adherence", given.adherenceTarget())
                .add("tidier.permitted", given.permitted())
                .add("tidier.not-permitted", given.notPermitted())
                .list();
    }

    Section allocation() {
        Optional<Protocol.Blinding> blinding = study.protocol().blinding();
        return Section.of(
                "allocation",
                texts.get("protocol.allocation"),
                new Prose("", sentences()),
                new Details("", study.factors().stream().map(this::factor).toList()),
                new Details(
                        texts.get("protocol.blinding"),
                        blinding.map(this::roles).orElse(List.of())));
    }

    private List<String> sentences() {
        String seenBy = study.openLabel().stream()
                .map(role -> texts.get("role." + role).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String shown = seenBy.isEmpty()
                ? texts.get("protocol.allocation.nobody")
                : texts.get("protocol.allocation.to", seenBy);
        String balanced = texts.get(study.factors().isEmpty() ? "protocol.allocation.plain" : "protocol.allocation.by");
        return List.of(texts.get("protocol.allocation.how", study.arms().size()), shown, balanced);
    }

    private Term factor(Study.FactorRule factor) {
        String levels =
                factor.levels().stream().map(level -> texts.in(level.label())).collect(Collectors.joining(" · "));
        return new Term(texts.in(factor.label()), List.of(levels));
    }

    private List<Term> roles(Protocol.Blinding blinding) {
        Stream<Term> roles = blinding.roles().stream().map(role -> {
            String state = texts.get(role.aware() ? "protocol.aware" : "protocol.blinded");
            String how = role.how().map(said -> ". " + texts.in(said)).orElse("");
            return new Term(texts.get("person." + role.role()), List.of(state + how));
        });
        return Stream.concat(roles, new Terms(texts).add("protocol.code-break", blinding.codeBreak()).list().stream())
                .toList();
    }
}
