package org.commensal.access;

import java.util.UUID;
import org.commensal.kernel.Language;

/**
 * The personal link of a participant as it is given, this once.
 *
 * @param person whose it is
 * @param token to hand over to that person and to nobody else
 * @param language in which to hand it over
 */
public record PersonalLink(UUID person, String token, Language language) {

    /** The link itself, on a server that people know by this origin. */
    public String address(String origin) {
        return origin + "/p/" + token;
    }

    @Override
    public String toString() {
        return "PersonalLink[" + person + "]";
    }
}
