package org.commensal.architecture.planted.door.export;

import org.commensal.protocol.Study;
import org.commensal.protocol.Study.ArmDescription;

/** Shows an arm, unrecorded. */
final class SecondDoor {
    ArmDescription open(Study study) {
        return study.arms().get(0);
    }
}
