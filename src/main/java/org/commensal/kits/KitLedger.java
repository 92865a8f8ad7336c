package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.kernel.ParticipantCode;
import org.commensal.kits.Kit.Done;
import org.commensal.kits.Kit.Step;
import org.jspecify.annotations.Nullable;

/** Every kit there ever was and each thing that happened to it, but for its kind. Appends only. */
@ApplicationScoped
public class KitLedger {

    private static final String ROWS = "select k.number, k.batch, k.expiry, r.id, s.step, s.at, s.site, s.shipment,"
            + " s.participant, s.visit, s.replaces, s.units, s.reason from kits k"
            + " left join kit_recalls r on r.study = k.study and r.batch = k.batch"
            + " left join kit_steps s on s.study = k.study and s.number = k.number where k.study = ?";

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    /** Holds the kits of a site until the transaction ends, so that two people take turns. */
    void hold(String study, String site) {
        locks.hold("kits/" + study + "/" + site);
    }

    /** Holds what is on no site yet: the lists and the depot. */
    void holdDepot(String study) {
        locks.hold("kits/" + study);
    }

    /** All kits of a study, by number. */
    List<Kit> all(String study) {
        return kits("", study);
    }

    /** The kits that were ever sent to a site, by number. */
    List<Kit> ofSite(String study, String site) {
        return kits(" and k.number in (select number from kit_steps where study = ? and site = ?)", study, study, site);
    }

    /** The kits that a participant was ever handed, by number. */
    List<Kit> of(String study, ParticipantCode code) {
        return kits(
                " and k.number in (select number from kit_steps where study = ? and participant = ?)",
                study,
                study,
                code.value());
    }

    Optional<Kit> find(String study, String number) {
        return kits(" and k.number = ?", study, number).stream().findFirst();
    }

    private List<Kit> kits(String where, Object... parameters) {
        Map<String, Object[]> heads = new LinkedHashMap<>();
        Map<String, Map<Step, Done>> steps = new LinkedHashMap<>();
        for (Object found :
                query(ROWS + where + " order by k.number", parameters).getResultList()) {
            Object[] row = (Object[]) found;
            String number = (String) row[0];
            heads.putIfAbsent(number, row);
            Map<Step, Done> done = steps.computeIfAbsent(number, first -> new EnumMap<>(Step.class));
            if (row[4] != null) {
                done.put(Step.valueOf((String) row[4]), done(row));
            }
        }
        List<Kit> kits = new ArrayList<>();
        heads.forEach((number, row) -> kits.add(new Kit(
                number,
                (String) row[1],
                ((Date) row[2]).toLocalDate(),
                row[3] != null,
                steps.getOrDefault(number, Map.of()))));
        return kits;
    }

    private static Done done(Object[] row) {
        return new Done(
                Columns.instant(row[5]),
                Optional.ofNullable((String) row[6]),
                Optional.ofNullable((UUID) row[7]),
                Optional.ofNullable((String) row[8]).map(ParticipantCode::new),
                Optional.ofNullable((String) row[9]).orElse(""),
                Optional.ofNullable((String) row[10]).orElse(""),
                Optional.ofNullable((Number) row[11]).map(Number::intValue),
                (String) row[12]);
    }

    Set<String> numbers(String study) {
        Set<String> numbers = new HashSet<>();
        for (Object number :
                query("select number from kits where study = ?", study).getResultList()) {
            numbers.add((String) number);
        }
        return numbers;
    }

    /** The list that was made of a file with this digest, if there is one: how many kits it has. */
    Optional<Integer> imported(String study, String sha256) {
        List<?> found = query("select kits from kit_lists where study = ? and sha256 = ?", study, sha256)
                .getResultList();
        return found.stream().map(count -> ((Number) count).intValue()).findFirst();
    }

    void append(String study, Collection<ListedKit> kits, String sha256, boolean generated, Instant at, UUID audit) {
        UUID list = UUID.randomUUID();
        insert(
                "kit_lists (id, study, sha256, kits, generated, at, audit)",
                list,
                study,
                sha256,
                kits.size(),
                generated,
                moment(at),
                audit);
        kits.forEach(kit -> insert(
                "kits (study, number, batch, expiry, list)",
                study,
                kit.number(),
                kit.batch(),
                Date.valueOf(kit.expiry()),
                list));
    }

    UUID appendShipment(String study, String site, int kits, String idempotencyKey, Instant at, UUID audit) {
        UUID shipment = UUID.randomUUID();
        insert(
                "kit_shipments (id, study, site, kits, idempotency_key, at, audit)",
                shipment,
                study,
                site,
                kits,
                idempotencyKey,
                moment(at),
                audit);
        return shipment;
    }

    void append(String study, Collection<String> numbers, Step step, StepTaken taken, UUID audit) {
        numbers.forEach(number -> insert(
                "kit_steps (id, study, number, step, site, shipment, participant, visit, replaces, units, reason,"
                        + " at, audit)",
                UUID.randomUUID(),
                study,
                number,
                step.name(),
                taken.site(),
                taken.shipment(),
                taken.participant(),
                taken.visit(),
                taken.replaces(),
                taken.units(),
                taken.reason(),
                moment(taken.at()),
                audit));
    }

    void appendRecall(String study, String batch, String reason, Instant at, UUID audit) {
        insert(
                "kit_recalls (id, study, batch, reason, at, audit)",
                UUID.randomUUID(),
                study,
                batch,
                reason,
                moment(at),
                audit);
    }

    List<Recall> recalls(String study) {
        List<Recall> recalls = new ArrayList<>();
        for (Object found : query("select batch, reason, at from kit_recalls where study = ? order by at desc", study)
                .getResultList()) {
            Object[] row = (Object[]) found;
            recalls.add(new Recall((String) row[0], (String) row[1], Columns.instant(row[2])));
        }
        return recalls;
    }

    List<Shipment> shipments(String study) {
        return shipments("", study);
    }

    /** The shipment that this key was used for. */
    Optional<Shipment> shipment(String study, String idempotencyKey) {
        return shipments(" and idempotency_key = ?", study, idempotencyKey).stream()
                .findFirst();
    }

    private List<Shipment> shipments(String where, Object... parameters) {
        List<Shipment> shipments = new ArrayList<>();
        for (Object found : query(
                        "select id, site, kits, at from kit_shipments where study = ?" + where
                                + " order by at desc, id",
                        parameters)
                .getResultList()) {
            Object[] row = (Object[]) found;
            shipments.add(new Shipment(
                    (UUID) row[0], (String) row[1], ((Number) row[2]).intValue(), Columns.instant(row[3])));
        }
        return shipments;
    }

    private static Timestamp moment(Instant at) {
        return Columns.write(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private void insert(String table, @Nullable Object... values) {
        String marks = "?" + ", ?".repeat(values.length - 1);
        query("insert into " + table + " values (" + marks + ")", values).executeUpdate();
    }

    private Query query(String sql, @Nullable Object... parameters) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
