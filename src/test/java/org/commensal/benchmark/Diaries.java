package org.commensal.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commensal.journey.Copies;
import org.commensal.kernel.ParticipantCode;

/** Participants who were randomised and kept a diary, put into PostgreSQL a set at a time. */
final class Diaries {

    private static final int ITEMS = 20;
    private static final int NUMBERS = 15;
    private static final int BLOCK_DAYS = 50;
    private static final int FIRST_COPY = 1_000;
    /** So long ago everybody was randomised, so that each day of the diary is over. */
    private static final int DAYS_AGO = 1_010;

    private final Floor floor;
    private final String study;
    private final String form;
    private final Path folder;

    /** @param folder that PostgreSQL writes files to */
    Diaries(Floor floor, String study, String form, Path folder) {
        this.floor = floor;
        this.study = study;
        this.form = form;
        this.folder = folder;
    }

    /** Makes as many more like this participant, each with an arm by chance, and all randomised long ago. */
    void copy(String model, int count) throws SQLException {
        ParticipantCode code = ParticipantCode.parse(model);
        List<Copies.Copy> copies = IntStream.range(FIRST_COPY, FIRST_COPY + count)
                .mapToObj(number -> new Copies.Copy(
                        ParticipantCode.of(code.sitePrefix(), number).value(), number, "{}"))
                .toList();
        try (Connection connection = floor.connect("trials")) {
            Copies.make(connection, study, model, copies);
            Allocations.copy(connection, study);
            unbound(
                    connection,
                    "update milestones set on_day = on_day - " + DAYS_AGO + ", at = at - interval '" + DAYS_AGO
                            + " days' where study = '" + study + "'");
        }
    }

    /** Fills in these days of everybody's diary, counted from randomisation. */
    void fill(int from, int to) throws SQLException {
        String days = """
                create temporary table days on commit drop as
                select gen_random_uuid() as entry, p.code, p.site, d as day, m.on_day + d as date,
                    row_number() over (order by d, p.number) as number
                from participants p
                join milestones m on m.study = p.study and m.participant = p.code and m.stage = 3
                cross join generate_series(%d, %d) d
                where p.study = '%s'
                """.formatted(from, to - 1, study);
        String entries = """
                insert into audit_entries
                    (id, at, person, person_name, role, study, site, action, subject, reason, changes)
                select entry, date + time '20:00', '00000000-0000-0000-0000-000000000001', 'benchmark', 'participant', '%s',
                    site, 'response.submitted', code, '', '{"task": "benchmark"}' from days order by number
                """.formatted(study);
        String seals = """
                insert into audit_seals (entry, checkpoint, sequence)
                select entry, (select max(number) from audit_checkpoints), (select max(sequence) from audit_seals) + number
                from days
                """;
        String responses = """
                insert into responses (id, study, participant, study_version, form, event, task, on_day, revision, reason,
                    filled_by, language, filled_in_at, received_at, zone, late, answers, scores, salt, digest, audit)
                select gen_random_uuid(), '%1$s', code, '1.0', '%2$s', 'B' || 1 + day / %3$d, 'B' || 1 + day / %3$d || '/' || date,
                    date, 1, '', 'PARTICIPANT', 'en', date + time '20:00', date + time '20:00', 'Europe/Amsterdam', false,
                    jsonb_build_object(%4$s, '_missing', jsonb_build_object()), '{"_missing": {}}', repeat('0', 32),
                    repeat('0', 64), entry
                from days order by number
                """.formatted(study, form, BLOCK_DAYS, answers());
        String counts = """
                update response_counts c set responses = n.number
                from (select participant, count(*) as number from responses where study = '%1$s' group by participant) n
                where c.study = '%1$s' and c.participant = n.participant
                """.formatted(study);
        try (Connection connection = floor.connect("trials")) {
            unbound(connection, days, entries, seals, responses, counts);
            connection.createStatement().execute("vacuum analyze");
        }
    }

    /** What a query answers with. */
    static long number(Connection connection, String query) throws SQLException {
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static String answers() {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(i -> "'q" + i + "', "
                        + (i <= NUMBERS
                                ? "(random() * 9)::int"
                                : "case when random() < 0.5 then 'some' else 'other' end || '_answer_text_" + i + "'"))
                .collect(Collectors.joining(", "));
    }

    /** In one transaction, without the rules of the tables. */
    private static void unbound(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "begin; set local session_replication_role = replica;" + String.join(";", statements) + "; commit");
        }
    }

    /**
     * Seconds in which PostgreSQL itself writes a row a response, with a column an item, as CSV.
     *
     * @param through a program that the rows go through, with what gives it its file; none writes them as they are
     */
    double copySeconds(String through) throws SQLException {
        String items = IntStream.rangeClosed(1, ITEMS)
                .mapToObj(i -> "answers ->> 'q" + i + "'")
                .collect(Collectors.joining(", "));
        Path file = folder.resolve("copy.csv" + (through.isEmpty() ? "" : ".gz"));
        String target = through.isEmpty() ? "'" + file + "'" : "program '" + through + file + "'";
        try (Connection connection = floor.connect("trials")) {
            long begin = System.nanoTime();
            connection
                    .createStatement()
                    .execute("copy (select participant, event, on_day, late, " + items
                            + " from responses where study = '" + study + "' and form = '" + form + "') to " + target
                            + " csv header");
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
