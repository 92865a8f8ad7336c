package org.commensal.web.studies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.commensal.web.Texts;
import org.commensal.web.studies.Flow.Box;
import org.commensal.web.studies.Flow.Branch;
import org.commensal.web.studies.FlowSheet.Row;

/** The numbers of a flow diagram as a table, for those who do not see the drawing and for those who copy numbers. */
record FlowTable(Flow flow, Texts texts) {

    List<String> groups() {
        return flow.branches().stream()
                .map(branch -> branch.name().orElse(texts.get("flow.all")))
                .toList();
    }

    /** What comes before the branches has one number, whatever the groups. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        flow.trunk().forEach(box -> rows.addAll(rows(box)));
        rows.addAll(rows(texts.get("flow.allocated"), Branch::allocation));
        rows.addAll(rows(texts.get("flow.followed"), Branch::followUp));
        rows.addAll(rows(texts.get("flow.analysed"), Branch::analysis));
        return rows;
    }

    private List<Row> rows(Box box) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(box.title(), false, spread(said(box.count()))));
        box.lines().forEach(line -> rows.add(new Row(line.label(), true, spread(said(line.count())))));
        return rows;
    }

    /** The numbers of all groups together stand in the first column. */
    private List<String> spread(String count) {
        List<String> counts =
                new ArrayList<>(Collections.nCopies(flow.branches().size(), ""));
        counts.set(0, count);
        return counts;
    }

    private List<Row> rows(String title, Function<Branch, Box> part) {
        List<Box> boxes = flow.branches().stream().map(part).toList();
        List<Row> rows = new ArrayList<>();
        Box first = boxes.get(0);
        rows.add(new Row(
                title, false, boxes.stream().map(box -> said(box.count())).toList()));
        for (int i = 0; i < first.lines().size(); i++) {
            int line = i;
            if (first.lines().get(i).count().isPresent()) {
                rows.add(new Row(
                        first.lines().get(i).label(),
                        true,
                        boxes.stream()
                                .map(box -> said(box.lines().get(line).count()))
                                .toList()));
            }
        }
        return rows;
    }

    private static String said(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "–";
    }
}
