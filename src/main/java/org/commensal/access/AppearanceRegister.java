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

    public void keep(UUID person, Appearance chosen) {
        if (write("update appearances set language = ?, migraine_mode = ? where person = ?", person, chosen) == 0) {
            write("insert into appearances (language, migraine_mode, person) values (?, ?, ?)", person, chosen);
        }
    }

    private int write(String statement, UUID person, Appearance chosen) {
        return database.createNativeQuery(statement)
                .setParameter(1, chosen.language().map(Language::code).orElse(null))
                .setParameter(2, chosen.migraineMode().orElse(null))
                .setParameter(3, person)
                .executeUpdate();
    }
}
