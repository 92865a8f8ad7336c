package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.enrolment.Stage;
import org.commensal.export.release.SealedFacts.Subject;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Text;
import org.commensal.leakage.Feature;
import org.commensal.leakage.Finding;
import org.commensal.leakage.Finding.Grade;
import org.commensal.leakage.Finding.Rule;
import org.commensal.protocol.Study;
import org.commensal.randomisation.CheckForLeaks;

/**
 * Whether the facts up to a checkpoint may be released to somebody who is blinded.
 *
 * <p>Everything that could be in a release is looked at, whatever was asked for: else leaving columns out, one after the
 * other, would tell which of them tells an arm. What is seen of each subject goes to the room that knows arms; what comes
 * back is yes or no.
 */
@ApplicationScoped
public class BlindingCheck {

    /** All that is said to somebody who is blinded. */
    public static final Text WITHHELD = new Text(
            "Not released: the tables did not pass the blinding check. Ask the unblinding custodian.",
            "Niet vrijgegeven: de tabellen zijn niet door de blinderingscontrole gekomen. Vraag de bewaarder.");

    @Inject
    BlindedTables tables;

    @Inject
    SealedFacts facts;

    @Inject
    CheckForLeaks leaks;

    /**
     * @param versions of the study by which the facts are read, the oldest first
     * @param by the name of whoever asked for the release
     * @throws Refusal with one sentence, whatever was found; why is filed for those who are not blinded
     */
    public void pass(List<Study> versions, long checkpoint, String by) {
        Study study = versions.get(versions.size() - 1);
        byte[] seed = seed(study);
        List<Table> all = tables.of(versions, checkpoint, seed, Specification.draft(List.of()));
        Map<String, Subject> subjects = facts.subjects(study.id(), checkpoint).stream()
                .filter(subject -> subject.day(Stage.RANDOMISED).isPresent())
                .collect(Collectors.toMap(Subject::code, subject -> subject));
        List<String> codes = subjects.keySet().stream().sorted().toList();
        List<Finding> findings = new ArrayList<>();
        ArmWords.in(study, all).forEach(where -> findings.add(new Finding(Grade.BLOCK, Rule.WORDS, where, 1, 1)));
        List<Feature> features = features(versions, all, ids(seed, codes), kits(study, checkpoint, seed), findings);
        if (!leaks.none(study.id(), checkpoint, by, new CheckForLeaks.Seen(codes, features, findings))) {
            throw new Refusal(Refusal.Reason.CONFLICT, WITHHELD);
        }
    }

    /** Of the ids, which are not those of any release; always the same, so that the same facts are judged alike. */
    private static byte[] seed(Study study) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("blinding-check/" + study.id()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** The place of each subject among the codes, by id. */
    private static Map<String, Integer> ids(byte[] seed, List<String> codes) {
        return SubjectIds.of(seed, codes).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> codes.indexOf(entry.getValue())));
    }

    private KitNumbers kits(Study study, long checkpoint, byte[] seed) {
        Map<String, Set<String>> handed = facts.kits(study.id(), checkpoint);
        Map<String, Set<String>> byId = new HashMap<>();
        SubjectIds.of(seed, handed.keySet())
                .forEach((id, code) -> byId.put(id, KitNumbers.written(handed.getOrDefault(code, Set.of()))));
        return new KitNumbers(byId);
    }

    static List<Feature> features(
            List<Study> versions, List<Table> all, Map<String, Integer> ids, KitNumbers kits, List<Finding> findings) {
        FeatureKinds kinds = new FeatureKinds(versions);
        String subject = ParticipantTable.subjectColumn().name();
        List<Feature> features = new ArrayList<>(List.of(idOrder(ids)));
        for (Table table : all) {
            if (table.columns().get(0).name().equals(subject)) {
                TableFeatures seen = new TableFeatures(table, kinds, ids);
                table.rows().each(row -> {
                    seen.add(row);
                    kits.look(table, row);
                });
                features.addAll(seen.features());
            }
        }
        findings.addAll(kits.findings());
        return features;
    }

    private static Feature idOrder(Map<String, Integer> ids) {
        List<Integer> sorted = ids.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        double[] places = new double[ids.size()];
        IntStream.range(0, places.length).forEach(i -> places[sorted.get(i)] = i);
        return Feature.order("order of ids", places);
    }
}
