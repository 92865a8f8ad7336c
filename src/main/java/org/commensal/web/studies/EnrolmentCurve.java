package org.commensal.web.studies;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commensal.web.Texts;

/**
 * The number randomised so far, day by day, as a drawing of 480 by 330 units.
 *
 * @param line the points of the curve, a step at each day with a randomisation
 * @param area the same, closed along the axis
 * @param target 0 where only some sites are drawn, which have none
 * @param goal the height of the target
 */
public record EnrolmentCurve(
        int count, int target, String line, String area, double goal, Point now, List<Tick> counts, List<Tick> days) {

    private static final double LEFT = 36;
    private static final double RIGHT = 458;
    private static final double TOP = 16;
    private static final double BOTTOM = 298;

    public record Point(double x, double y) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    /** A mark on an axis, at a distance from the left or from the top. */
    public record Tick(double at, String label) {}

    /**
     * Draws the curve.
     *
     * @param days of randomisation, one a participant, in order
     * @param first the day on which screening began
     * @param today the last day drawn
     */
    public static EnrolmentCurve of(List<LocalDate> days, LocalDate first, LocalDate today, int target, Texts texts) {
        int top = roof(Math.max(target, days.size()));
        long span = Math.max(1, DAYS.between(first, today));
        List<Point> points = new ArrayList<>(List.of(new Point(LEFT, BOTTOM)));
        for (int i = 0; i < days.size(); i++) {
            double x = across(DAYS.between(first, days.get(i)), span);
            points.add(new Point(x, up(i, top)));
            points.add(new Point(x, up(i + 1, top)));
        }
        Point now = new Point(RIGHT, up(days.size(), top));
        points.add(now);
        String line = drawn(points);
        String area = line + " " + new Point(RIGHT, BOTTOM);
        List<Tick> counts = IntStream.rangeClosed(0, 4)
                .mapToObj(i -> new Tick(up(top * i / 4, top), Integer.toString(top * i / 4)))
                .toList();
        List<Tick> marks = IntStream.rangeClosed(0, 4)
                .mapToObj(i -> new Tick(across(i, 4), texts.shortDay(first.plusDays(Math.round(span * i / 4.0)))))
                .toList();
        return new EnrolmentCurve(days.size(), target, line, area, up(target, top), now, counts, marks);
    }

    /** Where the number stands: above the end of the curve, or below it where the target's line is near. */
    public double labelHeight() {
        return target > 0 && Math.abs(now.y() - goal) < 40 || now.y() < TOP + 24 ? now.y() + 26 : now.y() - 12;
    }

    private static String drawn(List<Point> points) {
        return String.join(" ", points.stream().map(Point::toString).toList());
    }

    private static double across(long part, long whole) {
        return LEFT + (RIGHT - LEFT) * part / whole;
    }

    private static double up(int count, int top) {
        return BOTTOM - (BOTTOM - TOP) * count / top;
    }

    /** The next multiple of four at or above a count, in steps that leave round numbers on the axis. */
    private static int roof(int count) {
        int step = count <= 40 ? 4 : count <= 200 ? 20 : 40;
        return Math.max(step, (count + step - 1) / step * step);
    }
}
