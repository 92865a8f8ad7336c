package org.commensal.architecture.planted.purity.allocation;

import jakarta.inject.Inject;

/** A pure room that asks a container for something. */
final class AsksTheContainer {
    @Inject
    Object anything = new Object();
}
