package org.commensal.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What was allocated to participants who were copied. */
final class Allocations {

    private Allocations() {}

    /**
     * Gives everybody who was randomised and has no allocation one with the factors of somebody and an arm, both by chance, in
     * that stream and behind those that are there: an arm has nothing to do with what somebody was copied from.
     */
    static void copy(Connection connection, String study) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    begin;
                    set local session_replication_role = replica;
                    select setseed(0.5);
                    create temporary table without on commit drop as
                    select participant, row_number() over (order by random()) as number from milestones m
                    where study = '%1$s' and stage = 3 and not exists (
                        select 1 from allocations a where a.study = m.study and a.participant = m.participant);
                    create temporary table models on commit drop as
                    select a.*, row_number() over (order by random()) - 1 as place, count(*) over () as among
                    from allocations a where study = '%1$s' and stream not like 'envelopes/%%' and stream not like 'forced/%%';
                    create temporary table arms on commit drop as
                    select array_agg(distinct arm order by arm) as each from allocations where study = '%1$s';
                    insert into allocations (id, study, version, stream, sequence, participant, levels, weights, pick, draws,
                        arm, idempotency_key, eligibility, randomised_at, audit, chain)
                    select gen_random_uuid(), m.study, m.version, m.stream,
                        (select max(sequence) from allocations o
                            where o.study = m.study and o.version = m.version and o.stream = m.stream)
                            + row_number() over (partition by m.version, m.stream order by w.number),
                        w.participant, m.levels, m.weights, m.pick, m.draws,
                        each[1 + floor(random() * cardinality(each))::int], 'copy-' || w.participant, m.eligibility,
                        m.randomised_at + w.number * interval '1 minute', m.audit, m.chain
                    from without w join models m on m.place = w.number %% m.among cross join arms;
                    commit""".formatted(study));
        }
    }
}
