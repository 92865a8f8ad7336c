package org.commensal.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.commensal.protocol.Study;
import org.commensal.protocol.StudyReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestListTest {

    private static Study study(String name) {
        return StudyReader.read(Path.of("study-protocols", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gutbrain-migraine-3arm", "probiotic-placebo-2arm", "nof1-gluten-dairy"})
    void everybodyOnTheListIsAllocatedByTheStudysOwnScheme(String name) {
        AllocationScheme scheme = study(name).scheme();
        Seed seed = new Seed(new byte[32]);

        List<Allocation> list = new TestList(scheme, 60, seed).allocations();

        assertThat(list).hasSize(60);
        assertThat(scheme.replay(seed, list)).isEmpty();
        assertThat(list).extracting(Allocation::arm).containsAll(scheme.arms());
        scheme.factors().forEach(factor -> assertThat(list)
                .extracting(row -> row.levels().get(factor.name()))
                .as(factor.name())
                .containsAll(factor.levels()));
    }

    @ParameterizedTest
    @ValueSource(strings = "gutbrain-migraine-3arm")
    void eachLineSaysThatItIsATest(String name) {
        AllocationScheme scheme = study(name).scheme();
        Seed seed = new Seed(new byte[32]);

        List<String> lines = new TestList(scheme, 3, seed).csv().lines().toList();

        assertThat(lines.get(0)).startsWith("\"list\",\"number\",\"stream\",\"sequence\",\"arm\",");
        assertThat(lines.subList(1, lines.size())).hasSize(3).allSatisfy(line -> assertThat(line)
                .startsWith("\"TEST\","));
        assertThat(new TestList(scheme, 3, seed).csv()).isEqualTo(String.join("\r\n", lines) + "\r\n");
    }
}
