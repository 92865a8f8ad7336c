package org.commensal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.commensal.access.AskAgain;
import org.commensal.access.CurrentActor;

/** The password that whoever sends a request gives again with it, before an act that must be theirs beyond doubt. */
@RequestScoped
public class PasswordAgain {

    @Inject
    HttpServletRequest request;

    @Inject
    ClientAddress address;

    @Inject
    CurrentActor currentActor;

    @Inject
    AskAgain again;

    /** @throws org.commensal.kernel.Refusal where the password is wrong, or after too many tries */
    public AskAgain.Proof proof(String password) {
        return again.prove(currentActor.actor(), password, address.of(request));
    }
}
