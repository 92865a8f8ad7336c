package org.commensal.web;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Answers everything that is neither a refusal nor the framework's: a fault of ours, or a database out of reach.
 *
 * <p>The fault is logged once, with a reference that the user sees, and without the messages of exceptions, which may
 * quote an answer or a name.
 */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

    /** Connection lost, resources exhausted (a full disk among them), shut down; ISO 9075 and PostgreSQL, appendix A. */
    private static final Pattern OUT_OF_REACH = Pattern.compile("(08|53|57P|90067|90098|90121).*");

    /** Unique violation; the same on PostgreSQL and H2. */
    private static final String NOT_UNIQUE = "23505";

    private static final Text CHANGED = new Text(
            "Somebody else changed this since you looked at it. Look again, and do it once more if it is still needed.",
            "Iemand anders heeft dit gewijzigd nadat u keek. Kijk opnieuw en doe het nog eens als het nodig is.");

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable fault) {
        return answer(headers, fault);
    }

    static Response answer(HttpHeaders headers, Throwable fault) {
        return ProblemAnswer.to(headers, problem(fault));
    }

    static Problem problem(Throwable fault) {
        Optional<Refusal> refusal = causes(fault)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst();
        if (refusal.isPresent()) {
            return Problem.of(refusal.get());
        }
        if (causes(fault).anyMatch(FaultMapper::isOvertaken)) {
            return Problem.of(new Refusal(Reason.CHANGED, CHANGED));
        }
        if (causes(fault).anyMatch(FaultMapper::isOutOfReach)) {
            LOG.log(Level.WARNING, "The database is out of reach.");
            return Problem.unavailable();
        }
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.log(Level.ERROR, () -> "Fault " + reference + "\n" + described(fault));
        return Problem.defect(reference);
    }

    /** Somebody else wrote it at the same moment: seen by its version, or by the constraint that makes it unique. */
    private static boolean isOvertaken(Throwable cause) {
        return cause instanceof OptimisticLockException
                || cause instanceof SQLException sql && NOT_UNIQUE.equals(sql.getSQLState());
    }

    private static boolean isOutOfReach(Throwable cause) {
        Predicate<String> lost = OUT_OF_REACH.asMatchPredicate();
        boolean noConnection = cause.getClass().getName().endsWith("PoolingException");
        return noConnection
                || cause instanceof SQLException sql
                        && Optional.ofNullable(sql.getSQLState()).filter(lost).isPresent();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    /** Classes and places only. */
    static String described(Throwable fault) {
        StringBuilder text = new StringBuilder();
        causes(fault).forEach(cause -> {
            text.append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                text.append(" state ").append(sql.getSQLState());
            }
            Stream.of(cause.getStackTrace()).limit(25).forEach(frame -> text.append("\n    at ")
                    .append(frame));
            text.append('\n');
        });
        return text.toString();
    }
}
