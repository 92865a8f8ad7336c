package org.commensal.export.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.commensal.export.comparison.RowSums.Met;
import org.junit.jupiter.api.Test;

class RowSumsTest {

    @Test
    void twoRowsWithOneKeyAreRefused() {
        RowSums sums = new RowSums();
        sums.put(7, 1);

        assertThatThrownBy(() -> sums.put(7, 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void textsAreNotRunTogether() {
        assertThat(new Sum().and("ab").and("c").take())
                .isNotEqualTo(new Sum().and("a").and("bc").take())
                .isNotEqualTo(new Sum().and("abc").take())
                .isEqualTo(new Sum().and("ab").and("c").take());
    }

    @Property
    void itFindsWhatWasPutAndNothingElse(
            @ForAll @Size(max = 3000) @UniqueElements List<Long> keys, @ForAll Set<Long> others) {
        RowSums sums = new RowSums();
        Map<Long, Long> put =
                keys.stream().filter(key -> key != 0).collect(Collectors.toMap(key -> key, key -> 3 * key));
        put.forEach(sums::put);

        assertThat(sums.notMet()).isEqualTo(put.size());
        others.stream().filter(key -> key != 0 && !put.containsKey(key)).forEach(key -> assertThat(sums.meet(key, 1))
                .isEqualTo(Met.NOT_THERE));
        put.forEach((key, sum) -> assertThat(sums.meet(key, sum)).isEqualTo(Met.SAME));
        assertThat(sums.notMet()).isZero();
        put.forEach((key, sum) -> assertThat(sums.meet(key, sum + 1)).isEqualTo(Met.OTHER));
    }
}
