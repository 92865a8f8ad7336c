package org.commensal.server;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that {@code database.url} names: PostgreSQL, or the embedded H2.
 *
 * <p>The URL alone decides, so that one build serves both. An acknowledged write is on disk on either, whole: H2 is told not
 * to delay its writes, and its transactions write one after the other.
 */
public class ConfiguredDataSource implements DataSource {

    private final DataSource database;
    private final UnaryOperator<Connection> turns;

    /** The container opens it before anything else of ours runs, so what is not configured or not there is found here. */
    public ConfiguredDataSource() {
        Config config = ConfigProvider.getConfig();
        Startup.requireConfiguration(config);
        String url = config.getValue("database.url", String.class);
        this.database = of(
                url,
                config.getValue("database.user", String.class),
                config.getOptionalValue("database.password", String.class).orElse(""));
        Startup.requireDatabase(database, url);
        this.turns = isPostgreSql(url) ? UnaryOperator.identity() : new OneWriter()::of;
    }

    static DataSource of(String url, String user, String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgresql = new PGSimpleDataSource();
            postgresql.setUrl(url);
            postgresql.setUser(user);
            postgresql.setPassword(password);
            postgresql.setStringType("unspecified");
            postgresql.setReWriteBatchedInserts(true);
            postgresql.setApplicationName("trials");
            return postgresql;
        }
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url + ";WRITE_DELAY=0;LOCK_TIMEOUT=20000;DB_CLOSE_ON_EXIT=FALSE");
            h2.setUser(user);
            h2.setPassword(password);
            return h2;
        }
        throw new IllegalStateException(
                "database.url is \"" + url + "\". Set it to jdbc:postgresql://HOST/DATABASE or jdbc:h2:file:PATH.");
    }

    static boolean isPostgreSql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return turns.apply(database.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return turns.apply(database.getConnection());
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
