package org.commensal.export.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.commensal.leakage.Allocations;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Finding;
import org.commensal.leakage.LeakTest;
import org.commensal.leakage.Verdict;
import org.commensal.protocol.Study;

/**
 * Ninety participants in blocks of four, who each fill in a form at three calls: what a form may ask, answered honestly,
 * and whatever a test plants in it.
 */
final class Cohort {

    static final Study STUDY = Studies.withCheck("""
            title: {en: "Check", nl: "Controle"}
            minutes: 1
            items:
              - {code: attacks, type: integer, least: 0, most: 99, required: true, question: {en: "Attacks", nl: "Aanvallen"}}
              - {code: worst, type: nrs, ask-if: attacks > 0, question: {en: "Worst", nl: "Ergste"}}
              - {code: weight, type: number, least: 30, most: 300, decimals: 1, question: {en: "Weight", nl: "Gewicht"}}
              - {code: pack, type: integer, least: 0, most: 999999, question: {en: "Steps", nl: "Stappen"}}
              - {code: sleep, type: boolean, question: {en: "Slept well?", nl: "Goed geslapen?"}}
              - code: seen_by
                type: choice
                question: {en: "Seen by", nl: "Gezien door"}
                options:
                  - {value: d1, label: {en: "First", nl: "Eerste"}}
                  - {value: d2, label: {en: "Second", nl: "Tweede"}}
                  - {value: n1, label: {en: "Third", nl: "Derde"}}
              - {code: with_plan, type: integer, least: 0, most: 7, question: {en: "Days in the kind (Xerxes)", nl: "Dagen in de Soort Xerxes"}}
            scores:
              - {code: twice, label: {en: "Twice", nl: "Tweemaal"}, formula: attacks * 2}
              - {code: with_plan_share, label: {en: "Share of days", nl: "Deel van de dagen"}, formula: with_plan / 7}
            """);

    private static final int SUBJECTS = 90;

    final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(20261130);
    private final byte[] arms = blocks();
    private final Map<String, Integer> ids = new TreeMap<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Cohort() {
        for (int i = 0; i < SUBJECTS; i++) {
            ids.put(SubjectIds.id(new byte[32], "subject " + i), i);
        }
    }

    private byte[] blocks() {
        byte[] blocks = new byte[SUBJECTS];
        for (int i = 0; i < SUBJECTS; i++) {
            blocks[i] = (byte) (i % 2);
            int other = i - chance.nextInt(i % 4 + 1);
            byte moved = blocks[i];
            blocks[i] = blocks[other];
            blocks[other] = moved;
        }
        return blocks;
    }

    /** @param plant changes the cells of a row of somebody of this arm, or clears them for no row at all */
    Cohort with(BiConsumer<Integer, Map<String, String>> plant) {
        ids.forEach((id, subject) -> {
            for (int call = 1; call <= 3; call++) {
                Map<String, String> row = honest(id, call);
                plant.accept((int) arms[subject], row);
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        });
        return this;
    }

    private Map<String, String> honest(String id, int call) {
        Map<String, String> row = new HashMap<>();
        int attacks = chance.nextInt(8);
        row.put("subject", id);
        row.put("event", "C" + call);
        row.put("study_day", Integer.toString(28 * call + chance.nextInt(5)));
        row.put("late", Boolean.toString(chance.nextInt(10) == 0));
        attacks(row, attacks);
        row.put("weight", Integer.toString(55 + chance.nextInt(40)));
        row.put("pack", Integer.toString(chance.nextInt(20_000)));
        row.put("with_plan", Integer.toString(7 - attacks));
        row.put("sleep", Boolean.toString(chance.nextBoolean()));
        row.put("seen_by", List.of("d1", "d2", "n1").get(chance.nextInt(3)));
        if (chance.nextInt(10) == 0) {
            row.put("sleep", "");
            row.put("sleep_missing", "skipped");
        }
        return row;
    }

    /** Whoever has none is not asked for the worst. */
    void attacks(Map<String, String> row, int attacks) {
        row.put("attacks", Integer.toString(attacks));
        row.put("twice", Integer.toString(2 * attacks));
        row.put("worst", attacks > 0 ? Integer.toString(chance.nextInt(11)) : "");
        row.put("worst_missing", attacks > 0 ? "" : "not-applicable");
    }

    /** In the order in which they were randomised, and not of their ids. */
    Cohort inSequence() {
        rows.sort((one, other) -> place(one) - place(other));
        return this;
    }

    private int place(Map<String, String> row) {
        return ids.getOrDefault(row.get("subject"), 0);
    }

    String idOf(int subject) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue() == subject)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    Verdict checked() {
        return checked(Map.of());
    }

    /** @param kits that were handed out, by the id of the subject */
    Verdict checked(Map<String, Set<String>> kits) {
        var columns = new FormColumns(AmendedForm.of("check", List.of(STUDY))).all();
        Table table = new Table(
                "check",
                STUDY.questionnaire("check").title(),
                columns,
                consumer -> rows.forEach(row -> consumer.accept(columns.stream()
                        .map(column -> row.getOrDefault(column.name(), ""))
                        .toArray(String[]::new))));
        List<Feature> features = BlindingCheck.features(
                List.of(STUDY), List.of(table), new LinkedHashMap<>(ids), new KitNumbers(kits), findings);
        byte[][] references = new byte[999][];
        Arrays.setAll(references, i -> blocks());
        double[] moments = new double[SUBJECTS];
        Arrays.setAll(moments, i -> i);
        Verdict verdict = LeakTest.of(features, new Allocations(2, arms, references, moments), 1);
        findings.addAll(verdict.findings());
        return new Verdict(verdict.subjects(), verdict.features(), findings);
    }
}
