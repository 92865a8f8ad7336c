package org.commensal.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one transaction at a time write to the embedded database; those that only read wait for nobody.
 *
 * <p>What H2 writes to its file at a commit is each table as it stood a little after the table before it, while other
 * transactions go on writing. When the process is killed right then, the file holds half of such a transaction: a row
 * without the one it belongs to. With one writer there is nobody to go on.
 *
 * <p>A transaction within another on the same thread goes ahead, as its caller waits for it.
 */
final class OneWriter {

    private static final long PATIENCE_SECONDS = 20;

    private final ReentrantLock writing = new ReentrantLock(true);

    /** The connection, which waits for its turn at its first write and has it until it commits or rolls back. */
    Connection of(Connection connection) {
        return proxy(Connection.class, new Turn(connection));
    }

    /** Whether somebody waits for a turn. */
    boolean isAwaited() {
        return writing.hasQueuedThreads();
    }

    /** A row that is locked belongs to the turn as well: who waits for a row never waits for one who waits for a turn. */
    private static boolean isWrite(String sql) {
        String lower = sql.strip().toLowerCase(Locale.ROOT);
        return !lower.startsWith("select") || lower.contains("for update");
    }

    private static String sql(Object @Nullable [] arguments, String prepared) {
        return arguments == null ? prepared : (String) arguments[0];
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneWriter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What one connection holds of the right to write. */
    private final class Turn implements InvocationHandler {

        private final Connection connection;
        private boolean holds;

        Turn(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (arguments == null && (name.equals("commit") || name.equals("rollback") || name.equals("close"))
                    || name.equals("setAutoCommit")) {
                try {
                    return call(connection, method, arguments);
                } finally {
                    letGo();
                }
            }
            Object made = call(connection, method, arguments);
            if (made instanceof PreparedStatement) {
                return statement(method.getReturnType(), made, sql(arguments, ""));
            }
            return made instanceof Statement ? statement(Statement.class, made, "") : made;
        }

        private Object statement(Class<?> type, Object statement, String prepared) {
            return proxy(type, (proxy, method, arguments) -> {
                if (!method.getName().startsWith("execute")) {
                    return call(statement, method, arguments);
                }
                return isWrite(sql(arguments, prepared))
                        ? write(statement, method, arguments)
                        : call(statement, method, arguments);
            });
        }

        private Object write(Object statement, Method method, Object @Nullable [] arguments) throws Throwable {
            take();
            try {
                return call(statement, method, arguments);
            } finally {
                if (connection.getAutoCommit()) {
                    letGo();
                }
            }
        }

        private void take() throws SQLException {
            if (holds) {
                return;
            }
            try {
                if (!writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new SQLTimeoutException("another transaction writes for longer than anybody waits");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new SQLTimeoutException("stopped while waiting to write", stopped);
            }
            holds = true;
        }

        private void letGo() {
            if (holds) {
                holds = false;
                writing.unlock();
            }
        }
    }
}
