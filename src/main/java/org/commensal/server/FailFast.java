package org.commensal.server;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/**
 * Has a query fail at once when the database is out of reach, rather than wait five seconds between tries: whoever waits
 * for an answer is told, and tries again. It is tried once more without waiting, for a connection that went stale.
 */
public class FailFast implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        DatabaseLogin login = (DatabaseLogin) session.getDatasourceLogin();
        login.setQueryRetryAttemptCount(1);
        login.setDelayBetweenConnectionAttempts(0);
    }
}
