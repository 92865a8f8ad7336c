package org.commensal.instrument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The classes of acute headache medication, and on how many days a month each is overused: ICHD-3 8.2 (2018,
 * Cephalalgia 38:1). Gepants and ditans have no such number there and are not counted.
 */
public enum AcuteClass {
    TRIPTAN(10),
    ERGOT(10),
    OPIOID(10),
    COMBINATION(10),
    BARBITURATE(10),
    PARACETAMOL(15),
    NSAID(15),
    GEPANT(),
    DITAN(),
    OTHER();

    private final OptionalInt overusedFrom;

    AcuteClass() {
        this.overusedFrom = OptionalInt.empty();
    }

    AcuteClass(int overusedFrom) {
        this.overusedFrom = OptionalInt.of(overusedFrom);
    }

    /** As the diary's {@code acute_classes} writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AcuteClass> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /** Days per 28 from which it is overused, that number included; empty where it is not counted. */
    public OptionalInt overusedFrom() {
        return overusedFrom;
    }
}
