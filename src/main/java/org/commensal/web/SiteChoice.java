package org.commensal.web;

import java.util.List;
import java.util.Set;
import org.commensal.protocol.Study;

/** A site that this person may choose. */
public record SiteChoice(String code, String name) {

    /** @param visible the codes of those that may be chosen; {@code *} among them where it is all */
    public static List<SiteChoice> among(Study study, Set<String> visible) {
        return study.sites().stream()
                .filter(site -> visible.contains("*") || visible.contains(site.code()))
                .map(site -> new SiteChoice(site.code(), site.name()))
                .toList();
    }
}
