package org.commensal.architecture.planted.offline.cli;

import org.commensal.architecture.planted.offline.access.Passwords;

/** A command that needs what only a server has. */
public final class AsksTheServer {
    Passwords passwords = new Passwords();
}
