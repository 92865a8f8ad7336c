package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.Actor.Grant;
import org.commensal.kernel.Language;

/** Everybody who may sign in, with their passwords and their roles. */
@ApplicationScoped
class PeopleRegister {

    /** What is needed to let somebody in: the latest verifier, if a password was ever chosen. */
    record Account(UUID person, String verifier) {}

    private static final String GRANTS = "select p.id, p.sign_in, p.name, p.language,"
            + " g.id, g.role, g.study, g.site, g.participant"
            + " from people p left join grants g on g.person = p.id"
            + " and not exists (select 1 from grant_revocations r where r.granted = g.id)";

    @PersistenceContext
    EntityManager database;

    public Optional<Account> account(SignInName name) {
        List<?> rows = database.createNativeQuery("select p.id, w.verifier from people p"
                        + " join passwords w on w.person = p.id where p.sign_in = ? order by w.position desc limit 1")
                .setParameter(1, name.value())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(row -> new Account((UUID) row[0], (String) row[1]));
    }

    public Optional<Person> find(UUID person) {
        return people(database.createNativeQuery(GRANTS + " where p.id = ? order by g.position")
                        .setParameter(1, person)
                        .getResultList())
                .stream()
                .findFirst();
    }

    public Optional<Person> called(SignInName name) {
        return people(database.createNativeQuery(GRANTS + " where p.sign_in = ? order by g.position")
                        .setParameter(1, name.value())
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Everybody, in the order of their sign-in names. */
    public List<Person> all() {
        return people(database.createNativeQuery(GRANTS + " order by p.sign_in, g.position")
                .getResultList());
    }

    /** Everybody who was ever given a role in a study but to take part, in the order of their sign-in names. */
    public List<Person> staff(String study) {
        return people(database.createNativeQuery(GRANTS + " where p.id in (select s.person from grants s"
                        + " where s.role <> ? and s.study in (?, ?)) order by p.sign_in, g.position")
                .setParameter(1, Role.PARTICIPANT.code())
                .setParameter(2, study)
                .setParameter(3, Grant.EVERYWHERE)
                .getResultList());
    }

    public boolean has(SignInName name) {
        return id(name).isPresent();
    }

    public Optional<UUID> id(SignInName name) {
        List<?> rows = database.createNativeQuery("select id from people where sign_in = ?")
                .setParameter(1, name.value())
                .getResultList();
        return rows.stream().map(UUID.class::cast).findFirst();
    }

    Optional<Language> language(SignInName name) {
        List<?> rows = database.createNativeQuery("select language from people where sign_in = ?")
                .setParameter(1, name.value())
                .getResultList();
        return rows.stream().findFirst().map(language -> Language.of((String) language));
    }

    /** How many hold a role for the whole server. */
    public int holders(Role role) {
        Object count = database.createNativeQuery("select count(distinct g.person) from grants g where g.role = ?"
                        + " and g.study = ? and not exists (select 1 from grant_revocations r where r.granted = g.id)")
                .setParameter(1, role.code())
                .setParameter(2, Grant.EVERYWHERE)
                .getSingleResult();
        return ((Number) count).intValue();
    }

    public void add(UUID person, SignInName signIn, String name, Language language, UUID entry) {
        database.createNativeQuery("insert into people (id, sign_in, name, language, entry) values (?, ?, ?, ?, ?)")
                .setParameter(1, person)
                .setParameter(2, signIn.value())
                .setParameter(3, name)
                .setParameter(4, language.code())
                .setParameter(5, entry)
                .executeUpdate();
    }

    public void addPassword(UUID person, String verifier, UUID entry) {
        database.createNativeQuery("insert into passwords (person, verifier, entry) values (?, ?, ?)")
                .setParameter(1, person)
                .setParameter(2, verifier)
                .setParameter(3, entry)
                .executeUpdate();
    }

    public UUID addGrant(UUID person, Grant grant, UUID entry) {
        UUID id = UUID.randomUUID();
        database.createNativeQuery("insert into grants (id, person, role, study, site, participant, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, id)
                .setParameter(2, person)
                .setParameter(3, grant.role())
                .setParameter(4, grant.study())
                .setParameter(5, grant.site())
                .setParameter(6, grant.participant())
                .setParameter(7, entry)
                .executeUpdate();
        return id;
    }

    public void revoke(UUID grant, UUID entry) {
        database.createNativeQuery("insert into grant_revocations (granted, entry) values (?, ?)")
                .setParameter(1, grant)
                .setParameter(2, entry)
                .executeUpdate();
    }

    /** One row a grant; a person without any has one row with nothing in its place. */
    private static List<Person> people(List<?> rows) {
        Map<UUID, Person> people = new LinkedHashMap<>();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            Person person = people.computeIfAbsent((UUID) row[0], id -> person(id, row));
            if (row[4] instanceof UUID grant) {
                person.held().put(grant, grant(row, 5));
            }
        }
        return new ArrayList<>(people.values());
    }

    private static Person person(UUID id, Object[] row) {
        return new Person(id, (String) row[1], (String) row[2], Language.of((String) row[3]), new LinkedHashMap<>());
    }

    static Grant grant(Object[] row, int from) {
        return new Grant((String) row[from], (String) row[from + 1], (String) row[from + 2], (String) row[from + 3]);
    }
}
