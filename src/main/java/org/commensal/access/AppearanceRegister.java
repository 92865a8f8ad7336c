package org.commensal.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commensal.kernel.Language;

/** How people chose to read. */
@ApplicationScoped
class AppearanceRegister {

    @PersistenceContext
    EntityManager database;

    public Appearance of(UUID person) {
        List<?> rows = database.createNativeQuery("select language, migraine_mode from appearances where person = ?")
                .setParameter(1, person)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(row -> new Appearance(
                        Optional.ofNullable((String) row[0]).map(Language::of), Optional.ofNullable((Boolean) row[1])))
                .orElse(Appearance.NEVER_CHOSEN);
    }

    /** What {@code chosen} says nothing about stays as it was. */
    public void keep(UUID person, Appearance chosen) {
        database.createNativeQuery("insert into appearances (person) select p.id from people p where p.id = ?"
                        + " and not exists (select 1 from appearances a where a.person = p.id)")
                .setParameter(1, person)
                .executeUpdate();
        chosen.language().ifPresent(language -> set("language", language.code(), person));
        chosen.migraineMode().ifPresent(on -> set("migraine_mode", on, person));
    }

    private void set(String column, Object value, UUID person) {
        database.createNativeQuery("update appearances set " + column + " = ? where person = ?")
                .setParameter(1, value)
                .setParameter(2, person)
                .executeUpdate();
    }
}
