package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    private static final AllocationScheme BLOCKS =
            Schemes.scheme(List.of(2, 1), "method: permuted-blocks\nblock-sizes: [3, 6]");
    private static final AllocationScheme MINIMISATION = Schemes.scheme(
            List.of(1, 1, 1), "method: minimisation\nmeasure: range\nprobability: 4/5\noverall-total: true");
    private static final Map<String, AllocationScheme> SCHEMES =
            Map.of("permuted blocks", BLOCKS, "minimisation", MINIMISATION);

    private static final Map<String, UnaryOperator<Allocation>> TAMPERINGS = Map.of(
            "the stream is not that of the factor levels", a -> copy(a, "x", a.weights(), a.pick(), a.draws(), a.arm()),
            "the weights are not those computed", a -> copy(a, a.stream(), more(a), a.pick(), a.draws(), a.arm()),
            "the pick is not the number drawn", a -> copy(a, a.stream(), a.weights(), a.pick() + 1, a.draws(), a.arm()),
            "the count of words drawn is not right",
                    a -> copy(a, a.stream(), a.weights(), a.pick(), a.draws() + 1, a.arm()),
            "the arm is not the arm computed",
                    a -> copy(a, a.stream(), a.weights(), a.pick(), a.draws(), new ArmCode("Z")));

    private static Stream<Arguments> tamperings() {
        return SCHEMES.entrySet().stream().flatMap(scheme -> TAMPERINGS.entrySet().stream()
                .map(tampering -> Arguments.of(
                        Named.of(scheme.getKey(), scheme.getValue()), tampering.getKey(), tampering.getValue())));
    }

    private static Stream<Arguments> schemes() {
        return SCHEMES.entrySet().stream().map(scheme -> Arguments.of(Named.of(scheme.getKey(), scheme.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tamperings")
    void oneChangedFieldOfAnyRowIsOneSentence(
            AllocationScheme scheme, String sentence, UnaryOperator<Allocation> tampering) {
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 40);
        for (int row = 0; row < ledger.size(); row++) {
            List<Allocation> tampered = new ArrayList<>(ledger);
            tampered.set(row, tampering.apply(ledger.get(row)));
            assertThat(scheme.replay(Schemes.SEED, tampered))
                    .singleElement()
                    .asString()
                    .contains("number " + ledger.get(row).sequence() + ": " + sentence)
                    .doesNotContain("Z");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aRowThatIsMissingOrCountedWronglyIsAGapSaidOnce(AllocationScheme scheme) {
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 40);
        Allocation first = ledger.get(0);
        List<Allocation> missing = ledger.subList(1, 40);
        assertThat(scheme.replay(Schemes.SEED, missing))
                .singleElement()
                .asString()
                .startsWith("Stream " + first.stream() + ", number 2: number 1 of stream " + first.stream()
                        + " was expected here");
        List<Allocation> twice = new ArrayList<>(ledger);
        twice.add(first);
        assertThat(scheme.replay(Schemes.SEED, twice)).hasSize(1);
        List<Allocation> renumbered = new ArrayList<>(ledger);
        renumbered.set(
                0,
                new Allocation(
                        first.stream(), 5, first.levels(), first.weights(), first.pick(), first.draws(), first.arm()));
        assertThat(scheme.replay(Schemes.SEED, renumbered)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void aLevelThatTheSchemeDoesNotHaveIsFoundInAnyRow(AllocationScheme scheme) {
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 20);
        for (int row = 0; row < ledger.size(); row++) {
            assertThat(scheme.replay(Schemes.SEED, relevelled(ledger, row, "aura", "maybe")))
                    .first()
                    .asString()
                    .endsWith(": the factor levels are not levels of this scheme.");
        }
    }

    @Test
    void aStratumThatWasSwappedForAnotherIsFoundInAnyRow() {
        AllocationScheme scheme = BLOCKS;
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 40);
        for (int row = 0; row < ledger.size(); row++) {
            String other = "yes".equals(ledger.get(row).levels().get("aura")) ? "no" : "yes";
            assertThat(scheme.replay(Schemes.SEED, relevelled(ledger, row, "aura", other)))
                    .first()
                    .asString()
                    .contains("the stream is not that of the factor levels");
        }
    }

    @Test
    void aLevelOfMinimisationThatWasSwappedIsFoundByTheWeightsThatFollow() {
        AllocationScheme scheme = MINIMISATION;
        List<Allocation> ledger = Schemes.ledger(scheme, Schemes.SEED, 120);
        for (int row = 0; row < 60; row++) {
            String other = "yes".equals(ledger.get(row).levels().get("aura")) ? "no" : "yes";
            assertThat(scheme.replay(Schemes.SEED, relevelled(ledger, row, "aura", other)))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void anotherSeedOpensNothing(AllocationScheme scheme) {
        assertThat(scheme.replay(Schemes.seed(9), Schemes.ledger(scheme, Schemes.SEED, 40)))
                .hasSizeGreaterThan(10);
    }

    private static List<Allocation> relevelled(List<Allocation> ledger, int row, String factor, String level) {
        Allocation a = ledger.get(row);
        Map<String, String> levels = new HashMap<>(a.levels());
        levels.put(factor, level);
        List<Allocation> changed = new ArrayList<>(ledger);
        changed.set(row, new Allocation(a.stream(), a.sequence(), levels, a.weights(), a.pick(), a.draws(), a.arm()));
        return changed;
    }

    private static Allocation copy(Allocation a, String stream, List<Long> weights, long pick, int draws, ArmCode arm) {
        return new Allocation(stream, a.sequence(), a.levels(), weights, pick, draws, arm);
    }

    private static List<Long> more(Allocation a) {
        List<Long> more = new ArrayList<>(a.weights());
        more.set(0, more.get(0) + 1);
        return more;
    }
}
