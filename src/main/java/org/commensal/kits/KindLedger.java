package org.commensal.kits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What kind each kit is of: read to choose a kit, to send every kind, and to count each; never to show one. */
@ApplicationScoped
class KindLedger {

    @PersistenceContext
    EntityManager database;

    void append(String study, Collection<ListedKit> kits) {
        kits.forEach(kit -> database.createNativeQuery("insert into kit_kinds (study, number, kind) values (?, ?, ?)")
                .setParameter(1, study)
                .setParameter(2, kit.number())
                .setParameter(3, kit.kind())
                .executeUpdate());
    }

    /** The kits of a site by kind, each in the order that they are given in. */
    Map<String, List<Kit>> byKind(String study, String site, Collection<Kit> kits) {
        return group(
                kits,
                kinds(
                        "select k.number, k.kind from kit_kinds k join kit_steps s on s.study = k.study"
                                + " and s.number = k.number where k.study = ? and s.site = ?",
                        study,
                        site));
    }

    /** Any kits by kind, each in the order that they are given in. */
    Map<String, List<Kit>> byKind(String study, Collection<Kit> kits) {
        return group(kits, of(study));
    }

    /** The kind of every kit of a study, by number. */
    Map<String, String> of(String study) {
        return kinds("select number, kind from kit_kinds where study = ? order by number", study);
    }

    private Map<String, String> kinds(String sql, String... parameters) {
        Query query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            kinds.put((String) row[0], (String) row[1]);
        }
        return kinds;
    }

    private static Map<String, List<Kit>> group(Collection<Kit> kits, Map<String, String> kinds) {
        return kits.stream()
                .collect(Collectors.groupingBy(
                        kit -> kinds.getOrDefault(kit.number(), ""), LinkedHashMap::new, Collectors.toList()));
    }
}
