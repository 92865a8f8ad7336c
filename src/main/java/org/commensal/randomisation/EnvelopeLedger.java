package org.commensal.randomisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commensal.allocation.Envelope;
import org.commensal.allocation.Envelope.State;
import org.commensal.allocation.OutsideStreams.Way;
import org.commensal.audit.Columns;
import org.commensal.audit.Locks;
import org.commensal.protocol.Study;

/** The sealed envelopes of each site: which were issued, which were used or spoiled. Appends only; knows no arm. */
@ApplicationScoped
class EnvelopeLedger {

    @PersistenceContext
    EntityManager database;

    @Inject
    Locks locks;

    /** Holds the envelopes of a site until the transaction ends. */
    void hold(Study study, String site) {
        locks.hold("envelopes/" + study.id() + "/" + study.version() + "/" + site);
    }

    void append(Study study, String site, int first, int last, UUID person, Instant at, UUID audit) {
        insert(
                "insert into issued_envelopes (study, version, site, first_number, last_number, person, at, audit, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                study.id(),
                study.version(),
                site,
                first,
                last,
                person,
                Columns.write(at),
                audit,
                UUID.randomUUID());
    }

    void spoil(Study study, String site, int number, String reason, UUID person, Instant at, UUID audit) {
        insert(
                "insert into spoiled_envelopes (study, version, site, number, reason, person, at, audit)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                study.id(),
                study.version(),
                site,
                number,
                reason,
                person,
                Columns.write(at),
                audit);
    }

    private void insert(String statement, Object... values) {
        var query = database.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    /** Every envelope of the scheme of a study, by site and number. */
    List<IssuedEnvelope> of(Study study) {
        Set<String> used = used(study);
        Map<String, String> spoiled = spoiled(study);
        List<IssuedEnvelope> envelopes = new ArrayList<>();
        for (Object[] row : rows(
                "select site, first_number, last_number, at from issued_envelopes"
                        + " where study = ? and version = ? order by site, first_number",
                study)) {
            int last = ((Number) row[2]).intValue();
            for (int number = ((Number) row[1]).intValue(); number <= last; number++) {
                String site = (String) row[0];
                String place = Way.ENVELOPE.stream(site) + " " + number;
                State state =
                        used.contains(place) ? State.USED : spoiled.containsKey(place) ? State.SPOILED : State.UNUSED;
                envelopes.add(new IssuedEnvelope(
                        new Envelope(site, number, state), Columns.instant(row[3]), spoiled.getOrDefault(place, "")));
            }
        }
        return envelopes;
    }

    /** The envelopes of one site, by number. */
    List<IssuedEnvelope> of(Study study, String site) {
        return of(study).stream()
                .filter(each -> each.envelope().site().equals(site))
                .toList();
    }

    private Set<String> used(Study study) {
        Set<String> used = new HashSet<>();
        rows(
                        "select stream, sequence from allocations where study = ? and version = ? and stream like 'envelopes/%'",
                        study)
                .forEach(row -> used.add(row[0] + " " + row[1]));
        return used;
    }

    private Map<String, String> spoiled(Study study) {
        Map<String, String> reasons = new HashMap<>();
        rows("select site, number, reason from spoiled_envelopes where study = ? and version = ?", study)
                .forEach(row -> reasons.put(Way.ENVELOPE.stream((String) row[0]) + " " + row[1], (String) row[2]));
        return reasons;
    }

    private List<Object[]> rows(String query, Study study) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : database.createNativeQuery(query)
                .setParameter(1, study.id())
                .setParameter(2, study.version())
                .getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }
}
