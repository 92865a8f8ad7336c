package org.commensal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real PostgreSQL with the roles of deploy/postgresql/roles.sql, after every migration. */
class AppendOnlyTest {

    private static final Path ROLES = Path.of("deploy", "postgresql", "roles.sql");
    private static final Set<String> NO_FACTS = Set.of(
            "appearances",
            "consent_signatures",
            "drafts",
            "identity_vault",
            "locks",
            "mail_queue",
            "pin_tries",
            "response_counts",
            "sessions",
            "sign_in_failures");

    private static EmbeddedPostgres cluster;
    private static DataSource owner;
    private static DataSource application;

    @BeforeAll
    static void setUp() throws Exception {
        cluster = EmbeddedPostgres.start();
        String[] parts = Files.readString(ROLES)
                .replace(":'owner_password'", "'o'")
                .replace(":'application_password'", "'a'")
                .split("\\\\connect trials");
        for (String command : parts[0].replaceAll("(?m)^--.*$", "").split(";")) {
            if (!command.isBlank()) {
                run(cluster.getPostgresDatabase(), command);
            }
        }
        run(cluster.getDatabase("postgres", "trials"), parts[1]);
        String url = "jdbc:postgresql://localhost:" + cluster.getPort() + "/trials";
        owner = ConfiguredDataSource.of(url, "trials_owner", "o");
        application = ConfiguredDataSource.of(url, "trials_app", "a");
        Database.migrate(owner, true, "trials_app");
        run(
                application,
                "insert into audit_entries (id, at, person, person_name, role, study, site, action, subject, reason,"
                        + " changes) values (gen_random_uuid(), now(), gen_random_uuid(), 'Sanne', 'coordinator', '*',"
                        + " '*', 'participant.screened', 'LUM-0001-3', '', '{}')");
    }

    @AfterAll
    static void tearDown() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocations",
                "audit_entries",
                "responses",
                "grants",
                "releases",
                "identity_vault",
                "sealed_seeds",
                "drawn_seeds",
                "seed_contributions",
                "reveal_approvals"
            })
    void theApplicationMayNotChangeAFact(String table) {
        assertThatThrownBy(() -> run(application, "update " + table + " set id = id"))
                .hasMessageContaining("denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allocations",
                "audit_entries",
                "audit_checkpoints",
                "responses",
                "consents",
                "sealed_seeds",
                "drawn_seeds",
                "seed_contributions",
                "reveal_approvals"
            })
    void theApplicationMayNotRemoveOne(String table) {
        assertThatThrownBy(() -> run(application, "delete from " + table)).hasMessageContaining("denied");
        assertThatThrownBy(() -> run(application, "truncate " + table + " cascade"))
                .hasMessageContaining("denied");
    }

    @Test
    void norCanTheOwnerByMistake() {
        for (String mistake : List.of(
                "update audit_entries set reason = 'another'",
                "delete from audit_entries",
                "truncate audit_entries cascade")) {
            assertThatThrownBy(() -> run(owner, mistake)).hasMessageContaining("added, never changed or removed");
        }
    }

    @Test
    void everyTableIsAppendOnlyButThoseThatHoldNoFacts() throws SQLException {
        String changeable = "select tablename from pg_tables t where schemaname = 'public'"
                + " and tablename <> 'flyway_schema_history'"
                + " and not exists (select from pg_trigger where tgname = 'append_only'"
                + " and tgrelid = tablename::regclass)";

        assertThat(column(owner, changeable)).containsExactlyInAnyOrderElementsOf(NO_FACTS);
    }

    @Test
    void theApplicationMayDoWhatItMust() throws SQLException {
        run(application, "insert into locks values ('a')");
        run(application, "select name from locks where name = 'a' for update");
        run(application, "delete from identity_vault");
        run(application, "delete from drafts");
        run(application, "update mail_queue set due_at = now()");
        run(application, "delete from mail_queue");
        run(application, "update sessions set idle_until = now()");
        run(application, "delete from sessions");
        run(application, "delete from sign_in_failures");
    }

    @Test
    void theApplicationMayNotMakeATable() {
        assertThatThrownBy(() -> run(application, "create table another (id uuid)"))
                .hasMessageContaining("denied");
    }

    @Test
    void aSecondStartChangesNothing() throws SQLException {
        Database.migrate(owner, true, "trials_app");

        assertThat(column(owner, "select action from audit_entries")).containsExactly("participant.screened");
    }

    private static void run(DataSource as, String command) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> column(DataSource as, String query) throws SQLException {
        try (Connection connection = as.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
