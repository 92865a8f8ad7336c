package org.commensal.architecture.planted.arms.web;

import org.commensal.allocation.Allocation;

/** Shows an arm to whoever looks. */
final class ArmPage {
    String page(Allocation allocation) {
        return allocation.arm().toString();
    }
}
