package org.commensal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two connections to one embedded database: who writes, who waits, and until when. */
class OneWriterTest {

    private static final String INSERT = "insert into facts (fact) values (1)";

    private final OneWriter turns = new OneWriter();
    private final ExecutorService another = Executors.newSingleThreadExecutor();
    private Connection first;
    private Connection second;

    @BeforeEach
    void setUp() throws SQLException {
        DataSource database = ConfiguredDataSource.of("jdbc:h2:mem:turns", "sa", "");
        first = turns.of(database.getConnection());
        second = turns.of(database.getConnection());
        run(first, "create table facts (fact int not null)");
        first.setAutoCommit(false);
        second.setAutoCommit(false);
    }

    @AfterEach
    void tearDown() throws SQLException {
        another.shutdownNow();
        second.close();
        first.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                INSERT,
                "  Update facts set fact = 2",
                "delete from facts",
                "select fact from facts for update",
                "SELECT fact FROM facts FOR UPDATE",
                "insert into facts select fact from facts"
            })
    void whoeverWritesOrLocksARowMakesTheNextWait(String write) throws Exception {
        run(first, write);

        Future<?> waits = elsewhere();
        isAwaited(waits);
        first.commit();
        waits.get();
    }

    @Test
    void thoseThatReadWaitForNobodyAndSeeWhatIsCommitted() throws Exception {
        run(first, INSERT);

        assertThat(another.submit(() -> facts(second)).get()).isZero();
        first.commit();
        assertThat(another.submit(() -> facts(second)).get()).isOne();
    }

    @Test
    void aTransactionThatIsRolledBackOrClosedLetsTheNextWrite() throws Exception {
        run(first, INSERT);
        first.rollback();
        elsewhere().get();

        run(first, INSERT);
        first.close();
        elsewhere().get();
        assertThat(facts(second)).isEqualTo(2);
    }

    @Test
    void aSavepointIsNoEnd() throws Exception {
        run(first, INSERT);
        first.rollback(first.setSavepoint());

        Future<?> waits = elsewhere();
        isAwaited(waits);
        first.commit();
        waits.get();
    }

    @Test
    void aTransactionWithinAnotherGoesAheadAndTheOuterKeepsItsTurn() throws Exception {
        run(first, INSERT);
        run(second, INSERT);
        second.commit();

        Future<?> waits = elsewhere();
        isAwaited(waits);
        first.commit();
        waits.get();
    }

    @Test
    void aWriteThatIsItsOwnTransactionIsOverAtOnce() throws Exception {
        first.setAutoCommit(true);
        run(first, INSERT);
        elsewhere().get();
    }

    @Test
    void aWriteThatFailsIsOverWithItsTransaction() throws Exception {
        assertThatThrownBy(() -> run(first, "insert into facts (fact) values (null)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NULL");

        Future<?> waits = elsewhere();
        isAwaited(waits);
        first.rollback();
        waits.get();
    }

    @Test
    void batchesAndStatementsWithoutParametersTakeTurnsToo() throws Exception {
        try (Statement statement = first.createStatement()) {
            statement.addBatch(INSERT);
            statement.executeBatch();
        }

        Future<?> waits = another.submit(() -> {
            try (Statement statement = second.createStatement()) {
                statement.executeUpdate(INSERT);
            }
            second.commit();
            return true;
        });
        isAwaited(waits);
        first.commit();
        waits.get();
    }

    /** Writes on another thread, and commits. */
    private Future<?> elsewhere() {
        return another.submit(() -> {
            run(second, INSERT);
            second.commit();
            return true;
        });
    }

    private void isAwaited(Future<?> waits) {
        while (!turns.isAwaited()) {
            assertThat(waits.isDone()).as("it wrote without its turn").isFalse();
            Thread.onSpinWait();
        }
    }

    private static boolean run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.execute();
        }
    }

    private static int facts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from facts")) {
            found.next();
            return found.getInt(1);
        }
    }
}
