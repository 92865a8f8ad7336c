\set s random(1, :strata)
begin;
select name from locks where name = 'floor/' || (:s)::text for update;
insert into audit_entries (id, at, person, person_name, role, study, site, action, subject, reason, changes) values (gen_random_uuid(), now(), '00000000-0000-0000-0000-000000000001', 'floor', 'coordinator', 'floor', 'one', 'participant.randomised', 'floor', '', '{"chain": "0000000000000000000000000000000000000000000000000000000000000000", "day": "2026-11-28", "scheme": "1.0", "version": "1.0"}') returning id as entry \gset
insert into allocations (id, study, version, stream, sequence, participant, levels, weights, pick, draws, arm, idempotency_key, eligibility, randomised_at, chain, audit) select gen_random_uuid(), 'floor', '1.0', 'stratum=s' || (:s)::text, (select coalesce(max(sequence), 0) + 1 from allocations where study = 'floor' and version = '1.0' and stream = 'stratum=s' || (:s)::text), 'LIM-' || n, '{"stratum": "s1"}', '1,1', 0, 1, 'ARMA', 'key-' || n, '{"I01": "MET"}', now(), '0000000000000000000000000000000000000000000000000000000000000000', :entry from nextval('floor_participants') n;
commit;
