package org.commensal.web;

import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** Ids in addresses: what is none is the address of nothing. */
public final class Ids {

    private Ids() {}

    public static UUID uuid(String inPath) {
        try {
            return UUID.fromString(inPath);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }
}
