package org.commensal.server;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/**
 * The one database: its pool, and the migrations that bring it up to date before anything else happens.
 *
 * <p>On PostgreSQL the migrations may run as a role of their own, which owns the tables; the application's role is then
 * granted no more than it needs, and cannot change or remove a fact.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/trials",
        className = "org.commensal.server.ConfiguredDataSource",
        minPoolSize = 2,
        maxPoolSize = 44,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.validate-atmost-once-period-in-seconds=1"
        })
@ApplicationScoped
public class Database {

    private static final String[] ANY = {"classpath:db/migration"};
    /** The same migrations, and after them what only PostgreSQL can hold on to. */
    private static final String[] POSTGRESQL = {"classpath:db/migration", "classpath:db/postgresql"};

    @Resource(lookup = "java:app/jdbc/trials")
    DataSource dataSource;

    @Inject
    @ConfigProperty(name = "database.url")
    String url;

    @Inject
    @ConfigProperty(name = "database.user")
    String user;

    @Inject
    @ConfigProperty(name = "database.migration.user")
    Optional<String> migrationUser;

    @Inject
    @ConfigProperty(name = "database.migration.password")
    Optional<String> migrationPassword;

    /** Applies every migration that is missing. Two nodes that start together take turns. */
    public void migrate() {
        DataSource owner = migrationUser
                .map(name -> ConfiguredDataSource.of(url, name, migrationPassword.orElse("")))
                .orElse(dataSource);
        migrate(owner, ConfiguredDataSource.isPostgreSql(url), user);
    }

    /** @param application the role that the server works as, which is granted what it needs */
    static void migrate(DataSource owner, boolean postgreSql, String application) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(owner)
                .locations(postgreSql ? POSTGRESQL : ANY)
                .placeholders(Map.of(
                        "json", postgreSql ? "jsonb" : "varchar",
                        "bytes", postgreSql ? "bytea" : "varbinary",
                        "application", application))
                .load()
                .migrate();
    }
}
