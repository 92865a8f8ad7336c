package org.commensal.architecture.planted.capture.questionnaires;

import org.commensal.architecture.planted.capture.randomisation.Door;

/** Asks the allocation what to ask. */
final class AsksForTheArm {
    Door door = new Door();
}
