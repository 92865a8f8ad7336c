package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.kernel.Refusal;
import org.commensal.kernel.Refusal.Reason;
import org.commensal.kernel.Text;

/**
 * Counts failed sign-ins for an account and for an address, over all nodes together.
 *
 * <p>A try counts as failed from its beginning until it succeeds, so that many at once are counted as well. What was
 * refused for being too early does not count.
 */
@ApplicationScoped
class SignInFailures {

    private static final Text TOO_MANY = new Text(
            "Too many sign-ins failed. Wait %s seconds and try again.",
            "Inloggen is te vaak mislukt. Wacht %s seconden en probeer het opnieuw.");

    @PersistenceContext
    EntityManager database;

    @Inject
    InstantSource wallTime;

    /**
     * Counts a try.
     *
     * @param account what the failures of the account are counted by
     * @param address of the device it comes from
     * @throws Refusal {@code TOO_MANY} while the account or the address must wait
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void begin(String account, String address) {
        Instant now = wallTime.instant();
        refuseFor(longer(left(Throttle.OF_ACCOUNT, account, now), left(Throttle.OF_ADDRESS, countedAs(address), now)));
        forgetBefore(now.minus(Throttle.WINDOW));
        count(account, now);
        count(countedAs(address), now);
    }

    /**
     * Counts a try of somebody who is signed in and is asked again. It counts like one at the door, but only their own
     * tries of this kind make them wait: nobody outside can keep an investigator from an emergency.
     *
     * @throws Refusal {@code TOO_MANY} while they must wait
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void beginAgain(SignInName name, String address) {
        Instant now = wallTime.instant();
        refuseFor(left(Throttle.OF_ACCOUNT, again(name), now));
        forgetBefore(now.minus(Throttle.WINDOW));
        count(again(name), now);
        count(name.countedAs(), now);
        count(countedAs(address), now);
    }

    /** The try of {@link #beginAgain} was none. */
    @Transactional(TxType.REQUIRES_NEW)
    public void succeededAgain(SignInName name, String address) {
        forgetOne(name.countedAs());
        forgetOne(countedAs(address));
        forget(again(name));
    }

    /** The account's failures are forgotten; of the address only this try is, which was none. */
    @Transactional(TxType.MANDATORY)
    public void succeeded(String account, String address) {
        forget(account);
        forgetOne(countedAs(address));
    }

    /**
     * Refuses tokens of releases from an address that sent too many wrong ones. They are counted by themselves, so that a
     * program with an old token keeps nobody at that address from signing in.
     *
     * @throws Refusal {@code TOO_MANY} while the address must wait
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void refuseTokensFrom(String address) {
        refuseFor(left(Throttle.OF_ADDRESS, tokensOf(address), wallTime.instant()));
    }

    /** Counts a wrong token of a release. */
    @Transactional(TxType.REQUIRES_NEW)
    public void countTokenFrom(String address) {
        Instant now = wallTime.instant();
        forgetBefore(now.minus(Throttle.WINDOW));
        count(tokensOf(address), now);
    }

    private static void refuseFor(Duration wait) {
        if (!wait.isZero()) {
            throw new Refusal(Reason.TOO_MANY, TOO_MANY.with(wait.toSeconds() + 1));
        }
    }

    private void forget(String countedFor) {
        database.createNativeQuery("delete from sign_in_failures where counted_for = ?")
                .setParameter(1, countedFor)
                .executeUpdate();
    }

    private void forgetOne(String countedFor) {
        database.createNativeQuery("delete from sign_in_failures where id ="
                        + " (select id from sign_in_failures where counted_for = ? order by at desc limit 1)")
                .setParameter(1, countedFor)
                .executeUpdate();
    }

    private Duration left(Throttle throttle, String countedFor, Instant now) {
        List<?> rows = database.createNativeQuery(
                        "select count(*), max(at) from sign_in_failures where counted_for = ? and at > ? and at <= ?")
                .setParameter(1, countedFor)
                .setParameter(2, Columns.write(now.minus(Throttle.WINDOW)))
                .setParameter(3, Columns.write(now))
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        int failures = ((Number) row[0]).intValue();
        return failures == 0 ? Duration.ZERO : throttle.left(failures, Columns.instant(row[1]), now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void count(String countedFor, Instant now) {
        database.createNativeQuery("insert into sign_in_failures (id, counted_for, at) values (?, ?, ?)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, countedFor)
                .setParameter(3, Columns.write(now))
                .executeUpdate();
    }

    private void forgetBefore(Instant old) {
        database.createNativeQuery("delete from sign_in_failures where at < ?")
                .setParameter(1, Columns.write(old))
                .executeUpdate();
    }

    private static String again(SignInName name) {
        return "again " + name.countedAs();
    }

    private static String countedAs(String address) {
        return "address " + address;
    }

    private static String tokensOf(String address) {
        return "tokens of " + countedAs(address);
    }
}
