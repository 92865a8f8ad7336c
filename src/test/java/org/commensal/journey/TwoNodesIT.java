package org.commensal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.commensal.allocation.Allocation;
import org.commensal.allocation.AllocationScheme;
import org.commensal.allocation.ArmCode;
import org.commensal.allocation.Seed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen people randomise on two nodes, send things twice and hang up: the allocations come out as if one had. */
class TwoNodesIT {

    private static final long START = 20261123;

    private final TwoNodes nodes = TwoNodes.running();

    static Stream<Arguments> studies() {
        return Stream.of(Arguments.of(TestStudy.BLOCKS, 400), Arguments.of(TestStudy.MINIMISED, 120));
    }

    @ParameterizedTest(name = "{1} participants")
    @MethodSource("studies")
    void everybodyIsAllocatedOnceAndTheLedgerCanBeComputedAgain(TestStudy study, int participants) throws Exception {
        SplittableRandom random = new SplittableRandom(START);
        List<Callable<String>> journeys = new ArrayList<>();
        for (int i = 0; i < participants; i++) {
            SplittableRandom own = random.split();
            journeys.add(() -> randomisedSomehow(study, own));
        }

        List<String> codes = new Crowd(16).each(journeys);

        List<Object[]> rows = rows(study);
        assertThat(rows.stream().map(row -> row[0])).containsAll(codes).doesNotHaveDuplicates();
        List<Allocation> ledger = rows.stream().map(TwoNodesIT::allocation).toList();
        haveNoGap(ledger);
        AllocationScheme scheme = study.read().scheme();
        Seed seed = seed(study);
        assertThat(scheme.commitment(seed)).isEqualTo(commitment(study));
        assertThat(scheme.replay(seed, ledger)).isEmpty();
    }

    /** Sends it up to three times with one key, now and then hanging up at once, to either node, until it is answered. */
    private String randomisedSomehow(TestStudy study, SplittableRandom random) {
        Cast coordinator = random.nextBoolean() ? Cast.SANNE : Cast.TOM;
        String code = nodes.trial().eligible(study, coordinator, random.nextBoolean() ? "mild" : "severe");
        Visitor visitor = nodes.trial().as(coordinator);
        String key = "randomise-" + code;
        if (random.nextInt(4) == 0) {
            hangUp(visitor.movedTo(either(random)).with("Idempotency-Key", key), study, code, random.nextInt(1, 30));
        }
        List<String> answers = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(again -> TestTrial.randomise(visitor.movedTo(either(random)), study, code, key)
                        .expect(200)
                        .text())
                .toList();
        assertThat(answers).containsOnly(answers.get(0));
        return code;
    }

    private static void hangUp(Visitor visitor, TestStudy study, String code, int afterMillis) {
        try {
            visitor.answer(
                    "POST",
                    TestTrial.path(study, code) + "/randomisation",
                    BodyPublishers.noBody(),
                    Duration.ofMillis(afterMillis));
        } catch (IOException hungUp) {
            // nobody knows now whether it happened; that is the case to test
        }
    }

    private URI either(SplittableRandom random) {
        return nodes.bases().get(random.nextInt(2));
    }

    private List<Object[]> rows(TestStudy study) {
        return nodes.database()
                .rows("select participant, stream, sequence, cast(levels as text), weights, pick, draws, arm"
                        + " from allocations where study = '" + study.id() + "' order by stream, sequence");
    }

    private static Allocation allocation(Object[] row) {
        return new Allocation(
                (String) row[1],
                (Integer) row[2],
                levels((String) row[3]),
                Arrays.stream(((String) row[4]).split(",")).map(Long::valueOf).toList(),
                (Long) row[5],
                (Integer) row[6],
                new ArmCode((String) row[7]));
    }

    private static Map<String, String> levels(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
        }
    }

    private static void haveNoGap(List<Allocation> ledger) {
        ledger.stream().collect(Collectors.groupingBy(Allocation::stream)).forEach((stream, allocations) -> assertThat(
                        allocations.stream().map(Allocation::sequence))
                .as(stream)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, allocations.size()).boxed().toList()));
    }

    private String commitment(TestStudy study) {
        return nodes.trial()
                .as(Cast.IRIS)
                .get(TestTrial.path(study))
                .expect(200)
                .field("commitment");
    }

    /** Opens the sealed seed as an outsider would who holds the key: a nonce of 12 bytes, then AES-256-GCM. */
    private Seed seed(TestStudy study) throws GeneralSecurityException {
        byte[] sealed = (byte[]) nodes.database()
                .rows("select sealed from sealed_seeds where study = '" + study.id() + "'")
                .get(0)[0];
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Settings.SEED_KEY, "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD(("seed/" + study.id() + "/" + study.read().version()).getBytes(StandardCharsets.UTF_8));
        return new Seed(cipher.doFinal(sealed, 12, sealed.length - 12));
    }
}
