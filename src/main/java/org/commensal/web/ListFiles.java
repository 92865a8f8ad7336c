package org.commensal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commensal.access.CurrentActor;
import org.commensal.access.ExportList;
import org.commensal.export.format.CsvFormat;

/**
 * Answers with a list that is shown on a page, as a file that a spreadsheet opens and runs nothing of. That it was taken is
 * recorded first, by whoever may take lists along.
 */
@ApplicationScoped
public class ListFiles {

    @Inject
    CurrentActor currentActor;

    @Inject
    ExportList export;

    /**
     * A row for each that was found.
     *
     * @param list what is taken along, such as {@code participants}; who may see it was asked before
     */
    public <T> Response of(
            String study, String list, List<String> columns, List<T> found, Function<T, List<String>> row) {
        return ofSeveral(study, list, columns, found, each -> Stream.of(row.apply(each)));
    }

    /** The same with several rows for each, or none; the number that is recorded is of what was found. */
    public <T> Response ofSeveral(
            String study, String list, List<String> columns, List<T> found, Function<T, Stream<List<String>>> rows) {
        export.record(currentActor.actor(), study, list, found.size());
        List<List<String>> lines = found.stream().flatMap(rows).toList();
        return Downloads.csv(study + "-" + list + ".csv", CsvFormat.write(columns, lines));
    }
}
