package org.commensal.web.studies;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commensal.web.Texts;

/**
 * The number randomised so far, day by day, and how it may go on, as a drawing of 480 by 330 units.
 *
 * @param line the points of the curve, a step at each day with a randomisation
 * @param area the same, closed along the axis
 * @param target 0 where only some sites are drawn, which have none
 * @param goal the height of the target
 * @param ahead how it goes on to the target, where there is enough to go by
 * @param outlook the same in words
 */
public record EnrolmentCurve(
        int count,
        int target,
        String line,
        String area,
        double goal,
        Point now,
        List<Tick> counts,
        List<Tick> days,
        Optional<Ahead> ahead,
        Optional<String> outlook) {

    private static final double LEFT = 36;
    private static final double RIGHT = 458;
    private static final double TOP = 16;
    private static final double BOTTOM = 298;
    /** At least so much of the drawing shows what has been. */
    private static final double PAST = 0.4;

    public record Point(double x, double y) {
        @Override
        public String toString() {
            return tenths(x) + "," + tenths(y);
        }

        private static double tenths(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    /** A mark on an axis, at a distance from the left or from the top. */
    public record Tick(double at, String label) {}

    /** @param band between the early and the late way, and {@code likely} the way between; each cut at the right edge */
    public record Ahead(String band, String likely) {}

    /**
     * Draws the curve.
     *
     * @param days of randomisation, one a participant, in order
     * @param first the day on which screening began
     * @param today the last day drawn of what has been
     */
    public static EnrolmentCurve of(List<LocalDate> days, LocalDate first, LocalDate today, int target, Texts texts) {
        Optional<Forecast> forecast = Forecast.of(days, first, today, target);
        long past = Math.max(1, DAYS.between(first, today));
        long span = forecast.map(
                        ahead -> Math.max(past, Math.min(DAYS.between(first, ahead.late()), (long) (past / PAST))))
                .orElse(past);
        return new Drawing(first, span, roof(Math.max(target, days.size())), texts).draw(days, today, target, forecast);
    }

    /** Where the number stands: above the end of the curve, or below it where the target's line is near. */
    public double labelHeight() {
        return target > 0 && Math.abs(now.y() - goal) < 40 || now.y() < TOP + 24 ? now.y() + 26 : now.y() - 12;
    }

    /** The next multiple of four at or above a count, in steps that leave round numbers on the axis. */
    private static int roof(int count) {
        int step = count <= 40 ? 4 : count <= 200 ? 20 : 40;
        return Math.max(step, (count + step - 1) / step * step);
    }

    private record Drawing(LocalDate first, long span, int top, Texts texts) {

        EnrolmentCurve draw(List<LocalDate> days, LocalDate today, int target, Optional<Forecast> forecast) {
            List<Point> points = new ArrayList<>(List.of(new Point(LEFT, BOTTOM)));
            for (int i = 0; i < days.size(); i++) {
                double x = across(days.get(i));
                points.add(new Point(x, up(i)));
                points.add(new Point(x, up(i + 1)));
            }
            Point now = new Point(forecast.isPresent() ? across(today) : RIGHT, up(days.size()));
            points.add(now);
            String line = drawn(points);
            return new EnrolmentCurve(
                    days.size(),
                    target,
                    line,
                    line + " " + new Point(now.x(), BOTTOM),
                    up(target),
                    now,
                    counts(),
                    marks(),
                    forecast.map(ahead -> ahead(ahead, now, target)),
                    forecast.map(this::words));
        }

        private Ahead ahead(Forecast forecast, Point now, int target) {
            Point early = edge(now, new Point(across(forecast.early()), up(target)));
            Point late = edge(now, new Point(across(forecast.late()), up(target)));
            Point corner = new Point(Math.max(early.x(), late.x()), Math.min(early.y(), late.y()));
            return new Ahead(
                    drawn(List.of(now, early, corner, late)),
                    drawn(List.of(now, edge(now, new Point(across(forecast.likely()), up(target))))));
        }

        /** The way to a point, cut where the drawing ends. */
        private static Point edge(Point from, Point to) {
            if (to.x() <= RIGHT) {
                return to;
            }
            double share = (RIGHT - from.x()) / (to.x() - from.x());
            return new Point(RIGHT, from.y() + share * (to.y() - from.y()));
        }

        private String words(Forecast forecast) {
            return texts.get(
                    "overview.forecast",
                    forecast.days(),
                    texts.month(forecast.likely()),
                    texts.month(forecast.early()),
                    texts.month(forecast.late()));
        }

        private List<Tick> counts() {
            return IntStream.rangeClosed(0, 4)
                    .mapToObj(i -> new Tick(up(top * i / 4), Integer.toString(top * i / 4)))
                    .toList();
        }

        private List<Tick> marks() {
            return IntStream.rangeClosed(0, 4)
                    .mapToObj(i -> first.plusDays(Math.round(span * i / 4.0)))
                    .map(day -> new Tick(across(day), span > 300 ? texts.month(day) : texts.shortDay(day)))
                    .toList();
        }

        private static String drawn(List<Point> points) {
            return String.join(" ", points.stream().map(Point::toString).toList());
        }

        private double across(LocalDate day) {
            return LEFT + (RIGHT - LEFT) * DAYS.between(first, day) / span;
        }

        private double up(int count) {
            return BOTTOM - (BOTTOM - TOP) * count / top;
        }
    }
}
