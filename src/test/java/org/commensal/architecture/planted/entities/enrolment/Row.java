package org.commensal.architecture.planted.entities.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of a table. */
@Entity
public class Row {
    @Id
    long id;
}
