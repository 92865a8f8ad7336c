package org.commensal.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commensal.journey.Copies;
import org.commensal.kernel.ParticipantCode;

/** The study that the demonstration has lived through, with ten times its participants. */
final class Demonstration {

    static final String STUDY = "gutbrain-migraine-3arm";

    private static final int TIMES = 10;
    private static final int FIRST_COPY = 1_000;
    private static final int HALF_A_BLOCK = 14;

    private Demonstration() {}

    /** Makes the participants ten times as many; returns one who was there before. */
    static String fill(Floor floor) throws SQLException {
        try (Connection connection = floor.connect("trials")) {
            List<String> models =
                    codes(connection, "select code from participants where study = '" + STUDY + "' order by code");
            copy(connection, models, TIMES - 1);
            return models.get(0);
        }
    }

    /** Adds those who kept the diary for twelve weeks until there are so many of them. */
    static void fillWithDiaries(Floor floor, int participants) throws SQLException {
        try (Connection connection = floor.connect("trials")) {
            List<String> models = codes(
                    connection,
                    "select participant from responses where study = '" + STUDY
                            + "' and form = 'diary' and event = 'B3' group by participant having count(*) >= "
                            + HALF_A_BLOCK
                            + " order by participant");
            copy(connection, models, participants / models.size() - 1);
        }
    }

    private static void copy(Connection connection, List<String> models, int times) throws SQLException {
        int number = FIRST_COPY + (int) Diaries.number(connection, "select max(number) from participants");
        for (String model : models) {
            Copies.make(connection, STUDY, model, copies(model, number, times));
            number += times;
        }
        Allocations.copy(connection, STUDY);
        connection.createStatement().execute("vacuum analyze");
    }

    private static List<String> codes(Connection connection, String query) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                codes.add(found.getString(1));
            }
        }
        return codes;
    }

    static List<Copies.Copy> copies(String model, int first, int count) {
        String prefix = ParticipantCode.parse(model).sitePrefix();
        return IntStream.range(first, first + count)
                .mapToObj(number ->
                        new Copies.Copy(ParticipantCode.of(prefix, number).value(), number, "{}"))
                .toList();
    }
}
