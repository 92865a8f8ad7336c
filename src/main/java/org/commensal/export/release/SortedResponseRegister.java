package org.commensal.export.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every revision of responses up to a checkpoint, of one participant after another.
 *
 * <p>The database sorts them, in one pass over the table: responses lie in the order in which they came in, so that one
 * participant is all over it. What is computed of a row, such as the text of its answers, is computed when it is sorted and
 * sent. They are read as they come, so that any number needs the same memory.
 */
@ApplicationScoped
class SortedResponseRegister {

    /** Databases take so many parameters and more. */
    private static final int AT_ONCE = 20_000;

    private static final int FETCHED = 1_000;

    @PersistenceContext
    EntityManager database;

    /**
     * Reads some columns of all that each participant filled in.
     *
     * @param columns of the table {@code responses r}, of which the first is the participant
     * @param form of one form alone, where there is one
     * @param participants in the order in which they come; the revisions of each are in none
     * @param read a revision from a row
     * @param own takes those of one participant; whoever has none is passed over
     */
    public <T> void each(
            String columns,
            Basis basis,
            Optional<String> form,
            List<String> participants,
            Function<@Nullable Object[], T> read,
            BiConsumer<String, List<T>> own) {
        Own<T> reading = new Own<>(read, own);
        for (int from = 0; from < participants.size(); from += AT_ONCE) {
            List<String> some = participants.subList(from, Math.min(participants.size(), from + AT_ONCE));
            rows(columns, basis, form, some, reading);
            reading.take();
        }
    }

    /** The revisions of one participant, until a row of another one comes. */
    private static final class Own<T> implements Consumer<@Nullable Object[]> {

        private final Function<@Nullable Object[], T> read;
        private final BiConsumer<String, List<T>> own;
        private String participant = "";
        private List<T> revisions = new ArrayList<>();

        Own(Function<@Nullable Object[], T> read, BiConsumer<String, List<T>> own) {
            this.read = read;
            this.own = own;
        }

        @Override
        public void accept(@Nullable Object[] row) {
            if (!participant.equals(row[0])) {
                take();
                participant = (String) Objects.requireNonNull(row[0]);
            }
            revisions.add(read.apply(row));
        }

        void take() {
            if (!revisions.isEmpty()) {
                own.accept(participant, revisions);
                revisions = new ArrayList<>();
            }
        }
    }

    private void rows(
            String columns,
            Basis basis,
            Optional<String> form,
            List<String> participants,
            Consumer<@Nullable Object[]> row) {
        String places = IntStream.range(0, participants.size())
                .mapToObj(place -> "(cast(? as varchar(20)), " + place + ")")
                .collect(Collectors.joining(", "));
        String select = "select " + columns + " from (select r.*, asked.place"
                + " from (values " + places + ") as asked (participant, place)"
                + " join responses r on r.study = ? and r.participant = asked.participant"
                + form.map(one -> " and r.form = ?").orElse("")
                + " join audit_seals s on s.entry = r.audit where s.checkpoint <= ? order by asked.place offset 0 rows) r"
                + " order by r.place";
        List<Object> values = new ArrayList<>(participants);
        values.add(basis.study().id());
        form.ifPresent(values::add);
        values.add(basis.checkpoint());
        Connection connection = database.unwrap(Connection.class);
        try (PreparedStatement query = connection.prepareStatement(select)) {
            giveRoom(connection);
            query.setFetchSize(FETCHED);
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = query.executeQuery()) {
                int width = found.getMetaData().getColumnCount();
                while (found.next()) {
                    @Nullable Object[] cells = new @Nullable Object[width];
                    for (int i = 0; i < width; i++) {
                        cells[i] = found.getObject(i + 1);
                    }
                    row.accept(cells);
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("responses cannot be read", failed);
        }
    }

    /** For this transaction: with less, PostgreSQL writes every answer to disk to join it with its seal, and then to sort it. */
    private static void giveRoom(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local work_mem = '64MB'");
            }
        }
    }
}
