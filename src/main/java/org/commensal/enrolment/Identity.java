package org.commensal.enrolment;

import java.time.LocalDate;

/** Who a participant is. Lives in the vault and on the screen of those who may see it; its text tells nothing. */
public record Identity(String name, String email, String phone, LocalDate birthDate) {

    @Override
    public String toString() {
        return "identity withheld";
    }
}
