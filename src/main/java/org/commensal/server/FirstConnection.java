package org.commensal.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;

/**
 * The first connection to the database. Server and database are often started together, so it is waited for while the
 * database is not there; where it is and says no, waiting would not help.
 */
final class FirstConnection {

    private static final int TRIES = 60;
    private static final int PAUSE_MILLISECONDS = 1000;
    /** SQLSTATE: no connection, and a PostgreSQL that is still starting. */
    private static final String NOT_THERE = "08";

    private static final String STARTING = "57P03";

    private FirstConnection() {}

    /** Why there is no connection, in a sentence with what to do; empty where there is one. */
    static Optional<String> fault(DataSource database, String url) {
        Optional<SQLException> refusal = refusal(database);
        for (int tried = 1;
                tried < TRIES && refusal.filter(FirstConnection::mayPass).isPresent();
                tried++) {
            pause();
            refusal = refusal(database);
        }
        return refusal.map(refused -> words(refused, url));
    }

    private static Optional<SQLException> refusal(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(refused);
        }
    }

    private static boolean mayPass(SQLException refused) {
        String state = Optional.ofNullable(refused.getSQLState()).orElse("");
        return state.startsWith(NOT_THERE) || state.equals(STARTING);
    }

    private static String words(SQLException refused, String url) {
        return refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? "Another server that is running uses the database " + url + ". End that one first."
                : "The database " + url + " does not let this server in: " + refused.getMessage()
                        + "\nCheck database.url, database.user and database.password.";
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
