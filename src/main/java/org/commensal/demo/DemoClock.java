package org.commensal.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time of the trial in a demonstration: the wall clock, unless another time was set for the thread at work.
 *
 * <p>A demonstration lives through months of a trial in a minute. Nothing but a demonstration uses this clock.
 */
public final class DemoClock extends Clock {

    private static final InstantSource WALL = InstantSource.system();
    private static final ThreadLocal<Instant> SET = new ThreadLocal<>();

    private final ZoneId zone;

    public DemoClock() {
        this(ZoneOffset.UTC);
    }

    private DemoClock(ZoneId zone) {
        this.zone = zone;
    }

    /** From here on it is {@code instant} for this thread; the wall clock again with {@code null}. */
    public static void set(@Nullable Instant instant) {
        if (instant == null) {
            SET.remove();
        } else {
            SET.set(instant);
        }
    }

    @Override
    public Instant instant() {
        Instant set = SET.get();
        return set == null ? WALL.instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(other);
    }
}
