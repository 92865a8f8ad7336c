package org.commensal.architecture.planted.order.audit;

import org.commensal.architecture.planted.order.web.Sheet;

/** Where the planted room on the right is known from the left. */
public final class Listener {
    Sheet sheet = new Sheet();
}
