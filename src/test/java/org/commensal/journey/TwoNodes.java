package org.commensal.journey;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two production nodes on one PostgreSQL, with the cast at work: started once, shared by the tests that harm nothing. */
record TwoNodes(PostgreSql database, RunningServer first, RunningServer second, TestTrial trial) {

    private static Optional<TwoNodes> running = Optional.empty();

    static synchronized TwoNodes running() {
        if (running.isEmpty()) {
            running = Optional.of(start());
        }
        return running.get();
    }

    private static TwoNodes start() {
        PostgreSql database = PostgreSql.database("two_nodes");
        Map<String, String> settings = Settings.both(Settings.production(), database.settings());
        RunningServer first = RunningServer.start(Settings.folder("node-1"), settings);
        RunningServer second = RunningServer.start(Settings.folder("node-2"), settings);
        return new TwoNodes(database, first, second, TestTrial.on(first.base()));
    }

    List<URI> bases() {
        return List.of(first.base(), second.base());
    }
}
