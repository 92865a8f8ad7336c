package org.commensal.web;

import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** Ids in addresses: what is none is the address of nothing. */
final class Ids {

    private Ids() {}

    static UUID uuid(String inPath) {
        try {
            return UUID.fromString(inPath);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }
}
