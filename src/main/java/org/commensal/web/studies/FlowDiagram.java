package org.commensal.web.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.commensal.web.Texts;
import org.commensal.web.studies.Flow.Box;
import org.commensal.web.studies.Flow.Branch;
import org.commensal.web.studies.Flow.Entry;

/**
 * The flow of participants as a drawing: boxes, their lines of text, and arrows, laid out as CONSORT 2025 does, with the
 * phases at the left.
 *
 * @param title what is drawn, with the version and the moment
 */
public record FlowDiagram(int width, int height, String title, List<Rect> boxes, List<Line> lines, List<Arrow> arrows) {

    /** @param phase whether it names a phase of the trial */
    public record Rect(int x, int y, int width, int height, boolean phase) {}

    /** A line of text, from its left end or around its middle, at the height of its foot. */
    public record Line(int x, int y, String text, boolean bold, boolean middle) {}

    /** A way from one box to the next; with a head where it ends at one. */
    public record Arrow(int fromX, int fromY, int toX, int toY, boolean head) {

        /** The corners of its head; it points down, or to the right. */
        public List<EnrolmentCurve.Point> tip() {
            boolean down = fromX == toX;
            return List.of(
                    new EnrolmentCurve.Point(toX, toY),
                    new EnrolmentCurve.Point(toX - (down ? 5 : 8), toY - (down ? 8 : 5)),
                    new EnrolmentCurve.Point(toX + (down ? 5 : -8), toY + (down ? -8 : 5)));
        }

        /** The same as an SVG has it. */
        public String corners() {
            return String.join(" ", tip().stream().map(Object::toString).toList());
        }
    }

    private static final int WIDTH = 960;
    private static final int PHASES = 116;
    private static final int LEFT = PHASES + 24;
    private static final int GAP = 24;
    private static final int PADDING = 14;
    private static final int STEP = 20;
    private static final int TRUNK = 290;
    private static final int SIDE = 380;

    static FlowDiagram of(Flow flow, String title, Texts texts) {
        return new Drawing(texts).draw(flow, title);
    }

    /** Draws from the top to the foot. */
    private static final class Drawing {

        private final Texts texts;
        private final List<Rect> boxes = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private final List<Arrow> arrows = new ArrayList<>();

        Drawing(Texts texts) {
            this.texts = texts;
        }

        FlowDiagram draw(Flow flow, String title) {
            int middle = LEFT + SIDE / 2;
            int foot = enrolment(flow, middle);
            int last = branches(flow.branches(), middle, foot);
            for (String line : DiagramFont.REGULAR.lines(title, WIDTH - 2.0)) {
                last += STEP;
                lines.add(new Line(0, last + 12, line, false, false));
            }
            return new FlowDiagram(WIDTH, last + 20, title, boxes, lines, arrows);
        }

        /** Down to the box of those randomised, whose foot it returns. */
        private int enrolment(Flow flow, int middle) {
            int left = middle - TRUNK / 2;
            int side = WIDTH - SIDE;
            int assessed = box(flow.assessed(), left, 0, TRUNK, 0);
            int excluded = box(flow.excluded(), side, assessed + 12, SIDE, 0);
            int between = (assessed + 12 + excluded) / 2;
            int waiting = box(flow.waiting(), side, excluded + 12, SIDE, 0);
            int below = (excluded + 12 + waiting) / 2;
            arrows.add(new Arrow(middle, between, side, between, true));
            arrows.add(new Arrow(middle, below, side, below, true));
            int randomised = box(flow.randomised(), left, waiting + GAP, TRUNK, 0);
            arrows.add(new Arrow(middle, assessed, middle, waiting + GAP, true));
            phase("flow.phase.enrolment", 0, randomised);
            return randomised;
        }

        private int branches(List<Branch> branches, int trunk, int from) {
            boolean one = branches.size() == 1;
            int width = one ? SIDE : (WIDTH - LEFT - GAP * (branches.size() - 1)) / branches.size();
            int top = from + (one ? GAP : 2 * GAP);
            List<String> phases = List.of("flow.phase.allocation", "flow.phase.follow-up", "flow.phase.analysis");
            int above = from;
            for (int row = 0; row < phases.size(); row++) {
                int height = 0;
                for (Branch branch : branches) {
                    height = Math.max(height, height(branch.boxes().get(row), width));
                }
                for (int i = 0; i < branches.size(); i++) {
                    int left = one ? trunk - width / 2 : LEFT + i * (width + GAP);
                    box(branches.get(i).boxes().get(row), left, top, width, height);
                    int middle = left + width / 2;
                    arrows.add(new Arrow(middle, row == 0 && !one ? from + GAP : above, middle, top, true));
                }
                phase(phases.get(row), top, top + height);
                above = top + height;
                top = above + GAP;
            }
            if (!one) {
                split(branches.size(), width, trunk, from);
            }
            return above;
        }

        /** From the randomised to every arm. */
        private void split(int arms, int width, int trunk, int from) {
            int first = LEFT + width / 2;
            int last = LEFT + (arms - 1) * (width + GAP) + width / 2;
            arrows.add(new Arrow(trunk, from, trunk, from + GAP, false));
            arrows.add(new Arrow(Math.min(first, trunk), from + GAP, Math.max(last, trunk), from + GAP, false));
        }

        private void phase(String key, int top, int foot) {
            boxes.add(new Rect(0, top, PHASES, foot - top, true));
            List<String> words = DiagramFont.BOLD.lines(texts.get(key), PHASES - 12.0);
            int y = (top + foot) / 2 - (words.size() - 1) * STEP / 2 + 5;
            for (String word : words) {
                lines.add(new Line(PHASES / 2, y, word, true, true));
                y += STEP;
            }
        }

        /** @param least height of the box; returns the height of its foot */
        private int box(Box box, int x, int y, int width, int least) {
            int height = Math.max(least, height(box, width));
            boxes.add(new Rect(x, y, width, height, false));
            int at = y + PADDING + 12;
            for (String line : DiagramFont.BOLD.lines(counted(box.title(), box.count()), width - 2.0 * PADDING)) {
                lines.add(new Line(x + PADDING, at, line, true, false));
                at += STEP;
            }
            for (Entry entry : box.lines()) {
                for (String line : wrapped(entry, width)) {
                    lines.add(new Line(x + PADDING, at, line, false, false));
                    at += STEP;
                }
            }
            return y + height;
        }

        private int height(Box box, int width) {
            int title = DiagramFont.BOLD
                    .lines(counted(box.title(), box.count()), width - 2.0 * PADDING)
                    .size();
            int below = box.lines().stream()
                    .mapToInt(entry -> wrapped(entry, width).size())
                    .sum();
            return 2 * PADDING + STEP * (title + below) - 4;
        }

        private List<String> wrapped(Entry entry, int width) {
            return DiagramFont.REGULAR.lines(counted(entry.label(), entry.count()), width - 2.0 * PADDING);
        }

        private String counted(String label, OptionalInt count) {
            return count.isPresent() ? texts.get("flow.n", label, count.getAsInt()) : label;
        }
    }
}
