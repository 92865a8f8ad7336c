package org.commensal.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import org.commensal.demo.DemoClock;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTimeTest {

    private static final String SEPTEMBER = "2020-09-01T08:00:00Z";

    private final DemoClock clock = new DemoClock();

    @AfterEach
    void wallClockAgain() {
        DemoClock.set(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "", "2020-09-01", "+1000000000-12-31T23:59:59Z", "1492-10-12T00:00:00Z"})
    void whatIsNoTimeIsRefusedAndSetsNone(String header) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> in("demo").filter(request(header)));

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(clock.instant()).isAfter(Instant.parse(SEPTEMBER));
    }

    @Test
    void inProductionTheHeaderMeansNothing() {
        in("production").filter(request(SEPTEMBER));

        assertThat(clock.instant()).isAfter(Instant.parse(SEPTEMBER));
    }

    @Test
    void inADemonstrationItIsTheTimeUntilTheAnswer() {
        DemoTime filter = in("demo");

        filter.filter(request(SEPTEMBER));
        assertThat(clock.instant()).isEqualTo(SEPTEMBER);

        filter.filter(request(SEPTEMBER), answer());
        assertThat(clock.instant()).isAfter(Instant.parse(SEPTEMBER));
    }

    @Test
    void theNextRequestOnTheThreadHasItsOwnTime() {
        DemoTime filter = in("demo");
        filter.filter(request(SEPTEMBER));

        filter.filter(answering(ContainerRequestContext.class, Map.of()));

        assertThat(clock.instant()).isAfter(Instant.parse(SEPTEMBER));
    }

    private static DemoTime in(String mode) {
        DemoTime filter = new DemoTime();
        filter.mode = mode;
        return filter;
    }

    private static ContainerRequestContext request(String header) {
        return answering(ContainerRequestContext.class, Map.of(DemoTime.HEADER, header));
    }

    private static ContainerResponseContext answer() {
        return answering(ContainerResponseContext.class, Map.of());
    }

    /** Knows these headers and nothing else. */
    @SuppressWarnings("NullAway") // a header that is not there is null
    private static <T> T answering(Class<T> type, Map<String, String> headers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> headers.get(given[0])));
    }
}
