package org.commensal.architecture.planted.database.web;

import jakarta.persistence.EntityManager;

/** A page that queries. */
final class QueryPage {
    boolean isOpen(EntityManager database) {
        return database.isOpen();
    }
}
